"""The invented corpus is the same for the same seed, and nothing in it is wrong."""

from __future__ import annotations

from statistics import mean
from typing import TYPE_CHECKING

import pytest

from bench.corpus import REPOSITORY, Invented, write_corpus
from claimgraph.checking.whole import Checked, check, examine
from claimgraph.model.claim import links_of
from claimgraph.model.links import LINK_KINDS, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimgraph.rules.rule import Examined

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
    assert len(verdicts) > SIZE / 3
    assert [key for key, verdict in verdicts.items() if not verdict.is_verified] == []


def test_context_stands_wherever_it_is_asked_for(checked: Checked) -> None:
    claims = checked.examined.corpus.claims
    for (claim_id, index), verdict in checked.examined.verdicts.items():
        assert verdict.place is not None
        assert claims[claim_id].record.quotes[index].context or not verdict.place.marks, claim_id


def test_nothing_is_wrong_with_it(checked: Checked) -> None:
    assert checked.findings == ()


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Examined:
    root = tmp_path_factory.mktemp("bench") / "larger"
    write_corpus(root, 600)
    return examine(root)


def test_it_has_every_kind_of_link_and_evidence(larger: Examined) -> None:
    claims = [entry.record for entry in larger.corpus.claims.values()]
    kinds = ("quotes", "citations", "figures", *LINK_KINDS)
    assert [kind for kind in kinds if not any(getattr(claim, kind) for claim in claims)] == []


def shape(examined: Examined) -> dict[str, float]:
    """Return what decides how large the pages of a map are and how they link, as means."""
    corpus = examined.corpus
    claims = [entry.record for entry in corpus.claims.values()]
    links = [(kind, link) for claim in claims for kind, _, link in links_of(claim)]
    theses = {id_ for id_, entry in corpus.claims.items() if entry.record.thesis}
    own = [entry.record for entry in corpus.topics.values()]

    def words(texts: Iterable[str]) -> float:
        return mean(len(text.split()) for text in texts if text)

    return {
        "claims of a topic": len(claims) / len(own),
        "theses of a topic": mean(len(topic.theses) for topic in own),
        "claims that lead nowhere": 1 + mean(id_ not in examined.analysis.leading for id_ in corpus.claims),
        "theses that a claim leads to": mean(len(examined.analysis.leading.get(id_, ())) for id_ in corpus.claims),
        "links of a claim": len(links) / len(claims),
        **{f"{kind} of a claim": sum(of == kind for of, _ in links) / len(claims) for kind in ("supports", "context")},
        "reasons against a claim": sum(kind == "counts_against" for kind, _ in links) / len(claims),
        "share of links to theses": mean(link.claim in theses for _, link in links),
        "share of reasons of a kind": mean(link.scheme is not None for _, link in links if isinstance(link, Reason)),
        "voices of a claim": mean(len(each.voices) for each in examined.analysis.evidence.values()),
        "quotes of a claim": mean(len(claim.quotes) for claim in claims),
        "citations of a claim": mean(len(claim.citations) for claim in claims),
        "figures of a claim": mean(len(claim.figures) for claim in claims),
        "claims of a source": len(claims) / len(corpus.sources),
        "share of claims with a note": mean(bool(claim.note) for claim in claims),
        "letters of a title": mean(len(claim.title) for claim in claims),
        "words of an assertion": words(claim.assertion for claim in claims),
        "words of a quote": words(quote.exact for claim in claims for quote in claim.quotes),
        "words of a context": words(quote.context for claim in claims for quote in claim.quotes),
        "words of a finding": words(citation.finding for claim in claims for citation in claim.citations),
        "words of a reason": words(link.because for _, link in links),
        "words of a note": words(claim.note for claim in claims),
        "words of a summary": words(topic.summary for topic in own),
    }


@pytest.mark.map
def test_it_is_like_the_real_map(larger: Examined) -> None:
    assert shape(larger) == pytest.approx(shape(examine(REPOSITORY)), rel=0.25)


@pytest.mark.map
def test_it_keeps_no_former_addresses(root: Path) -> None:
    assert "claim_files: true" in (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert "\n  claim_files: false\n" in settings
