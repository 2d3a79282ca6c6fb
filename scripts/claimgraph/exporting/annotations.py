"""Verified quotes as W3C Web Annotations: which words of which document bear on which claim.

Web Annotation Data Model (W3C Recommendation, 2017). A quote is an annotation whose body is the claim and whose target
is found by a `TextQuoteSelector`. There is no `TextPositionSelector`: it counts characters of the very document that
the annotation names. A capture knows words and lines of the captured text alone, and even the full text, where it is at
hand, is the editors' plain copy, whose characters are not those of the page or PDF at the source's address.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.exporting.parts import evidence
from claimgraph.model.claim import Quote
from claimgraph.quotes.phrase import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.exporting.material import Material
    from claimgraph.exporting.parts import Part
    from claimgraph.model.verdict import Verdict

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(material: Material) -> str:
    """Return an annotation collection as JSON-LD, all in one page, by claim.

    A quote that leaves out words has a target for each of its parts. Tags say its stance and its mode.
    """
    items = [
        _annotation(material, part, part.record, material.verdicts[part.claim, part.number - 1])
        for part in evidence(material.corpus)
        if isinstance(part.record, Quote) and material.verdicts[part.claim, part.number - 1].is_verified
    ]
    page = {"id": f"{material.base}annotations/1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": CONTEXT,
        "id": f"{material.base}annotations",
        "type": "AnnotationCollection",
        "label": material.name,
        "total": len(items),
        "first": page,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _annotation(material: Material, part: Part, quote: Quote, verdict: Verdict) -> dict[str, Any]:
    source = material.corpus.sources[quote.source].record
    document = source.url or material.address("sources", quote.source)
    targets = [{"source": document, "selector": selector} for selector in _selectors(quote, verdict)]
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in (quote.stance, quote.mode)]
    claim = {"type": "SpecificResource", "purpose": "linking", "source": material.address("claims", part.claim)}
    return {
        "id": material.address("claims", part.claim, part.fragment),
        "type": "Annotation",
        "motivation": "linking",
        "body": [claim, *tags],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(quote: Quote, verdict: Verdict) -> list[dict[str, str]]:
    """Return a selector for each part; what stands before the first and after the last is known at most."""
    found: list[dict[str, str]] = [{"type": "TextQuoteSelector", "exact": words} for words in _parts(quote, verdict)]
    if quote.prefix:
        found[0]["prefix"] = quote.prefix
    if quote.suffix:
        found[-1]["suffix"] = quote.suffix
    return found


def _parts(quote: Quote, verdict: Verdict) -> Sequence[str]:
    """Return the words that stand in the source, without what brackets leave out or insert.

    Whose the brackets are follows from where the check found the quote: that reading has as many parts, with as many
    words. Words between brackets come with plain quotation marks and dashes.
    """
    if "[" not in quote.exact or verdict.place is None:
        return (quote.exact,)
    found = [last - first for first, last in verdict.place.words]
    for reading in readings(quote.exact):
        if [len(part.cut.words) for part in reading.parts] == found:
            return [part.text.strip() for part in reading.parts]
    return (quote.exact,)
