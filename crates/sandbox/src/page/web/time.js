// Moments as Discord writes them, in the reader's language.

import { me } from "./scene.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const UNITS = [
  ["year", 365 * DAY_MS],
  ["month", 30 * DAY_MS],
  ["day", DAY_MS],
  ["hour", 60 * 60 * 1000],
  ["minute", 60 * 1000],
  ["second", 1000],
];
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

const locale = () => me()?.locale ?? "en-US";

export function formatted(date, style = "f") {
  if (style === "R") return relative(date);
  return new Intl.DateTimeFormat(locale(), STYLES[style] ?? STYLES.f).format(date);
}

export function relative(date) {
  const away = date.getTime() - Date.now();
  const [unit, ms] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? ["second", 1000];
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(Math.trunc(away / ms), unit);
}

/** The time beside a name: only the time today, the day before it otherwise. */
export function stamp(iso) {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return formatted(date, isToday ? "t" : "s");
}

export function day(iso) {
  return formatted(new Date(iso), "D");
}
