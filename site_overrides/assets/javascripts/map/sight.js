/* What is seen of the map: the picture, where it is looked at from, and when it is drawn. */

import { Camera, MARGIN } from "./camera.js";
import { hasReasons, REASONS } from "./levels.js";
import { look, Painter } from "./painter.js";
import { fitting, GAP, PAD, WIDE as AREA } from "./plan.js";

const READABLE = 0.8; // the scale at which a single claim is shown
const WIDE = 960; // pixels: where the window is wider, and a mouse scrolls the page, the picture is as high as the map
const HIGHEST = 2400; // pixels
const LOWEST = 480;
const HEADER = 56; // pixels of the page's header, which stays at the top of the window
const LEAST_SEEN = 200; // pixels: where less of the picture is in the window, the page is about to scroll there
const MOVING = 120; // milliseconds after a movement, until all is drawn again
const AT_ONCE = 12; // milliseconds of drawing, until the browser may do what waits
const SETTLED = 250; // milliseconds after a movement, until it is told

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Let the browser do what waits; a timer, which the older ones need, comes back later than that. */
const breath = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

export class Sight {
  #coming = 0; // the next frame
  #draws = 0;
  #timer = 0;
  #until = 0;
  #colours;

  /** `scene` returns what to draw; `settled` is called when a movement is over, `moved` when one begins. */
  constructor(root, canvas, argument, { scene, settled, moved }) {
    Object.assign(this, { root, argument, canvas, scene, settled, moved });
    this.camera = new Camera();
    this.painter = new Painter(canvas.querySelector("canvas"), argument);
    this.isWhole = true;
    this.colour();
    this.#measure();
    new ResizeObserver(() => this.#resize()).observe(canvas);
  }

  /** Take the colours of the reader's scheme. */
  colour() {
    this.painter.look = look(this.root, this.argument.kinds);
  }

  /** Let it be drawn in the next frame. */
  ask() {
    this.#coming ||= requestAnimationFrame((now) => this.draw(now));
  }

  draw(now = performance.now()) {
    cancelAnimationFrame(this.#coming);
    this.#coming = 0;
    this.#draws += 1;
    const isMoving = this.camera.step(now) || now < this.#until;
    this.painter.draw(this.camera, { ...this.scene(), isMoving });
    if (isMoving) this.ask();
    else this.#name();
  }

  /** Fetch the titles that were to be drawn and are not here, and draw again. */
  #name() {
    this.argument.names(this.painter.missing)?.then(() => this.ask()).catch((error) => console.warn(error));
  }

  /** Draw for the first time: with a breath after each step, since a slow phone takes a while for all, unless a movement
   * has had everything drawn in the meantime. */
  async drawFirst() {
    cancelAnimationFrame(this.#coming);
    this.#coming = 0;
    const draws = this.#draws;
    this.camera.step(performance.now());
    const state = this.scene();
    let begun = performance.now();
    for (const _ of this.painter.steps(this.camera, state)) {
      if (performance.now() - begun < AT_ONCE) continue;
      await breath();
      begun = performance.now();
      if (this.#draws !== draws) return;
    }
    this.#name();
  }

  /** Do what moves the camera; until some milliseconds later it may be drawn in haste. */
  move(act, time = MOVING) {
    this.isWhole = false;
    this.#look();
    this.#until = performance.now() + time;
    this.moved();
    act(this.camera);
    this.ask();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.settled, SETTLED);
  }

  /** Tell nobody of the last movement. */
  hush() {
    clearTimeout(this.#timer);
  }

  /** Go to a view: over some frames, or at once. */
  go(view, isStill = calm.matches) {
    this.move((camera) => camera.go(view, isStill), isStill ? 0 : MOVING);
  }

  zoom(factor) {
    this.#frame();
    this.go(this.#inside(this.camera.nearer(factor)));
  }

  /** Return a view with as much of the map in it as there can be: no bare paper beside it where it does not end. */
  #inside({ x, y, scale }) {
    const { width, aside, frame } = this.camera;
    const kept = (middle, size, all) => {
      const [least, most] = [(size / 2 - MARGIN) / scale, all - (size / 2 - MARGIN) / scale];
      return least < most ? clamped(middle, least, most) : middle;
    };
    const down = kept(y + aside / scale, frame.high, this.argument.height);
    return { x: kept(x, width, this.argument.width), y: down - aside / scale, scale };
  }

  /** Take the size of the picture, and give the areas their places in it. */
  #measure() {
    const { canvas, argument } = this;
    const room = canvas.parentElement.parentElement.clientWidth; // with or without the panel, areas stand as before
    argument.arrange(room);
    this.areas = Math.min(argument.columns, fitting(room));
    const isTall = room >= WIDE && matchMedia("(hover: hover)").matches && this.areas === argument.columns;
    const needed = argument.height * this.#least(room) + 2 * MARGIN;
    canvas.style.height = isTall ? `${Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(needed)))}px` : "";
    const { width, height } = this.painter.measure();
    this.camera.resize(width, height);
  }

  /** Return the scale at which as many areas stand beside each other as can be read, or all of them. */
  #least(width = this.camera.width) {
    return Math.min(1, (width - 2 * MARGIN) / (this.areas * (AREA + GAP) - GAP));
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === this.camera.width && height === this.camera.height) return;
    const { at } = this;
    this.#measure();
    this.#look();
    this.camera.go(at ? this.view(at) : this.#home(), true);
    this.ask();
  }

  /** Take the size of the picture, if it has another one, and note which part of it is in the window. */
  #frame() {
    this.#resize();
    this.#look();
  }

