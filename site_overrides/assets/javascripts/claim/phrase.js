/* Reads a quote: words of the source, omissions `[...]`, and insertions in brackets: `quotes/phrase.py`, for the browser. */

import { WINDOW } from "./digests.js";
import { foldLine, strip, stripLeft, stripRight } from "./folding.js";
import { beginsWithLetter, cut } from "./words.js";

const MAX_BRACKETS = 6;
const BRACKET = /\[([^[\]]*)\]/g;
const LEFT_OUT = "...";
const OPENING = " \"'([";

/** Consecutive words of a source; `text` is folded. */
export class Part {
  #cut;
  #keys = new Map();

  constructor(text) {
    this.text = text;
  }

  get cut() {
    this.#cut ??= cut(this.text);
    return this.#cut;
  }

  get words() {
    return this.cut.words;
  }

  get lead() {
    return stripLeft(this.cut.gaps[0]);
  }

  get trail() {
    return stripRight(this.cut.gaps.at(-1));
  }

  get isLongEnough() {
    return this.words.length >= WINDOW;
  }

  /** Return the digests of the five-word windows for a source. */
  key(source) {
    if (!this.#keys.has(source)) this.#keys.set(source, source.digester.windows(this.cut));
    return this.#keys.get(source);
  }
}

/** Return the readings of a quote, first the one in which every bracket is the source's own. */
export function readings(exact) {
  const folded = foldLine(exact);
  const free = [...folded.matchAll(BRACKET)].filter((match) => !touchesLetter(folded, match));
  return choices(free.length).flatMap((choice) => read(folded, free.filter((_, at) => choice[at])));
}

/** Return for each reading which brackets are the editors'; with too many, all are of one kind. */
function choices(count) {
  if (count > MAX_BRACKETS) return [Array(count).fill(false), Array(count).fill(true)];
  return Array.from({ length: 2 ** count }, (_, number) =>
    Array.from({ length: count }, (_, at) => Boolean(number & (1 << (count - 1 - at)))));
}

function touchesLetter(text, match) {
  const before = [...text.slice(0, match.index)].at(-1) ?? "";
  const [after = ""] = text.slice(match.index + match[0].length);
  return beginsWithLetter(before) || beginsWithLetter(after);
}

/** Return the readings in which the given brackets are the editors'. */
function read(folded, ours) {
  const insertions = ours.map((match) => strip(match[1])).filter((text) => text !== LEFT_OUT);
  const ways = (insertions.length ? [false, true] : [false]).map((isBefore) => without(folded, ours, isBefore));
  return ways.filter(Boolean).map((texts) => ({ parts: texts.map((text) => new Part(strip(text))), insertions }));
}

/** Return the texts of the parts without some brackets; nothing where two words would become one. */
function without(folded, ours, isSpaceBefore) {
  const texts = [""];
  let end = 0;
  for (const [number, match] of ours.entries()) {
    let left = texts.at(-1) + folded.slice(end, match.index);
    end = match.index + match[0].length;
    let right = folded.slice(end, ours[number + 1]?.index ?? folded.length);
    if (strip(match[1]) === LEFT_OUT) {
      texts.splice(-1, 1, left, "");
      continue;
    }
    if (isSpaceBefore) {
      left = stripRight(left);
    } else if (right.startsWith(" ") && (!left || OPENING.includes(left.at(-1)))) {
      end += 1;
      right = right.slice(1);
    }
    const apart = [...cut(left).words, ...cut(right).words];
    const joined = cut(left + right).words;
    if (joined.length !== apart.length || joined.some((word, at) => word !== apart[at])) return null;
    texts[texts.length - 1] = left;
  }
  texts[texts.length - 1] += folded.slice(end);
  return texts;
}
