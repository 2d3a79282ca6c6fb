/* Cuts folded text into words and the gaps between them: `captures/words.py`, for the browser.
 *
 * Only the plain reading of each word is made, since a quote is one line. JavaScript has no atomic groups; `(?=(…))\1`
 * stands for them.
 */

import { RAISED_DIGITS, SPACE, WHITE, spaced } from "./folding.js";

/** Unicode's line breaking class SA, which JavaScript does not know: Thai, Lao, Khmer, Myanmar, Tai and Ahom letters. */
export const CLUSTERED =
  "\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0e82\\u0e84\\u0e86-\\u0e8a\\u0e8c-\\u0ea3\\u0ea5\\u0ea7-\\u0ebd\\u0ec0-\\u0ec4\\u0ec6" +
  "\\u0ec8-\\u0ece\\u0edc-\\u0edf\\u1000-\\u103f\\u1050-\\u108f\\u109a-\\u109f\\u1780-\\u17d3\\u17d7\\u17dc-\\u17dd\\u1950-\\u196d" +
  "\\u1970-\\u1974\\u1980-\\u19ab\\u19b0-\\u19c9\\u19de-\\u19df\\u1a20-\\u1a5e\\u1a60-\\u1a7c\\u1aa0-\\u1aad\\ua9e0-\\ua9ef" +
  "\\ua9fa-\\ua9fe\\uaa60-\\uaac2\\uaadb-\\uaadf\\u{11700}-\\u{1171a}\\u{1171d}-\\u{1172b}\\u{1173a}-\\u{1173b}\\u{1173f}-\\u{11746}";
const SPACELESS = `\\p{Ideographic}\\p{Script=Hiragana}${CLUSTERED}`;
/** A letter, mark or digit of a script with spaces. */
export const LETTER = `(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}])`;
const AFTER = "[%\\u2030\\u00b0\\p{Sc}+\\u2212]";
const SIGN = "[\\p{Sm}\\p{Sc}%\\-]";

let groups = 0;

/** Return a pattern that gives nothing back once it has matched. */
function atomic(pattern) {
  groups += 1;
  return `(?=(?<a${groups}>${pattern}))\\k<a${groups}>`;
}

const WORD = new RegExp(
  [
    `[${SPACELESS}]${atomic("\\p{M}*")}`,
    [
      `(?:${atomic(`${SIGN}+`)}(?=\\.?\\p{N}))?`,
      `(?:(?<!\\.)\\.(?=\\p{N})(?![${RAISED_DIGITS}]))?`,
      atomic(`${LETTER}+`),
      "(?:",
      `${atomic(`${AFTER}*`)}(?:['.,\\u00b7\\-](?![${RAISED_DIGITS}])|${atomic(`${SIGN}+`)}\\.?(?=\\p{N}))?`,
      atomic(`${LETTER}+`),
      ")*",
      atomic(`${AFTER}*`),
    ].join(""),
  ].join("|"),
  "gu",
);
const NOTE = new RegExp(
  [
    `(?<=[\\p{L}\\p{M}.,;:!?'")\\]]|[\\p{L}\\p{M}][${WHITE}])(?:\\[[1-9]\\p{Nd}{0,2}(?:(?:,[${WHITE}]?|-)[1-9]\\p{Nd}{0,2})*\\])+`,
    `(?<=[.,;:!?'")\\]])${atomic(`[${RAISED_DIGITS}]+`)}(?!\\p{L}|\\p{N})`,
    `(?<=[\\p{L}\\p{M}.,;:!?'")\\]])[\\u2020\\u2021]+`,
  ].join("|"),
  "gu",
);

/** A text as words and gaps: `gaps[i]` precedes `words[i]`, a last gap follows the last word; `starts` are offsets. */
export class Words {
  constructor(words, gaps, starts) {
    Object.assign(this, { words, gaps, starts });
  }

  /** Return the words from `first` up to but not including `end` with the gaps between them. */
  between(first, end) {
    let text = this.words[first];
    for (let at = first + 1; at < end; at += 1) text += this.gaps[at] + this.words[at];
    return text;
  }
}

/** Return the ranges of the words of folded text. */
function ends(folded) {
  const notes = [...folded.matchAll(NOTE)].map((match) => [match.index, match.index + match[0].length]);
  const spans = [...folded.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);
  return spans.filter(([first]) => !notes.some(([start, stop]) => start <= first && first < stop));
}

/** Split folded text into words and gaps. */
export function cut(folded) {
  const words = [];
  const gaps = [];
  const starts = [];
  let end = 0;
  for (const [start, stop] of ends(folded)) {
    gaps.push(gap(folded.slice(end, start)));
    words.push(folded.slice(start, stop));
    starts.push(start);
    end = stop;
  }
  gaps.push(gap(folded.slice(end)));
  return new Words(words, gaps, starts);
}

const gap = (text) => (text === SPACE ? text : spaced(text));

/** Tell whether a text begins with a letter of a script with spaces. */
export const beginsWithLetter = (text) => new RegExp(`^${LETTER}`, "u").test(text);

