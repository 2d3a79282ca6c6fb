"""The command `new` for a claim with its quote and its link."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time

import pytest

from tests.cli.running import Checkout, Said

WORDS = "On the second of March no bus came at all between seven and nine in the morning."
PATH = "claims/buses/no-bus-at-all.yml"
VERIFIED = "The quote is verified: A passenger, line 7 of 'bus-hearing-2021'.\n"
ALL = {
    "--title": "No bus at all",
    "--assertion": "In Harbour Town on 2 March 2021, no bus came at all.",
    "--kind": "factual",
    "--place": "Harbour Town, England",
    "--period": "2021-03-02",
    "--source": "bus-hearing-2021",
    "--quote": WORDS,
    "--for": "half-late",
    "--because": "A bus that never comes is late for all who wait.",
}
WHOLE = f"""\
# yaml-language-server: $schema=../claim.schema.json
title: No bus at all
assertion: In Harbour Town on 2 March 2021, no bus came at all.
kind: factual
scope:
  place: Harbour Town, England
  period: 2021-03-02
quotes:
  - source: bus-hearing-2021
    speaker: A passenger
    exact: {WORDS}
supports:
  - claim: half-late
    because: A bus that never comes is late for all who wait.
"""


def begun(checkout: Checkout, options: dict[str, str], *more: str) -> Said:
    return checkout.run("new", "claim", *(word for pair in options.items() for word in pair), *more)


def test_a_claim_in_one_command(checkout: Checkout) -> None:
    shown = begun(checkout, ALL)
    assert shown == Said(
        status=0,
        err="",
        out=f"{PATH}\n{VERIFIED}The check finds nothing wrong. Next: look at its page (claimgraph serve), and propose "
        "the file.\n",
    )
    assert checkout.read(PATH) == WHOLE
    assert checkout.run("check", "--strict").out == ""


def test_words_and_a_link_are_enough_to_begin(checkout: Checkout) -> None:
    shown = begun(checkout, {"--source": "bus-hearing-2021", "--quote": WORDS, "--against": "target-met"})
    path = "claims/buses/on-the-second-of-march-no.yml"
    assert shown == Said(
        status=0,
        err="",
        out=f"{path}\n{VERIFIED}Next: fill in `title`, `assertion`, `kind`, `place`, `period`, `because`. "
        f"Then: claimgraph check {path}\n",
    )
    assert checkout.read(path).partition("period:\n")[2] == (
        f"""
quotes:
  - source: bus-hearing-2021
    speaker: A passenger
    exact: {WORDS}

counts_against:
  - claim: target-met
    because: >-

