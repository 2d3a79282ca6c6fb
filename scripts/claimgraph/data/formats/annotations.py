"""Verified quotes as W3C Web Annotations: which words of which document bear on which claim.

Web Annotation Data Model (W3C Recommendation, 2017). A quote is an annotation whose body is the claim and whose target
is found by a `TextQuoteSelector`. A `TextPositionSelector` stands beside it where the full text is at hand, since a
capture knows no characters: it counts the code points of that text, whose checksum is the capture's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.captures.words import edges
from claimgraph.data.formats.parts import evidence
from claimgraph.model.claim import Quote
from claimgraph.quotes.phrase import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.captures.offsets import Offsets
    from claimgraph.data.dataset import Dataset
    from claimgraph.data.formats.parts import Part
    from claimgraph.model.claim import Citation
    from claimgraph.model.verdict import Place, Verdict

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(dataset: Dataset) -> str:
    """Return an annotation collection as JSON-LD, all in one page, by claim.

    A quote that leaves out words has a target for each of its parts. Tags say its stance and its mode, and of one on a
    capture that nobody has compared with the source that it is `not compared`. A quote that rests on one study is
    classified by the study's name.
    """
    items = [
        _annotation(dataset, part, part.record, dataset.view.verdicts[part.claim, part.number - 1])
        for part in evidence(dataset.corpus)
        if isinstance(part.record, Quote) and dataset.view.verdicts[part.claim, part.number - 1].is_verified
    ]
    page = {"id": f"{dataset.base}annotations/1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": CONTEXT,
        "id": f"{dataset.base}annotations",
        "type": "AnnotationCollection",
        "label": dataset.home.name,
        "total": len(items),
        "first": page,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _annotation(dataset: Dataset, part: Part[Quote | Citation], quote: Quote, verdict: Verdict) -> dict[str, Any]:
    source = dataset.corpus.sources[quote.source].record
    document = source.url or dataset.address("sources", quote.source)
    selectors = _selectors(quote, verdict, dataset.offsets.get(quote.source))
    targets = [{"source": document, "selector": each[0] if len(each) == 1 else each} for each in selectors]
    values = (quote.stance, quote.mode, *(() if quote.source in dataset.corpus.proven else ("not compared",)))
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in values]
    if quote.rests_on:
        tags.append({"type": "TextualBody", "purpose": "classifying", "value": quote.rests_on})
    claim = {"type": "SpecificResource", "purpose": "linking", "source": dataset.address("claims", part.claim)}
    return {
        "id": dataset.address("claims", part.claim, part.fragment),
        "type": "Annotation",
        "motivation": "linking",
        "body": [claim, *tags],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(quote: Quote, verdict: Verdict, offsets: Offsets | None) -> list[list[dict[str, Any]]]:
    """Return the selectors of each part. Only the first can have a prefix, and only the last a suffix."""
    parts = _parts(quote, verdict)
    found: list[list[dict[str, Any]]] = [[{"type": "TextQuoteSelector", "exact": words}] for words in parts]
    if quote.prefix:
        found[0][0]["prefix"] = quote.prefix
    if quote.suffix:
        found[-1][0]["suffix"] = quote.suffix
    if offsets is not None and verdict.place is not None and len(verdict.place.words) == len(parts):
        for selectors, words, (first, end) in zip(found, parts, verdict.place.words, strict=True):
            before, after = edges(words)
            start, stop = offsets.span(first, end, before=before, after=after)
            selectors.append({"type": "TextPositionSelector", "start": start, "end": stop})
    return found


def _passed(first: int, last: int, place: Place) -> int:
    """Return how many words of page furniture are inside a part."""
    return sum(end - begin for begin, end in place.passed if first <= begin and end <= last)


def _parts(quote: Quote, verdict: Verdict) -> Sequence[str]:
    """Return the parts of a quote that are in the source, without what brackets leave out or insert.

    The place where the check found the quote says whose the brackets are: the right reading has as many parts, with as
    many words. Words between brackets come with plain quotation marks and dashes.
    """
    if "[" not in quote.exact or verdict.place is None:
        return (quote.exact,)
    found = [last - first - _passed(first, last, verdict.place) for first, last in verdict.place.words]
    for reading in readings(quote.exact):
        if [len(part.cut.words) for part in reading.parts] == found:
            return [part.text.strip() for part in reading.parts]
    return (quote.exact,)
