/* The search: a box over the page, with what `search/index.js` finds. It is fetched when somebody is about to ask.
 *
 * Without this script the link to it leads to the list of all claims. Texts are only ever set as textContent. The question
 * stands in the address as `?q=words`, which opens the box again: after a reload, on the way back, for whom it is sent to.
 * Only a page with a field of that name keeps its own address.
 */

const STEP = 8; // results shown at a time
const WAIT = 90; // milliseconds after a key, so that a word is not looked for letter by letter
const SVG = "http://www.w3.org/2000/svg";
const BROKEN = "The search does not work at the moment. The lists of claims, sources and voices have everything.";
const NOTHING = "No page has these words. Try fewer or other words.";

/** The box in which a reader types, and the list of what was found. */
class Box {
  #asked = 0;
  #timer;
  #ready;

  constructor(home) {
    this.home = home;
    this.site = new URL("..", home);
    this.hasAddress = !document.querySelector("[name=q]");
    const typing = { autocapitalize: "off", autocomplete: "off", autocorrect: "off", spellcheck: "false" };
    const says = { "aria-label": "Search claims, words, sources and voices", placeholder: "Search claims, words, sources" };
    this.input = made("input", "", { type: "search", name: "q", "aria-controls": "em-found", ...says, ...typing });
    this.status = made("p", "em-search__status", { role: "status" });
    this.list = made("ol", "em-search__list", { id: "em-found" });
    this.more = made("button", "em-search__more", { type: "button", hidden: "" }, "More results");
    const close = made("button", "em-search__close", { type: "button" }, "Close");
    const form = made("form", "em-search__form", { role: "search", method: "dialog" }, this.input, close);
    this.results = made("div", "em-search__results", {}, this.list, this.more);
    this.dialog = made("dialog", "em-search", { id: "em-search", "aria-label": "Search" }, form, this.status, this.results);
    document.body.append(this.dialog);
    form.addEventListener("submit", (event) => this.#submit(event));
    close.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("click", (event) => this.#click(event));
    this.dialog.addEventListener("keydown", (event) => this.#key(event));
    this.dialog.addEventListener("close", () => this.#address(""));
    this.input.addEventListener("input", () => this.#typed());
    this.more.addEventListener("click", () => this.#showMore());
  }

  open(question) {
    if (!this.dialog.open) this.dialog.showModal();
    if (question) {
      this.input.value = question;
      this.#ask();
    } else {
      this.input.select();
      if (this.list.dataset.question) this.#address(this.list.dataset.question);
      this.#index().catch((error) => this.#failed(error));
    }
  }

  /** Read what every question needs, and say nothing if that fails: nobody has asked yet. */
  prepare() {
    this.#index().catch(() => {});
  }

  async #index() {
    this.#ready ??= import("./search/index.js").then(({ Index }) => new Index(this.home));
    const index = await this.#ready;
    await index.open();
    return index;
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
      const index = await this.#index();
      const found = await index.find(question);
      const items = await this.#items(found, 0);
      if (asked !== this.#asked) return;
      this.found = found;
      if (this.list.contains(document.activeElement)) this.input.focus();
      this.list.replaceChildren(...items);
      this.list.dataset.question = question;
      this.results.scrollTop = 0;
      this.#say(found);
      if (this.dialog.open) this.#address(question.trim());
    } catch (error) {
      if (asked === this.#asked) this.#failed(error);
    }
  }

  #say({ pages, parts }) {
    const count = pages.length === 1 ? "1 page found." : `${pages.length.toLocaleString("en-GB")} pages found.`;
    const wrong = parts.filter(({ similar }) => similar.length);
    const slips = wrong.map(({ phrase, similar }) => `No page has ${listed(phrase)}, so these have ${listed(similar)}. `);
    const instead = parts.flatMap((part) => part.instead);
    const also = instead.length ? ` Also looked for: ${listed(instead)}.` : "";
    if (!parts.length) this.status.textContent = "";
    else this.status.textContent = pages.length ? slips.join("") + count + also : NOTHING;
    this.more.hidden = this.list.childElementCount >= pages.length;
  }

  #failed(error) {
    this.status.textContent = BROKEN;
    console.warn(error);
  }

  async #showMore() {
    const { found } = this;
    const items = await this.#items(found, this.list.childElementCount);
    if (found !== this.found) return;
    this.list.append(...items);
    this.more.hidden = this.list.childElementCount >= found.pages.length;
    items[0]?.querySelector("a").focus();
  }

  async #items({ pages, isMarked }, from) {
    const index = await this.#index();
    const shown = await Promise.all(pages.slice(from, from + STEP).map((page) => index.shown(page)));
    return shown.map((page) => item(page, this.site, isMarked));
  }

  /** Say in the address what is asked, nothing for an empty question. */
  #address(question) {
    if (!this.hasAddress) return;
    const address = new URL(location.href);
    if (question) address.searchParams.set("q", question);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
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
    const link = event.target.closest("ol a");
    if (link?.pathname !== location.pathname) return; // on the way back, the results are there again
    this.#address("");
    this.dialog.close();
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

function item({ address, title, text, kind, state, sides }, site, isMarked) {
  const link = made("a", "", { href: new URL(address, site).href });
  if (kind) link.append(made("span", "em-search__kind", {}, kind));
  link.append(made("span", "em-search__title", {}, ...pieces(title, isMarked)));
  link.append(made("span", "em-search__text", {}, ...pieces(text, isMarked)));
  if (sides.length) link.append(made("span", "em-search__sides", {}, ...sides.map(side)));
  if (state) link.append(made("span", "em-search__state", {}, shape(state), state[0]));
  return made("li", "", {}, link);
}

/** Return one side of a thesis: how many are on it, and its strongest reason with who gives it. */
function side([name, count, words, by]) {
  return made("span", "em-search__side", {}, made("b", "", {}, `${name}: ${count}`), made("span", "", {}, words), made("small", "", {}, by));
}

/** Return a text as pieces, with the words that were looked for marked. */
function pieces(text, isMarked) {
  const all = text.split(/([\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*)/u);
  return all.map((piece) => (isMarked(piece) ? made("mark", "", {}, piece) : piece));
}

/** Return the mark of a claim's state, as `pages/drawing/standing_marks.py` draws it. */
function shape([, outline, filled, dash]) {
  const svg = drawn("svg", { class: "em-shape", viewBox: "-8 -8 16 16", width: 14, height: 14, "aria-hidden": "true" });
  svg.append(drawn("path", { class: "em-shape__outline", d: outline, ...(dash ? { "stroke-dasharray": dash } : {}) }));
  if (filled) svg.append(drawn("path", { class: "em-shape__filled", d: filled }));
  return svg;
}

function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function made(name, className, attributes, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function listed(texts) {
  return [...new Set(texts)].map((text) => `“${text}”`).join(", ");
}

const openers = document.querySelectorAll("[data-em-search]");
if (openers.length) {
  const box = new Box(new URL(openers[0].dataset.emSearch, location.href));
  for (const opener of openers) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      box.open();
    });
    // What every question needs is on its way before the box is open.
    for (const sign of ["pointerenter", "focus"]) opener.addEventListener(sign, () => box.prepare(), { once: true });
  }
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isOpening = event.key === "/" ? !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey : false;
    if (!isOpening && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    box.open();
  });
  const asked = box.hasAddress && new URLSearchParams(location.search).get("q");
  if (asked) box.open(asked);
}
