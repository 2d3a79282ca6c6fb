/* Checks a quote: word for word, in one place, by the right speaker, fairly cut: `quotes/verify.py`, for the browser. */

import { foldLine, split } from "./folding.js";
import { failingWords, mended } from "./mending.js";
import { readings } from "./phrase.js";
import { place } from "./placing.js";
import { difference } from "./sequences.js";

const NOTHING = { place: null, places: [], words: [], detail: "", sources: [], passage: "", difference: "", meant: "" };
const verdict = (outcome, more = {}) => ({ ...NOTHING, outcome, ...more });

/** Check one quote against its source, null if that has no capture; `others` are sources to look in besides. */
export function verify(quote, source, insertions, others = []) {
  if (!source) return verdict("no capture");
  const ways = readings(quote.exact).filter((way) => way.parts.every((part) => part.words.length));
  if (!ways.length) return verdict("too short", { detail: "a part of it has no words" });
  const placings = [];
  for (const way of ways.filter(isLongEnough)) {
    const placing = place(quote, way, source);
    if (placing.outcome === "verified") return judged(quote, way, placing, source, insertions);
    placings.push(placing);
  }
  return refused(quote, ways, placings, source, others);
}

const isLongEnough = (way) => way.parts.every((part) => part.isLongEnough);

function judged(quote, way, { places }, source, insertions) {
  for (const insertion of way.insertions) {
    const wrong = insertions.wrong(insertion);
    if (wrong) return verdict("brackets", { detail: `the insertion '[${insertion}]' ${wrong}` });
  }
  if (places.length > 1) return verdict("ambiguous", { places });
  const [found] = places;
  if (found.doubt) return verdict("doubtful speaker", { places });
  const named = quote.speaker ? source.names.get(foldLine(quote.speaker)) : "";
  if (found.speaker !== named) return verdict("wrong speaker", { places });
  return verdict("verified", { place: found, places });
}

/** Return the verdict with the most telling reason why a quote is not verified. */
function refused(quote, ways, placings, source, others) {
  const misplaced = placings.find((placing) => placing.isFound);
  if (misplaced) return verdict(misplaced.outcome, { places: misplaced.places });
  const short = ways.at(-1).parts.find((part) => !part.isLongEnough);
  if (short) return verdict("too short", { words: short.words });
  const sources = others.filter((other) => other !== source && ways.filter(isLongEnough).some((way) => place(quote, way, other).isFound));
  if (sources.length) return verdict("in another source", { sources: sources.map(({ id }) => id) });
  return nearest(quote, ways, source);
}

function nearest(quote, ways, source) {
  const [last, first] = [ways.at(-1), ways[0]].map((way) => ({ way, words: failingWords(way, source) }));
  const { way, words } = first.words.length < last.words.length ? first : last;
  const { meant, wrong } = mended(quote, way, source);
  const passage = wrong.length && meant ? meant : "";
  const isHidden = words.length === way.parts.reduce((sum, part) => sum + part.words.length, 0);
  const isNear = Boolean(meant || wrong.length) || !isHidden;
  const named = meant || (wrong.length && isHidden) ? wrong : words;
  return verdict(isNear ? "near" : "absent", {
    words: isNear ? named : [],
    passage,
    difference: passage ? difference(split(foldLine(quote.exact)), split(meant)) : "",
    meant,
  });
}
