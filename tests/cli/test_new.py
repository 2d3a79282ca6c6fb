"""The command `new`."""

from __future__ import annotations

import itertools

import pytest

from tests.cli.running import Checkout, Said

EMPTY = {
    "claim": ["title", "assertion", "kind", "scope.place", "scope.period", "quotes[1].source", "quotes[1].exact"],
    "topic": ["title", "question", "order", "summary"],
    "source": ["type", "title", "depth"],
    "voice": ["name"],
}
PATHS = {
    "claim": "claims/buses/no-bus-at-all.yml",
    "topic": "claims/no-bus-at-all/_topic.yml",
    "source": "sources/no-bus-at-all.yml",
    "voice": "voices/no-bus-at-all.yml",
}
SUPPORT = "supports:\n  - claim: half-late\n    because: A bus that never comes is late for all who wait.\n"
VOICE = "note: nobody speaks as 'no-bus-at-all' yet\n"


def begun(checkout: Checkout, kind: str, *more: str) -> Said:
    topic = ("--topic", "buses") if kind == "claim" else ()
    return checkout.run("new", kind, "no-bus-at-all", *topic, *more)


@pytest.mark.parametrize("kind", EMPTY)
def test_check_names_each_field_that_is_still_empty(checkout: Checkout, kind: str) -> None:
    shown = begun(checkout, kind)
    assert (shown.status, shown.err) == (0, VOICE if kind == "voice" else "")
    assert shown.out.startswith(f"{PATHS[kind]}\nNext: fill it in. Then ")
    found = checkout.run("check")
    findings = [line.partition("]: ")[2] for line in found.out.splitlines() if line.startswith(PATHS[kind])]
    assert [finding.split()[:3] for finding in findings] == [
        [field, "is", "empty;" if field in {"kind", "type", "depth", "quotes[1].source"} else finding.split()[2]]
        for field, finding in zip(EMPTY[kind], findings, strict=True)
    ]
    assert all(finding.split()[2].startswith("empty") for finding in findings)


@pytest.mark.parametrize("kind", EMPTY)
def test_a_file_is_begun_with_its_schema_and_says_what_each_field_is(checkout: Checkout, kind: str) -> None:
    begun(checkout, kind)
    text = checkout.read(PATHS[kind])
    assert text.startswith("# yaml-language-server: $schema=")
    for field in EMPTY[kind]:
        if "." not in field:
            assert any(before.startswith("#") for before, line in pairs(text) if line.startswith(f"{field}:")), field
    assert max(map(len, text.splitlines())) <= 100


def pairs(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return list(itertools.pairwise(lines))


def test_a_claim_filled_in_below_what_stands_there_is_clean(checkout: Checkout) -> None:
    begun(checkout, "claim", "--title", 'No bus: "at all"')
    path = PATHS["claim"]
    checkout.edit(path, "assertion: >-\n", "assertion: >-\n  In Harbour Town on 2 March 2021, no bus came.\n")
    checkout.edit(path, "kind:\n", "kind: factual\n")
    checkout.edit(path, '  place: ""\n', '  place: "Harbour Town, England"\n')
    checkout.edit(path, "  period:\n", "  period: 2021-03-02\n")
    checkout.edit(path, "    source:\n", "    source: bus-hearing-2021\n")
    checkout.edit(path, '    speaker: ""\n', '    speaker: "A passenger"\n')
    words = "On the second of March no bus came at all between seven and nine in the morning."
    checkout.edit(path, "    exact: >-\n", f"    exact: >-\n      {words}\n")
    checkout.edit(path, "#supports:\n#  - claim:\n#    because: >-\n", SUPPORT)
    assert checkout.run("check", "--strict").out == ""


@pytest.mark.parametrize("title", ["Plain", "A: colon", 'A "quote"', "It's", '"', "- dash", "# hash", "[x]", "\u00fc"])
def test_title_reads_back(checkout: Checkout, title: str) -> None:
    begun(checkout, "topic", "--title", title)
    checkout.edit(PATHS["topic"], 'question: ""', "question: Why?")
    checkout.edit(PATHS["topic"], "order:\n", "order: 30\n")
    checkout.edit(PATHS["topic"], "summary: >-\n", "summary: So.\n")
    (finding,) = [line for line in checkout.run("check").out.splitlines() if not line.startswith(" ")]
    assert finding == f"{PATHS['topic']}:8:11: error[topic-without-theses]: the topic lists no thesis"
    assert f"taken: {PATHS['topic']}" in begun(checkout, "topic").err


def test_first_steps_of_a_topic(checkout: Checkout) -> None:
    shown = begun(checkout, "topic")
    assert shown.out == (
        "claims/no-bus-at-all/_topic.yml\nNext: fill it in. Then begin a thesis in it, and list it under `theses`: "
        "claimgraph new claim ID --topic no-bus-at-all\n"
    )


def test_first_steps_of_a_source(checkout: Checkout) -> None:
    shown = begun(checkout, "source")
    assert shown.out.endswith("claimgraph capture TEXT --source no-bus-at-all\n")


def test_voice_that_speaks_gets_no_note(checkout: Checkout) -> None:
    shown = checkout.run("new", "voice", "drivers-union", "--title", "The drivers' union")
    assert (shown.status, shown.err) == (0, "")
    assert checkout.run("check").out == ""


def test_voice_nearly_of_a_speaker(checkout: Checkout) -> None:
    shown = checkout.run("new", "voice", "drivers-onion")
    assert shown.err == "note: nobody speaks as 'drivers-onion' yet (did you mean 'drivers-union'?)\n"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["claim", "target-met", "--topic", "buses"], "the id 'target-met' is taken: claims/buses/target-met.yml"),
        (["claim", "fares-up", "--topic", "buses"], "the id 'fares-up' is taken: claims/fares/fares-up.yml"),
        (
            ["claim", "same-timetable", "--topic", "buses"],
            "the id 'same-timetable' is a former id of 'timetable-unchanged', and an id is never used again",
        ),
        (["topic", "buses"], "the id 'buses' is taken: claims/buses/_topic.yml"),
        (["source", "bus-hearing-2021"], "the id 'bus-hearing-2021' is taken: sources/bus-hearing-2021.yml"),
        (["voice", "ada-quill"], "the id 'ada-quill' is taken: voices/ada-quill.yml"),
        (["claim", "late"], "name the claim's topic: --topic TOPIC; there are: buses, fares"),
        (
            ["claim", "late", "--topic", "buss"],
            "there is no topic 'buss' (did you mean 'buses'?); begin it: claimgraph new topic ID",
        ),
        (["source", "late", "--topic", "buses"], "--topic is for a claim, not for a source"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(checkout: Checkout, arguments: list[str], error: str) -> None:
    before = checkout.files()
    assert checkout.run("new", *arguments) == Said(status=2, out="", err=f"claimgraph new: {error}\n")
    assert checkout.files() == before


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("Late Buses", "late-buses"),
        ("late_buses", "late-buses"),
        ("2021-late", "source-2021-late"),
        ("late\n", "late"),
        ("../late", "late"),
        ("con", "source-con"),
        ("com1", "source-com1"),
        ("a" * 81, "a" * 71 + "-f3dd0e9c"),
    ],
)
def test_what_cannot_be_an_id(checkout: Checkout, written: str, guess: str) -> None:
    before = checkout.files()
    shown = checkout.run("new", "source", written)
    assert shown.status == 2
    assert shown.err.startswith(f"claimgraph new: '{written}' cannot be an id: an id has small letters, digits")
    assert guess.split("-f3", maxsplit=1)[0] in shown.err
    assert checkout.files() == before


