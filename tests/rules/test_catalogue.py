"""The catalogue: every rule is in it, under its name, with a text that states it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimgraph
from claimgraph.rules.catalogue import RULES

if TYPE_CHECKING:
    from claimgraph.rules.rule import Rule

PACKAGE = Path(claimgraph.__file__).parent
EXAMPLE = r"^{}[^\n]*:\n\n    \S"


def test_catalogue_holds_the_rules_of_all_modules() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (PACKAGE / "rules").glob("*.py"))
    written = [name for source in sources for name in re.findall(r"^@rule\(.*\)\ndef (\w+)\(", source, re.MULTILINE)]
    assert sorted(name.replace("_", "-") for name in written) == list(RULES)


def test_rules_are_in_the_order_of_the_alphabet() -> None:
    assert list(RULES) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_id_is_the_name_of_the_function(rule: Rule) -> None:
    assert rule.id == getattr(rule.check, "__name__", "").replace("_", "-")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_text_states_the_rule_with_a_bad_and_a_good_example(rule: Rule) -> None:
    first, _, rest = rule.text.partition("\n\n")
    assert first.endswith(".")
    assert "\n" not in first
    bad = re.search(EXAMPLE.format("Bad"), rest, re.MULTILINE)
    good = re.search(EXAMPLE.format("Good"), rest, re.MULTILINE)
    assert bad
    assert good
    assert bad.start() < good.start()


def test_what_reading_finds_is_in_the_catalogue() -> None:
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    emitted = {
        id_ for source in sources for id_ in re.findall(r'(?:\brule=|file_error\(|_finding\()"([a-z-]+)"', source)
    }
    assert emitted
    assert emitted <= set(RULES)
