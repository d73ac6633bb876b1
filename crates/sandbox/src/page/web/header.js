// The line above the messages: where one is, and the panes beside.

import { button, el, fill, icon } from "./dom.js";
import { toggleDrawer } from "./drawer.js";
import { nameOf } from "./names.js";
import { go, here, isForum, isThread, see } from "./scene.js";

export const symbol = (it) => (isForum(it) ? "forum" : isThread(it) ? "thread" : it?.guild_id ? "hash" : "at");

let drawn = "";

export function drawHeader(root) {
  const there = here();
  const key = JSON.stringify([there?.id, there?.name, there?.topic, see().me]);
  if (key === drawn) return;
  drawn = key;
  const parent = isThread(there) && see().scene.guilds.flatMap((it) => it.channels).find((it) => it.id === there.parent_id);
  const name = there?.guild_id ? there.name : nameOf(there?.recipients?.[0]?.id);
  fill(
    root,
    button("Channels", "menu", () => pane("sidebar"), { class: "tool narrow" }),
    parent && el("button", { type: "button", class: "plainlink", onclick: () => go(parent.id) }, parent.name),
    parent && el("span", { class: "crumb", "aria-hidden": "true" }, "›"),
    there && icon(symbol(there)),
    el("h1", {}, there ? name : ""),
    there?.topic && el("span", { class: "topic", title: there.topic }, there.topic),
    el("span", { class: "grow" }),
    button("Developer drawer", "code", toggleDrawer, { "aria-controls": "drawer", id: "drawer-switch" }),
    button("Members", "people", () => pane("members"), { "aria-controls": "members" }),
  );
  document.title = there ? `${there.guild_id ? "#" : "@"}${name} · Sandbox` : "Sandbox";
}

/** Shows or hides a pane: over the messages where there is no room beside them. */
export function pane(id) {
  const frame = document.getElementById("frame");
  const isOpen = frame.dataset.pane !== id;
  const isNarrow = matchMedia("(max-width: 760px)").matches;
  if (!isNarrow && id === "members") {
    frame.toggleAttribute("data-alone");
    return;
  }
  closePanes();
  if (!isOpen) return;
  frame.dataset.pane = id;
  document.getElementById("shade").hidden = false;
  document.getElementById(id).querySelector("button, select")?.focus();
}

export function closePanes() {
  delete document.getElementById("frame").dataset.pane;
  document.getElementById("shade").hidden = true;
}
