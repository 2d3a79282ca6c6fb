/* Where everything stands on the map, in the map's units (pixels at full size): each topic is an area with a card for each
 * thesis, in which the reasons stand in two columns, those for it on the left and those against it on the right.
 *
 * What belongs together comes with the data; here it only gets its room, line by line, as a page would give it. So one set
 * of files and one width of the window have one map.
 */

export const WIDE = 1000; // of an area
export const GAP = 44; // between two areas
export const PAD = 16; // inside an area, round its cards
export const TOP = 76; // of an open card: the thesis, and over the columns what they are
export const ROW = 46; // from one claim to the next
export const BOX = 40; // the height of a claim
const BETWEEN = 20; // two cards
const SPINE = 28; // the room between the two columns, for the links
const INDENT = 24; // of what bears on a reason
const FAR = 1 / 0.22; // units to a pixel, from where the cards are to be read first
const LETTER = { question: 7.6, thesis: 7 }; // pixels, about, in the sizes in which they are read first
const ROOM = WIDE / FAR - 24; // pixels for a line, from there
const MOST_COLUMNS = 5; // of areas, where all of them are to be read at once
const MANY = 100; // areas: with more, the map is as wide as high

const lines = (text, letter) => Math.max(1, Math.ceil((text.length * letter) / ROOM));

/** Return the plan of one topic: `height`, `head`, `cards` (y, height, thesis, boxes) and `rest` (y, height, boxes), relative to its area.
 *
 * A box is: number, x, y, w, h, kind, depth, isElsewhere, side (1 for, -1 against, 0 neither), `above` (the box it bears on,
 * null for the thesis), and, of a reason, `reach`: the height with all that bears on it, and `count`: how many those are.
 */
export function planned({ question, theses, others }) {
  const head = (lines(question, LETTER.question) * 17 + 8) * FAR;
  let y = head;
  const cards = theses.map(({ number, title, pro, con }) => {
    const far = (lines(title, LETTER.thesis) * 15 + 30) * FAR;
    const rows = Math.max(pro.length, con.length);
    const height = Math.max(far, TOP + rows * ROW + 10);
    const card = { number, x: PAD, y, width: WIDE - 2 * PAD, height, boxes: [...column(pro, 1, y), ...column(con, -1, y)] };
    y += height + BETWEEN;
    return card;
  });
  let rest = null;
  if (others.length) {
    const height = Math.max(22 * FAR, 34 + Math.ceil(others.length / 2) * ROW + 4);
    const wide = (WIDE - 3 * PAD) / 2;
    const boxes = others.map((number, at) => ({
      number,
      x: PAD + (at % 2) * (wide + PAD),
      y: y + 34 + Math.floor(at / 2) * ROW,
      w: wide,
      h: BOX,
      side: 0,
      depth: 0,
      above: null,
      reach: BOX,
      count: 0,
    }));
    rest = { x: PAD, y, width: WIDE - 2 * PAD, height, boxes };
    y += height + BETWEEN;
  }
  return { head, cards, rest, height: y };
}

function column(branches, side, y) {
  const wide = (WIDE - 2 * PAD - SPINE) / 2 - 8;
  const left = side > 0 ? PAD + 8 : WIDE - PAD - 8 - wide;
  const path = []; // by depth, the last box
  return branches.map(({ number, kind, depth, isElsewhere }, row) => {
    const box = {
      number,
      kind,
      depth,
      isElsewhere,
      side,
      x: left + depth * INDENT,
      y: y + TOP + row * ROW,
      w: wide - depth * INDENT,
      h: BOX,
      above: path[depth - 1] ?? null,
      reach: BOX,
      count: 0,
    };
    path.length = depth;
    path.push(box);
    if (depth) {
      path[0].reach = box.y + BOX - path[0].y;
      path[0].count += 1;
    }
    return box;
  });
}

/** Return how many areas stand beside each other in a window so many pixels wide, so that their cards can be read. */
export function fitting(width) {
  return Math.min(MOST_COLUMNS, Math.max(1, Math.floor(width / 200)));
}

/** Return in how many columns areas of these heights stand, in a window so many pixels wide. */
export function columnsFor(heights, width) {
  if (heights.length <= MANY) return Math.min(fitting(width), Math.max(1, heights.length));
  const all = heights.reduce((sum, height) => sum + height + GAP, 0);
  return Math.max(fitting(width), Math.round(Math.sqrt((all * 1.5) / (WIDE + GAP))));
}

/** Return the left upper corner of each area: in order, each in the column that is shortest so far. */
export function corners(heights, columns) {
  const ends = Array.from({ length: columns }, () => 0);
  return heights.map((height) => {
    const column = ends.indexOf(Math.min(...ends));
    const corner = { x: column * (WIDE + GAP), y: ends[column] };
    ends[column] += height + GAP;
    return corner;
  });
}
