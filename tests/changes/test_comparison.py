"""What differs between two states."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import write_capture
from claimgraph.changes.captures import AffectedQuote, CaptureChange, ComparisonChange
from claimgraph.changes.comparison import compare
from claimgraph.changes.fields import FieldChange
from claimgraph.changes.formats import as_text
from claimgraph.model.compared import Comparison
from tests.changes.states import changes, edited, state
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.changes.captures import Fate
    from claimgraph.changes.records import RecordChange

LATE = "claims/buses/half-late.yml"
NEWS = "sources/harbour-news-2021"


def only(records: tuple[RecordChange, ...]) -> RecordChange:
    (record,) = records
    return record


def test_nothing(tmp_path: Path) -> None:
    assert changes(tmp_path, lambda _: None).are_none


def test_comments_and_line_ends_are_no_change(tmp_path: Path) -> None:
    assert changes(tmp_path, edited(LATE, "kind: statistical", "kind:   statistical   # a share")).are_none


def test_fields_of_a_claim(tmp_path: Path) -> None:
    found = changes(tmp_path, edited(LATE, "period: 2020-12/2021-03, population", "period: 2021-03, population"))
    record = only(found.records)
    assert (record.kind, record.id, record.how, record.path) == ("claim", "half-late", "changed", LATE)
    assert record.fields == (FieldChange(field="scope.period", before="2020-12/2021-03", after="2021-03"),)
    assert record.items == ()


def test_numbers_and_names_of_the_editors(tmp_path: Path) -> None:
    found = changes(tmp_path, edited(LATE, "value: 2020 to 2021", "value: 2020-21"))
    assert [(item.kind, item.how, item.item["value"]) for item in only(found.records).items] == [
        ("computed", "added", "2020-21"),
        ("computed", "removed", "2020 to 2021"),
    ]


def read(root: Path) -> None:
    file = root / LATE
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}read: {{by: Ada Quill, on: 2021-11-20}}\n", encoding="utf-8")


def test_a_second_reading(tmp_path: Path) -> None:
    record = only(changes(tmp_path, read).records)
    said = '{"by": "Ada Quill", "on": "2021-11-20"}'
    assert record.fields == (FieldChange(field="read", before=None, after=said),)


def test_a_second_reading_of_other_words_is_told(tmp_path: Path) -> None:
    lay_corpus(tmp_path / "before")
    read(tmp_path / "before")
    lay_corpus(tmp_path / "after")
    read(tmp_path / "after")
    edited(LATE, "came late.", "were late.")(tmp_path / "after")
    record = only(compare(state(tmp_path / "before"), state(tmp_path / "after")).records)
    assert record.fields[1] == FieldChange(
        field="read",
        before='{"by": "Ada Quill", "on": "2021-11-20"}',
        after="a record of other words: remove it, or let them be read again",
    )


def test_new_claim_has_all_its_items(tmp_path: Path) -> None:
    def add(root: Path) -> None:
        text = (root / LATE).read_text(encoding="utf-8")
        (root / "claims/buses/late.yml").write_text(text.replace("Half of the buses", "Some"), encoding="utf-8")

    record = only(changes(tmp_path, add).records)
    assert (record.id, record.how, record.title) == ("late", "added", "Some late")
    assert [(field.field, field.before, field.after) for field in record.fields] == [
        ("assertion", None, "In Harbour Town, England, in the winter of 2020 to 2021, half of the buses came late."),
        ("kind", None, "statistical"),
        ("scope.place", None, "Harbour Town, England"),
        ("scope.period", None, "2020-12/2021-03"),
        ("scope.population", None, "buses of all lines"),
        ("thesis", None, "true"),
    ]
    assert [(item.kind, item.how) for item in record.items] == [
        ("quotes", "added"),
        ("figures", "added"),
        ("computed", "added"),
        ("opposes", "added"),
    ]


def test_removed_claim(tmp_path: Path) -> None:
    found = changes(tmp_path, lambda root: (root / "claims/fares/money-for-new-buses.yml").unlink())
    record = only(found.records)
    assert (record.id, record.how) == ("money-for-new-buses", "removed")
    assert [(item.kind, item.how) for item in record.items] == [("quotes", "removed"), ("context", "removed")]


def test_claim_whose_file_is_refused_is_not_removed(tmp_path: Path) -> None:
    found = changes(tmp_path, edited(LATE, "kind: statistical", "kind: [statistical"))
    record = only(found.records)
    assert (record.id, record.how, record.items) == ("half-late", "refused", ())
    assert [finding.rule for finding in found.new] == ["yaml-refused"]


def test_claim_of_another_topic(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        lambda root: (root / "claims/buses/road-works.yml").rename(root / "claims/fares/road-works.yml"),
    )
    record = only(found.records)
    assert (record.id, record.how, record.path) == ("road-works", "changed", "claims/fares/road-works.yml")
    assert record.fields == (FieldChange(field="topic", before="buses", after="fares"),)


def test_renamed_claim_changes_no_other(tmp_path: Path) -> None:
    def rename(root: Path) -> None:
        for path in ("claims/buses/_topic.yml", "claims/buses/road-works.yml", "docs/index.md", LATE):
            text = (root / path).read_text(encoding="utf-8").replace("half-late", "late")
            (root / path).write_text(text, encoding="utf-8")
        with (root / LATE).open("a", encoding="utf-8") as file:
            file.write("aliases: [half-late]\n")
        (root / LATE).rename(root / "claims/buses/late.yml")

    record = only(changes(tmp_path, rename).records)
    assert (record.former, record.id, record.how) == ("half-late", "late", "renamed")
    assert record.fields == (FieldChange(field="aliases", before=None, after="half-late"),)


def test_quote_with_another_wording_is_the_same_quote(tmp_path: Path) -> None:
    record = only(changes(tmp_path, edited(LATE, "were late that winter.\n", "were late that winter\n")).records)
    (item,) = record.items
    assert (item.kind, item.how, item.item["id"]) == ("quotes", "changed", "half")
    (field,) = item.fields
    assert (field.field, field.before) == ("exact", "Half of the buses were late that winter.")


def test_quotes_are_told_apart_by_their_words(tmp_path: Path) -> None:
    words = "    exact: Half of the buses were late that winter."
    more = "  - source: bus-hearing-2021\n    speaker: A driver\n"
    new = f"{words}\n    suffix: The road works in Station Road\n{more}    exact: That count leaves out the buses"
    found = changes(tmp_path, edited(LATE, f"{words}\n    suffix: The road works in Station Road", new))
    (item,) = only(found.records).items
    assert (item.how, item.item["exact"]) == ("added", "That count leaves out the buses")


def test_link_with_another_reason(tmp_path: Path) -> None:
    record = only(changes(tmp_path, edited(LATE, "because: Where half", "because: If half")).records)
    (item,) = record.items
    assert (item.kind, item.how, item.item["claim"]) == ("opposes", "changed", "target-met")
    assert [field.field for field in item.fields] == ["because"]


def test_undercuts_are_told_apart_by_what_they_hit(tmp_path: Path) -> None:
    path = "claims/buses/count-leaves-out.yml"
    new = "undercuts:\n  - {claim: target-met, opposes: half-late, because: So.}\n"
    (item,) = only(changes(tmp_path, edited(path, "undercuts:\n", new)).records).items
    assert (item.kind, item.how, item.item["opposes"]) == ("undercuts", "added", "half-late")


def test_citation_with_another_finding(tmp_path: Path) -> None:
    path = "claims/buses/timetable-unchanged.yml"
    (item,) = only(changes(tmp_path, edited(path, "the year before", "last year")).records).items
    assert (item.kind, item.how) == ("citations", "changed")


def test_theses_of_a_topic(tmp_path: Path) -> None:
    path = "claims/buses/_topic.yml"
    record = only(changes(tmp_path, edited(path, "theses: [half-late]", "theses: [half-late, road-works]")).records)
    assert (record.kind, record.id) == ("topic", "buses")
    assert record.fields == (FieldChange(field="theses", before=None, after="road-works"),)


def test_claims_in_another_order(tmp_path: Path) -> None:
    path = "claims/buses/_topic.yml"

    def reorder(root: Path) -> None:
        edited(path, "[fares-up]", "[money-for-new-buses, fares-up]")(root)

    (field,) = only(changes(tmp_path, edited(path, "[fares-up]", "[fares-up, money-for-new-buses]")).records).fields
    assert (field.before, field.after) == (None, "money-for-new-buses")
    (tmp_path / "again").mkdir()
    record = only(changes(tmp_path / "again", reorder).records)
    assert [field.after for field in record.fields] == ["money-for-new-buses"]


def test_glossary_and_measures(tmp_path: Path) -> None:
    found = changes(tmp_path, edited("claims/_measures.yml", "unit: percent", "unit: per cent"))
    record = only(found.records)
    assert (record.kind, record.id) == ("measures", "measures")
    assert record.fields == (FieldChange(field="measures[share-late].unit", before="percent", after="per cent"),)
    (tmp_path / "again").mkdir()
    found = changes(tmp_path / "again", lambda root: (root / "claims/_glossary.yml").unlink())
    assert (only(found.records).kind, only(found.records).how) == ("glossary", "removed")


def test_voice(tmp_path: Path) -> None:
    found = changes(tmp_path, edited("voices/ada-quill.yml", "role: Mayor", "role: Former mayor"))
    record = only(found.records)
    assert (record.kind, record.title, [field.field for field in record.fields]) == ("voice", "Ada Quill", ["role"])


FARES = "From Monday a single ticket costs two pounds and forty pence."
MONEY = "The money goes straight into new buses for the hills"


def compared(root: Path, source: str = "harbour-news-2021") -> Comparison:
    """What the base corpus says of a source: its capture, as it was laid, was compared."""
    lay_corpus(root / f"as-laid/{source}")
    digest = hashlib.sha256((root / f"as-laid/{source}/sources/{source}.capture.json").read_bytes()).hexdigest()
    return Comparison(capture=digest, on="2026-02-01", by="maintainers")


def resting(claim: str, exact: str, fate: Fate, check: str, number: int = 1) -> AffectedQuote:
    return AffectedQuote(claim=claim, number=number, exact=exact, fate=fate, check=check)


def test_a_forged_capture(tmp_path: Path) -> None:
    sentence = "The council keeps the money for itself."

    def forge(root: Path) -> None:
        text = (root / "texts/harbour-news-2021.txt").read_text("utf-8").replace("two pounds and forty", "two")
        capture = write_capture(capture_text(f"{text}\n{sentence}\n", "harbour-news-2021"))
        (root / f"{NEWS}.capture.json").write_text(capture, "utf-8")
        edited(LATE, "figures:\n", f"  - source: harbour-news-2021\n    exact: {sentence}\nfigures:\n")(root)

    found = changes(tmp_path, forge)
    (capture,) = found.captures
    assert (capture.source, capture.how, capture.lines) == ("harbour-news-2021", "changed", (3, 5, 11, 13, 14, 15, 16))
    assert (capture.before, capture.after) == (compared(tmp_path), None)
    assert capture.quotes == (
        resting("fares-up", FARES, "fallen", "near"),
        resting("half-late", sentence, "new", "verified, line 15, the author", number=2),
        resting("money-for-new-buses", MONEY, "as before", "verified, line 7, Mayor Ada Quill"),
    )
    assert found.comparisons == ()


def test_captures(tmp_path: Path) -> None:
    found = changes(tmp_path, lambda root: (root / f"{NEWS}.capture.json").unlink())
    fallen = (
        resting("fares-up", FARES, "fallen", "no capture"),
        resting("money-for-new-buses", MONEY, "fallen", "no capture"),
    )
    assert found.captures == (
        CaptureChange(source="harbour-news-2021", how="removed", before=compared(tmp_path), quotes=fallen),
    )
    assert [(effect.claim, effect.after) for effect in found.effects] == [
        ("fares-up", "no capture"),
        ("money-for-new-buses", "no capture"),
    ]


def test_comparisons(tmp_path: Path) -> None:
    def edit(root: Path) -> None:
        file = root / "sources/compared.yml"
        head, bus, _ = re.split(r"(?=^[a-z])", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text(head + bus.replace("capture: ", f"capture: {'0' * 64} # "), "utf-8")

    found = changes(tmp_path, edit)
    bus, news = compared(tmp_path, "bus-hearing-2021"), compared(tmp_path)
    assert found.captures == ()
    assert found.comparisons == (
        ComparisonChange(source="bus-hearing-2021", before=bus, after=replace(bus, capture="0" * 64), counts=False),
        ComparisonChange(source="harbour-news-2021", before=news, after=None, counts=False),
    )
    assert not found.are_none


def test_damaged_capture(tmp_path: Path) -> None:
    found = changes(tmp_path, lambda root: (root / f"{NEWS}.capture.json").write_bytes(b"\xff{"))
    (capture,) = found.captures
    assert (capture.how, capture.words) == ("changed", None)
    assert capture.lines == (1, 3, 5, 7, 9, 11, 13, 14)


def test_capture_of_a_source_that_is_not_there(tmp_path: Path) -> None:
    found = changes(tmp_path, lambda root: (root / "sources/new.capture.json").write_bytes(b"{}"))
    assert found.captures == (CaptureChange(source="new", how="added", words=None),)


def test_renamed_capture_that_is_the_same_is_no_change(tmp_path: Path) -> None:
    def rename(root: Path) -> None:
        (root / f"{NEWS}.yml").rename(root / "sources/news.yml")
        (root / f"{NEWS}.capture.json").rename(root / "sources/news.capture.json")
        edited("sources/compared.yml", "harbour-news-2021:", "news:")(root)
        for path in sorted(root.glob("*/**/*.yml")):
            text = path.read_text(encoding="utf-8").replace("source: harbour-news-2021", "source: news")
            path.write_text(text, encoding="utf-8")
        with (root / "sources/news.yml").open("a", encoding="utf-8") as file:
            file.write("aliases: [harbour-news-2021]\n")

    found = changes(tmp_path, rename)
    assert (found.captures, found.comparisons, found.effects) == ((), (), ())
    assert only(found.records).former == "harbour-news-2021"


def test_ignored_part_takes_a_quote_away(tmp_path: Path) -> None:
    found = changes(tmp_path, edited(f"{NEWS}.yml", "ignore:\n  - lines: 1\n", "ignore:\n  - lines: 1-5\n"))
    (effect,) = found.effects
    assert (effect.claim, effect.number, effect.source) == ("fares-up", 1, "harbour-news-2021")
    assert (effect.before, effect.after) == (
        "verified, line 5, the author",
        "in an ignored part, line 5, the author",
    )


def test_voice_of_a_speaker(tmp_path: Path) -> None:
    old = "  A driver:\n    aliases: [The driver]\n"
    found = changes(tmp_path, edited("sources/bus-hearing-2021.yml", old, f"{old}    voice: sam\n"))
    assert {(effect.before, effect.after) for effect in found.effects} == {
        ("voice bus-hearing-2021-a-driver", "voice sam")
    }


def test_finding_that_moves_is_not_new(tmp_path: Path) -> None:
    path = "claims/buses/road-works.yml"
    lay_corpus(tmp_path)
    edited(path, "  - claim: half-late", "  - claim: half-latte")(tmp_path)
    before = state(tmp_path)
    edited(path, "supports:\n", "# A remark.\nsupports:\n")(tmp_path)
    found = compare(before, state(tmp_path))
    assert found.are_none


def test_second_finding_alike_is_new(tmp_path: Path) -> None:
    lay_corpus(tmp_path)
    (tmp_path / "docs/index.md").write_text("[[x]]\n", encoding="utf-8")
    before = state(tmp_path)
    (tmp_path / "docs/index.md").write_text("[[x]]\n\n[[x]]\n", encoding="utf-8")
    found = compare(before, state(tmp_path))
    assert [finding.location.line for finding in found.new] == [3]


def test_a_new_objection_says_which_question_it_answers(tmp_path: Path) -> None:
    links = """counts_against:
  - claim: timetable-unchanged
    because: It says what else held them up.
    answers: [{step: half-late, question: other-causes}]