def test_topic_outside_the_checkout(checkout: Checkout) -> None:
    shown = checkout.run("new", "claim", "late", "--topic", "../claims/buses")
    assert shown.status == 2
    assert "'../claims/buses' cannot be an id" in shown.err


def test_id_of_a_file_that_cannot_be_read_is_taken(checkout: Checkout) -> None:
    checkout.write("claims/fares/late.yml", "{")
    shown = checkout.run("new", "claim", "late", "--topic", "buses")
    assert shown.err == "claimgraph new: the id 'late' is taken: claims/fares/late.yml\n"


def test_topic_of_a_file_that_cannot_be_read_is_one(checkout: Checkout) -> None:
    checkout.write("claims/buses/_topic.yml", "{")
    assert checkout.run("new", "claim", "late", "--topic", "buses").status == 0


HEARING = "Chair: Good morning.\nMs Adeyemi (engineer): The pumps were old.\nChair: Thank you.\n"
FROM_HEARING = """\
depth: full
speakers:
  Chair: {}
  Ms Adeyemi: {aliases: ["Ms Adeyemi (engineer)"]}
segments: speaker-turns
"""


def test_a_source_takes_what_its_document_says(checkout: Checkout) -> None:
    (checkout.root / "lido.txt").write_text(HEARING, encoding="utf-8")
    shown = checkout.run("new", "source", "lido", "--from", checkout.root / "lido.txt", "--title", "On the lido")
    assert (shown.status, shown.err) == (0, "what looks like speakers: 'Chair' (2), 'Ms Adeyemi (engineer)' (1)\n")
    assert shown.out.endswith(f": claimgraph capture {checkout.root / 'lido.txt'} --source lido\n")
    made = checkout.read("sources/lido.yml")
    assert "\n# TO DO: The CSL type of the item." in made
    assert made.endswith(f"\ntype:\ntitle: On the lido\n{FROM_HEARING}")


def test_a_source_takes_what_its_record_says(checkout: Checkout) -> None:
    (checkout.root / "lido.ris").write_text("TY  - HEAR\nTI  - Lido\nPY  - 2022\nAB  - x\nER  -\n", encoding="utf-8")
    shown = checkout.run("new", "source", "lido", "--from", checkout.root / "lido.ris")
    assert (shown.status, shown.err) == (0, "note: left out: abstract\n")
    schema = "# yaml-language-server: $schema=source.schema.json\n"
    assert checkout.read("sources/lido.yml") == f"{schema}type: hearing\ntitle: Lido\nissued: 2022\ndepth: none\n"


@pytest.mark.parametrize(
    ("kind", "name", "content", "error"),
    [
        ("voice", "a.txt", "x", "--from is for a source, not for a voice"),
        ("source", "a.docx", "PK\x03\x04", "cannot read '"),
        ("source", "a.json", '{"nodes": []}', "is an argument map: claimgraph import FILE"),
        ("source", "a.ris", "TY  - BOOK\nER  -\n" * 2, "has 2 records; for all of them: claimgraph import FILE"),
        ("source", "a.ris", "x", "it is no RIS: no line begins with `TY  - `"),
    ],
)
def test_what_no_source_is_made_of(checkout: Checkout, kind: str, name: str, content: str, error: str) -> None:
    (checkout.root / name).write_text(content, encoding="utf-8")
    shown = checkout.run("new", kind, "lido", "--from", checkout.root / name)
    assert (shown.status, shown.out) == (2, "")
    assert error in shown.err
    assert not (checkout.root / f"{kind}s/lido.yml").exists()