  #look() {
    const { top, height } = this.canvas.getBoundingClientRect();
    const first = Math.max(0, HEADER - top);
    const high = Math.min(height, innerHeight - top) - first;
    if (high >= Math.min(LEAST_SEEN, height)) this.camera.show(first, high);
    else this.camera.show(0, Math.min(height, innerHeight - HEADER));
  }

  /** Return the view to begin with: the whole map, or as much of it as can be read. */
  #home() {
    this.camera.show(0, this.camera.height);
    const { width, height } = this.argument;
    return this.camera.fitting({ x: 0, y: 0, width, height }, { least: this.#least(), isWide: true });
  }

  begin(isStill) {
    this.go(this.#home(), isStill);
    this.isWhole = true;
  }

  whole() {
    const { width, height } = this.argument;
    const home = this.#home();
    const all = this.camera.fitting({ x: 0, y: 0, width, height });
    if (all.scale >= home.scale * 0.99) this.begin();
    else this.go(all);
  }

  topic(topic, isStill) {
    this.#resize();
    this.camera.show(0, this.camera.height);
    this.go(this.camera.fitting(topic, { least: this.#legible, isTop: true }), isStill);
  }

  /** Look at a claim: at a thesis with all its reasons, as far as these can be read; at another with what is lit in its topic. */
  fit(number, isStill) {
    this.#frame();
    const { claims, topics } = this.argument;
    const { topic, isThesis } = claims[number];
    if (isThesis) {
      const card = topics[topic].plan.cards.find((each) => each.number === number);
      const area = { x: topics[topic].x + card.x, y: topics[topic].y + card.y, width: card.width, height: card.height };
      this.go(this.camera.fitting(area, { least: this.#legible, isTop: true }), isStill);
      return;
    }
    const { lit } = this.scene();
    const own = this.#area([...lit].filter((each) => claims[each].topic === topic));
    if (hasReasons(this.camera.scale) && this.camera.has(own)) return;
    const view = this.camera.fitting(own);
    this.go(this.#inside(hasReasons(view.scale) ? view : this.#near(number)), isStill);
  }

  /** Look at all of some claims. */
  fitAll(numbers, isStill) {
    this.#frame();
    this.go(this.#inside(this.camera.fitting(this.#area([...numbers]))), isStill);
  }

  /** Return the view of one claim from near. */
  #near(number) {
    return this.camera.fitting(this.#area([number]), { most: READABLE, least: REASONS });
  }

  /** Return the area of some claims' boxes. */
  #area(numbers) {
    const boxes = numbers.map((number) => this.argument.claims[number]);
    const [x, y] = [Math.min(...boxes.map((box) => box.x - box.w / 2)), Math.min(...boxes.map((box) => box.y - box.h / 2))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.w / 2)), Math.max(...boxes.map((box) => box.y + box.h / 2))];
    return { x: x - PAD, y: y - PAD, width: right - x + 2 * PAD, height: bottom - y + 2 * PAD };
  }

  /** The scale at which a column of claims is as wide as the picture, if that is no more than is needed to read them. */
  get #legible() {
    return Math.max(REASONS, Math.min(READABLE, (2 * this.camera.width) / AREA));
  }

  /** Bring one claim into sight, near enough for it to be drawn. */
  follow(number) {
    this.#frame();
    const isNear = this.argument.claims[number].isThesis || hasReasons(this.camera.scale);
    if (!isNear || !this.camera.has(this.#area([number]))) {
      const scale = Math.max(this.camera.aim.scale, isNear ? 0 : READABLE);
      this.go(this.#inside(this.camera.fitting(this.#area([number]), { most: scale, least: scale })));
    }
  }

  /** Tell whether it is seen from so far that a click on a topic is meant to go there. */
  get isFar() {
    return !hasReasons(this.camera.scale);
  }

  /** Return where it is looked at from: the middle of what the reader sees, in the topic that is nearest to it; null where the view is the one to begin with. */
  get at() {
    if (this.isWhole) return null;
    this.#look();
    const { x, scale, y: middle } = this.camera.aim;
    const y = middle + this.camera.aside / scale;
    const away = (topic) => Math.hypot(x - clamped(x, topic.x, topic.x + topic.width), y - clamped(y, topic.y, topic.y + topic.height));
    const nearest = this.argument.topics.reduce((best, topic) => (best && away(best) <= away(topic) ? best : topic), null);
    return { topic: nearest?.id ?? "", x: x - (nearest?.x ?? 0), y: y - (nearest?.y ?? 0), scale };
  }

  /** Go at once to where an address asks to look from. */
  set at(place) {
    this.#frame();
    this.go(this.view(place), true);
  }

  /** Return the view that an address asks for; a topic that is not known has its place at the corner of the map. */
  view({ topic, x, y, scale }) {
    const corner = this.argument.topics.find(({ id }) => id === topic) ?? { x: 0, y: 0 };
    return { x: corner.x + x, y: corner.y + y - this.camera.aside / scale, scale };
  }
}

function clamped(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
