/* Compares two lists of words as Python's `difflib.SequenceMatcher` does, without junk (Ratcliff and Obershelp, 1988). */

/** Return the longest block that two ranges share: where it begins in each, and its length. */
function longest(one, where, [low, high, from, end]) {
  let best = [low, from, 0];
  let lengths = new Map();
  for (let i = low; i < high; i += 1) {
    const now = new Map();
    for (const j of where.get(one[i]) ?? []) {
      if (j < from) continue;
      if (j >= end) break;
      const length = (lengths.get(j - 1) ?? 0) + 1;
      now.set(j, length);
      if (length > best[2]) best = [i - length + 1, j - length + 1, length];
    }
    lengths = now;
  }
  return best;
}

/** Return the blocks that two lists share, in order, neighbours joined. */
function blocks(one, other) {
  const where = new Map();
  other.forEach((word, at) => where.set(word, [...(where.get(word) ?? []), at]));
  const queue = [[0, one.length, 0, other.length]];
  const found = [];
  while (queue.length) {
    const [low, high, from, end] = queue.pop();
    const [i, j, size] = longest(one, where, [low, high, from, end]);
    if (!size) continue;
    found.push([i, j, size]);
    if (low < i && from < j) queue.push([low, i, from, j]);
    if (i + size < high && j + size < end) queue.push([i + size, high, j + size, end]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined = [];
  for (const [i, j, size] of found) {
    const last = joined.at(-1);
    if (last && last[0] + last[2] === i && last[1] + last[2] === j) last[2] += size;
    else joined.push([i, j, size]);
  }
  return joined;
}

/** Return a word diff of two texts: `[-words-]` are only in the first, `{+words+}` only in the second. */
export function difference(one, other) {
  const parts = [];
  let [i, j] = [0, 0];
  for (const [a, b, size] of [...blocks(one, other), [one.length, other.length, 0]]) {
    if (i < a) parts.push(`[-${one.slice(i, a).join(" ")}-]`);
    if (j < b) parts.push(`{+${other.slice(j, b).join(" ")}+}`);
    parts.push(...one.slice(a, a + size));
    [i, j] = [a + size, b + size];
  }
  return parts.join(" ");
}
