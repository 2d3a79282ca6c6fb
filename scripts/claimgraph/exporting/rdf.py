"""The argument, its evidence and its sources as RDF, in Turtle.

Claims, quotations and sources are those of schema.org; how one bears on another is said by CiTO, the Citation Typing
Ontology (Shotton 2010), and where it comes from by PROV-O (W3C Recommendation, 2013).

Texts are literals, which rdflib escapes as Turtle asks (RDF 1.1 Turtle, 2.5.1 and 6.4). Addresses are made of ids, but
for those of documents, whose records have no character that an IRI may not hold (RFC 3987).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV

from claimgraph.citing.resolver import doi_address
from claimgraph.exporting.parts import evidence, hit, links
from claimgraph.model.claim import CountingAgainst, Quote, Support, Undercut
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib.term import Node

    from claimgraph.exporting.material import Material

    Triple = tuple[URIRef, URIRef, Node]

CITO: Final = Namespace("http://purl.org/spar/cito/")
SCHEMA: Final = Namespace("https://schema.org/")

_CHARACTERS: Final[Mapping[str, URIRef]] = {
    "supports": CITO.supports,
    "counts_against": CITO.disputes,
    "opposes": CITO.disagreesWith,
    "limits": CITO.qualifies,
    "rivals": CITO.citesAsRelated,
    "context": CITO.givesBackgroundTo,
    "undercuts": CITO.critiques,
}
"""How a link bears on what it cites. CiTO has no word for "cannot both be true": `disagreesWith` comes nearest."""

_STANCES: Final[Mapping[str, URIRef]] = {"asserts": CITO.supports, "disputes": CITO.disputes}


def turtle(material: Material) -> str:
    """Return the graph as Turtle, subjects in the order of their addresses.

    A link is a `cito:Citation`, part of the claim that makes it: its cited entity is the claim, quote or link that it
    bears on, its citing entities are the claim and all premises that hold only together with it, and the type of a
    step is its scheme. A quote supports or
    disputes its claim, was quoted from its source, and has the voice that it counts for as its creator.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, space in (("cito", CITO), ("dcterms", DCTERMS), ("prov", PROV), ("rdfs", RDFS), ("schema", SCHEMA)):
        graph.bind(prefix, space)
    for describe in (_topics, _sources, _claims, _evidence, _links):
        for triple in describe(material):
            graph.add(triple)
    return graph.serialize(format="turtle", encoding="utf-8").decode("utf-8")


def _topics(material: Material) -> Iterator[Triple]:
    for id_, entry in material.corpus.topics.items():
        topic = URIRef(material.address("topics", id_))
        yield topic, SCHEMA.name, Literal(entry.record.title)
        yield topic, SCHEMA.description, Literal(entry.record.question)


def _sources(material: Material) -> Iterator[Triple]:
    for id_, entry in material.corpus.sources.items():
        source, record = URIRef(material.address("sources", id_)), entry.record
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


def _claims(material: Material) -> Iterator[Triple]:
    for id_, entry in material.corpus.claims.items():
        claim, record = URIRef(material.address("claims", id_)), entry.record
        yield claim, RDF.type, SCHEMA.Claim
        yield claim, RDF.type, PROV.Entity
        yield claim, DCTERMS.identifier, Literal(id_)
        yield claim, SCHEMA.name, Literal(record.title)
        yield claim, SCHEMA.text, Literal(record.assertion)
        yield claim, DCTERMS.type, Literal(record.kind)
        yield claim, SCHEMA.spatialCoverage, Literal(record.scope.place)
        yield claim, SCHEMA.temporalCoverage, Literal(record.scope.period.text)
        yield claim, SCHEMA.about, URIRef(material.address("topics", material.corpus.topic_of[id_]))
        if record.replaced_by:
            yield claim, DCTERMS.isReplacedBy, URIRef(material.address("claims", record.replaced_by))


def _evidence(material: Material) -> Iterator[Triple]:
    for part in evidence(material.corpus):
        record, item = part.record, _address(material, part.name)
        source_id = getattr(record, "source", "")
        source = URIRef(material.address("sources", source_id))
        yield item, RDF.type, PROV.Entity
        yield item, SCHEMA.isPartOf, URIRef(material.address("claims", part.claim))
        stance = _STANCES[getattr(record, "stance", "asserts")]
        yield item, stance, URIRef(material.address("claims", part.claim))
        if isinstance(record, Quote):
            yield item, RDF.type, SCHEMA.Quotation
            yield item, SCHEMA.text, Literal(record.exact)
            yield item, PROV.wasQuotedFrom, source
            yield item, DCTERMS.type, Literal(record.mode)
            if source_id in material.corpus.sources:
                voicing = voicing_of_quote(material.corpus.sources[source_id], record)
                voice = URIRef(material.address("voices", voicing.id))
                yield item, SCHEMA.creator, voice
                yield voice, RDF.type, PROV.Agent
                yield voice, SCHEMA.name, Literal(voicing.name)
        else:
            yield item, SCHEMA.description, Literal(getattr(record, "finding", ""))
            yield item, PROV.wasDerivedFrom, source


def _links(material: Material) -> Iterator[Triple]:
    for part in links(material.corpus):
        link, item = part.record, _address(material, part.name)
        maker = URIRef(material.address("claims", part.claim))
        cited = URIRef(material.address("claims", getattr(link, "claim", "")))
        hits = hit(material.corpus, link) if isinstance(link, Undercut) else ()
        yield item, RDF.type, CITO.Citation
        yield item, SCHEMA.isPartOf, maker
        yield item, CITO.hasCitationCharacterization, _CHARACTERS[part.kind]
        yield item, CITO.hasCitingEntity, maker
        for entity in [_address(material, name) for name in hits] or [cited]:
            yield item, CITO.hasCitedEntity, entity
        yield item, RDFS.comment, Literal(getattr(link, "because", ""))
        if not isinstance(link, Undercut):
            yield maker, _CHARACTERS[part.kind], cited
        if isinstance(link, Support | CountingAgainst):
            if link.scheme is not None:
                yield item, DCTERMS.type, Literal(link.scheme)
            for id_ in link.together:
                yield item, CITO.hasCitingEntity, URIRef(material.address("claims", id_))


def _address(material: Material, name: str) -> URIRef:
    """Return the address of a part by its name."""
    id_, _, fragment = name.partition(".")
    return URIRef(material.address("claims", id_, fragment))
