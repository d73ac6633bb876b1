// What ids in a text stand for, and what people type for them.

import { channel, guild, here, see, user } from "./scene.js";

export function nameOf(id) {
  const member = guild()?.members.find((it) => it.id === id);
  return member?.nick ?? user(id)?.name ?? "unknown-user";
}

export function channelName(id) {
  return channel(id)?.name ?? null;
}

export function role(id) {
  return guild()?.roles.find((it) => it.id === id);
}

/** The members of this place: of the server, or both sides of a direct message. */
export function membersHere() {
  const { scene } = see();
  const there = here();
  if (there && !there.guild_id) {
    return scene.users.filter((it) => it.id === see().me || there.recipients.some((one) => one.id === it.id));
  }
  return (guild()?.members ?? []).map((it) => user(it.id)).filter(Boolean);
}

export function channelsHere() {
  return (guild()?.channels ?? []).filter((it) => it.type !== 4);
}

/** Puts ids for the `@names` and `#channels` that people type. */
export function encoded(text) {
  const names = [
    ...membersHere().map((it) => [`@${nameOf(it.id)}`, `<@${it.id}>`]),
    ...(guild()?.roles ?? []).filter((it) => it.name !== "@everyone").map((it) => [`@${it.name}`, `<@&${it.id}>`]),
    ...channelsHere().map((it) => [`#${it.name}`, `<#${it.id}>`]),
  ].sort((a, b) => b[0].length - a[0].length);
  let out = "";
  let at = 0;
  while (at < text.length) {
    const isStart = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
    const found = isStart && names.find(([name]) => stands(text, at, name));
    out += found ? found[1] : text[at];
    at += found ? found[0].length : 1;
  }
  return out;
}

function stands(text, at, name) {
  if (text.slice(at, at + name.length).toLowerCase() !== name.toLowerCase()) return false;
  return !/[\p{L}\p{N}_-]/u.test(text[at + name.length] ?? "");
}

/** The other way round, for editing. */
export function decoded(text) {
  return text
    .replace(/<@!?(\d+)>/g, (whole, id) => (user(id) ? `@${nameOf(id)}` : whole))
    .replace(/<@&(\d+)>/g, (whole, id) => (role(id) ? `@${role(id).name}` : whole))
    .replace(/<#(\d+)>/g, (whole, id) => (channelName(id) ? `#${channelName(id)}` : whole));
}
