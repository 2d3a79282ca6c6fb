"""The argument, its evidence and its sources as RDF, in Turtle.

Claims, quotations and sources are those of schema.org; how one bears on another is said by CiTO, the Citation Typing
Ontology (Shotton 2010), and more exactly by our own terms; where it comes from is said by PROV-O (W3C Recommendation,
2013).

Texts are literals, which rdflib escapes as Turtle asks (RDF 1.1 Turtle, 2.5.1 and 6.4). Addresses are made of ids, but
for those of documents, whose records have no character that an IRI may not hold (RFC 3987).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV

from claimgraph.citing.resolver import doi_address
from claimgraph.data.formats.parts import evidence, hit, links
from claimgraph.data.formats.vocabulary import CITO, KINDS, SCHEMA, definitions, namespace
from claimgraph.data.speakers import side_of
from claimgraph.model.claim import Quote
from claimgraph.model.links import CountingAgainst, Support, Undercut
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib import Namespace

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.formats.vocabulary import Triple
    from claimgraph.model.links import Link

_STANCES: Final[Mapping[str, URIRef]] = {"asserts": CITO.supports, "disputes": CITO.disputes}


def turtle(dataset: Dataset) -> str:
    """Return the graph as Turtle, subjects in the order of their addresses.

    A link is a `cito:Citation`, part of the claim that makes it: it is characterised by our term for its kind and the
    nearest of CiTO; its cited entity is the claim, quote or link that it bears on, its citing entities are the claim
    and all premises that hold only together with it, and the type of a step is its scheme. A quote supports or disputes
    its claim, was quoted from its source, and has the voice that it counts for as its creator. A figure is an
    observation. Our own terms are defined in the graph.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, space in (
        *(("cito", CITO), ("dcterms", DCTERMS), ("owl", OWL), ("prov", PROV), ("rdf", RDF), ("rdfs", RDFS)),
        *(("schema", SCHEMA), ("own", namespace(dataset.base))),
    ):
        graph.bind(prefix, space)
    for triple in definitions(dataset.base):
        graph.add(triple)
    for describe in (_topics, _sources, _claims, _evidence, _figures, _links):
        for triple in describe(dataset):
            graph.add(triple)
    return graph.serialize(format="turtle", encoding="utf-8").decode("utf-8")


def _topics(dataset: Dataset) -> Iterator[Triple]:
    own = namespace(dataset.base)
    for id_, entry in dataset.corpus.topics.items():
        topic = URIRef(dataset.address("topics", id_))
        yield topic, SCHEMA.name, Literal(entry.record.title)
        yield topic, SCHEMA.description, Literal(entry.record.question)
        yield topic, own.order, Literal(entry.record.order)
        for term, ids in (
            (own.hasThesis, entry.record.theses),
            (own.hasBackground, entry.record.background),
            (own.related, entry.record.related),
        ):
            for claim in ids:
                yield topic, term, URIRef(dataset.address("claims", claim))


def _sources(dataset: Dataset) -> Iterator[Triple]:
    for id_, entry in dataset.corpus.sources.items():
        source, record = URIRef(dataset.address("sources", id_)), entry.record
        yield source, RDF.type, SCHEMA.CreativeWork
        yield source, RDF.type, PROV.Entity
        yield source, DCTERMS.identifier, Literal(id_)
        yield source, SCHEMA.name, Literal(record.title)
        for name in record.author:
            yield source, SCHEMA.author, Literal(str(name))
        for predicate, value in (
            (SCHEMA.publisher, record.publisher),
            (SCHEMA.datePublished, record.issued.text if record.issued else ""),
            (SCHEMA.identifier, doi_address(record.doi) if record.doi else ""),
        ):
            if value:
                yield source, predicate, Literal(value)
        if record.url:
            yield source, SCHEMA.url, URIRef(record.url)


def _claims(dataset: Dataset) -> Iterator[Triple]:
    own = namespace(dataset.base)
    for id_, entry in dataset.corpus.claims.items():
        claim, record = URIRef(dataset.address("claims", id_)), entry.record
        yield claim, RDF.type, SCHEMA.Claim
        yield claim, RDF.type, PROV.Entity
        yield claim, DCTERMS.identifier, Literal(id_)
        yield claim, SCHEMA.name, Literal(record.title)
        yield claim, SCHEMA.text, Literal(record.assertion)
        yield claim, DCTERMS.type, Literal(record.kind)
        yield claim, SCHEMA.spatialCoverage, Literal(record.scope.place)
        yield claim, SCHEMA.temporalCoverage, Literal(record.scope.period.text)
        yield claim, SCHEMA.about, URIRef(dataset.address("topics", dataset.corpus.topic_of[id_]))
        if record.thesis:
            yield claim, RDF.type, own.Thesis
        if record.one_sided:
            yield claim, own.oneSided, Literal(record.one_sided)
        if record.crux:
            yield claim, own.crux, Literal(record.crux)
        if record.replaced_by:
            yield claim, DCTERMS.isReplacedBy, URIRef(dataset.address("claims", record.replaced_by))


