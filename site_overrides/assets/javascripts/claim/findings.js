/* Says what is wrong with a quote, in the words of the check: `rules/verdicts.py` and `rules/placement.py`.
 *
 * A finding is the rule, the message and the hint. Tests hold all three equal with Python's for the same quotes.
 */

import { WINDOW } from "./digests.js";
import { foldLine, split, strip } from "./folding.js";
import { LEFT_OUT, hasDots } from "./mending.js";
import { nearest } from "./ratio.js";
import { verify } from "./verify.js";
import { cut } from "./words.js";
import { scalar } from "./yaml.js";

const MOST_APART = 40;
const LONGEST = 60;
const ETC = " ...";

/** Return a text on one line, of at most 60 characters. */
function shortened(text) {
  const words = split(text);
  const count = (some) => [...some.join(" ")].length;
  if (count(words) <= LONGEST) return words.join(" ");
  let kept = words.length;
  while (kept && count(words.slice(0, kept)) + ETC.length > LONGEST) kept -= 1;
  return kept ? words.slice(0, kept).join(" ") + ETC : strip(ETC);
}

/** Return `a`, `a and b`, or `a, b and c`. */
const listed = (items) => (items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : items[0]);

/** Return in which lines some places are, such as `lines 3, 5-6 and 9`. */
export function where(places) {
  const ranges = places.map(({ firstLine, lastLine }) => (firstLine === lastLine ? `${firstLine}` : `${firstLine}-${lastLine}`));
  const numbers = [...new Set(ranges)];
  return `line${numbers.length === 1 && !numbers[0].includes("-") ? "" : "s"} ${listed(numbers)}`;
}

const RULES = {
  "no capture": (quote) => [
    "quote-without-capture",
    `the quote cannot be checked: '${quote.source}' has no capture`,
    `make it: claimgraph capture TEXT --source ${quote.source}; or write a citation in your own words`,
  ],
  "too short": (quote, { words }) => {
    const shown = shortened(words.join(" "));
    const part = shown ? `the part '${shown}' of the quote` : "a part of the quote";
    const what = foldLine(quote.exact).includes(LEFT_OUT) ? part : "the quote";
    const number = `${words.length || "no"} ${words.length === 1 ? "word" : "words"}`;
    return ["quote-too-short", `${what} has ${number}; expected at least ${WINDOW}`, "take in more of the sentence"];
  },
  brackets: (_, { detail }) => [
    "quote-brackets", detail, "name who or what is meant and no more, such as `[the council]`, or leave it out",
  ],
  absent: (quote) => [
    "quote-absent",
    `'${quote.source}' does not hold these words: '${shortened(quote.exact)}'`,
    "copy the words from the source, or name the source in which they stand\n" +
      "the capture alone hides words that are wrong so close together: " +
      `with the text as texts/${quote.source}.txt, the nearest passage is shown`,
  ],
  near: (quote, found, check) => {
    const meant = found.meant ? check({ ...quote, exact: found.meant }).outcome : "";
    return ["quote-near", near(quote, found, meant, check), toMend(quote, found, meant).join("\n")];
  },
  "in another source": (quote, { sources }) => [
    "quote-in-another-source",
    `the words do not stand in '${quote.source}' but in ${listed(sources.map((id) => `'${id}'`))}`,
    `write \`source: ${sources[0]}\``,
  ],
  "out of order": (quote) => [
    "quote-parts-out-of-order",
    `the parts of the quote do not stand in '${quote.source}' in this order, with words between them`,
    "put them in the order of the source, remove `[...]` where nothing is left out, or make two quotes",
  ],
  "crosses a bound": (quote, { places }, check, source) => source.fits && [
    "quote-crosses-bound",
    `the quote goes from one segment of '${quote.source}' into the next in ${where(places)}`,
    "quote each speaker apart, or correct `segments` in the source file",
  ],
  "in an ignored part": (quote, { places }) => [
    "quote-in-ignored-part",
    `the quote stands in ${where(places)} of '${quote.source}', which its file ignores`,
    "quote other words, or correct `ignore` in the source file",
  ],
  ambiguous: (quote, { places }) => [
    "quote-ambiguous",
    `the quote stands ${places.length === 2 ? "twice" : `${places.length} times`} in '${quote.source}': ${where(places)}`,
    "add `prefix` or `suffix`: words that stand right before or after it in the place that is meant",
  ],
  "wrong speaker": (quote, { places }, check, source) => {
    if (!source.fits || isUnknown(quote, source)) return null;
    const [{ speaker, postedBy }] = places;
    const whose = speaker ? `'${speaker}'` : "the source's author";
    const again = postedBy ? ` (posted again by '${postedBy}')` : "";
    const written = quote.speaker ? `, not of '${quote.speaker}'` : "; the quote names no speaker";
    return [
      "quote-wrong-speaker",
      `the words in ${where(places)} of '${quote.source}' are those of ${whose}${again}${written}`,
      speaker ? `write \`speaker: ${speaker}\`` : "leave out `speaker`",
    ];
  },
  "doubtful speaker": (quote, { places }, check, source) => !isUnknown(quote, source) && [
    "quote-speaker-doubtful",
    `nobody can tell who says the words in ${where(places)} of '${quote.source}': ${places[0].doubt}`,
    `correct sources/${quote.source}.yml as the check says at its \`segments\`, then name the speaker`,
  ],
};

