// Short notices that go away: what Discord refuses, with its code.

import { add, button, el } from "./dom.js";

const SHOWN_MS = 9000;

export function notice(text, details = [], isBad = false) {
  const box = el("div", { class: isBad ? "notice bad" : "notice", role: isBad ? "alert" : null });
  const body = el("div", { class: "notice-text" }, el("strong", {}, text));
  for (const detail of details) add(body, el("div", {}, detail));
  add(box, body, button("Close", "close", () => box.remove()));
  const all = document.getElementById("notices");
  all.append(box);
  // Above dialogs that were opened since.
  if (all.matches(":popover-open")) all.hidePopover();
  all.showPopover();
  setTimeout(() => box.remove(), SHOWN_MS);
}

export function refused(error) {
  const code = error.code ? ` (${error.code})` : "";
  const details = (error.details ?? []).map(({ path, message }) => (path ? `${path}: ${message}` : message));
  notice(`${error.message}${code}`, details, true);
}
