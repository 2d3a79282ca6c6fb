"""The command `mv`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claimgraph.checking.whole import check
from claimgraph.renaming.plan import Change, Planner
from claimgraph.voices import voicing_of_quote
from tests.cli.running import CLEAN, Checkout, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

TOPIC = "claims/buses/_topic.yml"
HEARING = "sources/bus-hearing-2021.yml"


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Return the lines that differ in files which both have, with `-` and `+`."""
    found = {}
    for path in sorted(before.keys() & after.keys()):
        one, other = before[path].decode().splitlines(), after[path].decode().splitlines()
        if before[path] != after[path]:
            gone = [f"-{line.strip()}" for line in one if line not in other]
            found[path] = gone + [f"+{line.strip()}" for line in other if line not in one]
    return found


def voices(checkout: Checkout) -> dict[tuple[str, int], str]:
    """Return the voice of each quote."""
    corpus = check(checkout.root).examined.corpus
    return {
        (id_, index): voicing_of_quote(corpus.sources[quote.source], quote).id
        for id_, claim in corpus.claims.items()
        for index, quote in enumerate(claim.record.quotes)
    }


def test_claim_gets_another_id(checkout: Checkout) -> None:
    checkout.write("docs/more/page.md", "See [[half-late]], `[[half-late]]` and [[target-met]].\r\n")
    before = checkout.files()
    shown = checkout.run("mv", "half-late", "half-of-the-buses-late")
    assert shown == Said(
        status=0,
        err="",
        out="claims/buses/half-late.yml -> claims/buses/half-of-the-buses-late.yml\n"
        f"edited {TOPIC}\nedited claims/buses/road-works.yml\nedited docs/index.md\nedited docs/more/page.md\n",
    )
    after = checkout.files()
    new_id = "half-of-the-buses-late"
    old, new = "claims/buses/half-late.yml", f"claims/buses/{new_id}.yml"
    assert after.keys() - before.keys() == {new}
    assert before.keys() - after.keys() == {old}
    assert after[new] == before[old] + b"aliases: [half-late]\n"
    assert changed(before, after) == {
        TOPIC: [
            "-A driver says that half of the buses were late ([[half-late]]), the council that it met its target",
            "-theses: [half-late]",
            f"+A driver says that half of the buses were late ([[{new_id}]]), the council that it met its target",
            "+theses: [half-of-the-buses-late]",
        ],
        "claims/buses/road-works.yml": ["-- claim: half-late", "+- claim: half-of-the-buses-late"],
        "docs/index.md": [
            "-Some say that half of them are late: [[half-late]].",
            "+Some say that half of them are late: [[half-of-the-buses-late]].",
        ],
        "docs/more/page.md": [
            "-See [[half-late]], `[[half-late]]` and [[target-met]].",
            "+See [[half-of-the-buses-late]], `[[half-late]]` and [[target-met]].",
        ],
    }
    assert after["docs/more/page.md"].endswith(b"\r\n")
    assert checkout.run("check").err == CLEAN


LINKS = {  # By the file: what stands in it once, and what is written instead.
    "buses/count-leaves-out": (
        "undercuts:",
        """\
undercuts:
  - {claim: target-met, opposes: "half-late", because: Both of them may be true.}
  - {claim: half-late, quote: half, because: Nobody counted as many as that.}
  - {claim: half-late, rests_on: one-winter, because: One winter is not the whole year.}
  - {claim: money-for-new-buses, counts_against: half-late, because: New buses stand still as well.}
  - {claim: timetable-unchanged, limits: half-late, because: A timetable is only a plan.}
""",
    ),
    "buses/road-works": (
        "supports:",
        """\
undercuts:
  - {claim: half-late, opposes: target-met, because: The target is one for other lines.}
supports:
""",
    ),
    "buses/timetable-unchanged": (
        "aliases:",
        """\
limits:
  - because: It tells of the buses of the timetable alone.
    claim:   'half-late'   # here
aliases:
""",
    ),
    "fares/money-for-new-buses": (
        "context:",
        """\
counts_against:
  - {claim: half-late, because: New buses come late less often.}
  - {claim: road-works, because: New buses took another road., answers: [{step: half-late, question: leads}]}
  - {claim: timetable-unchanged, because: New buses need new times., with: [half-late, road-works]} # so it is
supports:
  - {claim: count-leaves-out, because: New buses run all day., with: [half-late]}
context:
""",
    ),
    "fares/fares-up": (
        "thesis:",
        """\
context:
  - {claim: half-late, because: Fares rose in the same year.}
replaced_by: half-late
thesis:
""",
    ),
    "buses/target-met": (
        "quotes:",
        """\
rivals:
  - {claim: half-late, differs_in: [base], because: It counts the buses that ran.}
quotes:
""",
    ),
}


