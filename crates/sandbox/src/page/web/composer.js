// The message box: text, replies, files, and commands.

import { commandForm, slashCommands } from "./command.js";
import { button, el, fill, icon } from "./dom.js";
import { encodedFile } from "./field.js";
import { onBegin, start } from "./interaction.js";
import { edit } from "./message.js";
import { bytes } from "./media.js";
import { channelsHere, encoded, membersHere, nameOf } from "./names.js";
import { attempt, here, isForum, isThread, listen, me, perform, see } from "./scene.js";
import { suggestions } from "./suggestions.js";

/** Discord tells others of typing at most this often. */
const TYPING_MS = 8000;

/** Characters of a message, from Discord's documentation. */
const MAX_TEXT = 2000;
const SHOWN = 8;

const drafts = new Map();
let files = [];
let replying = null;
let typed = 0;
let command = null;
let offered = "";

const list = suggestions(choose);
const replyBar = el("div", { class: "reply-bar", hidden: true });
const fileBar = el("div", { class: "file-bar", hidden: true });
const counter = el("span", { class: "counter", "aria-live": "polite" });
const box = el("textarea", { rows: 1, role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", id: "text", oninput: input, onkeydown: key, onpaste: paste });
const picker = el("input", { type: "file", multiple: true, hidden: true, "aria-label": "Files", onchange: () => addFiles(picker) });
const attach = button("Attach files", "plus", () => picker.click());
const slash = button("Use a command", "slash", () => put("/"));
const send = button("Send message", "send", () => submit(), { class: "tool send-text" });
const typing = el("div", { class: "typing", "aria-live": "polite" });
const line = el("div", { class: "line" }, attach, picker, box, counter, slash, send);
const bar = el("div", { class: "composer" }, list.list, replyBar, fileBar, line);
let drawnFor = "";

/** Draws what changed; what is being written stays. */
export function drawComposer(root) {
  const { me, channel, place } = see();
  const there = here();
  const key = `${me} ${channel}`;
  if (key !== drawnFor) {
    drawnFor = key;
    endCommand(false);
    replying = null;
    box.value = drafts.get(key) ?? "";
    fill(root, bar, typing);
    drawReply();
    grow();
    list.hide();
  }
  root.hidden = !there || isForum(there) || Boolean(place?.refused);
  const may = place?.may?.send ?? false;
  box.disabled = !may;
  attach.hidden = !(place?.may?.attach && may);
  const name = there?.guild_id ? `${isThread(there) ? "" : "#"}${there.name}` : `@${nameOf(there?.recipients?.[0]?.id)}`;
  const hint = may || !place ? `Message ${name}` : "You do not have permission to send messages in this channel.";
  if (hint !== box.placeholder) {
    box.placeholder = hint;
    box.setAttribute("aria-label", hint);
    grow();
  }
  const who = (place?.typing ?? []).map(nameOf);
  typing.textContent = who.length ? `${who.join(", ")} ${who.length > 1 ? "are" : "is"} typing…` : "";
}

/** Writes a question to the first bot into the box. */
export function suggest(question) {
  const bot = see().scene.users.find((it) => it.bot);
  put(here()?.guild_id ? `@${nameOf(bot.id)} ${question}` : question);
}

function put(text) {
  endCommand(false);
  box.value = text;
  box.focus();
  input();
}

export function reply(message) {
  replying = message;
  drawReply();
  box.focus();
}

function drawReply() {
  replyBar.hidden = !replying;
  if (!replying) return;
  const cancel = () => {
    replying = null;
    drawReply();
    box.focus();
  };
  fill(replyBar, el("span", {}, "Replying to ", el("strong", {}, nameOf(replying.author.id))), button("Cancel reply", "close", cancel));
}

function addFiles(from) {
  files = [...files, ...from.files];
  from.value = "";
  drawFiles();
  box.focus();
}

function paste(event) {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  files = [...files, ...event.clipboardData.files];
  drawFiles();
}

function drawFiles() {
  fileBar.hidden = files.length === 0;
  const drop = (file) => {
    files = files.filter((it) => it !== file);
    drawFiles();
  };
  fill(fileBar, files.map((it) => el("div", { class: "file" }, icon("file"), el("span", {}, it.name, el("small", {}, bytes(it.size))), button(`Remove ${it.name}`, "close", () => drop(it)))));
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
  const left = MAX_TEXT - [...box.value].length;
  counter.textContent = left < 200 ? left : "";
  counter.classList.toggle("over", left < 0);
}

function input() {
  grow();
  drafts.set(drawnFor, box.value);
  const exact = /^\/(.+) $/.exec(box.value)?.[1];
  const found = exact && slashCommands().find((it) => it.isUsable && [it.name, it.shown].includes(exact));
  if (found) {
    beginCommand(found);
    return;
  }
  offer();
  if (box.value && !box.value.startsWith("/") && Date.now() - typed > TYPING_MS) {
    typed = Date.now();
    attempt({ do: "typing", channel: see().channel });
  }
}

/** Shows what may be meant: a command, somebody, a channel. */
function offer() {
  const before = box.value.slice(0, box.selectionStart);
  const slashed = /^\/([^\n]*)$/.exec(before);
  const named = /(?:^|\s)([@#])([\p{L}\p{N}_-]*)$/u.exec(before);
  if (slashed) list.show(commandsLike(slashed[1].toLowerCase()), box, "Commands");
  else if (named) list.show(named[1] === "@" ? people(named[2]) : places(named[2]), box, named[1] === "@" ? "Members" : "Channels");
  else list.hide();
}

function commandsLike(text) {
  const all = slashCommands().filter((it) => it.isUsable);
  const begins = all.filter((it) => it.shown.startsWith(text) || it.name.startsWith(text));
  const holds = all.filter((it) => !begins.includes(it) && (it.shown.includes(text) || it.description.toLowerCase().includes(text)));
  return [...begins, ...holds].slice(0, 25).map((it) => ({ mark: "/", label: it.shown, description: it.description, note: it.options.map((one) => one.name).join(" "), command: it }));
}

function people(text) {
  const fits = membersHere().filter((it) => nameOf(it.id).toLowerCase().includes(text.toLowerCase()));
  return fits.slice(0, SHOWN).map((it) => ({ mark: "@", label: nameOf(it.id), description: it.bot ? "app" : it.standing, text: `@${nameOf(it.id)} ` }));
}

function places(text) {
  const fits = channelsHere().filter((it) => it.name.toLowerCase().includes(text.toLowerCase()));
  return fits.slice(0, SHOWN).map((it) => ({ mark: "#", label: it.name, description: it.topic ?? "", text: `#${it.name} ` }));
}

function choose(item) {
  list.hide();
  if (item.command) {
    beginCommand(item.command);
    return;
  }
  const end = box.selectionStart;
  const before = box.value.slice(0, end).replace(/[@#][\p{L}\p{N}_-]*$/u, item.text);
  box.value = before + box.value.slice(end);
  box.setSelectionRange(before.length, before.length);
  box.focus();
  input();
}

function beginCommand(of, values = {}) {
  list.hide();
  command = commandForm(of, { onend: () => endCommand(true) });
  box.value = "";
  drafts.delete(drawnFor);
  line.hidden = true;
  bar.append(command.form);
  command.set(values);
  command.focus();
}

function endCommand(isFocused) {
  command?.form.remove();
  command = null;
  line.hidden = false;
  if (isFocused) box.focus();
}

function key(event) {
  if (list.takes(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && replying) {
    replying = null;
    drawReply();
  } else if (event.key === "ArrowUp" && box.value === "") {
    const last = see().place?.messages.findLast((it) => it.mine);
    if (last) {
      event.preventDefault();
      edit(last);
    }
  }
}

async function submit() {
  const text = box.value.trim();
  const refusable = slashCommands().find((it) => !it.isUsable && [it.name, it.shown].includes(text.replace(/^\//, "")));
  if (text.startsWith("/") && refusable) {
    box.value = "";
    grow();
    start({ do: "slash", channel: see().channel, name: refusable.name, options: {} }).catch(() => {});
    return;
  }
  if (text === "" && files.length === 0) return;
  const channel = see().channel;
  const before = { value: box.value, files, replying };
  const sent = files.map(encodedFile);
  const what = { do: "say", channel, text: encoded(text), reply_to: replying?.id ?? null };
  box.value = "";
  files = [];
  replying = null;
  typed = 0;
  drafts.delete(drawnFor);
  drawFiles();
  drawReply();
  grow();
  try {
    await perform({ ...what, files: await Promise.all(sent) });
  } catch {
    // What was wrong is shown, and nothing that was written is lost.
    box.value = before.value;
    files = before.files;
    replying = before.replying;
    drawFiles();
    drawReply();
    grow();
  }
}

onBegin((name) => {
  const found = slashCommands().find((it) => it.name === name);
  if (found?.isUsable) beginCommand(found);
});

// What may be used here is known only when the sandbox has told it.
listen("scene", () => {
  const now = JSON.stringify([me()?.locale, see().scene.commands.map((it) => [it.id, it.name, it.usable])]);
  if (now === offered) return;
  offered = now;
  if (document.activeElement === box && !command) offer();
});

export const focusComposer = () => !box.disabled && box.focus();
