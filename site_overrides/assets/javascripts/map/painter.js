/* Draws the map on a canvas: areas of questions, cards of theses, and in open cards the reasons. Only what is in sight and open
 * is drawn (`levels.js`). Links are in `links.js`, texts in `texts.js`. Forms come with the data, colours from the style sheet.
 */

import { hasReasons, openBoxes, SMALL } from "./levels.js";
import { Links } from "./links.js";
import { MARK, Marks } from "./marks.js";
import { BOX, TOP } from "./plan.js";
import { Texts } from "./texts.js";

const FAINT = 0.25; // an opacity: of what is filtered out, or not lit
const QUESTION = [40, 34, 28, 24, 21, 18, 16, 15, 14, 13, 12, 11]; // sizes of texts, the largest that fits
const THESIS = [20, 18, 16, 15, 14, 13, 12, 11];
const CLAIM = [14, 13, 12, 11, 10.5];
const OF_TITLE = 62; // the largest size of a question or a thesis, to the scale
const LABEL = 11;
const NAME = 12; // the size of the name of what is lit and too far away to be read

/** Return colours and font, as the style sheet has them now. */
export function look(element, kinds) {
  const style = getComputedStyle(element);
  const value = (name) => style.getPropertyValue(name).trim();
  return {
    kinds: kinds.map(({ id }) => value(`--em-map-${id}`)),
    paper: value("--em-map-paper"),
    block: value("--em-map-block"),
    line: value("--em-map-rule"),
    edge: value("--em-map-line"),
    ink: value("--em-map-ink"),
    soft: value("--em-map-soft"),
    chosen: value("--em-map-chosen"),
    face: style.fontFamily,
  };
}

const reasons = (count) => (count === 1 ? "1 reason" : `${count || "no"} reasons`);
const voices = (pro, con) => [pro > 1 ? `${pro} voices for` : `${pro || "no"} voice for`, `${con || "none"} against`];
const FOR = new Path2D("M6 1a3 3 0 1 1-.01 0zM1.5 13v-2a4.5 3 0 0 1 9 0v2z"); // the figures of voice_figures.py
const AGAINST = new Path2D("M3 1h6v6h-6zM1.5 13v-2a4.5 3 0 0 1 9 0v2z");

