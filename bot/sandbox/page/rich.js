// Text with entities becomes elements. Offsets are UTF-16 units, just as in JavaScript strings.

import { el } from "./dom.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

export function rich(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return children(text, sorted, 0, text.length, onCommand);
}

function children(text, entities, start, end, onCommand) {
  const parts = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || entity.offset >= end || stop <= entity.offset) continue;
    const block = BLOCKS.has(entity.type);
    if (entity.offset > at) parts.push(text.slice(at, entity.offset).replace(block ? /\n$/ : /$^/, ""));
    const inner = children(text, entities.slice(i + 1), entity.offset, stop, onCommand);
    parts.push(element(entity, inner, text.slice(entity.offset, stop), onCommand));
    at = block && text[stop] === "\n" ? stop + 1 : stop;
  }
  if (at < end) parts.push(text.slice(at, end));
  return parts;
}

function element(entity, inner, raw, onCommand) {
  if (PLAIN[entity.type]) return el(PLAIN[entity.type], {}, inner);
  switch (entity.type) {
    case "spoiler":
      return el("span", { class: "spoiler", title: "点一下显示", onclick: (e) => e.currentTarget.classList.add("open") }, inner);
    case "code":
      return el("code", {}, inner);
    case "pre":
      return el("pre", { "data-language": entity.language ?? "" }, el("code", {}, inner));
    case "blockquote":
      return el("blockquote", {}, inner);
    case "expandable_blockquote":
      return expandable(inner);
    case "text_link":
      return link(entity.url, inner);
    case "url":
      return link(raw.includes("://") ? raw : `https://${raw}`, inner);
    case "bot_command":
      return el("button", { type: "button", class: "inline-command", onclick: () => onCommand(raw) }, inner);
    default:
      return el("span", { class: `mark ${entity.type}` }, inner);
  }
}

function link(url, inner) {
  const safe = /^(https?|tg|mailto|tel):/i.test(url);
  return el("a", { href: safe ? url : false, target: "_blank", rel: "noopener noreferrer" }, inner);
}

function expandable(inner) {
  const quote = el("blockquote", { class: "expandable", tabindex: "0", role: "button", title: "展开或收起" }, inner);
  const turn = () => quote.classList.toggle("open");
  quote.addEventListener("click", turn);
  quote.addEventListener("keydown", (event) => event.key === "Enter" && turn());
  return quote;
}