def _evidence(dataset: Dataset) -> Iterator[Triple]:
    own = namespace(dataset.base)
    for part in evidence(dataset.corpus):
        record, item = part.record, _address(dataset, part.name)
        claim, source = (URIRef(dataset.address(*at)) for at in (("claims", part.claim), ("sources", record.source)))
        yield item, RDF.type, PROV.Entity
        yield item, SCHEMA.isPartOf, claim
        yield item, _STANCES[record.stance], claim
        if side := side_of(dataset.corpus, record):
            yield item, own.side, Literal(side)
        if record.rests_on:
            yield item, own.restsOn, Literal(record.rests_on)
        if isinstance(record, Quote):
            yield item, RDF.type, SCHEMA.Quotation
            yield item, SCHEMA.text, Literal(record.exact)
            yield item, PROV.wasQuotedFrom, source
            yield item, DCTERMS.type, Literal(record.mode)
            if record.source in dataset.corpus.sources:
                voicing = voicing_of_quote(dataset.corpus.sources[record.source], record)
                voice = URIRef(dataset.address("voices", voicing.id))
                yield item, SCHEMA.creator, voice
                yield voice, RDF.type, PROV.Agent
                yield voice, SCHEMA.name, Literal(voicing.name)
        else:
            yield item, SCHEMA.description, Literal(record.finding)
            yield item, PROV.wasDerivedFrom, source


def _figures(dataset: Dataset) -> Iterator[Triple]:
    own = namespace(dataset.base)
    for id_, entry in dataset.corpus.claims.items():
        for number, figure in enumerate(entry.record.figures, start=1):
            item = _address(dataset, f"{id_}.figures.{number}")
            yield item, RDF.type, SCHEMA.Observation
            yield item, SCHEMA.isPartOf, URIRef(dataset.address("claims", id_))
            yield item, PROV.wasDerivedFrom, URIRef(dataset.address("sources", figure.source))
            yield item, SCHEMA.measuredProperty, Literal(figure.measure)
            yield item, SCHEMA.value, Literal(figure.value)
            yield item, DCTERMS.temporal, Literal(figure.period.text)
            if figure.bound:
                yield item, own.bound, Literal(figure.bound)


def _links(dataset: Dataset) -> Iterator[Triple]:
    own = namespace(dataset.base)
    for part in links(dataset.corpus):
        link, item, term = part.record, _address(dataset, part.name), KINDS[part.kind]
        maker, named = (URIRef(dataset.address("claims", id_)) for id_ in (part.claim, link.claim))
        hits = hit(dataset.corpus, link) if isinstance(link, Undercut) else ()
        characters = [each for each in (own[term.name], term.broader) if each is not None]
        yield item, RDF.type, CITO.Citation
        yield item, SCHEMA.isPartOf, maker
        yield item, CITO.hasCitingEntity, maker
        for entity in [_address(dataset, name) for name in hits] or [named]:
            yield item, CITO.hasCitedEntity, entity
        for character in characters:
            yield item, CITO.hasCitationCharacterization, character
            if not isinstance(link, Undercut):
                yield maker, character, named
        yield item, RDFS.comment, Literal(link.because)
        for predicate, value in _more(own, link):
            yield item, predicate, Literal(value)
        if isinstance(link, Support | CountingAgainst):
            for id_ in link.together:
                yield item, CITO.hasCitingEntity, URIRef(dataset.address("claims", id_))


def _more(own: Namespace, link: Link) -> Iterator[tuple[URIRef, str]]:
    """Yield the other texts and ids that a link's file gives."""
    found: list[tuple[URIRef, str]] = [
        (DCTERMS.type, getattr(link, "scheme", None) or ""),
        (own.despite, getattr(link, "despite", "")),
        (own.question, getattr(link, "question", None) or ""),
        *((own.differsIn, each) for each in getattr(link, "differs_in", ())),
        *((own.answers, f"{each.step}:{each.question}") for each in getattr(link, "answers", ())),
    ]
    if isinstance(link, Undercut) and link.part is not None:
        found.append((own.hits, link.part[0]))
    yield from ((predicate, value) for predicate, value in found if value)


def _address(dataset: Dataset, name: str) -> URIRef:
    """Return the address of the part with this name."""
    id_, _, fragment = name.partition(".")
    return URIRef(dataset.address("claims", id_, fragment))
