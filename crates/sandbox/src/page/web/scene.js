// What the page knows: who is played, where they look, and what they see there. Everything that
// shows something listens here.

import { act, on } from "./live.js";
import { refused } from "./notice.js";

const NOBODY = "0";
const KEPT = "sandbox.look";
export const LOADED = 100;

export const kind = {
  TEXT: 0,
  DIRECT: 1,
  CATEGORY: 4,
  FORUM: 15,
  MEDIA: 16,
};

const state = {
  me: NOBODY,
  guild: null,
  channel: null,
  limit: LOADED,
  scene: null,
  place: null,
  seen: new Map(),
};
const listeners = { scene: [], place: [], look: [] };

export const see = () => state;
export const me = () => user(state.me);
export const user = (id) => state.scene?.users.find((it) => it.id === id);
export const channel = (id) => channels().find((it) => it.id === id);
export const guild = () => state.scene?.guilds.find((it) => it.id === state.guild);
export const here = () => channel(state.channel);
export const isForum = (it) => it?.type === kind.FORUM || it?.type === kind.MEDIA;
export const isThread = (it) => it?.type >= 10 && it?.type <= 12;

function channels() {
  const inGuilds = state.scene?.guilds.flatMap((it) => it.channels) ?? [];
  return [...inGuilds, ...(state.scene?.directs ?? [])];
}

/** Calls `hear` when the scene, the place or the look changes. */
export function listen(what, hear) {
  listeners[what].push(hear);
}

function tell(what, news) {
  for (const hear of listeners[what]) hear(news);
}

/** Does something as the person who is played; shows what Discord says when it refuses. */
export async function perform(what) {
  try {
    return await act(state.me, what);
  } catch (error) {
    refused(error);
    throw error;
  }
}

/** As `perform`, for what needs no answer. */
export function attempt(what) {
  perform(what).catch(() => {});
}

/** Plays somebody else. */
export function play(id) {
  state.me = id;
  look();
}

export function go(id) {
  const there = channel(id);
  state.channel = id;
  state.limit = LOADED;
  if (there?.guild_id) state.guild = there.guild_id;
  look();
}

export function goGuild(id) {
  state.guild = id;
  const first = guild()?.channels.find((it) => it.type === kind.TEXT && it.name === "general");
  const any = guild()?.channels.find((it) => it.type === kind.TEXT);
  go((first ?? any)?.id ?? null);
}

export async function goDirect() {
  try {
    const { channel: id } = await perform({ do: "direct" });
    go(id);
  } catch {
    // What was wrong is shown.
  }
}

export function loadOlder() {
  state.limit += LOADED;
  look();
}

export function isUnread(it) {
  const seen = state.seen.get(`${state.me} ${it.id}`) ?? state.seen.get("begin");
  return it.last_message_id && BigInt(it.last_message_id) > BigInt(seen ?? 0) && it.id !== state.channel;
}

function look() {
  const { me: as, channel: id, limit } = state;
  localStorage.setItem(KEPT, JSON.stringify({ as, id }));
  if (state.place?.id !== id) state.place = null;
  act(as, { do: "look", channel: id, limit }).catch(() => {});
  tell("look");
}

function arrive(scene) {
  const isFirst = state.scene === null;
  state.scene = scene;
  if (isFirst) {
    begin(scene);
    return;
  }
  if (scene.me !== state.me) return;
  if (!here()) goGuild(scene.guilds[0]?.id ?? null);
  tell("scene");
}

function begin(scene) {
  const newest = scene.guilds.flatMap((it) => it.channels).map((it) => BigInt(it.last_message_id ?? 0));
  state.seen.set("begin", newest.reduce((a, b) => (a > b ? a : b), 0n));
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    // Somebody else wrote there.
  }
  const people = scene.users.filter((it) => !it.bot);
  const member = people.find((it) => it.standing === "member") ?? people[0];
  state.me = people.find((it) => it.id === kept.as)?.id ?? member.id;
  state.guild = scene.guilds[0]?.id ?? null;
  state.channel = kept.id ?? null;
  look();
}

on("scene", ({ scene }) => arrive(scene));
on("place", ({ place }) => {
  if (place.id !== state.channel) return;
  state.place = place;
  const last = place.messages?.at(-1)?.id;
  if (last) state.seen.set(`${state.me} ${place.id}`, last);
  tell("place");
});
on("open", () => {
  if (state.scene) look();
  else act(NOBODY, { do: "look", channel: null }).catch(() => {});
});
