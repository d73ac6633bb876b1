// A small choice of emoji to react with, and a box for any other.

import { el } from "./dom.js";
import { place } from "./picker.js";

const COMMON = ["👍", "👎", "❤️", "😂", "😮", "😢", "🎉", "🤔", "👀", "✅", "❌", "🙏", "🔥", "💯", "🚀", "👋"];

export function openEmoji(at, onchoose) {
  const choose = (emoji) => {
    box.hidePopover();
    onchoose(emoji);
  };
  const own = el("input", { class: "plain", "aria-label": "Another emoji", placeholder: "another", maxlength: 20 });
  own.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && own.value.trim()) choose(own.value.trim());
  });
  const box = el(
    "div",
    { class: "menu emoji-box", popover: "auto", role: "dialog", "aria-label": "React with an emoji" },
    el("div", { class: "emoji-grid" }, COMMON.map((it) => el("button", { type: "button", "aria-label": `React with ${it}`, onclick: () => choose(it) }, it))),
    own,
  );
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  document.body.append(box);
  box.showPopover();
  place(box, at);
  box.querySelector("button").focus();
}
