"""Records as files give them: names, ranges of lines, keys without values, defaults."""

from __future__ import annotations

import dataclasses

import pytest
from pydantic import ValidationError

from claimgraph.loading.adapters import adapter
from claimgraph.model.claim import Claim, Quote
from claimgraph.model.links import Support
from claimgraph.model.source import LineRange, Name, Segment, Source, Speaker
from claimgraph.model.topic import Topic
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.model.voice import Voice

SOURCE = {"type": "report", "title": "Report", "depth": "full"}


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"family": "Scott", "given": "Mike"}, "Mike Scott"),
        ({"literal": "The Council"}, "The Council"),
        ({"family": "Scott", "literal": "The Council"}, "The Council"),
        ({"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}, "Ludwig van Beethoven"),
        (
            {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de", "suffix": "Jr"},
            "Charles de Gaulle Jr",
        ),
        ({}, ""),
    ],
)
def test_names(fields: dict[str, str], text: str) -> None:
    assert str(adapter(Name).validate_python(fields)) == text


@pytest.mark.parametrize(
    ("text", "first", "last"), [("34", 34, 34), ("34-36", 34, 36), ("1-1", 1, 1), ("999999", 999_999, 999_999)]
)
def test_ranges_of_lines(text: str, first: int, last: int) -> None:
    lines = adapter(Segment).validate_python({"lines": text}).lines
    assert lines == LineRange(first=first, last=last)
    assert str(lines) == (text if first != last else str(first))


@pytest.mark.parametrize(
    "value", ["", "0", "01", "3-", "-3", "3-1", "3 - 4", "3\u20134", "x", "1000000", "3,4", "3\n", 3, None]
)
def test_no_ranges_of_lines(value: object) -> None:
    with pytest.raises(ValidationError) as raised:
        adapter(Segment).validate_python({"lines": value})
    (error,) = raised.value.errors()
    assert (error["type"], error["msg"]) == ("line_range", "is no range of lines: write 34, or 34-36")


def test_keys_are_as_zotero_writes_them() -> None:
    source = adapter(Source).validate_python(
        {
            **SOURCE,
            "container-title": "C",
            "URL": "https://x.org",
            "DOI": "10.1016/x",
            "ISBN": "978",
            "publisher-place": "P",
        }
    )
    assert (source.container_title, source.url, source.doi, source.isbn, source.publisher_place) == (
        *("C", "https://x.org", "10.1016/x", "978", "P"),
    )


def test_a_speaker_without_a_value() -> None:
    source = adapter(Source).validate_python({**SOURCE, "speakers": {"A": "", "B": {"aliases": ["C"]}}})
    assert source.speakers == {"A": Speaker(), "B": Speaker(aliases=("C",))}


def test_segments_are_a_keyword_or_a_list() -> None:
    assert adapter(Source).validate_python({**SOURCE, "segments": "speaker-turns"}).segments == "speaker-turns"
    source = adapter(Source).validate_python(
        {**SOURCE, "segments": [{"lines": "3", "from": "a", "to": "b", "repeats": "2"}]}
    )
    assert source.segments != "speaker-turns"
    (segment,) = source.segments
    assert (str(segment.lines), segment.from_, segment.to, segment.repeats) == ("3", "a", "b", 2)


def test_what_a_file_leaves_out() -> None:
    source = adapter(Source).validate_python(SOURCE)
    assert (source.side, source.speakers, source.segments, source.ignore, source.issued) == (
        "neutral",
        {},
        (),
        (),
        None,
    )
    quote = adapter(Quote).validate_python({"source": "a", "exact": "b"})
    assert (quote.stance, quote.mode, quote.speaker, quote.id) == ("asserts", "asserted", "", None)
    assert adapter(Support).validate_python({"claim": "a", "because": "b", "with": ["c"]}).together == ("c",)


@pytest.mark.parametrize("kind", [Claim, Source, Topic, Voice, Quote, Verdict])
def test_records_are_frozen_and_without_further_fields(kind: type) -> None:
    assert dataclasses.is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert hasattr(kind, "__slots__")


def test_only_one_outcome_is_a_yes() -> None:
    assert [outcome for outcome in Outcome if Verdict(outcome=outcome).is_verified] == [Outcome.VERIFIED]


@pytest.mark.parametrize(
    "doi",
    [
        *("10.1016/x", "10.1000/x_(y)<z>", "10.1890/0012-9658(2006)87[1733:IASPPO]2.0.CO;2", "10.1000/%7Bx%7D#1?&=+~"),
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
    ],
)
def test_a_doi(doi: str) -> None:
    assert adapter(Source).validate_python(SOURCE | {"DOI": doi}).doi == doi


@pytest.mark.parametrize(
    "doi",
    [
        *("10.1234/},url={javascript:alert(1)}", "10.1234/{", "10.1234/a b", '10.1234/"', "10.1234/\\", "10.1234/a%"),
        *("10.1234/%7", "10.1234/`", "10.1234/a|b", "10.1234/a^b", "10.1234/", "10.12/x", "10.1234/a\nb"),
    ],
)
def test_no_doi(doi: str) -> None:
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        adapter(Source).validate_python(SOURCE | {"DOI": doi})
