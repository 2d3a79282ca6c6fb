/* What is seen of the map: the picture, where it is looked at from, and when it is drawn. */

import { Camera } from "./camera.js";
import { look, Painter } from "./painter.js";

const FAR = 0.35; // the scale from which a claim and its neighbours are seen well enough
const APART = 0.2; // the scale below which titles of neighbours have little room
const READABLE = 0.5; // the scale from which most titles are shown
const NARROW = 500; // pixels: with less the whole map is too small to begin with
const NAMED = 0.1; // the scale from which topics' names fit
const BESIDE = 110; // pixels for titles beside what is fitted into the picture
const MOVING = 120; // milliseconds after a movement, until all is drawn again
const SETTLED = 250; // milliseconds after a movement, until it is told

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Let the browser do what waits; a timer, which the older ones need, comes back later than that. */
const breath = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

export class Sight {
  #frame = 0;
  #draws = 0;
  #timer = 0;
  #until = 0;
  #colours;

  /** `scene` returns what to draw; `settled` is called when a movement is over, `moved` when one begins. */
  constructor(root, canvas, argument, { scene, settled, moved }) {
    Object.assign(this, { root, argument, scene, settled, moved });
    this.camera = new Camera();
    this.painter = new Painter(canvas.querySelector("canvas"), argument);
    this.isWhole = true;
    this.colour();
    this.camera.resize(...Object.values(this.painter.measure()));
    new ResizeObserver(() => this.#resize()).observe(canvas);
  }

  /** Take the colours of the reader's scheme. */
  colour() {
    this.painter.look = look(this.root, this.argument.kinds);
  }

  /** Let it be drawn in the next frame. */
  ask() {
    this.#frame ||= requestAnimationFrame((now) => this.draw(now));
  }

  draw(now = performance.now()) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#draws += 1;
    const isMoving = this.camera.step(now) || now < this.#until;
    const state = this.scene();
    this.painter.draw(this.camera, { ...state, state, isMoving });
    if (isMoving) this.ask();
    else this.#name();
  }

  /** Fetch the titles that were to be drawn and are not here, and draw again. */
  #name() {
    this.argument.names(this.painter.labels.missing)?.then(() => this.ask()).catch((error) => console.warn(error));
  }

  /** Draw for the first time: with a breath after each step, since a slow phone takes a while for all, unless a movement
   * has had everything drawn in the meantime. */
  async drawFirst() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const draws = this.#draws;
    this.camera.step(performance.now());
    const state = this.scene();
    for (const _ of this.painter.steps(this.camera, { ...state, state, isMoving: false })) {
      this.painter.layer.flush();
      await breath();
      if (this.#draws !== draws) return;
    }
    this.#name();
  }

  /** Do what moves the camera; until some milliseconds later it may be drawn in haste. */
  move(act, time = MOVING) {
    this.isWhole = false;
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
    this.go({ ...this.camera.aim, scale: this.camera.aim.scale * factor });
  }

  #resize() {
    const { width, height } = this.painter.measure();
    if (width === this.camera.width && height === this.camera.height) return;
    this.camera.resize(width, height);
    if (this.isWhole) this.camera.go(this.#home(), true);
    this.draw();
  }

  /** Return the view to begin with: the whole map, or on a phone as much of it as leaves topics' names to be read. */
  #home() {
    const { width, height } = this.argument;
    const least = this.camera.width < NARROW ? NAMED : 0;
    return this.camera.fitting({ x: 0, y: 0, width, height }, { least });
  }

  begin(isStill) {
    this.go(this.#home(), isStill);
    this.isWhole = true;
  }

  whole() {
    const { width, height } = this.argument;
    this.go(this.camera.fitting({ x: 0, y: 0, width, height }));
    this.isWhole = this.camera.width >= NARROW;
  }

  topic(topic, isStill) {
    this.go(this.camera.fitting(topic), isStill);
  }

  /** Look at all of some claims, as near as that allows, unless they are seen well enough already.
   *
   * Where they lie so far apart that few titles would have room, look at those of them that are in `closer`.
   */
  fit(numbers, closer, isStill) {
    let area = this.#area(numbers);
    if (this.#around(area).scale < APART) area = this.#area(closer);
    const { left, top, right, bottom } = this.camera.sight();
    const { column, row } = this.argument.cell;
    const isWide = area.x > left && area.x + area.width + column / 2 < right;
    const isHigh = area.y > top && area.y + area.height + row / 4 < bottom;
    if (!(isWide && isHigh && this.camera.scale >= FAR)) this.go(this.#around(area), isStill);
  }

  /** Return the area of the marks of some claims. */
  #area(numbers) {
    const claims = [...numbers].map((number) => this.argument.claims[number]);
    const [xs, ys] = [claims.map(({ x }) => x), claims.map(({ y }) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  }

  /** Return the view that shows an area of marks with their titles. */
  #around({ x, y, width, height }) {
    const { column, row, inset } = this.argument.cell;
    const area = { x: x - inset, y: y - row / 2, width: width + column, height: height + row };
    return this.camera.fitting(area, { margin: Math.min(BESIDE, this.camera.width / 6) });
  }

  /** Bring one claim into sight, near enough for titles. */
  follow(number) {
    const { x, y } = this.argument.claims[number];
    const { left, top, right, bottom } = this.camera.sight();
    const room = this.argument.cell.row;
    const isSeen = x > left && x + room < right && y - room / 2 > top && y + room / 2 < bottom;
    if (!isSeen || this.camera.scale < FAR) this.go({ x, y, scale: Math.max(this.camera.aim.scale, READABLE) });
  }

  /** Tell whether it is seen from so far that a click on a topic is meant to go there. */
  get isFar() {
    return this.camera.scale < FAR;
  }

  /** Return where it is looked at from, null where the view is the one to begin with. */
  get at() {
    return this.isWhole ? null : this.camera.aim;
  }
}