@pytest.mark.parametrize("claim", ["half-late", "money-for-new-buses", "road-works", "target-met"])
def test_claim_is_renamed_wherever_it_can_be_named(checkout: Checkout, claim: str) -> None:
    for name, (old, new) in LINKS.items():
        checkout.edit(f"claims/{name}.yml", old, new.removesuffix("\n"))
    checkout.edit("claims/buses/half-late.yml", "    suffix:", "    rests_on: one-winter\n    suffix:")
    checkout.edit("claims/fares/_topic.yml", "background: [", "related: [half-late]\nbackground: [")
    assert checkout.run("check").out == ""
    before = checkout.files()
    assert checkout.run("mv", claim, "renamed").status == 0
    expected = {
        path.replace(f"/{claim}.yml", "/renamed.yml"): text.replace(claim.encode(), b"renamed")
        for path, text in before.items()
    }
    (path,) = (path for path in expected if path.endswith("/renamed.yml"))
    expected[path] += f"aliases: [{claim}]\n".encode()
    assert checkout.files() == expected
    assert checkout.run("check").out == ""


def test_former_ids_stay(checkout: Checkout) -> None:
    assert checkout.run("mv", "timetable-unchanged", "same-times").status == 0
    assert "aliases: [same-timetable, timetable-unchanged]\n" in checkout.read("claims/buses/same-times.yml")
    assert checkout.run("check").err == CLEAN


def test_topic_gets_another_id(checkout: Checkout) -> None:
    before = checkout.files()
    shown = checkout.run("mv", "buses", "late-buses")
    assert (shown.status, shown.err) == (0, "")
    after = checkout.files()
    assert {path.replace("claims/buses/", "claims/late-buses/") for path in before} == set(after)
    assert after["claims/late-buses/_topic.yml"] == before[TOPIC] + b"aliases: [buses]\n"
    assert not (checkout.root / "claims/buses").exists()
    assert checkout.run("check").err == CLEAN


def test_source_gets_another_id_and_its_speakers_keep_their_voices(checkout: Checkout) -> None:
    before, spoken = checkout.files(), voices(checkout)
    shown = checkout.run("mv", "bus-hearing-2021", "hearing")
    assert (shown.status, shown.err) == (0, "")
    after = checkout.files()
    assert after["sources/hearing.capture.json"] == before["sources/bus-hearing-2021.capture.json"]
    lines = after["sources/hearing.yml"].decode().splitlines()
    old = before[HEARING].decode().splitlines()
    assert [line for line in lines if line not in old] == [
        "    voice: bus-hearing-2021-a-driver",
        "aliases: [bus-hearing-2021]",
    ]
    head, bus, harbour = re.split(r"(?=^[a-z])", before["sources/compared.yml"].decode(), flags=re.MULTILINE)
    renamed = bus.replace("bus-hearing-2021:", "hearing:")
    assert after["sources/compared.yml"].decode() == f"{head}{harbour}{renamed}"
    assert all("bus-hearing-2021" not in text.decode() for path, text in after.items() if path.startswith("claims/"))
    assert voices(checkout) == spoken
    assert checkout.run("check").err == CLEAN


def test_source_without_an_author_keeps_the_address_of_its_own_voice(checkout: Checkout) -> None:
    checkout.edit("sources/harbour-news-2021.yml", "author:\n  - literal: Harbour News\n", "")
    shown = checkout.run("mv", "harbour-news-2021", "news")
    assert shown.out.startswith("made voices/news.yml\n")
    assert checkout.read("voices/news.yml") == (
        "# yaml-language-server: $schema=voice.schema.json\nname: Bus fares up again\naliases: [harbour-news-2021]\n"
    )
    assert "voices/news.yml -> voices/paper.yml\n" in checkout.run("mv", "sources/news", "paper").out
    assert "aliases: [harbour-news-2021, news]\n" in checkout.read("voices/paper.yml")
    assert checkout.run("check").err == CLEAN


