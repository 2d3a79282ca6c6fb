/* Folds what typesetting may change between two copies of one text: `captures/folding.py`, for the browser.
 *
 * A browser's own Unicode says what a letter, a mark or a digit is. A test holds the classes equal with those of Python
 * for every character that both know.
 */

export const SPACE = " ";
/** White space, as Python has it; JavaScript's own `\s` has U+FEFF besides, and lacks U+0085. */
export const WHITE = "\\t-\\r\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** The superscript and subscript digits. */
export const RAISED_DIGITS = "\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

const LEVEL = "23104567890123456789";
const SINGLE_MARKS = "\u2018\u2019\u201a\u201b\u2039\u203a";
const FORMS = [[0xfb00, 0xfe00], [0xfe10, 0xfe20], [0xfe30, 0xff00], [0xff01, 0xfff0]];

const ASCII = /^[\0-\x7f]*$/;
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;
const SOFT_BREAK = new RegExp(`\\u00ad(?=[${WHITE.replace("\\t-\\r", "\\t\\v-\\r")}]*\\n)`, "gu");
const DASH_BREAK = new RegExp(`[\\u2012-\\u2015](?=[${WHITE.replace("\\t-\\r", "\\t\\v-\\r")}]*\\n)`, "gu");
const UNIT = new RegExp(`(?<=(?<![\\p{L}\\p{M}])[\\p{L}\\p{M}]{1,3})[${RAISED_DIGITS}]+`, "gu");
const RUNS = new RegExp(`[${WHITE}]+`, "gu");
const ENDS = new RegExp(`^[${WHITE}]+|[${WHITE}]+$`, "gu");
const LEFT = new RegExp(`^[${WHITE}]+`, "u");
const RIGHT = new RegExp(`[${WHITE}]+$`, "u");

const PLAIN = plain();

/** Map each character to what it is folded to. */
function plain() {
  const found = new Map();
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    if (/\p{Quotation_Mark}/u.test(character) && !"'\"".includes(character)) {
      found.set(character, SINGLE_MARKS.includes(character) ? "'" : '"');
    }
  }
  for (let code = 0x2010; code < 0x2016; code += 1) found.set(String.fromCharCode(code), "-");
  found.set("\u2026", "...");
  const forms = new Map();
  for (const [first, end] of FORMS) {
    for (let code = first; code < end; code += 1) {
      const character = String.fromCharCode(code);
      const form = character.normalize("NFKC");
      if (form !== character) forms.set(character, [...form].map((each) => found.get(each) ?? each).join(""));
    }
  }
  return new Map([...found, ...forms]);
}

/** Return the text with its typographic variants made plain; white space and line ends stay. */
export function fold(text) {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/^\ufeff/, "");
  if (ASCII.test(lines)) return lines;
  const seen = lines.replace(SOFT_BREAK, "-").replace(UNSEEN, "");
  const apart = seen.replace(DASH_BREAK, "-\v").normalize("NFC");
  const made = [...apart].map((each) => PLAIN.get(each) ?? each).join("").normalize("NFC");
  return made.replace(UNIT, (digits) => [...digits].map((each) => LEVEL[RAISED_DIGITS.indexOf(each)]).join(""));
}

/** Return the folded text with each run of white space as one space and none at the ends. */
export const foldLine = (text) => strip(fold(text).replace(RUNS, SPACE));

/** Return a text without white space at its ends. */
export const strip = (text) => text.replace(ENDS, "");

/** Return a text without white space at its start. */
export const stripLeft = (text) => text.replace(LEFT, "");

/** Return a text without white space at its end. */
export const stripRight = (text) => text.replace(RIGHT, "");

/** Return a text with each run of white space as one space. */
export const spaced = (text) => text.replace(RUNS, SPACE);

/** Return the pieces of a text between white space. */
export const split = (text) => strip(text).split(RUNS).filter(Boolean);
