"""Loads a checkout, verifies its quotes, and runs every rule over it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import Capture, capture_text
from claimgraph.captures.store import CaptureCache, capture_path, captured, read_captures
from claimgraph.findings import Finding, Severity
from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.parallel import parallel_map
from claimgraph.loading.corpus import RecordCache, load
from claimgraph.location import Location
from claimgraph.model.verdict import Outcome
from claimgraph.quotes.prepared import PreparedSource, prepare
from claimgraph.quotes.verify import QuoteCache, verify, verify_all
from claimgraph.rules.catalogue import findings
from claimgraph.rules.passed import Passed
from claimgraph.rules.rule import Examined

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimgraph.analysis.whole import Analysis
    from claimgraph.incremental.store import Store
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Source


TEXTS: Final = "texts"
"""The folder of a checkout for full texts, which git leaves alone."""


class TextError(OSError):
    """A full text cannot be read."""


@dataclass(slots=True)
class CheckCache:
    """What earlier checks found, so that a check after a change of one file is fast; empty for a first check."""

    records: RecordCache = field(default_factory=RecordCache)
    captures: CaptureCache = field(default_factory=CaptureCache)
    prepared_sources: dict[str, tuple[Entry[Source], Capture, PreparedSource]] = field(default_factory=dict)
    quotes: QuoteCache = field(default_factory=QuoteCache)
    passed: Mapping[str, frozenset[bytes]] = field(default_factory=dict)
    analysis: Analysis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much was checked. `quoted` counts the claims with quotes, `unread` those of them without a second reading."""

    claims: int
    sources: int
    quotes: int
    verified: int
    quoted: int
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The findings of a check, in the order of their places, and how much was checked."""

    findings: tuple[Finding, ...]
    counts: Counts

    def fails(self, *, strict: bool = False) -> bool:
        """Tell whether the check fails: if there is an error, or with `strict` any finding."""
        return any(strict or finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Summary):
    """The summary of a check with the checkout that it examined."""

    examined: Examined


def check(
    root: Path,
    *,
    texts: Path | None = None,
    explaining: Path | None = None,
    cache: CheckCache | None = None,
    store: Store | None = None,
) -> Checked:
    """Load and check a checkout. Raises TextError if a full text cannot be read.

    Args:
        root: The checkout.
        texts: A folder with full texts as `<source id>.txt`; None if there are only captures.
        explaining: A folder with full texts that only say more of a quote that the captures refuse; None if there is
            none. With or without it, the same quotes pass.
        cache: What earlier checks found; None for a first check.
        store: What keeps parts of the analysis between runs; None to keep none.
    """
    examined = examine(root, texts=texts, cache=cache, store=store)
    if explaining is not None:
        examined = _explained(examined, explaining)
    found = findings(examined)
    if cache is not None:
        cache.passed = examined.passed.kept()
    return Checked(findings=found, counts=_counts(examined), examined=examined)


def _counts(examined: Examined) -> Counts:
    corpus, verdicts = examined.corpus, examined.verdicts
    quoted = [claim.record for claim in corpus.claims.values() if claim.record.quotes]
    return Counts(
        claims=len(corpus.claims),
        sources=len(corpus.sources),
        quotes=len(verdicts),
        verified=sum(verdict.is_verified for verdict in verdicts.values()),
        quoted=len(quoted),
        unread=sum(claim.read is None for claim in quoted),
    )


def examine(
    root: Path, *, texts: Path | None = None, cache: CheckCache | None = None, store: Store | None = None
) -> Examined:
    """Load a checkout and verify its quotes, so that rules can look at it."""
    cache = cache if cache is not None else CheckCache()
    corpus = load(root, cache.records)
    captures = read_captures(
        root, {id_: source.record.aliases for id_, source in corpus.sources.items()}, cache.captures
    )
    found = [*corpus.findings, *captures.findings]
    prepared_sources = _prepared_sources(corpus, captures.by_source, texts, cache, found)
    examined = Examined(
        corpus=corpus,
        verdicts=verify_all(corpus, prepared_sources, cache.quotes, parallel_map),
        prepared_sources=prepared_sources,
        found=tuple(found),
        pages=_pages(root),
        captured=captured(root),
        former=cache.analysis,
        store=store,
        passed=Passed(cache.passed),
        captures=digest_of(sorted((id_, known.digest) for id_, known in cache.captures.read.items()))
        if texts is None
        else b"",
    )
    cache.analysis = examined.analysis
    return examined


def _explained(examined: Examined, texts: Path) -> Examined:
    """Return a checkout in which quotes that are not in their source are compared with its text, if it was captured."""
    corpus, prepared_sources = examined.corpus, dict(examined.prepared_sources)
    verdicts = dict(examined.verdicts)
    refused = [at for at, verdict in verdicts.items() if verdict.outcome in {Outcome.NEAR, Outcome.ABSENT}]
    quotes = {(claim, index): corpus.claims[claim].record.quotes[index] for claim, index in refused}
    for source_id in sorted({quote.source for quote in quotes.values()}):
        text, prepared = _text(texts, source_id), prepared_sources[source_id]
        if text is not None and capture_text(text, prepared.capture.source) == prepared.capture:
            prepared_sources[source_id] = prepare(prepared.entry, prepared.capture, text)
    for at, quote in quotes.items():
        if (prepared := prepared_sources[quote.source]).text is not None:
            verdicts[at] = verify(quote, prepared)
    return replace(examined, verdicts=verdicts, prepared_sources=prepared_sources)


def _prepared_sources(
    corpus: Corpus, captures: Mapping[str, Capture], texts: Path | None, cache: CheckCache, found: list[Finding]
) -> dict[str, PreparedSource]:
    prepared_sources: dict[str, PreparedSource] = {}
    for source_id, source in corpus.sources.items():
        capture, text = captures.get(source_id), _text(texts, source_id)
        if text is not None:
            made = capture_text(text, capture.source if capture is not None else source_id)
            if capture is not None and capture != made:
                found.append(_differs(source_id))
            prepared_sources[source_id] = prepare(source, made, text)
        elif capture is not None:
            known = cache.prepared_sources.get(source_id)
            if known is None or known[0] is not source or known[1] is not capture:
                known = (source, capture, prepare(source, capture))
                cache.prepared_sources[source_id] = known
            prepared_sources[source_id] = known[2]
    return prepared_sources


def _text(texts: Path | None, source_id: str) -> str | None:
    path = texts / f"{source_id}.txt" if texts is not None else None
    if path is None or not os.path.lexists(path):
        return None
    if not path.is_file():
        raise TextError(f"the text of '{source_id}' cannot be read: '{path}' is no plain file")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TextError(f"the text of '{source_id}' is not UTF-8: {error.reason}") from error
    except OSError as error:
        raise TextError(f"the text of '{source_id}' cannot be read: {error.strerror}") from error


def _differs(source_id: str) -> Finding:
    return Finding(
        rule="text-differs-from-capture",
        severity=Severity.ERROR,
        location=Location(path=capture_path(source_id)),
        message=f"the capture of '{source_id}' is not the one that its text gives",
        hint=f"if the text is right, make it again: claimgraph capture TEXT --source {source_id}",
    )


def _pages(root: Path) -> dict[str, str]:
    docs = root / "docs"
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(docs.rglob("*.md"))
        if path.is_file() and not path.is_symlink()
    }