undercuts:
  - {claim: road-works, supports: half-late, question: leads, because: They ran beside the road.}
"""
    path = "claims/buses/count-leaves-out.yml"
    found = changes(
        tmp_path, lambda root: (root / path).write_text((root / path).read_text("utf-8").split("undercuts:")[0] + links)
    )
    record = only(found.records)
    assert [(item.kind, item.how, item.answers) for item in record.items] == [
        (
            "counts_against",
            "added",
            ("Is the effect due to something else, too, or instead? (asked of the step from road-works to half-late)",),
        ),
        (
            "undercuts",
            "added",
            ("Does such a cause lead to such an effect? (asked of the step from road-works to half-late)",),
        ),
        ("undercuts", "removed", ()),
    ]
    assert (
        "          answers the critical question: Does such a cause lead to such an effect? "
        "(asked of the step from road-works to half-late)"
    ) in as_text(found).split("\n")


def test_a_changed_scheme(tmp_path: Path) -> None:
    found = changes(tmp_path, edited("claims/buses/road-works.yml", "scheme: cause-to-effect", "scheme: sign"))
    (item,) = only(found.records).items
    assert (item.kind, item.how) == ("supports", "changed")
    assert item.fields == (FieldChange(field="scheme", before="cause-to-effect", after="sign"),)


def test_changed_answers(tmp_path: Path) -> None:
    lay_corpus(tmp_path)
    path = tmp_path / "claims/fares/money-for-new-buses.yml"
    text = path.read_text("utf-8").replace("fares-up", "road-works").replace("context:", "counts_against:")
    path.write_text(f"{text}    answers:\n      - {{step: half-late, question: leads}}\n", "utf-8")
    before = state(tmp_path)
    path.write_text(f"{text}    answers:\n      - {{step: half-late, question: cause}}\n", "utf-8")
    (item,) = only(compare(before, state(tmp_path)).records).items
    assert item.fields == (
        FieldChange(field="answers", before=None, after='{"step": "half-late", "question": "cause"}'),
        FieldChange(field="answers", before='{"step": "half-late", "question": "leads"}', after=None),
    )
