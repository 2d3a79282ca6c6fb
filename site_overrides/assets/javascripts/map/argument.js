/* What the map shows, as the browser holds it: claims and links by number, what is near a claim, and what words find.
 *
 * The data are those of `pages/map/map_data.py`. The overview is there from the beginning; the ids and titles of a topic's
 * claims are fetched when something asks for them, and are empty before. Nothing here knows of a screen.
 */

import { slips, stem, words } from "../search/words.js";
import { columnsFor, corners, planned, PAD, TOP, WIDE } from "./plan.js";

const FEW = 12; // claims that a search lists

/** A link as seen from one claim: the other claim, the kind, and whether the claim itself makes it. */
function seen(link, other, kind, isMaker) {
  return { link, other, kind, isMaker };
}

/** Return the branches of one side as boxes need them; in the data each is a claim from the topic's first, a kind and a depth.
 *
 * A claim whose place is elsewhere has a depth below 0.
 */
function branches(flat, first) {
  const made = [];
  for (let at = 0; at < flat.length; at += 3) {
    const depth = flat[at + 2];
    made.push({ number: first + flat[at], kind: flat[at + 1], depth: Math.max(0, depth), isElsewhere: depth < 0 });
  }
  return made;
}

export class Argument {
  #words;
  #fetched = new Map(); // by topic, what becomes of its names

  /** `fetchNames` is called with a topic's id, and gives the ids and titles of its claims. */
  constructor(data, fetchNames) {
    this.fetchNames = fetchNames;
    this.kinds = data.kinds;
    this.states = data.states;
    this.topics = [];
    this.claims = [];
    for (const [id, title, question, count, theses, others] of data.topics) {
      const first = this.claims.length;
      const topic = this.topics.length;
      for (let at = first; at < first + count; at += 1) {
        this.claims.push({ id: "", title: "", topic, state: data.claims[at], isThesis: false });
      }
      theses.forEach(([name, pro, con], at) => Object.assign(this.claims[first + at], { title: name, isThesis: true, pro, con }));
      const plan = planned({
        question: question || title,
        theses: theses.map(([name, , , pro, con], at) => ({ number: first + at, title: name, pro: branches(pro, first), con: branches(con, first) })),
        others: others.map((other) => first + other),
      });
      this.topics.push({ id, title, question: question || title, x: 0, y: 0, width: WIDE, height: plan.height, first, count, plan });
    }
    this.links = data.links.flatMap(([steps, offsets], kind) => {
      let from = 0;
      return steps.map((step, at) => {
        from += step;
        return { from, to: from + offsets[at], kind };
      });
    });
    this.numbers = new Map();
    this.near = this.claims.map(() => []);
    this.links.forEach(({ from, to, kind }, link) => {
      this.near[from].push(seen(link, to, kind, true));
      if (from !== to) this.near[to].push(seen(link, from, kind, false));
    });
    this.cards = new Int32Array(this.claims.length).fill(-1); // by claim, the thesis in whose card it stands; -1 for none
    this.inCard = new Uint8Array(this.links.length); // 1 for a link that is drawn in an open card
    for (const { plan } of this.topics) {
      for (const { number, boxes } of plan.cards) {
        this.cards[number] = number;
        for (const box of boxes) {
          if (!box.isElsewhere) this.cards[box.number] = number;
          const target = box.above?.number ?? number;
          for (const { link, other, kind } of this.near[box.number]) {
            if (other === target && kind === box.kind) this.inCard[link] = 1;
          }
        }
      }
    }
    this.columns = 0;
    this.arrange(WIDE);
  }

  /** Give all areas and claims their places, for a window so many pixels wide. Tell whether that moves any. */
  arrange(wide) {
    const heights = this.topics.map(({ height }) => height);
    const columns = columnsFor(heights, wide);
    if (columns === this.columns) return false;
    this.columns = columns;
    corners(heights, columns).forEach((corner, at) => {
      const topic = Object.assign(this.topics[at], corner);
      const settle = (number, { x, y, w, h }) => Object.assign(this.claims[number], { x: topic.x + x + w / 2, y: topic.y + y + h / 2, w, h });
      for (const { number, y, width, boxes } of topic.plan.cards) {
        settle(number, { x: PAD, y, w: width, h: TOP });
        for (const box of boxes) if (!box.isElsewhere) settle(box.number, box);
      }
      for (const box of topic.plan.rest?.boxes ?? []) settle(box.number, box);
    });
    this.width = Math.max(1, ...this.topics.map((topic) => topic.x + topic.width));
    this.height = Math.max(1, ...this.topics.map((topic) => topic.y + topic.height));
    return true;
  }

