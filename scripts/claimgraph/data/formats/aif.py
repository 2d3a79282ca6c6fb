"""The argument as AIF, the Argument Interchange Format, in the JSON of AIFdb.

Chesñevar and others, "Towards an argument interchange format" (2006); the nodes of locutions and of illocutions are
those of AIF+ (Reed and others, 2008). A node is `{nodeID, text, type}`, an edge `{edgeID, fromID, toID}`.

A claim is an I-node whose id is the claim's. A support is an RA from the claim, and from all of `with`, to the other
claim; a reason against is a CA likewise. An opposition is a CA between the two. An undercut is a CA from the claim to
the node of the link that it hits, or to the YA of each quote or citation that it hits. A limit, a rival figure and
context, of which AIF knows nothing, are an MA each. A quote is an L-node, "speaker : words", anchored by a YA in the
claim; so is a citation, whose words are the editors'. The text of an RA is its scheme's name in AIFdb, "Default
Inference" where the support names none; a CA has no such name, since schemes of conflict are others. The first " : "
ends the speaker's name, so white space before a colon inside the name is left out.

What AIF has no place for stands under `claimgraph` in a node, with the names that claim files use; the topics, with
their theses, stand there in the whole. A locution has the `side` of whoever speaks.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.formats.parts import evidence, given, hit, links, own_fields
from claimgraph.data.speakers import side_of
from claimgraph.model.claim import Quote
from claimgraph.model.links import CountingAgainst, Support, Undercut
from claimgraph.model.schemes import SCHEMES
from claimgraph.voices import voicing, voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.formats.parts import Part
    from claimgraph.model.claim import Citation
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Link

_SCHEMES: Final = {
    "supports": ("RA", "Default Inference"),
    "counts_against": ("CA", "Default Conflict"),
    "opposes": ("CA", "Default Conflict"),
    "limits": ("MA", "Default Rephrase"),
    "rivals": ("MA", "Default Rephrase"),
    "context": ("MA", "Default Rephrase"),
    "undercuts": ("CA", "Default Conflict"),
}
_FORCES: Final = {"asserts": "Asserting", "disputes": "Disagreeing"}
"""How a locution bears on a claim, as Inference Anchoring Theory names it (Budzynska and Reed 2011)."""

_BEFORE_COLON: Final = re.compile(r"\s+(?=:)")
"""What would make a colon in a speaker's name the one that ends the name."""


def aif(dataset: Dataset) -> str:
    """Return the JSON: `nodes`, `edges`, `locutions` and `participants`, in the order of the claims."""
    corpus = dataset.corpus
    nodes = [_claim(corpus, id_) for id_ in corpus.claims]
    edges: list[tuple[str, str]] = []
    locutions, people = [], {}
    for part in evidence(corpus):
        speaker, voice = _speaker(corpus, part.record)
        words = part.record.exact if isinstance(part.record, Quote) else part.record.finding
        text = f"{_BEFORE_COLON.sub('', speaker)} : {words}"
        nodes.append(_node(part.name, "L", text, {part.kind: given(part.record)}))
        force = _FORCES[part.record.stance]
        nodes.append(_node(illocution(part.name), "YA", force, {}))
        edges += [(part.name, illocution(part.name)), (illocution(part.name), part.claim)]
        said = {"source": part.record.source, "side": side_of(corpus, part.record) or ""}
        locutions.append({"nodeID": part.name, "personID": voice, **said})
        people[voice] = {"participantID": voice, "firstname": "", "surname": speaker}
    for made in links(corpus):
        kind, text = _SCHEMES[made.kind]
        if isinstance(made.record, Support) and made.record.scheme is not None:
            text = SCHEMES[made.record.scheme].aif
        nodes.append(_node(made.name, kind, text, {"from": made.claim, made.kind: given(made.record)}))
        edges += _edges(corpus, made)
    numbered = [{"edgeID": str(n), "fromID": one, "toID": to} for n, (one, to) in enumerate(edges, start=1)]
    topics = {id_: given(entry.record) for id_, entry in corpus.topics.items()}
    whole = {
        "nodes": nodes,
        "edges": numbered,
        "locutions": locutions,
        "participants": [*people.values()],
        "claimgraph": {"topics": topics},
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def illocution(name: str) -> str:
    """Return the id of the YA that anchors the locution of a quote or citation."""
    return f"{name}.ya"


def _claim(corpus: Corpus, id_: str) -> dict[str, Any]:
    record = corpus.claims[id_].record
    return _node(id_, "I", record.assertion, {"topic": corpus.topic_of[id_], **own_fields(record)})


def _node(id_: str, kind: str, text: str, more: dict[str, Any]) -> dict[str, Any]:
    return {"nodeID": id_, "text": text, "type": kind, **({"claimgraph": more} if more else {})}


def _speaker(corpus: Corpus, record: Quote | Citation) -> tuple[str, str]:
    """Return the name and the id of the voice of a quote, or of the source's author for a citation."""
    source = corpus.sources.get(record.source)
    if source is None:
        return "", ""
    voice = voicing_of_quote(source, record) if isinstance(record, Quote) else voicing(source, "")
    return voice.name, voice.id


def _edges(corpus: Corpus, part: Part[Link]) -> Iterator[tuple[str, str]]:
    """Yield the edges of a link's node: from its premises, the maker first, and to what it bears on."""
    link = part.record
    yield part.claim, part.name
    if isinstance(link, Support | CountingAgainst):
        yield from ((id_, part.name) for id_ in link.together if id_ in corpus.claims)
    if isinstance(link, Undercut):
        for name in hit(corpus, link):
            yield part.name, name if link.third else illocution(name)
    else:
        yield part.name, link.claim
