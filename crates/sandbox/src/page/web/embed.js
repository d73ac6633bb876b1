// Embeds: the boxes that bots put under their text.

import { el } from "./dom.js";
import { colour } from "./components.js";
import { link, markdown } from "./markdown.js";
import { picture } from "./media.js";
import { formatted } from "./time.js";

export function embed(it, message) {
  const title = it.title && markdown(it.title, { blocks: false });
  const body = el(
    "div",
    { class: "embed-body" },
    it.provider?.name && el("small", {}, it.provider.name),
    it.author && el("div", { class: "embed-author" }, it.author.url ? link(it.author.url, [it.author.name]) : it.author.name),
    title && el("div", { class: "embed-title" }, it.url ? link(it.url, title) : title),
    it.description && el("div", { class: "text" }, markdown(it.description)),
    it.fields?.length && el("div", { class: "fields" }, it.fields.map(field)),
    it.image && picture(it.image, message, it.image.description ?? it.title),
    footer(it),
  );
  const box = el("div", { class: "embed", role: "group", "aria-label": it.title ?? "Embed" }, body);
  if (it.thumbnail) box.append(picture(it.thumbnail, message, "", "thumbnail"));
  if (typeof it.color === "number") box.style.borderInlineStartColor = colour(it.color);
  return box;
}

function field({ name, value, inline }) {
  return el(
    "div",
    { class: inline ? "field inline" : "field" },
    el("div", { class: "field-name" }, markdown(name, { blocks: false })),
    el("div", { class: "text" }, markdown(value)),
  );
}

function footer({ footer, timestamp }) {
  const when = timestamp && formatted(new Date(timestamp), "s");
  const parts = [footer?.text, when].filter(Boolean);
  return parts.length > 0 && el("div", { class: "embed-footer" }, parts.join(" • "));
}
