/* Draws links: each kind by the pattern and width of its line and by its end, so that no kind needs its colour.
 *
 * In an open card a line leads from each claim to what it bears on. Other links are drawn where they are lit, and those of
 * claims that exclude each other always.
 */

import { hasReasons } from "./levels.js";
import { BOX, TOP } from "./plan.js";

const WIDER = 0.5; // pixels by which lines are wider than in the key, to be seen among cards
const BEND = 0.12; // how far a link bows out, of its length

/** Return the part of a line that is in sight (Liang and Barsky, 1984), as two points; null for none. */
function clipped(x, y, u, v, { width, height }) {
  const [dx, dy] = [u - x, v - y];
  let [first, last] = [0, 1];
  for (const [by, room] of [[-dx, x + 9], [dx, width + 9 - x], [-dy, y + 9], [dy, height + 9 - y]]) {
    if (by === 0 && room < 0) return null;
    if (by < 0) first = Math.max(first, room / by);
    if (by > 0) last = Math.min(last, room / by);
  }
  return first < last ? [x + first * dx, y + first * dy, x + last * dx, y + last * dy] : null;
}

export class Links {
  constructor(argument) {
    this.argument = argument;
    this.ends = argument.kinds.map(({ end }) => new Path2D(`M0 0${end}`));
    const isExclusive = ({ kind }) => argument.kinds[kind].open && argument.kinds[kind].bothWays;
    this.exclusive = [...argument.links.keys()].filter((link) => isExclusive(argument.links[link]));
  }

  /** Take what is drawn on: context, camera, colours, dots to a pixel, and the scene. */
  on(surface) {
    Object.assign(this, surface);
  }

  /** Draw the links of an open card: from each reason to the line in the middle, which leads up to the thesis; and below it. */
  tree(topic, card, boxes) {
    const { camera, scene } = this;
    const at = (x, y) => camera.seen(topic.x + x, topic.y + y);
    const middle = card.x + card.width / 2;
    const ends = new Map(); // by side and kind, where its line begins below
    for (const box of boxes) {
      if (!scene.kinds[box.kind]) continue;
      const y = box.y + Math.min(box.h, BOX) / 2;
      if (box.above) {
        const x = box.above.x + 10;
        this.#path(box.kind, [at(box.x, y), at(x, y), at(x, box.above.y + BOX)], this.#opacity(box, box.above.number));
        continue;
      }
      const key = `${box.side} ${box.kind}`;
      const shift = box.side * -(4 + 3 * [...ends.keys()].filter((each) => each !== key && each.startsWith(`${box.side} `)).length);
      const line = ends.get(key) ?? { x: middle + shift, kind: box.kind, stubs: [], opacity: 0 };
      ends.set(key, line);
      line.stubs.push([box.side > 0 ? box.x + box.w : box.x, y]);
      line.opacity = Math.max(line.opacity, this.#opacity(box, card.number));
    }
    for (const { x, kind, stubs, opacity } of ends.values()) {
      const [, low] = stubs.at(-1);
      this.#path(kind, [at(stubs.at(-1)[0], low), at(x, low), at(x, card.y + TOP - 6)], opacity);
      for (const [from, y] of stubs.slice(0, -1)) this.#path(kind, [at(from, y), at(x, y)], opacity, false);
    }
  }

  #opacity({ number }, target) {
    const { lit } = this.scene;
    if (!lit) return 1;
    return lit.has(number) && lit.has(target) ? 1 : 0.3;
  }

  /** Draw what excludes each other among claims of areas in sight, where both are drawn. */
  between(topics) {
    const { argument, scene } = this;
    if (scene.lit) return;
    const inSight = new Set(topics.map((topic) => argument.topics.indexOf(topic)));
    for (const link of this.exclusive) {
      const { from, to, kind } = argument.links[link];
      const isSeen = [from, to].some((each) => inSight.has(argument.claims[each].topic));
      if (argument.cards[from] === argument.cards[to]) continue; // its own card draws it
      if (isSeen && scene.kinds[kind] && scene.shown[from] && scene.shown[to]) this.#curve(link);
    }
  }

