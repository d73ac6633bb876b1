// Round pictures made of a colour and a letter.

import { el } from "./dom.js";

const COLOURS = 8;

export function avatar(id, name) {
  const letter = [...(name || "?")][0].toUpperCase();
  let sum = 0;
  for (const digit of String(id)) sum = (sum * 31 + digit.charCodeAt(0)) % 997;
  return el("span", { class: `avatar hue-${sum % COLOURS}`, "aria-hidden": "true" }, letter);
}
