// The title strip of a phone: role, person, language, and blocking the bot.

import { dress, el } from "./dom.js";
import { LANGUAGES, ROLES } from "./languages.js";

const NEW = "new";

export class Strip {
  constructor(phone, people) {
    this.phone = phone;
    this.people = people.filter((person) => person.role === phone.role);
    phone.part(".role").textContent = ROLES[phone.role];
    this.choice = phone.part(".whom");
    this.tongue = phone.part(".tongue");
    this.blocker = phone.part(".block");
    for (const [code, name] of LANGUAGES) this.tongue.append(el("option", { value: code, lang: code }, name));
    this.choice.addEventListener("change", () => this.choose(this.choice.value));
    this.tongue.addEventListener("change", () => this.speak(this.tongue.value));
    this.blocker.addEventListener("click", () => this.phone.do(this.blocked ? "unblock" : "block"));
    this.list();
  }

  list() {
    const options = this.people.map((person) => el("option", { value: person.id }, person.first_name));
    options.push(el("option", { value: NEW }, "Nieuwe persoon…"));
    this.choice.replaceChildren(...options);
  }

  async choose(value) {
    if (value === NEW) this.invent();
    const person = this.people.find((one) => String(one.id) === String(value)) || this.people.at(-1);
    this.choice.value = person.id;
    this.wear(person);
    await this.phone.use(person);
  }

  invent() {
    const number = this.people.length + 1;
    const id = 5_000_000 + Math.floor(Math.random() * 900_000_000);
    this.people.push({ id, first_name: `Persoon ${number}`, role: this.phone.role, language_code: this.tongue.value || "nl", username: null });
    this.list();
  }

  wear(person) {
    this.phone.part(".avatar").textContent = person.first_name.at(0);
    if (![...this.tongue.options].some((option) => option.value === person.language_code)) {
      this.tongue.append(el("option", { value: person.language_code }, person.language_code));
    }
    this.tongue.value = person.language_code;
  }

  async speak(code) {
    this.phone.person.language_code = code;
    await this.phone.use(this.phone.person);
  }

  show(news) {
    this.blocked = news.blocked;
    dress(this.blocker, "block", news.blocked ? "Bot deblokkeren" : "Bot blokkeren");
    this.blocker.setAttribute("aria-pressed", String(news.blocked));
    this.blocker.hidden = !news.opened;
  }
}