export class Painter {
  constructor(canvas, argument) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.argument = argument;
    this.texts = new Texts();
    this.links = new Links(argument);
    this.marks = new Marks(argument.states);
    this.missing = new Set(); // the topics whose titles were to be drawn and are not here
  }

  set look(value) {
    this.colours = value;
    this.marks.forget();
  }

  /** Take the size of the canvas on the page; return it, in pixels of the page. */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    this.dots = Math.min(devicePixelRatio || 1, 2);
    const [across, down] = [Math.round(width * this.dots), Math.round(height * this.dots)];
    if (this.canvas.width !== across) this.canvas.width = across;
    if (this.canvas.height !== down) this.canvas.height = down;
    this.marks.forget();
    return { width, height };
  }

  /** Draw what a camera sees. `scene`: shown and stands (by claim), kinds (by kind: whether shown), chosen, to, over, lit, litLinks, isMoving. */
  draw(camera, scene) {
    for (const _ of this.steps(camera, scene));
  }

  /** Say which part of the picture is drawn: while it moves, only what is in the window, since it may be much higher. */
  #bound({ height, width, frame }, isMoving) {
    this.bounds = isMoving ? { top: frame.top, bottom: frame.top + frame.high } : { top: 0, bottom: height };
    this.context.beginPath();
    this.context.rect(0, this.bounds.top, width, this.bounds.bottom - this.bounds.top);
    this.context.clip();
  }

  /** Draw the same area by area, between which a reader's first look may be given a breath. */
  *steps(camera, scene) {
    const { context, colours } = this;
    this.camera = camera;
    this.scene = scene;
    this.missing.clear();
    context.save();
    try {
      context.setTransform(this.dots, 0, 0, this.dots, 0, 0);
      this.#bound(camera, scene.isMoving);
      context.fillStyle = colours.paper;
      context.fillRect(0, 0, camera.width, camera.height);
      this.texts.on(context, colours.face);
      this.marks.on({ context, colours, dots: this.dots });
      this.links.on({ context, camera, colours, dots: this.dots, scene });
      const seen = this.argument.topics.filter((topic) => this.#isInSight(this.#seen(topic, { x: 0, y: 0, w: topic.width, h: topic.height })));
      for (const topic of seen) {
        this.#topic(topic);
        yield;
      }
      this.links.between(seen);
      this.links.lit();
      this.#lit();
    } finally {
      context.restore();
    }
  }

  /** Return a rectangle on the screen, of a part of an area. */
  #seen(topic, { x, y, w, h }) {
    const at = this.camera.seen(topic.x + x, topic.y + y);
    return { x: at.x, y: at.y, w: w * this.camera.scale, h: h * this.camera.scale };
  }

  #isInSight({ x, y, w, h }) {
    return x < this.camera.width && y < this.bounds.bottom && x + w > 0 && y + h > this.bounds.top;
  }

  /** Return where a text begins that is to be in sight as long as its box is, and how wide it may be. */
  #inSight({ x, w }) {
    const left = Math.max(x, Math.min(0, x + w / 2)) + 8;
    return { left, wide: Math.max(Math.min(x + w, this.camera.width) - left, w / 3) - 8 };
  }

  #rect({ x, y, w, h }, fill, line, width = 1, dash = []) {
    const { context } = this;
    context.beginPath();
    context.roundRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(w), Math.round(h), Math.min(4, h / 6));
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = line;
    context.lineWidth = width;
    context.setLineDash(dash);
    context.stroke();
    context.setLineDash([]);
  }

  #topic(topic) {
    const { context, colours, camera, scene } = this;
    const { plan, first, count } = topic;
    const isShown = scene.shown.subarray(first, first + count).some(Boolean);
    const area = this.#seen(topic, { x: 0, y: 0, w: topic.width, h: topic.height });
    context.globalAlpha = isShown ? 1 : FAINT;
    this.#rect(area, colours.block, colours.line);
    const { left, wide } = this.#inSight(area);
    const question = this.texts.fitted(topic.question, wide, plan.head * camera.scale - 4, this.#sizes(QUESTION, 1.1), 700);
    if (question) {
      context.fillStyle = colours.ink;
      this.texts.write(question, left, area.y + 2 + Math.max(0, (plan.head * camera.scale - 4 - question.high) / 2));
    }
    for (const card of plan.cards) this.#card(topic, card);
    if (plan.rest) this.#rest(topic, plan.rest);
  }

  /** Draw a thesis: closed, as a card with both sides' weight; open, with its reasons. */
  #card(topic, card) {
    const { colours, camera, context, scene } = this;
    const at = this.#seen(topic, { ...card, w: card.width, h: card.height });
    if (!this.#isInSight(at)) return;
    const isOpen = hasReasons(camera.scale);
    const isChosen = [scene.chosen, scene.to].includes(card.number);
    context.globalAlpha = this.#opacity(card.number);
    this.#rect(at, colours.paper, this.#edge(card.number), isChosen ? 3 : scene.over === card.number ? 2 : 1);
    if (isOpen) {
      this.#open(topic, card, at);
      return;
    }
    if (at.h < SMALL) return;
    const { title } = this.argument.claims[card.number];
    const bar = at.h > 2 * SMALL + 10 ? 16 : 0;
    const text = this.texts.fitted(title, at.w - 16, at.h - bar - 8, this.#sizes(THESIS, 1), 400);
    if (!text) return;
    const free = Math.max(0, at.h - 8 - bar - text.high);
    const y = at.y + 4 + Math.min(free / 2, 6);
    context.fillStyle = colours.ink;
    this.texts.write(text, at.x + 8, y);
    if (!bar) return;
    const size = Math.max(8, Math.min(16, 40 * camera.scale)); // of a figure: the same on all cards
    const low = y + text.high + 6 + Math.min(4, free / 3) + size / 2;
    this.#weight(card.number, at.x + 8, low, at.w - 16, size);
    if (free < size + 16) return;
    const count = (side) => card.boxes.filter((box) => box.side === side && !box.depth).length;
    this.texts.font(400, LABEL);
    context.fillStyle = colours.soft;
    context.textAlign = "left";
    this.texts.put([`${reasons(count(1))} for it, ${reasons(count(-1))} against it`, at.x + 8, low + size / 2 + 12]);
  }

  /** Return the sizes that a title may have at this scale, so that titles of one kind look alike. */
  #sizes(all, by) {
    const most = Math.max(13, Math.min(OF_TITLE * by * this.camera.scale, this.camera.width / 14));
    return all.filter((size) => size <= most);
  }

  /** Draw how many voices stand on either side, as pages do: a figure for each one, with a round head for it or a square one against it. */
  #weight(number, x, y, wide, size) {
    const { context, colours, texts } = this;
    const { pro, con } = this.argument.claims[number];
    texts.font(400, LABEL);
    const [before, after] = voices(pro, con);
    const room = wide - texts.width(before) - texts.width(after) - 26;
    const unit = Math.min(size, room / Math.max(1, pro + con));
    context.textAlign = "left";
    context.fillStyle = colours.ink;
    texts.put([before, x, y]);
    let at = x + texts.width(before) + 6;
    if (unit > 4) {
      at = this.#figures(FOR, pro, at, y, unit) + 3;
      if (pro && con) context.fillRect(at, y - size / 2, 1, size);
      at = this.#figures(AGAINST, con, at + 4, y, unit) + 4;
    }
    texts.put([after, at, y]);
  }

  /** Draw figures in a row from `x`, each as wide as `unit`, around the height `y`; return where they end. */
  #figures(figure, count, x, y, unit) {
    const { context } = this;
    for (let voice = 0; voice < count; voice += 1) {
      context.save();
      context.translate(x + voice * unit, y - (7 * unit) / 12);
      context.scale(unit / 12, unit / 12);
      context.fill(figure);
      context.restore();
    }
    return x + count * unit;
  }

  #open(topic, card, at) {
    const { context, colours, camera } = this;
    const { title, pro, con } = this.argument.claims[card.number];
    const high = TOP * camera.scale;
    context.fillStyle = colours.ink;
    const { left, wide } = this.#inSight(at);
    const text = this.texts.fitted(title, wide, high - LABEL - 6, THESIS, 700);
    if (text) this.texts.write(text, left, at.y + 3);
    this.texts.font(400, LABEL);
    context.fillStyle = colours.soft;
    context.textAlign = "left";
    const [before, after] = voices(pro, con);
    this.texts.put([before, at.x + 10, at.y + high - LABEL / 2 - 3]);
    context.textAlign = "right";
    this.texts.put([after, at.x + at.w - 10, at.y + high - LABEL / 2 - 3]);
    const boxes = openBoxes(card.boxes, camera.scale, this.scene.lit);
    this.links.tree(topic, card, boxes);
    for (const box of boxes) this.#box(topic, box);
  }

  /** Draw the claims that lead to no thesis of the topic. */
  #rest(topic, rest) {
    const { context, colours, camera } = this;
    const at = this.#seen(topic, { ...rest, w: rest.width, h: rest.height });
    if (!this.#isInSight(at) || at.h < SMALL) return;
    const many = rest.boxes.length;
    const text = this.texts.fitted(many === 1 ? "1 more claim" : `${many} more claims`, at.w - 16, Math.min(at.h, hasReasons(camera.scale) ? 34 * camera.scale : at.h), [13, 12, 11]);
    context.globalAlpha = 1;
    context.fillStyle = colours.soft;
    if (text) this.texts.write(text, at.x + 8, at.y + (hasReasons(camera.scale) ? 2 : 4));
    if (hasReasons(camera.scale)) for (const box of rest.boxes) this.#box(topic, box);
  }

  #box(topic, box) {
    const { context, colours, camera, scene } = this;
    const at = this.#seen(topic, box);
    if (!this.#isInSight(at)) return;
    const claim = this.argument.claims[box.number];
    const isChosen = [scene.chosen, scene.to].includes(box.number);
    context.globalAlpha = this.#opacity(box.number, box.isElsewhere);
    const width = isChosen ? 3 : scene.over === box.number || scene.lit?.has(box.number) ? 2 : 1;
    this.#rect(at, colours.block, this.#edge(box.number), width, box.isElsewhere ? [4, 3] : []);
    this.marks.draw(at.x + MARK + 7, at.y + Math.min(at.h / 2, (BOX * camera.scale) / 2 + 1), claim.state);
    if (!claim.title) {
      this.missing.add(claim.topic);
      return;
    }
    const more = box.count && box.h > BOX ? `+${box.count}` : "";
    this.texts.font(600, LABEL);
    const tail = more ? this.texts.width(more) + 8 : 0;
    context.fillStyle = colours.ink;
    if (more) {
      context.textAlign = "right";
      this.texts.put([more, at.x + at.w - 6, at.y + at.h - 9]);
    }
    const left = 2 * MARK + 12;
    const text = this.texts.fitted(claim.title, at.w - left - 6 - tail, at.h - 1, CLAIM);
    if (text) this.texts.write(text, at.x + left, at.y + (at.h - text.high) / 2);
  }

  #opacity(number, isElsewhere = false) {
    const { shown, stands, lit } = this.scene;
    if (lit) return lit.has(number) ? 1 : 0.45;
    return (isElsewhere ? stands : shown)[number] ? 1 : FAINT;
  }

  #edge(number) {
    const { colours, scene } = this;
    return scene.lit?.has(number) || scene.over === number ? colours.chosen : colours.edge;
  }

  /** Name what is lit and stands in a closed card: the chosen claim, the way to another, and the claims linked with it. */
  #lit() {
    const { argument, camera, context, colours, scene, texts } = this;
    const placed = [];
    for (const number of new Set([scene.chosen, scene.to, ...(scene.lit ?? [])])) {
      if (number === null || this.#isDrawn(number)) continue;
      const { title, topic, x, y, state } = argument.claims[number];
      const at = camera.seen(x, y);
      if (at.x < 0 || at.y < 0 || at.x > camera.width || at.y > camera.height) continue;
      context.globalAlpha = 1;
      this.marks.draw(at.x, at.y, state);
      if (!title) {
        this.missing.add(topic);
        continue;
      }
      const text = texts.fitted(title, 150, 4 * NAME, [NAME], number === scene.chosen || number === scene.to ? 700 : 400);
      const wide = Math.max(...text.lines.map((line) => texts.width(line)));
      const left = Math.max(4, Math.min(at.x + MARK + 6, camera.width - wide - 4));
      const box = { x: left - 3, y: at.y - text.high / 2 - 1, w: wide + 6, h: text.high + 2 };
      const isFree = placed.every((other) => box.x > other.x + other.w || other.x > box.x + box.w || box.y > other.y + other.h || other.y > box.y + box.h);
      if (!isFree && number !== scene.chosen) continue;
      placed.push(box);
      this.#rect(box, colours.paper, colours.chosen);
      context.fillStyle = colours.ink;
      texts.write(text, left, box.y + 1);
    }
  }

  /** Tell whether the card or box of a claim that is lit is drawn at this scale. */
  #isDrawn(number) {
    return this.argument.claims[number].isThesis || hasReasons(this.camera.scale);
  }
}
