"""How many voices and lines of evidence there really are."""

from __future__ import annotations

import pytest

from claimgraph.analysis.concentration import Concentration, Share, by_claim, by_topic, concentration, of_claims
from claimgraph.analysis.origins import Origin, Origins
from tests.analysis.corpora import citation, claim, corpus, quote, source, verified

SOURCES = (
    source("blog", "Ada Quill", independence="survey", side="critical"),
    source("article", "Ben Reed", independence="survey", side="neutral"),
    source("letter", "Ada Quill", side="critical"),
)


def share(id_: str, count: int = 1, name: str = "") -> Share:
    return Share(id=id_, name=name or id_, count=count)


def test_voices_and_lines_are_counted_once() -> None:
    found = corpus(
        *SOURCES,
        claim("a", quotes=[quote("blog"), quote("letter"), quote("article")], citations=[citation("blog")]),
        claim("b"),
        claim("c", quotes=[quote("blog"), quote("blog", "R.", stance="disputes")]),
    )
    origins = Origins(found, verified(found))
    assert by_claim(found, origins) == {
        "a": Concentration(
            quotes=3,
            citations=1,
            voices=(share("ada-quill", 3, "Ada Quill"), share("ben-reed", 1, "Ben Reed")),
            lines=(share("survey", 3), share("letter")),
            sides=(share("critical", 3), share("neutral")),
        ),
        "b": Concentration(),
        "c": Concentration(
            quotes=1,
            voices=(share("ada-quill", 1, "Ada Quill"),),
            lines=(share("survey"),),
            sides=(share("critical"),),
        ),
    }
    assert by_claim(found, origins, "disputes")["c"].quotes == 1


def test_the_same_words_under_two_claims_count_once_in_a_topic() -> None:
    found = corpus(
        *SOURCES,
        claim("a", quotes=[quote("blog")], citations=[citation("letter", "F. G.")]),
        claim(
            "b", quotes=[quote("blog"), quote("article", stance="disputes")], citations=[citation("letter", "F.  G.")]
        ),
        claim("c", quotes=[quote("letter")]),
        folders={"c": "another"},
    )
    origins = Origins(found, verified(found))
    topics = by_topic(found, origins)
    assert list(topics) == ["another", "topic"]
    assert (topics["topic"].quotes, topics["topic"].citations) == (2, 1)
    assert topics["topic"].voices == (share("ada-quill", 2, "Ada Quill"), share("ben-reed", 1, "Ben Reed"))
    assert of_claims(found, origins, ["a", "b"], ("asserts",)).quotes == 1


def made(quotes: int, citations: int, voices: int, lines: int) -> Concentration:
    every = [
        Origin(voice=f"v{n % voices}", name="V", line=f"l{n % lines}", side="neutral", source="s", is_cited=n >= quotes)
        for n in range(quotes + citations)
    ]
    return concentration(every)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((7, 0, 2, 1), "7 quotes, 2 voices, 1 independent source"),
        ((1, 0, 1, 1), "1 quote, 1 voice, 1 independent source"),
        ((0, 1, 1, 1), "1 citation, 1 voice, 1 independent source"),
        ((2, 3, 4, 2), "2 quotes and 3 citations, 4 voices, 2 independent sources"),
        ((0, 0, 1, 1), "no evidence"),
    ],
)
def test_in_words(counts: tuple[int, int, int, int], expected: str) -> None:
    assert str(made(*counts)) == expected
    assert bool(made(*counts)) is (expected != "no evidence")
