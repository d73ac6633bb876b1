// Discord's markdown, read into a tree. Knows no document: a node is a text, or an object with `is`
// and what belongs to it. Whatever is no markup is text.

/** How deep marks may stand in one another; deeper ones are text. */
const DEPTH = 12;

const INLINE = [
  ["escape", /^\\([\\`*_~|<>#\-[\]()@:!.+])/],
  ["code", /^(`{1,2})([^`](?:[\s\S]*?[^`])?)\1(?!`)/],
  ["spoiler", /^\|\|([\s\S]+?)\|\|/],
  ["bolditalic", /^\*\*\*([^\s*][\s\S]*?)\*\*\*(?!\*)/],
  ["bold", /^\*\*([^\s][\s\S]*?)\*\*(?!\*)/],
  ["underline", /^__([^\s][\s\S]*?)__(?!_)/],
  ["italic", /^\*(?=\S)((?:\*\*|[^*])+?)\*(?!\*)/],
  ["italic", /^_(?=\S)((?:__|[^_])+?)_(?![A-Za-z0-9_])/],
  ["strike", /^~~(?=\S)([\s\S]*?\S)~~/],
  ["link", /^\[((?:\\.|[^\]\\\n])+)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"([^"\n]*)")?\s*\)/],
  ["time", /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/],
  ["user", /^<@!?(\d+)>/],
  ["role", /^<@&(\d+)>/],
  ["channel", /^<#(\d+)>/],
  ["command", /^<\/([^:<>\n]{1,100}):(\d+)>/],
  ["emoji", /^<a?:(\w{2,32}):\d+>/],
  ["quiet", /^<(https?:\/\/[^\s<>]+)>/],
  ["url", /^https?:\/\/[^\s<>]*[^\s<>"'.,:;!?)\]}*_~|]/],
  ["everyone", /^@(everyone|here)\b/],
  ["break", /^\n/],
];

/** Marks begin at one of these; everything up to the next is text. */
const PLAIN = /^[\s\S][^\\`|*_~[<h@\n]*/;

/** The tree of a text. `hasBlocks` is false where headings, lists and quotes are not read. */
export function parse(text, hasBlocks = true) {
  return hasBlocks ? blocks(text, 0) : inline(text, 0);
}

function blocks(text, depth) {
  const nodes = [];
  const lines = [];
  let rest = text;
  const flush = () => {
    if (lines.length) nodes.push({ is: "lines", of: inline(lines.splice(0).join("\n"), depth) });
  };
  while (rest !== "") {
    const block = depth < DEPTH && blockAt(rest, depth);
    if (block) {
      flush();
      nodes.push(block.node);
      rest = rest.slice(block.length);
      continue;
    }
    const fence = rest.indexOf("```", 1);
    const end = rest.indexOf("\n");
    const isFenceInLine = fence > 0 && (end === -1 || fence < end) && FENCE.test(rest.slice(fence));
    const stop = isFenceInLine ? fence : end === -1 ? rest.length : end + 1;
    const line = rest.slice(0, stop);
    lines.push(isFenceInLine ? line : line.replace(/\n$/, ""));
    rest = rest.slice(stop);
  }
  flush();
  return nodes;
}

const FENCE = /^```(?:([\w+#.-]+)\n)?\n*([\s\S]+?)\n*```\n?/;
const HEADING = /^(#{1,3})[ \t]+([^\n]+)(?:\n|$)/;
const SUBTEXT = /^-#[ \t]+([^\n]+)(?:\n|$)/;
const QUOTE_ALL = /^>>>[ \n]([\s\S]*)$/;
const QUOTE = /^(?:>[ ][^\n]*(?:\n|$)|>(?:\n|$))+/;
const LIST = /^(?:[ \t]*(?:[-*]|\d{1,9}\.)[ \t]+[^\n]+(?:\n|$)(?:[ \t]{2,}(?![-*] |\d+\. )[^\n]+(?:\n|$))*)+/;

function blockAt(text, depth) {
  const fence = FENCE.exec(text);
  if (fence) return { length: fence[0].length, node: { is: "fence", language: fence[1], text: fence[2] } };
  const heading = HEADING.exec(text);
  if (heading) {
    const node = { is: "heading", level: heading[1].length, of: inline(heading[2], depth) };
    return { length: heading[0].length, node };
  }
  const subtext = SUBTEXT.exec(text);
  if (subtext) return { length: subtext[0].length, node: { is: "subtext", of: inline(subtext[1], depth) } };
  const all = QUOTE_ALL.exec(text);
  if (all) return { length: text.length, node: { is: "quote", of: blocks(all[1], depth + 1) } };
  const quote = QUOTE.exec(text);
  if (quote) {
    const inside = quote[0].replace(/\n$/, "").replace(/^> ?/gm, "");
    return { length: quote[0].length, node: { is: "quote", of: blocks(inside, depth + 1) } };
  }
  const list = LIST.exec(text);
  if (list) return { length: list[0].length, node: listOf(list[0], depth) };
  return null;
}

/** A list out of its lines; what stands further in belongs to the item above. */
function listOf(text, depth) {
  const items = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const [, space, mark, content] = /^([ \t]*)(?:([-*]|\d+\.)[ \t]+)?(.*)$/.exec(line);
    if (mark === undefined && items.length) items.at(-1).text += `\n${content}`;
    else items.push({ indent: space.length, mark: mark ?? "-", text: content });
  }
  return nest(items, 0, depth);
}

function nest(items, least, depth) {
  const first = items[0];
  const isOrdered = /\d/.test(first.mark);
  const list = { is: "list", start: isOrdered ? Number.parseInt(first.mark, 10) : null, items: [] };
  let at = 0;
  while (at < items.length) {
    const item = items[at];
    let end = at + 1;
    while (end < items.length && items[end].indent > Math.max(item.indent, least)) end += 1;
    const below = items.slice(at + 1, end);
    const isDeep = depth + 1 >= DEPTH;
    const of = inline(item.text, depth);
    if (below.length && !isDeep) of.push(nest(below, below[0].indent, depth + 1));
    else if (below.length) of.push(...below.map((it) => `\n${it.text}`));
    list.items.push(of);
    at = end;
  }
  return list;
}

function inline(text, depth) {
  const nodes = [];
  let rest = text;
  let before = "";
  while (rest !== "") {
    const [node, length] = inlineAt(rest, depth, before) ?? [null, 0];
    const taken = length || PLAIN.exec(rest)[0].length;
    if (node !== null) nodes.push(node);
    else push(nodes, rest.slice(0, taken));
    before = rest[taken - 1];
    rest = rest.slice(taken);
  }
  return nodes;
}

function push(nodes, text) {
  if (typeof nodes.at(-1) === "string") nodes[nodes.length - 1] += text;
  else nodes.push(text);
}

function inlineAt(text, depth, before) {
  for (const [is, pattern] of INLINE) {
    const found = pattern.exec(text);
    if (!found) continue;
    if (is === "italic" && text[0] === "_" && /[A-Za-z0-9]/.test(before)) continue;
    if (is === "url" && /[A-Za-z0-9]/.test(before)) continue;
    return [node(is, found, depth), found[0].length];
  }
  return null;
}

function node(is, found, depth) {
  const within = (text) => (depth + 1 < DEPTH ? inline(text, depth + 1) : [text]);
  switch (is) {
    case "escape":
      return found[1];
    case "code":
      return { is, text: found[2].replace(/^ (?=`)|(?<=`) $/g, "") };
    case "bolditalic":
      return { is: "bold", of: [{ is: "italic", of: within(found[1]) }] };
    case "link":
      return { is, of: within(found[1]), url: found[2], title: found[3] };
    case "quiet":
    case "url":
      return { is: "link", of: [found[1] ?? found[0]], url: found[1] ?? found[0] };
    case "time":
      return { is, seconds: Number(found[1]), style: found[2] };
    case "command":
      return { is, name: found[1], id: found[2] };
    case "emoji":
    case "everyone":
      return { is, name: found[1] };
    case "user":
    case "role":
    case "channel":
      return { is, id: found[1] };
    case "break":
      return { is };
    default:
      return { is, of: within(found[1]) };
  }
}
