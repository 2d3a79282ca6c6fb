/* What the form's file would change in the debate: which claims and theses would be in another state. */

import { element } from "./preview.js";
import { standings } from "./standing.js";

const KINDS = ["supports", "counts_against", "opposes", "limits"];

/** Return the claims with what the form adds; `evidence` is that of the form's quotes, each `[kind, voice, counts, disputes]`. */
function added(claims, id, evidence, record) {
  const before = claims[id] ?? {};
  const after = { ...before, items: [...(before.items ?? []), ...evidence] };
  for (const kind of KINDS) {
    const links = (record[kind] ?? []).filter(({ claim }) => claim).map(({ claim }) => claim);
    const steps = kind === "supports" || kind === "counts_against" ? links.map((claim) => [claim]) : links;
    after[kind] = [...(before[kind] ?? []), ...steps];
  }
  return { ...claims, [id]: after };
}

/** Return the claims whose state differs, each with its id and its state before and after; before is empty for a new one. */
const changes = (before, after) =>
  [...after].filter(([id, state]) => before.get(id) !== state).map(([id, state]) => ({ id, before: before.get(id) ?? "", after: state }));

export class Effect {
  /** `debate` returns what is fetched; `titles` and `states` name claims by id and states by key. */
  constructor(into, { debate, titles, states, sources }) {
    Object.assign(this, { into, debate, titles, states, sources });
  }

  /** Say which claims would be in another state; the debate is fetched when there is something to reckon with. */
  async show(state, quotes, checks, problems) {
    if (state.task === "source") return;
    if (problems.length) {
      this.into.replaceChildren(element("p", "", "This is worked out as soon as nothing is left to do."));
      return;
    }
    const claims = await this.debate();
    const id = state.task === "claim" ? state.values.id : state.own;
    const links = state.task === "quote" ? [] : state.links;
    const record = Object.fromEntries(KINDS.map((kind) => [kind, links.filter(({ link }) => link === kind)]));
    const evidence = state.task === "reason" ? [] : quotes.map((quote, at) => this.#item(quote, checks[at]));
    this.before ??= standings(claims);
    const found = changes(this.before, standings(added(claims, id, evidence, record)));
    const list = element("ul");
    list.append(...found.map((change) => element("li", "", this.#told(change))));
    const none = "No claim here would be in another state. Those that it bears on may have one voice more.";
    this.into.replaceChildren(found.length ? list : element("p", "", none));
  }

  #told({ id, before, after }) {
    const title = this.titles.get(id)?.title ?? "This claim";
    const [old, now] = [before, after].map((each) => this.states.get(each));
    return before ? `${title}: “${old}” becomes “${now}”` : `${title} will be: “${now}”`;
  }

  /** Return a quote as the debate counts it. */
  #item(quote, check) {
    const { author, speakers } = this.sources.get(quote.source);
    const own = quote.isCited || !quote.speaker ? author : speakers.get(quote.speaker);
    const voice = quote.mode === "reported" ? speakers.get(quote.of.trim()) ?? `of ${quote.of.trim().toLowerCase()}` : own;
    const counts = quote.isCited || (check?.isProven && quote.mode !== "presupposed");
    return [quote.isCited ? "citation" : "quote", voice, Number(counts), Number(quote.stance === "disputes")];
  }
}
