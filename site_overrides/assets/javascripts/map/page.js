/* The page of the map: leads what the reader does to the picture, the panel, the outline and the address. */

import { address, asked } from "./address.js";
import { Finder } from "./finder.js";
import { listen, listenToKeys } from "./gestures.js";
import { Panel } from "./panel.js";
import { claimAhead, claimAt, Tip, topicAt } from "./pointing.js";
import { Sight } from "./sight.js";
import { State } from "./state.js";

const STEP = 1.4; // of a zoom button
const PUSH = 80; // pixels that an arrow key moves the map
const HINT = 1200; // milliseconds that the hint at the wheel stays

const part = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class MapPage {
  #isStepping = false;
  #isLinking = false;
  #asked = 0; // how often a claim was asked for: what comes late and is no longer wanted is left

  constructor(root, argument) {
    this.root = root;
    this.argument = argument;
    this.canvas = part("map-canvas");
    this.state = new State(argument);
    this.panel = new Panel(argument, root.dataset.home, (number) => this.show(number));
    this.outline = null;
  }

  async start() {
    part("map-frame").hidden = false;
    part("map-note").hidden = true;
    part("map-key").open = matchMedia("(min-width: 60em)").matches;
    this.sight = new Sight(this.root, this.canvas, this.argument, {
      scene: () => this.state.scene,
      settled: () => this.#save(),
      moved: () => this.#out(),
    });
    this.tip = new Tip(part("map-tip"), this.sight.camera);
    this.#listen();
    await this.#follow(location.hash, true);
    await this.sight.drawFirst();
    this.root.dataset.ready = "true";
    performance.mark("map-ready");
  }

  /** Take the outline into step, once it is all there. */
  join(outline) {
    this.outline = outline;
    outline.begin();
    this.#tell();
  }

  #listen() {
    const { sight } = this;
    const on = (id, event, act) => part(id).addEventListener(event, act);
    on("map-in", "click", () => sight.zoom(STEP));
    on("map-out", "click", () => sight.zoom(1 / STEP));
    on("map-whole", "click", () => sight.whole());
    on("map-topic", "change", ({ target }) => this.#pickTopic(target.value));
    on("map-path", "click", () => this.#link(!this.#isLinking));
    on("map-clear", "click", () => this.#clear());
    const ofClaim = (act) => () => { if (this.argument.claims[this.state.claim]) act(this.state.claim); };
    on("map-route-clear", "click", ofClaim((claim) => this.#choose(claim)));
    on("map-show", "click", ofClaim((claim) => this.outline?.reveal(claim, calm.matches)));
    on("map-key", "change", () => this.#filter());
    new Finder(part("map-search"), part("map-hits"), this.argument, {
      choose: (number) => this.show(number),
      say: (text) => this.#say(text),
    });
    listen(this.canvas, {
      pan: (dx, dy) => sight.move((camera) => camera.pan(dx, dy)),
      zoom: (factor, x, y) => sight.move((camera) => camera.zoom(factor, x, y)),
      tap: (x, y, event) => this.#tap({ x, y }, event),
      twice: (x, y) => sight.move((camera) => camera.zoom(STEP ** 2, x, y)),
      over: (x, y) => this.#over({ x, y }),
      out: () => this.#out(),
      scrolled: (x, y) => sight.isWhole || this.tip.show("Hold Ctrl while turning the wheel to zoom.", { x, y }, HINT),
    });
    const arrow = (dx, dy) => (event) => {
      if (event.shiftKey) sight.move((camera) => camera.pan(-PUSH * dx, -PUSH * dy));
      else this.#stepTo(claimAhead(sight, this.state.scene, dx, dy));
    };
    listenToKeys(this.canvas, {
      ArrowLeft: arrow(-1, 0),
      ArrowRight: arrow(1, 0),
      ArrowUp: arrow(0, -1),
      ArrowDown: arrow(0, 1),
      PageDown: () => this.#stepTo(this.#ranked((at) => at + 1)),
      PageUp: () => this.#stepTo(this.#ranked((at) => at - 1)),
      Home: () => this.#stepTo(this.#ranked(() => 0)),
      End: () => this.#stepTo(this.#ranked(() => Infinity)),
      Enter: () => this.state.claim !== null && location.assign(this.panel.page(this.state.claim)),
      Escape: () => this.#back(),
      p: () => this.state.claim !== null && this.#link(true),
      "+": () => sight.zoom(STEP),
      "=": () => sight.zoom(STEP),
      "-": () => sight.zoom(1 / STEP),
      0: () => sight.whole(),
    });
    addEventListener("popstate", () => this.#follow(location.hash, calm.matches));
    const recolour = () => {
      sight.colour();
      sight.ask();
    };
    new MutationObserver(recolour).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    matchMedia("(forced-colors: active)").addEventListener("change", recolour);
  }

  // What is chosen

  /** Do what changes the state, then let everything say so; a step back undoes it, a row of steps by key counts as one. */
  #change(act, { isStep = false } = {}) {
    const before = address(this.state.asked());
    this.#save();
    act();
    this.state.update();
    this.#tell();
    this.sight.ask();
    if (address(this.state.asked()) === before) return;
    this.#save(!(isStep && this.#isStepping));
    this.#isStepping = isStep;
  }

  /** Let the address say what is seen: as a new step of the browser's history, or in place of the present one. */
  #save(isNew = false) {
    this.sight.hush();
    const target = location.pathname + location.search + address({ ...this.state.asked(), at: this.sight.at });
    if (isNew) history.pushState(null, "", target);
    else if (target !== location.pathname + location.search + location.hash) history.replaceState(null, "", target);
  }

  /** Show what an address asks for; one that is not the map's changes nothing. Only all names tell where a claim is. */
  async #follow(hash, isStill) {
    const wanted = asked(hash);
    this.#asked += 1;
    const now = this.#asked;
    const isFar = wanted?.claim && (wanted.to || this.argument.number(wanted.claim) === null);
    if (isFar) await this.argument.allNames()?.catch((error) => console.warn(error));
    if (now !== this.#asked) return;
    if (wanted) {
      this.#link(false);
      this.state.take(wanted);
    }
    const { state, sight } = this;
    this.#tell();
    const topic = this.argument.topics.find(({ id }) => id === state.topic);
    if (isStill && (wanted?.at || state.claim !== null || topic)) this.#come();
    if (wanted?.at) sight.at = wanted.at;
    else if (wanted && state.claim !== null) this.#look(isStill);
    else if (wanted && topic) sight.topic(topic, isStill);
    else if (wanted || sight.isWhole) sight.begin(isStill);
    sight.hush();
    this.#isStepping = false;
    sight.ask();
  }

  /** Bring panel, filters and outline into step with the state. */
  #tell() {
    const { state, argument } = this;
    this.panel.claim(state.claim);
    this.panel.route(state.way());
    part("map-topic").value = state.topic;
    for (const [name, all, set] of [["kinds", argument.kinds, state.kinds], ["standing", argument.states, state.standing]]) {
      for (const box of boxes(name)) box.checked = set.has(all.findIndex(({ id }) => id === box.value));
    }
    this.outline?.follow(state.claim);
  }

  #say(text) {
    part("map-said").textContent = text;
  }

  /** Choose a claim, or where a path is begun the second one, as soon as what is said of it can be named. Tell whether it is
   * chosen: not where another was asked for in the meantime, or where the names do not come.
   */
  async #choose(number, { isStep = false } = {}) {
    const isSecond = this.#isLinking && number !== this.state.claim;
    this.#asked += 1;
    const now = this.#asked;
    const coming = isSecond ? this.argument.allNames() : this.argument.namesNear(number);
    try {
      if (coming) await coming;
    } catch (error) {
      console.warn(error);
      this.#say("The titles could not be fetched.");
      return false;
    }
    if (now !== this.#asked) return false;
    this.#change(() => Object.assign(this.state, isSecond ? { to: number } : { claim: number, to: null }), { isStep });
    this.#link(false);
    this.#say(isSecond ? part("map-route-words").textContent : this.argument.described(number));
    return true;
  }

  /** Choose a claim that was named elsewhere, look at it, and take the reader to what is said of it. */
  async show(number) {
    if (!(await this.#choose(number))) return;
    this.#come();
    this.#look();
    part("map-title").focus({ preventScroll: true });
    this.#save();
  }

  /** Bring the map before the reader. */
  #come() {
    part("map-both").scrollIntoView({ block: "start", behavior: "auto" });
  }

  /** Look at what is chosen: of a path at all of it, of a claim at what is lit in its own topic. */
  #look(isStill) {
    const { claim, to, scene } = this.state;
    if (to === null) this.sight.fit(claim, isStill);
    else this.sight.fitAll(scene.lit, isStill);
  }

  #clear() {
    this.#asked += 1;
    this.#link(false);
    this.#change(() => Object.assign(this.state, { claim: null, to: null }));
    this.#say("No claim is chosen.");
    if (document.activeElement === document.body) this.canvas.focus({ preventScroll: true });
  }

  /** Take back the last thing: a path that is begun, one that is shown, the choice. */
  #back() {
    if (this.#isLinking) this.#link(false);
    else if (this.state.to !== null) this.#choose(this.state.claim);
    else if (this.state.claim !== null) this.#clear();
  }

  /** Begin to choose the second claim of a path, or stop that. */
  #link(isLinking) {
    if (isLinking) this.#say("Choose the other claim: on the map, by the search or in the outline. Escape stops that.");
    this.#isLinking = isLinking;
    part("map-path").setAttribute("aria-pressed", String(isLinking));
    part("map-search-label").textContent = isLinking ? "Find the other claim" : "Find a claim";
    this.root.classList.toggle("em-map--linking", isLinking);
  }

  #pickTopic(id) {
    this.#change(() => {
      this.state.topic = id;
    });
    const topic = this.argument.topics.find((each) => each.id === id);
    if (topic) this.#come();
    if (topic) this.sight.topic(topic);
    else this.sight.begin(calm.matches);
    this.#sayCount();
  }

  #filter() {
    const chosen = (name, all) => {
      const ids = boxes(name).filter((box) => box.checked).map((box) => box.value);
      return new Set(ids.map((id) => all.findIndex((each) => each.id === id)));
    };
    const { kinds, states } = this.argument;
    this.#change(() => Object.assign(this.state, { kinds: chosen("kinds", kinds), standing: chosen("standing", states) }));
    this.#sayCount();
  }

  #sayCount() {
    const { claims, links } = this.state.counted();
    this.#say(`${claims} of ${this.argument.claims.length} claims and ${links} of ${this.argument.links.length} links are shown.`);
  }

  // What the reader points at, and steps to

  #tap(at, { shiftKey }) {
    const { sight, state } = this;
    this.canvas.focus({ preventScroll: true });
    const number = claimAt(sight, state.scene, at);
    if (number !== null) {
      if (shiftKey && state.claim !== null) this.#link(true);
      this.#choose(number).then((isChosen) => isChosen && this.#look());
    } else if (state.claim !== null) {
      this.#back();
    } else if (sight.isFar) {
      const topic = topicAt(sight, at);
      if (topic) sight.topic(topic);
    }
  }

  #over(at) {
    const { sight, state, argument } = this;
    const number = claimAt(sight, state.scene, at);
    if (number === state.over) return;
    this.#point(number);
    if (number === null) return;
    const coming = argument.names([argument.claims[number].topic]);
    if (coming) coming.then(() => state.over === number && this.#name(number, at), (error) => console.warn(error));
    else this.#name(number, at);
  }

  #name(number, at) {
    const { title, topic, state } = this.argument.claims[number];
    this.tip.show(`${title} – ${this.argument.topics[topic].title}; ${this.argument.states[state].words}`, at);
  }

  #out() {
    if (this.state.over !== null) this.#point(null);
    else this.tip?.hide();
  }

  /** Mark the claim that the mouse is over, null for none. */
  #point(number) {
    this.state.over = this.state.scene.over = number;
    this.canvas.classList.toggle("em-map__canvas--over", number !== null);
    this.tip.hide();
    this.sight.ask();
  }

  /** Return the claim at a rank of the outline; `to` gives it for that of the chosen one, which is -1 for none. */
  #ranked(to) {
    const { claim, scene } = this.state;
    const order = [...scene.shown.keys()].filter((number) => scene.shown[number]);
    const rank = to(claim === null ? -1 : order.indexOf(claim));
    return order.length ? order[Math.min(Math.max(rank, 0), order.length - 1)] : null;
  }

  #stepTo(number) {
    if (number === null) return;
    this.#choose(number, { isStep: true }).then((isChosen) => isChosen && this.sight.follow(number));
  }
}

function boxes(name) {
  return [...part("map-key").querySelectorAll(`[name=${name}]`)];
}
