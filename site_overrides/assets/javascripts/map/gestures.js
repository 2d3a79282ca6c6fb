/* Hands on the map: mouse, fingers, wheel. It says what was meant; what comes of that is for others.
 *
 * The wheel zooms with Ctrl alone (as browsers report a pinch on a touchpad, too), so that the page scrolls past the map. A
 * finger moves the map; the frame is lower than the screen, so that there is always page beside it to scroll by.
 */

const SLIP = 5; // pixels that a click may move
const WHEEL = 0.0022; // of a zoom, to a pixel of the wheel
const LINE = 16; // pixels of a wheel that counts lines
const TWICE = 350; // milliseconds between two clicks that are one double click

/** Call `on`: pan(dx, dy), zoom(factor, x, y), tap(x, y, event), twice(x, y), over(x, y), out(), scrolled(x, y). */
export function listen(element, on) {
  const hands = new Map();
  let moved = 0;
  let pinched = false;
  let last = { time: 0, x: 0, y: 0 };

  const at = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left - element.clientLeft, y: event.clientY - box.top - element.clientTop };
  };
  const spread = () => {
    const [one, other] = [...hands.values()];
    return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, wide: Math.hypot(one.x - other.x, one.y - other.y) };
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (!hands.size) [moved, pinched] = [0, false];
    hands.set(event.pointerId, at(event));
    try {
      element.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that is gone already cannot be held.
    }
    on.out();
  });

  element.addEventListener("pointermove", (event) => {
    const now = at(event);
    const before = hands.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") on.over(now.x, now.y);
      return;
    }
    if (hands.size === 2) {
      const old = spread();
      hands.set(event.pointerId, now);
      const next = spread();
      pinched = true;
      on.pan(next.x - old.x, next.y - old.y);
      on.zoom(next.wide / Math.max(1, old.wide), next.x, next.y);
      return;
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    hands.set(event.pointerId, now);
    if (moved > SLIP) on.pan(now.x - before.x, now.y - before.y);
  });

  const end = (event) => {
    if (!hands.delete(event.pointerId)) return;
    if (event.type !== "pointerup" || hands.size || pinched || moved > SLIP) return;
    const now = at(event);
    const isTwice = event.timeStamp - last.time < TWICE && Math.hypot(now.x - last.x, now.y - last.y) < 4 * SLIP;
    last = isTwice ? { time: 0, x: 0, y: 0 } : { time: event.timeStamp, ...now };
    if (isTwice) on.twice(now.x, now.y);
    else on.tap(now.x, now.y, event);
  };
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
  element.addEventListener("pointerleave", () => on.out());

  element.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) {
      on.scrolled(at(event).x, at(event).y);
      return;
    }
    event.preventDefault();
    const { x, y } = at(event);
    const turned = event.deltaY * (event.deltaMode === 1 ? LINE : 1);
    on.zoom(Math.exp(-Math.max(-240, Math.min(240, turned)) * WHEEL), x, y);
  }, { passive: false });
}

/** Call a function by the name of the pressed key; `keys` has them by what `KeyboardEvent.key` says. */
export function listenToKeys(element, keys) {
  element.addEventListener("keydown", (event) => {
    if (!event.key || event.altKey || event.ctrlKey || event.metaKey) return; // what fills in forms names no key
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!(key in keys)) return;
    event.preventDefault();
    keys[key](event);
  });
}