# Further fields, each explained in docs/contribute/fields.md: citations, figures, thesis,
# one_sided, crux, computed, named, read, supports, opposes, limits, rivals, context, undercuts,
# note, aliases, replaced_by.
"""
    )
    rules = re.findall(r"error\[([a-z-]+)\]: (\S+)", checkout.run("check").out)
    assert {name for _, name in rules} == {"title", "assertion", "kind", "scope.place", "scope.period"} | {
        "counts_against[1].because"
    }


def test_any_source_is_searched_and_the_id_may_be_named(checkout: Checkout) -> None:
    shown = begun(checkout, {"--quote": WORDS, "--topic": "fares"}, "late-again")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith(f"claims/fares/late-again.yml\n{VERIFIED}Next: fill in `title`, ")
    assert "    speaker: A passenger\n" in checkout.read("claims/fares/late-again.yml")


def test_a_cut_that_has_to_be_explained(checkout: Checkout) -> None:
    words = {"--quote": "that the drivers are to blame", "--topic": "buses"}
    shown = begun(checkout, words, "drivers-to-blame")
    assert "`period`, `context`. Then:" in shown.out
    begun(checkout, {**words, "--context": "The sentence denies it."}, "drivers-not-to-blame")
    assert "    context: The sentence denies it.\n" in checkout.read("claims/buses/drivers-not-to-blame.yml")


def test_what_the_check_finds_is_told_at_once(checkout: Checkout) -> None:
    shown = begun(checkout, {**ALL, "--period": "3/2/2021"})
    assert (shown.status, shown.err) == (0, "")
    assert f"{PATH}:7:11: error[wrong-value]: scope.period is '3/2/2021'" in shown.out
    assert shown.out.endswith(f"Next: put right what is said above. Then: claimgraph check {PATH}\n")


def test_words_that_stand_nowhere_are_refused_with_what_is_near(checkout: Checkout) -> None:
    before = checkout.files()
    shown = begun(checkout, {**ALL, "--quote": WORDS.replace("bus", "tram")})
    assert (shown.status, shown.err) == (1, "")
    assert shown.out.startswith("These words cannot be quoted from 'bus-hearing-2021' as they are. Nearest:\n")
    assert "[-tram-] {+bus+}" in shown.out
    assert shown.out.endswith("Nothing was written.\n")
    assert checkout.files() == before


HALF = "Half of the buses were late"
PLACES = "A driver in line 5 of 'bus-hearing-2021', "


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (
            {"--source": "bus-haering-2021"},
            "there is no source 'bus-haering-2021' that can be read (did you mean 'bu",
        ),
        ({"--for": "half-lat"}, "there is no claim 'half-lat' (did you mean 'half-late'?)"),
        ({"--topic": "buss"}, "there is no topic 'buss' (did you mean 'buses'?); begin it: claimgraph new topic ID"),
        ({"--speaker": "A driver"}, "these words are not those of 'A driver'; they are of A passenger in line 7 of 'b"),
        ({"--quote": HALF}, "these words stand at several places: quote more, or name --source or"),
        (
            {"--quote": HALF, "--speaker": "A drivr"},
            "these words are not those of 'A drivr'; they are of A driver in ",
        ),
        ({"--quote": "no bus"}, "the quote has 2 words; expected at least 5"),
        ({"--against": "target-met"}, "name one claim by --for or --against, and write the other link into the file"),
        ({"--title": "Fares up"}, "the id 'fares-up' is taken: claims/fares/fares-up.yml"),
        ({"--kind": "fact"}, "--kind: 'fact' is not one of 'factual', "),
        ({"--quote": ""}, '--source, --speaker and --context are for a quote: --quote "five words or more of it"'),
        ({"--for": ""}, "--because is for a link: --for CLAIM or --against CLAIM"),
        ({"--from": "report.pdf"}, "--from is for a source, not for a claim"),
        (
            {"--title": "", "--quote": "", "--source": ""},
            "ID is missing: its id, small letters, digits and single hyph",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_wrong_use(checkout: Checkout, options: dict[str, str], error: str) -> None:
    before = checkout.files()
    shown = begun(checkout, {**ALL, **options})
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"claimgraph new: {error}")
    assert checkout.files() == before


def test_a_speaker_decides_only_where_the_words_are_told_apart(checkout: Checkout) -> None:
    shown = begun(checkout, {**ALL, "--quote": HALF, "--speaker": "A passenger"})
    assert shown.status == 0
    assert "    prefix: blame.\n" in checkout.read(PATH)
    (checkout.root / PATH).unlink()
    checkout.put_texts_elsewhere()
    shown = begun(checkout, {**ALL, "--quote": HALF, "--speaker": "A passenger"})
    assert shown.err.startswith("claimgraph new: these words stand at several places: quote more of them; they are of ")


@pytest.mark.parametrize("kind", ["topic", "source", "voice"])
def test_what_is_for_claims_alone(checkout: Checkout, kind: str) -> None:
    shown = checkout.run("new", kind, "late", "--quote", WORDS)
    assert shown == Said(status=2, out="", err=f"claimgraph new: --quote is for a claim, not for a {kind}\n")


# On a terminal


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, checkout: Checkout, *arguments: str) -> None:
        """Begin it."""
        here, there = os.openpty()
        command = [sys.executable, "-m", "claimgraph", *arguments]
        self._process = subprocess.Popen(command, stdin=there, stdout=there, stderr=there, cwd=checkout.root)
        os.close(there)
        self._here, self.said = here, ""

    def answer(self, asked: str, typed: str) -> None:
        """Wait for a question, and type an answer to it."""
        deadline = time.monotonic() + 60
        while not re.search(rf"{re.escape(asked)}[^\n]*: $", self.said):
            assert time.monotonic() < deadline, self.said
            assert self._read(), self.said
        self.said += "\n"
        os.write(self._here, typed.encode())

    def ended(self) -> int:
        """Wait for its end, and return its status."""
        while self._read():
            pass
        os.close(self._here)
        return self._process.wait()

    def _read(self) -> bool:
        if not select.select([self._here], [], [], 30)[0]:
            self._process.kill()
            return False
        try:
            got = os.read(self._here, 4096)
        except OSError:  # the other side is closed
            return False
        self.said += re.sub("\x1b\\[[?0-9;]*[a-zA-Z]", "", got.decode()).replace("\r", "")
        return bool(got)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to make")
def test_on_a_terminal_it_asks_for_what_it_was_not_told(checkout: Checkout) -> None:
    terminal = Terminal(checkout, "new", "claim", "--kind", "factual")
    terminal.answer("Source", "bus-h\t\n")
    terminal.answer("Its exact words", "On the second of March no tram came at all\n")
    terminal.answer("Its exact words", f"{WORDS}\n")
    terminal.answer("Is it for or against another claim?", "for\n")
    terminal.answer("Which one?", "hal\t\n")
    terminal.answer("Because", "A bus that never comes is late for all who wait.\n")
    terminal.answer("Topic [buses]", "\n")
    terminal.answer("Title", "No bus at all\n")
    terminal.answer("Assertion", "In Harbour Town on 2 March 2021, no bus came at all.\n")
    terminal.answer("Place that it speaks about [Harbour Town, England]", "\n")
    terminal.answer("Time that it speaks about", "2/3/2021\n")
    terminal.answer("Time that it speaks about", "2021-03-02\n")
    terminal.answer("Id [no-bus-at-all]", "\n")
    assert terminal.ended() == 0
    assert "Found: A passenger, line 7." in terminal.said
    assert "write 2021-03-02 for 2 March 2021, or write 2021-02-03 for 3 February 2021" in terminal.said
    assert terminal.said.endswith("Next: look at its page (claimgraph serve), and propose the file.\n")
    assert checkout.read(PATH) == WHOLE


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to make")
def test_who_stops_at_a_question_has_written_nothing(checkout: Checkout) -> None:
    before = checkout.files()
    terminal = Terminal(checkout, "new", "claim")
    terminal.answer("Source", "\x04")
    assert terminal.ended() == 130
    assert terminal.said.endswith("claimgraph new: stopped\n")
    assert checkout.files() == before


def test_a_date_in_words_is_written_as_edtf_where_it_is_sure(checkout: Checkout) -> None:
    begun(checkout, {**ALL, "--period": "2 March 2021"})
    assert checkout.read(PATH) == WHOLE
