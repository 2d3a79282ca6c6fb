/* How similar two texts are, as rapidfuzz's `fuzz.ratio`: the share of characters that both have in the same order. */

const NEAR = 70;

/** Return the similarity of two texts, from 0 to 100. */
export function ratio(one, other) {
  const [a, b] = [[...one], [...other]];
  if (!a.length && !b.length) return 100;
  let row = new Array(b.length + 1).fill(0);
  for (const letter of a) {
    const now = [0];
    for (let at = 0; at < b.length; at += 1) now.push(letter === b[at] ? row[at] + 1 : Math.max(row[at + 1], now[at]));
    row = now;
  }
  return (200 * row[b.length]) / (a.length + b.length);
}

/** Return the nearest of some names, of several the first in alphabetical order; empty if none is near. */
export function nearest(written, names) {
  const scored = [...names].sort(byCode).map((name) => [ratio(written.toLowerCase(), name.toLowerCase()), name]);
  const best = scored.reduce((a, b) => (b[0] > a[0] ? b : a), [0, ""]);
  return best[0] >= NEAR ? best[1] : "";
}

const byCode = (a, b) => (a < b ? -1 : Number(a > b));
