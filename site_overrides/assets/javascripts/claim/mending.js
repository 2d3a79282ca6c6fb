/* Says which words of a quote fail, and guesses what was meant: `quotes/nearby.py` and `mending.py`, by the capture alone.
 *
 * A guess is shown and never used.
 */

import { WINDOW } from "./digests.js";
import { foldLine, strip, stripLeft, stripRight } from "./folding.js";
import { Part, readings } from "./phrase.js";
import { place } from "./placing.js";
import { cut } from "./words.js";

export const LEFT_OUT = "[...]";
const MAX_SHIFT = 8;
const MAX_HITS = 100;
const MOST_WRONG = 3;
const MOST_TRIED = 14;

const DOTS = /\s*(?:\(\.{3,}\)|(?<![[.])\.{3,}(?![\].]))\s*|(?<=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])\[\.\.\.\]\s*/gu;
const AT_ENDS = /^(?:\s*\[\.\.\.\]\s*)+|(?:\s*\[\.\.\.\]\s*)+$/gu;
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz0123456789'-"];
const GAPS = [" ", ", ", ". ", "; ", ": ", " - ", "-", "'", "? ", "! ", ' "', '" ', ', "', '. "', " (", ") "];
const SMALL = "the a an and or of in to on at by for that it is was were had has have not be no we they".split(" ");

/** Tell whether a quote has three dots that do not stand alone in square brackets. */
export const hasDots = (exact) => foldLine(exact).search(DOTS) >= 0;

