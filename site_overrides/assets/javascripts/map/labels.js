/* The texts on the map: names of topics, and titles of claims as far as there is room. No two overlap, none covers a mark, and
 * all have one size on the screen, however far away: what comes nearer shows more of them.
 */

const SIZE = 12; // pixels, of a claim's title
const LINE = 15; // pixels from one line to the next
const NAMES = [14, 12, 11]; // sizes of a topic's name, the largest that fits
const FROM = 20; // pixels from row to row, from which titles are shown
const CUT_FROM = 0.36; // the scale from which a title that does not fit is cut short, to no less than its half
const CELL = 96; // pixels: what is placed is looked up by squares of this size
const GAP = 3; // pixels between two texts
const BELOW = [0, 1];
const SIDES = [[1, 0], [-1, 0], BELOW, [0, -1]]; // where a title may stand beside its mark: across and down

/** What has been placed, as boxes: x, y, w, h in pixels. */
class Placed {
  #squares = new Map();

  #keys({ x, y, w, h }) {
    const keys = [];
    for (let i = Math.floor(x / CELL); i <= Math.floor((x + w) / CELL); i += 1) {
      for (let j = Math.floor(y / CELL); j <= Math.floor((y + h) / CELL); j += 1) keys.push(i * 8191 + j);
    }
    return keys;
  }

  add(box) {
    for (const key of this.#keys(box)) {
      const square = this.#squares.get(key);
      if (square) square.push(box);
      else this.#squares.set(key, [box]);
    }
  }

  /** Tell whether a box is free; the mark `own` does not count. */
  isFree(box, own) {
    for (const key of this.#keys(box)) {
      for (const other of this.#squares.get(key) ?? []) {
        if (other.own === own) continue;
        if (box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return false;
      }
    }
    return true;
  }
}

export class Labels {
  #widths = new Map(); // of texts, by font
  #known = new Map(); // those of the font written in

  constructor(argument) {
    this.argument = argument;
    this.boxes = []; // of the titles that are drawn: number, x, y, w, h
    this.missing = new Set(); // the topics whose titles were to be drawn and are not here
  }

