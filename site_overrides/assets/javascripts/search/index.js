/* Finds pages by words, in the index that `pages/search/search_index.py` writes. Only what a question needs is fetched. */

import { compounds, slips, stem, words } from "./words.js";

const SAME_STEM = 0.85; // how well another form of a word stands for it
const BEGUN = 0.6; // a longer word, for one that may not be typed to its end
const INSTEAD = 0.9; // what the pages say, for what was typed
const APART = 0.7; // drop and out, for dropout
const SLIP = 0.35; // a similar word
const STOPPED = 0.2; // a stop word, beside words that tell more
const MOST = 60; // longer words that one begun word stands for, at most
const LEVELS = 16; // in how many steps the index writes weights
const STEM = 3; // letters that all forms of a word share at least
const TERM = 3; // how much more a term of the glossary weighs where a question asks for a meaning
const ASKS_MEANING = /^\s*what\s+(is|are|does)\b|\b(means?|meaning)\b/i;
const [TERMS, AFTER_TERMS, MANUALS] = [3, 4, 7]; // places in `begins`

/** The index at one address. */
export class Index {
  #home;
  #kept = new Map();

  constructor(home) {
    this.#home = home;
  }

  /** Read what every question needs; the same promise each time, unless it failed. */
  open() {
    this.opened ??= this.#read().catch((error) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  async #read() {
    const response = await fetch(new URL("index.json", this.#home), { cache: "no-cache" });
    if (!response.ok) throw new Error(`the search index: ${response.status}`);
    const { stop, instead, ...rest } = await response.json();
    Object.assign(this, rest);
    this.stop = new Set(stop.split(" "));
    this.instead = new Map(Object.entries(instead).map(([typed, meant]) => [stems(typed.split(" ")), meant]));
    this.longest = Math.max(1, ...[...this.instead.keys()].map((phrase) => phrase.split(" ").length));
  }

  #file(name, made) {
    if (!this.#kept.has(name)) {
      const address = new URL(`${name}.json?v=${this.version}`, this.#home);
      const read = fetch(address).then(async (response) => {
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        return made(await response.json());
      });
      read.catch(() => this.#kept.delete(name));
      this.#kept.set(name, read);
    }
    return this.#kept.get(name);
  }

  /** Return the numbers of the pages that answer a question, best first, its parts, and which of its words a text has. */
  async find(question) {
    const parts = await this.#parts(question);
    const isAllStopped = parts.every(({ isStopped }) => isStopped);
    const scores = new Map();
    let whole = 0;
    for (const { found, isStopped, phrase } of parts) {
      const rarity = Math.log(1 + this.pages / (1 + found.size)) * phrase.length ** 0.5;
      const share = isStopped && !isAllStopped ? STOPPED : 1;
      if (found.size && share === 1) whole += rarity;
      for (const [page, weight] of found) {
        const { sum, matched } = scores.get(page) ?? { sum: 0, matched: 0 };
        scores.set(page, { sum: sum + share * weight * rarity, matched: matched + (share === 1 ? rarity : 0) });
      }
    }
    const weight = ASKS_MEANING.test(question) ? TERM : 1;
    const isTerm = (page) => page >= this.begins[TERMS] && page < this.begins[AFTER_TERMS];
    const score = (page, { sum, matched }) => sum * (matched / whole) ** 2 * (isTerm(page) ? weight : 1);
    const ranked = [...scores].map(([page, each]) => [page, score(page, each)]).filter(([, each]) => each > 0);
    const isManual = (page) => page >= this.begins[MANUALS];
    ranked.sort(([a, one], [b, other]) => isManual(a) - isManual(b) || other - one || a - b);
    return { pages: ranked.map(([page]) => page), parts, isMarked: this.#marking(parts, unfinished(question)) };
  }

  /** Return what tells whether a text has words of a question's parts; stop words count where there are no others. */
  #marking(parts, begun) {
    const all = parts.flatMap(({ phrase, ways }) => [...phrase, ...ways.flatMap((way) => way.phrase)]);
    const telling = all.filter((word) => !this.stop.has(word));
    const asked = new Set((telling.length ? telling : all).map(stem));
    return (text) => words(text).some((word) => asked.has(stem(word)) || (begun?.length >= STEM && word.startsWith(begun)));
  }

  /** Return what a question asks for, word by word, or several words that mean one thing, each with the pages found. */
  async #parts(question) {
    const typed = words(question);
    const joined = new Set(compounds(question).map(([one, other]) => one + other));
    const isOpen = Boolean(unfinished(question));
    const parts = [];
    for (let at = 0; at < typed.length; ) {
      const phrase = await this.#together(typed.slice(at), joined);
      at += phrase.length;
      const isStopped = phrase.every((word) => this.stop.has(word)) && !this.instead.has(stems(phrase));
      parts.push(this.#part(phrase, isStopped, isOpen && at === typed.length));
    }
    return Promise.all(parts);
  }

  /** Return the first of some words, or more of them that mean one thing. */
  async #together(typed, joined) {
    for (let length = Math.min(this.longest, typed.length); length > 1; length -= 1) {
      if (this.instead.has(stems(typed.slice(0, length)))) return typed.slice(0, length);
    }
    const [one, other] = typed;
    const isPair = other && (joined.has(one + other) || !(this.stop.has(one) || this.stop.has(other)));
    return isPair && (await this.#entry(one + other)) ? [one, other] : [one];
  }

  /** Return one part of a question with the pages that it finds, by their weight.
   *
   * `instead` is what the pages may say for it and `similar` what may have been meant, where it is nowhere: phrases.
   */
  async #part(phrase, isStopped, isOpen) {
    const instead = this.instead.get(stems(phrase)) ?? [];
    const meant = [{ phrase, quality: 1 }, ...instead.map((other) => ({ phrase: other.split(" "), quality: INSTEAD }))];
    const ways = (await Promise.all(meant.map((way) => this.#spellings(way)))).flat();
    const found = best(await Promise.all(ways.map((way) => this.#pages(way, isOpen))));
    if (found.size) return { phrase, isStopped, instead, similar: [], ways, found };
    const near = await this.#similar(phrase[0]);
    const similar = near.map((way) => way.phrase.join(" "));
    const nearly = best(await Promise.all(near.map((way) => this.#pages(way, false))));
    return { phrase, isStopped, instead, similar, ways: near, found: nearly };
  }

  /** Return a phrase as it is, and joined or parted where the pages have it so. */
  async #spellings({ phrase, quality }) {
    const entry = phrase.length < 3 ? await this.#entry(phrase.join("")) : undefined;
    if (phrase.length === 2 && entry) return [{ phrase: [entry.word], quality }, { phrase, quality: quality * APART }];
    if (phrase.length === 1 && entry?.parts) return [{ phrase, quality }, { phrase: entry.parts, quality: quality * APART }];
    return [{ phrase, quality }];
  }

  /** Return what may have been meant by a word that is nowhere: its two halves, or similar words. */
  async #similar(typed) {
    if (typed.length < 4 || /\d/.test(typed)) return [];
    const all = await this.#file("spelling", (text) => new Set(decoded(text)));
    for (let at = 3; at <= typed.length - 3; at += 1) {
      const halves = [typed.slice(0, at), typed.slice(at)];
      if (halves.every((half) => all.has(half))) return [{ phrase: halves, quality: APART }];
    }
    const most = typed.length < 8 ? 1 : 2;
    const near = [...all].map((word) => [word, slips(typed, word, most)]).filter(([, count]) => count <= most);
    const least = Math.min(...near.map(([, count]) => count));
    return near.filter(([, count]) => count === least).map(([word]) => ({ phrase: [word], quality: SLIP }));
  }

  /** Return the pages that have all or some words of a phrase, by their weight. */
  async #pages({ phrase, quality }, isOpen) {
    const sums = new Map();
    for (const [at, word] of phrase.entries()) {
      const forms = await this.#forms(word, isOpen && at === phrase.length - 1);
      for (const [page, weight] of best(forms.map((form) => this.#places(form)))) {
        const { sum, count } = sums.get(page) ?? { sum: 0, count: 0 };
        sums.set(page, { sum: sum + weight, count: count + 1 });
      }
    }
    const weight = ({ sum, count }) => (quality * sum * count ** 2) / phrase.length ** 3;
    return new Map([...sums].map(([page, each]) => [page, weight(each)]));
  }

  #places({ entry, quality }) {
    const weights = new Map();
    let page = 0;
    for (const place of entry.places) {
      page += Math.floor(place / LEVELS);
      weights.set(page, quality * this.weights[place % LEVELS]);
    }
    return weights;
  }

  /** Return the words of the index that a typed word stands for, with how well each does. */
  async #forms(typed, isOpen) {
    const [root, block] = [stem(typed), await this.#block(typed)];
    const forms = block.filter(({ word }) => stem(word) === root);
    const found = forms.map((entry) => ({ entry, quality: entry.word === typed ? 1 : SAME_STEM }));
    if (typed.length < STEM || (found.length && !isOpen)) return found;
    const begun = block.filter((entry) => entry.word.startsWith(typed) && !forms.includes(entry));
    begun.sort((one, other) => one.word.length - other.word.length);
    return [...found, ...begun.slice(0, MOST).map((entry) => ({ entry, quality: BEGUN }))];
  }

  async #entry(word) {
    const [root, block] = [stem(word), await this.#block(word)];
    return block.find((entry) => entry.word === word) ?? block.find((entry) => stem(entry.word) === root);
  }

  /** Return the words of the index that begin as a word does, and those round them. */
  async #block(word) {
    const number = this.blocks.findLastIndex((start) => start <= word.slice(0, STEM));
    return number < 0 ? [] : this.#file(`words-${number}`, entries);
  }

  /** Return what results show of a page: its address from the site's home, title, beginning, kind, state and sides. */
  async shown(page) {
    const chunk = await this.#file(`pages-${Math.floor(page / this.chunk)}`, (read) => read);
    const [address, title, text, state, sides = []] = chunk[page % this.chunk];
    const kind = this.kinds[this.begins.findLastIndex((first) => first <= page)];
    return { address, title, text, kind, state: this.states[state], sides };
  }
}

/** Return the last word of a question, which may not be typed to its end; nothing where a sign follows it. */
function unfinished(question) {
  return /[\p{L}\p{N}]$/u.test(question) ? words(question).at(-1) : undefined;
}

function stems(phrase) {
  return phrase.map(stem).join(" ");
}

/** Return for each page the greatest of its weights. */
function best(all) {
  const weights = new Map();
  for (const each of all) {
    for (const [page, weight] of each) if (weight > (weights.get(page) ?? 0)) weights.set(page, weight);
  }
  return weights;
}

function entries([coded, places]) {
  return decoded(coded).map((spelled, at) => {
    const parts = spelled.split("-");
    return { word: parts.join(""), parts: parts.length > 1 ? parts : undefined, places: places[at] };
  });
}

function decoded(text) {
  let last = "";
  return (text ? text.split("\n") : []).map((line) => {
    last = last.slice(0, parseInt(line[0], 36)) + line.slice(1);
    return last;
  });
}
