"""The invented corpus is the same for the same seed, and nothing in it is wrong."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from bench.corpus import REPOSITORY, Invented, write_corpus
from claimgraph.checking.whole import Checked, check
from claimgraph.model.links import LINK_KINDS

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 60


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench") / "one"


@pytest.fixture(scope="module")
def invented(root: Path) -> Invented:
    return write_corpus(root, SIZE, seed=7)


@pytest.fixture(scope="module")
def checked(root: Path, invented: Invented) -> Checked:
    assert len(invented.claims) == SIZE
    return check(root)


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("invented")
def test_same_seed_same_bytes(root: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "other", SIZE, seed=7)
    assert files(tmp_path / "other") == files(root)


def test_another_seed_gives_other_claims(invented: Invented, tmp_path: Path) -> None:
    other = write_corpus(tmp_path / "other", SIZE, seed=8)
    assert {claim.id for claim in other.claims}.isdisjoint(claim.id for claim in invented.claims)


def test_all_that_was_written_is_loaded(checked: Checked, invented: Invented) -> None:
    corpus = checked.examined.corpus
    assert set(corpus.claims) == {claim.id for claim in invented.claims}
    assert len(corpus.topics) == 8
    assert len(corpus.sources) == 8
    assert corpus.voices
    assert corpus.glossary is not None
    assert corpus.measures is not None


def test_every_quote_verifies(checked: Checked) -> None:
    verdicts = checked.examined.verdicts
    assert len(verdicts) > SIZE
    assert [key for key, verdict in verdicts.items() if not verdict.is_verified] == []


def test_context_stands_exactly_where_it_is_asked_for(checked: Checked) -> None:
    claims = checked.examined.corpus.claims
    for (claim_id, index), verdict in checked.examined.verdicts.items():
        assert verdict.place is not None
        assert bool(claims[claim_id].record.quotes[index].context) == bool(verdict.place.marks), claim_id


def test_nothing_is_wrong_with_it(checked: Checked) -> None:
    assert checked.findings == ()


def test_it_has_every_kind_of_link_and_evidence(checked: Checked) -> None:
    count = Counter(
        kind
        for claim in checked.examined.corpus.claims.values()
        for kind in ("quotes", "citations", "figures", *LINK_KINDS)
        for _ in getattr(claim.record, kind)
    )
    assert min(count.values()) > 0
    assert len(count) == 3 + len(LINK_KINDS)


def test_it_keeps_no_former_addresses(root: Path) -> None:
    assert "claim_files" in (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert "\n  claim_files:" not in settings
