"""Defines rules: each is a generator of problems with an id, a severity and a docstring that states it."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.analysis.origins import Origins
from claimgraph.analysis.whole import Analysis
from claimgraph.findings import Finding, Severity
from claimgraph.incremental.digests import digest_of
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.rules.passed import Passed
from claimgraph.standing.argument import standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimgraph.findings import Fix
    from claimgraph.incremental.store import Store
    from claimgraph.location import Location
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Standing
    from claimgraph.quotes.prepared import PreparedSource


@dataclass(frozen=True, kw_only=True)
class Examined:
    """Everything that rules look at.

    `verdicts` are by the claim's id and the quote's index in it. `prepared_sources` are those with a capture, by id.
    `found` are the findings from reading the files; rules with the same id report them. `pages` are the hand-written
    pages in Markdown, by path relative to the checkout. `captured` are the ids of all capture files, whether or not
    they can be read and have a source file. `former` is the analysis of an earlier state, None without one;
    `store` keeps parts of the present one, None to keep none.
    `passed` is what rules found nothing wrong with before. `captures` is the digest of all captures' contents, empty if
    it is unknown, or if full texts are looked at.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    prepared_sources: Mapping[str, PreparedSource]
    found: tuple[Finding, ...] = ()
    pages: Mapping[str, str]
    captured: frozenset[str] = frozenset()
    former: Analysis | None = None
    store: Store | None = None
    passed: Passed = field(default_factory=Passed)
    captures: bytes = b""

    @cached_property
    def analysis(self) -> Analysis:
        """What the argument amounts to."""
        return Analysis(corpus=self.corpus, verdicts=self.verdicts, former=self.former, store=self.store)

    @cached_property
    def _wordless(self) -> bytes:
        """The digest of everything but the claims' titles, assertions and notes; empty if it is unknown."""
        if not self.captures or not self.analysis.key:
            return b""
        beside = tuple((entry.first_line, entry.left_out) for entry in self.corpus.claims.values())
        return digest_of(
            (self.analysis.key, beside, self.captures, tuple(sorted(self.captured)), dict(self.pages), self.found)
        )

    @cached_property
    def _words(self) -> dict[str, bytes]:
        """The digests of all titles, assertions and notes, by the field, once asked for."""
        return {}

    def key(self, words: tuple[str, ...]) -> bytes:
        """Return a digest of everything but words of claims, and of their `words`; empty if it is unknown."""
        if not self._wordless:
            return b""
        for field_ in words:
            if field_ not in self._words:
                records = (entry.record for entry in self.corpus.claims.values())
                self._words[field_] = digest_of(tuple(getattr(record, field_) for record in records))
        return digest_of((self._wordless, tuple(self._words[field_] for field_ in words)))

    @cached_property
    def standings_if_verified(self) -> Mapping[str, Standing]:
        """The standing of each claim if all quotes were verified; quotes that are not have their own findings."""
        if all(verdict.is_verified for verdict in self.verdicts.values()):
            return self.analysis.standings
        verified = dict.fromkeys(self.verdicts, Verdict(outcome=Outcome.VERIFIED))
        return standings(self.corpus, verified, Origins(self.corpus, verified))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One place where a rule is broken; `message`, `hint` and `fix` are as in a finding."""

    at: Location
    message: str
    hint: str = ""
    fix: Fix | None = None


Check: TypeAlias = "Callable[[Examined], Iterator[Problem]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule. `id` is the check's name with hyphens; `text` is its docstring, with a bad and a good example.

    Of claims' own words, it reads those in the fields `words` alone: of `title`, `assertion` and `note`. Where nothing
    changed but the others, it need not look again.
    """

    id: str
    severity: Severity
    text: str
    check: Check
    words: tuple[str, ...]

    def findings(self, examined: Examined) -> Iterator[Finding]:
        """Yield the rule's findings, first those from reading the files."""
        yield from (finding for finding in examined.found if finding.rule == self.id)
        known, now = examined.passed.known.get(self.id, frozenset()), examined.passed.now
        if self.has_passed(examined):
            now[self.id] = {*known}
            return
        has_found = False
        for problem in self.check(examined):
            has_found = True
            yield Finding(
                rule=self.id,
                severity=self.severity,
                location=problem.at,
                message=problem.message,
                hint=problem.hint,
                fix=problem.fix,
            )
        if not has_found and (key := examined.key(self.words)):
            now.setdefault(self.id, set()).add(key)

    def has_passed(self, examined: Examined) -> bool:
        """Tell whether it found nothing before, and nothing that it reads has changed since."""
        return examined.key(self.words) in examined.passed.known.get(self.id, ())


def rule(severity: Severity, *, words: tuple[str, ...] = ()) -> Callable[[Check], Rule]:
    """Return a decorator that makes a rule of a check function."""

    def make(check: Check) -> Rule:
        name = getattr(check, "__name__", "").replace("_", "-")
        text = inspect.cleandoc(check.__doc__ or "")
        return Rule(id=name, severity=severity, text=text, check=check, words=words)

    return make


def found_while_reading(_examined: Examined) -> Iterator[Problem]:
    """Yield nothing, since the rule's findings come from reading the files."""
    yield from ()
