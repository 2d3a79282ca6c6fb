"""The form of a file: what moves, what is wrapped, and that it says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.findings import Finding
from claimgraph.fixing.formatting import formatted
from claimgraph.fixing.ordering import orders
from claimgraph.loading.adapters import adapter
from claimgraph.model.claim import Claim
from claimgraph.model.topic import Topic
from claimgraph.model.voice import Voice
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

CLAIM = "claims/buses/late.yml"

BEFORE = """\
# yaml-language-server: $schema=../claim.schema.json
# About the whole file.
kind: factual\x20\x20
title: Late
# Why it matters:
# two lines.
supports:
  - because: REASON
    claim: target-met   # the target of 2020
  # about the second
  - {because: So it is., claim: half-late}
assertion: >-
  ASSERTED
scope:
  place: Harbour Town

  period: 2021
thesis: true
quotes:
  - exact: >-
      Half of the buses
      were late that winter.
    # who says it
    speaker: A driver
    source: bus-hearing-2021""".replace(
    "REASON",
    "A bus that is late does not meet its target, wherever it goes and whoever may be waiting for it out in the rain.",
).replace(
    "ASSERTED",
    "In Harbour Town in 2021, half of all the buses were late, and nobody on any of the routes knew how long "
    "they had to wait.",
)

AFTER = """\
# yaml-language-server: $schema=../claim.schema.json
# About the whole file.
title: Late
assertion: >-
  In Harbour Town in 2021, half of all the buses were late, and nobody on any of the routes knew how
  long they had to wait.
kind: factual
scope:
  place: Harbour Town

  period: 2021
thesis: true
quotes:
  - source: bus-hearing-2021
    # who says it
    speaker: A driver
    exact: >-
      Half of the buses
      were late that winter.
# Why it matters:
# two lines.
supports:
  - claim: target-met   # the target of 2020
    because: >-
      A bus that is late does not meet its target, wherever it goes and whoever may be waiting for
      it out in the rain.
  # about the second
  - {because: So it is., claim: half-late}
"""


def test_form_of_a_claim() -> None:
    assert formatted(CLAIM, BEFORE.encode()).decode() == AFTER
    assert formatted(CLAIM, AFTER.encode()).decode() == AFTER


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    written = ("\ufeff" + BEFORE).replace("\n", "\r\n").encode()
    assert formatted(CLAIM, written) == ("\ufeff" + AFTER).replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        "kind: factual\ntitle: [\n",  # it cannot be read
        "kind: factual\nkinds: x\ntitle: Late\n",  # a key of no known place
        "{kind: factual, title: Late}\n",
        f"note: '{'two  spaces ' * 20}'\n",  # wrapped, these would be one
        f"note: |\n  {'a line ' * 20}of its own\n  another\n",
        f"note: {'x' * 200}\n",  # nowhere to break
        f"note: a text  # and a comment of {'many ' * 30}words\n",
    ],
)
def test_what_is_left_as_it_is(text: str) -> None:
    assert formatted(CLAIM, text.encode()).decode() == text


def test_a_source_keeps_the_order_of_its_record() -> None:
    text = b"URL: https://harbour.example/\ntitle: On buses\ntype: report\n"
    assert formatted("sources/report.yml", text) == text


@pytest.mark.parametrize(
    ("path", "record"), [(CLAIM, Claim), ("claims/buses/_topic.yml", Topic), ("voices/ada.yml", Voice)]
)
def test_every_field_has_its_place(path: str, record: type[object]) -> None:
    schema = adapter(record).json_schema(by_alias=True)
    order, items = orders(path)
    assert sorted(order) == sorted(schema["properties"])
    for key, places in items.items():
        name = schema["properties"][key]["items"]["$ref"].rpartition("/")[2]
        assert set(schema["$defs"][name]["properties"]) <= set(places), key


# Whatever a file says, in whatever form, it says the same afterwards

WORDS = st.text(alphabet="ab :#-'\"[]{},.\u2026\u00e9&*!|>%@`0\\", min_size=1, max_size=200).filter(str.strip)
SENTENCES = st.lists(
    st.sampled_from('bus late; it\'s 2021: #1 - [...] "so" no, y\u00e9s'.split()), min_size=1, max_size=60
)


def plain(text: str, _: str) -> str:
    return f" {text}"


def single(text: str, _: str) -> str:
    return " '" + text.replace("'", "''") + "'"


def double(text: str, _: str) -> str:
    return ' "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def folded(text: str, indent: str) -> str:
    return f" >-\n{indent}  {text}"


def folded_in_two(text: str, indent: str) -> str:
    first, _, second = text.partition(" ")
    return f" >-\n{indent}  {first}" + (f"\n{indent}  {second}" if second.strip() else "")


def literal(text: str, indent: str) -> str:
    return f" |\n{indent}  {text}"


STYLES: tuple[Callable[[str, str], str], ...] = (plain, single, double, folded, folded_in_two, literal)


@st.composite
def mappings(draw: st.DrawFn, keys: tuple[str, ...], indent: str = "", *, first: str | None = None) -> str:
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=6, unique=True))
    lines: list[str] = []
    for number, key in enumerate(chosen):
        begin = first if number == 0 and first is not None else indent
        if begin == indent and draw(st.booleans()):
            lines.append(
                f"{draw(st.sampled_from((indent, indent + '  ', '')))}# {draw(st.sampled_from(('why', 'a: b')))}"
            )
        text = draw(WORDS | SENTENCES.map(" ".join))
        after = draw(st.sampled_from(("", "", "  # after", "   ")))
        style = draw(st.sampled_from(STYLES))
        lines.append(f"{begin}{key}:{style(text, indent)}{after}")
        lines.extend([""] * draw(st.integers(0, 1)))
    return "\n".join(lines)


@st.composite
def files(draw: st.DrawFn) -> str:
    order, items = orders(CLAIM)
    scalars = tuple(key for key in order if key not in items and key != "scope")
    parts = [draw(mappings(scalars))]
    for key in draw(st.lists(st.sampled_from(sorted(items)), max_size=3, unique=True)):
        inside = [draw(mappings(items[key], "    ", first="  - ")) for _ in range(draw(st.integers(1, 2)))]
        parts.append("\n".join((f"{key}:", *inside)))
    return "\n".join(draw(st.permutations(parts))) + draw(st.sampled_from(("", "\n", "\n\n")))


def comments(text: str) -> list[str]:
    return sorted(found.strip() for found in re.findall(r"(?:^|\s)#.*$", text, re.MULTILINE))


@given(files())
def test_a_file_says_the_same_in_its_form_and_keeps_it(text: str) -> None:
    before = read_yaml(CLAIM, text.encode())
    once = formatted(CLAIM, text.encode())
    if isinstance(before, Finding):
        assert once == text.encode()
        return
    after = read_yaml(CLAIM, once)
    assert not isinstance(after, Finding)
    assert after.data == before.data
    assert comments(once.decode()) == comments(text)
    assert formatted(CLAIM, once) == once
