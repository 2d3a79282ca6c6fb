/* One source's capture with who says which words, as `pages/form/quotable.py` publishes it, and where words stand in it. */

import { Digester, WINDOW } from "./digests.js";
import { SPACE } from "./folding.js";

const WIDTH = 16; // characters of one digest
const STOPS = /[.!?\u3002]/u;
export const MARKS = { n: "negation", h: "hedge", c: "condition", a: "attribution", q: "number" };

/** Return the first place in ascending items whose number is not less than one, or not less or equal. */
export function bisect(items, number, isAfter = false, of = (item) => item) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = of(items[middle]);
    if (here < number || (isAfter && here === number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Source {
  constructor(id, read) {
    this.id = id;
    this.fits = read.fits;
    this.digester = new Digester(read.captured_as);
    this.words = read.lines.at(-1);
    this.firsts = read.lines.slice(0, -1);
    this.windows = chunks(read.windows);
    this.others = new Map(read.others.map(([at, ...digests]) => [at, new Set(digests)]));
    this.gaps = new Map(read.gaps.map(([at, gap]) => [at, gap]));
    this.variants = new Map(read.gaps.filter((gap) => gap.length > 2).map(([at, , variant]) => [at, variant]));
    this.sentences = read.sentences;
    this.marks = read.marks.map(([at, mark]) => [at, MARKS[mark]]);
    this.furniture = read.furniture.map(([first, end, begin, windows]) => ({ first, end, begin, windows: chunks(windows) }));
    this.spans = read.spans.map(([first, end, speaker, postedBy = "", repeats = null, doubt = ""]) => ({
      first, end, speaker, postedBy, repeats, doubt,
    }));
    this.ignored = read.ignored;
    this.names = new Map(read.names);
    this.places = new Map();
    this.windows.forEach((digest, at) => this.#know(digest, at));
    for (const [at, digests] of this.others) for (const digest of digests) this.#know(digest, at);
    for (const found of this.places.values()) found.sort((a, b) => a - b);
  }

  #know(digest, at) {
    const found = this.places.get(digest);
    if (!found) this.places.set(digest, [at]);
    else if (!found.includes(at)) found.push(at);
  }

  lineOf(word) {
    return bisect(this.firsts, word, true);
  }

  spanAt(word) {
    return this.spans[bisect(this.spans, word, true, ({ first }) => first) - 1];
  }

  isIgnored(first, end) {
    return this.ignored.some(([begin, stop]) => first < stop && begin < end);
  }

  gap(at) {
    return this.gaps.get(at) ?? SPACE;
  }

  gapEndsWith(at, text) {
    return this.gap(at).endsWith(text) || (this.variants.get(at) ?? "").endsWith(text);
  }

  gapBeginsWith(at, text) {
    return this.gap(at).startsWith(text) || (this.variants.get(at) ?? "").startsWith(text);
  }

  isWindow(at, digest) {
    return this.windows[at] === digest || Boolean(this.others.get(at)?.has(digest));
  }

  /** Return, in order, each word at which consecutive windows begin. */
  occurrences(key) {
    if (!key.length) return [];
    return (this.places.get(key[0]) ?? []).filter((at) => key.every((digest, step) => this.isWindow(at + step, digest)));
  }

  /** Return the range of words of the sentences that a range lies in, in one column of the text. */
  #plainSentence(first, end) {
    const start = this.sentences.length ? this.sentences.at(bisect(this.sentences, first, true) - 1) : 0;
    const after = bisect(this.sentences, end);
    return [start, after < this.sentences.length ? this.sentences[after] : this.words];
  }

  /** Return the range of words of the sentences that a range lies in; a sentence continues after page furniture. */
  sentence(first, end) {
    let [start, stop] = this.#plainSentence(first, end);
    const continues = (each) => !STOPS.test(this.gap(each.first));
    for (const each of [...this.furniture].reverse()) {
      if (each.end === start && continues(each)) [start] = this.#plainSentence(each.first - 1, each.first);
    }
    for (const each of this.furniture) {
      if (each.first === stop && continues(each)) [, stop] = this.#plainSentence(each.end, each.end + 1);
    }
    return [start, stop];
  }

  marksWithin(first, end) {
    return this.marks.slice(bisect(this.marks, first, false, ([at]) => at), bisect(this.marks, end, false, ([at]) => at));
  }

  /** Return the runs that a part of a quote matches with its edges, in order; a run may pass over page furniture. */
  runs(part) {
    const key = part.key(this);
    const length = part.words.length;
    const found = this.occurrences(key).map((at) => ({ first: at, end: at + length, passed: null }));
    for (const each of this.furniture) {
      for (const at of this.#around(key, each)) {
        found.push({ first: at, end: at + length + each.end - each.first, passed: [each.first, each.end] });
      }
    }
    const fitting = found.filter((run) => this.gapEndsWith(run.first, part.lead) && this.gapBeginsWith(run.end, part.trail));
    return fitting.sort((a, b) => a.first - b.first || a.end - b.end);
  }

  /** Return the words before the furniture at which the windows begin that continue after it. */
  #around(key, furniture) {
    const found = [];
    const length = furniture.end - furniture.first;
    for (let at = Math.max(furniture.first - key.length - WINDOW + 2, 0); at < furniture.first; at += 1) {
      const before = Math.max(furniture.first - WINDOW + 1 - at, 0);
      const behind = furniture.first - at;
      const across = key.slice(before, behind);
      const first = at + before - furniture.begin;
      const passing = furniture.windows.slice(first, first + across.length);
      const isHere = (digest, step) => {
        if (step < before) return this.isWindow(at + step, digest);
        return step < behind || this.isWindow(at + step + length, digest);
      };
      if (across.length === passing.length && across.every((digest, step) => digest === passing[step]) && key.every(isHere)) found.push(at);
    }
    return found;
  }
}

function chunks(digests) {
  const found = [];
  for (let at = 0; at < digests.length; at += WIDTH) found.push(digests.slice(at, at + WIDTH));
  return found;
}
