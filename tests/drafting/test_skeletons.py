"""New files, from the models."""

from __future__ import annotations

import pytest

from claimgraph.drafting.skeletons import KINDS, skeleton
from claimgraph.findings import Finding
from claimgraph.loading.validation import adapter, validate
from claimgraph.yaml_nodes import read_yaml

PATHS = {
    "claim": "claims/buses/late.yml",
    "topic": "claims/buses/_topic.yml",
    "source": "sources/report.yml",
    "voice": "voices/ann.yml",
}

CLAIM = """\
# yaml-language-server: $schema=../claim.schema.json
# Fill in what is empty: `claimgraph check` names what still is. Text after `>-` goes on the next
# lines, indented by two spaces more.

# A label for maps and lists, at most 70 characters.
title: Buses are late

# One declarative sentence, neutral, with its place and time.
assertion: >-

# What kind of assertion it is. One of: factual, statistical, causal, definitional, rule,
# prediction, evaluative, normative, experience.
kind:

# Where and when it holds.
scope:
  # The place that the claim speaks about, such as `England`.
  place: ""
  # The time that the claim speaks about, in EDTF: `2021-10`, `2013-04/2013-06`, `2018~`.
  period:

# The exact words in which it is asserted or disputed.
quotes:
  -
    # The id of the source in which the words stand.
    source:
    # Who says the words, as the source file names them; empty for the source's author.
    speaker: ""
    # The words, as they stand; `[...]` leaves some out, `[sic]` and `[an insertion]` are the
    # editors'.
    exact: >-

# Further fields, each explained in docs/contribute/fields.md: citations, figures, computed, named,
# read, supports, opposes, qualifies, undercuts, note, aliases, replaced_by.
"""


def test_claim() -> None:
    assert skeleton(KINDS["claim"], PATHS["claim"], "Buses are late") == CLAIM


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_written_or_named(kind: str) -> None:
    text = skeleton(KINDS[kind], PATHS[kind])
    for field in adapter(KINDS[kind].record).json_schema(by_alias=True)["properties"]:
        assert f"\n{field}:" in text or f" {field}," in text or f" {field}.\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_each_required_field_is_empty_and_nothing_else_is_wrong(kind: str) -> None:
    path = PATHS[kind]
    document = read_yaml(path, skeleton(KINDS[kind], path).encode())
    assert not isinstance(document, Finding)
    found = validate(KINDS[kind].record, path, document)
    assert isinstance(found, tuple)
    assert {finding.rule for finding in found} == {"wrong-value"}
    assert all(" is empty" in finding.message for finding in found)
    required = adapter(KINDS[kind].record).json_schema(by_alias=True)["required"]
    assert {finding.message.split()[0].split(".")[0] for finding in found} >= set(required)
