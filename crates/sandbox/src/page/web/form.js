// A form that a bot asks somebody to fill in, which Discord calls a modal.

import { options } from "./components.js";
import { add, el, fill } from "./dom.js";
import { encodedFile } from "./field.js";
import { start } from "./interaction.js";
import { markdown } from "./markdown.js";
import { picker } from "./picker.js";
import { perform } from "./scene.js";

const TEXT_INPUT = 4;
const TEXT = 10;
const LABEL = 18;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
const CHECKBOX = 23;
const PARAGRAPH = 2;

/** Shows the form that something was answered with. */
export function showForm(interaction, form) {
  const values = {};
  const problem = el("div", { class: "failed", role: "alert" });
  const dialog = el("dialog", { class: "dialog", "aria-label": form.title });
  const send = el("button", { type: "submit", class: "press primary" }, "Submit");
  const submit = async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      // Files may still be on their way.
      const given = await Promise.all(Object.entries(values).map(async ([id, value]) => [id, await value]));
      const what = { do: "submit", interaction, values: Object.fromEntries(given) };
      const { state } = await start(what, { isQuiet: true });
      if (state !== "failed") {
        dialog.close();
        return;
      }
      fill(problem, "Something went wrong. Try again.");
    } catch (error) {
      fill(problem, error.message, (error.details ?? []).map((it) => el("div", {}, `${it.path}: ${it.message}`)));
    }
    send.disabled = false;
  };
  const cancel = el("button", { type: "button", class: "press secondary", onclick: () => dialog.close() }, "Cancel");
  const body = el("form", { onsubmit: submit, novalidate: true }, el("h2", {}, form.title), (form.components ?? []).map((it) => part(it, values)), problem, el("div", { class: "dialog-end" }, cancel, send));
  add(dialog, body);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function part(it, values) {
  switch (it.type) {
    case TEXT:
      return el("div", { class: "text" }, markdown(it.content));
    case LABEL:
      return labelled(it.label, it.description, it.component, values);
    default:
      return (it.components ?? []).map((one) => labelled(one.label, null, one, values));
  }
}

function labelled(label, description, it, values) {
  const mark = it.required !== false && el("span", { class: "required", "aria-hidden": "true" }, " *");
  const head = [el("span", { class: "label" }, label, mark), description && el("small", {}, description)];
  return el(it.type === TEXT_INPUT ? "label" : "div", { class: "labelled" }, head, control(it, label, values));
}

function text(it, values) {
  const props = { placeholder: it.placeholder, maxlength: it.max_length ?? 4000, required: it.required !== false, "data-id": it.custom_id };
  const input = it.style === PARAGRAPH ? el("textarea", { ...props, rows: 4 }) : el("input", { ...props, type: "text" });
  input.value = it.value ?? "";
  values[it.custom_id] = input.value;
  input.addEventListener("input", () => {
    values[it.custom_id] = input.value;
  });
  return input;
}

function control(it, label, values) {
  switch (it.type) {
    case TEXT_INPUT:
      return text(it, values);
    case FILE_UPLOAD:
      return upload(it, values);
    case RADIO_GROUP:
      return choices(it, values, "radio");
    case CHECKBOX_GROUP:
      return choices(it, values, "checkbox");
    case CHECKBOX:
      return check(it, label, values);
    default:
      return menu(it, label, values);
  }
}

function upload(it, values) {
  const input = el("input", { type: "file", multiple: (it.max_values ?? 1) > 1, "data-id": it.custom_id });
  values[it.custom_id] = [];
  input.addEventListener("change", () => {
    const kept = [...input.files].map(async (file) => (await perform({ do: "file", ...(await encodedFile(file)) })).file);
    values[it.custom_id] = Promise.all(kept).catch(() => []);
  });
  return input;
}

function choices(it, values, type) {
  const inputs = it.options.map((one) => el("input", { type, name: it.custom_id, value: one.value, checked: one.default }));
  const box = el("div", { class: "stack", role: type === "radio" ? "radiogroup" : "group", "data-id": it.custom_id });
  const tell = () => {
    values[it.custom_id] = inputs.filter((one) => one.checked).map((one) => one.value);
  };
  it.options.forEach(({ label, description }, at) => box.append(el("label", { class: "check" }, inputs[at], el("span", {}, label, description && el("small", {}, ` ${description}`)))));
  box.addEventListener("change", tell);
  tell();
  return box;
}

function check(it, label, values) {
  const input = el("input", { type: "checkbox", checked: it.default, "aria-label": label, "data-id": it.custom_id });
  values[it.custom_id] = Boolean(it.default);
  input.addEventListener("change", () => {
    values[it.custom_id] = input.checked;
  });
  return el("div", {}, input);
}

function menu(it, label, values) {
  if (it.type < 3 || it.type > 8) return el("div", { class: "unknown" }, `A component of type ${it.type}, which is not shown here`);
  const all = options(it);
  const chosen = all.filter((one) => one.isChosen).map((one) => one.value);
  values[it.custom_id] = chosen;
  const least = it.required === false ? 0 : (it.min_values ?? 1);
  return picker({
    label: it.placeholder ?? label,
    options: all,
    least,
    most: it.max_values ?? 1,
    onchoose: (now) => {
      values[it.custom_id] = now;
    },
  });
}
