// What was begun with a bot: a command, a press, a form. Waits for what becomes of it, and shows
// forms and failures.

import { act, on } from "./live.js";
import { notice } from "./notice.js";
import { perform, see } from "./scene.js";

const open = new Map();
const listeners = [];
let begins = () => {};
let showsForm = () => {};

/** Who writes a command in the message box when its name is pressed somewhere. */
export function onBegin(hear) {
  begins = hear;
}

export const begin = (name) => begins(name);

/** Who shows the form that a bot answers with. */
export function onForm(show) {
  showsForm = show;
}

/** Calls `hear` when something begins or ends. */
export function onPending(hear) {
  listeners.push(hear);
}

/** What waits in a channel to be shown there. */
export const pendingIn = (channel) => [...open.values()].filter((it) => it.label && it.channel === channel);

function tell() {
  for (const hear of listeners) hear();
}

/**
 * Begins something; resolves with what became of it. `label` is shown meanwhile where the answer
 * will stand. Whoever presses something shows its failure there; a command's is told. A refusal is
 * told unless `isQuiet`.
 */
export async function start(what, { label, isQuiet } = {}) {
  const { interaction } = await (isQuiet ? act(see().me, what) : perform(what));
  const outcome = await new Promise((resolve) => {
    open.set(interaction, { label, channel: see().channel, resolve });
    tell();
  });
  if (outcome.state === "form") showsForm(interaction, outcome.form);
  if (outcome.state === "failed" && label) notice("The application did not respond", [label], true);
  return outcome;
}

on("outcome", ({ interaction, outcome }) => {
  open.get(interaction)?.resolve(outcome);
  open.delete(interaction);
  tell();
});
on("closed", () => {
  for (const { resolve } of open.values()) resolve({ state: "failed" });
  open.clear();
  tell();
});
