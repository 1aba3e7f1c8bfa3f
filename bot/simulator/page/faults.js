// The folded panel: faults with their chances, and the rules of Telegram that can be switched off.

import { get, post } from "./api.js";
import { el } from "./dom.js";

const CHANCES = [
  ["cut_before", "Verbinding valt weg vóór de opdracht"],
  ["cut_after", "Verbinding valt weg ná de opdracht"],
  ["error_500", "Serverfout 500"],
  ["error_502", "Serverfout 502"],
  ["twice", "Berichten komen dubbel bij de bot"],
];
const RULES = [
  ["limits", "Niet te snel achter elkaar (429)"],
  ["lengths", "Niet te lang (4096, 1024, 200)"],
  ["callback_data", "Knoppen hoogstens 64 bytes"],
  ["html", "Opmaak moet kloppen"],
  ["unchanged", "Niet wijzigen in hetzelfde"],
  ["start_first", "Eerst Starten, dan schrijven"],
  ["old_queries", "Knoppen op tijd beantwoorden"],
];

export class FaultPanel {
  constructor(root, opener) {
    this.root = root;
    this.figures = el("dl");
    opener.addEventListener("click", () => this.toggle(opener));
  }

  async toggle(opener) {
    this.root.hidden = !this.root.hidden;
    opener.setAttribute("aria-expanded", String(!this.root.hidden));
    if (!this.root.hidden) await this.show(await get("settings"));
  }

  async show({ faults, strict }) {
    const sliders = CHANCES.map(([name, label]) => this.slider(name, label, faults[name] * 100, 50, "%", (value) => value / 100));
    sliders.push(this.slider("latency", "Vertraging, hoogstens", faults.latency, 10, " s", (value) => value));
    const off = Object.fromEntries([...CHANCES.map(([name]) => [name, 0]), ["latency", 0]]);
    const rough = { cut_before: 0.1, cut_after: 0.1, error_500: 0.05, error_502: 0.05, twice: 0.1, latency: 2 };
    this.root.replaceChildren(
      el("fieldset", {}, el("legend", {}, "Storingen"), ...sliders, el("p", { class: "quick" },
        el("button", { type: "button", onclick: () => this.set({ faults: off }) }, "Alles uit"),
        el("button", { type: "button", onclick: () => this.set({ faults: rough }) }, "Slecht netwerk"))),
      el("fieldset", {}, el("legend", {}, "Zo streng als Telegram"), ...RULES.map(([name, label]) => this.rule(name, label, strict[name]))),
      el("fieldset", { class: "figures" }, el("legend", {}, "Tellers"), this.figures));
    await this.count();
  }

  slider(name, label, value, most, unit, real) {
    const shown = el("output", {}, `${Math.round(value)}${unit}`);
    const input = el("input", {
      type: "range", min: "0", max: String(most), step: "1", value: String(Math.round(value)), name,
      oninput: (event) => { shown.textContent = `${event.target.value}${unit}`; },
      onchange: (event) => post("settings", { faults: { [name]: real(Number(event.target.value)) } }),
    });
    return el("label", { class: "slider" }, el("span", {}, label), input, shown);
  }

  rule(name, label, on) {
    const box = el("input", {
      type: "checkbox", name, onchange: (event) => post("settings", { strict: { [name]: event.target.checked } }),
    });
    box.checked = on;
    return el("label", { class: "rule" }, box, el("span", {}, label));
  }

  async set(settings) {
    await this.show(await post("settings", settings));
  }

  async count() {
    if (this.root.hidden) return;
    const counted = await get("counters");
    const calls = Object.values(counted.calls).reduce((sum, one) => sum + one, 0);
    const rows = [
      ["Berichten van de bot", counted.by_bot], ["Berichten van mensen", counted.by_people],
      ["Opdrachten van de bot", calls], ["Storingen tot nu toe", counted.faults], ["Wacht nog op de bot", counted.pending],
      ...Object.entries(counted.codes).map(([code, number]) => [`Antwoorden met ${code}`, number]),
    ];
    this.figures.replaceChildren(...rows.flatMap(([name, number]) => [el("dt", {}, name), el("dd", {}, String(number))]));
  }
}
