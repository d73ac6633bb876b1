// The language that somebody's Discord is set to, and names in it.

import { el } from "./dom.js";
import { attempt, me } from "./scene.js";

/** Languages that Discord offers, with their own names. */
const LANGUAGES = {
  "en-US": "English, US",
  "en-GB": "English, UK",
  bg: "български",
  "zh-CN": "中文",
  "zh-TW": "繁體中文",
  hr: "Hrvatski",
  cs: "Čeština",
  da: "Dansk",
  nl: "Nederlands",
  fi: "Suomi",
  fr: "Français",
  de: "Deutsch",
  el: "Ελληνικά",
  hi: "हिन्दी",
  hu: "Magyar",
  id: "Bahasa Indonesia",
  it: "Italiano",
  ja: "日本語",
  ko: "한국어",
  lt: "Lietuviškai",
  no: "Norsk",
  pl: "Polski",
  "pt-BR": "Português do Brasil",
  ro: "Română",
  ru: "Pусский",
  "es-ES": "Español",
  "es-419": "Español, LATAM",
  "sv-SE": "Svenska",
  th: "ไทย",
  tr: "Türkçe",
  uk: "Українська",
  vi: "Tiếng Việt",
};

const local = (it, key) => it[`${key}_localizations`]?.[me()?.locale] ?? it[key] ?? "";

export const nameIn = (it) => local(it, "name");
export const descriptionIn = (it) => local(it, "description");

export function languageSwitch() {
  const onchange = (event) => attempt({ do: "speak", locale: event.target.value });
  const props = { class: "plain", id: "language", "aria-label": "Language", title: "Language", onchange };
  const options = Object.entries(LANGUAGES).map(([value, name]) =>
    el("option", { value, selected: value === me()?.locale }, name),
  );
  return el("select", props, options);
}