  /** Return the width of a text in the font written in, measured once. */
  #width(context, text) {
    let width = this.#known.get(text);
    if (width === undefined) {
      width = context.measureText(text).width;
      this.#known.set(text, width);
    }
    return width;
  }

  /** Write in a font from here on. */
  #write(context, weight, size, face) {
    const font = `${weight} ${size}px ${face}`;
    context.font = font;
    this.#known = this.#widths.get(font) ?? new Map();
    this.#widths.set(font, this.#known);
  }

  /** Return a text in lines of at most a width; null where it needs more than `most` of them, or a word is too wide. */
  #lines(context, text, width, most) {
    const space = this.#width(context, " ");
    const lines = [];
    let last = Infinity;
    for (const word of text.split(" ")) {
      const own = this.#width(context, word);
      if (own > width) return null;
      if (last + space + own <= width) {
        lines[lines.length - 1] += ` ${word}`;
        last += space + own;
      } else {
        if (lines.length === most) return null;
        lines.push(word);
        last = own;
      }
    }
    return lines;
  }

  /** Return as many lines as there may be, the last with an ellipsis where there would be more; null for no room at all. */
  #cut(context, text, width, most) {
    const whole = this.#lines(context, text, width, most);
    if (whole) return whole;
    const parts = text.split(" ");
    for (let count = parts.length - 1; count > 0; count -= 1) {
      const lines = this.#lines(context, `${parts.slice(0, count).join(" ")}\u2026`, width, most);
      if (lines) return lines;
    }
    return null;
  }

  /** Draw the texts of what is in sight; `claims` are the numbers of the marks there. */
  draw(context, camera, scene, colours, claims) {
    const placed = new Placed();
    this.boxes = [];
    this.missing.clear();
    context.textBaseline = "middle";
    const names = scene.lit ? [] : this.#names(context, camera, colours, placed);
    if (this.argument.cell.row * camera.scale >= FROM || scene.lit || scene.over !== null) {
      this.#titles(context, camera, scene, colours, claims, placed);
    }
    if (scene.lit) names.push(...this.#names(context, camera, colours, placed).filter((box) => placed.isFree(box, box)));
    context.globalAlpha = scene.lit ? 0.55 : 1;
    for (const name of names) drawn(context, name, colours);
  }

  /** Return the names of topics, placed: at the head of the block where it is near, over its middle where it is far. */
  #names(context, camera, colours, placed) {
    const found = [];
    const { head, pad } = this.argument.cell;
    for (const topic of this.argument.topics) {
      const at = camera.seen(topic.x, topic.y);
      const [width, height] = [topic.width * camera.scale, topic.height * camera.scale];
      if (at.x > camera.width || at.y > camera.height || at.x + width < 0 || at.y + height < 0) continue;
      const room = head * camera.scale;
      const name = this.#name(context, topic.title, width - 8, height - 4, room, colours.face);
      if (!name) continue;
      const { lines, size, w, h } = name;
      const isHead = h <= room + 1;
      const left = isHead ? at.x + Math.max(4, Math.min(pad * camera.scale, 12)) : at.x + (width - w) / 2;
      const top = isHead ? at.y + (room - h) / 2 : at.y + (height - h) / 2;
      const box = {
        x: isHead ? Math.max(left, Math.min(6, at.x + width - w - 4)) : left,
        y: isHead ? Math.max(top, Math.min(6, at.y + height - h - 4)) : top,
        w,
        h,
        lines,
        size,
        weight: 600,
        isCentred: !isHead,
        face: colours.face,
        plate: isHead ? colours.block : colours.paper,
      };
      box.own = box;
      placed.add(box);
      found.push(box);
    }
    return found;
  }

  #name(context, title, width, height, room, face) {
    for (const high of [room + 1, height]) {
      for (const size of NAMES) {
        this.#write(context, 600, size, face);
        const most = Math.min(4, Math.floor(high / (size * 1.2)));
        const lines = most > 0 && this.#lines(context, title, width, most);
        if (lines) return this.#sized(context, lines, size);
      }
    }
    const most = Math.min(3, Math.floor(height / (11 * 1.2)));
    const lines = most > 0 && this.#cut(context, title, width, most);
    return lines && lines.join("").length > 4 ? this.#sized(context, lines, 11) : null;
  }

  #sized(context, lines, size) {
    return { lines, size, w: Math.max(...lines.map((line) => this.#width(context, line))), h: lines.length * size * 1.2 };
  }

  #titles(context, camera, scene, colours, claims, placed) {
    const { argument } = this;
    const { radius } = scene;
    for (const number of scene.lit ?? claims) {
      const { x, y } = camera.seen(argument.claims[number].x, argument.claims[number].y);
      placed.add({ x: x - radius - 1, y: y - radius - 1, w: 2 * radius + 2, h: 2 * radius + 2, own: number });
    }
    const isNear = argument.cell.row * camera.scale >= FROM;
    const inSight = new Set(claims);
    const first = [scene.chosen, scene.to, ...(scene.path ?? []), scene.over, ...(scene.lit ?? [])];
    const known = new Set();
    for (const number of [...first, ...(isNear && (!scene.lit || camera.scale >= 0.6) ? argument.ranked : [])]) {
      if (number === null || known.has(number) || !inSight.has(number)) continue;
      known.add(number);
      if (!argument.claims[number].title) {
        this.missing.add(argument.claims[number].topic);
        continue;
      }
      const isLit = number === scene.over || scene.lit?.has(number);
      const weight = number === scene.chosen || number === scene.to ? 600 : 400;
      this.#write(context, weight, SIZE, colours.face);
      const at = camera.seen(argument.claims[number].x, argument.claims[number].y);
      const box = this.#place(context, camera, argument.claims[number].title, at, { number, radius, isLit, isFirst: number === scene.chosen }, placed);
      if (!box) continue;
      placed.add(box);
      this.boxes.push(box);
      context.globalAlpha = scene.lit && !isLit ? 0.4 : 1;
      drawn(context, { ...box, size: SIZE, weight, face: colours.face, plate: colours.block }, colours);
    }
  }

  /** Return the first free place for a title beside its mark; null for none. */
  #place(context, camera, title, { x, y }, { number, radius, isLit, isFirst }, placed) {
    const { cell } = this.argument;
    const reach = radius + (isLit ? 9 : 5);
    const wide = isLit ? 170 : Math.min(Math.max(cell.column * camera.scale - 2 * radius - 14, 84), 188);
    const rows = isLit ? 4 : Math.max(1, Math.floor((cell.row * camera.scale - 4) / LINE));
    const bounds = this.#bounds(number, camera, isLit);
    const boxed = (lines, [across, down]) => {
      const w = Math.max(...lines.map((line) => this.#width(context, line)));
      const h = lines.length * LINE;
      const left = x + across * reach + ((across - 1) / 2) * w;
      return {
        number,
        own: number,
        lines,
        x: across ? left : Math.max(bounds.left, Math.min(left, bounds.right - w)),
        y: y + down * reach + ((down - 1) / 2) * h,
        w,
        h,
        isCentred: across === 0,
      };
    };
    const free = (box) => box.x >= bounds.left && box.x + box.w <= bounds.right && placed.isFree({ x: box.x - GAP, y: box.y, w: box.w + 2 * GAP, h: box.h }, number);
    const lines = this.#lines(context, title, wide, Math.min(rows, 5));
    if (lines) {
      for (const side of isLit ? SIDES : SIDES.slice(0, 1)) {
        const box = boxed(lines, side);
        if (free(box)) return box;
      }
    }
    if (isFirst && lines) return boxed(lines, SIDES[0]); // the chosen one is named, whatever it covers
    const low = this.#lines(context, title, 150, 3);
    if (low) {
      const box = boxed(low, BELOW);
      if (free(box)) return box;
    }
    const cut = !isLit && camera.scale >= CUT_FROM ? this.#cut(context, title, wide, Math.min(rows, 5)) : null;
    if (!cut || cut.join(" ").length < title.length / 2) return null;
    const box = boxed(cut, SIDES[0]);
    return free(box) ? box : null;
  }

  /** Return between which pixels a title may stand: inside its topic's block, or what is lit, inside the picture. */
  #bounds(number, camera, isLit) {
    if (isLit) return { left: 4, right: camera.width - 4 };
    const topic = this.argument.topics[this.argument.claims[number].topic];
    return { left: camera.seen(topic.x, 0).x + 4, right: camera.seen(topic.x + topic.width, 0).x - 4 };
  }
}

function drawn(context, { x, y, w, h, lines, size, weight, face, plate, isCentred }, colours) {
  const opacity = context.globalAlpha;
  context.globalAlpha = opacity * 0.86;
  context.fillStyle = plate;
  context.beginPath();
  context.roundRect(x - 3, y - 1, w + 6, h + 2, 3);
  context.fill();
  context.globalAlpha = opacity;
  context.fillStyle = colours.ink;
  context.font = `${weight} ${size}px ${face}`;
  context.textAlign = isCentred ? "center" : "left";
  const step = h / lines.length;
  lines.forEach((line, at) => context.fillText(line, isCentred ? x + w / 2 : x, y + (at + 0.5) * step));
}