  /** Return a promise of the names of some topics, by number; null where all of them are here. */
  names(topics) {
    const missing = [...topics].filter((topic) => this.#fetched.get(topic) !== "here");
    return missing.length ? Promise.all(missing.map((topic) => this.#named(topic))) : null;
  }

  /** Return a promise of all names, null where they are here. */
  allNames() {
    return this.names(this.topics.keys());
  }

  /** Return a promise of the names of a claim and of those it is linked with, null where they are here. */
  namesNear(number) {
    return this.names(new Set([number, ...this.near[number].map(({ other }) => other)].map((each) => this.claims[each].topic)));
  }

  #named(topic) {
    if (!this.#fetched.has(topic)) {
      const fetched = this.fetchNames(this.topics[topic].id).then((names) => {
        names.forEach(([id, title], at) => {
          const number = this.topics[topic].first + at;
          Object.assign(this.claims[number], { id, title });
          this.numbers.set(id, number);
        });
        this.#fetched.set(topic, "here");
      });
      fetched.catch(() => this.#fetched.delete(topic)); // so that it is tried again
      this.#fetched.set(topic, fetched);
    }
    return this.#fetched.get(topic);
  }

  /** Return the number of a claim by its id, or null; null, too, while its name is not here. */
  number(id) {
    return this.numbers.get(id) ?? null;
  }

  /** Return a link in words, as a predicate whose object is the other claim. */
  says({ kind, isMaker }) {
    const { onward, inward, bothWays } = this.kinds[kind];
    return isMaker || bothWays ? onward : inward;
  }

  /** Return how a claim is linked, in a line: `supports 2, is limited by 1`. */
  counted(number) {
    const counts = new Map();
    for (const each of this.near[number]) counts.set(this.says(each), (counts.get(this.says(each)) ?? 0) + 1);
    return [...counts].map(([says, count]) => `${says} ${count}`).join(", ") || "no links";
  }

  /** Return a claim in a line, for those who hear it. */
  described(number) {
    const { title, topic, state } = this.claims[number];
    return `${title} – in “${this.topics[topic].title}”; ${this.states[state].words}; ${this.counted(number)}`;
  }

  /** Return the claims whose titles have all the words of a question, best first, and how many there are in all.
   *
   * All names must be here. The last word may be unfinished. A word that no title has stands for those that differ by a slip or two.
   */
  find(question) {
    this.#words ??= this.#indexed();
    const asked = words(question);
    if (!asked.length) return { found: [], total: 0 };
    let scores;
    asked.forEach((word, at) => {
      const isOpen = at === asked.length - 1 && /[\p{L}\p{N}]$/u.test(question);
      const having = new Map();
      for (const [near, quality] of this.#meant(word, isOpen)) {
        for (const number of this.#words.get(near)) having.set(number, Math.max(quality, having.get(number) ?? 0));
      }
      scores = new Map([...having].filter(([number]) => !scores || scores.has(number))
        .map(([number, quality]) => [number, quality + (scores?.get(number) ?? 0)]));
    });
    const found = [...scores].sort((a, b) => b[1] - a[1] || this.#compared(a[0], b[0])).map(([number]) => number);
    return { found: found.slice(0, FEW), total: found.length };
  }

  #compared(one, other) {
    return this.claims[one].title.localeCompare(this.claims[other].title, "en") || one - other;
  }

  #indexed() {
    const index = new Map();
    this.claims.forEach(({ title }, number) => {
      for (const word of new Set(words(title))) {
        if (!index.has(word)) index.set(word, []);
        index.get(word).push(number);
      }
    });
    return index;
  }

  /** Yield the words of titles that a typed word stands for, with how well each does. */
  #meant(typed, isOpen) {
    const found = [];
    const root = stem(typed);
    for (const word of this.#words.keys()) {
      if (word === typed) found.push([word, 3]);
      else if (isOpen && word.startsWith(typed)) found.push([word, 2]);
      else if (stem(word) === root) found.push([word, 2]);
    }
    if (found.length || typed.length < 4) return found;
    const most = typed.length < 8 ? 1 : 2;
    for (const word of this.#words.keys()) {
      const begun = isOpen ? word.slice(0, typed.length) : word;
      const count = Math.min(slips(typed, word, most), slips(typed, begun, most));
      if (count <= most) found.push([word, 1 / count]);
    }
    return found;
  }
}
