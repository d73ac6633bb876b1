// Discord's markdown as elements. Every text goes in as a text node.

import { add, el } from "./dom.js";
import { nameOf, channelName, role } from "./names.js";
import { parse } from "./parse.js";
import { go } from "./scene.js";
import { begin } from "./interaction.js";
import { formatted, relative } from "./time.js";

/** A text as a list of nodes. */
export function markdown(text, { blocks = true } = {}) {
  return parse(String(text ?? ""), blocks).map(shown);
}

const TAGS = { bold: "strong", italic: "em", underline: "u", strike: "s" };

function shown(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const inside = () => (node.of ?? []).map(shown);
  switch (node.is) {
    case "lines":
      return el("span", { class: "lines" }, inside());
    case "break":
      return el("br");
    case "heading":
      return el(`h${node.level + 2}`, { class: `heading-${node.level}` }, inside());
    case "subtext":
      return el("small", { class: "subtext" }, inside());
    case "quote":
      return el("blockquote", {}, inside());
    case "fence":
      return el("pre", { tabindex: 0 }, el("code", {}, node.text));
    case "code":
      return el("code", { class: "inline" }, node.text);
    case "list":
      return list(node);
    case "spoiler":
      return spoiler(inside());
    case "link":
      return link(node.url, inside(), node.title);
    case "time":
      return moment(node);
    default:
      return TAGS[node.is] ? el(TAGS[node.is], {}, inside()) : mention(node);
  }
}

function list({ start, items }) {
  const of = items.map((item) => el("li", {}, item.map(shown)));
  return start === null ? el("ul", {}, of) : el("ol", { start }, of);
}

function spoiler(inside) {
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    cover.classList.add("revealed");
    cover.removeAttribute("aria-label");
  };
  const props = { class: "spoiler", role: "button", tabindex: 0, "aria-label": "Spoiler; press to reveal" };
  const cover = el("span", { ...props, onclick: reveal, onkeydown: reveal }, el("span", {}, inside));
  return cover;
}

/** A link that opens elsewhere and tells that place nothing. */
export function link(url, children, title) {
  let target = null;
  try {
    target = new URL(url);
  } catch {
    return el("span", {}, children);
  }
  if (target.protocol !== "https:" && target.protocol !== "http:") return el("span", {}, children);
  const props = { href: target.href, target: "_blank", rel: "noopener noreferrer", title: title ?? target.href };
  return el("a", props, children);
}

function moment({ seconds, style }) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return el("span", { class: "time" }, "Invalid Date");
  const props = { class: "time", datetime: date.toISOString(), title: formatted(date, "F") };
  return el("time", props, style === "R" ? relative(date) : formatted(date, style ?? "f"));
}

function mention(node) {
  switch (node.is) {
    case "user":
      return el("span", { class: "mention" }, `@${nameOf(node.id)}`);
    case "role":
      return el("span", { class: "mention" }, `@${role(node.id)?.name ?? "unknown-role"}`);
    case "everyone":
      return el("span", { class: "mention" }, `@${node.name}`);
    case "emoji":
      return el("span", { class: "custom-emoji" }, `:${node.name}:`);
    case "command":
      return el("button", { type: "button", class: "mention", onclick: () => begin(node.name) }, `/${node.name}`);
    default: {
      const name = channelName(node.id);
      if (name === null) return el("span", { class: "mention" }, "#unknown");
      return el("button", { type: "button", class: "mention", onclick: () => go(node.id) }, `#${name}`);
    }
  }
}

/** Whether a text is a few emoji alone, which are shown large. */
export function isJumbo(text) {
  const trimmed = text.replace(/\s/g, "");
  return trimmed !== "" && trimmed.length < 100 && /^(\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(trimmed) && !/^[\d#*]+$/.test(trimmed);
}

/** A text on one line, without its marks. */
export function plain(text) {
  const bare = text.replace(/^(>>> |> |-# |#{1,3} )+/gm, "");
  const line = add(el("span"), markdown(bare, { blocks: false }));
  for (const it of line.querySelectorAll("br")) it.replaceWith(" ");
  return line.textContent.replace(/\n+/g, " ");
}
