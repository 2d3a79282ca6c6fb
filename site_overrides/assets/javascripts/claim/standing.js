/* How each claim stands: reasons for and against it, and its state: `standing/procon.py`, `holding.py` and `argument.py`. */

import { Debate, Solution } from "./debate.js";
import { FALSE, TRUE } from "./wellfounded.js";

const STATES = { // of a claim that is not true
  undecided: "open",
  false: "contradicted",
};

/** Return the state of each claim, as the site's addresses name it, by id. */
export function standings(claims) {
  const reading = new Standing(new Debate(claims));
  return new Map([...reading.debate.claims.keys()].map((id) => [id, reading.state(id)]));
}

const isSame = (one, other) => one.size === other.size && [...one].every((each) => other.has(each));

class Standing {
  constructor(debate) {
    this.debate = debate;
    this.solution = new Solution(debate);
    this.evidenced = this.#evidenced();
    this.voices = this.#voices();
    this.pro = new Map([...debate.steps].map(([id, steps]) => [id, this.#points("supports", id, steps)]));
    const opposed = [...debate.against.keys(), ...debate.opposing.keys(), ...debate.denying.keys()];
    this.con = new Map([...new Set(opposed)].map((id) => [id, this.#against(id)]));
    this.contested = this.#contested();
  }

  state(id) {
    const { debate, solution } = this;
    const standing = (points) => (points.get(id) ?? []).filter(({ isAnswered }) => !isAnswered);
    const [pro, con] = [standing(this.pro), standing(this.con)];
    if (debate.isThesis(id)) {
      if (pro.length) return con.length ? "both-sides" : "for-only";
      return con.length ? "against-only" : "no-reasons";
    }
    if (!this.evidenced.has(id)) return "not-evidenced";
    if (solution.claim(id) !== TRUE) return STATES[solution.claim(id)];
    const isOnContested = !debate.isVoiced(id) && pro.length && pro.every(({ premises }) => premises.some((each) => this.contested.has(each)));
    if (con.length || isOnContested) return "contested";
    const challenges = this.#challenges(id);
    if (challenges.some((value) => value !== FALSE)) return "outlasting";
    const limits = this.#points("limits", id, (debate.limits.get(id) ?? []).map((maker) => [maker]));
    if (limits.some(({ isAnswered }) => !isAnswered)) return "partial";
    if (challenges.length) return "answered";
    return (debate.rivals.get(id) ?? []).some((other) => solution.claim(other) !== FALSE) ? "rivalled" : "undisputed";
  }

  /** Return the values of all challenges to a claim. */
  #challenges(id) {
    const { debate, solution } = this;
    const opposed = (debate.opponents.get(id) ?? []).filter((by) => debate.isVoiced(by)).map((by) => solution.opposition(by, id));
    const disputed = (debate.disputing.get(id) ?? []).map((number) => solution.dispute(id, number));
    const undercut = [
      ...(debate.steps.get(id) ?? []).flatMap(([maker]) => debate.hit("supports", maker, id)),
      ...debate.asserting.get(id).flatMap((number) => debate.hit(id, number)),
    ].map((by) => solution.claim(by));
    return [...opposed, ...disputed, ...undercut];
  }

  /** Return the claims that would be attested if there were no hits and attacks. */
  #evidenced() {
    const ids = [...this.debate.claims.keys()];
    return this.#derived(ids.filter((id) => this.debate.isVoiced(id)), (id) => this.debate.steps.get(id) ?? []).known;
  }

  /** Return what follows from some facts by the steps to claims that are no facts, and the steps that count. */
  #derived(facts, stepsTo) {
    const known = new Set(facts);
    const steps = new Map();
    for (const [target] of this.debate.steps) {
      if (known.has(target)) continue;
      for (const step of stepsTo(target)) for (const premise of step) {
        steps.set(premise, [...(steps.get(premise) ?? []), { target, step }]);
      }
    }
    const missing = new Map();
    const counting = new Map();
    for (const id of known) {
      for (const each of steps.get(id) ?? []) {
        const left = (missing.get(each.step) ?? each.step.length) - 1;
        missing.set(each.step, left);
        if (left) continue;
        known.add(each.target);
        counting.set(each.target, [...(counting.get(each.target) ?? []), each.step]);
      }
    }
    return { known, counting };
  }

  /** Return the voices of every claim that somebody holds. */
  #voices() {
    const { debate, solution } = this;
    const voiced = [...debate.claims.keys()].filter((id) => debate.isVoiced(id));
    const found = new Map(voiced.map((id) => [id, new Set(debate.asserting.get(id).map((number) => debate.voice(id, number)))]));
    const unhit = (id) => debate.steps.get(id).filter(([maker]) => !solution.isHit(debate.hit("supports", maker, id)));
    const { counting } = this.#derived(voiced, unhit);
    for (const id of counting.keys()) found.set(id, new Set());
    let isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (const [id, steps] of counting) {
        const own = found.get(id);
        const before = own.size;
        for (const premise of steps.flat()) for (const voice of found.get(premise)) own.add(voice);
        isGrowing ||= own.size > before;
      }
    }
    return found;
  }

  /** Return a point for each of some steps to a claim whose premises are all held. */
  #points(kind, target, steps) {
    return steps.filter((step) => step.every((premise) => this.voices.has(premise))).map((premises) => {
      const voices = new Set(premises.flatMap((premise) => [...this.voices.get(premise)]));
      const isFalse = premises.some((premise) => this.#isFalse(premise));
      return { premises, voices, isAnswered: isFalse || this.solution.isHit(this.debate.hit(kind, premises[0], target)) };
    });
  }

  #isFalse(id) {
    return !this.debate.isThesis(id) && this.solution.claim(id) === FALSE;
  }

  #against(id) {
    const { debate } = this;
    const own = this.voices.get(id) ?? new Set();
    const isThesis = debate.isThesis(id);
    const points = this.#points("counts_against", id, debate.against.get(id) ?? []).filter(({ voices }) => isThesis || !isSame(voices, own));
    if (!isThesis) return points;
    const denied = (debate.denying.get(id) ?? []).map((number) => ({ premises: [id], isAnswered: this.solution.isHit(debate.hit(id, number)) }));
    return [...points, ...denied, ...new Set(debate.opposing.get(id) ?? [])].flatMap((each) => (typeof each === "string" ? this.#excluded(id, each) : [each]));
  }

  /** Return a point for a claim that opposes a thesis, or for each reason for a thesis that opposes it. */
  #excluded(thesis, other) {
    const isHit = this.solution.isHit(this.debate.conflict(thesis, other));
    if (this.debate.isThesis(other)) return (this.pro.get(other) ?? []).map((point) => ({ ...point, isAnswered: point.isAnswered || isHit }));
    return this.debate.isVoiced(other) ? [{ premises: [other], isAnswered: isHit || this.#isFalse(other) }] : [];
  }

  /** Return the claims against which, or against each reason for which, a reason stands. */
  #contested() {
    const known = new Set([...this.con].filter(([, points]) => points.some(({ isAnswered }) => !isAnswered)).map(([id]) => id));
    let isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (const [target, points] of this.pro) {
        const standing = points.filter(({ isAnswered }) => !isAnswered);
        const isOn = ({ premises }) => premises.some((premise) => known.has(premise));
        if (known.has(target) || this.debate.isVoiced(target) || !standing.length || !standing.every(isOn)) continue;
        known.add(target);
        isGrowing = true;
      }
    }
    return known;
  }
}
