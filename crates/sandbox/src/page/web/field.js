// One option of a command, to be filled in: text, number, yes or no, choices, somebody, a channel, a
// role or a file.

import { el } from "./dom.js";
import { start } from "./interaction.js";
import { descriptionIn, nameIn } from "./language.js";
import { channelsHere, membersHere, nameOf } from "./names.js";
import { guild, perform, see } from "./scene.js";

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const NUMBER = 10;
const ATTACHMENT = 11;

/** How long somebody pauses before a bot is asked what it offers. */
const PAUSE_MS = 150;

/** `command` tells the name and the values so far; `list` shows what the bot offers. */
export function field(option, command, list) {
  const input = control(option);
  const name = nameIn(option);
  input.classList.add("field-input");
  input.setAttribute("aria-label", `${name}: ${descriptionIn(option)}`);
  input.dataset.option = option.name;
  if (option.required) input.setAttribute("aria-required", "true");
  let picked = null;
  if (option.autocomplete) {
    input.setAttribute("role", "combobox");
    complete(option, input, command, list);
  }
  input.addEventListener("input", () => {
    picked = null;
  });
  const props = { class: "field-chip", title: descriptionIn(option) };
  const box = el("label", props, el("span", { class: "field-label" }, name), input);
  return {
    box,
    input,
    option,
    isEmpty: () => (input.type === "file" ? input.files.length === 0 : input.value === ""),
    raw: () => (picked ? picked.value : input.value),
    choose: ({ choice }) => {
      input.value = choice.name;
      picked = choice;
      list.hide();
    },
    value: () => (picked ? picked.value : valueOf(option, input)),
  };
}

function control(option) {
  const select = (pairs) => el("select", {}, [["", "–"], ...pairs].map(([value, label]) => el("option", { value }, label)));
  if (option.choices?.length) return select(option.choices.map((it, at) => [String(at), nameIn(it)]));
  const users = () => membersHere().map((it) => [it.id, `@${nameOf(it.id)}`]);
  const roles = () => (guild()?.roles ?? []).map((it) => [it.id, it.name.startsWith("@") ? it.name : `@${it.name}`]);
  const fits = (it) => !option.channel_types?.length || option.channel_types.includes(it.type);
  switch (option.type) {
    case BOOLEAN:
      return select([["true", "True"], ["false", "False"]]);
    case USER:
      return select(users());
    case CHANNEL:
      return select(channelsHere().filter(fits).map((it) => [it.id, `#${it.name}`]));
    case ROLE:
      return select(roles());
    case MENTIONABLE:
      return select([...users(), ...roles()]);
    case ATTACHMENT:
      return el("input", { type: "file" });
    case INTEGER:
    case NUMBER:
      return el("input", { type: "text", inputmode: option.type === INTEGER ? "numeric" : "decimal", autocomplete: "off" });
    default:
      return el("input", { type: "text", autocomplete: "off", maxlength: option.max_length ?? 6000 });
  }
}

async function valueOf(option, input) {
  const text = input.value;
  if (option.choices?.length) return option.choices[Number(text)].value;
  switch (option.type) {
    case STRING:
      return text;
    case BOOLEAN:
      return text === "true";
    case INTEGER:
    case NUMBER:
      // What is no number is sent as it is, and refused.
      return Number.isNaN(Number(text)) ? text : Number(text);
    case ATTACHMENT: {
      const { file } = await perform({ do: "file", ...(await encodedFile(input.files[0])) });
      return file;
    }
    default:
      return text;
  }
}

/** A file as it is sent: its name, and what it holds in base64. */
export async function encodedFile(file) {
  const reader = new FileReader();
  const read = new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(file);
  const url = await read;
  return { name: file.name, data: url.slice(url.indexOf(",") + 1) };
}

function complete(option, input, command, list) {
  let pause = 0;
  let asked = 0;
  const ask = async () => {
    const number = ++asked;
    const options = command.soFar();
    options[option.name] = input.value;
    const what = { do: "complete", channel: see().channel, name: command.name, options, focused: option.name };
    const outcome = await start(what).catch(() => null);
    if (number !== asked || document.activeElement !== input) return;
    const choices = outcome?.choices ?? [];
    list.show(choices.map((choice) => ({ label: nameIn(choice), choice })), input, nameIn(option));
  };
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("focus", ask);
  input.addEventListener("blur", () => list.hide());
}
