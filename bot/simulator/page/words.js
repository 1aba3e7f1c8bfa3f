// A text with its entities as page elements. Offsets are UTF-16 units, just as in JavaScript's own strings.

import { el } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SAFE = /^(https?:|mailto:)/i;

function link(href, onDeepLink) {
  const address = SAFE.test(href) ? href : `https://${href}`;
  return el("a", {
    href: address, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => { if (onDeepLink(address)) event.preventDefault(); event.stopPropagation(); },
  });
}

function element(entity, text, actions) {
  if (entity.type === "text_link") return link(entity.url, actions.openLink);
  if (entity.type === "url") return link(text, actions.openLink);
  if (entity.type === "email") return link(`mailto:${text}`, () => false);
  if (entity.type === "bot_command") {
    return el("button", {
      type: "button", class: "command",
      onclick: (event) => { event.stopPropagation(); actions.say(text); },
    });
  }
  if (entity.type === "spoiler") {
    return el("button", { type: "button", class: "spoiler", onclick: (event) => event.currentTarget.classList.add("seen") });
  }
  return el(TAGS[entity.type] || "span");
}

function fill(parent, text, entities, from, to, actions) {
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    parent.append(text.slice(at, entity.offset));
    const node = element(entity, text.slice(entity.offset, end), actions);
    const inside = entities.slice(i + 1).filter((other) => other.offset + other.length <= end);
    fill(node, text, inside, entity.offset, end, actions);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, to));
}

export function words(text, entities, actions) {
  const box = el("div", { class: "words", dir: "auto" });
  fill(box, text, entities, 0, text.length, actions);
  return box;
}