  /** Draw those that are lit. */
  lit() {
    const { scene, argument, camera } = this;
    for (const link of scene.litLinks ?? []) {
      const { from, to } = argument.links[link];
      const isInCard = argument.inCard[link] && (argument.cards[from] === argument.cards[to] || scene.chosen === to);
      if (!isInCard || !hasReasons(camera.scale)) this.#curve(link);
    }
    this.context.globalAlpha = 1;
  }

  /** Draw a line through points, with its end at the last one. */
  #path(kind, points, opacity, hasEnd = true) {
    const { context, argument } = this;
    const { bothWays } = argument.kinds[kind];
    this.#pen(kind, opacity);
    context.beginPath();
    points.forEach(({ x, y }, at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.stroke();
    context.setLineDash([]);
    if (!hasEnd) return;
    const [before, last] = points.slice(-2);
    const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
    this.#end([last.x, last.y, (last.x - before.x) / length, (last.y - before.y) / length], kind);
    if (bothWays) this.#end([points[0].x, points[0].y, Math.sign(points[0].x - points[1].x), 0], kind);
  }

  #pen(kind, opacity) {
    const { context, colours } = this;
    const { dashes, width } = this.argument.kinds[kind];
    context.globalAlpha = opacity;
    context.strokeStyle = context.fillStyle = colours.kinds[kind];
    context.lineWidth = width + WIDER;
    context.setLineDash(dashes);
  }

  /** Draw a link between two claims wherever they are, from edge to edge. */
  #curve(link) {
    const { context, camera, argument } = this;
    const { from, to, kind } = argument.links[link];
    const { bothWays } = argument.kinds[kind];
    const [one, other] = [this.#box(from), this.#box(to)];
    const [start, end] = [edge(one, other), edge(other, one)];
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const length = Math.hypot(dx, dy);
    if (length < 6 || !clipped(start.x, start.y, end.x, end.y, camera)) return;
    const [x, y] = [(start.x + end.x) / 2 - dy * BEND, (start.y + end.y) / 2 + dx * BEND];
    this.#pen(kind, 1);
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.quadraticCurveTo(x, y, end.x, end.y);
    context.stroke();
    context.setLineDash([]);
    const direction = (point) => {
      const far = Math.hypot(point.x - x, point.y - y) || 1;
      return [point.x, point.y, (point.x - x) / far, (point.y - y) / far];
    };
    this.#end(direction(end), kind);
    if (bothWays) this.#end(direction(start), kind);
  }

  /** Return where a claim is drawn: its box, its thesis's card, or in a closed card its mark. */
  #box(number) {
    const { camera, argument } = this;
    const { x, y, w, h, isThesis } = argument.claims[number];
    const at = camera.seen(x, y);
    const isBox = isThesis || hasReasons(camera.scale);
    const half = isBox ? { w: (w / 2) * camera.scale, h: (h / 2) * camera.scale } : { w: 7, h: 7 };
    return { ...at, ...half };
  }

  #end([x, y, ux, uy], kind) {
    const { context, camera, dots } = this;
    if (x < -9 || y < -9 || x > camera.width + 9 || y > camera.height + 9) return;
    const size = dots * Math.min(1, Math.max(0.6, camera.scale * 1.2));
    context.setTransform(ux * size, uy * size, -uy * size, ux * size, x * dots, y * dots);
    if (this.argument.kinds[kind].open) {
      context.lineWidth = 2.5;
      context.stroke(this.ends[kind]);
    } else {
      context.fill(this.ends[kind]);
    }
    context.setTransform(dots, 0, 0, dots, 0, 0);
  }
}

/** Return the point on the edge of a box that lies towards another one; `w` and `h` are half its size. */
function edge(box, other) {
  const [dx, dy] = [other.x - box.x, other.y - box.y];
  const by = Math.min(box.w / Math.max(1e-6, Math.abs(dx)), box.h / Math.max(1e-6, Math.abs(dy)), 1);
  return { x: box.x + dx * by, y: box.y + dy * by };
}
