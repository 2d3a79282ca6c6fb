/* What lies at a place of the picture, and what lies ahead of a claim; and the tip that names what the mouse is over. */

import { numberAt } from "./levels.js";

/** Return the claim whose box is at a pixel, or whose card while that is closed; null for none. */
export function claimAt(sight, scene, at) {
  const topic = topicAt(sight, at);
  if (!topic) return null;
  const { x, y } = sight.camera.place(at.x, at.y);
  const number = numberAt(topic, { x: x - topic.x, y: y - topic.y }, sight.camera.scale, scene.lit);
  return number !== null && (scene.shown[number] || scene.lit?.has(number)) ? number : null;
}

/** Return the topic whose area is at a pixel, undefined for none. */
export function topicAt({ camera, argument }, { x, y }) {
  const at = camera.place(x, y);
  return argument.topics.find((each) => at.x >= each.x && at.y >= each.y && at.x < each.x + each.width && at.y < each.y + each.height);
}

/** Return the nearest claim that lies more ahead than aside; from no claim, the one nearest to the middle; null for none.
 *
 * From afar these are theses, since nothing else is drawn.
 */
export function claimAhead({ camera, argument, isFar }, { shown, chosen }, dx, dy) {
  const from = chosen === null ? camera.aim : argument.claims[chosen];
  let [best, least] = [null, Infinity];
  argument.claims.forEach((each, number) => {
    if (number === chosen || !shown[number] || (isFar && !each.isThesis)) return;
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