/** Return the verdict on a quote, and what is wrong with it: each finding as rule, message and hint. */
export function findings(quote, source, insertions, others = []) {
  const check = (one) => verify(one, source, insertions);
  const found = verify(quote, source, insertions, others);
  if (found.outcome !== "verified") {
    const told = [RULES[found.outcome](quote, found, check, source), unknown(quote, source)];
    return { verdict: found, findings: told.filter(Boolean) };
  }
  return { verdict: found, findings: strip(quote.context ?? "") ? [] : [...apart(found.place), ...leftOut(found.place)] };
}

/** Tell whether a quote names a speaker whom its source does not list; the source may be none. */
const isUnknown = (quote, source) => Boolean(source && quote.speaker) && !source.names.has(foldLine(quote.speaker));

function unknown(quote, source) {
  if (!isUnknown(quote, source)) return null;
  const near = nearest(quote.speaker, [...source.names.keys()].filter(Boolean));
  return [
    "unknown-speaker",
    `'${quote.speaker}' is no speaker of '${source.id}'${near ? ` (did you mean '${near}'?)` : ""}`,
    `${near ? `write \`speaker: ${scalar(near)}\`` : "name one of its speakers"}, or list this one under \`speakers\` of sources/${source.id}.yml`,
  ];
}

const apart = ({ apart: numbers }) => numbers.filter((words) => words > MOST_APART).map((words) => [
  "quote-parts-far-apart",
  `\`[...]\` leaves out ${words} words; more than ${MOST_APART} need a \`context\``,
  "make two quotes, or say in `context` why the parts belong together",
]);

function leftOut({ marks }) {
  if (!marks.length) return [];
  const kinds = listed(marks.map((mark) => `${/^[aeiou]/.test(mark) ? "an" : "a"} ${mark}`));
  return [[
    "quote-needs-context",
    `the quote leaves out ${kinds} of its sentence`,
    "say in `context` why the cut is fair, or take in the whole sentence",
  ]];
}

const dots = (text) => text.split(LEFT_OUT).length - 1;

/** Tell whether only `[...]` is missing in a quote. */
const leavesOut = (quote, { meant }) => dots(meant) > dots(foldLine(quote.exact));

function toMend(quote, found, meant) {
  const isSplit = meant === "crosses a bound" || meant === "in an ignored part";
  const lines = [];
  if (meant === "crosses a bound") {
    lines.push("quote each speaker on their own: without the words left out, more than one speaks here");
  } else if (leavesOut(quote, found) && !isSplit) {
    lines.push(`quote these words, too, or write \`[...]\` for them:\nexact: ${scalar(found.meant)}`);
  } else if (found.meant && !found.words.length && !isSplit) {
    lines.push(`leave out what the source does not have there:\nexact: ${scalar(found.meant)}`);
  } else {
    lines.push("copy the words from the source again: case, spelling, digits and punctuation count");
    if (hasDots(quote.exact)) lines.push("where words are left out, write `[...]`, with the brackets");
  }
  if (found.passage) lines.push(`the source has: ${found.passage}\nthe difference: ${found.difference}`);
  return lines;
}

function near(quote, found, meant, check) {
  const { source } = quote;
  if (leavesOut(quote, found)) return `words of '${source}' are left out here, and no \`[...]\` says so`;
  if (found.meant && !found.words.length && hasDots(quote.exact)) return `'${source}' has no dots between these words`;
  if (found.words.length) {
    const [words, verb] = found.words.length === 1 ? ["word", "does"] : ["words", "do"];
    const runs = runsOf(found.words, foldLine(quote.exact));
    const shown = listed(runs.map((run) => `'${shortened(run)}'`));
    return `the ${words} ${shown} ${verb} not stand so in '${source}'${found.passage ? "" : surelyWrong(runs, quote)}`;
  }
  if (meant) return `the words stand in '${source}', but not with this punctuation at their ends`;
  const bare = check({ ...quote, prefix: "", suffix: "" });
  const around = ["prefix", "suffix"].filter((name) => quote[name]).map((name) => `\`${name}\``).join(" and ");
  const differs = bare.outcome === "near" ? "this punctuation at their ends" : `this ${around} beside them`;
  return `the words stand in '${source}', but not with ${differs}`;
}

/** Return which word is surely wrong at the beginning or the end of a quote, where the capture covers no others. */
function surelyWrong(runs, quote) {
  const { words } = cut(foldLine(quote.exact));
  const run = split(runs[0]);
  if (runs.length !== 1 || run.length === 1 || run.length === words.length) return "";
  const isSame = (some) => some.every((word, at) => word === run[at]);
  if (isSame(words.slice(-run.length))) return `: '${run[0]}' is wrong, or the sign before it`;
  if (isSame(words.slice(0, run.length))) return `: '${run.at(-1)}' is wrong, or the sign after it`;
  return "";
}

/** Join failing words that follow each other in a quote. */
function runsOf(failing, exact) {
  const { words } = cut(exact);
  const runs = [];
  let after = 0;
  for (const word of failing) {
    if (runs.length && words[after] === word) {
      runs.at(-1).push(word);
    } else {
      runs.push([word]);
      const at = words.indexOf(word, after);
      after = at < 0 ? words.length : at;
    }
    after += 1;
  }
  return runs.map((run) => run.join(" "));
}
