// One message as somebody sees it, with what can be done to it.

import { avatar } from "./avatar.js";
import { components } from "./components.js";
import { button, el, icon } from "./dom.js";
import { embed } from "./embed.js";
import { openEmoji } from "./emoji.js";
import { start } from "./interaction.js";
import { nameIn } from "./language.js";
import { isJumbo, markdown, plain } from "./markdown.js";
import { attachments } from "./media.js";
import { openMenu } from "./menu.js";
import { decoded, encoded, nameOf } from "./names.js";
import { notice } from "./notice.js";
import { attempt, channel, go, here, perform, see } from "./scene.js";
import { formatted, stamp } from "./time.js";

const SYSTEM = { 6: "pinned a message to this channel.", 18: "started a thread:" };
const HAS_LAYOUT = 1 << 15;

let editing = null;
let replies = () => {};
let redraws = () => {};

export const isEdited = (id) => editing === id;

/** Who takes a reply, and who draws the messages again. */
export function onMessageActs({ reply, redraw }) {
  replies = reply;
  redraws = redraw;
}

export function edit(message) {
  editing = message?.id ?? null;
  redraws();
}

/** The element of a message; `isGrouped` when it follows another of the same author. */
export function message(it, isGrouped) {
  const by = nameOf(it.author.id);
  if (SYSTEM[it.type]) return system(it, by);
  const isStarter = it.type === 21 && it.referenced_message;
  const shown = isStarter ? { ...it.referenced_message, id: it.id, channel_id: it.channel_id } : it;
  const name = nameOf(shown.author.id);
  const label = `${name}, ${stamp(shown.timestamp)}: ${plain(shown.content).slice(0, 200)}`;
  const classes = ["message", isGrouped && "grouped", it.pings_me && "pinging", it.private && "private"].filter(Boolean);
  return el(
    "article",
    { class: classes.join(" "), id: `m${it.id}`, "data-id": it.id, tabindex: 0, "aria-label": label, onkeydown: (event) => key(event, it), oncontextmenu: (event) => context(event, it) },
    !isStarter && above(it),
    isGrouped
      ? el("time", { class: "gutter", title: formatted(new Date(it.timestamp), "F") }, formatted(new Date(it.timestamp), "t"))
      : avatar(shown.author.id, name),
    el("div", { class: "body" }, !isGrouped && head(shown, name), content(shown, it)),
    tools(it),
  );
}

function system(it, by) {
  const thread = it.type === 18 && channel(it.message_reference?.channel_id);
  return el(
    "article",
    { class: "message system", id: `m${it.id}`, tabindex: 0 },
    el("span", { class: "gutter-icon" }, icon(it.type === 18 ? "thread" : "more")),
    el("div", { class: "body" }, el("strong", {}, by), ` ${SYSTEM[it.type]} `, thread ? el("button", { type: "button", class: "plainlink", onclick: () => go(thread.id) }, it.content) : it.content, el("time", {}, stamp(it.timestamp))),
  );
}

/** The line above: what it replies to, or which command it answers. */
function above(it) {
  const used = it.interaction_metadata;
  if (used?.name && (it.type === 20 || it.type === 23)) {
    const sign = used.command_type === 1 ? "/" : "";
    return el("div", { class: "above" }, el("strong", {}, nameOf(used.user.id)), " used ", el("span", { class: "used" }, `${sign}${used.name}`));
  }
  if (it.type !== 19) return null;
  const to = it.referenced_message;
  if (!to) return el("div", { class: "above" }, el("em", {}, "Original message was deleted"));
  const jump = () => {
    const target = document.getElementById(`m${to.id}`);
    target?.scrollIntoView({ block: "center" });
    target?.focus();
  };
  const text = plain(to.content).slice(0, 120) || "Click to see attachment or embed";
  return el("button", { type: "button", class: "above", "aria-label": `Reply to ${nameOf(to.author.id)}`, onclick: jump }, el("strong", {}, `@${nameOf(to.author.id)}`), ` ${text}`);
}

function head(it, name) {
  return el(
    "div",
    { class: "head" },
    el("strong", { class: "author" }, name),
    it.author.bot && el("span", { class: "badge" }, "APP"),
    el("time", { datetime: it.timestamp, title: formatted(new Date(it.timestamp), "F") }, stamp(it.timestamp)),
  );
}

function content(it, outer) {
  if (isEdited(outer.id)) return editor(outer);
  if (it.thinking) return thinking(it);
  const hasLayout = (it.flags & HAS_LAYOUT) !== 0;
  const edited = it.edited_timestamp && el("span", { class: "edited", title: formatted(new Date(it.edited_timestamp), "F") }, " (edited)");
  const text = it.content && el("div", { class: isJumbo(it.content) ? "text jumbo" : "text" }, markdown(it.content), edited);
  return [
    text,
    attachments(it),
    (it.embeds ?? []).map((one) => embed(one, it)),
    el("div", { class: hasLayout ? "layout" : "components" }, components(it)),
    !it.content && edited,
    reactions(outer),
    threadCard(outer),
    outer.private && privately(outer),
  ];
}

