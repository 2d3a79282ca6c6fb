/* Draws the map on a canvas: blocks of topics, and a mark for each claim. Only what is in sight is drawn, and the farther away
 * it is, the simpler. Links are in `links.js`, texts in `labels.js`. Forms come with the data, colours from the style sheet.
 */

import { Labels } from "./labels.js";
import { Layer } from "./layer.js";
import { Links, markRadius } from "./links.js";

const SMALL = 1.8; // pixels: a mark with a lesser radius is a dot
const STILL = 1; // opacities
const FAINT = 0.13; // of what is not chosen, or filtered out

/** Return colours and font, as the style sheet has them now. */
export function look(element, kinds) {
  const style = getComputedStyle(element);
  const value = (name) => style.getPropertyValue(name).trim();
  return {
    kinds: kinds.map(({ id }) => value(`--em-map-${id}`)),
    paper: value("--em-map-paper"),
    block: value("--em-map-block"),
    line: value("--em-map-rule"),
    ink: value("--em-map-ink"),
    chosen: value("--em-map-chosen"),
    face: style.fontFamily,
  };
}

export class Painter {
  #sprites = new Map();

  constructor(canvas, argument) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.argument = argument;
    this.labels = new Labels(argument);
    this.links = new Links(argument);
    this.layer = new Layer(this.links);
  }

  set look(value) {
    this.colours = value;
    this.#sprites.clear();
  }

  /** Take the size of the canvas on the page; return it, in pixels of the page. */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    this.dots = Math.min(devicePixelRatio || 1, 2);
    const [across, down] = [Math.round(width * this.dots), Math.round(height * this.dots)];
    if (this.canvas.width !== across) this.canvas.width = across;
    if (this.canvas.height !== down) this.canvas.height = down;
    this.#sprites.clear();
    return { width, height };
  }

  /** Draw what a camera sees. `scene`: shown (by claim), kinds (by kind: whether shown), chosen, to, over, lit, litLinks, isMoving. */
  draw(camera, scene) {
    for (const _ of this.steps(camera, scene));
  }

  /** Draw the same in steps, between which a reader's first look may be given a breath. */
  *steps(camera, scene) {
    const { context, colours } = this;
    this.camera = camera;
    this.scene = scene;
    this.sight = camera.sight();
    context.setTransform(this.dots, 0, 0, this.dots, 0, 0);
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, camera.width, camera.height);
    this.#blocks();
    yield;
    yield* this.layer.steps(context, camera, scene, colours, this.dots);
    yield;
    const claims = this.#marks();
    this.links.on({ context, camera, colours, dots: this.dots, isQuick: false }).drawLit(scene);
    this.#litMarks();
    yield;
    this.labels.draw(context, camera, { ...scene, radius: markRadius(camera.scale) }, colours, claims);
    context.globalAlpha = 1;
  }

  #blocks() {
    const { context, camera, colours, sight } = this;
    context.lineWidth = 1;
    context.strokeStyle = colours.line;
    context.fillStyle = colours.block;
    for (const { x, y, width, height } of this.argument.topics) {
      if (x > sight.right || x + width < sight.left || y > sight.bottom || y + height < sight.top) continue;
      const at = camera.seen(x, y);
      context.beginPath();
      const corner = Math.min(8, 40 * camera.scale);
      const [left, top] = [Math.round(at.x) + 0.5, Math.round(at.y) + 0.5];
      context.roundRect(left, top, Math.round(width * camera.scale), Math.round(height * camera.scale), corner);
      context.fill();
      context.stroke();
    }
  }

  /** Draw the marks of what is in sight and not lit; return the numbers of all claims in sight that are shown. */
  #marks() {
    const { context, argument, camera, scene, sight, colours } = this;
    const radius = markRadius(camera.scale);
    const edge = 12 / camera.scale;
    const found = [];
    context.fillStyle = colours.ink;
    for (let number = 0; number < argument.claims.length; number += 1) {
      const { x, y, state } = argument.claims[number];
      if (x < sight.left - edge || x > sight.right + edge || y < sight.top - edge || y > sight.bottom + edge) continue;
      if (scene.shown[number] || scene.lit?.has(number)) found.push(number);
      if (scene.lit?.has(number)) continue;
      context.globalAlpha = scene.shown[number] ? (scene.lit ? 0.3 : STILL) : FAINT;
      this.#mark(camera.seen(x, y), state, radius);
    }
    context.globalAlpha = STILL;
    return found;
  }

  #mark({ x, y }, state, radius) {
    if (radius < SMALL) {
      this.context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
      return;
    }
    const sprite = this.#sprite(state, radius);
    const size = sprite.width / this.dots;
    this.context.drawImage(sprite, Math.round((x - size / 2) * this.dots) / this.dots, Math.round((y - size / 2) * this.dots) / this.dots, size, size);
  }

  /** Return a picture of a mark, drawn once for each state and size. */
  #sprite(state, radius) {
    const key = `${state} ${radius}`;
    const known = this.#sprites.get(key);
    if (known) return known;
    const { outline, filled, dash } = this.argument.states[state];
    const made = document.createElement("canvas");
    made.width = made.height = 2 * Math.ceil((radius + 2) * this.dots);
    const context = made.getContext("2d");
    const unit = (radius / 6) * this.dots;
    context.setTransform(unit, 0, 0, unit, made.width / 2, made.height / 2);
    context.fillStyle = this.colours.paper;
    context.fill(new Path2D(outline));
    context.fillStyle = context.strokeStyle = this.colours.ink;
    if (filled) context.fill(new Path2D(filled));
    context.lineWidth = 1.6;
    if (dash) context.setLineDash([dash, dash]);
    context.stroke(new Path2D(outline));
    this.#sprites.set(key, made);
    return made;
  }

  #litMarks() {
    const { context, argument, camera, scene, colours } = this;
    const radius = Math.max(5, markRadius(camera.scale) + 0.5);
    for (const number of scene.lit ?? []) this.#mark(camera.seen(argument.claims[number].x, argument.claims[number].y), argument.claims[number].state, radius);
    context.strokeStyle = colours.chosen;
    for (const [number, width] of [[scene.over, 1.5], [scene.chosen, 3], [scene.to, 3]]) {
      if (number === null) continue;
      const { x, y } = camera.seen(argument.claims[number].x, argument.claims[number].y);
      context.lineWidth = width;
      context.beginPath();
      context.arc(x, y, radius + 4.5, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}
