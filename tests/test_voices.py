"""Voices: whose words a quote gives, and under which id."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

import pytest

from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim, Quote
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.source import Source
from claimgraph.model.values import ID_PATTERN
from claimgraph.model.verdict import Place
from claimgraph.model.voice import Voice
from claimgraph.voices import QuotedVoice, Voicing, poster, slug, voices_of, voicing, voicing_of_quote, voicings

MARK = Mark(1, 1, None, {})


def entry(record: type[Any], id_: str, **fields: object) -> Entry[Any]:
    return Entry(id=id_, path=f"{id_}.yml", record=adapter(record).validate_python(fields), mark=MARK)


def source(id_: str = "hearing", **fields: object) -> Entry[Source]:
    return entry(Source, id_, type="hearing", title="A hearing", depth="none", **fields)


def claim(id_: str, *quotes: dict[str, Any], **fields: object) -> Entry[Claim]:
    scope = {"place": "Harbour Town", "period": "2021"}
    return entry(Claim, id_, title="T", assertion="A.", kind="factual", scope=scope, quotes=list(quotes), **fields)


def corpus(*entries: Entry[Any]) -> Corpus:
    def of(kind: type[Any]) -> MappingProxyType[str, Entry[Any]]:
        return MappingProxyType({e.id: e for e in entries if isinstance(e.record, kind)})

    return Corpus(
        claims=of(Claim),
        topics=MappingProxyType({}),
        sources=of(Source),
        voices=of(Voice),
        topic_of=MappingProxyType({}),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Participant E", "participant-e"),
        ("  Dr. Ada   Quill-Smith (mayor) ", "dr-ada-quill-smith-mayor"),
        ("André Tramée", "andre-tramee"),
        ("Łukasz Øst Straße", "lukasz-ost-strasse"),
        ("O\u2019Brien", "o-brien"),
        ("38 Degrees", "voice-38-degrees"),
        ("Con", "voice-con"),
        ("Иван", "voice-10c39bd2"),
        ("Иван 3", "voice-3-bf5eaad9"),
        ("!", "voice-9e6bffd3"),
        ("", "voice-00000000"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected
    assert re.match(ID_PATTERN, slug(text))


def test_slug_of_long_names_has_at_most_80_characters_and_keeps_them_apart() -> None:
    one, other = slug("a name " * 20 + "one"), slug("a name " * 20 + "other")
    assert one != other
    assert len(one) <= 80
    assert re.match(ID_PATTERN, one)
    assert slug("a" * 80) == "a" * 80


def test_speaker_is_a_voice_of_this_source() -> None:
    assert voicing(source(speakers={"A driver": {}}), "A driver").id == "hearing-a-driver"


def test_alias_is_the_same_voice() -> None:
    found = source(speakers={"A driver": {"aliases": ["The driver\u2019s"]}})
    assert voicing(found, " The  driver's") == Voicing(id="hearing-a-driver", name="A driver")


def test_given_voice_goes_before_the_default() -> None:
    assert voicing(source(speakers={"The mayor": {"voice": "ada-quill"}}), "The mayor").id == "ada-quill"


def test_name_that_is_not_listed_is_a_voice_of_this_source() -> None:
    assert voicing(source(), "3 readers") == Voicing(id="hearing-3-readers", name="3 readers")


def test_long_ids_are_cut_and_kept_apart() -> None:
    found = source("s" * 78)
    assert voicing(found, "one").id != voicing(found, "other").id
    assert len(voicing(found, "one").id) <= 80


def test_author_is_one_voice_in_all_sources() -> None:
    found = source(author=[{"given": "Ada", "family": "Quill"}])
    assert voicing(found, "") == voicing(found, "Ada Quill") == Voicing(id="ada-quill", name="Ada Quill")


def test_of_several_authors_the_first_speaks() -> None:
    found = source(author=[{"literal": "Ada Quill"}, {"literal": "Sam Hook"}])
    assert voicing(found, "").id == voicing(found, "Sam Hook").id == "ada-quill"


def test_author_who_is_listed_as_a_speaker_is_one_voice() -> None:
    plain = source(author=[{"literal": "Harbour News"}], speakers={"Harbour News": {}})
    given = source(author=[{"literal": "Harbour News"}], speakers={"Harbour News": {"voice": "the-news"}})
    assert voicing(plain, "").id == voicing(plain, "Harbour News").id == "harbour-news"
    assert voicing(given, "").id == voicing(given, "Harbour News").id == "the-news"


def test_without_an_author_the_publisher_speaks() -> None:
    assert voicing(source(publisher="Town Council"), "") == Voicing(id="town-council", name="Town Council")


def test_without_author_and_publisher_the_source_is_a_voice() -> None:
    assert voicing(source(), "") == Voicing(id="hearing", name="A hearing")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"mode": "asserted", "speaker": "A driver"}, "hearing-a-driver"),
        ({"mode": "reported", "speaker": "A driver"}, "hearing-a-driver"),
        ({"mode": "reported", "speaker": "A driver", "of": " "}, "hearing-a-driver"),
        ({"mode": "reported", "speaker": "A driver", "of": "The mayor"}, "ada-quill"),
        ({"mode": "reported", "speaker": "A driver", "of": "Town Council"}, "town-council"),
        ({"mode": "presupposed", "speaker": "A driver", "of": "Town Council"}, "hearing-a-driver"),
    ],
)
def test_voice_of_a_quote(fields: dict[str, str], expected: str) -> None:
    found = source(speakers={"A driver": {}, "Mayor Quill": {"aliases": ["The mayor"], "voice": "ada-quill"}})
    quote = adapter(Quote).validate_python({"source": "hearing", "exact": "Half of the buses were late.", **fields})
    assert voicing_of_quote(found, quote).id == expected


def test_voicings_are_the_authors_and_each_speakers_once() -> None:
    found = source(author=[{"literal": "Forum"}], speakers={"B": {"aliases": ["C"]}, "A": {}})
    assert [voice.id for voice in voicings(found)] == ["forum", "hearing-b", "hearing-a"]


def test_voices_are_those_heard_and_those_described() -> None:
    ada = entry(Voice, "ada-quill", name="Ada Quill", role="Mayor")
    silent = entry(Voice, "sam-hook", name="Sam Hook")
    words = {"source": "hearing", "exact": "Half of the buses were late."}
    found = corpus(
        ada,
        silent,
        source(speakers={"A driver": {}, "The mayor": {"voice": "ada-quill"}, "Not quoted": {}}),
        claim("a", {**words, "speaker": "The mayor"}, {**words, "speaker": "A driver"}),
        claim(
            "b",
            {**words, "speaker": "A driver", "mode": "reported", "of": "The mayor"},
            {**words, "source": "lost"},
            citations=[{"source": "hearing", "finding": "Half."}, {"source": "lost", "finding": "Half."}],
        ),
    )
    assert list(voices_of(found).values()) == [
        QuotedVoice(id="ada-quill", name="Ada Quill", role="Mayor", entry=ada, quotes=(("a", 0), ("b", 0))),
        QuotedVoice(id="hearing", name="A hearing", role="", entry=None, quotes=(), citations=(("b", 0),)),
        QuotedVoice(id="hearing-a-driver", name="A driver", role="", entry=None, quotes=(("a", 1),)),
        QuotedVoice(id="sam-hook", name="Sam Hook", role="", entry=silent, quotes=()),
    ]


@pytest.mark.parametrize(
    ("speaker", "posted_by", "expected"),
    [
        pytest.param("Participant E", "Participant A", "hearing-participant-a", id="another"),
        pytest.param("Participant E", "", None, id="nobody"),
        pytest.param("Participant E", "Professor E", None, id="the same under another name"),
        pytest.param("Ada", "Quill", None, id="the same voice twice in the source"),
    ],
)
def test_who_posts_anothers_words(speaker: str, posted_by: str, expected: str | None) -> None:
    said = source(
        speakers={
            "Participant A": {},
            "Participant E": {"aliases": ["Professor E"]},
            "Ada": {"voice": "ada-quill"},
            "Quill": {"voice": "ada-quill"},
        }
    )
    place = Place(
        first_line=1, last_line=1, words=((0, 5),), speaker=speaker, posted_by=posted_by, is_whole=True, marks=()
    )
    posting = poster(said, place)
    assert (posting.id if posting else None) == expected
