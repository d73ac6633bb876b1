// The developer drawer: what passes between the bot and the sandbox, and buttons for what may go
// wrong. Closed unless it is opened.

import { button, el, fill } from "./dom.js";
import { act, on } from "./live.js";
import { notice } from "./notice.js";
import { attempt, see } from "./scene.js";

/** Entries that are kept. */
const KEPT = 500;

const FAULTS = [
  ["Rate-limit the next request", "rate_limit", "The next request is told to wait 2 s"],
  ["Fail it with 500", "server_error", "The next request fails with 500"],
  ["Slow it by 2 s", "slow", "The next request is looked at after 2 s"],
  ["Drop the socket", "drop_socket", "The gateway's socket is gone"],
  ["Ask to reconnect", "reconnect", "The bot was asked to reconnect"],
  ["15 minutes forward", "leap", "The clock is put forward; interactions expire"],
];

const list = el("div", { class: "traffic", role: "log", "aria-label": "Requests and events", tabindex: 0 });
const filter = el("input", { type: "search", class: "plain", placeholder: "Filter", "aria-label": "Filter", oninput: () => sift() });
let isOpen = false;

export function toggleDrawer() {
  isOpen = !isOpen;
  const drawer = document.getElementById("drawer");
  drawer.hidden = !isOpen;
  document.getElementById("drawer-switch").setAttribute("aria-expanded", String(isOpen));
  watch();
  if (!isOpen) return;
  fill(list);
  const faults = FAULTS.map(([label, how, told]) => {
    const disturb = () => {
      attempt({ do: "disturb", how });
      notice(told);
    };
    return el("button", { type: "button", class: "press secondary small", "data-fault": how, onclick: disturb }, label);
  });
  fill(
    drawer,
    el("div", { class: "drawer-head" }, el("h2", {}, "Requests and events"), filter, el("button", { type: "button", class: "press secondary small", onclick: () => fill(list) }, "Clear"), button("Close drawer", "close", toggleDrawer)),
    el("div", { class: "faults", role: "group", "aria-label": "Faults" }, faults),
    list,
  );
}

function watch() {
  act(see().me, { do: "watch", open: isOpen }).catch(() => {});
}

on("open", () => {
  if (isOpen) {
    fill(list);
    watch();
  }
});
on("traffic", ({ entries }) => {
  const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  for (const entry of entries) list.append(row(entry));
  while (list.children.length > KEPT) list.firstChild.remove();
  sift();
  if (isNear) list.scrollTop = list.scrollHeight;
});

const SIGNS = { request: "→", command: "↑", event: "↓" };

function row(entry) {
  const isBad = entry.is === "request" ? entry.status >= 400 || entry.unexpected : ["CLOSE", "DROPPED"].includes(entry.what);
  const time = new Date(entry.at).toISOString().slice(11, 23);
  const summary = el(
    "summary",
    {},
    el("time", {}, time),
    el("span", { class: "sign", title: entry.is }, SIGNS[entry.is]),
    entry.is === "request" && el("b", { class: "status" }, entry.status),
    el("span", { class: "what" }, entry.what),
    entry.is === "request" && el("small", {}, `${entry.took_ms} ms`),
  );
  const details = el("details", { class: isBad ? `entry ${entry.is} bad` : `entry ${entry.is}` }, summary);
  const open = () => {
    if (details.childElementCount > 1) return;
    details.append(
      entry.unexpected && block("There is no such route in the sandbox", null),
      entry.is === "request" && !entry.took_effect && block("It took no effect", null),
      entry.body !== null && entry.body !== undefined && block(entry.is === "request" ? "Body" : "Data", entry.body),
      entry.files?.length > 0 && block("Files", entry.files),
      entry.answer !== null && entry.answer !== undefined && block("Answer", entry.answer),
    );
    for (const child of [...details.childNodes]) if (child.nodeType === Node.TEXT_NODE) child.remove();
  };
  details.addEventListener("toggle", open);
  return details;
}

function block(title, value) {
  return el("div", { class: "block" }, el("small", {}, title), value !== null && el("pre", { tabindex: 0 }, JSON.stringify(value, null, 2)));
}

function sift() {
  const text = filter.value.toLowerCase();
  for (const it of list.children) it.hidden = !it.querySelector("summary").textContent.toLowerCase().includes(text);
}
