// The messages of a channel. A message that did not change keeps its element, and with it focus,
// revealed spoilers and open selections.

import { el } from "./dom.js";
import { onPending, pendingIn } from "./interaction.js";
import { isEdited, message } from "./message.js";
import { nameOf } from "./names.js";
import { here, loadOlder, see } from "./scene.js";
import { suggest } from "./composer.js";
import { day } from "./time.js";

/** Messages of one author within this time stand under one name. */
const GROUP_MS = 7 * 60 * 1000;

/** How near to the end one must be to be taken along when a message comes. */
const NEAR_PX = 120;

const list = el("div", { class: "messages", role: "log", "aria-live": "polite", "aria-label": "Messages" });
const shown = new Map();
let drawnFor = "";

export const messages = () => list;

export function draw() {
  const { place, me, scene } = see();
  if (!place?.messages) return;
  const lookKey = `${me} ${place.id} ${scene.users.find((it) => it.id === me)?.locale}`;
  if (lookKey !== drawnFor) shown.clear();
  const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
  const height = list.scrollHeight;
  const wasOlder = drawnFor === lookKey && list.dataset.older !== String(place.older);
  list.dataset.older = place.older;
  const wanted = [...beginning(place), ...rows(place), ...pending(place)];
  put(wanted);
  if (drawnFor !== lookKey || isNear) list.scrollTop = list.scrollHeight;
  else if (wasOlder) list.scrollTop += list.scrollHeight - height;
  drawnFor = lookKey;
}

/** Puts these children there, moving and touching as little as possible. */
function put(wanted) {
  wanted.forEach((child, at) => {
    const there = list.children[at];
    if (there === child) return;
    if (there && !wanted.includes(there)) there.replaceWith(child);
    else list.insertBefore(child, there ?? null);
  });
  while (list.children.length > wanted.length) list.lastChild.remove();
}

function kept(id, key, make) {
  const known = shown.get(id);
  if (known?.key === key) return known.element;
  const element = make();
  shown.set(id, { key, element });
  return element;
}

function beginning(place) {
  if (place.older > 0) {
    const more = () => el("button", { type: "button", class: "older", onclick: loadOlder }, `Show earlier messages (${place.older})`);
    return [kept("older", String(place.older), more)];
  }
  const there = here();
  if (!there) return [];
  const { suggestions } = see().scene;
  const isEmpty = place.messages.length === 0 && place.may.send;
  const key = JSON.stringify([place.id, there.name, there.topic, isEmpty, suggestions]);
  const asks = isEmpty && suggestions.length > 0;
  return [kept("beginning", key, () => el(
    "div",
    { class: "beginning" },
    el("h2", {}, there.guild_id ? `${there.thread_metadata ? "" : "#"}${there.name}` : `@${nameOf(there.recipients[0].id)}`),
    el("p", {}, there.topic ?? (there.guild_id ? `This is the beginning of ${there.thread_metadata ? "" : "#"}${there.name}.` : "This is the beginning of your direct messages.")),
    asks && el("p", { class: "suggestions-title" }, "Try asking the bot:"),
    asks && el("div", { class: "suggested" }, suggestions.map((it) => el("button", { type: "button", class: "suggested-one", onclick: () => suggest(it) }, it))),
  ))];
}

function rows(place) {
  const out = [];
  let before = null;
  for (const it of place.messages) {
    const date = new Date(it.timestamp).toDateString();
    if (!before || new Date(before.timestamp).toDateString() !== date) {
      out.push(kept(`day ${date}`, date, () => el("div", { class: "day", role: "separator" }, el("span", {}, day(it.timestamp)))));
      before = null;
    }
    const isGrouped = follows(before, it);
    const key = JSON.stringify([it, isGrouped, isEdited(it.id), place.may]);
    out.push(kept(it.id, key, () => message(it, isGrouped)));
    before = it;
  }
  return out;
}

function follows(before, it) {
  const isPlain = it.type === 0 && it.author.id === before?.author.id && before.type !== 6 && before.type !== 18;
  return isPlain && before.private === it.private && new Date(it.timestamp) - new Date(before.timestamp) < GROUP_MS;
}

function pending(place) {
  return pendingIn(place.id).map(({ label }) => el("div", { class: "sending" }, `Sending ${label}…`));
}

export function refusedPlace(body) {
  return el("div", { class: "refused-place" }, el("h2", {}, body.message), el("p", {}, `Discord answers with code ${body.code}.`));
}

onPending(draw);

// Whoever reads the end stays there when the window or the message box changes.
let wasNear = true;
list.addEventListener("scroll", () => {
  wasNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
});
new ResizeObserver(() => {
  if (wasNear) list.scrollTop = list.scrollHeight;
}).observe(list);
