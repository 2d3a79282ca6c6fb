/* What lies at a place of the picture, and what lies ahead of a claim; and the tip that names what the mouse is over. */

const CLICK = 14; // pixels round a mark that count as the mark
const TOUCH = 24; // the same for a finger

/** Return the claim whose mark or title is at a pixel, null for none. */
export function claimAt(sight, scene, { x, y }, pointer = "mouse") {
  const { camera, painter, argument } = sight;
  const isIn = (box) => x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
  const box = painter.labels.boxes.find(isIn);
  const reach = Math.min(pointer === "mouse" ? CLICK : TOUCH, Math.max(6, camera.scale * 50));
  let [best, least] = box ? [box.number, 6] : [null, reach];
  argument.claims.forEach((claim, number) => {
    if (!scene.shown[number] && !scene.lit?.has(number)) return;
    const seen = camera.seen(claim.x, claim.y);
    const distance = Math.hypot(seen.x - x, seen.y - y);
    if (distance < least) [best, least] = [number, distance];
  });
  return best;
}

/** Return the topic whose block is at a pixel, undefined for none. */
export function topicAt({ camera, argument }, { x, y }) {
  const at = camera.place(x, y);
  return argument.topics.find((each) => at.x >= each.x && at.y >= each.y && at.x < each.x + each.width && at.y < each.y + each.height);
}

/** Return the nearest claim that lies more ahead than aside; from no claim, the one nearest to the middle; null for none. */
export function claimAhead({ camera, argument }, { shown, chosen }, dx, dy) {
  const from = chosen === null ? camera.aim : argument.claims[chosen];
  let [best, least] = [null, Infinity];
  argument.claims.forEach((each, number) => {
    if (number === chosen || !shown[number]) return;
    const [x, y] = [each.x - from.x, each.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (chosen !== null && (ahead <= 0 || aside > 2 * ahead)) return;
    const cost = chosen === null ? Math.hypot(x, y) : ahead + 2 * aside;
    if (cost < least) [best, least] = [number, cost];
  });
  return best;
}

export class Tip {
  #timer = 0;

  constructor(element, camera) {
    Object.assign(this, { element, camera });
  }

  /** Show a text beside a pixel, for some milliseconds or until it is hidden. */
  show(text, { x, y }, time = 0) {
    const { element } = this;
    element.textContent = text;
    element.hidden = false;
    element.style.left = `${Math.max(0, Math.min(x + 14, this.camera.width - element.offsetWidth))}px`;
    element.style.top = `${y - element.offsetHeight - 14 < 0 ? y + 22 : y - element.offsetHeight - 14}px`;
    clearTimeout(this.#timer);
    if (time) this.#timer = setTimeout(() => this.hide(), time);
  }

  hide() {
    this.element.hidden = true;
  }
}
