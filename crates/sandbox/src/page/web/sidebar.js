// Servers and channels, whom one speaks as, and the language.

import { avatar } from "./avatar.js";
import { el, fill, icon } from "./dom.js";
import { closePanes, symbol } from "./header.js";
import { languageSwitch } from "./language.js";
import { nameOf } from "./names.js";
import { go, goDirect, goGuild, guild, here, isThread, isUnread, kind, me, play, see } from "./scene.js";

let drawn = "";

export function drawSidebar(root) {
  const { scene, guild: at, channel, me: id } = see();
  const key = JSON.stringify([scene.guilds, scene.directs, scene.users, at, channel, id]);
  if (key === drawn) return;
  drawn = key;
  const focused = root.contains(document.activeElement) ? document.activeElement.id : null;
  fill(root, rail(scene), el("div", { class: "channels-pane" }, isDirect() ? directs(scene) : channels(), foot(scene)));
  if (focused) document.getElementById(focused)?.focus();
}

const isDirect = () => here() && !here().guild_id;

function rail(scene) {
  const entry = (label, content, isHere, onclick) =>
    el("button", { type: "button", class: isHere ? "server here" : "server", "aria-label": label, "aria-current": isHere ? "true" : null, title: label, onclick }, content);
  const initials = (name) => name.split(/\s+/).map((it) => [...it][0]).join("").slice(0, 3);
  return el(
    "div",
    { class: "rail", role: "group", "aria-label": "Servers" },
    entry("Direct messages", icon("at"), isDirect(), () => {
      closePanes();
      goDirect();
    }),
    el("hr"),
    scene.guilds.map((it) => entry(it.name, initials(it.name), !isDirect() && it.id === see().guild, () => goGuild(it.id))),
  );
}

function channels() {
  const all = guild()?.channels ?? [];
  const below = (id) => all.filter((it) => (it.parent_id ?? null) === id && !isThread(it) && it.type !== kind.CATEGORY).sort((a, b) => a.position - b.position);
  const categories = all.filter((it) => it.type === kind.CATEGORY).sort((a, b) => a.position - b.position);
  const withThreads = (it) => [channel(it), ...all.filter((one) => one.parent_id === it.id && isThread(one)).slice(-6).map((one) => channel(one, true))];
  return el(
    "div",
    { class: "channels" },
    el("h2", { class: "server-name" }, guild()?.name ?? ""),
    categories.map((it) => [el("h3", {}, it.name), below(it.id).map(withThreads)]),
    categories.length > 0 && el("h3", {}, "More channels"),
    below(null).map(withThreads),
  );
}

function channel(it, isNested = false) {
  const isHere = it.id === see().channel;
  const unread = isUnread(it);
  const names = ["channel", isNested && "nested", isHere && "here", unread && "unread"].filter(Boolean).join(" ");
  const label = `${it.name}${isThread(it) ? ", thread" : ""}${unread ? ", unread" : ""}`;
  const open = () => {
    closePanes();
    go(it.id);
  };
  return el("button", { type: "button", class: names, id: `c${it.id}`, "aria-label": label, "aria-current": isHere ? "page" : null, onclick: open }, icon(symbol(it)), el("span", {}, it.name));
}

function directs(scene) {
  return el("div", { class: "channels" }, el("h2", { class: "server-name" }, "Direct messages"), scene.directs.map((it) => {
    const other = it.recipients[0];
    const isHere = it.id === see().channel;
    return el("button", { type: "button", class: isHere ? "channel here" : "channel", id: `c${it.id}`, "aria-current": isHere ? "page" : null, onclick: () => go(it.id) }, avatar(other.id, nameOf(other.id)), el("span", {}, nameOf(other.id)));
  }));
}

function foot(scene) {
  const people = scene.users.filter((it) => !it.bot);
  const order = ["member", "helper", "admin", "owner"];
  const sorted = people.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  const options = sorted.map((it) => el("option", { value: it.id, selected: it.id === see().me }, `${it.name} · ${it.standing}`));
  const props = { class: "plain", id: "speak-as", onchange: (event) => play(event.target.value) };
  return el(
    "div",
    { class: "foot" },
    avatar(see().me, me()?.name ?? "?"),
    el(
      "div",
      { class: "foot-choices" },
      el("label", {}, el("small", {}, "Speak as"), el("select", props, options)),
      el("label", {}, el("small", {}, "Language"), languageSwitch()),
    ),
  );
}

/** The channel before or after this one. */
export function step(by) {
  const all = [...document.querySelectorAll("#sidebar .channel")];
  const at = all.findIndex((it) => it.classList.contains("here"));
  all.at((at + by + all.length) % all.length)?.click();
}
