/* Shows a claim as its page will show it. Texts are only ever set as textContent. */

const SAYS = {
  supports: "It is a reason for",
  counts_against: "It counts against",
  opposes: "It cannot be true together with",
  limits: "It limits",
  context: "It is known beside",
};

export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Fill an element with a claim; `names` gives titles of sources and claims, `checks` what was found of each quote. */
export function showClaim(into, claim, names, checks) {
  const parts = [
    element("p", "em-form__title", claim.title || "A short title"),
    element("p", "em-assertion", claim.assertion || "What is claimed, in one sentence."),
    ...claim.quotes.map((quote, at) => quotation(quote, names, checks[at])),
    ...claim.citations.map((citation) => cited(citation, names)),
    scope(claim),
    links(claim, names),
  ];
  into.replaceChildren(...parts.filter(Boolean));
}

function quotation(quote, names, check) {
  const figure = element("figure", check?.isProven ? "em-quote" : "em-quote em-quote--open");
  const words = element("blockquote");
  words.append(element("p", "", quote.exact || "The exact words"));
  const caption = element("figcaption");
  const speaker = quote.speaker || "The source’s author";
  caption.append(element("span", "em-quote__speaker", speaker), `, ${names.source(quote.source)}`);
  if (check?.where) caption.append(`, ${check.where}`);
  caption.append(element("br"), element("span", "em-check", check?.says ?? "Not checked yet"));
  if (quote.stance === "disputes") figure.append(element("p", "em-quote__mode", "Disputes it"));
  figure.append(words, caption);
  if (quote.context) {
    const context = element("p", "em-quote__context");
    context.append(element("span", "em-label", "Context"), ` ${quote.context}`);
    figure.append(context);
  }
  return figure;
}

function cited(citation, names) {
  const line = element("p", "em-citation", citation.finding || "What the source says");
  line.append(element("br"), element("span", "em-check", `Cited, wording not captured: ${names.source(citation.source)}`));
  return line;
}

function scope({ scope, kind }) {
  const texts = [kind && `${kind} claim`, scope.place, scope.period, scope.population].filter(Boolean);
  return texts.length ? element("p", "em-note", texts.join(" · ")) : null;
}

function links(claim, names) {
  const list = element("ul", "em-form__links");
  for (const [kind, says] of Object.entries(SAYS)) {
    for (const link of claim[kind] ?? []) {
      const item = element("li");
      item.append(`${says} `, element("strong", "", names.claim(link.claim)), link.because ? `: ${link.because}` : "");
      list.append(item);
    }
  }
  return list.children.length ? list : null;
}
