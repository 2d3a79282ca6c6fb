"""The documentation names everything that there is: rules, commands, fields, addresses, dependencies."""

from __future__ import annotations

import re
import textwrap
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimgraph.brought.places import PACKAGE
from claimgraph.cli.main import COMMANDS
from claimgraph.cli.usage.exchange import EXPORT_FORMATS
from claimgraph.loading.adapters import adapter
from claimgraph.loading.corpus import load
from claimgraph.model.claim import Claim
from claimgraph.model.compared import Comparison
from claimgraph.model.looked import Look
from claimgraph.model.source import Source
from claimgraph.model.terms import Glossary, Measures
from claimgraph.model.topic import Topic
from claimgraph.model.voice import Voice
from claimgraph.pages.pages import PROTOTYPES
from claimgraph.pages.rules.rule_list import RuleText
from claimgraph.pages.written import PLACES, PLACES_OF_CLAIMS
from claimgraph.rules.catalogue import RULES
from claimgraph.templating.templates import environment, render
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import click

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs" / "contribute"
PAGES: Final = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SECTIONS: Final[Mapping[str, type[Any]]] = {
    "A claim": Claim,
    "A topic": Topic,
    "A source": Source,
    "Comparisons": Comparison,
    "Looks": Look,
    "A voice": Voice,
    "The glossary": Glossary,
    "The measures": Measures,
}
ADDRESSED: Final = tuple("changes claims data debate explore figures glossary map sources topics voices".split())
"""The parts of written pages that have an address of their own."""
PARTS: Final = ("balance", "data-fields", "form", "home", "new", "rules", "schemes")
"""The others."""


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands below a heading of the second level, its own headings included."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no section '{heading}'"
    return found[1]


# Rules


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_is_on_the_page_of_rules_with_its_examples(rule: object) -> None:
    id_, severity, text = (str(getattr(rule, name)) for name in ("id", "severity", "text"))
    shown = render(environment(ROOT), "rules.html", rules=(RuleText(id=id_, severity=severity, text=text),))
    assert f'id="{id_}"' in shown
    assert severity in shown
    assert re.search(r"<p>Bad[^<]*:</p>\s*<div[^>]*>\s*<pre|<p>Bad[^<]*:</p>\s*<pre", shown)
    assert re.search(r"<p>Good[^<]*:</p>\s*<div[^>]*>\s*<pre|<p>Good[^<]*:</p>\s*<pre", shown)


def test_page_of_rules_is_made_of_the_rules() -> None:
    assert "rules" in PLACES
    assert "<!-- pour: rules -->" in read(DOCS / "rules.md")


# Commands


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented_with_every_option(name: str) -> None:
    text = section(read(DOCS / "commands.md"), name)
    assert f"claimgraph {name}" in text
    named = set(re.findall(r"`(--[a-z-]+|[A-Z]+)`", "".join(re.findall(r"^\|[^|]*\|", text, re.MULTILINE))))
    shown = [each for each in COMMANDS[name].params if each.name != "root"]
    assert named == {each.opts[-1] if each.opts[-1].startswith("--") else placeholder(each) for each in shown}
    for each in shown:
        for choice in getattr(each.type, "choices", ()):
            assert choice in text


def placeholder(parameter: click.Parameter) -> str:
    """Return how an argument is called in the help, such as `DIR` for `DIR...`."""
    return re.sub(r"[^A-Z]", "", str(parameter.metavar))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_has_its_help(name: str) -> None:
    assert [each.name for each in COMMANDS[name].params if not each.help] == ["root"]


def test_commands_stand_in_the_order_of_help() -> None:
    headings = re.findall(r"^## (.*)$", read(DOCS / "commands.md"), re.MULTILINE)
    assert headings == list(COMMANDS)


