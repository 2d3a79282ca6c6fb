/* What the reader has chosen and filtered, and what of the map that puts into light. */

import { route, told } from "./routes.js";

export class State {
  /** `scene` is what `Painter.draw` needs; `steps` is the way from the claim to the second one, null for none. */
  constructor(argument) {
    this.argument = argument;
    this.kinds = new Set(argument.kinds.keys());
    this.standing = new Set(argument.states.keys());
    this.topic = "";
    this.claim = this.to = null;
    this.over = null;
    this.update();
  }

  /** Take what an address asks for; what is not known is left out. */
  take(asked) {
    const { argument } = this;
    this.claim = argument.number(asked.claim);
    this.to = this.claim === null || asked.to === asked.claim ? null : argument.number(asked.to);
    this.topic = argument.topics.some(({ id }) => id === asked.topic) ? asked.topic : "";
    this.kinds = chosen(argument.kinds, asked.kinds);
    this.standing = chosen(argument.states, asked.standing);
    this.update();
  }

  /** Return what an address says of this. */
  asked() {
    const { claims, kinds, states } = this.argument;
    return {
      claim: this.claim === null ? "" : claims[this.claim].id,
      to: this.to === null ? "" : claims[this.to].id,
      topic: this.topic,
      kinds: named(kinds, this.kinds),
      standing: named(states, this.standing),
    };
  }

  /** Reckon anew what is shown and what is lit. */
  update() {
    const { argument } = this;
    const topic = argument.topics.findIndex(({ id }) => id === this.topic);
    const stands = (claim) => this.standing.has(claim.state);
    const isShown = (claim) => stands(claim) && (topic < 0 || claim.topic === topic);
    const hasKind = (kind) => this.kinds.has(kind);
    this.steps = this.to === null ? null : route(argument, this.claim, this.to, hasKind);
    this.scene = {
      shown: Uint8Array.from(argument.claims, isShown),
      stands: Uint8Array.from(argument.claims, stands),
      kinds: argument.kinds.map((_, kind) => hasKind(kind)),
      chosen: this.claim,
      to: this.to,
      over: this.over,
      ...this.#lit(hasKind),
    };
  }

  #lit(hasKind) {
    if (this.claim === null) return { lit: null, litLinks: null, path: null };
    if (this.to !== null) {
      const path = [this.claim, ...(this.steps ?? []).map(({ other }) => other), this.to];
      return { lit: new Set(path), litLinks: new Set((this.steps ?? []).map(({ link }) => link)), path };
    }
    const near = this.argument.near[this.claim].filter(({ kind }) => hasKind(kind));
    const lit = new Set([this.claim, ...near.map(({ other }) => other)]);
    return { lit, litLinks: new Set(near.map(({ link }) => link)), path: null };
  }

  /** Return how many claims and links the filters leave. */
  counted() {
    const { shown, kinds } = this.scene;
    const links = this.argument.links.filter(({ from, to, kind }) => kinds[kind] && shown[from] && shown[to]).length;
    return { claims: shown.reduce((sum, one) => sum + one, 0), links };
  }

  /** Return the way to the second claim in pieces (see `told`); null where no second claim is chosen. */
  way() {
    const { argument, claim, to, steps } = this;
    if (to === null) return null;
    if (steps) return told(argument, claim, steps);
    const which = this.kinds.size < argument.kinds.length ? "links of the kinds shown" : "links recorded here";
    return [`No chain of ${which} leads from `, claim, " to ", to, "."];
  }
}

function chosen(all, ids) {
  return new Set([...all.keys()].filter((number) => !ids || ids.includes(all[number].id)));
}

function named(all, numbers) {
  return numbers.size === all.length ? null : all.filter((_, number) => numbers.has(number)).map(({ id }) => id);
}
