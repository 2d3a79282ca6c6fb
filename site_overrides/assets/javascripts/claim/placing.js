/* Finds where the parts of a quote stand together, in one speaker's words: `quotes/placing.py` and `repetition.py`. */

import { bisect } from "./capture.js";
import { WINDOW } from "./digests.js";
import { foldLine } from "./folding.js";
import { Part } from "./phrase.js";

const MAX_PLACES = 100;
const MAX_ENDS = 5;
const STOPS = ["?", "!"];

/** Return where one reading of a quote stands in its source: `places`, or the reason in `outcome`. */
export function place(quote, reading, source) {
  const { parts } = reading;
  let found = parts.map((part) => source.runs(part));
  const across = () => source.words;
  if (!found.every((runs) => runs.length)) return { places: [], outcome: "absent", isFound: false };
  if (!some(found, source, across).length) return { places: [], outcome: "out of order", isFound: true };
  found = between(quote, parts, found, source);
  const matches = some(found, source, across);
  if (!matches.length) return { places: [], outcome: "absent", isFound: false };
  found = found.map((runs) => runs.filter((run) => !pieces(run).some(([first, end]) => source.isIgnored(first, end))));
  const unignored = some(found, source, across);
  if (!unignored.length) return { places: placesOf(matches, source), outcome: "in an ignored part", isFound: true };
  const within = matchesOf(found, source, (at) => source.spanAt(at).end);
  if (!within.length) return { places: placesOf(unignored, source), outcome: "crosses a bound", isFound: true };
  return { places: placesOf(distinct(within, source).slice(0, MAX_PLACES), source), outcome: "verified", isFound: true };
}

const pieces = ({ first, end, passed }) => (passed ? [[first, passed[0]], [passed[1], end]] : [[first, end]]);

/** Keep only runs of the first part that follow the prefix, and of the last part that precede the suffix. */
function between(quote, parts, found, source) {
  const left = [...found];
  const [prefix, suffix] = [foldLine(quote.prefix ?? ""), foldLine(quote.suffix ?? "")];
  const around = (texts) => texts.flatMap((text) => source.runs(new Part(text)));
  if (prefix) {
    const ends = new Set(around(["", " "].map((space) => prefix + space + parts[0].text)).map(({ end }) => end));
    left[0] = left[0].filter(({ end }) => ends.has(end));
  }
  if (suffix) {
    const starts = new Set(around(["", " "].map((space) => parts.at(-1).text + space + suffix)).map(({ first }) => first));
    left[left.length - 1] = left.at(-1).filter(({ first }) => starts.has(first));
  }
  return left;
}

const some = (found, source, boundOf) => matchesOf(found, source, boundOf, MAX_PLACES);

/** Return the matches of all parts, in order of the first part; of several last parts in a sentence the first counts. */
function matchesOf(found, source, boundOf, most = Infinity) {
  const matches = [];
  for (const first of found[0]) {
    const match = [first];
    for (const middle of found.slice(1, -1)) {
      const run = next(middle, after(match.at(-1), source));
      if (!run) break;
      match.push(run);
    }
    if (match.length < Math.max(found.length - 1, 1)) continue;
    matches.push(...ended(match, found, boundOf(first.first), source));
    if (matches.length >= most) return matches.slice(0, most);
  }
  return matches;
}

const after = (run, source) => run.end + (source.variants.has(run.end) ? 0 : 1);

function ended(match, found, bound, source) {
  if (found.length === 1) return match[0].end <= bound ? [match] : [];
  const matches = [];
  let run = next(found.at(-1), after(match.at(-1), source));
  while (run && run.end <= bound && matches.length < MAX_ENDS) {
    matches.push([...match, run]);
    run = next(found.at(-1), source.sentence(run.first, run.end)[1] - (run.end - run.first) + 1);
  }
  return matches;
}

/** Return the first run that begins at the word `least` or later. */
const next = (runs, least) => runs[bisect(runs, least, false, ({ first }) => first)];

/** Return the first match of each distinct place; matches come in order of their first word. */
function distinct(matches, source) {
  const seen = new Set();
  return roots(originals(matches, source)).flatMap((root, index) => {
    if (root !== index) return [];
    const match = matches[index];
    const [first, end] = source.sentence(match[0].first, match.at(-1).end);
    const span = source.spanAt(match[0].first);
    const content = source.windows.slice(first, Math.max(end - WINDOW + 1, first)).join("");
    const stops = STOPS.map((stop) => source.gapBeginsWith(end, stop));
    const key = JSON.stringify([span.speaker, span.doubt, match[0].first - first, content, stops]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [match];
  });
}

/** Return for each match the index of the match that it repeats, null if it repeats none. */
function originals(matches, source) {
  const lines = matches.map((match) => source.lineOf(match[0].first));
  return matches.map((match) => {
    const span = source.spanAt(match[0].first);
    if (!span.repeats) return null;
    const index = bisect(lines, span.repeats[0]);
    if (index >= matches.length || lines[index] > span.repeats[1]) return null;
    return source.spanAt(matches[index][0].first) === span ? null : index;
  });
}

/** Return for each match the index of its original; of matches that repeat each other in a circle, the first. */
function roots(of) {
  const found = new Map();
  for (const index of of.keys()) {
    const path = [];
    let at = index;
    while (!found.has(at) && !path.includes(at) && of[at] !== null) {
      path.push(at);
      at = of[at];
    }
    const circle = path.includes(at) ? path.slice(path.indexOf(at)) : [at];
    const root = found.get(at) ?? Math.min(...circle);
    for (const each of [...path, at]) found.set(each, root);
  }
  return [...of.keys()].map((index) => found.get(index));
}

const placesOf = (matches, source) => matches.map((match) => placeOf(match, source));

function placeOf(match, source) {
  const span = source.spanAt(match[0].first);
  const [first, end] = [match[0].first, match.at(-1).end];
  const sentence = source.sentence(first, end);
  const edges = [[sentence[0], first], [end, sentence[1]]];
  const gaps = match.slice(1).map((run, at) => [match[at].end, run.first]);
  const beside = marked(edges, source, span);
  const marks = new Set([...beside].filter((mark) => mark !== "number"));
  for (const mark of marked(gaps, source, span)) marks.add(mark);
  const inner = edges.map(([begin, stop]) => [Math.max(begin, span.first), Math.min(stop, span.end)]);
  return {
    firstLine: source.lineOf(first),
    lastLine: source.lineOf(end - 1),
    words: match.map((run) => [run.first, run.end]),
    speaker: span.speaker,
    postedBy: span.postedBy,
    isWhole: !gaps.length && !inner.some(([begin, stop]) => begin < stop),
    marks: [...marks].sort(),
    hasNumberBeside: beside.has("number"),
    apart: gaps.map(([begin, stop]) => stop - begin),
    doubt: span.doubt,
  };
}

/** Return the kinds of marked words in ranges; attributions and numbers count only within the speaker's span. */
function marked(ranges, source, span) {
  const found = new Set();
  for (const [begin, stop] of ranges) {
    for (const [at, mark] of source.marksWithin(begin, stop)) {
      const isOwn = span.first <= at && at < span.end;
      if (isOwn || !["attribution", "number"].includes(mark)) found.add(mark);
    }
  }
  return found;
}
