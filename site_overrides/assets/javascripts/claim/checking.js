/* Checks the quotes of the form as they are typed: fetches a capture when a source is picked, and says what was found. */

import { Source } from "./capture.js";
import { findings, where } from "./findings.js";
import { Insertions } from "./insertions.js";
import { element } from "./preview.js";

export class Checking {
  #sources = new Map();
  #lists;

  /** `fetched` returns the JSON at an address below the home page. */
  constructor(fetched) {
    this.fetched = fetched;
  }

  /** Return the lists of words, fetched once. */
  lists() {
    this.#lists ??= this.fetched("contribute/claim/words.json").catch((error) => {
      this.#lists = undefined;
      throw error;
    });
    return this.#lists;
  }

  /** Return a source with its capture, fetched once. */
  source(id) {
    if (!this.#sources.has(id)) {
      const read = this.fetched(`contribute/claim/captures/${id}.json`).then((data) => new Source(id, data));
      this.#sources.set(id, read);
      read.catch(() => this.#sources.delete(id));
    }
    return this.#sources.get(id);
  }

  /** Return what is wrong with a quote, and how its page will tell where it stands. */
  async check(quote) {
    const [lists, source] = await Promise.all([this.lists(), this.source(quote.source)]);
    const insertions = new Insertions(lists);
    const found = findings(quote, source, insertions);
    const { place } = found.verdict;
    const isProven = Boolean(place);
    const says = isProven ? "Checked word for word, against a fingerprint of the source" : "The words do not stand so in the source";
    return { ...found, isProven, says, where: place ? where([place]) : "", fits: source.fits };
  }

  /** Return the ids of other captured sources that have the words, of those given; each capture is fetched. */
  async elsewhere(quote, ids) {
    const others = await Promise.all(ids.filter((id) => id !== quote.source).map((id) => this.source(id)));
    const [lists, source] = await Promise.all([this.lists(), this.source(quote.source)]);
    return findings(quote, source, new Insertions(lists), others);
  }
}

/** Return what to show of a checked quote; `choose` picks another speaker. */
export function told(found, choose) {
  const { verdict } = found;
  if (verdict.place) return [...standing(verdict.place), ...found.findings.flatMap(finding)];
  const shown = found.findings.flatMap(finding);
  const [place] = verdict.places;
  if (verdict.outcome === "wrong speaker" && place) {
    const button = element("button", "", place.speaker ? `Choose ${place.speaker}` : "Choose the source’s author");
    button.type = "button";
    button.addEventListener("click", () => choose(place.speaker));
    shown.push(button);
  }
  return shown.length ? shown : [element("p", "", "The source file’s own segments do not fit its capture, so this quote cannot be placed.")];
}

function* standing(place) {
  const by = place.speaker ? `, in the words of ${place.speaker}` : ", in the words of its author";
  yield element("p", "em-form__found", `These words stand in ${where([place])}${by}.`);
  if (!place.isWhole) yield element("p", "", "The sentence has more than you quote. The claim’s page will say so.");
}

function finding([rule, message, hint]) {
  const line = element("p", "em-form__wrong", `${message[0].toUpperCase()}${message.slice(1)}.`);
  line.dataset.rule = rule;
  return [line, ...hint.split("\n").filter(Boolean).map((text) => element("p", "em-form__hint", text))];
}
