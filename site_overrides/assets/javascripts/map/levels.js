/* What is drawn at which scale: from afar the questions, then the theses as cards, their reasons, and each single claim.
 *
 * A card stands for all that is in it until that can be read; then it opens. What is in a closed card is not drawn.
 */

export const REASONS = 0.45; // the scale from which a thesis's card is open
export const CLAIMS = 0.8; // the scale from which a reason shows what bears on it
export const SMALL = 12; // pixels: a card that is lower has no text

export const hasReasons = (scale) => scale >= REASONS;
export const hasClaims = (scale) => scale >= CLAIMS;

/** Return the boxes of an open card that are drawn at a scale: a closed reason stands for what bears on it, and is as high.
 *
 * One in which something is lit is open.
 */
export function openBoxes(boxes, scale, lit) {
  if (hasClaims(scale)) return boxes;
  const drawn = [];
  for (let from = 0, to; from < boxes.length; from = to) {
    to = from + 1 + boxes[from].count;
    const all = boxes.slice(from, to);
    if (lit && all.some(({ number }) => lit.has(number))) drawn.push(...all.map((box) => ({ ...box, count: 0 })));
    else drawn.push({ ...boxes[from], h: boxes[from].reach });
  }
  return drawn;
}

/** Return what lies at a place of a topic, relative to its area: a claim's number, null for none. */
export function numberAt({ plan }, { x, y }, scale, lit) {
  const isIn = (part) => x >= part.x && y >= part.y && x < part.x + (part.w ?? part.width) && y < part.y + (part.h ?? part.height);
  const card = plan.cards.find(isIn);
  if (!card && !(plan.rest && isIn(plan.rest))) return null;
  if (!hasReasons(scale)) return card?.number ?? null;
  const box = openBoxes((card ?? plan.rest).boxes, scale, lit).find(isIn);
  return box?.number ?? card?.number ?? null;
}
