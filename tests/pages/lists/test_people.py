"""The list of all voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.index.addresses import Ref
from claimgraph.pages.lists import people
from claimgraph.pages.lists.people import Held, People, Person, people_groups
from tests.pages.corpora import citation, claim, press, quote, source, topic, view, voice

if TYPE_CHECKING:
    import pytest


def test_voices_come_by_weight_and_are_told_apart_by_role_or_source() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("dear", thesis=True),
        claim(
            "a",
            quotes=[quote("A rider"), quote("A rider", source="news")],
            supports=[{"claim": "late", "because": "."}],
        ),
        claim(
            "b",
            quotes=[quote("Dan"), quote("Dan", source="news")],
            citations=[citation(source="count")],
            supports=[{"claim": "late", "because": "."}, {"claim": "dear", "because": "."}],
        ),
        claim("c", quotes=[quote("Dan")], counts_against=[{"claim": "late", "because": "."}]),
        topic(theses=["late", "dear"]),
        source(speakers={"A rider": {}, "Dan": {"voice": "dan"}}),
        source("news", speakers={"A rider": {}, "Dan": {"voice": "dan"}}, **{"title-short": "News"}),
        source("count", title="The count", side="official"),
        voice("dan", name="Dan Driver", role="Bus driver; once a clerk."),
        voice("zoe", name="Zoe", role="Mayor"),
    )
    late, dear = (Ref(title=f"Title of {id_}", address=f"claims/{id_}/") for id_ in ("late", "dear"))
    assert people_groups(shown) == (
        People(
            title="",
            people=(
                Person(
                    title="Dan Driver",
                    address="voices/dan/",
                    side="neutral",
                    who="Bus driver",
                    weight="2 claims, 1 of them on this voice alone",
                    held=(
                        Held(says="Reasons for", theses=(dear,), more=0),
                        Held(says="On both sides", theses=(late,), more=0),
                    ),
                ),
                Person(
                    title="A rider",
                    address="voices/hearing-a-rider/",
                    side="neutral",
                    who="In ‘The hearing’",
                    weight="1 claim",
                    held=(Held(says="Reasons for", theses=(late,), more=0),),
                ),
                Person(
                    title="A rider",
                    address="voices/news-a-rider/",
                    side="neutral",
                    who="In ‘News’",
                    weight="1 claim",
                    held=(Held(says="Reasons for", theses=(late,), more=0),),
                ),
                Person(
                    title="The count",
                    address="voices/count/",
                    side="official",
                    who="",
                    weight="1 claim",
                    held=(Held(says="Reasons for", theses=(late,), more=1),),
                ),
                Person(title="Zoe", address="voices/zoe/", side="", who="Mayor", weight="", held=()),
            ),
        ),
    )


def test_those_on_whom_less_rests_and_those_without_a_name_are_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "SHOWN", 1)
    shown = view(
        claim("a", quotes=[quote("Reader 1"), quote("Zoe")]),
        claim("b", quotes=[quote("Reader 1")]),
        source(speakers={"Reader 1": {"voice": "reader"}, "Zoe": {"voice": "zoe"}}),
        voice("dan"),
        voice("zoe"),
        voice("reader", unnamed=True),
    )
    assert [(group.title, [person.title for person in group.people]) for group in people_groups(shown)] == [
        ("", ["Name of zoe"]),
        ("1 more voice, on which less rests", ["Name of dan"]),
        ("1 voice without a name that one could look up", ["Name of reader"]),
    ]
    page = str(press(shown).fill("voices", "voices/").content)
    assert page.count("<details") == 2
    assert page.index("Name of zoe") < page.index("<details") < page.index("Name of dan")
