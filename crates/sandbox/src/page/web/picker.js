// A select menu as Discord has it: a button that opens a list, for one or several choices.

import { add, el, icon } from "./dom.js";

const MARGIN_PX = 8;

/** Puts a popover beside an element, or at a point, within the window. */
export function place(popover, at) {
  const box = at.getBoundingClientRect?.() ?? { left: at.x, right: at.x, top: at.y, bottom: at.y, width: 0 };
  if (at.getBoundingClientRect && popover.classList.contains("options")) popover.style.minWidth = `${box.width}px`;
  const { width, height } = popover.getBoundingClientRect();
  const fitsBelow = box.bottom + height + MARGIN_PX < innerHeight;
  const top = fitsBelow ? box.bottom + 4 : Math.max(MARGIN_PX, box.top - height - 4);
  const left = Math.max(MARGIN_PX, Math.min(box.left, innerWidth - width - MARGIN_PX));
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}

/** Where a popover goes: a dialog lets nothing outside of it be pressed. */
export const layer = (at) => at.closest?.("dialog") ?? document.body;

/**
 * `options` are `{ value, label, description, emoji, isChosen }`. Calls `onchoose` with the values
 * when they are chosen.
 */
export function picker({ label, options, least = 1, most = 1, isDisabled, onchoose }) {
  let chosen = options.filter((it) => it.isChosen).map((it) => it.value);
  const text = el("span", { class: "picker-text" });
  const props = { type: "button", class: "picker", "aria-haspopup": "listbox", disabled: isDisabled, "aria-label": label };
  const control = el("button", { ...props, onclick: () => open() }, text, icon("down"));
  const show = () => {
    const names = options.filter((it) => chosen.includes(it.value)).map((it) => it.label);
    text.textContent = names.join(", ") || label;
    text.classList.toggle("placeholder", names.length === 0);
  };
  show();

  function open() {
    const before = chosen.join();
    const isMany = most > 1;
    const list = el("div", { class: "options", role: "listbox", popover: "auto", "aria-label": label, "aria-multiselectable": isMany });
    const rows = options.map((it) => row(it, isMany));
    const toggle = (at) => {
      const { value } = options[at];
      if (!isMany) {
        const isTaken = chosen.includes(value) && least === 0;
        chosen = isTaken ? [] : [value];
        list.hidePopover();
        finish();
        return;
      }
      if (chosen.includes(value)) chosen = chosen.filter((it) => it !== value);
      else if (chosen.length < most) chosen = [...chosen, value];
      mark();
    };
    const mark = () => rows.forEach((it, at) => it.setAttribute("aria-selected", chosen.includes(options[at].value)));
    rows.forEach((it, at) => it.addEventListener("click", () => toggle(at)));
    mark();
    add(list, rows);
    list.addEventListener("keydown", (event) => {
      const at = rows.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
      if (to !== undefined) rows.at(to % rows.length)?.focus();
      else if (event.key === "Enter" || event.key === " ") toggle(at);
      else return;
      event.preventDefault();
    });
    const finish = () => {
      if (!list.isConnected) return;
      list.remove();
      control.setAttribute("aria-expanded", "false");
      control.focus();
      show();
      if (chosen.join() !== before && chosen.length >= least) onchoose(chosen);
    };
    list.addEventListener("toggle", ({ newState }) => newState === "closed" && finish());
    layer(control).append(list);
    list.showPopover();
    place(list, control);
    control.setAttribute("aria-expanded", "true");
    (rows.find((_, at) => chosen.includes(options[at].value)) ?? rows[0])?.focus();
  }

  return control;
}

function row({ label, description, emoji }, isMany) {
  return el(
    "div",
    { class: isMany ? "option many" : "option", role: "option", tabindex: -1 },
    emoji && el("span", { class: "option-emoji" }, emoji),
    el("span", { class: "option-text" }, label, description && el("small", {}, description)),
  );
}