def test_root_is_documented() -> None:
    assert "`--root DIR`" in read(DOCS / "commands.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_that_pages_name_exist(page: Path) -> None:
    for code in re.findall(r"`[^`\n]+`|^```.*?^```", read(page), re.MULTILINE | re.DOTALL):
        for name in re.findall(r"\bclaimgraph ([a-z]+)", code):
            assert name in COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_pages_make_can_be_made(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", read(ROOT / "Makefile"), re.MULTILINE))
    for code in re.findall(r"`[^`\n]+`|^```.*?^```", read(page), re.MULTILINE | re.DOTALL):
        assert set(re.findall(r"\bmake ([a-z]+)\b", code)) <= targets


# Fields


def records(kind: type[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each record that a kind of file holds, with the names of its fields as they are written."""
    schema = adapter(kind).json_schema(by_alias=True)
    yield kind.__name__, tuple(schema["properties"])
    for name, inner in schema.get("$defs", {}).items():
        yield name, tuple(inner["properties"])


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_field_is_documented_where_its_file_is(heading: str) -> None:
    text = section(read(DOCS / "fields.md"), heading)
    for record, fields in records(SECTIONS[heading]):
        assert [name for name in fields if f"`{name}`" not in text] == [], record


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_field_that_is_documented_is_one(heading: str) -> None:
    text = section(read(DOCS / "fields.md"), heading)
    fields = {name for _, names in records(SECTIONS[heading]) for name in names}
    firsts = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    assert {name for first in firsts for name in re.findall(r"`([^`]+)`", first)} <= fields


# Addresses, exports, floors, dependencies


def test_every_kind_of_page_is_documented() -> None:
    text = read(DOCS / "architecture.md")
    for kind in PROTOTYPES:
        address = r"/map/outline/<\w+>\.html" if kind == "outline" else rf"/{kind}s/<\w+>/"
        assert re.search(f"`{address}`", text), kind
    assert set(PLACES) == {*ADDRESSED, *PARTS}
    for place in ADDRESSED:
        assert f"`/{place}/`" in text, place
    for place in PARTS:
        assert f"`{place}`" in section(text, "A written page"), place
    for place in PLACES_OF_CLAIMS:
        assert f"\n{place}: [[" in section(text, "A written page"), place


def test_written_pages_name_claims_that_exist_and_timelines_those_with_a_date() -> None:
    claims = load(ROOT).claims
    periods = {id_: claim.record.scope.period for id_, claim in claims.items()}
    undated = {id_ for id_, period in periods.items() if (period.first or period.last) is None}
    for page in (ROOT / "docs").rglob("*.md"):
        named = [piece for piece in pieces(read(page)) if isinstance(piece, WikiLink)]
        assert [link.id for link in named if link.id not in claims] == [], page
        for place in re.findall(r"^timeline:(.*?)(?:\n\n|\Z)", read(page), re.MULTILINE | re.DOTALL):
            shown = {piece.id for piece in pieces(place) if isinstance(piece, WikiLink)}
            assert shown & undated == set(), page


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_every_export_is_documented(form: str) -> None:
    assert f"| `{form}` | `" in section(read(DOCS / "commands.md"), "export")


def test_floors_are_those_of_the_import_contract() -> None:
    contract = next(one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["id"] == "floors")
    floors = [set(re.findall(r"\w+", floor)) for floor in contract["layers"]]
    (picture,) = re.findall(r"^```text\n(.*?)^```", read(DOCS / "architecture.md"), re.MULTILINE | re.DOTALL)
    shown = [set(re.split(r" \| ", line.split("  ")[0])) for line in picture.splitlines()]
    assert shown == floors


def test_every_dependency_has_its_reason() -> None:
    text = read(DOCS / "dependencies.md")
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *(one for group in groups.values() for one in group)]
    names = {re.split(r"[<>=~!;\[ ]", requirement)[0] for requirement in wanted if isinstance(requirement, str)}
    rows = "\n".join(re.findall(r"^(?:\||`make lock`).*$", text, re.MULTILINE))
    assert set(re.findall(r"\[([\w-]+)\]\(https://github\.com/", rows)) == names


# Examples


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_says_of_itself_stands_on_lines_of_its_own(page: Path) -> None:
    text = read(page)
    assert not text.startswith("---") or re.match(r"---\n(?:\w+:.*\n(?:  .*\n)*)+---\n", text)


def examples(page: Path) -> list[str]:
    """Return the whole files of claims that a page shows."""
    shown = re.findall(r"^( *)```yaml\n(.*?)^\1```", read(page), re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(text) for _, text in shown if "$schema=../claim.schema.json" in text]


def test_the_claim_on_the_page_for_contributors_is_that_of_a_new_map() -> None:
    (shown,) = examples(DOCS / "index.md")
    assert shown == read(PACKAGE / "map/claims/tomatoes/fruit-of-a-vine.yml")


# Security


def test_every_test_that_the_threat_model_names_exists() -> None:
    text = read(DOCS / "security.md")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    missing = [f"{path}::{name}" for path, name in named if f"def {name}(" not in read(ROOT / path)]
    assert missing == []
    cases = {each.name.partition(".")[0].partition("--")[0] for each in (ROOT / "tests/rules/cases").iterdir()}
    lists = re.findall(r"\(cases? ([^)]+)\)", text)
    assert {name for names in lists for name in re.findall(r"`([\w-]+)`", names)} <= cases
    parts = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    assert [part.partition("\n")[0] for part in parts if not re.search(r"\*\*Shown by:\*\* `tests/", part)] == []
