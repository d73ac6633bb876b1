// Making elements. Text becomes text nodes and nothing else; there is no way to pass markup.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "multiple", "open"]);

/** An element. `props` are attributes, properties, `class`, `on…` listeners and `data-…`. */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (PROPERTIES.has(key)) element[key] = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

/** Adds children: elements, texts, lists of them; what is null or false is left out. */
export function add(parent, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
  return parent;
}

export function fill(parent, ...children) {
  parent.replaceChildren();
  return add(parent, ...children);
}

/** Paths of icons in a box of 24. */
const ICONS = {
  hash: "M10 4 8 20M16 4l-2 16M5 9h15M4 15h15",
  forum: "M4 5h16v10H11l-4 4v-4H4z",
  thread: "M5 6h14M5 11h9M9 16h10",
  at: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM16 8v5a3 3 0 0 0 5 0 9 9 0 1 0-4 7",
  people: "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 20c0-4 3-6 7-6s7 2 7 6M16 4a4 4 0 0 1 0 7M18 14c3 1 4 3 4 6",
  menu: "M4 6h16M4 12h16M4 18h16",
  reply: "M10 6 4 12l6 6M4 12h9c4 0 7 2 7 7",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 14c2 3 6 3 8 0M9 9v1M15 9v1",
  more: "M5 12h.5M12 12h.5M19 12h.5",
  eye: "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  send: "M4 12 20 4l-5 16-4-7z",
  link: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  code: "M8 7l-5 5 5 5M16 7l5 5-5 5M14 5l-4 14",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
  slash: "M5 3h14v18H5zM14 7l-4 10",
  down: "M6 9l6 6 6-6",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name] ?? ICONS.more);
  svg.append(path);
  return svg;
}

export function button(label, symbol, onclick, props = {}) {
  const name = { "aria-label": label, title: label };
  return el("button", { type: "button", class: "tool", onclick, ...name, ...props }, icon(symbol));
}