function thinking(it) {
  if (it.expired) {
    return el("div", { class: "failed" }, "The application did not respond");
  }
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return [el("div", { class: "thinking" }, dots, `${nameOf(it.author.id)} is thinking…`), it.private && privately(it)];
}

function privately(it) {
  const dismiss = () => attempt({ do: "delete", channel: it.channel_id, message: it.id });
  return el("div", { class: "privately" }, icon("eye"), "Only you can see this · ", el("button", { type: "button", class: "plainlink", onclick: dismiss }, "Dismiss message"));
}

function reactions(it) {
  if (!it.reactions?.length) return null;
  return el("div", { class: "reactions" }, it.reactions.map(({ emoji, count, me }) => {
    const label = `${emoji.name}, ${count}${me ? ", with yours" : ""}`;
    const props = { type: "button", class: me ? "reaction mine" : "reaction", "aria-pressed": String(me), "aria-label": label };
    return el("button", { ...props, onclick: () => react(it, emoji.name, !me) }, emoji.name, el("span", {}, count));
  }));
}

function react(it, emoji, given) {
  attempt({ do: "react", channel: it.channel_id, message: it.id, emoji, given });
}

function threadCard(it) {
  if (!it.thread || it.thread.id === here()?.id) return null;
  const { id, name, message_count: count } = it.thread;
  return el("button", { type: "button", class: "thread-card", onclick: () => go(id) }, icon("thread"), el("strong", {}, name), el("span", {}, count === 1 ? "1 message" : `${count} messages`));
}

function tools(it) {
  if (it.thinking) return null;
  const { may } = see().place;
  return el(
    "div",
    { class: "tools", role: "group", "aria-label": "Message actions" },
    may.react && !it.private && button("Add reaction", "smile", (event) => openEmoji(event.currentTarget, (emoji) => react(it, emoji, true))),
    may.send && !it.private && button("Reply", "reply", () => replies(it)),
    button("More", "more", (event) => openMenu(event.currentTarget, "Message", things(it))),
  );
}

function context(event, it) {
  if (it.thinking || event.target.closest("a, textarea") || String(getSelection())) return;
  event.preventDefault();
  openMenu({ x: event.clientX, y: event.clientY }, "Message", things(it));
}

/** Everything that can be done to a message, the bots' own commands among it. */
function things(it) {
  const { may, id: place } = see().place;
  const commands = see().scene.commands.filter((one) => one.type === 3 && one.usable);
  const list = [];
  if (may.send && !it.private) list.push({ label: "Reply", run: () => replies(it) });
  if (it.mine) list.push({ label: "Edit message", run: () => edit(it) });
  if (may.thread && !it.private && !it.thread) list.push({ label: "Create thread", run: () => createThread(it) });
  list.push({ label: "Copy text", run: () => copy(it.content) });
  list.push({ label: "Copy message ID", run: () => copy(it.id) });
  if (commands.length) list.push(null);
  for (const one of commands) {
    const what = { do: "on_message", channel: place, message: it.id, name: one.name };
    list.push({ label: nameIn(one), run: () => start(what, { label: nameIn(one) }).catch(() => {}) });
  }
  list.push(null);
  const label = it.private ? "Dismiss message" : "Delete message";
  if (it.deletable || it.private) list.push({ label, isBad: true, run: () => attempt({ do: "delete", channel: place, message: it.id }) });
  return list;
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  notice("Copied");
}

async function createThread(it) {
  const name = plain(it.content).slice(0, 60) || "Thread";
  try {
    const { channel: id } = await perform({ do: "start_thread", channel: it.channel_id, message: it.id, name });
    go(id);
  } catch {
    // What was wrong is shown.
  }
}

function key(event, it) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (next) {
    let to = event.currentTarget[next];
    while (to && to.tagName !== "ARTICLE") to = to[next];
    to?.focus();
  } else if (event.key === "Enter" || event.key === "ContextMenu") openMenu(event.currentTarget, "Message", things(it));
  else if (event.key === "r" && !it.private) replies(it);
  else if (event.key === "e" && it.mine) edit(it);
  else return;
  event.preventDefault();
}

function editor(it) {
  const box = el("textarea", { class: "edit", "aria-label": "Edit message", rows: 2 });
  box.value = decoded(it.content);
  const save = () => {
    const text = encoded(box.value.trim());
    edit(null);
    if (text === it.content) return;
    const what = text ? { do: "edit", text } : { do: "delete" };
    attempt({ ...what, channel: it.channel_id, message: it.id });
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") edit(null);
    else if (event.key === "Enter" && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  queueMicrotask(() => box.focus());
  const cancel = el("button", { type: "button", class: "plainlink", onclick: () => edit(null) }, "cancel");
  return el("div", {}, box, el("div", { class: "hint" }, "escape to ", cancel, " · enter to ", el("button", { type: "button", class: "plainlink", onclick: save }, "save")));
}
