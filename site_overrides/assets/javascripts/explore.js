/* Filters the table of all claims, over what `pages/lists/explore.py` writes: `explore/claims.json`, fetched once, and the
 * assertions, fetched when words or cards ask for them. The filter stands in the address, so it can be shared.
 *
 * Without this script all claims stand there, closed by topic. Texts are only ever set as textContent.
 */

import { stem, words } from "./search/words.js";

const STEP = 50; // claims shown at a time
const WAIT = 120; // milliseconds after a key
const FACETS = ["topic", "thesis", "kind", "standing", "source", "voice", "year"];
const WORDS = FACETS.length; // the place of the filter by words, after those
const ORDERS = ["title", "latest", "voices"]; // and by topic, which is no value
const NAMES = { q: "Words", topic: "Topic", thesis: "Thesis", kind: "Kind", standing: "Standing", source: "Source", voice: "Voice", year: "Year" };
const FIELDS = ["id", "title", "place", "period", "first", "last", "topic", "kind", "state", "evidence", "theses", "sources", "voices"];

/** The claims and their names, as read. */
export class Claims {
  constructor(read) {
    Object.assign(this, read);
    this.claims = read.claims.map((values) => Object.fromEntries(FIELDS.map((field, at) => [field, values[at]])));
    const years = this.claims.flatMap(({ first, last }) => [first, last]).filter((year) => year !== null);
    this.years = years.length ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : [0, -1];
  }

  /** Return the values that a claim has in a facet, as they stand in an address. */
  values(claim, facet) {
    switch (facet) {
      case "topic": return [this.topics[claim.topic][0]];
      case "thesis": return claim.theses.length ? claim.theses.map(String) : ["0"];
      case "kind": return [this.kinds[claim.kind][0]];
      case "standing": return [this.states[claim.state][0]];
      case "source": return claim.sources.map((at) => this.sources[at][0]);
      case "voice": return claim.voices.map((at) => this.voices[at][0]);
      default: return this.yearsOf(claim);
    }
  }

  /** Return the years that a claim speaks about; an open end reaches as far as any claim does. */
  yearsOf({ first, last }) {
    const from = first ?? this.years[0];
    return Array.from({ length: Math.max(0, (last ?? this.years[1]) - from + 1) }, (_, at) => String(from + at));
  }

  /** Return what can be chosen in a facet, as values with their texts, in order. */
  choices(facet, topic) {
    switch (facet) {
      case "topic": return this.topics.map(([id, title]) => [id, title]);
      case "thesis": {
        const theses = this.topics.find(([id]) => id === topic)?.[2] ?? [];
        return theses.length ? [...theses.map((thesis, at) => [String(at + 1), thesis]), ["0", "Other claims"]] : [];
      }
      case "kind": return this.kinds;
      case "standing": return this.states;
      case "source": return named(this.sources);
      case "voice": return named(this.voices);
      default: return this.#yearChoices();
    }
  }

