// The page: three phones side by side, one at a time on a narrow screen.

import { get, listen } from "./api.js";
import { el } from "./dom.js";
import { FaultPanel } from "./faults.js";
import { ROLES } from "./languages.js";
import { Phone } from "./phone.js";

class Page {
  async open() {
    const { people, bot } = await get("people");
    this.bot = bot;
    this.faults = new FaultPanel(document.getElementById("faults"), document.querySelector(".open-faults"));
    this.phones = Object.keys(ROLES).map((role) => new Phone(role, people, this));
    document.querySelector(".phones").append(...this.phones.map((phone) => phone.root));
    this.tabs();
    await Promise.all(this.phones.map((phone) => phone.strip.choose(phone.strip.people[0]?.id ?? "new")));
    listen((news) => this.news(news), (up) => { document.querySelector(".link-state").hidden = up; });
  }

  tabs() {
    const bar = document.querySelector(".tabs");
    this.buttons = this.phones.map((phone) => el("button", {
      type: "button", role: "tab", id: `tab-${phone.role}`, "aria-controls": phone.root.id,
      onclick: () => this.select(phone),
    }, el("span", {}, ROLES[phone.role]), el("span", { class: "badge", hidden: true })));
    bar.append(...this.buttons);
    bar.addEventListener("keydown", (event) => this.step(event));
    this.select(this.phones[0]);
  }

  select(chosen) {
    this.phones.forEach((phone, at) => {
      const on = phone === chosen;
      phone.root.classList.toggle("front", on);
      this.buttons[at].setAttribute("aria-selected", String(on));
      this.buttons[at].tabIndex = on ? 0 : -1;
      if (on) this.buttons[at].querySelector(".badge").hidden = true;
    });
    chosen.settle();
  }

  step(event) {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    const at = (this.buttons.indexOf(document.activeElement) + move + this.buttons.length) % this.buttons.length;
    this.select(this.phones[at]);
    this.buttons[at].focus();
  }

  unread(phone) {
    if (phone.root.classList.contains("front")) return;
    const badge = this.buttons[this.phones.indexOf(phone)].querySelector(".badge");
    badge.textContent = badge.hidden ? "1" : String(Number(badge.textContent) + 1);
    badge.setAttribute("aria-label", `${badge.textContent} nieuw`);
    badge.hidden = false;
  }

  news({ chats }) {
    for (const phone of this.phones) if (chats.includes(phone.person?.id)) phone.refresh();
    this.faults.count();
  }

  alert(text) {
    const dialog = document.querySelector("dialog.alert");
    dialog.querySelector("p").textContent = text;
    if (!dialog.open) dialog.showModal();
  }

  openLink(address) {
    const url = new URL(address, location.href);
    const ours = ["t.me", "telegram.me"].includes(url.hostname) && url.pathname.toLowerCase() === `/${this.bot}`.toLowerCase();
    if (!ours) return false;
    const dialog = document.querySelector("dialog.deep-link");
    const payload = url.searchParams.get("start") || "";
    dialog.querySelector(".choices").replaceChildren(...this.phones.map((phone) => el("button", {
      type: "button",
      onclick: () => { dialog.close(); this.select(phone); phone.do("start", { payload }); },
    }, el("bdi", {}, phone.person.first_name), el("small", {}, ROLES[phone.role]))));
    dialog.showModal();
    return true;
  }
}

new Page().open();
