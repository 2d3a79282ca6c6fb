"""What a rule is: a generator of problems, with an id, a severity and a docstring that states it."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimgraph.location import Location
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.verdict import Verdict
    from claimgraph.quotes.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """All that rules look at.

    `verdicts` are by the claim's id and the quote's index in it. `grounds` are the sources with a capture, by id.
    `found` are the findings that reading the files already gave; rules of the same id pass them on. `pages` are the
    hand-written pages' Markdown by path relative to the checkout. `captured` are the ids of sources for which a capture
    file is there, whether or not it could be read and whether or not the source file is there.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    grounds: Mapping[str, Ground]
    found: tuple[Finding, ...] = ()
    pages: Mapping[str, str]
    captured: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One place at which a rule is broken; message and hint as in a finding."""

    at: Location
    message: str
    hint: str = ""


Check: TypeAlias = "Callable[[Examined], Iterator[Problem]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule. `id` is the check's name with hyphens; `text` is its docstring, with a bad and a good example."""

    id: str
    severity: Severity
    text: str
    check: Check

    def findings(self, examined: Examined) -> Iterator[Finding]:
        """Yield what breaks the rule, what reading the files found first."""
        yield from (finding for finding in examined.found if finding.rule == self.id)
        for problem in self.check(examined):
            yield Finding(
                rule=self.id,
                severity=self.severity,
                location=problem.at,
                message=problem.message,
                hint=problem.hint,
            )


def rule(severity: Severity) -> Callable[[Check], Rule]:
    """Make a rule of a check function."""

    def make(check: Check) -> Rule:
        name = getattr(check, "__name__", "")
        text = inspect.cleandoc(check.__doc__ or "")
        return Rule(id=name.replace("_", "-"), severity=severity, text=text, check=check)

    return make


def found_while_reading(_examined: Examined) -> Iterator[Problem]:
    """Yield nothing: the rule's findings come from reading the files."""
    yield from ()
