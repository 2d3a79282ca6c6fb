"""The mistakes that newcomers make, each with the whole message and its place."""

from __future__ import annotations

import pytest

from claimgraph.findings import Finding, Severity
from claimgraph.loading.validation import validate
from claimgraph.location import Location
from claimgraph.model.claim import Claim
from claimgraph.model.source import Source
from claimgraph.yaml_nodes import Document, read_yaml

CLAIM = """\
title: Late buses
assertion: In Town in 2021, half of the buses came late.
kind: factual
scope: {place: Town, period: 2021}
quotes:
  - source: report
    exact: half of the buses came late
"""
SOURCE = """\
type: report
title: Report
depth: full
"""
CLAIM_FIELDS = (
    "the fields here are: title, assertion, kind, scope, quotes, citations, figures, thesis, one_sided, crux, "
    "computed, named, read, supports, counts_against, opposes, limits, rivals, context, undercuts, note, aliases, "
    "replaced_by"
)
QUOTE_FIELDS = "the fields here are: source, speaker, exact, id, stance, mode, of, prefix, suffix, context, rests_on"
EDTF = "which is no date in EDTF: write 2021, 2021-10, 2021-10-12, 2013-04/2013-06, 2018~ (about) or 2008/.. (open)"
TWO_YEARS = "which may be two years or a season: write 2021/2022, 2021-04/2022-03, or 2021-06/2021-08 for a summer"
KINDS = "factual, statistical, causal, definitional, rule, prediction, evaluative, normative, experience"
KEYWORD = "expected one of speaker-turns"
NO_RANGE = "which is no range of lines: write 34, or 34-36"
A_DOI = "expected a DOI such as 10.1016/x, without the resolver's address; a brace in it is written %7B or %7D"
AN_ID = "expected an id of small letters, digits and single hyphens, such as waits-are-short"


def findings(kind: type[Claim | Source], content: str) -> list[tuple[str, int, int, str, str]]:
    """Return rule, line, column, message and hint of each finding."""
    document = read_yaml("f.yml", content.encode())
    assert isinstance(document, Document), document
    record = validate(kind, "f.yml", document)
    assert isinstance(record, tuple), "nothing is wrong"
    assert all(found.severity is Severity.ERROR and found.location.path == "f.yml" for found in record)
    return [(found.rule, found.location.line, found.location.column, found.message, found.hint) for found in record]


def of_claim(old: str, new: str) -> list[tuple[str, int, int, str, str]]:
    assert old in CLAIM
    return findings(Claim, CLAIM.replace(old, new, 1))


def of_source(more: str) -> list[tuple[str, int, int, str, str]]:
    return findings(Source, SOURCE + more)


def test_nothing_wrong() -> None:
    for kind, content in ((Claim, CLAIM), (Source, SOURCE)):
        document = read_yaml("f.yml", content.encode())
        assert isinstance(document, Document)
        assert isinstance(validate(kind, "f.yml", document), kind)


def test_a_field_is_missing() -> None:
    hint = "add `title: ...`: A label for maps and lists, at most 70 characters."
    assert of_claim("title: Late buses\n", "") == [("missing-field", 1, 1, "the field 'title' is missing", hint)]


def test_a_field_inside_another_is_missing() -> None:
    hint = "add `period: ...`: The time that the claim speaks about, in EDTF: `2021-10`, `2013-04/2013-06`, `2018~`."
    message = "the field 'scope.period' is missing"
    assert of_claim(", period: 2021", "") == [("missing-field", 4, 1, message, hint)]


def test_a_field_of_an_item_is_missing() -> None:
    hint = "add `source: ...`: The id of the source in which the words stand."
    message = "the field 'quotes[1].source' is missing"
    assert of_claim("source: report\n    ", "") == [("missing-field", 6, 5, message, hint)]


def test_a_field_is_misspelt() -> None:
    found = (
        "unknown-field",
        1,
        1,
        "'Titel' is not a field (did you mean 'title'?)",
        f"write `title: ...`; {CLAIM_FIELDS}",
    )
    assert of_claim("title:", "Titel:") == [found]


def test_a_field_is_called_by_another_word() -> None:
    fields = f"write `exact: ...`; {QUOTE_FIELDS}"
    message = "'quote' is not a field of quotes[1] (did you mean 'exact'?)"
    assert of_claim("exact:", "quote:") == [("unknown-field", 7, 5, message, fields)]


def test_a_field_is_missing_beside_one_that_means_another() -> None:
    assert [found[:4] for found in of_claim("title:", "kindd:")] == [
        ("missing-field", 1, 1, "the field 'title' is missing"),
        ("unknown-field", 1, 1, "'kindd' is not a field (did you mean 'kind'?)"),
    ]


