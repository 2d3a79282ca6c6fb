/* Draws links: each kind by the pattern and width of its line and by its end, so that no kind needs its colour. Those inside a
 * topic bow out, so that none hides another; those from topic to topic are straight and faint.
 */

const BEND = 0.1; // how far a link bows out, of its length
const MOST_BEND = 36; // the same in the map's units
const MANY = 3000; // links: with more in sight they are drawn straight and without gaps
const ENDS_FROM = 0.24; // the scale from which links have ends
const NEAR = 0.3; // the scale from which a link that only passes by is left out
const STILL = 1; // opacities
const ASIDE = 0.34; // of links from topic to topic, when near
const FAINT = 0.13; // of what is not chosen
const AT_ONCE = 25; // links that are drawn in one step

/** Return the radius of a mark, in pixels, in steps of a half, so that few pictures of marks are needed. */
export function markRadius(scale) {
  return Math.min(6.5, Math.round(2 + scale * 20) / 2);
}

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

function isIn({ x, y }, { left, top, right, bottom }) {
  return x > left && x < right && y > top && y < bottom;
}

export class Links {
  constructor(argument) {
    this.argument = argument;
    this.ends = argument.kinds.map(({ end }) => new Path2D(`M0 0${end}`));
    this.isAside = argument.links.map(({ from, to }) => argument.claims[from].topic !== argument.claims[to].topic);
  }

  /** Take what is drawn on: context, camera, colours, and dots to a pixel. `isQuick` leaves out what takes long. */
  on(surface) {
    Object.assign(this, surface);
    return this;
  }

  /** Draw all that is shown and not lit, in steps. */
  *steps(scene) {
    const { camera } = this;
    const links = this.#inSight(scene);
    const aside = links.filter((link) => this.isAside[link]);
    const inside = links.filter((link) => !this.isAside[link]);
    if (aside.length < MANY) yield* this.#links(aside, scene.lit ? FAINT / 2 : ASIDE * Math.min(1, 0.35 + camera.scale));
    yield* this.#links(inside, scene.lit ? FAINT : STILL);
    this.context.globalAlpha = 1;
  }

  /** Draw those that are lit. */
  drawLit(scene) {
    if (scene.litLinks) for (const _ of this.#links([...scene.litLinks], STILL, 1));
    this.context.globalAlpha = 1;
  }

  /** Return the links that are shown and may be in sight; none from so far that they would be a blur. */
  #inSight(scene) {
    const { argument, camera } = this;
    const sight = camera.sight();
    const { links, claims } = argument;
    if (argument.cell.row * camera.scale < 9 && links.length > MANY) return [];
    const found = [];
    for (let link = 0; link < links.length; link += 1) {
      const { from, to, kind } = links[link];
      if (!scene.kinds[kind] || !scene.shown[from] || !scene.shown[to] || scene.litLinks?.has(link)) continue;
      const [one, other] = [claims[from], claims[to]];
      if (Math.max(one.x, other.x) + MOST_BEND < sight.left || Math.min(one.x, other.x) - MOST_BEND > sight.right) continue;
      if (Math.max(one.y, other.y) + MOST_BEND < sight.top || Math.min(one.y, other.y) - MOST_BEND > sight.bottom) continue;
      if (this.isAside[link] && camera.scale >= NEAR && !isIn(one, sight) && !isIn(other, sight)) continue;
      found.push(link);
    }
    return found;
  }

