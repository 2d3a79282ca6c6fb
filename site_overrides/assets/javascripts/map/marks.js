/* Draws the mark of how a claim stands. Its form comes with the data. */

export const MARK = 5; // the radius of a mark, in pixels

export class Marks {
  #pictures = new Map();

  constructor(states) {
    this.states = states;
  }

  /** Take what is drawn on: context, colours, and dots to a pixel. */
  on(surface) {
    Object.assign(this, surface);
  }

  /** Forget all pictures, since colours or dots are others now. */
  forget() {
    this.#pictures.clear();
  }

  /** Draw the mark of a state with its middle at a pixel. */
  draw(x, y, state) {
    const { context, dots } = this;
    const picture = this.#picture(state);
    const size = picture.width / dots;
    context.drawImage(picture, Math.round((x - size / 2) * dots) / dots, Math.round((y - size / 2) * dots) / dots, size, size);
  }

  /** Return a picture of a mark, drawn once for each state. */
  #picture(state) {
    const known = this.#pictures.get(state);
    if (known) return known;
    const { outline, filled, dash } = this.states[state];
    const made = document.createElement("canvas");
    made.width = made.height = 2 * Math.ceil((MARK + 2) * this.dots);
    const context = made.getContext("2d");
    const unit = (MARK / 6) * this.dots;
    context.setTransform(unit, 0, 0, unit, made.width / 2, made.height / 2);
    context.fillStyle = this.colours.paper;
    context.fill(new Path2D(outline));
    context.fillStyle = context.strokeStyle = this.colours.ink;
    if (filled) context.fill(new Path2D(filled));
    context.lineWidth = 1.6;
    if (dash) context.setLineDash([dash, dash]);
    context.stroke(new Path2D(outline));
    this.#pictures.set(state, made);
    return made;
  }
}
