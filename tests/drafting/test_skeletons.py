"""New files, from the models."""

from __future__ import annotations

import re

import pytest

from claimgraph.drafting.skeletons import KINDS, skeleton
from claimgraph.findings import Finding
from claimgraph.loading.adapters import adapter
from claimgraph.loading.validation import validate
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

# What follows counts where you take the `#` before it away: a thesis, and links to other claims.

# Whether it is a thesis: an answer to its topic's question, worded by the editors, and listed by
# the topic.
#thesis: true

# Of a thesis with voiced reasons on one side only: what was looked for on the other.
#one_sided:

# Of a thesis with reasons on both sides: what the two sides differ on, in one sentence.
#crux:

# The claims that it is a reason for.
#supports:
#  - claim:
#    because: >-

# The claims that it is a reason against; both may be true.
#counts_against:
#  - claim:
#    because: >-

# The claims that cannot be true as worded if this is.
#opposes:
#  - claim:
#    because: >-

# The claims that it limits: it says for which part, place or time they do not hold.
#limits:
#  - claim:
#    because: >-

# The claims that give another figure for the same thing.
#rivals:
#  - claim:
#    differs_in: []
#    because: >-

# The claims beside which a reader should know it; it is on no side of them.
#context:
#  - claim:
#    because: >-

# The evidence, steps, limits and conflicts that it is a reason to doubt. Each says what it hits by
# one of: quote, citation, rests_on, supports, counts_against, opposes, limits.
#undercuts:
#  - claim:
#    because: >-

# Further fields, each explained in docs/contribute/fields.md: citations, figures, computed, named,
# read, note, aliases, replaced_by.
"""

TOPIC = """\
# yaml-language-server: $schema=../topic.schema.json
# Fill in what is empty: `claimgraph check` names what still is. Text after `>-` goes on the next
# lines, indented by two spaces more.

title: Late buses

# One question, as the public would ask it.
question: ""

# A whole number from 1, unlike that of any other topic: topics are shown in this order.
order:

# The dispute in a few sentences, without a side; `[[id]]` and `[[id|words]]` name a claim.
summary: >-

# The ids of the one to four claims of this topic that answer the question, in the order shown.
theses: []

# The ids of claims that one has to know, and that are on no side.
background: []

# Further fields, each explained in docs/contribute/fields.md: related, aliases.
"""


def test_claim() -> None:
    assert skeleton(KINDS["claim"], PATHS["claim"], {"title": "title: Buses are late\n"}) == CLAIM


def test_topic() -> None:
    assert skeleton(KINDS["topic"], PATHS["topic"], {"title": "title: Late buses\n"}) == TOPIC


def test_what_is_offered_reads_as_yaml_without_its_signs() -> None:
    """All but `>-`, which stays where nothing is filled in, and what says so."""
    head, _, offered = CLAIM.partition("#thesis: true")
    text = f"{head}thesis: true{re.sub('^#(?! )', '', offered, flags=re.MULTILINE)}".replace("#  ", "  ")
    document = read_yaml(PATHS["claim"], text.encode())
    assert not isinstance(document, Finding)
    found = validate(KINDS["claim"].record, PATHS["claim"], document)
    assert isinstance(found, tuple)
    assert {finding.rule for finding in found} == {"wrong-value"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_written_or_named(kind: str) -> None:
    text = skeleton(KINDS[kind], PATHS[kind], {})
    for field in adapter(KINDS[kind].record).json_schema(by_alias=True)["properties"]:
        assert f"\n{field}:" in text.replace("\n#", "\n") or f" {field}," in text or f" {field}.\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_each_required_field_is_empty_and_nothing_else_is_wrong(kind: str) -> None:
    path = PATHS[kind]
    document = read_yaml(path, skeleton(KINDS[kind], path, {}).encode())
    assert not isinstance(document, Finding)
    found = validate(KINDS[kind].record, path, document)
    assert isinstance(found, tuple)
    assert {finding.rule for finding in found} == {"wrong-value"}
    assert all(" is empty" in finding.message for finding in found)
    required = adapter(KINDS[kind].record).json_schema(by_alias=True)["required"]
    assert {finding.message.split()[0].split(".")[0] for finding in found} >= set(required)
