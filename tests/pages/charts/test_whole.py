"""The balance of everything: whose words are quoted, and how much one source gives."""

from __future__ import annotations

from claimgraph.analysis.origins import Origins
from claimgraph.index.addresses import Ref
from claimgraph.pages.charts.whole import Heard, Whole, whole_balance, whole_chart
from tests.pages.corpora import citation, claim, quote, source, view

HEARING = Ref(title="The hearing", address="sources/hearing/")


def whole(**sides: tuple[int, int]) -> Whole:
    """The balance of these numbers of quotes and findings by side."""
    heard = [Heard(side=side, quotes=q, findings=f, voices=1) for side, (q, f) in sides.items()]  # type: ignore[arg-type]
    quotes, findings = sum(each.quotes for each in heard), sum(each.findings for each in heard)
    return Whole(sides=tuple(heard), quotes=quotes, findings=findings, most_quoted=HEARING, from_it=1)


def test_quotes_and_findings_are_counted_by_the_side_of_the_speaker_each_once() -> None:
    speakers = {"A driver": {"side": "critical"}, "A clerk": {"side": "official"}}
    same = quote("A driver", exact="They were late again, all of them.")
    shown = view(
        claim("a", quotes=[quote("A driver"), same, quote("A clerk", source="news")], citations=[citation()]),
        claim("b", quotes=[same]),
        source(side="neutral", speakers=speakers),
        source("news", side="official"),
    )
    found = whole_balance(shown, Origins(shown.corpus, shown.verdicts))
    assert found == Whole(
        sides=(
            Heard(side="official", quotes=1, findings=0, voices=1),
            Heard(side="supportive", quotes=0, findings=0, voices=0),
            Heard(side="critical", quotes=2, findings=0, voices=1),
            Heard(side="neutral", quotes=0, findings=1, voices=1),
        ),
        quotes=3,
        findings=1,
        most_quoted=HEARING,
        from_it=2,
    )


def test_without_a_quote_there_is_no_balance() -> None:
    shown = view(claim("a", citations=[citation()]), source())
    assert whole_balance(shown, Origins(shown.corpus, shown.verdicts)) is None


def test_what_one_sees_is_said_in_words() -> None:
    assert whole(official=(5, 117), supportive=(0, 2), critical=(1184, 29), neutral=(99, 43)).seen == (
        "Critical voices are quoted most: 1,184 of 1,288 quotes. "
        "Official voices have most of the findings that we put in our own words: 117 of 191."
    )
    assert whole(official=(1, 0)).seen == "Official voices are quoted most: 1 of 1 quote."


def test_the_chart_has_two_bars_for_each_side() -> None:
    chart = whole_chart(whole(official=(5, 117), critical=(184, 29)))
    assert chart.description == "Official: 5 quotes and 117 findings. Critical: 184 quotes and 29 findings."
    words, bars = (each["values"] for each in chart.inner["data"][:2])
    assert [word["text"] for word in words] == ["Official: 1 voice", "Critical: 1 voice"]
    assert [bar["text"] for bar in bars] == ["5 quotes", "117 findings", "184 quotes", "29 findings"]