def test_voice_gets_another_id(checkout: Checkout) -> None:
    before = checkout.files()
    assert checkout.run("mv", "ada-quill", "mayor-quill").status == 0
    assert changed(before, checkout.files()) == {
        "sources/harbour-news-2021.yml": ["-voice: ada-quill", "+voice: mayor-quill"]
    }
    assert checkout.read("voices/mayor-quill.yml").endswith("aliases: [ada-quill]\n")
    assert checkout.run("check").err == CLEAN


def test_voice_whose_id_is_made_of_a_name_is_named(checkout: Checkout) -> None:
    before = checkout.files()
    assert checkout.run("mv", "bus-hearing-2021-a-driver", "a-driver").status == 0
    assert changed(before, checkout.files()) == {HEARING: ["+voice: a-driver"]}
    assert set(voices(checkout).values()) >= {"a-driver"}
    assert checkout.run("check").err == CLEAN


def test_voice_of_an_author_is_refused(checkout: Checkout) -> None:
    checkout.write("voices/harbour-news.yml", "# yaml-language-server: $schema=voice.schema.json\nname: Harbour News\n")
    before = checkout.files()
    shown = checkout.run("mv", "harbour-news", "news")
    assert shown == Said(
        status=1,
        out="",
        err="sources/harbour-news-2021.yml:5:3: the voice's id is made of the author's name, Harbour News: list that "
        "name under `speakers` first, with `voice: harbour-news`\nclaimgraph mv: nothing was moved\n",
    )
    assert checkout.files() == before


def test_voice_of_those_whose_words_are_reported_is_refused(checkout: Checkout) -> None:
    checkout.edit(
        "claims/fares/money-for-new-buses.yml", "    exact:", "    mode: reported\n    of: The town\n    exact:"
    )
    checkout.write("voices/the-town.yml", "# yaml-language-server: $schema=voice.schema.json\nname: The town\n")
    shown = checkout.run("mv", "the-town", "town")
    assert shown.status == 1
    assert shown.err.startswith("claims/fares/money-for-new-buses.yml:10:9: the voice's id is made of this name")


def test_claim_moves_to_another_topic(checkout: Checkout) -> None:
    before = checkout.files()
    shown = checkout.run("mv", "road-works", "--topic", "fares")
    assert shown == Said(status=0, out="claims/buses/road-works.yml -> claims/fares/road-works.yml\n", err="")
    assert checkout.files()["claims/fares/road-works.yml"] == before["claims/buses/road-works.yml"]
    assert changed(before, checkout.files()) == {}
    assert checkout.run("check").err == CLEAN


def test_claim_moves_and_gets_another_id(checkout: Checkout) -> None:
    shown = checkout.run("mv", "road-works", "works", "--topic", "fares")
    assert shown.out == "claims/buses/road-works.yml -> claims/fares/works.yml\n"
    assert checkout.read("claims/fares/works.yml").endswith("aliases: [road-works]\n")


@pytest.mark.parametrize(
    ("claim", "topic", "where"),
    [
        ("half-late", "fares", f"{TOPIC}:8:10: the topic 'buses' lists 'half-late' under `theses`"),
        ("fares-up", "buses", "claims/fares/_topic.yml:6:10: the topic 'fares' lists 'fares-up' under `theses`"),
        (
            "money-for-new-buses",
            "buses",
            f"{TOPIC}:9:11: the topic 'buses' lists 'money-for-new-buses' under `related`",
        ),
    ],
)
def test_claim_that_a_topic_lists_stays(checkout: Checkout, claim: str, topic: str, where: str) -> None:
    checkout.edit(TOPIC, "related: [fares-up]", "related: [money-for-new-buses]")
    before = checkout.files()
    shown = checkout.run("mv", claim, "--topic", topic)
    expected = f"{where}: take it out there first\nclaimgraph mv: nothing was moved\n"
    assert shown == Said(status=1, out="", err=expected)
    assert checkout.files() == before


def test_checkout_with_errors_stays(checkout: Checkout) -> None:
    checkout.edit("claims/fares/fares-up.yml", "kind: factual", "kind: fact")
    before = checkout.files()
    shown = checkout.run("mv", "half-late", "late")
    assert shown.status == 1
    assert shown.out.startswith("claims/fares/fares-up.yml:4:7: error[wrong-value]: kind is 'fact'")
    assert shown.err == "claimgraph mv: the checkout has errors, so nothing was moved\n"
    assert checkout.files() == before


