/* The quotes in the form: the speakers of the source that is picked, what the check says, and what it asks for besides. */

import { told } from "./checking.js";
import { element } from "./preview.js";
import { quoteOf } from "./record.js";

const ASKED = { // by the finding that a field answers
  "quote-ambiguous": ["prefix", "suffix"],
  "quote-needs-context": ["context"],
  "quote-parts-far-apart": ["context"],
};

export class Quotes {
  /** `checking` checks, `sources` tells of sources by id, `names` has their names, and `changed` is called after a choice. */
  constructor({ checking, sources, names, changed }) {
    Object.assign(this, { checking, sources, names, changed });
  }

  /** Offer the speakers of the source that is picked, or a citation where it is not captured. */
  showSource(item, source, isCited) {
    const select = item.querySelector("[name=speaker]");
    if (select.dataset.source !== source) {
      const wanted = select.dataset.wanted ?? (select.dataset.source === undefined ? select.value : "");
      select.replaceChildren(select.options[0], ...[...(this.sources.get(source)?.speakers.keys() ?? [])].map((name) => new Option(name, name)));
      select.value = wanted;
      if (select.selectedIndex < 0) select.value = "";
      if (source) delete select.dataset.wanted;
      select.dataset.source = source;
    }
    item.querySelector("[data-citation]").hidden = !isCited;
    for (const name of ["speaker", "exact"]) item.querySelector(`[name=${name}]`).closest("p").hidden = isCited;
    for (const name of ["mode", "of"]) item.querySelector(`[name=${name}]`).closest("p").hidden = isCited;
  }

  async check(quote) {
    const into = quote.item.querySelector("[data-verdict]");
    const button = quote.item.querySelector("[data-elsewhere]");
    button.hidden = true;
    if (quote.isCited || !quote.source || !quote.exact.trim()) {
      into.replaceChildren();
      delete into.dataset.key;
      this.#showAsked(quote.item, []);
      return null;
    }
    try {
      const record = quoteOf(quote);
      const key = JSON.stringify(record);
      if (into.dataset.key !== key) {
        into.dataset.key = key;
        into.found = this.checking.check(record);
        const found = await into.found;
        if (into.dataset.key !== key) return null; // other words have been typed meanwhile
        into.replaceChildren(...told(found, (speaker) => this.#choose(quote.item, speaker)));
      }
      const found = await into.found;
      this.#showAsked(quote.item, found.findings.flatMap(([rule]) => ASKED[rule] ?? []));
      button.hidden = !["absent", "near"].includes(found.verdict.outcome);
      return found;
    } catch (error) {
      delete into.dataset.key;
      into.replaceChildren(element("p", "em-form__wrong", `The words could not be checked: ${error.message}. The full check runs when you propose the file.`));
      return null;
    }
  }

  /** Show the fields that a finding asks for, and those that are filled in. */
  #showAsked(item, names) {
    for (const field of item.querySelectorAll("[data-asked] :is(input, textarea)")) {
      field.closest("p").hidden = !names.includes(field.name) && !field.value && field !== document.activeElement;
    }
  }

  #choose(item, speaker) {
    item.querySelector("[name=speaker]").value = speaker;
    item.querySelector("[name=speaker]").focus();
    this.changed();
  }

  async lookElsewhere(quote) {
    const captured = [...this.sources].filter(([, { isCaptured }]) => isCaptured).map(([id]) => id);
    const { verdict } = await this.checking.elsewhere(quoteOf(quote), captured);
    const titles = verdict.sources.map((id) => this.names.name(id));
    const says = titles.length ? `The words stand in: ${titles.join("; ")}.` : "No other captured source has these words.";
    quote.item.querySelector("[data-verdict]").append(element("p", "", says));
  }
}
