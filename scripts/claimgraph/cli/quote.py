"""Find words in the captured sources, and print them as a quote to paste into a claim file."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.checking.whole import TEXTS, examine
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.drafting.near_matches import NearMatch, near_matches
from claimgraph.drafting.occurrences import all_occurrences, verdict_on
from claimgraph.drafting.quote_entry import quote_entries
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
    from types import SimpleNamespace

    from claimgraph.findings import Finding
    from claimgraph.model.verdict import Verdict
    from claimgraph.quotes.prepared import PreparedSource
    from claimgraph.rules.rule import Examined

LONGEST: Final = 2_000
"""The most characters of a quote."""


def run(options: SimpleNamespace) -> int:
    """Print the quotes, or the nearest matches."""
    root = checkout(options)
    if options.texts is not None and not options.texts.is_dir():
        raise UsageError(f"--texts: '{options.texts}' is no folder")
    if not options.words.strip() or len(options.words) > LONGEST:
        raise UsageError(f"a quote has at least five words and at most {LONGEST:,} characters")
    texts = options.texts or (root / TEXTS if (root / TEXTS).is_dir() else None)
    examined = examine(root, texts=texts)
    if options.texts is None:
        captured = {id_: each for id_, each in examined.prepared_sources.items() if id_ in examined.captured}
        examined = replace(examined, prepared_sources=captured)
    prepared_sources = _prepared_sources(examined, options.source)
    for finding in examined.found:
        if finding.rule == "text-differs-from-capture":
            sys.stderr.write(f"note: {finding.message}\n")
    _require_enough(options.words, prepared_sources, examined)
    found = all_occurrences(options.words, prepared_sources, _texts(texts, prepared_sources))
    if found:
        sys.stdout.write(quote_entries(found))
        return 0
    sys.stdout.write(_not_found(options.words, prepared_sources, examined))
    return 1


def _prepared_sources(examined: Examined, source_id: str | None) -> Mapping[str, PreparedSource]:
    if source_id is None:
        if not examined.prepared_sources:
            raise UsageError("no source has a capture yet: make one by claimgraph capture TEXT --source ID")
        return examined.prepared_sources
    if source_id not in examined.corpus.sources:
        guess = did_you_mean(source_id, examined.corpus.sources)
        raise UsageError(f"there is no source '{source_id}' that can be read{guess}")
    if source_id not in examined.prepared_sources:
        raise UsageError(f"'{source_id}' has no capture: make it by claimgraph capture TEXT --source {source_id}")
    return {source_id: examined.prepared_sources[source_id]}


def _texts(folder: Path | None, prepared_sources: Mapping[str, PreparedSource]) -> Mapping[str, str]:
    at_hand = [id_ for id_, prepared in prepared_sources.items() if prepared.text is not None]
    return {id_: (folder / f"{id_}.txt").read_text(encoding="utf-8") for id_ in at_hand} if folder else {}


def _require_enough(words: str, prepared_sources: Mapping[str, PreparedSource], examined: Examined) -> None:
    prepared = next(iter(prepared_sources.values()))
    verdict = verdict_on(words, prepared)
    if verdict.outcome is Outcome.TOO_SHORT:
        told = _told(words, prepared, verdict, examined)
        raise UsageError("; ".join(finding.message for finding in told))


def _not_found(words: str, prepared_sources: Mapping[str, PreparedSource], examined: Examined) -> str:
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
    parts += [_shown(words, one, examined) for one in found]
    return "".join(parts)


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
