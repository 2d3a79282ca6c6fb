"""The states of claims before the changes that the site lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.changes.history import history
from claimgraph.model.standing import State
from claimgraph.site.former import MOST, FormerCache, former_states
from tests.changes.test_history import Repository
from tests.site.checkouts import checkout

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.checkouts import Checkout

DOUBT = """\
# yaml-language-server: $schema=../claim.schema.json
title: Buses were on time
assertion: In Harbour Town in 2021, one driver's bus was never late.
kind: experience
scope: {place: Harbour Town, period: 2021}
citations:
  - {source: tram-survey, finding: One bus was never late., where: page 3}
counts_against:
  - {claim: buses-are-late, because: A bus on time is not late.}
"""


@pytest.fixture
def made(tmp_path: Path) -> Checkout:
    """A checkout with a commit of everything, and one that counts against a claim."""
    made = checkout(tmp_path / "checkout")
    repository = Repository(made.root)
    repository.commit()
    made.write("claims/buses/buses-on-time.yml", DOUBT)
    repository.commit()
    return made


def test_the_states_are_those_before_the_oldest_change_that_is_listed(made: Checkout) -> None:
    listed = history(made.root)
    newest = type(listed)(head=listed.head, commits=listed.commits[:1])
    found = former_states(made.root, newest, 6, FormerCache())
    assert ("buses-on-time" in found, found["buses-are-late"]) == (False, State.CONTRADICTED)


def test_before_the_first_commit_there_are_none(made: Checkout) -> None:
    assert former_states(made.root, history(made.root), 6, FormerCache()) == {}


def test_without_a_history_and_for_a_large_map_there_are_none(made: Checkout) -> None:
    listed = history(made.root)
    newest = type(listed)(head=listed.head, commits=listed.commits[:1])
    assert former_states(made.root, None, 6, FormerCache()) == {}
    assert former_states(made.root, newest, MOST + 1, FormerCache()) == {}


def test_a_preview_computes_them_once(made: Checkout) -> None:
    listed, cache = history(made.root), FormerCache()
    newest = type(listed)(head=listed.head, commits=listed.commits[:1])
    assert former_states(made.root, newest, 6, cache) is former_states(made.root, newest, 6, cache)
