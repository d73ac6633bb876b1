// Buttons, select menus and the layouts of messages. What is pressed waits for its answer.

import { el, icon } from "./dom.js";
import { start } from "./interaction.js";
import { link, markdown } from "./markdown.js";
import { fileCard, picture } from "./media.js";
import { channelsHere, membersHere, nameOf } from "./names.js";
import { picker } from "./picker.js";
import { guild } from "./scene.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "linked", 6: "primary" };

export function components(message) {
  return (message.components ?? []).map((it) => component(it, message));
}

function component(it, message) {
  const inner = () => (it.components ?? []).map((one) => component(one, message));
  switch (it.type) {
    case 1:
      return el("div", { class: "row" }, inner());
    case 2:
      return pressable(it, message);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return menu(it, message);
    case 9:
      return el("div", { class: "section" }, el("div", {}, inner()), component(it.accessory, message));
    case 10:
      return el("div", { class: "text" }, markdown(it.content));
    case 11:
      return covered(it, picture(it.media, message, it.description, "thumbnail"));
    case 12:
      return el("div", { class: "gallery" }, it.items.map((one) => covered(one, picture(one.media, message, one.description))));
    case 13:
      return covered(it, fileCard(it.file, message));
    case 14:
      return el("hr", { class: it.divider === false ? "gap" : it.spacing === 2 ? "wide" : null });
    case 17: {
      const box = el("div", { class: "container" }, inner());
      if (typeof it.accent_color === "number") box.style.borderInlineStartColor = colour(it.accent_color);
      return covered(it, box);
    }
    default:
      return el("div", { class: "unknown" }, `A component of type ${it.type}, which is not shown here`);
  }
}

export const colour = (number) => `#${number.toString(16).padStart(6, "0")}`;

/** What is a spoiler is shown when it is pressed. */
function covered(it, element) {
  if (!it.spoiler) return element;
  const cover = el("button", { type: "button", class: "cover", onclick: () => cover.replaceWith(element) }, "Spoiler");
  return cover;
}

function pressable(it, message) {
  const emoji = it.emoji && el("span", { class: "emoji" }, it.emoji.id ? `:${it.emoji.name}:` : it.emoji.name);
  const style = `press ${STYLES[it.style] ?? "secondary"}`;
  if (it.url) {
    const anchor = link(it.url, [emoji, it.label ?? "", icon("link")]);
    anchor.className = style;
    return anchor;
  }
  const press = async () => {
    control.disabled = true;
    control.setAttribute("aria-busy", "true");
    const { state } = await start({ do: "click", channel: message.channel_id, message: message.id, custom_id: it.custom_id }).catch(() => ({}));
    control.disabled = Boolean(it.disabled);
    control.removeAttribute("aria-busy");
    if (state === "failed") fail(control);
  };
  const props = { type: "button", class: style, disabled: it.disabled, onclick: press, "data-id": it.custom_id };
  const control = el("button", props, emoji, it.label);
  return control;
}

function menu(it, message) {
  const choose = async (values) => {
    const { channel_id: channel, id } = message;
    const { state } = await start({ do: "select", channel, message: id, custom_id: it.custom_id, values }).catch(() => ({}));
    if (state === "failed") fail(control);
  };
  const control = picker({
    label: it.placeholder ?? "Make a selection",
    options: options(it),
    least: it.min_values ?? 1,
    most: it.max_values ?? 1,
    isDisabled: it.disabled,
    onchoose: choose,
  });
  control.dataset.id = it.custom_id;
  return control;
}

/** The choices of a menu of any type. */
export function options(it) {
  const chosen = new Set((it.default_values ?? []).map((one) => one.id));
  const as = (value, label) => ({ value, label, isChosen: chosen.has(value) });
  const users = () => membersHere().map((one) => as(one.id, `@${nameOf(one.id)}`));
  const roles = () => (guild()?.roles ?? []).filter((one) => one.id !== guild().id).map((one) => as(one.id, `@${one.name}`));
  const fits = (one) => !it.channel_types?.length || it.channel_types.includes(one.type);
  switch (it.type) {
    case 3:
      return it.options.map(({ value, label, description, emoji, default: isChosen }) => ({ value, label, description, emoji: emoji?.name, isChosen }));
    case 5:
      return users();
    case 6:
      return roles();
    case 7:
      return [...users(), ...roles()];
    default:
      return channelsHere().filter(fits).map((one) => as(one.id, `#${one.name}`));
  }
}

function fail(control) {
  const row = control.closest(".row") ?? control;
  row.parentElement?.querySelector(":scope > .failed")?.remove();
  row.after(el("div", { class: "failed", role: "alert" }, "This interaction failed"));
}
