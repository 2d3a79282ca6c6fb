"""What has changed, as text, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.changes.captures import AffectedQuote, CaptureChange, ComparisonChange
from claimgraph.changes.comparison import Changes
from claimgraph.changes.evidence import Effect
from claimgraph.changes.fields import FieldChange
from claimgraph.changes.formats import AROUND, MARK, MAX_BYTES, as_json, as_markdown, as_text, code_span
from claimgraph.changes.records import ItemChange, RecordChange
from claimgraph.findings import Finding, Severity
from claimgraph.location import Location
from claimgraph.model.compared import Comparison
from claimgraph.model.links import HITS
from claimgraph.quotes.nearby import difference
from tests.changes.states import changes as differences
from tests.changes.states import edited

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.changes.captures import Fate
    from claimgraph.changes.standings import StandingChange

LINK = {"claim": "other", "because": "So it is."}
HIT = {**dict.fromkeys(HITS), **LINK}
QUOTE = {"source": "report", "speaker": "Ann", "exact": "So we say it is.", "stance": "asserts"}
CITATION = {"source": "report", "finding": "It is so.", "stance": "disputes"}
COMPARED = Comparison(capture="5f2d" * 16, on="2026-02-01", by="maintainers")
AGAIN = Comparison(capture="0b1a" * 16, on="2026-03-03", by="@town library")
FIGURE = {"measure": "delay", "value": "20", "period": "2021", "source": "report"}


def changes(
    *records: RecordChange,
    captures: tuple[CaptureChange, ...] = (),
    comparisons: tuple[ComparisonChange, ...] = (),
    standings: tuple[StandingChange, ...] = (),
    effects: tuple[Effect, ...] = (),
    new: tuple[Finding, ...] = (),
) -> Changes:
    told = {"captures": captures, "comparisons": comparisons, "standings": standings, "effects": effects}
    return Changes(**told, records=records, new=new, gone=())  # type: ignore[arg-type]


def record(how: str = "changed", title: str = "Late", **more: object) -> RecordChange:
    given = {"kind": "claim", "id": "late", "path": "claims/a/late.yml", "title": title, "how": how, **more}
    return RecordChange(**given)  # type: ignore[arg-type]


def lines(found: Changes) -> list[str]:
    return as_text(found).splitlines()[1:]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (record("added"), "  added late: Late"),
        (record("removed"), "  removed late: Late"),
        (record("renamed", former="was"), "  renamed was to late: Late"),
        (record("refused"), "  cannot be read any more: claims/a/late.yml"),
        (record(title=""), "  changed late"),
    ],
)
def test_records(change: RecordChange, line: str) -> None:
    assert lines(changes(change)) == [line]


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (("quotes", QUOTE), "quote from report by Ann: So we say it is."),
        (("quotes", {**QUOTE, "speaker": "", "stance": "disputes"}), "disputing quote from report: So we say it is."),
        (("citations", CITATION), "disputing citation of report: It is so."),
        (("figures", FIGURE), "figure delay = 20 in 2021 from report"),
        (("figures", {**FIGURE, "bound": "above"}), "figure delay = above 20 in 2021 from report"),
        (("computed", {"value": "75%", "how": "100 less 25."}), "worked out by the editors: 75%, 100 less 25."),
        (("named", {"name": "Ann", "how": "She is meant."}), "named by the editors: Ann, She is meant."),
        (("supports", LINK), "link: supports other: So it is."),
        (("opposes", LINK), "link: opposes other: So it is."),
        (("counts_against", LINK), "link: counts against other: So it is."),
        (("limits", LINK), "link: limits other: So it is."),
        (("rivals", LINK), "link: gives another figure than other: So it is."),
        (("context", LINK), "link: gives context to other: So it is."),
        (("undercuts", {**HIT, "quote": "q"}), "link: undercuts the quote q of other: So it is."),
        (("undercuts", {**HIT, "citation": "c"}), "link: undercuts the citation c of other: So it is."),
        (("undercuts", {**HIT, "supports": "x"}), "link: undercuts the step to x from other: So it is."),
        (("undercuts", {**HIT, "rests_on": "x"}), "link: undercuts what rests on x in other: So it is."),
        (("undercuts", {**HIT, "counts_against": "x"}), "link: undercuts the step against x from other: So it is."),
        (("undercuts", {**HIT, "limits": "x"}), "link: undercuts the limit of x by other: So it is."),
        (("undercuts", {**HIT, "opposes": "x"}), "link: undercuts the conflict with x of other: So it is."),
        (("undercuts", HIT), "link: undercuts other: So it is."),
    ],
)
def test_items(item: tuple[str, dict[str, object]], line: str) -> None:
    kind, data = item
    for how in ("added", "removed"):
        change = record(items=(ItemChange(kind=kind, how=how, item=data),))
        assert lines(changes(change))[1:] == [f"      {how} {line}"]


def test_fields_of_an_item_stand_below_it() -> None:
    field = FieldChange(field="speaker", before="Ann", after="Bob")
    item = ItemChange(kind="quotes", how="changed", item=QUOTE, fields=(field,))
    assert lines(changes(record(items=(item,))))[2:] == ["          speaker: Ann became Bob"]


@pytest.mark.parametrize(
    ("lines_", "told"),
    [
        ((), "no line's fingerprints differ"),
        ((3,), "line 3 differs"),
        ((3, 4, 5), "lines 3-5 differ"),
        ((3, 5, 6), "lines 3, 5-6 differ"),
        (tuple(range(1, 40, 2)), "lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and more differ"),
    ],
)
def test_lines_of_a_capture(lines_: tuple[int, ...], told: str) -> None:
    capture = CaptureChange(source="report", how="changed", lines=lines_, words=1200)
    assert lines(changes(captures=(capture,)))[1] == (f"  changed sources/report.capture.json: {told}; now 1,200 words")


def resting(fate: Fate, check: str = "verified, line 3, Ann") -> AffectedQuote:
    return AffectedQuote(claim="late", number=2, exact="So we say it is.", fate=fate, check=check)


def test_very_many_quotes_on_one_capture_are_counted() -> None:
    captures = (CaptureChange(source="new", how="added", words=7, quotes=(resting("new"),) * 51),)
    assert "      and 1 quote more\n" in as_text(changes(captures=captures))


def test_who_compared_a_capture_is_no_markup() -> None:
    comparisons = (ComparisonChange(source="yes", before=None, after=AGAIN, counts=True),)
    shown = as_markdown(changes(comparisons=comparisons))
    assert shown.split("\n")[-4] == (
        "- added `yes`, compared on `2026-03-03` by `@town library`, which is the capture that is there"
    )


def test_captures_as_json() -> None:
    captures = (CaptureChange(source="old", how="removed", before=COMPARED, quotes=(resting("fallen", "near"),)),)
    comparisons = (ComparisonChange(source="old", before=COMPARED, after=None, counts=False),)
    whole = json.loads(as_json(changes(captures=captures, comparisons=comparisons)))
    compared = {"capture": "5f2d" * 16, "on": "2026-02-01", "by": "maintainers"}
    quote = {"claim": "late", "number": 2, "exact": "So we say it is.", "fate": "fallen", "check": "near"}
    assert whole["captures"] == [
        {
            "source": "old",
            "how": "removed",
            "lines": [],
            "words": None,
            "before": compared,
            "after": None,
            "quotes": [quote],
        }
    ]
    assert whole["comparisons"] == [{"source": "old", "before": compared, "after": None, "counts": False}]


def test_captures_come_first_and_say_what_to_do() -> None:
    captures = (
        CaptureChange(source="new", how="added", words=7, quotes=(resting("new"),)),
        CaptureChange(source="old", how="removed", before=COMPARED, quotes=(resting("fallen", check="no capture"),)),
        CaptureChange(source="worse", how="changed", lines=(1,)),
        CaptureChange(
            source="yes", how="changed", lines=(3,), words=9, after=AGAIN, quotes=(resting("as before"),) * 2
        ),
    )
    comparisons = (
        ComparisonChange(source="old", before=COMPARED, after=None, counts=False),
        ComparisonChange(source="worse", before=None, after=COMPARED, counts=False),
        ComparisonChange(source="yes", before=COMPARED, after=AGAIN, counts=True),
    )
    assert (
        as_text(changes(record(), captures=captures, comparisons=comparisons))
        == """\
