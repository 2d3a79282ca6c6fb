/* Makes of what stands in the form the record of a file, and says what is still wrong with it. */

import { file, list, oneLine } from "./yaml.js";

const LINE = {
  claim: "# yaml-language-server: $schema=../claim.schema.json",
  source: "# yaml-language-server: $schema=source.schema.json",
};
const LINKS = ["supports", "counts_against", "opposes", "limits", "context"];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_ID = 80;
const PERIOD = /^(\.\.|[\dX-]{4,10}[~?%]?)(\/(\.\.|[\dX-]{4,10}[~?%]?))?$/;

/** Return an id made of a title, as `claimgraph new` makes it; `kind` stands before what is no id by itself. */
export function idOf(title, kind) {
  const plain = title.replace(/['\u2019]/g, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const id = !words || ID.test(words) ? words : `${kind}-${words}`;
  return id.length <= LONGEST_ID ? id : id.slice(0, LONGEST_ID).split("-").slice(0, -1).join("-");
}

/** Return some values of a form's fields on one line each; empty ones are left out. */
const kept = (values, names) =>
  Object.fromEntries(names.map((name) => [name, oneLine(values[name] ?? "")]).filter(([, text]) => text));

/** Return the record of the claim that a state of the form describes; ids stand where names were picked. */
export function claimOf(state) {
  const { values } = state;
  const record = {
    ...kept(values, ["title", "assertion", "kind", "note"]),
    scope: kept(values, ["place", "period", "population"]),
    ...evidenceOf(state.quotes),
  };
  return { ...record, ...linksOf(state.links) };
}

/** Return links by kind. */
export const linksOf = (links) =>
  Object.fromEntries(LINKS.map((kind) => [kind, links.filter(({ link }) => link === kind).map((link) => linkOf(link, kind))]));

function linkOf(link, kind) {
  const names = kind === "supports" || kind === "counts_against" ? ["claim", "because", "scheme"] : ["claim", "because"];
  return kept(link, names);
}

/** Return the quotes, and the citations of sources without a capture. */
export function evidenceOf(quotes) {
  const given = quotes.filter((quote) => quote.source || quote.exact || quote.finding);
  return {
    quotes: given.filter((quote) => !quote.isCited).map(quoteOf),
    citations: given.filter((quote) => quote.isCited).map((quote) => ({
      ...kept(quote, ["source", "finding", "where"]), ...(quote.stance === "disputes" ? { stance: "disputes" } : {}),
    })),
  };
}

export function quoteOf(quote) {
  const record = kept(quote, ["source", "speaker", "exact", "prefix", "suffix", "context", "of"]);
  if (quote.stance && quote.stance !== "asserts") record.stance = quote.stance;
  if (quote.mode && quote.mode !== "asserted") record.mode = quote.mode;
  return record;
}

export function sourceOf({ values }) {
  const record = kept(values, ["type", "title", "publisher", "container-title", "issued", "URL", "DOI", "archived", "licence", "depth"]);
  const authors = (values.author ?? "").split("\n").map(oneLine).filter(Boolean);
  return { ...record, author: authors.map((literal) => ({ literal })) };
}

/** Yield what a record lacks by its schema: each is the field's name and what to do. */
export function* lacking(record, about, all) {
  for (const name of about.required ?? []) {
    const inner = all[(about.properties[name].$ref ?? "").split("/").at(-1)];
    if (inner && record[name]) yield* lacking(record[name], inner, all);
    else if (!record[name]) yield [name, "is still empty"];
  }
  for (const [name, value] of Object.entries(record)) {
    const most = about.properties[name]?.maxLength;
    if (typeof value === "string" && most && [...value].length > most) {
      yield [name, `is too long by ${[...value].length - most} characters`];
    }
    const pattern = about.properties[name]?.anyOf?.find((each) => each.pattern)?.pattern;
    if (typeof value === "string" && pattern && !new RegExp(pattern, "u").test(value)) yield [name, "is not written as it should be"];
  }
}

/** Yield what is wrong with the id of a new file. */
export function* wrongId(id, taken) {
  if (!id) yield "the end of its address is still empty";
  else if (!ID.test(id) || id.length > LONGEST_ID) yield "the end of its address has other characters than small letters, digits and single hyphens";
  else if (taken.has(id)) yield `the address '${id}' is taken: choose another one`;
}

/** Yield what is wrong with a period. */
export function* wrongPeriod(period) {
  if (period && !PERIOD.test(period)) {
    yield "the time is no date in EDTF: write 2021, 2021-10, 2021-10-12, 2013-04/2013-06, 2018~ (about) or 2008/.. (open)";
  }
}

/** Yield what is wrong with links, from the claim with this id. */
export function* wrongLinks(links, own) {
  const seen = new Set();
  for (const { link, claim, because, typed } of links) {
    if (!link && !claim && !because && !typed) continue;
    if (!link) yield "a link does not say yet what it says about the other claim";
    if (!claim) yield typed ? `no claim here has the title '${typed}': choose one from the list` : "a link names no claim yet";
    if (!because) yield "a link does not say why yet";
    if (claim && claim === own) yield "a claim cannot link to itself";
    if (claim && seen.has(claim)) yield "two links lead to the same claim: keep one of them";
    seen.add(claim);
  }
}

/** Return the file that a state of the form makes: its path, its text, and whether it is a new file. */
export function writtenOf(state, schemas, topicOf) {
  const { task, values, own, links, quotes } = state;
  const schema = schemas.claim;
  if (task === "claim") {
    return { path: `claims/${values.topic || "TOPIC"}/${values.id || "ID"}.yml`, text: file(claimOf(state), schema, LINE.claim), isNew: true };
  }
  if (task === "source") return { path: `sources/${values.id || "ID"}.yml`, text: file(sourceOf(state), schemas.source, LINE.source), isNew: true };
  const path = own ? `claims/${topicOf(own)}/${own}.yml` : "claims/TOPIC/ID.yml";
  const lists = task === "quote" ? evidenceOf(quotes) : linksOf(links);
  return { path, text: Object.entries(lists).map(([name, items]) => list(name, items, schema)).join(""), isNew: false };
}