  *#links(numbers, opacity, more = 0) {
    const { argument, camera } = this;
    const isPlain = numbers.length > MANY / 2;
    const hasGaps = more > 0 || !(isPlain || this.isQuick);
    const hasEnds = more > 0 || (!isPlain && camera.scale >= ENDS_FROM);
    const thin = more ? 1 : Math.min(1, Math.max(0.55, camera.scale * 1.6));
    const byKind = argument.kinds.map(() => []);
    for (const number of numbers) byKind[argument.links[number].kind].push(number);
    for (const [kind, list] of byKind.entries()) {
      for (let first = 0; first < list.length; first += AT_ONCE) {
        this.#stroke(list.slice(first, first + AT_ONCE), kind, { opacity, thin, more, isPlain, hasGaps, hasEnds });
        yield;
      }
    }
  }

  /** Draw links of one kind. */
  #stroke(list, kind, { opacity, thin, more, isPlain, hasGaps, hasEnds }) {
    const { context, colours } = this;
    const { dashes, width, bothWays, open } = this.argument.kinds[kind];
    context.globalAlpha = opacity;
    context.strokeStyle = context.fillStyle = colours.kinds[kind];
    context.lineWidth = width * thin + more;
    context.setLineDash(hasGaps ? dashes.map((length) => length * thin) : []);
    context.beginPath();
    const ends = [];
    for (const number of list) this.#line(number, { isPlain, hasEnds, bothWays }, ends);
    context.stroke();
    context.setLineDash([]);
    for (const end of ends) this.#end(end, kind, open);
  }

  /** Add a link's line to the path, and where it ends to `ends`. */
  #line(number, { isPlain, hasEnds, bothWays }, ends) {
    const { context, camera, argument } = this;
    const { from, to } = argument.links[number];
    const one = camera.seen(argument.claims[from].x, argument.claims[from].y);
    const other = camera.seen(argument.claims[to].x, argument.claims[to].y);
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const length = Math.hypot(dx, dy);
    if (length < 1) return;
    const room = markRadius(camera.scale) + 3;
    if (isPlain || this.isAside[number]) {
      const [ux, uy] = [dx / length, dy / length];
      const cut = isPlain || length < 2 * room ? 0 : room;
      const line = clipped(one.x + ux * cut, one.y + uy * cut, other.x - ux * cut, other.y - uy * cut, camera);
      if (!line) return;
      context.moveTo(line[0], line[1]);
      context.lineTo(line[2], line[3]);
      if (!hasEnds || !cut) return;
      ends.push([other.x - ux * cut, other.y - uy * cut, ux, uy]);
      if (bothWays) ends.push([one.x + ux * cut, one.y + uy * cut, -ux, -uy]);
      return;
    }
    const bend = Math.min(BEND * length, MOST_BEND * camera.scale) / length;
    const [x, y] = [(one.x + other.x) / 2 - dy * bend * 2, (one.y + other.y) / 2 + dx * bend * 2];
    const half = Math.hypot(other.x - x, other.y - y);
    const [ux, uy] = [(other.x - x) / half, (other.y - y) / half];
    const [vx, vy] = [(one.x - x) / half, (one.y - y) / half];
    const tail = hasEnds ? room + 6 : room - 1;
    const head = hasEnds && bothWays ? room + 2 : room - 2;
    if (length < 2 * room) return;
    context.moveTo(one.x - vx * head, one.y - vy * head);
    context.quadraticCurveTo(x, y, other.x - ux * tail, other.y - uy * tail);
    if (!hasEnds) return;
    ends.push([other.x - ux * room, other.y - uy * room, ux, uy]);
    if (bothWays) ends.push([one.x - vx * room, one.y - vy * room, vx, vy]);
  }

  #end([x, y, ux, uy], kind, isOpen) {
    const { context, camera, dots } = this;
    if (x < -9 || y < -9 || x > camera.width + 9 || y > camera.height + 9) return;
    const size = dots * Math.min(1, Math.max(0.6, this.camera.scale * 1.6));
    context.setTransform(ux * size, uy * size, -uy * size, ux * size, x * dots, y * dots);
    if (isOpen) {
      context.lineWidth = 2.5;
      context.stroke(this.ends[kind]);
    } else {
      context.fill(this.ends[kind]);
    }
    context.setTransform(dots, 0, 0, dots, 0, 0);
  }
}
