/* How much two assertions say the same: the measure of the rule `near-duplicate-assertion` (`rules/likeness.py`), for the browser.
 *
 * Rare words weigh more, and small words nothing. Words of other spelling that mean the same are not known.
 */

import { ratio } from "./ratio.js";

const WORD = /[\p{L}\p{N}_]+(?:['’.,-][\p{L}\p{N}_]+)*/gu;
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/u;
const WHOLE_NUMBER = /^\p{Nd}+(?:[.,]\p{Nd}+)*$/u;
const NEAR = 80;
const SHORT = 3;

export class Likeness {
  /** `lists` has `small` and `turns`, words; `texts` are all assertions. */
  constructor(lists, texts) {
    this.small = new Set(lists.small);
    this.turning = new Set(lists.turns);
    this.words = texts.map((text) => this.wordsOf(text));
    this.counts = new Map();
    for (const inside of this.words) for (const word of inside) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  /** Return the words of a text in small letters, in order, without small words and duplicates. */
  wordsOf(text) {
    return [...new Set(text.toLowerCase().match(WORD) ?? [])].filter((word) => !this.small.has(word));
  }

  /** Return how similar two texts are, given as words, from 0 to 1. */
  likeness(one, other) {
    return Math.min(this.#share(one, other), this.#share(other, one));
  }

  /** Tell whether two texts may say the same: they share all numbers, and the words that can reverse a sentence. */
  mayBeSame(one, other) {
    return numbers(one) === numbers(other) && this.#turns(one) === this.#turns(other);
  }

  /** Return the numbers of the texts that are at least so like a text, most like first, each with its likeness. */
  nearest(text, least) {
    const own = this.wordsOf(text);
    const rare = own.filter((word) => this.counts.has(word)).sort((a, b) => this.counts.get(a) - this.counts.get(b)).slice(0, 6);
    const found = [];
    this.words.forEach((words, number) => {
      if (!rare.some((word) => words.includes(word))) return;
      const likeness = this.likeness(own, words);
      if (likeness >= least) found.push({ number, likeness, maySame: this.mayBeSame(own, words) });
    });
    return found.sort((a, b) => b.likeness - a.likeness);
  }

  #share(part, whole) {
    const inside = new Set(whole);
    let total = 0;
    let found = 0;
    for (const word of part) {
      const count = this.counts.get(word) ?? 0;
      const weight = count <= this.words.length ? Math.log((this.words.length + 1) / (count + 0.5)) : 0;
      total += weight;
      if (inside.has(word) || isNear(word, whole)) found += weight;
    }
    return total > 0 ? found / total : 0;
  }

  #turns(words) {
    const isNot = (word) => /n['’]t$/.test(word);
    const found = words.filter((word) => this.turning.has(word) || isNot(word)).map((word) => (isNot(word) ? "not" : word));
    return [...new Set(found)].sort().join(" ");
  }
}

const numbers = (words) => words.filter((word) => !/^\p{L}+$/u.test(word) && NUMBER.test(word)).join(" ");

function isNear(word, others) {
  if (word.length <= SHORT || WHOLE_NUMBER.test(word)) return false;
  return others.some((other) => other.length > SHORT && Math.abs(word.length - other.length) <= SHORT && ratio(word, other) >= NEAR);
}
