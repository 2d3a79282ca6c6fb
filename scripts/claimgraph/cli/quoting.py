"""Looks for words in the captured sources, and says in words what is near if they stand in none."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.checking.whole import TEXTS, examine
from claimgraph.cli.failure import UsageError
from claimgraph.drafting.near_matches import NearMatch, near_matches
from claimgraph.drafting.occurrences import Occurrence, all_occurrences, verdict_on
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Entry
from claimgraph.model.verdict import Outcome
from claimgraph.nearest import did_you_mean
from claimgraph.rules.catalogue import RULES
from claimgraph.rules.verdicts import blind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimgraph.findings import Finding
    from claimgraph.model.verdict import Verdict
    from claimgraph.quotes.prepared import PreparedSource
    from claimgraph.rules.rule import Examined

LONGEST: Final = 2_000
"""The most characters of a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The captured sources of a checkout in which words are looked for, with their texts where these are at hand."""

    examined: Examined
    texts: Path | None

    def found(self, words: str, source: str | None) -> tuple[Occurrence, ...]:
        """Return where words stand in one source, or with None in any.

        Raises UsageError if they are no quote, or there is no such source with a capture.
        """
        if not words.strip() or len(words) > LONGEST:
            raise UsageError(f"a quote has at least five words and at most {LONGEST:,} characters")
        prepared_sources = self._prepared_sources(source)
        self._require_enough(words, prepared_sources)
        return all_occurrences(words, prepared_sources, self._read(prepared_sources))

    def nearest(self, words: str, source: str | None) -> str:
        """Return in words what is near to words that cannot be quoted."""
        prepared_sources = self._prepared_sources(source)
        found = near_matches(words, prepared_sources.values())
        count = len(prepared_sources)
        where = f"'{next(iter(prepared_sources))}'" if count == 1 else f"any of the {count} sources with a capture"
        if not found:
            blind_to = next((id_ for id_, prepared in prepared_sources.items() if prepared.text is None), None)
            if blind_to is None:
                return f"These words do not stand in {where}, nor any like them.\n"
            told = blind(blind_to if count == 1 else "SOURCE")
            return f"These words do not stand in {where}.\n{told[0].upper()}{told[1:]}.\n"
        parts = [f"These words cannot be quoted from {where} as they are. Nearest:\n"]
        parts += [_shown(words, one, self.examined) for one in found]
        return "".join(parts)

    def _prepared_sources(self, source: str | None) -> Mapping[str, PreparedSource]:
        known = self.examined.prepared_sources
        if source is None:
            if not known:
                raise UsageError("no source has a capture yet: make one by claimgraph capture TEXT --source ID")
            return known
        if source not in self.examined.corpus.sources:
            guess = did_you_mean(source, self.examined.corpus.sources)
            raise UsageError(f"there is no source '{source}' that can be read{guess}")
        if source not in known:
            raise UsageError(f"'{source}' has no capture: make it by claimgraph capture TEXT --source {source}")
        return {source: known[source]}

    def _read(self, prepared_sources: Mapping[str, PreparedSource]) -> Mapping[str, str]:
        folder = self.texts
        at_hand = [id_ for id_, prepared in prepared_sources.items() if prepared.text is not None]
        return {id_: (folder / f"{id_}.txt").read_text(encoding="utf-8") for id_ in at_hand} if folder else {}

    def _require_enough(self, words: str, prepared_sources: Mapping[str, PreparedSource]) -> None:
        prepared = next(iter(prepared_sources.values()))
        verdict = verdict_on(words, prepared)
        if verdict.outcome is Outcome.TOO_SHORT:
            told = _told(words, prepared, verdict, self.examined)
            raise UsageError("; ".join(finding.message for finding in told))


def library(root: Path, texts: Path | None) -> Library:
    """Return what to look in: with full texts where `texts` names a folder of them, else with those in texts/."""
    if texts is not None and not texts.is_dir():
        raise UsageError(f"--texts: '{texts}' is no folder")
    folder = texts or (root / TEXTS if (root / TEXTS).is_dir() else None)
    examined = examine(root, texts=folder)
    if texts is None:
        captured = {id_: each for id_, each in examined.prepared_sources.items() if id_ in examined.captured}
        examined = replace(examined, prepared_sources=captured)
    for finding in examined.found:
        if finding.rule == "text-differs-from-capture":
            sys.stderr.write(f"note: {finding.message}\n")
    return Library(examined=examined, texts=folder)


def _shown(words: str, one: NearMatch, examined: Examined) -> str:
    path = one.prepared.entry.path
    where = path
    if one.place is not None:
        whose = "" if one.place.doubt else f", {one.place.speaker or 'the author'}"
        where = f"{path}, line {one.place.first_line}{whose}"
    told = _told(words, one.prepared, one.verdict, examined)
    lines = (line for finding in told for line in (finding.message, *finding.hint.splitlines()))
    return "".join([f"\n{where}\n", *(f"    {line}\n" for line in lines)])


def _told(words: str, prepared: PreparedSource, verdict: Verdict, examined: Examined) -> list[Finding]:
    """Return the findings of the rules if the words were a quote of a claim."""
    scope = {"place": "draft", "period": "2000"}
    quotes = [{"source": prepared.entry.id, "exact": words}]
    record = adapter(Claim).validate_python(
        {"title": "draft", "assertion": "draft", "kind": "factual", "scope": scope, "quotes": quotes}
    )
    entry = Entry(id="draft", path="draft", record=record, mark=Mark(1, 1, None, MappingProxyType({})))
    draft = replace(
        examined,
        corpus=replace(examined.corpus, claims={"draft": entry}, topic_of={"draft": "draft"}),
        verdicts={("draft", 0): verdict},
        found=(),
    )
    return [finding for rule in RULES.values() if rule.id.startswith("quote-") for finding in rule.findings(draft)]
