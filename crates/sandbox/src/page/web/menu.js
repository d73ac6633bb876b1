// A menu of things to do with something, moved through with the arrow keys.

import { el } from "./dom.js";
import { place } from "./picker.js";

/** Opens a menu at an element or a point. `items` are `{ label, run, isBad }` or `null` for a line. */
export function openMenu(at, label, items) {
  const back = document.activeElement;
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label, popover: "auto" });
  const close = () => menu.hidePopover();
  for (const item of items) {
    if (item === null) {
      if (menu.lastChild?.role !== "separator" && menu.lastChild) menu.append(el("div", { role: "separator" }));
      continue;
    }
    const run = () => {
      close();
      item.run();
    };
    const props = { type: "button", role: "menuitem", tabindex: -1, class: item.isBad ? "bad" : null, onclick: run };
    menu.append(el("button", props, item.label));
  }
  if (menu.lastChild?.role === "separator") menu.lastChild.remove();
  menu.addEventListener("keydown", (event) => step(menu, event));
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    menu.remove();
    if (document.activeElement === document.body) back?.focus?.();
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, at);
  menu.querySelector("[role=menuitem]")?.focus();
}

function step(menu, event) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
