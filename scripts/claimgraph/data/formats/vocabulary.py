"""Our own RDF terms, for what schema.org, CiTO and PROV have no word for, each with its meaning.

Their address is that of the page of data, which explains them, so it differs from site to site. A term for a kind of
link is a narrower term of the nearest one in CiTO, so that a program that knows only CiTO finds that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rdflib import OWL, RDF, RDFS, Literal, Namespace, URIRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib.term import Node

    Triple = tuple[URIRef, URIRef, Node]

CITO: Final = Namespace("http://purl.org/spar/cito/")
SCHEMA: Final = Namespace("https://schema.org/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term by its name in the vocabulary; `broader` is a wider term of another vocabulary, None if it has none."""

    name: str
    means: str
    broader: URIRef | None = None
    is_class: bool = False
    is_symmetric: bool = False


KINDS: Final[Mapping[str, Term]] = MappingProxyType(
    {
        "supports": Term(name="supports", means="It is a reason for the other claim.", broader=CITO.supports),
        "counts_against": Term(
            name="countsAgainst",
            means="It is a reason against the other claim; both may be true.",
            broader=CITO.disputes,
        ),
        "opposes": Term(
            name="opposes",
            means="The two claims cannot both be true as worded.",
            broader=CITO.disagreesWith,
            is_symmetric=True,
        ),
        "limits": Term(
            name="limits",
            means="It says for which part, place or time the other claim does not hold.",
            broader=CITO.qualifies,
        ),
        "rivals": Term(
            name="rivals",
            means="The two claims give different figures for the same thing.",
            broader=CITO.citesAsRelated,
            is_symmetric=True,
        ),
        "context": Term(
            name="givesContextTo",
            means="A reader of the other claim should know it; it is on no side.",
            broader=CITO.givesBackgroundTo,
        ),
        "undercuts": Term(
            name="undercuts",
            means="It is a reason to doubt a part of the other claim: its evidence, or a link that it makes.",
            broader=CITO.critiques,
        ),
    }
)
"""The term for each kind of link, by the field of a claim that has such links."""

OTHERS: Final = (
    Term(
        name="Thesis",
        means="A claim that answers its topic's question, worded by the editors.",
        broader=SCHEMA.Claim,
        is_class=True,
    ),
    Term(name="oneSided", means="Of a thesis with reasons on one side only: what was looked for on the other."),
    Term(name="crux", means="Of a thesis with reasons on both sides: what the two sides differ on."),
    Term(name="hasThesis", means="Of a topic: a claim that answers its question."),
    Term(name="hasBackground", means="Of a topic: a claim that one has to know, and that is on no side."),
    Term(name="related", means="Of a topic: a claim of another topic that bears on it."),
    Term(name="order", means="Of a topic: its place among all topics, from 1."),
    Term(name="side", means="Where whoever speaks stands towards the subject in this source; for balance only."),
    Term(name="restsOn", means="The name of the one study or set of cases on which a quote or citation rests."),
    Term(name="bound", means="Of a figure: whether the source says below, above or about it."),
    Term(name="differsIn", means="Of two figures for the same thing: in what they differ."),
    Term(name="despite", means="Why a link holds although the two claims differ in whom or what they speak of."),
    Term(name="hits", means="Of an undercut: what it hits, by the name of the field."),
    Term(name="question", means="Of an undercut: the critical question that it answers."),
    Term(name="answers", means="The critical question that a link answers, after the claim at the step's other end."),
)
"""The other terms."""

TERMS: Final = (*KINDS.values(), *OTHERS)


def namespace(base: str) -> Namespace:
    """Return the namespace of the terms of the site whose address is `base`."""
    return Namespace(f"{base}data/#")


def definitions(base: str) -> Iterator[Triple]:
    """Yield the definition of each term, in RDF."""
    own = namespace(base)
    for term in TERMS:
        here = own[term.name]
        yield here, RDF.type, RDFS.Class if term.is_class else RDF.Property
        yield here, RDFS.label, Literal(term.name)
        yield here, RDFS.comment, Literal(term.means)
        yield here, RDFS.isDefinedBy, URIRef(f"{base}data/")
        if term.is_symmetric:
            yield here, RDF.type, OWL.SymmetricProperty
        if term.broader is not None:
            yield here, RDFS.subClassOf if term.is_class else RDFS.subPropertyOf, term.broader
