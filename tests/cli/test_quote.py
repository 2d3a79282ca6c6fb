"""The command `quote`."""

from __future__ import annotations

import pytest

from tests.cli.running import CLEAN, Checkout, Said

CLAIM = "claims/buses/no-bus-at-all.yml"
HEAD = """\
title: No bus at all
assertion: In Harbour Town in 2021, no bus came for hours.
kind: factual
scope: {place: "Harbour Town, England", period: 2021-03-02}
"""
LINK = "supports:\n  - {claim: half-late, because: A bus that never comes is late.}\n"
SECOND_OF_MARCH = "On the second of March no bus came at all between seven and nine in the morning."
NEAR = "These words cannot be quoted from any of the 2 sources with a capture as they are. Nearest:\n\n"


def test_found(checkout: Checkout) -> None:
    shown = checkout.run("quote", SECOND_OF_MARCH)
    assert shown == Said(
        status=0,
        err="",
        out=f"""\
quotes:
  # line 7 of sources/bus-hearing-2021.yml
  - source: bus-hearing-2021
    speaker: A passenger
    exact: {SECOND_OF_MARCH}
""",
    )


def test_author_needs_no_speaker(checkout: Checkout) -> None:
    shown = checkout.run("quote", "From Monday a single ticket costs two pounds and forty pence")
    assert "speaker" not in shown.out


def test_words_of_another_name_the_one_who_wrote_them_first(checkout: Checkout) -> None:
    shown = checkout.run("quote", "I would rather walk than pay two pounds forty for a ride.")
    assert "    speaker: Reader one\n" in shown.out


def test_context_that_is_asked_for(checkout: Checkout) -> None:
    shown = checkout.run("quote", "that the drivers are to blame", "--texts", checkout.texts)
    assert (
        shown.out
        == """\
quotes:
  # line 7 of sources/bus-hearing-2021.yml; the whole sentence: "I do not think that the drivers are
  # to blame"
  - source: bus-hearing-2021
    speaker: A passenger
    exact: that the drivers are to blame
    # say why the cut is fair, or quote more; left out of the sentence: attribution, negation
    context: ""
"""
    )


def test_several_places(checkout: Checkout) -> None:
    checkout.put_texts_elsewhere()
    shown = checkout.run("quote", "Half of the buses were late")
    told = '    # give the words right before it, or a suffix: it stands in lines 7, 11, 13, too\n    prefix: ""\n'
    assert shown.status == 0
    assert shown.out.count("  - source: bus-hearing-2021\n") == 4
    assert told in shown.out


def test_several_places_are_told_apart_where_the_text_is_at_hand(checkout: Checkout) -> None:
    shown = checkout.run("quote", "Half of the buses were late", "--texts", checkout.texts)
    prefixes = [line.strip() for line in shown.out.splitlines() if line.strip().startswith("prefix")]
    assert prefixes == ['prefix: "driver:"', "prefix: blame.", "prefix: promised.", 'prefix: "Chair:"']


@pytest.mark.parametrize("with_texts", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        SECOND_OF_MARCH,
        "Half of the buses were late",
        "Half of the buses were late that winter.",
        "The money goes straight into new buses",
        "That is ten per cent more than in the year before.",
        "We met our target for buses on time [...] within five minutes of the timetable.",
        "We met our target [the council] for buses on time in every month",
        "The drivers' union says that one bus in eight was cancelled",
        "I would rather walk than pay two pounds forty for a ride",
    ],
)
def test_every_entry_can_be_pasted(checkout: Checkout, words: str, *, with_texts: bool) -> None:
    texts = ("--texts", str(checkout.texts)) if with_texts else ()
    shown = checkout.run("quote", words, *texts)
    assert shown.status == 0
    head, *entries = shown.out.split("  # line")
    for entry in entries:
        pasted = (head + "  # line" + entry).replace('context: ""', "context: It is fair as it stands.")
        checkout.write(CLAIM, "# yaml-language-server: $schema=../claim.schema.json\n" + HEAD + pasted + LINK)
        found = checkout.run("check")
        if 'prefix: ""' in pasted:
            assert "error[quote-ambiguous]" in found.out
        else:
            assert found.out == ""


def test_spelling_of_the_source(checkout: Checkout) -> None:
    old = "The drivers' union says that one bus in eight was cancelled."
    new = "The drivers\u2019 union\n\tsays \u2013 that  one bus in eight was \u201ccancelled\u201d\u2026 So."
    checkout.edit("texts/bus-hearing-2021.txt", old, new)
    checkout.run("capture", checkout.texts / "bus-hearing-2021.txt", "--replace")
    checkout.put_texts_elsewhere()
    words = 'union says - that one bus in eight was "cancelled"...'
    shown = checkout.run("quote", words, "--texts", checkout.texts)
    assert "union says \u2013 that one bus in eight was \u201ccancelled\u201d\u2026" in shown.out
    assert words.replace('"', '\\"') not in shown.out
    assert words in checkout.run("quote", words).out


def test_one_source(checkout: Checkout) -> None:
    elsewhere = checkout.run("quote", SECOND_OF_MARCH, "--source", "harbour-news-2021")
    assert elsewhere.status == 1
    assert elsewhere.out == "These words do not stand in 'harbour-news-2021', nor any like them.\n"
    assert checkout.run("quote", SECOND_OF_MARCH, "--source", "bus-hearing-2021").status == 0


def test_near_without_text(checkout: Checkout) -> None:
    checkout.put_texts_elsewhere()
    shown = checkout.run("quote", "On the second of March no tram came at all between seven and nine")
    assert shown.status == 1
    assert shown.out == (
        f"{NEAR}sources/bus-hearing-2021.yml\n"
        "    the word 'tram' does not stand so in 'bus-hearing-2021'\n"
        "    copy the words from the source again: case, spelling, digits and punctuation count\n"
    )


