/* Writes on the canvas: breaks texts into lines, in the largest of some sizes that fits. */

const LEADING = 1.16; // from line to line, to the size of the letters
const MANY = 4000; // fitted texts that are kept

export class Texts {
  #widths = new Map(); // of texts, by font
  #known = new Map(); // those of the font written in
  #font = "";
  #used = ""; // the font that the context has
  #fitted = new Map(); // what was fitted before, since most of a picture is as in the one before

  /** Take what is drawn on. */
  on(context, face) {
    Object.assign(this, { context, face });
    context.textBaseline = "middle";
    this.#used = "";
  }

  /** Write in a font from here on. */
  font(weight, size) {
    this.#font = `${weight} ${size}px ${this.face}`;
    this.#known = this.#widths.get(this.#font) ?? new Map();
    this.#widths.set(this.#font, this.#known);
  }

  /** Tell the context of the font, which takes long, as late as can be. */
  #use() {
    if (this.#used !== this.#font) this.context.font = this.#used = this.#font;
  }

  /** Return the width of a text in the font written in, measured once. */
  width(text) {
    let width = this.#known.get(text);
    if (width === undefined) {
      this.#use();
      width = this.context.measureText(text).width;
      this.#known.set(text, width);
    }
    return width;
  }

  /** Return a text in lines of at most a width; null where it needs more than `most` of them, or a word is too wide. */
  lines(text, width, most) {
    const space = this.width(" ");
    const lines = [];
    let last = Infinity;
    for (const word of text.split(" ")) {
      const own = this.width(word);
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
  cut(text, width, most) {
    const whole = this.lines(text, width, most);
    if (whole) return whole;
    const parts = text.split(" ");
    for (let count = parts.length - 1; count > 0; count -= 1) {
      const lines = this.lines(`${parts.slice(0, count).join(" ")}\u2026`, width, most);
      if (lines) return lines;
    }
    let count = text.length - 1;
    while (count > 0 && this.width(`${text.slice(0, count)}\u2026`) > width) count -= 1;
    return count > 2 && most > 0 ? [`${text.slice(0, count)}\u2026`] : null;
  }

  /** Return a text in the largest of some sizes in which all of it fits, else cut in the least: lines, size, weight, high; null for no room. */
  fitted(text, width, height, sizes, weight = 400) {
    const key = `${weight} ${Math.floor(width)} ${Math.floor(height)} ${sizes[0]} ${sizes.length} ${text}`;
    if (!this.#fitted.has(key)) {
      if (this.#fitted.size > MANY) this.#fitted.clear();
      this.#fitted.set(key, this.#fit(text, Math.floor(width), Math.floor(height), sizes, weight));
    }
    return this.#fitted.get(key);
  }

  #fit(text, width, height, sizes, weight) {
    for (const size of sizes) {
      this.font(weight, size);
      const most = Math.floor(height / (size * LEADING));
      const lines = most > 0 && this.lines(text, width, most);
      if (lines) return { lines, size, weight, high: lines.length * size * LEADING };
    }
    const size = sizes.at(-1);
    const most = Math.floor(height / (size * LEADING));
    const lines = most > 0 && this.cut(text, width, most);
    return lines && { lines, size, weight, high: lines.length * size * LEADING };
  }

  /** Write what was fitted, from the left upper corner at (x, y). */
  write({ lines, size, weight }, x, y) {
    this.font(weight, size);
    this.context.textAlign = "left";
    this.put(...lines.map((line, at) => [line, x, y + (at + 0.5) * size * LEADING]));
  }

  /** Write texts in the font written in, each at the middle of its left end, or as the context's `textAlign` says. */
  put(...texts) {
    this.#use();
    for (const [text, x, y] of texts) this.context.fillText(text, x, y);
  }
}
