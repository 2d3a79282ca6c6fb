"""Tells what is known of sources' addresses: of all sources in a list, and what a look found that needs somebody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.changes.formats import code_span
from claimgraph.looking.registers import RETRACTED
from claimgraph.model.looked import Look, Looks, plain_looks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.looking.look import Seen
    from claimgraph.model.corpus import Corpus

MARK: Final = "<!-- claimgraph sources -->"
"""The first line of the Markdown, which no reader sees."""
MOST_BYTES: Final = 60_000
"""The most Markdown, in bytes; on GitHub, an issue has at most 65,536 characters."""

_ANSWERS: Final[Mapping[str, str]] = {
    "there": "its address answers",
    "moved": "its address leads elsewhere for good",
    "gone": "its address says that it is gone",
    "refused": "its address refuses to answer a program",
    "silent": "its address does not answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a source: the address of its archived copy, whether its text is captured, and the last look."""

    id: str
    archived: str | None
    is_captured: bool
    look: Look | None


def known(corpus: Corpus, captured: Iterable[str], ids: Iterable[str], looks: Mapping[str, Look]) -> tuple[Known, ...]:
    """Return what is known of some sources, in their order."""
    with_capture = frozenset(captured)
    return tuple(
        Known(
            id=id_,
            archived=corpus.sources[id_].record.archived,
            is_captured=id_ in with_capture,
            look=looks.get(id_),
        )
        for id_ in ids
    )


def as_text(found: Iterable[Known]) -> str:
    """Return a list of sources: of each its archived copy, capture, and last look."""
    return "".join(f"{each.id}\n" + "".join(f"    {line}\n" for line in _lines(each)) for each in found)


def as_json(found: Iterable[Known]) -> str:
    """Return the same as JSON: a list of `id, archived, captured, look`, with null where there is none."""
    rows = [
        {"id": each.id, "archived": each.archived, "captured": each.is_captured, "look": _plain(each.look)}
        for each in found
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _plain(look: Look | None) -> dict[str, Any] | None:
    return None if look is None else plain_looks(Looks(by_source={"one": look}))["one"]


def _lines(each: Known) -> Iterator[str]:
    yield f"archived copy: {each.archived or 'none'}"
    yield f"capture: {'yes' if each.is_captured else 'no'}"
    if each.look is None:
        yield "nobody has looked yet"
        return
    yield f"on {each.look.on} {_ANSWERS[each.look.answer]}"
    yield from (f"{what}: {value}" for what, value in _needs(each.look))


def _needs(look: Look) -> Iterator[tuple[str, str]]:
    """Yield what somebody has to look into, each with its value."""
    if look.notice:
        kind, _, doi = look.notice.partition(" 10.")
        yield ("retracted" if kind in RETRACTED else "notice"), f"{kind}{f' 10.{doi}' if doi else ''}"
    for quote in look.lost:
        yield "words that its text of that day does not have", quote
    if look.moved_to:
        yield "leads to", look.moved_to
    if look.copy in {"gone", "silent", "refused"}:
        yield "archived copy", _ANSWERS[look.copy].replace("its address", "it")
    if look.found_copy:
        yield "an archive has", look.found_copy


_SECTIONS: Final = (
    ("Retracted or corrected", "Read the notice, and say in the claims what it means for them."),
    (
        "Words that are no longer there",
        "Compare the page with the capture: the words may have been edited, or stand where the program does not read.",
    ),
    ("Gone", "Find where it is now, or a copy in an archive, and put its address into the source's file."),
    ("Leads elsewhere for good", "Put the new address into the source's file, if it is the same document."),
    ("An archive has a copy", "Open it. If it is the same document, add the line to the source's file."),
    ("Could not be found out", "A program was refused, or nothing answered. Look by hand, if it lasts."),
)
"""The sections of the report in order, each with what to do."""


def as_markdown(seen: Iterable[Seen]) -> str:
    """Return the report of a look as Markdown for an issue: what was found, by what is to be done about it.

    Every text that comes from elsewhere is in a code span. If there is too much, it has the first.
    """
    rows: dict[str, list[str]] = {heading: [] for heading, _ in _SECTIONS}
    count = 0
    for each in seen:
        count += 1
        for heading, text in _found(each):
            rows[heading].append(f"- `{each.source}`: {text}\n")
    text = f"{MARK}\n{count:,} source{'s' * (count != 1)} looked at.\n"
    if not any(rows.values()):
        return f"{text}\nNothing needs anybody: all addresses answer, and all quoted words are there.\n"
    for heading, todo in _SECTIONS:
        if rows[heading]:
            text += f"\n### {heading}\n\n{todo}\n\n{''.join(rows[heading])}"
    if len(text.encode()) <= MOST_BYTES:
        return text
    cut = text.encode()[:MOST_BYTES].decode("utf-8", "ignore").rpartition("\n")[0]
    return f"{cut}\n\nThere is more than fits here: `claimgraph sources` tells all.\n"


def _found(each: Seen) -> Iterator[tuple[str, str]]:
    look = each.look
    if look.notice:
        yield "Retracted or corrected", code_span(look.notice)
    for quote in look.lost:
        claim, _, number = quote.rpartition(" ")
        yield "Words that are no longer there", f"quote {number} of `{claim}`"
    if look.answer == "gone":
        yield "Gone", "its address"
    if look.copy == "gone":
        yield "Gone", "its archived copy"
    if look.moved_to:
        yield "Leads elsewhere for good", code_span(look.moved_to)
    if look.found_copy:
        yield "An archive has a copy", code_span(f"archived: {look.found_copy}")
    gone = look.answer == "gone"
    for why in each.whys:
        if not (gone and why.startswith("its address:")) and not (
            look.copy == "gone" and why.startswith("its archived copy:")
        ):
            yield "Could not be found out", code_span(why)
