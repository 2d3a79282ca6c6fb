"""The words for a claim in one line: a quote, or a finding in our words, with the voice and the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref, voice_address
from claimgraph.index.wording import OURS, plural, years_in_words
from claimgraph.pages.parts.quotes import shown_quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.index.view import View
    from claimgraph.model.claim import Quote
    from claimgraph.model.standing import Backing

_PROSE: Final = re.compile(r"[\w ,.'\u2019()\-\u2013/]*[\w)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One whole quote, or one finding, and its voice.

    `is_quote` tells the two apart; `is_own` that a quote is what its speaker says, and not what another reports. `by`
    is the voice; for a finding, the author of the source. `role` is the first part of the role in the voice's file.
    `year` is the year of the source, `mode` how the speaker means the words, `more` what the quote leaves out of its
    sentence, and `check` what is open about its check; each is empty if there is nothing to say.
    """

    text: str
    is_quote: bool
    by: Ref
    role: str
    year: str
    is_own: bool = True
    mode: str = ""
    more: str = ""
    check: str = ""

    @property
    def ours(self) -> str:
        """The remark that these words are the editors' own; empty for a quote."""
        return "" if self.is_quote else OURS


def brief_role(role: str) -> str:
    """Return the role up to its first full stop or semicolon if that part is plain prose, or else the whole role.

    Either is without a full stop at its end, since more follows it.
    """
    first = role.partition(". ")[0].partition("; ")[0].removesuffix(".")
    return first if _PROSE.fullmatch(first) else role.removesuffix(".")


def best_words(view: View, claim_id: str) -> Words | None:
    """Return the best words that assert a claim; None if there are none.

    They are the shortest quote of somebody's own words, or else the first citation, or else the shortest quote of words
    that another reports.
    """
    claim, items = view.corpus.claims[claim_id].record, view.analysis.standings[claim_id].attested_by

    def rank(item: int) -> tuple[int, int, int]:
        if item >= len(claim.quotes):
            return 1, 0, item
        quote = claim.quotes[item]
        return 0 if is_own(quote) else 2, len(quote.exact), item

    return words_of(view, claim_id, min(items, key=rank)) if items else None


def is_own(quote: Quote) -> bool:
    """Tell whether a quote is what its speaker says, and not what the speaker reports of another."""
    return quote.mode in {"asserted", "conceded"}


def words_of(view: View, claim_id: str, item: int) -> Words:
    """Return a quote or citation of a claim. Quotes count from 0, and citations continue after the last quote."""
    claim = view.corpus.claims[claim_id].record
    if item < len(claim.quotes):
        quote = shown_quote(view, claim_id, item)
        return Words(
            text=quote.exact,
            is_quote=True,
            by=quote.speaker,
            role=brief_role(quote.role),
            year=_year(view, claim.quotes[item].source),
            is_own=is_own(claim.quotes[item]),
            mode=quote.mode,
            more=quote.more,
            check="" if quote.proven else quote.check,
        )
    citation = claim.citations[item - len(claim.quotes)]
    origin = view.analysis.origins.of(claim_id, item)
    voice = view.voices.get(origin.voice) if origin else None
    return Words(
        text=citation.finding,
        is_quote=False,
        by=_voice(view, origin.voice) if origin and origin.name else view.source(citation.source),
        role=brief_role(voice.role) if voice else "",
        year=_year(view, citation.source),
    )


def _year(view: View, source_id: str) -> str:
    source = view.corpus.sources.get(source_id)
    date = (source.record.issued or source.record.event_date) if source else None
    return years_in_words(date)


def voices_of(view: View, ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return the voices with these ids, by name in alphabetical order, without unknown ones."""
    found = [_voice(view, id_) for id_ in ids if view.analysis.origins.voice(id_)]
    return tuple(sorted(found, key=lambda ref: (ref.title.casefold(), ref.address or "")))


def _voice(view: View, id_: str) -> Ref:
    name = view.analysis.origins.voice(id_)
    return Ref(title=name, address=voice_address(id_) if id_ in view.voices else None)


def voices_in_words(pro: int, con: int) -> str:
    """Return how many voices are on both sides, for a list: `3 voices for, 4 against`."""
    return f"{plural(pro, 'voice') if pro else 'no voice'} for, {f'{con:,}' if con else 'none'} against"


def reasons_in_words(reasons: int, backing: Backing) -> str:
    """Return how many reasons a side has, and how many voices give them: `7 reasons, from 3 voices`.

    Where some of them speak in one source, so that fewer are independent of each other, it says so.
    """
    told = ", all in our words" if backing.is_cited else ""
    voice = "independent voice" if backing.count < len(backing.voices) else "voice"
    return f"{plural(reasons, 'reason')}, from {plural(backing.count, voice)}{told}"
