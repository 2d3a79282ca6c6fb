/* Where the map is looked at from: the place in the middle and the scale, in pixels to one of the map's units. */

const LEAST = 0.02;
const MOST = 2;
export const MARGIN = 8; // pixels round what is shown whole
const SPAN = 260; // milliseconds of a movement

export class Camera {
  #until = 0;
  #from;
  #to;

  constructor() {
    Object.assign(this, { x: 0, y: 0, scale: 1, width: 1, height: 1 });
    this.frame = { top: 0, high: 1 };
  }

  /** Say how large the picture is, in pixels. */
  resize(width, height) {
    Object.assign(this, { width: Math.max(1, width), height: Math.max(1, height) });
    this.frame = { top: 0, high: this.height };
  }

  /** Say which part of the picture the reader sees: it may be higher than the window. */
  show(top, high) {
    this.frame = { top, high };
  }

  /** How far the middle of what the reader sees is below the middle of the picture, in pixels. */
  get aside() {
    return this.frame.top + this.frame.high / 2 - this.height / 2;
  }

  /** Return the pixel at which a place is seen. */
  seen(x, y) {
    return { x: (x - this.x) * this.scale + this.width / 2, y: (y - this.y) * this.scale + this.height / 2 };
  }

  /** Return the place that is seen at a pixel. */
  place(x, y) {
    return { x: (x - this.width / 2) / this.scale + this.x, y: (y - this.height / 2) / this.scale + this.y };
  }

  /** Return the area in the picture: left, top, right, bottom, in the map's units. */
  sight() {
    const [across, down] = [this.width / 2 / this.scale, this.height / 2 / this.scale];
    return { left: this.x - across, top: this.y - down, right: this.x + across, bottom: this.y + down };
  }

  /** Tell whether an area is in what the reader sees, whole or all that fits. */
  has({ x, y, width, height }) {
    const { left, right } = this.sight();
    const top = this.place(0, this.frame.top).y;
    const bottom = this.place(0, this.frame.top + this.frame.high).y;
    return x >= left && x + Math.min(width, right - left) <= right && y >= top && y + Math.min(height, bottom - top) <= bottom;
  }

  /** Return the view with another scale, in which the middle of what the reader sees stays. */
  nearer(factor) {
    const { x, y, scale } = this.aim;
    const to = bounded(scale * factor);
    return { x, y: y + this.aside / scale - this.aside / to, scale: to };
  }

  /** Move by pixels, at once. */
  pan(dx, dy) {
    this.stop();
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
  }

  /** Zoom by a factor, at once; what is seen at the pixel stays there. */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    this.stop();
    const held = this.place(x, y);
    this.scale = bounded(this.scale * factor);
    const now = this.place(x, y);
    this.x += held.x - now.x;
    this.y += held.y - now.y;
  }

  /** Return the view that shows an area whole, at a scale of at most `most`; where that is below `least`, its upper left.
   *
   * With `isTop` it stands at the top of what the reader sees, with `isWide` all of its width is shown, however high it is.
   */
  fitting({ x, y, width, height }, { most = 1, least = LEAST, isWide = false, isTop = isWide } = {}) {
    const [across, down] = [this.width - 2 * MARGIN, this.frame.high - 2 * MARGIN];
    const wide = across / Math.max(1, width);
    const high = isWide ? Infinity : down / Math.max(1, height);
    const scale = bounded(Math.max(Math.min(wide, high, most), least));
    const middle = { x: x + Math.min(width, across / scale) / 2, y: y + Math.min(height, down / scale) / 2 };
    if (isTop) middle.y = y + down / scale / 2;
    return { x: middle.x, y: middle.y - this.aside / scale, scale };
  }

  /** Go to a view: over some frames, or at once where `isStill`. */
  go(view, isStill) {
    const to = { x: view.x, y: view.y, scale: bounded(view.scale) };
    this.stop();
    if (isStill) Object.assign(this, to);
    else [this.#from, this.#to, this.#until] = [{ x: this.x, y: this.y, scale: this.scale }, to, performance.now() + SPAN];
  }

  /** Take the next step of a movement; tell whether there is more to come. */
  step(now) {
    if (!this.#until) return false;
    const left = Math.max(0, Math.min(1, (this.#until - now) / SPAN));
    const done = 1 - left ** 3;
    const { x, y, scale } = this.#from;
    this.scale = scale * (this.#to.scale / scale) ** done;
    this.x = x + (this.#to.x - x) * done;
    this.y = y + (this.#to.y - y) * done;
    if (left === 0) this.stop();
    return true;
  }

  /** Where it is going to be. */
  get aim() {
    return this.#until ? this.#to : { x: this.x, y: this.y, scale: this.scale };
  }

  stop() {
    this.#until = 0;
  }
}

function bounded(scale) {
  return Math.min(Math.max(scale, LEAST), MOST);
}
