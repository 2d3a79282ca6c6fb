/* The well-founded model of a logic program (Van Gelder, Ross, Schlipf 1991): `standing/wellfounded.py`, for the browser.
 *
 * A rule is its head, the atoms that must be true, and those that must be false; atoms are numbers from 0.
 */

export const [TRUE, FALSE, UNDECIDED] = ["true", "false", "undecided"];

/** Return the value of each of the first `atoms` numbers; an atom without a rule is false. */
export function wellFounded(atoms, rules) {
  return new Model(atoms, rules).solved();
}

class Model {
  constructor(atoms, rules) {
    this.rules = rules;
    this.values = new Array(atoms).fill(UNDECIDED);
    this.open = rules.map(({ positive, negative }) => positive.length + negative.length);
    this.isBlocked = rules.map(() => false);
    this.ways = new Array(atoms).fill(0);
    this.inPositive = Array.from({ length: atoms }, () => []);
    this.inNegative = Array.from({ length: atoms }, () => []);
    this.settled = [];
    rules.forEach(({ head, positive, negative }, number) => {
      this.ways[head] += 1;
      for (const atom of positive) this.inPositive[atom].push(number);
      for (const atom of negative) this.inNegative[atom].push(number);
    });
  }

  solved() {
    this.ways.forEach((ways, atom) => !ways && this.#settle(atom, FALSE));
    this.rules.forEach(({ head }, number) => !this.open[number] && this.#settle(head, TRUE));
    this.#propagate();
    for (let lost = this.#unfounded(); lost.length; lost = this.#unfounded()) {
      for (const atom of lost) this.#settle(atom, FALSE);
      this.#propagate();
    }
    return this.values;
  }

  #settle(atom, value) {
    if (this.values[atom] !== UNDECIDED) return;
    this.values[atom] = value;
    this.settled.push(atom);
  }

  #propagate() {
    while (this.settled.length) {
      const atom = this.settled.pop();
      const isTrue = this.values[atom] === TRUE;
      for (const number of (isTrue ? this.inPositive : this.inNegative)[atom]) this.#fulfil(number);
      for (const number of (isTrue ? this.inNegative : this.inPositive)[atom]) this.#block(number);
    }
  }

  #fulfil(number) {
    this.open[number] -= 1;
    if (!this.open[number] && !this.isBlocked[number]) this.#settle(this.rules[number].head, TRUE);
  }

  #block(number) {
    if (this.isBlocked[number]) return;
    this.isBlocked[number] = true;
    const { head } = this.rules[number];
    this.ways[head] -= 1;
    if (!this.ways[head]) this.#settle(head, FALSE);
  }

  /** Return the undecided atoms that are false even if no negated atom blocks a rule: the greatest unfounded set. */
  #unfounded() {
    const lost = new Set(this.values.flatMap((value, atom) => (value === UNDECIDED ? [atom] : [])));
    const missing = new Map();
    const founded = [];
    this.rules.forEach(({ head, positive }, number) => {
      if (!lost.has(head) || this.isBlocked[number]) return;
      missing.set(number, positive.filter((atom) => lost.has(atom)).length);
      if (!missing.get(number)) founded.push(number);
    });
    while (founded.length) {
      const { head } = this.rules[founded.pop()];
      if (!lost.delete(head)) continue;
      for (const onward of this.inPositive[head]) {
        if (!missing.has(onward)) continue;
        missing.set(onward, missing.get(onward) - 1);
        if (!missing.get(onward)) founded.push(onward);
      }
    }
    return [...lost];
  }
}
