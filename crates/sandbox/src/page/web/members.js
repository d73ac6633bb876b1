// Who is here, and what can be done with somebody.

import { avatar } from "./avatar.js";
import { el, fill } from "./dom.js";
import { start } from "./interaction.js";
import { nameIn } from "./language.js";
import { openMenu } from "./menu.js";
import { membersHere, nameOf } from "./names.js";
import { play, see } from "./scene.js";

const GROUPS = [
  ["Owner", (it) => it.standing === "owner"],
  ["Admins", (it) => it.standing === "admin"],
  ["Helpers", (it) => it.standing === "helper"],
  ["Apps", (it) => it.bot],
  ["Members", (it) => it.standing === "member" && !it.bot],
];

let drawn = "";

export function drawMembers(root) {
  const all = membersHere();
  const key = JSON.stringify([all, see().me, all.map((it) => nameOf(it.id))]);
  if (key === drawn) return;
  drawn = key;
  const groups = GROUPS.map(([title, fits]) => [title, all.filter(fits)]).filter(([, some]) => some.length);
  fill(root, groups.map(([title, some]) => el("section", {}, el("h2", {}, `${title} — ${some.length}`), some.map(member))));
}

function member(it) {
  const name = nameOf(it.id);
  const open = (event) => {
    event.preventDefault();
    openMenu(event.currentTarget, name, things(it));
  };
  const state = it.online ? "" : ", offline";
  return el(
    "button",
    { type: "button", class: it.online ? "member" : "member offline", "aria-label": `${name}${it.bot ? ", app" : ""}${state}`, "aria-haspopup": "menu", onclick: open, oncontextmenu: open },
    el("span", { class: it.online ? "presence on" : "presence" }, avatar(it.id, name)),
    el("span", { class: "member-name" }, name),
    it.bot && el("span", { class: "badge" }, "APP"),
    it.id === see().me && el("small", {}, "you"),
  );
}

function things(it) {
  const { channel, scene } = see();
  const commands = scene.commands.filter((one) => one.type === 2 && one.usable);
  const list = [];
  if (!it.bot && it.id !== see().me) list.push({ label: `Speak as ${nameOf(it.id)}`, run: () => play(it.id) });
  list.push({ label: "Copy user ID", run: () => navigator.clipboard.writeText(it.id) });
  if (commands.length) list.push(null);
  for (const one of commands) {
    const what = { do: "on_person", channel, user: it.id, name: one.name };
    list.push({ label: nameIn(one), run: () => start(what, { label: nameIn(one) }).catch(() => {}) });
  }
  return list;
}