def test_a_record_is_missing() -> None:
    hint = "add `scope: {place: ..., period: ...}`: Where and when it holds."
    assert of_claim("scope: {place: Town, period: 2021}\n", "") == [
        ("missing-field", 1, 1, "the field 'scope' is missing", hint)
    ]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("Late buses", "", "write `title: ...`: A label for maps and lists, at most 70 characters."),
        ("{place: Town, period: 2021}", "", "write `scope: {place: ..., period: ...}`: Where and when it holds."),
        ("period: 2021", "period: 12 Oct 2021", "write 2021-10-12 for 12 October 2021"),
        ("factual", "fact", "write `kind: factual`"),
    ],
)
def test_what_to_write(old: str, new: str, hint: str) -> None:
    assert [found[4] for found in of_claim(old, new)] == [hint]


def test_a_field_of_an_item_is_misspelt() -> None:
    assert of_claim("    exact:", "    exact: x y z v w\n    speeker:") == [
        (
            "unknown-field",
            8,
            5,
            "'speeker' is not a field of quotes[1] (did you mean 'speaker'?)",
            f"write `speaker: ...`; {QUOTE_FIELDS}",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("factual", "fact", 3, 7, f"kind is 'fact'; expected one of {KINDS} (did you mean 'factual'?)"),
        ("factual", "", 3, 6, f"kind is empty; expected one of {KINDS}"),
        ("period: 2021", "period: last year", 4, 30, f"scope.period is 'last year', {EDTF}"),
        ("period: 2021", "period: 12.10.2021", 4, 30, f"scope.period is '12.10.2021', {EDTF}"),
        ("period: 2021", "period: 2021-22", 4, 30, f"scope.period is '2021-22', {TWO_YEARS}"),
        ("{place: Town, period: 2021}", "Town", 4, 8, "scope is the text 'Town'; expected a mapping of keys to values"),
        ("{place: Town, period: 2021}", "", 4, 7, "scope is empty; expected a mapping of keys to values"),
        ("  - source: report\n    exact", "  source: report\n  exact", 6, 3,
         "quotes is a mapping; expected a list: begin each item with `- `"),
        ("\n  - source: report\n    exact:", "", 5, 9,
         "quotes is the text 'half of the buses came late'; expected a list: begin each item with `- `"),
        ("source: report", "source: The Report", 6, 13, f"quotes[1].source is 'The Report'; {AN_ID}"),
        ("source: report", "source: https://x.org/r", 6, 13, f"quotes[1].source is 'https://x.org/r'; {AN_ID}"),
        ("source: report", "source: con", 6, 13, "quotes[1].source 'con' cannot be a file's name on Windows"),
        ("source: report", f"source: {'a' * 81}", 6, 13, "quotes[1].source has 81 characters; at most 80 are allowed"),
        (" half of the buses came late\n", "\n", 7, 11, "quotes[1].exact is empty"),
        ("half of the buses came late\n", "[Half]\n", 7, 12, "quotes[1].exact is a list; expected text"),
        ("Late buses", "x" * 71, 1, 8, "title has 71 characters; at most 70 are allowed"),
        ("Late buses", '"Late\\nbuses"', 1, 8, "title stands on one line"),
        ("Late buses", "", 1, 7, "title is empty"),
        ("Late buses", "' '", 1, 8, "title is empty"),
        ("Late buses", '"\\u00ad"', 1, 8, "title is empty"),
    ],
)  # fmt: skip
def test_a_value_is_wrong(old: str, new: str, line: int, column: int, message: str) -> None:
    assert [found[:4] for found in of_claim(old, new)] == [("wrong-value", line, column, message)]


