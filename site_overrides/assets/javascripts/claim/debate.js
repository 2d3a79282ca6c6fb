/* The debate that the claims record, and its solution: `standing/debate.py`, `sides.py` and `solving.py`, for the browser.
 *
 * It reads what `pages/form/debated.py` publishes, with what the form would add.
 */

import { TRUE, wellFounded } from "./wellfounded.js";

const pair = (one, other) => JSON.stringify(one < other ? [one, other] : [other, one]);
export const key = (...parts) => JSON.stringify(parts);

function add(lists, name, id) {
  if (!lists.has(name)) lists.set(name, []);
  if (lists.get(name).at(-1) !== id) lists.get(name).push(id);
}


export class Debate {
  constructor(claims) {
    this.claims = new Map(Object.entries(claims).map(([id, claim]) => [id, {
      thesis: false, items: [], supports: [], counts_against: [], opposes: [], limits: [], rivals: [], undercuts: [], ...claim,
    }]));
    for (const name of ["asserting", "disputing", "denying", "steps", "against", "limits", "rivals", "opposing", "opponents", "hits"]) this[name] = new Map();
    this.conflicts = new Set();
    for (const [id, claim] of this.claims) this.#readItems(id, claim);
    for (const [id, claim] of this.claims) this.#readLinks(id, claim);
    for (const [id, claim] of this.claims) {
      if (claim.thesis || !this.isVoiced(id)) continue;
      for (const undercut of claim.undercuts) if (undercut[0] !== id) this.#readUndercut(id, undercut);
    }
  }

  isVoiced(id) {
    return this.asserting.get(id).length > 0;
  }

  isThesis(id) {
    return this.claims.get(id).thesis;
  }

  voice(id, number) {
    return this.claims.get(id).items[number][1];
  }

  hit(...part) {
    return this.hits.get(key(...part)) ?? [];
  }

  conflict(one, other) {
    return this.hits.get(pair(one, other)) ?? [];
  }

  #readItems(id, { items, thesis }) {
    const counting = items.flatMap(([, , counts, disputes], number) => (counts ? [[number, disputes]] : []));
    this.asserting.set(id, counting.filter(([, disputes]) => !disputes).map(([number]) => number));
    const disputing = counting.filter(([, disputes]) => disputes).map(([number]) => number);
    if (disputing.length) (thesis ? this.denying : this.disputing).set(id, disputing);
  }

  #readLinks(id, claim) {
    const isOther = (target) => target !== id && this.claims.has(target);
    for (const [kind, found] of [["supports", this.steps], ["counts_against", this.against]]) {
      for (const [target, ...together] of claim[kind]) {
        if (!isOther(target) || !together.every((each) => this.claims.has(each))) continue;
        found.set(target, [...(found.get(target) ?? []), [...new Set([id, ...together])]]);
      }
    }
    for (const target of claim.limits.filter(isOther)) add(this.limits, target, id);
    for (const other of claim.rivals.filter(isOther)) {
      add(this.rivals, other, id);
      add(this.rivals, id, other);
    }
    for (const other of claim.opposes.filter(isOther)) this.#readConflict(id, other);
  }

  #readConflict(id, other) {
    for (const [one, two] of [[id, other], [other, id]]) if (this.isThesis(one)) add(this.opposing, one, two);
    if (this.conflicts.has(pair(id, other))) return;
    this.conflicts.add(pair(id, other));
    if (this.isThesis(id) || this.isThesis(other)) return;
    for (const [attacker, attacked] of [[id, other], [other, id]]) {
      this.opponents.set(attacked, [...(this.opponents.get(attacked) ?? []), attacker]);
    }
  }

  #readUndercut(by, [claim, kind, name]) {
    if (!this.claims.has(claim)) return;
    const isMade = (steps) => (steps.get(name) ?? []).some(([maker]) => maker === claim);
    if (kind === "quote" || kind === "citation" || kind === "rests_on") {
      this.claims.get(claim).items.forEach(([what, , counts, , id = "", restsOn = ""], number) => {
        if (counts && (kind === "rests_on" ? restsOn === name : what === kind && id === name)) add(this.hits, key(claim, number), by);
      });
    } else if (kind === "supports" && isMade(this.steps)) add(this.hits, key("supports", claim, name), by);
    else if (kind === "counts_against" && isMade(this.against)) add(this.hits, key("counts_against", claim, name), by);
    else if (kind === "limits" && (this.limits.get(name) ?? []).includes(claim)) add(this.hits, key("limits", claim, name), by);
    else if (kind === "opposes" && this.conflicts.has(pair(claim, name))) add(this.hits, pair(claim, name), by);
  }
}

/** The well-founded model of a debate. */
export class Solution {
  #rules = [];
  #items = new Map();
  #oppositions = new Map();

  constructor(debate) {
    this.debate = debate;
    this.numbers = new Map([...debate.claims.keys()].map((id, number) => [id, number]));
    this.atoms = this.numbers.size;
    for (const id of debate.claims.keys()) this.#write(id);
    this.values = wellFounded(this.atoms, this.#rules);
  }

  #atom() {
    this.atoms += 1;
    return this.atoms - 1;
  }

  #rule(head, positive, negative) {
    this.#rules.push({ head, positive, negative });
  }

  #atomsOf(ids) {
    return ids.map((id) => this.numbers.get(id));
  }

  #write(id) {
    const against = [...this.#opponents(id), ...this.#disputes(id)];
    const ways = this.#ways(id);
    if (ways.length > 1 && against.length) {
      const attested = this.#atom();
      this.#rule(this.numbers.get(id), [attested], against);
      for (const [positive, negative] of ways) this.#rule(attested, positive, negative);
      return;
    }
    for (const [positive, negative] of ways) this.#rule(this.numbers.get(id), positive, [...negative, ...against]);
  }

  #ways(id) {
    const { debate } = this;
    const items = debate.asserting.get(id).map((number) => debate.hit(id, number));
    if (items.some((hits) => !hits.length)) return [[[], []]];
    const steps = (debate.steps.get(id) ?? []).map((step) => [this.#atomsOf(step), this.#atomsOf(debate.hit("supports", step[0], id))]);
    return [...items.map((hits) => [[], this.#atomsOf(hits)]), ...steps];
  }

  #opponents(id) {
    return (this.debate.opponents.get(id) ?? []).filter((other) => this.debate.isVoiced(other)).map((other) => {
      const hits = this.debate.conflict(id, other);
      if (!hits.length) return this.numbers.get(other);
      const atom = this.#atom();
      this.#oppositions.set(key(other, id), atom);
      this.#rule(atom, [this.numbers.get(other)], this.#atomsOf(hits));
      return atom;
    });
  }

  #disputes(id) {
    return (this.debate.disputing.get(id) ?? []).map((number) => {
      const atom = this.#atom();
      this.#items.set(key(id, number), atom);
      this.#rule(atom, [], [this.numbers.get(id), ...this.#atomsOf(this.debate.hit(id, number))]);
      return atom;
    });
  }

  claim(id) {
    return this.values[this.numbers.get(id)];
  }

  dispute(id, number) {
    return this.values[this.#items.get(key(id, number))];
  }

  opposition(attacker, attacked) {
    const atom = this.#oppositions.get(key(attacker, attacked));
    return atom === undefined ? this.claim(attacker) : this.values[atom];
  }

  /** Tell whether one of some claims is true. */
  isHit(ids) {
    return ids.some((id) => this.claim(id) === TRUE);
  }
}