Captures
  (A contributor's capture proves nothing until a maintainer compares it with the text.)
  added sources/new.capture.json, 7 words
      now: nobody has compared it
      rests on it, and did not before: late, quote 2: So we say it is.
      compare it: claimgraph capture TEXT --source new --compare --by maintainers
  removed sources/old.capture.json
      before: compared on 2026-02-01 by maintainers
      no longer stands: late, quote 2: So we say it is.; the check says: no capture
  changed sources/worse.capture.json: line 1 differs; now cannot be read
      before: nobody has compared it
      now: nobody has compared it
      compare it: claimgraph capture TEXT --source worse --compare --by maintainers
  changed sources/yes.capture.json: line 3 differs; now 9 words
      before: nobody has compared it
      now: compared on 2026-03-03 by @town library
      2 quotes stand on it as before

Comparisons
  (Who compared which capture with its text. Only maintainers change this.)
  removed old, compared on 2026-02-01 by maintainers
  added worse, compared on 2026-02-01 by maintainers, which is NOT the capture that is there
  changed yes, compared on 2026-02-01 by maintainers; now compared on 2026-03-03 by @town library, which is the \
capture that is there

Claims
  changed late: Late
"""
    )


def test_very_many_effects_of_one_source_are_counted() -> None:
    effects = tuple(
        Effect(claim=f"c{number}", number=1, source="report", exact="x", before="verified", after="absent")
        for number in range(60)
    )
    shown = as_text(changes(effects=effects))
    assert shown.endswith("      and 10 more\n")
    assert len(json.loads(as_json(changes(effects=effects)))["effects"]) == 60


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("x", "`x`"),
        ("", "`  `"),
        (" ", "`   `"),
        ("`", "`` ` ``"),
        ("a`b", "``a`b``"),
        ("a``b`c", "```a``b`c```"),
        ("`x", "`` `x ``"),
        (" x", "`  x `"),
    ],
)
def test_code_span(text: str, span: str) -> None:
    assert code_span(text) == span


@given(st.text(alphabet="`<@#[]()!*_\\\n\r\t \u2028\x1bab&", max_size=40))
def test_no_text_leaves_its_code_span(text: str) -> None:
    """CommonMark 0.31, 6.1: a code span ends at the next run of as many backticks as it begins with."""
    shown = as_markdown(changes(record(title=text, how="added")))
    if not text:
        return
    (line,) = [row for row in shown.split("\n") if row.startswith("- added ")]
    rest = line.removeprefix("- added `late`: ")
    ticks = re.match("`+", rest)
    assert ticks
    ends = [match for match in re.finditer("`+", rest) if match[0] == ticks[0]]
    assert [match.start() for match in ends] == [0, len(rest) - len(ticks[0])]


def test_no_text_begins_a_line() -> None:
    for shown in (as_text(changes(record(title="x\n# y\r- z"))), as_markdown(changes(record(title="x\n# y\r- z")))):
        assert "x # y - z" in shown


def test_finding_is_shown_with_its_place() -> None:
    where = Location(path="claims/a/\n@b.yml", line=3, column=5)
    finding = Finding(rule="late-bus", severity=Severity.ERROR, location=where, message="says '<b>'")
    shown = as_markdown(changes(new=(finding,)))
    assert shown == (
        f"{MARK}\n\n<details><summary>New findings</summary>\n\n"
        "- `claims/a/ @b.yml:3:5`: error `late-bus`: `says '<b>'`\n\n</details>\n"
    )


def test_markdown_has_its_bounds() -> None:
    field = FieldChange(field="assertion", before=None, after="late " * 300)
    many = changes(*[record(fields=(field,))] * 1_000)
    shown = as_markdown(many)
    assert len(as_text(many)) > MAX_BYTES
    assert len(shown.encode()) < MAX_BYTES + 200
    assert shown.endswith("`\n\n</details>\n\nThere is more than fits here: run `claimgraph diff` to see all.\n")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b", "a b c", "a b {+c+}"),
        ("1 2 3 4 5 6 7 8 9 b", "1 2 3 4 5 6 7 8 9 c", "\u2026 5 6 7 8 9 [-b-] {+c+}"),
        ("b 1 2 3 4 5 6 7 8 9", "c 1 2 3 4 5 6 7 8 9", "[-b-] {+c+} 1 2 3 4 5 \u2026"),
        (
            "a 1 2 3 4 5 6 7 8 9 10 11 12 b",
            "x 1 2 3 4 5 6 7 8 9 10 11 12 y",
            "[-a-] {+x+} 1 2 3 4 5 \u2026 8 9 10 11 12 [-b-] {+y+}",
        ),
        ("a b", "c d", "[-a b-] {+c d+}"),
    ],
)
def test_difference(before: str, after: str, shown: str) -> None:
    assert difference(before.split(), after.split(), context=AROUND) == shown


def test_long_text_is_shown_as_its_difference() -> None:
    words = " ".join(map(str, range(50)))
    field = FieldChange(field="assertion", before=f"{words} a", after=f"{words} b")
    expected = "      assertion changed: \u2026 45 46 47 48 49 [-a-] {+b+}"
    assert lines(changes(record(fields=(field,))))[1:] == [expected]


ADDED = """\
# yaml-language-server: $schema=../claim.schema.json
title: No bus for two hours
assertion: In Harbour Town, England, on 2 March 2021, no bus came for two hours.
kind: experience
scope: {place: "Harbour Town, England", period: 2021-03-02}
quotes:
  - id: no-bus
    source: bus-hearing-2021
    speaker: A passenger
    exact: On the second of March no bus came at all between seven and nine in the morning.
    context: The passenger speaks of one morning, and says so.
citations:
  - {source: harbour-news-2021, finding: Nobody had counted buses that morning., where: last line, stance: disputes}
figures:
  - {measure: share-late, value: 100, bound: about, period: 2021-03-02, source: bus-hearing-2021}
supports:
  - claim: half-late
    because: A bus that never comes is late for everybody who waits for it.
    with: [timetable-unchanged]
    scheme: example
counts_against:
  - {claim: target-met, because: A morning without a bus is no month in which the target is met.}
rivals:
  - {claim: fares-up, differs_in: [base, period], because: It counts buses and not what they cost.}
undercuts:
  - {claim: road-works, supports: half-late, because: No works held up what never left., despite: It was that road.}
note: A remark.
"""
ADDED_TOLD = """\
Theses that change
  (How a thesis stands in the debate recorded here. It is no verdict on its truth.)
  half-late: “Reasons for it only”, as before
      reasons for it: 2 voices (A driver at the hearing of 2021 and Harbour News) became 2 lines of evidence, 3 voices \
(A driver at the hearing of 2021, A passenger and Harbour News), because the new claim no-bus supports it (voices: A \
passenger and Harbour News)
      reasons against it: none, and 1 answered, as before

Claims
  added no-bus: No bus for two hours
      stands as: “Open dispute: each side’s claim excludes the other’s”
      assertion: In Harbour Town, England, on 2 March 2021, no bus came for two hours.
      kind: experience
      scope.place: Harbour Town, England
      scope.period: 2021-03-02
      note: A remark.
      quote from bus-hearing-2021 by A passenger: On the second of March no bus came at all between seven and nine in \
the morning.
          id: no-bus
          context: The passenger speaks of one morning, and says so.
      disputing citation of harbour-news-2021: Nobody had counted buses that morning.
          where: last line
      figure share-late = about 100 in 2021-03-02 from bus-hearing-2021
      link: supports half-late: A bus that never comes is late for everybody who waits for it.
          with: timetable-unchanged
          scheme: example
      link: counts against target-met: A morning without a bus is no month in which the target is met.
      link: gives another figure than fares-up: It counts buses and not what they cost.
          differs_in: base, period
      link: undercuts the step to half-late from road-works: No works held up what never left.
          despite: It was that road.
"""
REMOVED_TOLD = """\
Claims
  removed money-for-new-buses: Fares pay for new buses
      assertion: In Harbour Town, England, in 2021, the higher fares paid for new buses on the lines to the hills.
      removed quote from harbour-news-2021 by the mayor: The money goes straight into new buses for the hills
      removed link: gives context to fares-up: It says what the higher fare is for.
"""


def test_the_whole_of_a_new_claim(tmp_path: Path) -> None:
    found = differences(tmp_path, lambda root: (root / "claims/buses/no-bus.yml").write_text(ADDED, "utf-8"))
    assert as_text(replace(found, new=())) == ADDED_TOLD


def test_a_removed_claim_in_short(tmp_path: Path) -> None:
    found = differences(tmp_path, lambda root: (root / "claims/fares/money-for-new-buses.yml").unlink())
    assert as_text(replace(found, new=())) == REMOVED_TOLD


def test_new_topic_is_told_whole(tmp_path: Path) -> None:
    def add(root: Path) -> None:
        topic = "title: Trams\nquestion: Are there trams?\norder: 30\nsummary: Some say so.\ntheses: [a, b]\n"
        (root / "claims/trams").mkdir()
        (root / "claims/trams/_topic.yml").write_text(topic, "utf-8")

    assert (
        as_text(differences(tmp_path, add)).partition("\n\n")[0]
        == """\
Topics
  added trams: Trams
      question: Are there trams?
      order: 30
      summary: Some say so.
      theses: a, b"""
    )


def test_standings_as_json_and_markdown(tmp_path: Path) -> None:
    found = differences(tmp_path, edited("claims/buses/count-leaves-out.yml", "quote: every-month", "quote: no-such"))
    nothing = {"voices": [], "lines": 0, "reasons": 0, "answered": 0, "says": ""}
    council = {
        "voices": ["harbour-town-council"],
        "lines": 1,
        "reasons": 1,
        "answered": 0,
        "says": "1 voice (The council)",
    }
    both = {
        "voices": ["bus-hearing-2021-a-driver", "harbour-news"],
        "lines": 2,
        "reasons": 1,
        "answered": 0,
        "says": "2 voices (A driver at the hearing of 2021 and Harbour News)",
    }
    gone, hit = "count-leaves-out no longer undercuts", "every-month (voice: A driver at the hearing of 2021)"
    assert json.loads(as_json(found))["standings"] == [
        {
            "claim": "half-late",
            "former": "",
            "title": "Half of the buses late",
            "is_thesis": True,
            "before": "Reasons for it only",
            "after": "Reasons on both sides",
            "lost": [],
            "because": [
                f"target-met, which it opposes, is now “Not disputed here”, since {gone} target-met’s quote {hit}",
            ],
            "for": {"before": both, "after": both, "because": []},
            "against": {"before": {**nothing, "answered": 1}, "after": council, "because": []},
        },
        {
            "claim": "target-met",
            "former": "",
            "title": "Target for punctual buses met",
            "is_thesis": False,
            "before": "Contradicted, with no reply here",
            "after": "Not disputed here",
            "lost": [],
            "because": [f"{gone} its quote {hit}"],
            "for": {"before": nothing, "after": nothing, "because": []},
            "against": {"before": nothing, "after": nothing, "because": []},
        },
    ]
    assert (
        as_markdown(found).partition("<details><summary>Claims")[0]
        == """\
<!-- claimgraph diff -->
### In short

- puts 2 claims in another state
    - `half-late`: “Reasons for it only” became “Reasons on both sides”, because `target-met`, which it opposes, is \
now “Not disputed here”, since `count-leaves-out` no longer undercuts `target-met`’s quote `every-month` (voice: \
`A driver at the hearing of 2021`)
    - `target-met`: “Contradicted, with no reply here” became “Not disputed here”, because `count-leaves-out` no \
longer undercuts its quote `every-month` (voice: `A driver at the hearing of 2021`)
- claims: 1 changed
- links: 1 new, 1 removed

<details><summary>Theses that change</summary>

How a thesis stands in the debate recorded here. It is no verdict on its truth.

- `half-late`: “Reasons for it only” became “Reasons on both sides”, because `target-met`, which it opposes, is now \
“Not disputed here”, since `count-leaves-out` no longer undercuts `target-met`’s quote `every-month` (voice: \
`A driver at the hearing of 2021`)
    - reasons for it: `2 voices (A driver at the hearing of 2021 and Harbour News)`, as before
    - reasons against it: `none, and 1 answered` became `1 voice (The council)`

</details>

<details><summary>Other claims that change</summary>

- `target-met`: “Contradicted, with no reply here” became “Not disputed here”, because `count-leaves-out` no longer \
undercuts its quote `every-month` (voice: `A driver at the hearing of 2021`)

</details>

"""
    )