@pytest.mark.parametrize(
    ("more", "line", "column", "message"),
    [
        ("URL: www.x.org\n", 4, 6, "URL is 'www.x.org', which is no web address that begins with https:// or http://"),
        ("URL: javascript:alert(1)\n", 4, 6,
         "URL is 'javascript:alert(1)', which is no web address that begins with https:// or http://"),
        ("DOI: https://doi.org/10.1016/x\n", 4, 6,
         f"DOI is 'https://doi.org/10.1016/x'; {A_DOI}"),
        ("DOI: 10.1234/},url={javascript:alert(1)}\n", 4, 6,
         f"DOI is '10.1234/}},url={{javascript:alert(1)}}'; {A_DOI}"),
        ("URL: https://x.org/?a[1]=2\n", 4, 6,
         "URL is 'https://x.org/?a[1]=2', which cannot hold '[': write %5B"),
        ("URL: https://x.org/50%\n", 4, 6, "URL is 'https://x.org/50%', which cannot hold '%': write %25"),
        ("issued: 12 October 2021\n", 4, 9, f"issued is '12 October 2021', {EDTF}"),
        ("issued: {years: 2021}\n", 4, 9, f"issued is a mapping, {EDTF}"),
        ("issued: {date-parts: x}\n", 4, 9, f"issued is a mapping, {EDTF}"),
        ("author: Mike Scott\n", 4, 9, "author is the text 'Mike Scott'; expected a list: begin each item with `- `"),
        ("author: [Mike Scott]\n", 4, 10, "author[1] is the text 'Mike Scott'; expected a mapping of keys to values"),
        ("speakers: [A]\n", 4, 11, "speakers is a list; expected a mapping of keys to values"),
        ("speakers: {A: x}\n", 4, 15, "speakers.A is the text 'x'; expected a mapping of keys to values"),
        ("speakers: {A: {voice: B}}\n", 4, 23, f"speakers.A.voice is 'B'; {AN_ID}"),
        ("segments: speaker-turn\n", 4, 11, f"segments is 'speaker-turn'; {KEYWORD} (did you mean 'speaker-turns'?)"),
        ("segments: turns by line\n", 4, 11, f"segments is 'turns by line'; {KEYWORD}"),
        ("segments:\n", 4, 10, f"segments is empty; {KEYWORD}"),
        ("segments: {lines: 3}\n", 4, 11, "segments is a mapping; expected a list: begin each item with `- `"),
        ("segments:\n  - lines: 6-3\n", 5, 12, f"segments[1].lines is '6-3', {NO_RANGE}"),
        ("segments:\n  - lines: 0\n", 5, 12, f"segments[1].lines is '0', {NO_RANGE}"),
        ("segments:\n- {lines: 3, repeats: x}\n", 5, 23, "segments[1].repeats is 'x'; expected a whole number from 1"),
        ("segments:\n- {lines: 3, repeats: 0}\n", 5, 23, "segments[1].repeats is '0'; expected a whole number from 1"),
        ("segments: [speaker-turns]\n", 4, 12,
         "segments[1] is the text 'speaker-turns'; expected a mapping of keys to values"),
    ],
)  # fmt: skip
def test_a_value_of_a_source_is_wrong(more: str, line: int, column: int, message: str) -> None:
    assert [found[:4] for found in of_source(more)] == [("wrong-value", line, column, message)]


def test_a_segment_without_lines() -> None:
    hint = "add `lines: ...`: The lines, counted from 1: `34` or `34-36`."
    message = "the field 'segments[1].lines' is missing"
    assert of_source("segments:\n  - speaker: A\n") == [("missing-field", 5, 5, message, hint)]


@pytest.mark.parametrize("value", ["x", "[x]", "{x: y}", "''"])
@pytest.mark.parametrize("key", ["literal[x", "tuple[x]", "a[1]", "[key]", "function-after[x]"])
def test_a_key_that_looks_like_a_mark_of_the_validator(key: str, value: str) -> None:
    assert of_claim("quotes:", f'"{key}": {value}\nquotes:') == [
        ("unknown-field", 5, 1, f"'{key}' is not a field", CLAIM_FIELDS)
    ]
    (found,) = of_source(f'speakers: {{"{key}": {{"{key}": {value}}}}}\n')
    place = 4, len(f'speakers: {{"{key}": {{') + 1
    message = f"'{key}' is not a field of speakers.{key}"
    assert found == ("unknown-field", *place, message, "the fields here are: aliases, voice, side")


def test_a_message_has_one_line() -> None:
    ((_, _, _, message, _),) = of_claim("kind: factual", 'kind: "a\\nb"')
    assert message.startswith("kind is 'a b'; expected one of factual")
    ((_, _, _, message, _),) = of_claim("quotes:", '"a\\nb": c\nquotes:')
    assert message == "'a b' is not a field"


def test_a_long_value_is_shortened() -> None:
    ((_, _, _, message, _),) = of_claim("period: 2021", f"period: {'x' * 61}")
    assert message == f"scope.period is '{'x' * 57}...', {EDTF}"


def test_every_finding_of_a_file_is_told() -> None:
    content = "title: ''\nkind: x\nbogus: y\n"
    assert [(rule, line) for rule, line, _, _, _ in findings(Claim, content)] == [
        ("wrong-value", 1),
        ("missing-field", 1),
        ("wrong-value", 2),
        ("missing-field", 1),
        ("unknown-field", 3),
    ]


def test_a_finding_is_an_error_of_the_file() -> None:
    document = read_yaml("claims/a/b.yml", CLAIM.replace("title", "label").encode())
    assert isinstance(document, Document)
    record = validate(Claim, "claims/a/b.yml", document)
    assert isinstance(record, tuple)
    assert record[1] == Finding(
        rule="unknown-field",
        severity=Severity.ERROR,
        location=Location(path="claims/a/b.yml", line=1, column=1),
        message="'label' is not a field",
        hint=CLAIM_FIELDS,
    )


def test_a_second_reading_is_of_one_day() -> None:
    message = "read.on is '2021-10', which is no day; write year, month and day: 2021-10-12"
    assert of_claim("quotes:", "read: {by: Ada, on: 2021-10}\nquotes:") == [("wrong-value", 5, 21, message, "")]
