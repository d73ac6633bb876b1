// A forum: its posts with their tags, and a form for a new one.

import { add, button, el, fill, icon } from "./dom.js";
import { plain } from "./markdown.js";
import { encoded, nameOf } from "./names.js";
import { go, guild, perform } from "./scene.js";
import { relative } from "./time.js";

const SEQUENCE_SHIFT = 22n;
const EPOCH_MS = 1_420_070_400_000n;

let root = null;
let drawn = "";

export function forum(there) {
  root ??= el("div", { class: "forum" });
  const posts = guild().channels.filter((it) => it.parent_id === there.id);
  const key = JSON.stringify([there, posts]);
  if (key !== drawn) {
    drawn = key;
    posts.sort((a, b) => (BigInt(b.last_message_id ?? b.id) > BigInt(a.last_message_id ?? a.id) ? 1 : -1));
    fill(root, head(there), posts.length === 0 && el("p", { class: "empty" }, "There are no posts yet."), el("ul", { class: "posts" }, posts.map((it) => post(it, there))));
  }
  return root;
}

function head(there) {
  return el("div", { class: "forum-head" }, el("div", {}, el("h2", {}, there.name), el("p", {}, there.topic ?? "")), el("button", { type: "button", class: "press primary", onclick: () => ask(there) }, icon("plus"), "New post"));
}

function post(it, there) {
  const tags = (it.applied_tags ?? []).map((id) => there.available_tags.find((tag) => tag.id === id)?.name).filter(Boolean);
  const answers = Math.max(0, it.message_count - 1);
  const last = new Date(Number((BigInt(it.last_message_id ?? it.id) >> SEQUENCE_SHIFT) + EPOCH_MS));
  return el("li", {}, el(
    "button",
    { type: "button", class: "post", onclick: () => go(it.id) },
    tags.length > 0 && el("span", { class: "tags" }, tags.map((tag) => el("span", { class: "tag" }, tag))),
    el("strong", {}, it.name),
    el("span", { class: "preview" }, el("b", {}, `${nameOf(it.owner_id)}: `), plain(it.preview ?? "")),
    el("small", {}, answers === 1 ? "1 answer" : `${answers} answers`, ` · ${relative(last)}`),
  ));
}

function ask(there) {
  const dialog = el("dialog", { class: "dialog", "aria-label": "New post" });
  const title = el("input", { type: "text", required: true, maxlength: 100 });
  const text = el("textarea", { rows: 5, required: true });
  const tags = there.available_tags.map(({ name }) => el("label", { class: "check" }, el("input", { type: "checkbox", value: name }), name));
  const submit = async (event) => {
    event.preventDefault();
    const chosen = [...dialog.querySelectorAll("[type=checkbox]:checked")].map((it) => it.value);
    try {
      const { channel } = await perform({ do: "post", channel: there.id, title: title.value, text: encoded(text.value), tags: chosen });
      dialog.close();
      go(channel);
    } catch {
      // What was wrong is shown.
    }
  };
  add(dialog, el(
    "form",
    { onsubmit: submit },
    el("div", { class: "dialog-head" }, el("h2", {}, "New post"), button("Close", "close", () => dialog.close())),
    el("label", { class: "labelled" }, el("span", { class: "label" }, "Title"), title),
    el("label", { class: "labelled" }, el("span", { class: "label" }, "Message"), text),
    tags.length > 0 && el("fieldset", { class: "labelled" }, el("legend", { class: "label" }, "Tags"), el("div", { class: "checks" }, tags)),
    el("div", { class: "dialog-end" }, el("button", { type: "submit", class: "press primary" }, "Post")),
  ));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}