  #yearChoices() {
    const [first, last] = this.years;
    return Array.from({ length: last - first + 1 }, (_, at) => [String(last - at), String(last - at)]);
  }

  /** Make it possible to filter by words; `texts` are the assertions. */
  read(texts) {
    this.texts = texts;
    this.index = new Map();
    this.claims.forEach(({ title }, number) => {
      for (const word of new Set(words(`${title} ${texts[number]}`))) {
        if (!this.index.has(word)) this.index.set(word, []);
        this.index.get(word).push(number);
      }
    });
    this.stems = new Map();
    for (const word of this.index.keys()) {
      const key = stem(word);
      this.stems.set(key, [...(this.stems.get(key) ?? []), word]);
    }
  }

  /** Return the numbers of the claims that have every word of a question, or another form of it; the last as it begins. */
  having(question) {
    const typed = words(question);
    let left = null;
    for (const [at, word] of typed.entries()) {
      const meant = new Set(this.stems.get(stem(word)) ?? []);
      if (at === typed.length - 1 && /[\p{L}\p{N}]$/u.test(question)) {
        for (const known of this.index.keys()) if (known.startsWith(word)) meant.add(known);
      }
      const found = new Set([...meant].flatMap((known) => this.index.get(known)));
      left = left === null ? found : new Set([...left].filter((number) => found.has(number)));
    }
    return left;
  }

  /** Return the numbers of the claims that pass a filter, and of each facet how many would pass with each value. */
  filter(asked) {
    const having = asked.q ? this.having(asked.q) : null;
    const found = [];
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    this.claims.forEach((claim, number) => {
      let failed = having === null || having.has(number) ? 0 : 1 << WORDS;
      FACETS.forEach((facet, at) => {
        if (asked[facet] && !this.values(claim, facet).includes(asked[facet])) failed |= 1 << at;
      });
      if (!failed) found.push(number);
      FACETS.forEach((facet, at) => {
        const own = facet === "topic" ? 0b11 : 1 << at; // a thesis is one of the topic's
        if (failed & ~own) return;
        for (const value of this.values(claim, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      });
    });
    return { found, counts };
  }

  /** Return numbers in an order; within it, that of the table. */
  ordered(found, order) {
    const by = {
      title: (a, b) => a.title.localeCompare(b.title, "en"),
      latest: (a, b) => (b.last ?? Infinity) - (a.last ?? Infinity) || 0,
      voices: (a, b) => b.voices.length - a.voices.length,
    }[order];
    return by ? [...found].sort((a, b) => by(this.claims[a], this.claims[b]) || a - b) : found;
  }
}

/** Return names in the order of the alphabet; where two are alike, the id tells them apart. */
function named(pairs) {
  const times = new Map();
  for (const [, name] of pairs) times.set(name, (times.get(name) ?? 0) + 1);
  const texts = pairs.map(([id, name]) => [id, times.get(name) > 1 ? `${name} (${id})` : name]);
  return texts.sort((a, b) => a[1].localeCompare(b[1], "en"));
}

/** Return the filter that an address asks for, and the names of what it asks for and is not there. */
export function asked(claims, search) {
  const given = new URLSearchParams(search);
  const filter = { q: (given.get("q") ?? "").trim() };
  const unknown = [];
  for (const facet of FACETS) {
    const value = given.get(facet) ?? "";
    const isKnown = !value || claims.choices(facet, filter.topic).some(([id]) => id === value);
    filter[facet] = isKnown ? value : "";
    if (!isKnown) unknown.push(NAMES[facet].toLowerCase());
  }
  filter.order = ORDERS.includes(given.get("order")) ? given.get("order") : "";
  filter.view = given.get("view") === "cards" ? "cards" : "";
  return { filter, unknown };
}

/** Return the part of an address that asks for a filter: empty where nothing is asked. */
export function address(filter) {
  const set = ["q", ...FACETS, "order", "view"].filter((name) => filter[name]);
  const text = new URLSearchParams(set.map((name) => [name, filter[name]])).toString();
  return text && `?${text}`;
}

/** The page: the form, what it found, and the address. */
class Explore {
  #timer;
  #isTyping = false;
  #texts;
  #asked = 0;

  constructor(element) {
    this.element = element;
    this.form = element.querySelector("form");
    this.status = element.querySelector("[role=status]");
    this.chosen = element.querySelector(".em-explore__chosen");
    this.found = element.querySelector(".em-explore__found");
    this.next = element.querySelector(".em-explore__next");
    this.home = new URL(element.dataset.home, location.href);
    this.more = element.querySelector("details");
  }

  async start() {
    this.claims = new Claims(await this.#fetched(this.element.dataset.claims));
    this.head = this.found.querySelector("thead").cloneNode(true);
    for (const facet of FACETS) if (facet !== "thesis") this.#fill(facet);
    this.more.open = matchMedia("(min-width: 45em)").matches;
    this.form.addEventListener("input", (event) => this.#changed(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", (event) => this.#clear(event));
    this.next.addEventListener("click", () => this.#showNext());
    addEventListener("popstate", () => this.#follow());
    this.element.classList.add("em-explore--ready");
    await this.#follow();
  }

  async #fetched(address) {
    const response = await fetch(new URL(address, location.href));
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  #fill(facet, topic) {
    const select = this.form.elements[facet];
    const options = this.claims.choices(facet, topic).map(([value, text]) => new Option(text, value));
    for (const option of options) option.dataset.text = option.textContent;
    select.replaceChildren(select.options[0], ...options);
    if (facet === "thesis") select.disabled = !options.length;
  }

  /** Show what the address asks for. */
  #follow() {
    const { filter, unknown } = asked(this.claims, location.search);
    this.#isTyping = false;
    this.#set(filter);
    return this.#show(filter, unknown);
  }

  #set(filter) {
    this.#fill("thesis", filter.topic);
    for (const name of ["q", ...FACETS, "order", "view"]) this.form.elements[name].value = filter[name];
  }

  #read() {
    const filter = {};
    for (const name of ["q", ...FACETS, "order", "view"]) filter[name] = this.form.elements[name].value.trim();
    return filter;
  }

  #changed({ target }) {
    clearTimeout(this.#timer);
    if (target.name === "topic") this.#fill("thesis", target.value);
    if (target.name === "q") this.#timer = setTimeout(() => this.#go(true), WAIT);
    else this.#go(false);
  }

  #clear(event) {
    event.preventDefault();
    const { order, view } = this.#read();
    this.#set({ ...Object.fromEntries(["q", ...FACETS].map((name) => [name, ""])), order, view });
    this.#go(false);
    this.form.elements.q.focus();
  }

  /** Show what the form says, and let the address say it; typing is one step back, not one for each letter. */
  #go(isTyping) {
    const filter = this.#read();
    const target = location.pathname + address(filter);
    if (isTyping && this.#isTyping) history.replaceState(null, "", target);
    else if (target !== location.pathname + location.search) history.pushState(null, "", target);
    this.#isTyping = isTyping;
    this.#show(filter, []).catch((error) => this.failed(error));
  }

  async #show(filter, unknown) {
    this.#asked += 1;
    const now = this.#asked;
    if (filter.q || filter.view) await this.#withTexts();
    if (now !== this.#asked) return;
    const { found, counts } = this.claims.filter(filter);
    this.filter = filter;
    this.list = this.claims.ordered(found, filter.order);
    this.shown = 0;
    this.found.replaceChildren(this.#frame());
    this.#append();
    this.#count(counts);
    this.#chips();
    const left = unknown.length ? `What the address asks for as ${unknown.join(" and ")} is not here and was left out. ` : "";
    const all = this.claims.claims.length.toLocaleString("en-GB");
    this.status.textContent = `${left}${found.length.toLocaleString("en-GB")} of ${all} claims`;
  }

  #withTexts() {
    this.#texts ??= this.#fetched(this.element.dataset.texts)
      .then((texts) => this.claims.read(texts))
      .catch((error) => {
        this.#texts = undefined;
        throw error;
      });
    return this.#texts;
  }

  /** Return what results go into: a table with its head, or a list of cards. */
  #frame() {
    if (!this.list.length) return element("p", "em-none", "No claim passes all of these filters. Take one away, or try other words.");
    if (this.filter.view) return element("ul", "em-cards");
    const table = element("table", "em-explore__table");
    table.append(element("caption", "em-explore__hidden", "Claims that pass the filters"), this.head.cloneNode(true));
    return table;
  }

  #append() {
    const numbers = this.list.slice(this.shown, this.shown + STEP);
    const frame = this.found.firstElementChild;
    let last = this.shown ? this.claims.claims[this.list[this.shown - 1]].topic : null;
    let body = frame.tBodies?.[frame.tBodies.length - 1];
    for (const number of numbers) {
      const claim = this.claims.claims[number];
      if (this.filter.view) {
        frame.append(this.#card(claim, number));
      } else {
        if (!body || (!this.filter.order && claim.topic !== last)) {
          body = element("tbody");
          frame.append(body);
          if (!this.filter.order) body.append(this.#heading(claim));
        }
        last = claim.topic;
        body.append(this.#row(claim));
      }
    }
    this.shown += numbers.length;
    const left = this.list.length - this.shown;
    this.next.hidden = !left;
    this.next.textContent = `Show ${Math.min(left, STEP)} more of ${left.toLocaleString("en-GB")}`;
  }

  #showNext() {
    const at = this.shown;
    this.#append();
    this.found.querySelectorAll("[data-claim]")[at]?.focus();
  }

  #link(claim) {
    const link = element("a", "", claim.title);
    link.href = new URL(`claims/${claim.id}/`, this.home);
    link.dataset.claim = claim.id;
    return link;
  }

  #heading(claim) {
    const row = element("tr", "em-explore__topic");
    const cell = element("th", "", this.claims.topics[claim.topic][1]);
    cell.colSpan = 5;
    cell.scope = "rowgroup";
    row.append(cell);
    return row;
  }

  #row(claim) {
    const row = element("tr");
    const head = element("th");
    head.scope = "row";
    head.append(this.#link(claim));
    if (this.filter.order) head.append(element("span", "em-explore__of", this.claims.topics[claim.topic][1]));
    row.append(head, ...this.#about(claim).map((text) => element("td", "", text)));
    return row;
  }

  #about(claim) {
    const { states, evidence, kinds } = this.claims;
    return [states[claim.state][1], evidence[claim.evidence], kinds[claim.kind][1], claim.period];
  }

  #card(claim, number) {
    const [state, evidence, kind, period] = this.#about(claim);
    const card = element("li", "em-card");
    const title = element("h2", "em-card__title");
    title.append(this.#link(claim));
    const scope = element("p", "em-card__line");
    scope.append(element("span", "em-badge", kind), element("span", "", `${claim.place}, ${period}`));
    const stands = element("p", "em-card__line");
    stands.append(element("span", "em-state", state), element("span", "", evidence));
    card.append(title, element("p", "em-card__assertion", this.claims.texts[number]), scope, stands);
    return card;
  }

  /** Say at each value how many claims it would leave. */
  #count(counts) {
    for (const facet of FACETS) {
      const select = this.form.elements[facet];
      for (const option of [...select.options].slice(1)) {
        const count = counts[facet].get(option.value) ?? 0;
        const text = `${option.dataset.text} (${count})`;
        if (option.textContent !== text) option.textContent = text;
        option.hidden = option.disabled = !count && !option.selected;
      }
    }
  }

  /** Show each filter that is set, to be taken away. */
  #chips() {
    const set = ["q", ...FACETS].filter((name) => this.filter[name]);
    const hadFocus = this.chosen.contains(document.activeElement);
    this.chosen.replaceChildren(...set.map((name) => this.#chip(name)));
    this.chosen.hidden = !set.length;
    this.form.querySelector(".em-explore__clear").disabled = !set.length;
    if (hadFocus) (this.chosen.querySelector("button") ?? this.form.elements.q).focus();
  }

  #chip(name) {
    const control = this.form.elements[name];
    const value = name === "q" ? this.filter.q : control.selectedOptions[0].dataset.text;
    const button = element("button", "em-explore__chip", `${NAMES[name]}: ${value}`);
    button.type = "button";
    button.prepend(element("span", "em-explore__hidden", "Remove "));
    button.addEventListener("click", () => {
      control.value = "";
      if (name === "topic") this.#fill("thesis", "");
      this.#go(false);
    });
    const item = element("li");
    item.append(button);
    return item;
  }

  failed(error) {
    this.element.classList.add("em-explore--failed");
    this.status.textContent = "The filter does not work at the moment. All claims stand below, by topic.";
    console.warn(error);
  }
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

const page = document.querySelector(".em-explore");
if (page) {
  const explore = new Explore(page);
  explore.start().catch((error) => explore.failed(error));
}
