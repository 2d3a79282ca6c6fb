/* Checks what the editors put into a quote in brackets: `quotes/insertions.py` and `captures/marks.py`, for the browser.
 *
 * The lists of words come from Python, in one file (`pages/form/lists.py`).
 */

import { bisect } from "./capture.js";
import { cut } from "./words.js";

const MOST_WORDS = 5;
const JUDGED_LONGER_THAN = 4; // `rest` is no judgment

/** Return a text in small letters, in which `ß` is `ss`. */
const small = (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");

export class Insertions {
  constructor(lists) {
    this.lists = lists;
    for (const [name, words] of Object.entries(lists.words)) this[name] = new Set(words);
    this.single = new Map(lists.marks);
    this.phrases = lists.phrases.map(([phrase, mark]) => [phrase.split(" "), mark]);
    this.scriptStarts = lists.scripts.map(([first]) => first);
    this.names = new Map(lists.names);
  }

  /** Return what is wrong with a folded insertion, as the end of a sentence; empty if nothing is. */
  wrong(insertion) {
    const { words } = cut(insertion);
    if (!words.length) return "holds no word";
    if (words.length > MOST_WORDS) return `has ${words.length} words, more than ${MOST_WORDS}`;
    for (const word of words) {
      const stranger = this.#otherScript(word);
      if (stranger) return `mixes scripts: in '${word}' stands ${stranger}`;
    }
    if (this.#hasNumber(insertion)) return "holds a digit";
    const smalls = words.map(small);
    if (smalls.length === 1 && smalls[0] === "sic") return "";
    for (const word of smalls) {
      const wrong = this.#wrongWord(word);
      if (wrong) return wrong;
    }
    return this.#wrongAsAWhole(words, smalls);
  }

  #hasNumber(text) {
    return /\p{N}/u.test(text) || [...text].some((each) => this.lists.numerals.includes(each));
  }

  #scriptOf(letter) {
    return this.lists.scripts[bisect(this.scriptStarts, letter.codePointAt(0), true) - 1]?.[1] ?? "";
  }

  #otherScript(word) {
    const letters = [...word].filter((letter) => /\p{L}/u.test(letter));
    const other = letters.find((letter) => this.#scriptOf(letter) !== this.#scriptOf(letters[0]));
    if (!other) return "";
    const code = other.codePointAt(0);
    const name = this.names.get(code) ?? `${this.#scriptOf(other)} letter`;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")} (${name.toLowerCase()})`;
  }

  #wrongWord(word) {
    const parts = [word, ...word.split("-")];
    if (this.#holdsNegation([word]) || parts.some((part) => this.#negates(part))) return `holds a negation: '${word}'`;
    if (this.#isNumber(word) || this.counting.has(word)) return `holds a word that counts: '${word}'`;
    if (parts.some((part) => this.#judges(part))) return `holds a word that judges: '${word}'`;
    return "";
  }

  #negates(word) {
    const begins = (word.startsWith("un") && !this.lists.un.some((start) => word.startsWith(start)))
      || ["anti", "mis", "pseudo"].some((start) => word.startsWith(start));
    return this.negating.has(word) || this.elsewhere.has(word) || (begins && !word.startsWith("miss") && !word.startsWith("mist"));
  }

  #judges(word) {
    if (this.judging.has(word)) return true;
    if (word.endsWith("ly") && !this.no_adverb.has(word)) return true;
    if (word.endsWith("ed") && !this.nothing_done.has(word)) return true;
    const isJudged = this.lists.endings.some((end) => word.endsWith(end)) && !this.no_judgment.has(word);
    return isJudged && [...word].length > JUDGED_LONGER_THAN;
  }

  #wrongAsAWhole(words, smalls) {
    if (this.#holdsNegation(smalls)) return "holds a negation";
    if (this.#marks(words).some((mark) => mark !== "number") || smalls.some((word) => this.before_a_number.has(word))) {
      return "holds a word that hedges, makes a condition or reports";
    }
    const rest = words.filter((word) => !this.prepositions.has(small(word)));
    if (!rest.length || !this.#beginsName(rest)) {
      return "names nobody and nothing: begin it with a name, a pronoun, or `the` and what is meant";
    }
    return "";
  }

  #beginsName(words) {
    const first = small(words[0]);
    if (this.articles.has(first)) return words.length > 1;
    const [letter] = words[0];
    return this.pronouns.has(first) || (/^\p{Uppercase}/u.test(letter) && !this.no_names.has(first));
  }

  #holdsNegation(words) {
    const parts = words.flatMap((word) => [word, ...word.split("-")]);
    return parts.some((part) => this.#marks([part]).includes("negation")) || this.#marks(words).includes("negation");
  }

  /** Return the marks of some words, in order. */
  #marks(words) {
    const folded = words.map(small);
    return folded.map((word, at) => this.#mark(words, folded, at, word)).filter(Boolean);
  }

  #mark(words, folded, at, word) {
    if (word.endsWith("n't")) return "negation";
    const phrase = this.phrases.find(([each]) => each.every((part, step) => folded[at + step] === part));
    if (phrase) return phrase[1];
    if (words[at] === "May" && (this.#isFigure(words[at + 1]) || this.#isFigure(words[at - 1]))) return "";
    if (this.before_a_number.has(word) && this.#isQuantity(words, folded, at + 1)) return "hedge";
    return this.single.get(word) ?? (this.#isNumber(word) ? "number" : "");
  }

  #isNumber(word) {
    return this.#hasNumber(word) || (word !== "one" && this.number_words.has(word.split("-")[0]));
  }

  #isFigure(word) {
    return word !== undefined && /\p{Nd}|[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]/u.test(word);
  }

  #isQuantity(words, folded, index) {
    const at = index + (["a", "an", "the"].includes(folded[index]) ? 1 : 0);
    return this.#isFigure(words[at]) || (at < words.length && this.number_words.has(folded[at].split("-")[0]));
  }
}
