// The list above the message box: commands, people, channels, or what a bot offers for an option.
// The focus stays where one types; arrow keys move through the list.

import { el, fill } from "./dom.js";

let count = 0;

/** `onchoose` gets an item of those that `show` was given: `{ mark, label, description, note }`. */
export function suggestions(onchoose) {
  const id = `suggestions-${count++}`;
  const list = el("div", { class: "suggestions", role: "listbox", id, "aria-label": "Suggestions", hidden: true });
  let items = [];
  let at = 0;
  let input = null;

  function show(wanted, of, title) {
    items = wanted;
    at = 0;
    input = of;
    list.hidden = items.length === 0;
    fill(list, title && items.length > 0 && el("div", { class: "suggestions-title" }, title), items.map(row));
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function row(item, index) {
    const choose = (event) => {
      event.preventDefault();
      onchoose(item);
    };
    return el(
      "div",
      { class: "suggestion", role: "option", id: `${id}-${index}`, onpointerdown: (event) => event.preventDefault(), onclick: choose },
      item.mark && el("span", { class: "suggestion-mark" }, item.mark),
      el("span", { class: "suggestion-text" }, el("strong", {}, item.label), item.description && el("span", {}, item.description)),
      item.note && el("small", {}, item.note),
    );
  }

  function mark() {
    const rows = [...list.querySelectorAll(".suggestion")];
    rows.forEach((it, index) => it.setAttribute("aria-selected", String(index === at)));
    rows[at]?.scrollIntoView({ block: "nearest" });
    if (rows[at]) input?.setAttribute("aria-activedescendant", rows[at].id);
    else input?.removeAttribute("aria-activedescendant");
  }

  function hide() {
    if (input) show([], input);
  }

  /** Whether a key was for the list. */
  function takes(event) {
    if (list.hidden) return false;
    if (event.key === "ArrowDown") at = (at + 1) % items.length;
    else if (event.key === "ArrowUp") at = (at + items.length - 1) % items.length;
    else if (event.key === "Escape") hide();
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") onchoose(items[at]);
    else return false;
    event.preventDefault();
    mark();
    return true;
  }

  return { list, show, hide, takes, isOpen: () => !list.hidden };
}
