// A slash command on its way: its name, its options to fill in, and those that may be added.

import { el, fill } from "./dom.js";
import { field } from "./field.js";
import { start } from "./interaction.js";
import { descriptionIn, nameIn } from "./language.js";
import { see } from "./scene.js";
import { suggestions } from "./suggestions.js";

const SUBCOMMAND = 1;
const GROUP = 2;

/** Every slash command that works here, subcommands one by one: `{ name, shown, description, options }`. */
export function slashCommands() {
  return see().scene.commands.filter((it) => it.type === 1).flatMap((it) => leaves(it, "", "").map((leaf) => ({ ...leaf, isUsable: it.usable })));
}

function leaves(it, before, shownBefore) {
  const name = `${before}${it.name}`;
  const shown = `${shownBefore}${nameIn(it)}`;
  const options = it.options ?? [];
  const below = options.filter((one) => one.type === SUBCOMMAND || one.type === GROUP);
  if (below.length) return below.flatMap((one) => leaves(one, `${name} `, `${shown} `));
  return [{ name, shown, description: descriptionIn(it), options }];
}

export function commandForm(command, { onend }) {
  let fields = [];
  const list = suggestions((item) => active()?.choose(item));
  const active = () => fields.find((it) => it.input === document.activeElement);
  const told = {
    name: command.name,
    soFar: () => {
      const done = fields.filter((it) => !it.isEmpty() && it.option.type === 3);
      return Object.fromEntries(done.map((it) => [it.option.name, it.raw()]));
    },
  };
  const chips = el("div", { class: "fields-row" });
  const more = el("div", { class: "more-options" });
  const hint = el("div", { class: "hint", "aria-live": "polite" });
  const name = el("span", { class: "command-name" }, `/${command.shown}`);
  const send = el("button", { type: "submit", class: "send", "aria-label": "Send command" }, "Send");
  const form = el(
    "form",
    { class: "command", onsubmit: submit, onkeydown: key },
    list.list,
    hint,
    el("div", { class: "command-line" }, name, chips, more, send),
  );

  function addField(option) {
    const one = field(option, told, list);
    one.input.addEventListener("focus", () => {
      hint.textContent = `${nameIn(option)}: ${descriptionIn(option)}`;
    });
    fields = [...fields, one];
    chips.append(one.box);
    drawMore();
    return one;
  }

  function drawMore() {
    const rest = command.options.filter((it) => !fields.some((one) => one.option === it));
    fill(more, rest.map((it) => el("button", { type: "button", class: "add-option", title: descriptionIn(it), onclick: () => addField(it).input.focus() }, `+ ${nameIn(it)}`)));
  }

  function key(event) {
    if (list.takes(event)) return;
    const one = active();
    if (event.key === "Escape" || (event.key === "Backspace" && one?.isEmpty() && one === fields[0] && one.input.type === "text")) {
      event.preventDefault();
      onend();
    } else if (event.key === "Enter" && event.target.tagName === "SELECT") {
      event.preventDefault();
      form.requestSubmit();
    }
  }

  async function submit(event) {
    event.preventDefault();
    const missing = fields.find((it) => it.option.required && it.isEmpty());
    if (missing) {
      hint.textContent = `${nameIn(missing.option)}: this option is required`;
      missing.box.classList.add("missing");
      missing.input.focus();
      return;
    }
    send.disabled = true;
    const options = {};
    try {
      for (const one of fields.filter((it) => !it.isEmpty())) options[one.option.name] = await one.value();
      const begun = start({ do: "slash", channel: see().channel, name: command.name, options }, { label: `/${command.shown}` });
      onend();
      await begun;
    } catch {
      // What was wrong is shown.
      send.disabled = false;
    }
  }

  for (const option of command.options.filter((it) => it.required)) addField(option);
  drawMore();
  hint.textContent = command.description;
  const focus = () => (fields[0]?.input ?? send).focus();
  const set = (values) => {
    for (const [key, value] of Object.entries(values)) {
      const option = command.options.find((it) => it.name === key);
      const one = option && (fields.find((it) => it.option === option) ?? addField(option));
      if (one) one.input.value = value;
    }
  };
  return { form, focus, set };
}