/** Return which words of a part no matching window covers, counted from 0, in order. */
function failingPositions(part, source) {
  const windows = part.key(source);
  const hits = [];
  const known = new Map();
  windows.forEach((window, index) => {
    if (!known.has(window)) known.set(window, source.occurrences([window]).slice(0, MAX_HITS));
    for (const at of known.get(window)) hits.push([index, at]);
  });
  const shifts = new Map();
  for (const [index, at] of hits) shifts.set(at - index, (shifts.get(at - index) ?? 0) + 1);
  const [[best] = [0]] = [...shifts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const covered = new Set();
  const tied = new Set();
  for (const [index, at] of hits) {
    if (Math.abs(at - index - best) > MAX_SHIFT) continue;
    for (let word = index; word < index + WINDOW; word += 1) covered.add(word);
    for (let word = index; word < index + WINDOW - 1; word += 1) tied.add(word);
  }
  const isLoose = (word) => covered.has(word) && !tied.has(word) && covered.has(word + 1);
  return [...part.words.keys()].filter((at) => !covered.has(at) || isLoose(at) || isLoose(at - 1));
}

/** Return the words of a quote that no matching window covers. */
export const failingWords = (reading, source) =>
  reading.parts.flatMap((part) => failingPositions(part, source).map((at) => part.words[at]));

/** Return the words of a source that a quote was meant to have, empty if no guess is right, and the words that are wrong. */
export function mended(quote, way, source) {
  const folded = foldLine(quote.exact);
  if (stands(folded, source)) return { meant: "", wrong: [] };
  const guess = first(rearranged(folded), source);
  if (guess) return { meant: guess, wrong: [] };
  if (way.insertions.length) return { meant: "", wrong: [] };
  const found = way.parts.map((part) => respelt(part, source));
  const wrong = found.flatMap(({ words }) => words);
  const text = found.map((each) => each.text).join(` ${LEFT_OUT} `);
  const righted = wrong.length ? first([text, ...withoutEdges(text)], source) : "";
  if (righted) return { meant: righted, wrong };
  const split = first(withOmission(way, source), source);
  return { meant: split, wrong: split ? [] : wrong };
}

function first(guesses, source) {
  for (const guess of guesses) if (stands(guess, source)) return guess;
  return "";
}

function stands(guess, source) {
  const ways = readings(guess).filter((way) => way.parts.every((part) => part.isLongEnough));
  return ways.some((way) => {
    const found = place({}, way, source);
    return found.isFound && found.outcome !== "out of order";
  });
}

/** Yield a quote with `[...]` for its dots, without its dots, and each without what stands at its ends. */
function* rearranged(folded) {
  const dotted = folded.replace(DOTS, ` ${LEFT_OUT} `).replace(AT_ENDS, "");
  const undotted = strip(folded.replace(DOTS, " "));
  for (const text of new Set([folded, dotted, undotted])) {
    if (text !== folded) yield text;
    yield* withoutEdges(text);
  }
}

function* withoutEdges(text) {
  const words = cut(text);
  if (!words.words.length) return;
  const [lead, trail] = [words.gaps[0], words.gaps.at(-1)];
  const inside = words.between(0, words.words.length);
  const bare = trail.replace(/^["' ]+|["' ]+$/g, "");
  for (const [before, after] of [[lead, ""], ["", trail], ["", bare], ["", ""]]) {
    if (before !== lead || after !== trail) yield before + inside + after;
  }
}

/** Yield the quote with `[...]` between five words and five more that stand in the source, but not together. */
function* withOmission(way, source) {
  for (const [number, part] of way.parts.entries()) {
    const isThere = part.key(source).map((digest) => source.places.has(digest));
    for (let at = WINDOW; at <= part.words.length - WINDOW; at += 1) {
      if (!isThere[at - WINDOW] || !isThere[at] || isThere.slice(at - WINDOW + 1, at).every(Boolean)) continue;
      const start = part.cut.starts[at];
      const split = `${stripRight(part.text.slice(0, start))} ${LEFT_OUT} ${part.text.slice(start)}`;
      const texts = way.parts.map((each) => each.text);
      texts[number] = split;
      const whole = texts.join(` ${LEFT_OUT} `);
      yield whole;
      yield* withoutEdges(whole);
    }
  }
}

/** Return a part with wrong words and signs put right as the source has them, and these words. */
function respelt(part, source) {
  const wrong = [];
  let text = part;
  while (wrong.length < MOST_WRONG) {
    const failing = failingPositions(text, source);
    if (!failing.length || (failing.length === text.words.length && failing.length > MOST_TRIED)) break;
    const beside = new Set(failing.flatMap((word) => [word, word + 1]).filter((at) => at < text.words.length));
    const tried = [...beside].sort((a, b) => a - b).slice(0, MOST_TRIED);
    const found = better(righted(text, tried, source), failing.length, source);
    if (!found) break;
    text = found.part;
    wrong.push(...found.words);
  }
  return { text: text.text, words: wrong };
}

function better(guesses, failing, source) {
  for (const guess of guesses) if (failingPositions(guess.part, source).length < failing) return guess;
  return null;
}

/** Yield the part with one word or sign changed so that a window around it stands, and the words it is about. */
function* righted(part, failing, source) {
  const { words, gaps } = part.cut;
  const isKnown = (text) => source.places.has(source.digester.of(text));
  for (const at of failing) {
    for (let first = Math.max(at - WINDOW + 1, 0); first <= Math.min(at, words.length - WINDOW); first += 1) {
      const last = first + WINDOW;
      const before = words.slice(first, at).map((word, step) => word + gaps[first + step + 1]).join("");
      const after = words.slice(at + 1, last).map((word, step) => gaps[at + step + 1] + word).join("");
      for (const word of edits(words[at])) {
        if (word !== words[at] && isKnown(before + word + after)) {
          yield { part: changed(part, at, gaps[at] + word), words: [words[at]] };
        }
      }
      const begun = at > first && before.endsWith(gaps[at]) ? before.slice(0, before.length - gaps[at].length) : before;
      for (const gap of at > first ? GAPS : []) {
        if (gap !== gaps[at] && isKnown(begun + gap + words[at] + after)) {
          yield { part: changed(part, at, gap + words[at]), words: [words[at - 1], words[at]] };
        }
      }
      const shorter = at < last - 1 ? after.slice(0, after.length - (gaps[last - 1] + words[last - 1]).length) : "";
      for (const small of shorter && at > first ? SMALL : []) {
        if (isKnown(`${before}${small} ${words[at]}${shorter}`)) {
          yield { part: changed(part, at, `${gaps[at]}${small} ${words[at]}`), words: [words[at - 1], words[at]] };
        }
      }
      const further = last < words.length ? gaps[last] + words[last] : "";
      if (further && first < at && isKnown(before + stripLeft(after + further))) {
        yield { part: changed(part, at, ""), words: [words[at]] };
      }
    }
  }
}

/** Return a part with a word and the gap before it replaced. */
function changed(part, at, piece) {
  const { gaps, words } = part.cut;
  const pieces = words.map((word, index) => gaps[index] + word);
  pieces[at] = piece;
  return new Part(strip([...pieces, gaps.at(-1)].join("")));
}

/** Yield the words that differ by one letter or digit, two letters that changed places, or by capitals. */
function* edits(word) {
  const letters = [...word];
  const [head = "", ...rest] = letters;
  const swapped = head === head.toLowerCase() ? head.toUpperCase() : head.toLowerCase();
  yield* new Set([word.toLowerCase(), head.toUpperCase() + rest.join("").toLowerCase(), word.toUpperCase(), swapped + rest.join("")]);
  for (let at = 0; at <= letters.length; at += 1) {
    const [begin, tail] = [letters.slice(0, at).join(""), letters.slice(at)];
    const end = tail.slice(1).join("");
    if (tail.length) {
      yield begin + end;
      for (const letter of ALPHABET) yield begin + letter + end;
    }
    if (tail.length > 1) yield begin + tail[1] + tail[0] + tail.slice(2).join("");
    for (const letter of ALPHABET) yield begin + letter + tail.join("");
  }
}
