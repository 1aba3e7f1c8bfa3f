// One message as a bubble: quote, content, words, time, buttons.

import { dress, el, icon } from "./dom.js";
import { words } from "./words.js";

const NAMES = {
  photo: "Foto", voice: "Spraakbericht", document: "Document", location: "Locatie", contact: "Contact", sticker: "Sticker",
};

export function summary(message) {
  return message.text || NAMES[message.kind] || "Bericht";
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
}

function length(seconds) {
  const whole = Math.round(seconds || 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function voice(media) {
  const audio = new Audio(`/sim/files/${media.file_id}`);
  audio.preload = "none";
  const play = dress(el("button", { type: "button", class: "icon play" }), "play", "Spraakbericht afspelen");
  const bar = el("progress", { max: "1", value: "0", "aria-label": "Voortgang van het spraakbericht" });
  const time = el("span", { class: "length" }, length(media.duration));
  play.addEventListener("click", (event) => {
    event.stopPropagation();
    if (audio.paused) audio.play(); else audio.pause();
  });
  audio.addEventListener("play", () => dress(play, "pause", "Spraakbericht stoppen"));
  audio.addEventListener("pause", () => dress(play, "play", "Spraakbericht afspelen"));
  audio.addEventListener("timeupdate", () => {
    bar.value = audio.duration ? audio.currentTime / audio.duration : 0;
    time.textContent = length(audio.currentTime || media.duration);
  });
  audio.addEventListener("ended", () => { bar.value = 0; time.textContent = length(media.duration); });
  return el("div", { class: "voice" }, play, bar, time);
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function content(message) {
  const media = message.media;
  if (!media) return null;
  const url = `/sim/files/${media.file_id}`;
  if (message.kind === "photo") {
    const picture = el("img", { src: url, alt: message.text || "Foto", loading: "lazy", width: media.width, height: media.height });
    return el("a", { class: "photo", href: url, target: "_blank", "aria-label": "Foto openen" }, picture);
  }
  if (message.kind === "voice") return voice(media);
  if (message.kind === "document") {
    const name = el("bdi", {}, media.file_name || "bestand");
    const label = el("span", {}, name, el("small", {}, size(media.file_size)));
    return el("a", { class: "document", href: url, download: media.file_name || "bestand" }, icon("file"), label);
  }
  if (message.kind === "location") {
    const place = `${media.latitude.toFixed(4)}, ${media.longitude.toFixed(4)}`;
    return el("div", { class: "document" }, icon("place"), el("span", {}, "Locatie", el("small", {}, place)));
  }
  if (message.kind === "contact") {
    return el("div", { class: "document" }, el("span", {}, el("bdi", {}, media.first_name), el("small", {}, media.phone_number)));
  }
  return el("div", { class: "sticker", role: "img", "aria-label": "Sticker" }, media.emoji || "★");
}

function button(raw, message, actions) {
  if (raw.callback_data !== undefined) {
    return el("button", {
      type: "button", dir: "auto", "data-callback": raw.callback_data,
      onclick: (event) => { event.stopPropagation(); actions.press(message, raw.callback_data, event.currentTarget); },
    }, raw.text);
  }
  if (raw.url) {
    return el("a", {
      href: raw.url, target: "_blank", rel: "noopener noreferrer", dir: "auto",
      onclick: (event) => { if (actions.openLink(raw.url)) event.preventDefault(); event.stopPropagation(); },
    }, raw.text, icon("link"));
  }
  return el("button", { type: "button", disabled: true, dir: "auto" }, raw.text);
}

function keyboard(message, actions) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row) => el("div", { class: "row" }, ...row.map((raw) => button(raw, message, actions))));
  return el("div", { class: "buttons", role: "group", "aria-label": "Knoppen bij dit bericht" }, ...rows);
}

function tools(message, actions) {
  const make = (name, label, deed) => dress(el("button", {
    type: "button", class: "icon", onclick: (event) => { event.stopPropagation(); deed(message); },
  }), name, label);
  const mine = message.by === "person";
  return el("div", { class: "tools" },
    make("reply", "Beantwoorden", actions.reply),
    mine && message.kind === "text" ? make("edit", "Bewerken", actions.edit) : null,
    mine ? make("trash", "Verwijderen", actions.erase) : null);
}

export function bubble(message, quoted, actions) {
  const body = el("div", { class: "bubble" });
  body.addEventListener("click", () => actions.tap(message));
  if (message.forwarded) {
    body.append(el("p", { class: "forwarded" }, "Doorgestuurd van ", el("bdi", {}, message.forwarded.sender_user_name || "iemand")));
  }
  if (quoted) {
    body.append(el("button", {
      type: "button", class: "quote",
      onclick: (event) => { event.stopPropagation(); actions.jump(quoted.id); },
    }, el("strong", {}, quoted.by === "bot" ? "Sleutelbot" : "Jij"), el("span", { dir: "auto" }, summary(quoted))));
  }
  const shown = content(message);
  if (shown) body.append(shown);
  if (message.text) body.append(words(message.text, message.entities, actions));
  const edited = message.edited ? el("span", { class: "edited" }, "bewerkt") : null;
  body.append(el("div", { class: "stamp" }, edited, el("time", {}, clock(message.date))));
  const whose = message.by === "bot" ? "Sleutelbot" : "Jij";
  const line = el("div", { class: "line" }, body, tools(message, actions));
  return el("li", { class: `message ${message.by}`, "data-id": message.id, "aria-label": whose }, line, keyboard(message, actions));
}
