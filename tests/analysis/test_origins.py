"""Whose words each quote and citation is, on which line and side."""

from __future__ import annotations

import pytest

from claimgraph.analysis.origins import Origin, Origins
from claimgraph.standing.names import Attribution
from tests.analysis.corpora import citation, claim, corpus, quote, source, verified, voice

SOURCES = (
    source("blog", "Ada Quill", independence="quill", side="critical"),
    source("article", "Ada Quill", independence="quill", side="critical", **{"title-short": "The article"}),
    source(
        "thread",
        "Forum",
        side="neutral",
        speakers={
            "Member 1": {},
            "Member 2": {"aliases": ["M2"]},
            "Quill": {"voice": "ada-quill"},
            "Council": {},
            "Echo": {},
            "Critic": {"side": "critical"},
        },
        independence="forum",
        segments=[{"lines": "1", "speaker": "Member 1", "reposts": "Echo"}],
    ),
    source("survey", "Town council", side="official"),
    source("letter", "Town council", side="supportive"),
    source("debate", speakers={"Quill": {"voice": "ada-quill", "side": "supportive"}}, side="neutral"),
    source("hearing", speakers={"The council": {"voice": "town-council"}}, side="neutral"),
)


def origins(*quotes: dict[str, str], citations: list[dict[str, str]] | None = None) -> Origins:
    found = corpus(*SOURCES, claim("a", quotes=quotes, citations=citations or []), voice("ada-quill", "Dr Ada Quill"))
    return Origins(found, verified(found))


def origin(*quotes: dict[str, str]) -> tuple[str, str, str]:
    found = origins(*quotes).of("a", 0)
    assert found is not None
    return found.voice, found.line, found.side


def test_an_origin_whole() -> None:
    assert origins(quote("blog")).of("a", 0) == Origin(
        voice="ada-quill", name="Dr Ada Quill", line="quill", side="critical", source="blog", is_cited=False
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(quote("article"), ("ada-quill", "quill", "critical"), id="author of an article and a blog"),
        pytest.param(
            quote("thread", speaker="Member 1"), ("thread-member-1", "forum", "neutral"), id="participant of a thread"
        ),
        pytest.param(quote("thread", speaker="M2"), ("thread-member-2", "forum", "neutral"), id="under another name"),
        pytest.param(
            quote("thread", speaker="Quill"), ("ada-quill", "quill", "critical"), id="words reposted from elsewhere"
        ),
        pytest.param(
            quote("thread", speaker="Member 1", mode="reported", of="Ada Quill"),
            ("ada-quill", "quill", "critical"),
            id="words that another reports",
        ),
        pytest.param(
            quote("thread", speaker="Member 1", mode="reported", of="Somebody"),
            ("somebody", "forum", "neutral"),
            id="words of one who is at home nowhere",
        ),
        pytest.param(
            quote("thread", speaker="Echo"),
            ("thread-echo", "thread-echo", "neutral"),
            id="words copied from one who is at home nowhere",
        ),
        # The council's own sources are of two lines and two sides: it has those of the source in which it speaks.
        pytest.param(
            quote("hearing", speaker="The council"), ("town-council", "hearing", "neutral"), id="two lines at home"
        ),
        pytest.param(quote("survey"), ("town-council", "survey", "official"), id="without a shared line"),
        pytest.param(
            quote("thread", speaker="Critic"), ("thread-critic", "forum", "critical"), id="the side of a speaker"
        ),
        pytest.param(
            quote("debate", speaker="Quill"),
            ("ada-quill", "quill", "supportive"),
            id="the side of a speaker goes before that at home",
        ),
    ],
)
def test_origins(said: dict[str, str], expected: tuple[str, str, str]) -> None:
    assert origin(said) == expected


def test_a_citation_is_its_authors() -> None:
    found = origins(quote("blog"), citations=[citation("survey")]).of("a", 1)
    assert found == Origin(
        voice="town-council", name="Town council", line="survey", side="official", source="survey", is_cited=True
    )


def test_an_unknown_source_has_no_origin() -> None:
    found = origins(quote("nowhere"), citations=[citation("nowhere")])
    assert (found.of("a", 0), found.of("a", 1)) == (None, None)
    assert list(found.evidence("a", "asserts")) == []
    assert found.attribution("a", 1) == Attribution(voice="", name="", is_cited=True)


def test_evidence_is_verified_or_cited_and_not_taken_for_granted() -> None:
    found = origins(
        quote("blog"),
        quote("blog", "Wrong."),
        quote("blog", mode="presupposed"),
        quote("blog", stance="disputes"),
        citations=[citation("survey"), citation("survey", stance="disputes")],
    )
    assert [item for item, _ in found.evidence("a", "asserts")] == [0, 4]
    assert [item for item, _ in found.evidence("a", "disputes")] == [3, 5]


def test_reasons_are_told_the_voice_of_a_quote_and_the_title_of_what_is_cited() -> None:
    found = origins(quote("blog"), citations=[citation("article"), citation("survey")])
    assert found.title("a") == "A"
    assert [found.attribution("a", item) for item in range(3)] == [
        Attribution(voice="ada-quill", name="Dr Ada Quill", line="quill"),
        Attribution(voice="ada-quill", name="The article", is_cited=True, line="quill"),
        Attribution(voice="town-council", name="Survey", is_cited=True, line="survey"),
    ]
