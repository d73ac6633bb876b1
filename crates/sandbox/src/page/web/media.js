// Pictures and files. What stands at another address is not loaded: the page talks to nobody.

import { el, icon } from "./dom.js";
import { link } from "./markdown.js";
import { see } from "./scene.js";

const KIB = 1024;

/** The address to load from, if it is the sandbox's own; `attachment://` names a file of the message. */
function own(url, message) {
  const name = /^attachment:\/\/(.+)$/.exec(url ?? "")?.[1];
  const found = name && (message.attachments ?? []).find((it) => it.filename === name);
  const at = found ? found.url : url;
  const { origin } = see().scene;
  return at?.startsWith(`${origin}/attachments/`) ? at.slice(origin.length) : null;
}

export function picture(media, message, description, size = "picture") {
  const url = media?.url;
  const at = own(url, message);
  if (at) return el("img", { class: size, src: at, alt: description ?? "", loading: "lazy" });
  let host = "an unknown address";
  try {
    host = new URL(url).host || host;
  } catch {
    // The text below says enough.
  }
  const text = el("span", {}, description || "Picture", el("small", {}, `at ${host}; not loaded here`));
  return el("div", { class: `${size} elsewhere` }, link(url ?? "", [icon("link"), text]));
}

export function attachments(message) {
  const inLayout = JSON.stringify([message.components ?? [], message.embeds ?? []]);
  return (message.attachments ?? [])
    .filter((it) => !inLayout.includes(`attachment://${it.filename}`))
    .map((it) =>
      it.content_type?.startsWith("image/")
        ? el("a", { href: own(it.url, message), download: it.filename, class: "attached" }, picture(it, message, it.description ?? it.filename))
        : fileCard(it, message),
    );
}

export function fileCard(file, message) {
  const at = own(file.url, message);
  const found = (message.attachments ?? []).find((it) => own(it.url, message) === at);
  const name = file.filename ?? found?.filename ?? decodeURIComponent((file.url ?? "").split("/").at(-1).split("?")[0]);
  const size = file.size ?? found?.size;
  return el(
    "a",
    { class: "file", href: at ?? "#", download: name },
    icon("file"),
    el("span", {}, name, el("small", {}, size === undefined ? "" : bytes(size))),
  );
}

export function bytes(count) {
  if (count < KIB) return `${count} bytes`;
  if (count < KIB * KIB) return `${(count / KIB).toFixed(1)} KiB`;
  return `${(count / KIB / KIB).toFixed(1)} MiB`;
}
