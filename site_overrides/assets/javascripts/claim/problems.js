/* Says what is left to do before the form's file can be proposed. */

import { claimOf, lacking, sourceOf, wrongId, wrongLinks, wrongPeriod } from "./record.js";

/** Return the quotes of a state in which something stands, if its task has quotes. */
export const quotesOf = ({ task, quotes }) =>
  (task === "claim" || task === "quote" ? quotes : []).filter(({ typed, exact, finding }) => typed || exact || finding);

export class Problems {
  /** `schemas` are those of claims and sources, `taken` their ids, and `label` names a field as the form does. */
  constructor(schemas, taken, label) {
    Object.assign(this, { schemas, taken, label });
  }

  /** Yield what is wrong with a state of the form; `checks` are what was found of its quotes. */
  *of(state, checks) {
    const { task, values, own, links } = state;
    if (task === "source") {
      yield* this.#lacking(sourceOf(state), this.schemas.source);
      yield* wrongId(values.id, this.taken.source);
      return;
    }
    if (task === "claim") yield* this.#ofClaim(state);
    if (task !== "claim" && !own) yield "it is not said yet which claim is meant";
    if (task !== "quote") yield* wrongLinks(links, task === "reason" ? own : values.id);
    if (task === "reason" && !links.some(({ link, claim }) => link && claim)) yield "there is no link yet";
    if (task !== "reason") yield* ofQuotes(quotesOf(state), checks);
  }

  *#ofClaim(state) {
    const { values } = state;
    yield* this.#lacking(claimOf({ ...state, quotes: [], links: [] }), this.schemas.claim);
    yield* wrongPeriod(values.period);
    if (!values.topic) yield "no topic is chosen yet";
    yield* wrongId(values.id, this.taken.claim);
  }

  *#lacking(record, schema) {
    for (const [name, what] of lacking(record, schema, schema.$defs)) yield `${this.label(name)} ${what}`;
  }
}

function* ofQuotes(quotes, checks) {
  if (!quotes.length) yield "there is no quote yet: pick a source, and copy the words from it";
  for (const [at, quote] of quotes.entries()) {
    if (!quote.source) yield quote.typed ? "a quote's source has no such name: choose one from the list, or add the source first" : "a quote has no source yet";
    else if (quote.isCited && !quote.finding.trim()) yield "what the source says is still empty";
    else if (!quote.isCited) yield* ofWords(quote, checks[at]);
  }
}

function* ofWords(quote, check) {
  if (!quote.exact.trim()) yield "the exact words are still empty";
  else if (check?.findings.length) yield `a quote is not right yet: ${check.findings[0][1]}`;
  else if (!check?.isProven) yield "a quote could not be checked";
  if ((quote.mode === "reported") !== Boolean(quote.of.trim())) {
    yield "where the speaker reports somebody else's words, choose “reported” and say whose they are";
  }
}
