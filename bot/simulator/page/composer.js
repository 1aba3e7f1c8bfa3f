// The foot of a phone: writing, replying, editing, commands, attachments, and the start button.

import { dress, el } from "./dom.js";

const ATTACHMENTS = [
  ["Foto van een brief", (phone) => phone.send("photo", "brief.jpg", "image/jpeg")],
  ["Spraakbericht", (phone) => phone.send("voice", "stem.ogg", "audio/ogg")],
  ["Document (pdf)", (phone) => phone.send("document", "brief.pdf", "application/pdf")],
  ["Locatie", (phone) => phone.do("share", { kind: "location", body: { latitude: 51.965, longitude: 6.289 } })],
  ["Sticker", (phone) => phone.do("share", { kind: "sticker", body: STICKER })],
  ["Doorgestuurd bericht", (phone) => phone.do("forward", { text: "Dit bericht is doorgestuurd.", name: "Iemand" })],
  ["Eigen bestand…", (phone) => phone.part(".own-file").click()],
];
const STICKER = {
  file_id: "SIMSTICKER", file_unique_id: "sticker", type: "regular", width: 512, height: 512,
  is_animated: false, is_video: false, emoji: "🙂",
};

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.form = phone.part(".composer");
    this.words = phone.part("textarea");
    this.context = phone.part(".context");
    this.menus = { commands: phone.part(".popup.commands"), attachments: phone.part(".popup.attachments") };
    this.openers = { commands: phone.part(".menu"), attachments: phone.part(".attach") };
    dress(this.openers.commands, "menu", "Opdrachten van de bot");
    dress(this.openers.attachments, "attach", "Iets meesturen");
    dress(phone.part(".send"), "send", "Versturen");
    dress(phone.part(".drop-context"), "close", "Niet beantwoorden of bewerken");
    this.listen();
    this.fill("attachments", ATTACHMENTS.map(([label, deed]) => [label, "", () => deed(phone)]));
  }

  listen() {
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
    });
    this.words.addEventListener("input", () => this.grow());
    this.phone.part(".drop-context").addEventListener("click", () => this.drop());
    for (const name of ["commands", "attachments"]) {
      this.openers[name].addEventListener("click", () => this.toggle(name, this.menus[name].hidden));
    }
    this.phone.root.addEventListener("keydown", (event) => { if (event.key === "Escape") this.escape(); });
    document.addEventListener("click", (event) => { if (!this.phone.root.contains(event.target)) this.closeMenus(); });
    this.phone.list.addEventListener("click", () => this.closeMenus());
    this.phone.part(".own-file").addEventListener("change", (event) => this.ownFile(event.target));
    this.phone.part(".gate button").addEventListener("click", () => this.phone.do(this.blocked ? "unblock" : "start"));
  }

  async submit() {
    const text = this.words.value.trim();
    if (!text) return;
    const done = this.editing
      ? await this.phone.do("edit", { message_id: this.editing, text })
      : await this.phone.say(text, this.replying);
    if (done) this.drop();
  }

  grow() {
    this.words.style.height = "auto";
    this.words.style.height = `${Math.min(this.words.scrollHeight, 140)}px`;
  }

  reply(message) {
    const same = this.replying === message.id;
    this.drop();
    if (same) return;
    this.replying = message.id;
    this.explain("Antwoord op", message);
  }

  edit(message) {
    this.drop();
    this.editing = message.id;
    this.words.value = message.text;
    this.explain("Bewerken", message);
    this.grow();
  }

  explain(title, message) {
    this.phone.part(".context-title").textContent = title;
    this.phone.part(".context-text").textContent = this.phone.quoteOf(message);
    this.context.hidden = false;
    this.phone.list.querySelector(`[data-id="${message.id}"]`)?.classList.add("chosen");
    if (matchMedia("(hover: hover)").matches) this.words.focus();
  }

  takeReply() {
    const replyTo = this.replying;
    this.drop();
    return replyTo;
  }

  drop() {
    this.replying = null;
    this.editing = null;
    this.words.value = "";
    this.context.hidden = true;
    for (const chosen of this.phone.list.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
    this.grow();
  }

  toggle(name, open) {
    for (const key of Object.keys(this.menus)) {
      this.menus[key].hidden = !(open && key === name);
      this.openers[key].setAttribute("aria-expanded", String(open && key === name));
    }
    if (open) this.menus[name].querySelector("button")?.focus();
  }

  closeMenus() {
    this.toggle("commands", false);
  }

  escape() {
    const open = Object.keys(this.menus).find((name) => !this.menus[name].hidden);
    this.closeMenus();
    if (open) this.openers[open].focus(); else this.drop();
  }

  fill(name, entries) {
    this.menus[name].replaceChildren(...entries.map(([label, description, deed]) => el("button", {
      type: "button", onclick: () => { this.closeMenus(); deed(); },
    }, el("strong", { dir: "auto" }, label), description ? el("span", { dir: "auto" }, description) : null)));
  }

  ownFile(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    const kind = ["image/jpeg", "image/png"].includes(file.type) ? "photo" : file.type.startsWith("audio/") ? "voice" : "document";
    this.phone.sendFile(kind, file);
  }

  show(news) {
    this.blocked = news.blocked;
    const closed = !news.opened || news.blocked;
    this.form.hidden = closed;
    const gate = this.phone.part(".gate");
    gate.hidden = !closed;
    gate.querySelector("button").textContent = news.blocked ? "Bot deblokkeren" : "Starten";
    this.fill("commands", news.commands.map((one) => [`/${one.command}`, one.description, () => this.phone.say(`/${one.command}`)]));
    this.openers.commands.hidden = !news.commands.length;
    this.keyboard(closed ? null : news.keyboard);
  }

  keyboard(markup) {
    const place = this.phone.part(".custom-keyboard");
    place.hidden = !markup?.keyboard;
    place.replaceChildren(...(markup?.keyboard || []).map((row) => el("div", { class: "row" }, ...row.map((key) =>
      el("button", { type: "button", dir: "auto", onclick: () => this.phone.say(key.text) }, key.text)))));
  }
}
