"""What the page of a voice shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimgraph.index.addresses import Ref
from claimgraph.pages.voice.page import CitedClaim, Held, ShownInterest, voice_page
from claimgraph.templating.templates import render
from tests.pages.corpora import TEMPLATES, citation, claim, quote, shown_values, source, topic, view, voice

if TYPE_CHECKING:
    from claimgraph.index.view import View


def voice_values(shown: View, voice_id: str) -> dict[str, Any]:
    """What the template of a voice's page gets."""
    return shown_values(voice_page(shown, voice_id))


def test_a_voice_with_a_file() -> None:
    shown = view(
        claim("b", quotes=[quote("Dan")]),
        claim("a", quotes=[quote("Dan", source="news"), quote("Dan")]),
        source(speakers={"Dan": {"voice": "dan"}}, side="critical"),
        source("news", speakers={"Dan": {"voice": "dan"}}, title="News", side="critical"),
        voice(
            "dan",
            name="Dan Driver",
            role="Bus driver",
            interests=[{"text": "Owns a bus.", "source": "news"}, {"text": "Owns a tram.", "source": "gone"}],
        ),
    )
    values = voice_values(shown, "dan")
    assert values["here"] == "voices/dan/"
    assert values["voice"] == {
        "name": "Dan Driver",
        "role": "Bus driver",
        "side": "critical",
        "weight": "2 claims, all on this voice alone",
    }
    news = Ref(title="News", address="sources/news/")
    assert values["interests"] == [
        ShownInterest(text="Owns a bus.", source=news),
        ShownInterest(text="Owns a tram.", source=Ref(title="gone", address=None)),
    ]
    assert values["sources"] == [Ref(title="The hearing", address="sources/hearing/"), news]
    assert [item.anchor for item in values["quotes"]] == ["a-quote-1", "a-quote-2", "b-quote-1"]
    page = render(TEMPLATES, "voice.html", **values)
    assert "Dan Driver</a>" not in page
    assert "<li>Owns a tram. (gone)</li>" in page
    assert "<dd>critical; noted for balance only</dd>" in page


def test_a_voice_that_is_not_quoted_has_a_page() -> None:
    values = voice_values(view(voice("dan")), "dan")
    assert (values["sources"], values["quotes"], values["interests"]) == ([], [], [])
    assert render(TEMPLATES, "voice.html", **values).split() == [
        "<p",
        'class="em-kicker">Voice</p>',
        "<h1>Name",
        "of",
        "dan</h1>",
    ]


def test_a_voice_that_is_only_cited_has_a_page_with_the_claims() -> None:
    shown = view(
        claim("a", citations=[citation(source="count")]),
        source("count", title="The count", author=[{"literal": "Ada Quill"}], issued="2021-11"),
    )
    values = voice_values(shown, "ada-quill")
    assert values["voice"]["name"] == "Ada Quill"
    assert values["cited"] == [
        CitedClaim(
            claim=Ref(title="Title of a", address="claims/a/"),
            source=Ref(title="The count", address="sources/count/"),
            date="November 2021",
        )
    ]
    assert "Put in our own words, not quoted" in render(TEMPLATES, "voice.html", **values)


def test_it_says_what_a_voice_gives_reasons_for_and_against() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("dear", thesis=True),
        claim("old", thesis=True),
        claim("a", quotes=[quote("Dan")], supports=[{"claim": "late", "because": "."}]),
        claim("b", quotes=[quote("Dan")], counts_against=[{"claim": "dear", "because": "."}]),
        claim("c", quotes=[quote("Dan")], counts_against=[{"claim": "old", "because": "."}]),
        claim("d", quotes=[quote("Dan")], supports=[{"claim": "old", "because": "."}]),
        topic(theses=["late", "dear", "old"]),
        source(),
    )
    assert voice_values(shown, "hearing-dan")["held"] == [
        Held(says="Gives reasons for", theses=(Ref(title="Title of late", address="claims/late/"),)),
        Held(says="Gives reasons against", theses=(Ref(title="Title of dear", address="claims/dear/"),)),
        Held(says="Gives reasons on both sides", theses=(Ref(title="Title of old", address="claims/old/"),)),
    ]


def test_many_quotes_are_folded_by_topic_the_topic_with_most_first() -> None:
    shown = view(
        claim("a", quotes=[quote("Dan")]),
        claim("b", "fares", quotes=[quote("Dan")] * 4),
        topic(),
        topic("fares", title="Fares", order=2),
        source(),
    )
    values = voice_values(shown, "hearing-dan")
    assert [item.anchor for item in values["quotes"]] == ["b-quote-1", "b-quote-2", "b-quote-3"]
    assert [(group.says, [item.anchor for item in group.quotes]) for group in values["more"]] == [
        ("Fares: 1 quote", ["b-quote-4"]),
        ("Late buses: 1 quote", ["a-quote-1"]),
    ]
    assert render(TEMPLATES, "voice.html", **values).count("<summary>") == 2
