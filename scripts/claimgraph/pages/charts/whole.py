"""The balance of the whole: whose words are quoted, by the side of the speaker, and how much one source gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.analysis.balance import SIDES
from claimgraph.analysis.concentration import distinct
from claimgraph.index.wording import plural
from claimgraph.pages.charts.bars import Row, rows_chart

if TYPE_CHECKING:
    from claimgraph.analysis.origins import Origins
    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.source import Side
    from claimgraph.pages.drawing.plotting import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What is heard of one side: its quotes, the findings of its sources in the editors' words, and its voices."""

    side: Side
    quotes: int
    findings: int
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything quoted and cited, by side in the order of `SIDES`; the same words count once.

    `most_quoted` is the source with most quotes, and `from_it` their number.
    """

    sides: tuple[Heard, ...]
    quotes: int
    findings: int
    most_quoted: Ref
    from_it: int

    @property
    def seen(self) -> str:
        """What one sees: which side is quoted most, and which has most of the findings."""
        quoted = max(self.sides, key=lambda side: side.quotes)
        sentence = (
            f"{quoted.side.capitalize()} voices are quoted most: {quoted.quotes:,} of {plural(self.quotes, 'quote')}."
        )
        if not self.findings:
            return sentence
        cited = max(self.sides, key=lambda side: side.findings)
        return (
            f"{sentence} {cited.side.capitalize()} voices have most of the findings that we put in our own words: "
            f"{cited.findings:,} of {self.findings:,}."
        )


def whole_balance(view: View, origins: Origins) -> Whole | None:
    """Return the balance of everything recorded, None if nobody is quoted."""
    found = tuple(distinct(view.corpus, origins, view.corpus.claims))
    quoted = [origin for origin in found if not origin.is_cited]
    if not quoted:
        return None
    quotes = Counter(origin.side for origin in quoted)
    findings = Counter(origin.side for origin in found if origin.is_cited)
    voices = Counter(side for side, _ in {(origin.side, origin.voice) for origin in found})
    by_source = Counter(origin.source for origin in quoted)
    most = min(by_source, key=lambda source: (-by_source[source], source))
    return Whole(
        sides=tuple(
            Heard(side=side, quotes=quotes[side], findings=findings[side], voices=voices[side]) for side in SIDES
        ),
        quotes=len(quoted),
        findings=len(found) - len(quoted),
        most_quoted=view.source(most),
        from_it=by_source[most],
    )


def whole_chart(whole: Whole) -> Chart:
    """Return the chart of the quotes and findings of each side."""
    rows = []
    for each in whole.sides:
        label = f"{each.side.capitalize()}: {plural(each.voices, 'voice')}"
        rows.append(Row(label=label, value=each.quotes, shown=plural(each.quotes, "quote")))
        findings = plural(each.findings, "finding")
        rows.append(Row(label="", value=each.findings, shown=findings, is_hollow=True))
    return rows_chart(
        id_="chart-of-the-whole",
        title="Whose words are quoted, by the side of the speaker",
        description=" ".join(
            f"{each.side.capitalize()}: {plural(each.quotes, 'quote')} and {plural(each.findings, 'finding')}."
            for each in whole.sides
        ),
        rows=rows,
    )