def test_everything_is_put_back_where_a_finding_would_be_new(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = checkout.files()
    planned = Planner.changes

    def worse(planner: Planner) -> tuple[Change, ...]:
        changes = planned(planner)
        return tuple(
            Change(before=c.before, after=c.after, content=c.content.replace(b"kind: statistical", b"kind: late"))
            for c in changes
        )

    monkeypatch.setattr(Planner, "changes", worse)
    shown = checkout.run("mv", "half-late", "late")
    assert shown.status == 1
    assert shown.out.startswith("claims/buses/late.yml:4:7: error[wrong-value]: kind is 'late'; expected one of")
    assert shown.err == "claimgraph mv: that would bring what is said above, so everything was put back\n"
    assert checkout.files() == before


def test_file_in_the_way(checkout: Checkout) -> None:
    checkout.write("claims/buses/.gitkeep", "not read")
    checkout.write("claims/late/.gitkeep", "not read either")
    before = checkout.files()
    shown = checkout.run("mv", "topics/buses", "late")
    assert shown == Said(status=2, out="", err="claimgraph mv: a file stands in the way: claims/late/.gitkeep\n")
    assert checkout.files() == before


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["late", "later"], "there is no claim, topic, source or voice 'late'"),
        (["half-latte", "later"], "there is no claim, topic, source or voice 'half-latte' (did you mean 'half-late'?)"),
        (["sources/half-late", "later"], "there is no source 'half-late'"),
        (["captures/x", "y"], "'captures/x' is no id: write ID, or claims/ID, topics/ID, sources/ID, voices/ID"),
        (["half-late", "target-met"], "the id 'target-met' is taken: claims/buses/target-met.yml"),
        (["half-late", "same-timetable"], "the id 'same-timetable' is a former id of 'timetable-unchanged', and an id"),
        (["half-late", "Late"], "'Late' cannot be an id: "),
        (["half-late", "half-late"], "name the new id of 'half-late', or another topic by --topic"),
        (["half-late"], "name the new id of 'half-late', or another topic by --topic"),
        (["half-late", "--topic", "buses"], "name the new id of 'half-late', or another topic by --topic"),
        (["half-late", "--topic", "trams"], "there is no topic 'trams'"),
        (["buses", "--topic", "fares"], "--topic is for a claim; 'buses' is a topic"),
        (["buses"], "name the new id of 'buses'\n"),
        (["buses", "fares"], "the id 'fares' is taken: claims/fares/_topic.yml"),
        (["bus-hearing-2021", "harbour-news-2021"], "the id 'harbour-news-2021' is taken: sources/"),
        (
            ["ada-quill", "drivers-union"],
            "the id 'drivers-union' is taken: somebody speaks as 'drivers-union', without",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(checkout: Checkout, arguments: list[str], error: str) -> None:
    before = checkout.files()
    shown = checkout.run("mv", *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"claimgraph mv: {error}")
    assert checkout.files() == before


def test_an_id_of_two_kinds_has_to_be_told(checkout: Checkout) -> None:
    checkout.edit("sources/bus-hearing-2021.yml", "voice: drivers-union", "voice: buses")
    checkout.write("voices/buses.yml", "# yaml-language-server: $schema=voice.schema.json\nname: Buses\n")
    shown = checkout.run("mv", "buses", "coaches")
    assert shown.status == 2
    assert shown.err == (
        "claimgraph mv: 'buses' is a topic and a voice: "
        "write claimgraph mv topics/buses or claimgraph mv voices/buses\n"
    )
    assert checkout.run("mv", "voices/buses", "coaches").status == 0
    assert (checkout.root / "voices/coaches.yml").is_file()
    assert (checkout.root / "claims/buses").is_dir()


def test_and_back_again(checkout: Checkout) -> None:
    checkout.run("mv", "half-late", "late")
    shown = checkout.run("mv", "late", "half-late")
    assert shown.err == "claimgraph mv: the id 'half-late' is a former id of 'late', and an id is never used again\n"


def test_a_source_keeps_what_the_last_look_found(checkout: Checkout) -> None:
    checkout.write("sources/looked.yml", "bus-hearing-2021: {on: 2026-11-30, answer: gone}\n")
    assert checkout.run("mv", "bus-hearing-2021", "hearing").status == 0
    assert checkout.read("sources/looked.yml").splitlines()[2:] == ["hearing: {on: 2026-11-30, answer: gone}"]
