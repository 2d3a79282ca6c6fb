/* Words as the search knows them. `pages/search/words.py` reads what pages say in the same way, and a test holds both. */

const SUFFIXES = (
  "orates orate ations ation ments ment ings ing ists ist ions ion ors or ers er als al ies ied es ed s e y"
).split(" ");

/** Return the words of a text, in order, in lower case and without diacritics. */
export function words(text) {
  return [...folded(text).matchAll(/[\p{L}\p{N}]+(?:[.'][\p{L}\p{N}]+)*/gu)].map(([word]) => word.replace(/'s$/, ""));
}

/** Return the pairs of words that a hyphen joins, the first of which begins with a letter: drop-out, PHQ-9. */
export function compounds(text) {
  const pattern = /(?<![\p{L}\p{N}])(?=(\p{L}[\p{L}\p{N}]*)[-\u2010\u2011]([\p{L}\p{N}]+))/gu;
  return [...folded(text).matchAll(pattern)].map(([, first, second]) => [first, second]);
}

function folded(text) {
  return text.replaceAll("\u2019", "'").toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
}

/** Return what a word shares with its other forms: inspects, inspection and inspectorate are all inspect. */
export function stem(word) {
  if (/[aeiou]y$/.test(word)) return word;
  for (const suffix of SUFFIXES) {
    const rest = word.slice(0, word.length - suffix.length);
    if (word.endsWith(suffix) && rest.length >= (suffix.length > 3 || suffix.endsWith("r") ? 5 : 4)) {
      return rest.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
    }
  }
  return word;
}

/** Return the least number of slips between two words (a letter more, less, other, or two swapped), or more than `most`.
 *
 * It is the optimal string alignment distance (Boytsov, ACM Journal of Experimental Algorithmics 16, 2011).
 */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
