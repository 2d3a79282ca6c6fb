/* The page on which a claim, a quote, a reason or a source is written.
 *
 * Without this script the page says what to do instead. It sends nothing: the file is copied, downloaded, or opened in
 * the reader's own GitHub. Texts are only ever set as textContent.
 */

import { Alike } from "./alike.js";
import { Checking } from "./checking.js";
import { Effect } from "./effect.js";
import { Fields, Names } from "./fields.js";
import { element, showClaim } from "./preview.js";
import { Problems, quotesOf } from "./problems.js";
import { Quotes } from "./quotes.js";
import { claimOf, idOf, writtenOf } from "./record.js";
import { copy, download, editFile, newFile } from "./sending.js";

const WAIT = 200; // milliseconds after a key

class Form {
  #timer;
  #round = 0;
  #isTouched = false; // nothing is kept in the browser before somebody writes

  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    this.fields = new Fields(this.form);
    this.home = new URL(root.dataset.home, location.href);
    this.checking = new Checking((path) => this.#fetched(path));
  }

  part(name) {
    return this.form.querySelector(`[data-${name}]`);
  }

  async #fetched(path) {
    const response = await fetch(new URL(path, this.home));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }

  async start() {
    const [data, explore] = await Promise.all([this.#fetched("contribute/claim/form.json"), this.#fetched("explore/claims.json")]);
    this.schemas = data.schemas;
    this.sources = new Map(data.sources.map(([id, title, isCaptured, author, speakers]) => [id, { title, isCaptured, author, speakers: new Map(speakers) }]));
    this.topics = explore.topics.map(([id, title]) => [id, title]);
    this.claims = new Map(explore.claims.map(([id, title, place, period, first, last, topic], at) => [id, { title, place, period, first, last, topic: this.topics[topic][0], at }]));
    this.names = { sources: new Names(data.sources), claims: new Names(explore.claims) };
    const taken = { claim: new Set([...this.claims.keys(), ...data.taken]), source: new Set(this.sources.keys()) };
    this.problems = new Problems(data.schemas, taken, (name) => this.#label(name));
    this.#describe(new Map(explore.states));
    for (const [name, names] of Object.entries(this.names)) names.fill(this.form.querySelector(`#fm-${name}`));
    this.form.elements.topic.append(...this.topics.map(([id, title]) => new Option(title, id)));
    this.fields.restore();
    this.#keepOwnId();
    this.#ask(new URLSearchParams(location.search));
    this.#listen();
    this.root.classList.add("em-form--ready");
    await this.update();
  }

  /** Prepare the parts that tell of other claims; what they read is fetched when it is needed. */
  #describe(states) {
    const { claims, sources, home } = this;
    const once = (path) => {
      let read;
      return () => {
        read ??= this.#fetched(path);
        return read;
      };
    };
    const lists = () => this.checking.lists();
    this.quotes = new Quotes({ checking: this.checking, sources, names: this.names.sources, changed: () => this.update() });
    this.alike = new Alike(this.part("alike"), { lists, texts: once("explore/assertions.json"), claims, home });
    this.effect = new Effect(this.part("effect"), { debate: once("contribute/claim/debate.json"), titles: claims, states, sources });
  }

  #label(name) {
    const field = this.form.querySelector(`section:not([hidden]) [name="${name}"]`);
    return field ? `“${field.labels[0].firstChild.textContent.trim()}”` : name;
  }

  /** Leave an id alone that somebody has changed, in a draft that comes back. */
  #keepOwnId() {
    const { id } = this.form.elements;
    if (id.value && id.value !== idOf(this.fields.asked(this.fields.task).title ?? "", this.fields.task)) id.dataset.isOwn = "yes";
  }

  /** Begin with what the address asks for. */
  #ask(asked) {
    const [task, claim, source] = ["for", "claim", "source"].map((name) => asked.get(name));
    if ([...this.form.elements.task].some(({ value }) => value === task)) this.fields.task = task;
    if (this.claims.has(claim)) {
      this.form.elements.own.value = this.names.claims.name(claim);
      const [item] = this.fields.items("links");
      if (this.fields.task === "claim") this.fields.set(item, { claim: this.names.claims.name(claim) });
      if (this.fields.task === "claim" && !this.form.elements.topic.value) this.form.elements.topic.value = this.claims.get(claim).topic;
    }
    if (this.sources.has(source)) this.fields.set(this.fields.items("quotes")[0], { source: this.names.sources.name(source) });
  }

  #listen() {
    this.form.addEventListener("input", ({ target }) => this.#changed(target));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", ({ target }) => this.#pressed(target));
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input[type=text]")) event.preventDefault();
    });
  }

  #changed(target) {
    this.#isTouched = true;
    if (target.name === "speaker") delete target.dataset.wanted;
    if (target.name === "task") this.fields.show();
    if (target.name === "id") target.dataset.isOwn = target.value ? "yes" : "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.update(), WAIT);
  }

  #pressed(target) {
    const { add, copies } = target.dataset;
    const item = target.closest(".em-form__item");
    if ("copy" in target.dataset || copies) this.#copy();
    else if ("download" in target.dataset) download(this.path.split("/").at(-1), this.text);
    else if ("elsewhere" in target.dataset) this.quotes.lookElsewhere(this.#state().quotes.find((quote) => quote.item === item)).catch((error) => this.failed(error));
    else if (add || "remove" in target.dataset || "clear" in target.dataset) {
      this.#isTouched = true;
      if (add) this.fields.add(add).querySelector("input, select").focus();
      else if (item) this.#remove(item);
      else this.#clear();
      this.update();
    }
  }

  #remove(item) {
    const { list: name } = item.parentElement.dataset;
    this.fields.remove(name, item);
    if (!this.fields.items(name).length) this.fields.add(name);
    this.form.querySelector(`[data-add="${name}"]`).focus();
  }

  #clear() {
    this.fields.clear();
    this.#isTouched = false;
    delete this.form.elements.id.dataset.isOwn;
    this.form.elements.task[0].focus();
  }

  async #copy() {
    const isDone = await copy(this.text, this.part("file"));
    this.part("sent").textContent = isDone ? "Copied." : "The browser does not let the page copy: select the text above.";
  }

  /** Return what stands in the form, ids in the place of names. */
  #state() {
    const { task } = this.fields;
    const values = this.fields.asked(task);
    if (!this.form.elements.id.dataset.isOwn && (task === "claim" || task === "source")) {
      values.id = idOf(values.title ?? "", task);
      if (this.form.elements.id.value !== values.id) this.form.elements.id.value = values.id;
    }
    const quotes = this.fields.items("quotes").map((item) => {
      const given = this.fields.values(item);
      const source = this.names.sources.id(given.source);
      return { ...given, item, source, typed: given.source, isCited: Boolean(source) && !this.sources.get(source).isCaptured };
    });
    const links = this.fields.items("links").map((item) => {
      const given = this.fields.values(item);
      return { ...given, item, claim: this.names.claims.id(given.claim), typed: given.claim };
    });
    return { task, values, quotes, links, own: this.names.claims.id(values.own ?? "") };
  }

  /** Bring everything below the fields up to date. */
  async update() {
    this.#round += 1;
    const round = this.#round;
    this.fields.show();
    for (const { item, source, isCited } of this.#state().quotes) this.quotes.showSource(item, source, isCited);
    const state = this.#state();
    this.#showPicked(state);
    if (this.#isTouched) this.fields.keep();
    const quotes = quotesOf(state);
    const checks = await Promise.all(quotes.map((quote) => this.quotes.check(quote)));
    if (round !== this.#round) return;
    const problems = [...this.problems.of(state, checks)];
    this.#write(state, problems);
    if (state.task === "claim") this.#preview(state, checks.filter((_, at) => !quotes[at].isCited));
    this.effect.show(state, quotes, checks, problems).catch((error) => this.failed(error));
    this.root.dataset.round = String(round);
  }

  #preview(state, checks) {
    const claim = claimOf(state);
    const names = { source: (id) => this.names.sources.name(id) || "a source", claim: (id) => this.names.claims.name(id) || "another claim" };
    showClaim(this.part("preview"), claim, names, checks);
    this.alike.show(claim.assertion ?? "", claim.scope.period ?? "").catch((error) => this.failed(error));
  }

  #showPicked(state) {
    const say = (within, name, id, typed) => {
      const line = within.querySelector(`[data-picked="${name}"]`);
      const text = id ? this.#about(name, id) : typed ? "Nothing here has this name: choose one from the list." : "";
      if (line.textContent !== text) line.textContent = text;
    };
    for (const { item, source, typed } of state.quotes) say(item, "source", source, typed);
    for (const { item, claim, typed } of state.links) say(item, "claim", claim, typed);
    say(this.form, "own", state.own, state.values.own);
  }

  #about(name, id) {
    if (name !== "source") {
      const { topic, place, period } = this.claims.get(id);
      return `In the topic ${this.topics.find(([each]) => each === topic)[1]}; about ${place}, ${period}.`;
    }
    if (this.sources.get(id).isCaptured) return "Its text is captured, so your quote is checked while you type.";
    return "Its text is not captured, so no quote of it can be checked. Say in your own words what it says.";
  }

  /** Write the file, and say what is left to do. */
  #write(state, problems) {
    const shown = problems.length
      ? [element("p", "", problems.length === 1 ? "One thing:" : `${problems.length} things:`), element("ul")]
      : [element("p", "em-form__found", "Nothing that this page can see. The full check runs when you propose it.")];
    if (problems.length) shown[1].append(...problems.map((text) => element("li", "", text)));
    this.part("problems").replaceChildren(...shown);
    const { path, text, isNew } = writtenOf(state, this.schemas, (id) => this.claims.get(id).topic);
    Object.assign(this, { path, text });
    this.part("path").textContent = isNew ? path : `${path}: put these lines into this file. Where it has the first line already, put the others below that line.`;
    this.part("file").textContent = text;
    this.part("sent").textContent = "";
    const link = this.part("propose");
    link.hidden = !this.root.dataset.repository || problems.length > 0;
    if (link.hidden) return;
    const { address, isWhole } = isNew ? newFile(this.root.dataset, path, text) : editFile(this.root.dataset, path);
    link.href = address;
    link.textContent = isWhole ? "Open a pull request" : "Copy the text, and open a pull request to paste it into";
    link.dataset.copies = isWhole ? "" : "yes";
  }

  failed(error) {
    this.part("sent").textContent = `Something went wrong: ${error.message}`;
  }
}

const root = document.querySelector(".em-form");
if (root) {
  new Form(root).start().catch((error) => {
    root.classList.add("em-form--failed");
    throw error;
  });
}