def test_near_with_text(checkout: Checkout) -> None:
    words = "On the second of March no tram came at all between seven and nine"
    shown = checkout.run("quote", words)
    assert shown == checkout.run("quote", words, "--texts", checkout.texts)
    assert shown.status == 1
    assert shown.out == (
        f"{NEAR}sources/bus-hearing-2021.yml, line 7, A passenger\n"
        "    the word 'tram' does not stand so in 'bus-hearing-2021'\n"
        "    copy the words from the source again: case, spelling, digits and punctuation count\n"
        "    the source has: On the second of March no bus came at all between seven and nine\n"
        "    the difference: On the second of March no [-tram-] {+bus+} came at all between seven and nine\n"
    )


@pytest.mark.parametrize("written", ["lates", "lat", "Late", "late-", "laet"])
def test_one_slip_is_named_by_the_capture_alone(checkout: Checkout, written: str) -> None:
    checkout.put_texts_elsewhere()
    shown = checkout.run("quote", f"Half of the buses were {written} that")
    assert shown.status == 1
    assert "nor any like them" not in shown.out
    assert f"Half of the buses were [-{written}-] {{+late+}} that" in shown.out


def test_near_by_likeness_alone_only_where_the_text_is_at_hand(checkout: Checkout) -> None:
    checkout.put_texts_elsewhere()
    words = "So ada quill told this newspapers reader"
    assert checkout.run("quote", words).out == (
        "These words do not stand in any of the 2 sources with a capture.\n"
        "The capture alone hides words that are wrong so close together: "
        "with the text as texts/SOURCE.txt, the nearest passage is shown.\n"
    )
    assert "Mayor Ada Quill told this newspaper." in checkout.run("quote", words, "--texts", checkout.texts).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Harbour News - subscribe today to read",
            "the quote stands in line 1 of 'harbour-news-2021', which its file ignores",
        ),
        (
            'The money goes straight into new buses for the hills," Mayor Ada Quill told',
            "the quote goes from one segment of 'harbour-news-2021' into the next in line 7",
        ),
        ("We met our target [not in May] for buses on time", "the insertion '[not in May]' holds a negation: 'not'"),
        (
            "within five minutes of the timetable [...] We met our target for buses",
            "the parts of the quote do not stand in 'bus-hearing-2021' in this order, with words between them",
        ),
    ],
)
def test_found_and_not_to_be_quoted_so(checkout: Checkout, words: str, told: str) -> None:
    shown = checkout.run("quote", words)
    assert shown.status == 1
    assert f"    {told}\n" in shown.out


def test_no_wrong_name_is_proposed(checkout: Checkout) -> None:
    checkout.edit("sources/bus-hearing-2021.yml", "  A passenger:\n", "")
    told = (
        "    nobody can tell who says the words in line 7 of 'bus-hearing-2021': line 7 begins with what looks like a"
        " speaker's name, which the source file does not list\n"
        "    correct sources/bus-hearing-2021.yml as the check says at its `segments`, then name the speaker\n"
    )
    for texts in ((), ("--texts", checkout.texts)):
        shown = checkout.run("quote", SECOND_OF_MARCH, *texts)
        assert shown == Said(status=1, err="", out=f"{NEAR}sources/bus-hearing-2021.yml\n{told}")
    shown = checkout.run("quote", SECOND_OF_MARCH.replace("bus", "tram"), "--texts", checkout.texts)
    assert f"{NEAR}sources/bus-hearing-2021.yml, line 7\n" in shown.out


def test_text_that_is_not_the_captured_one_is_told(checkout: Checkout) -> None:
    checkout.edit("texts/bus-hearing-2021.txt", "seven and nine", "seven and ten")
    shown = checkout.run("quote", SECOND_OF_MARCH, "--texts", checkout.texts)
    assert shown.err == "note: the capture of 'bus-hearing-2021' is not the one that its text gives\n"
    assert shown.status == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["no bus came"], "the quote has 3 words; expected at least 5"),
        (["..."], "the quote has no words; expected at least 5"),
        (["We met our target for [...] time"], "the part 'time' of the quote has 1 word; expected at least 5"),
        ([" "], "a quote has at least five words and at most 2,000 characters"),
        (["bus " * 501], "a quote has at least five words and at most 2,000 characters"),
        (["a b c d e", "--source", "bus-hearing"], "there is no source 'bus-hearing' that can be read (did you mean"),
        (["a b c d e", "--texts", "nowhere"], "--texts: 'nowhere' is no folder"),
    ],
    ids=["short", "dots", "part", "blank", "long", "source", "texts"],
)
def test_wrong_use(checkout: Checkout, arguments: list[str], error: str) -> None:
    shown = checkout.run("quote", *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"claimgraph quote: {error}")


def test_source_without_a_capture(checkout: Checkout) -> None:
    (checkout.root / "sources/harbour-news-2021.capture.json").unlink()
    shown = checkout.run("quote", "a b c d e", "--source", "harbour-news-2021")
    assert shown.status == 2
    assert "'harbour-news-2021' has no capture: make it by claimgraph capture TEXT" in shown.err
    (checkout.root / "sources/bus-hearing-2021.capture.json").unlink()
    assert "no source has a capture yet" in checkout.run("quote", "a b c d e").err


def test_looking_changes_no_file(checkout: Checkout) -> None:
    before = checkout.files()
    checkout.run("quote", SECOND_OF_MARCH)
    assert checkout.files() == before
    assert checkout.run("check").err == CLEAN
