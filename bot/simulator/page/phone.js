// One phone: its person, its conversation, and what can be done with it.

import { get, post, sample, upload } from "./api.js";
import { bubble, summary } from "./bubbles.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { DOINGS, ROLES } from "./languages.js";
import { Strip } from "./strip.js";

const TOAST_SECONDS = 5;

export class Phone {
  constructor(role, people, page) {
    this.role = role;
    this.page = page;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.root.dataset.role = role;
    this.root.id = `phone-${role}`;
    this.list = this.part(".messages");
    this.stayAtFoot();
    this.strip = new Strip(this, people);
    this.composer = new Composer(this);
    this.actions = {
      say: (text) => this.say(text), press: (...all) => this.press(...all), reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message), erase: (message) => this.do("erase", { message_id: message.id }),
      tap: (message) => this.tap(message), jump: (id) => this.jump(id), openLink: (url) => page.openLink(url),
    };
  }

  part(selector) {
    return this.root.querySelector(selector);
  }

  stayAtFoot() {
    this.atFoot = true;
    this.list.addEventListener("scroll", () => {
      this.atFoot = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
    });
    this.list.addEventListener("load", () => this.settle(), true);
    new ResizeObserver(() => this.settle()).observe(this.list);
  }

  settle() {
    if (this.atFoot) this.list.scrollTop = this.list.scrollHeight;
  }

  async use(person) {
    this.person = person;
    this.messages = new Map();
    this.known = -1;
    this.first = true;
    this.atFoot = true;
    this.list.replaceChildren();
    this.root.setAttribute("aria-label", `Telefoon van ${person.first_name}, ${ROLES[this.role]}`);
    this.list.setAttribute("aria-label", `Gesprek van ${person.first_name} met Sleutelbot`);
    this.composer.drop();
    await post("accounts", { ...person, role: undefined });
    await this.refresh();
  }

  async refresh() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    try {
      do {
        this.again = false;
        const person = this.person;
        const news = await get(`chats/${person.id}?after=${this.known}`);
        if (person === this.person) this.take(news); else this.again = true;
      } while (this.again);
    } finally {
      this.busy = false;
    }
  }

  take(news) {
    this.known = news.changed;
    for (const message of news.messages) this.place(message);
    if (!this.first) for (const toast of news.toasts) this.answered(toast);
    if (!this.first && news.messages.some((message) => message.by === "bot")) this.page.unread(this);
    this.doing(news.action);
    this.composer.show(news);
    this.strip.show(news);
    this.settle();
    this.first = false;
  }

  place(message) {
    this.messages.set(message.id, message);
    const old = this.list.querySelector(`[data-id="${message.id}"]`);
    if (message.deleted) { old?.remove(); return; }
    const quoted = this.messages.get(message.reply_to);
    const fresh = bubble(message, quoted && !quoted.deleted ? quoted : null, this.actions);
    if (old) { old.replaceWith(fresh); return; }
    this.list.append(fresh);
    if (!this.first) fresh.classList.add("fresh");
  }

  doing(action) {
    clearTimeout(this.timer);
    this.part(".doing").textContent = action ? DOINGS[action] || "is bezig…" : "";
    if (action) this.timer = setTimeout(() => this.doing(""), TOAST_SECONDS * 1000);
  }

  answered(toast) {
    for (const button of this.list.querySelectorAll(".waiting")) button.classList.remove("waiting");
    if (toast.text && toast.alert) this.page.alert(toast.text);
    else if (toast.text) this.notice(toast.text);
  }

  notice(text, kind = "") {
    const note = el("p", { dir: "auto", class: kind }, text);
    this.part(".toasts").append(note);
    setTimeout(() => note.remove(), TOAST_SECONDS * 1000);
  }

  async do(deed, body = {}) {
    try {
      await post(`accounts/${this.person.id}/${deed}`, body);
      return true;
    } catch (error) {
      this.notice(error.message, "error");
      return false;
    }
  }

  async say(text, replyTo = null) {
    this.atFoot = true;
    return this.do("say", { text, reply_to: replyTo });
  }

  async press(message, data, button) {
    button.classList.add("waiting");
    setTimeout(() => button.classList.remove("waiting"), TOAST_SECONDS * 1000);
    if (!await this.do("press", { message_id: message.id, data })) button.classList.remove("waiting");
  }

  async send(kind, name, type) {
    await this.sendFile(kind, await sample(name, type));
  }

  async sendFile(kind, file) {
    try {
      const replyTo = this.composer.takeReply();
      await upload(`accounts/${this.person.id}/send`, { kind, reply_to: replyTo ? String(replyTo) : "" }, file);
    } catch (error) {
      this.notice(error.message, "error");
    }
  }

  tap(message) {
    if (String(getSelection()) === "") this.composer.reply(message);
  }

  jump(id) {
    const target = this.list.querySelector(`[data-id="${id}"]`);
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
    target?.classList.add("fresh");
  }

  quoteOf(message) {
    return summary(message);
  }
}
