/* Finds pages by words, in the index that `pages/search/search_index.py` writes: every word in `index.json`, where the words
 * of one block occur in `words-N.json`, what results show in `pages-N.json`. Only what a question needs is fetched.
 *
 * Without this script the box is a link to the list of all claims. Texts are only ever set as textContent.
 */

const STEP = 12; // results shown at a time
const WAIT = 90; // milliseconds after a key, so that a word is not looked for letter by letter
const MOST = 60; // words of the index that one typed word stands for, at most
const EXACT = 1;
const SAME_STEM = 0.8;
const PREFIX = 0.6;
const SLIP = 0.35;
const TITLE = 3; // how much more a word in a title weighs
const KINDS = { claims: "Claim", topics: "Question", sources: "Source", voices: "Voice", contribute: "Contributing" };
const SUFFIXES = (
  "orates orate ations ation ments ment ings ing ists ist ions ion ors or ers er als al ies ied es ed s e y"
).split(" ");

/** Return the words of a text as the index has them; see `pages/search/search_words.py`, which says the same. */
export function words(text) {
  const plain = text.replaceAll("\u2019", "'").toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return [...plain.matchAll(/[\p{L}\p{N}]+(?:[.'][\p{L}\p{N}]+)*/gu)].map(([word]) => word.replace(/'s$/, ""));
}

/** Return what a word shares with its other forms: inspects, inspection and inspectorate are all inspect. */
export function stem(word) {
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

/** The index at one address: it knows all words at once, and fetches the rest when asked. */
export class Index {
  #home;
  #kept = new Map();

  constructor(home) {
    this.#home = home;
  }

  /** Read the words; the same promise each time, unless it failed. */
  open() {
    this.opened ??= this.#read().catch((error) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  async #read() {
    const response = await fetch(new URL("index.json", this.#home), { cache: "no-cache" });
    if (!response.ok) throw new Error(`the search index: ${response.status}`);
    const index = await response.json();
    this.version = index.version;
    this.pages = index.pages;
    this.chunk = index.chunk;
    this.stop = new Set(index.stop.split(" "));
    this.words = index.blocks.flatMap((text, block) => decoded(text).map((word, at) => ({ word, block, at })));
    this.stems = Map.groupBy ? Map.groupBy(this.words, (each) => stem(each.word)) : grouped(this.words);
  }

  #file(name) {
    if (!this.#kept.has(name)) {
      const address = new URL(`${name}.json?v=${this.version}`, this.#home);
      const read = fetch(address).then((response) => {
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        return response.json();
      });
      read.catch(() => this.#kept.delete(name));
      this.#kept.set(name, read);
    }
    return this.#kept.get(name);
  }

  /** Return the words of the index that a typed word stands for, with how well each does. */
  meant(typed, isLast) {
    const found = new Map();
    const add = (each, quality) => found.set(each, Math.max(quality, found.get(each) ?? 0));
    for (const each of this.stems.get(stem(typed)) ?? []) add(each, each.word === typed ? EXACT : SAME_STEM);
    if (typed.length > 1 && (isLast || !found.size)) {
      for (const each of this.#beginningWith(typed)) add(each, each.word === typed ? EXACT : PREFIX);
    }
    if (found.size || typed.length < 4 || /\d/.test(typed)) return found;
    const most = typed.length < 8 ? 1 : 2;
    for (const near of this.words) {
      const count = slips(typed, near.word, most);
      if (count > most) continue;
      for (const each of this.stems.get(stem(near.word))) add(each, ((each === near ? EXACT : SAME_STEM) * SLIP) / count);
    }
    return found;
  }

  #beginningWith(typed) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle].word < typed) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.words.length && this.words[end].word.startsWith(typed)) end += 1;
    return this.words.slice(low, end).sort((a, b) => a.word.length - b.word.length).slice(0, MOST);
  }

  /** Return the numbers of the pages that have the words of a question, best first, and what was read otherwise. */
  async find(question) {
    const all = [...new Set(words(question))];
    const telling = all.filter((word) => !this.stop.has(word));
    const typed = telling.length ? telling : all;
    const isOpen = /[\p{L}\p{N}]$/u.test(question);
    const scores = new Map();
    const meanings = typed.map((word, place) => this.meant(word, isOpen && place === typed.length - 1));
    const instead = typed.filter((_, at) => meanings[at].size && Math.max(...meanings[at].values()) <= SLIP);
    for (const weights of await Promise.all(meanings.map((meant) => this.#weights(meant)))) {
      const rarity = Math.log(1 + this.pages / (1 + weights.size));
      for (const [page, weight] of weights) {
        const score = scores.get(page) ?? { sum: 0, matched: 0 };
        scores.set(page, { sum: score.sum + weight * rarity, matched: score.matched + 1 });
      }
    }
    const ranked = [...scores].map(([page, { sum, matched }]) => [page, sum * (matched / typed.length) ** 2]);
    ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { pages: ranked.map(([page]) => page), typed, instead };
  }

  /** Return the weight of the best of some words on each page that has one. */
  async #weights(meant) {
    const weights = new Map();
    const blocks = new Map();
    for (const { block } of meant.keys()) blocks.set(block, null);
    await Promise.all([...blocks.keys()].map(async (block) => blocks.set(block, await this.#file(`words-${block}`))));
    for (const [{ block, at }, quality] of meant) {
      let page = 0;
      for (const place of blocks.get(block)[at]) {
        page += place >> 1;
        const weight = quality * (place & 1 ? TITLE : 1);
        if (weight > (weights.get(page) ?? 0)) weights.set(page, weight);
      }
    }
    return weights;
  }

  /** Return what results show of a page: its address from the site's home, title and the beginning of its text. */
  async shown(page) {
    const chunk = await this.#file(`pages-${Math.floor(page / this.chunk)}`);
    const [address, title, text] = chunk[page % this.chunk];
    return { address, title, text };
  }
}

function decoded(text) {
  let last = "";
  return text.split("\n").map((line) => {
    last = last.slice(0, parseInt(line[0], 36)) + line.slice(1);
    return last;
  });
}

function grouped(all) {
  const groups = new Map();
  for (const each of all) {
    const key = stem(each.word);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(each);
  }
  return groups;
}

/** The box in which a reader types, and the list of what was found. */
class Box {
  #asked = 0;
  #timer;

  constructor(dialog) {
    this.dialog = dialog;
    this.input = dialog.querySelector("input");
    this.status = dialog.querySelector("[role=status]");
    this.list = dialog.querySelector("ol");
    this.more = dialog.querySelector(".em-search__more");
    const home = new URL(dialog.dataset.index, location.href);
    this.site = new URL("..", home);
    this.index = new Index(home);
    dialog.querySelector("form").addEventListener("submit", (event) => this.#submit(event));
    dialog.querySelector(".em-search__close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => this.#click(event));
    dialog.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("input", () => this.#typed());
    this.more.addEventListener("click", () => this.#showMore());
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
    this.index.open().catch((error) => this.#failed(error));
  }

  /** Read the words, and say nothing if that fails: nobody has asked yet. */
  prepare() {
    this.index.open().catch(() => {});
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), WAIT);
  }

  async #ask() {
    const question = this.input.value;
    this.#asked += 1;
    const asked = this.#asked;
    try {
      await this.index.open();
      const found = await this.index.find(question);
      const items = await this.#items(found.pages.slice(0, STEP), found);
      if (asked !== this.#asked) return;
      this.found = found;
      if (this.list.contains(document.activeElement)) this.input.focus();
      this.list.replaceChildren(...items);
      this.list.dataset.question = question;
      this.dialog.querySelector(".em-search__results").scrollTop = 0;
      this.#say(found);
    } catch (error) {
      if (asked === this.#asked) this.#failed(error);
    }
  }

  #say({ pages, typed, instead }) {
    const count = pages.length === 1 ? "1 page found" : `${pages.length.toLocaleString("en-GB")} pages found`;
    const slip = instead.map((word) => `No page has “${word}”, so these have a similar word. `).join("");
    if (!typed.length) this.status.textContent = "";
    else this.status.textContent = pages.length ? slip + count : "No page has these words. Try fewer or other words.";
    this.more.hidden = this.list.childElementCount >= pages.length;
  }

  #failed(error) {
    this.status.textContent = "The search does not work at the moment. The lists of claims, sources and voices have everything.";
    console.warn(error);
  }

  async #showMore() {
    const from = this.list.childElementCount;
    const { found } = this;
    const items = await this.#items(found.pages.slice(from, from + STEP), found);
    if (found !== this.found) return;
    this.list.append(...items);
    this.more.hidden = this.list.childElementCount >= found.pages.length;
    items[0]?.querySelector("a").focus();
  }

  #items(pages, { typed }) {
    const stems = new Set(typed.map(stem));
    const isMarked = (word) => words(word).some((each) => stems.has(stem(each)) || each.startsWith(typed.at(-1)));
    return Promise.all(pages.map(async (page) => item(await this.index.shown(page), this.site, isMarked)));
  }

  #links() {
    return [...this.list.querySelectorAll("a")];
  }

  #submit(event) {
    event.preventDefault();
    this.#links()[0]?.click();
  }

  #click(event) {
    if (event.target === this.dialog) this.dialog.close(); // beside the box
    if (event.target.closest("ol a")) this.dialog.close(); // the page may be this one
  }

  #key(event) {
    if (event.key === "Escape") {
      event.preventDefault(); // which would only empty the field
      this.dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.input, ...this.#links()];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function item({ address, title, text }, site, isMarked) {
  const link = document.createElement("a");
  link.href = new URL(address, site);
  link.append(part("em-search__title", title, isMarked), part("em-search__text", text, isMarked));
  const kind = KINDS[address.split("/")[0]];
  if (kind) link.prepend(part("em-search__kind", kind, () => false));
  const element = document.createElement("li");
  element.append(link);
  return element;
}

function part(name, text, isMarked) {
  const element = document.createElement("span");
  element.className = name;
  for (const piece of text.split(/([\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*)/u)) {
    const marked = isMarked(piece) ? document.createElement("mark") : null;
    if (marked) marked.textContent = piece;
    element.append(marked ?? piece);
  }
  return element;
}

const dialog = document.getElementById("em-search");
if (dialog) {
  const box = new Box(dialog);
  for (const opener of document.querySelectorAll("[data-em-search]")) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      box.open();
    });
    // The words are on their way before the box is open.
    for (const sign of ["pointerenter", "focus"]) opener.addEventListener(sign, () => box.prepare(), { once: true });
  }
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isOpening = event.key === "/" ? !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey : false;
    if (!isOpening && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    box.open();
  });
}
