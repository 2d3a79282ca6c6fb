"""Links from terms in a text to the glossary. A script shows the meaning in place, from a file that it fetches once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from claimgraph.templating.template_code import escaped
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimgraph.model.corpus import Entry
    from claimgraph.model.terms import Glossary, Term

_KEPT = 1 << 16
"""The number of texts that are cached: three pages show a quote, and a preview shows it again after each edit."""


class Terms:
    """Marks the terms of one glossary in texts; without a glossary, texts stay as they are.

    A term or alias is found as a whole word. If it has a capital after its first letter, as abbreviations have, it must
    be written as in the glossary; if not, in either case. The longest possible term is taken, and each term is marked
    once in a text.
    """

    def __init__(self) -> None:
        """Begin without a glossary."""
        self._glossary: Entry[Glossary] | None = None
        self._pattern: re.Pattern[str] | None = None
        self._terms: dict[str, Term] = {}
        self._made: dict[str, str] = {}
        self._found: dict[str, tuple[tuple[int, int, Term], ...]] = {}

    def use(self, glossary: Entry[Glossary] | None) -> None:
        """Mark the terms of this glossary from now on."""
        if glossary is self._glossary:
            return
        self._glossary = glossary
        self._made.clear()
        self._found.clear()
        self._terms.clear()
        for term in glossary.record.terms if glossary else ():
            for name in (term.term, *term.aliases):
                self._terms.setdefault(_folded(name), term)
        names = sorted({name for term in self._terms.values() for name in (term.term, *term.aliases)}, key=_longest)
        words = "|".join(_pattern_of(name) for name in names)
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if names else None

    def __call__(self, text: str) -> str:
        """Return a plain text as HTML, with the links of a page two folders deep, such as a claim's."""
        if self._pattern is None:
            return escaped(text)
        made = self._made.get(text)
        if made is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[text] = self._html(text, self._pattern, set(), "../../")
        return made

    def through_pieces(self, here: str = "claims/one/") -> Callable[[str], str]:
        """Return a function that turns texts of the page at `here` into HTML, and marks each term once in all of them.

        By default, the page is two folders deep, such as a claim's.
        """
        seen: set[str] = set()
        pattern, top = self._pattern, "../" * here.count("/")
        if pattern is None:
            return escaped
        return lambda piece: self._html(piece, pattern, seen, top)

    def _html(self, text: str, pattern: re.Pattern[str], seen: set[str], top: str) -> str:
        parts: list[str] = []
        at = 0
        for start, end, term in self._places(text, pattern):
            if term.term in seen:
                continue
            seen.add(term.term)
            address = f"{top}glossary/#{term_anchor(term.term)}"
            parts.append(escaped(text[at:start]))
            parts.append(f'<a class="em-term" href="{address}">{escaped(text[start:end])}</a>')
            at = end
        return Markup("".join((*parts, escaped(text[at:]))))  # noqa: S704  all is escaped

    def _places(self, text: str, pattern: re.Pattern[str]) -> tuple[tuple[int, int, Term], ...]:
        """Return the positions of terms in a text; cached, since several pages show a text."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[text] = tuple(
                (match.start(), match.end(), self._named(match[0])) for match in pattern.finditer(text)
            )
        return found

    def _named(self, written: str) -> Term:
        name = " ".join(written.split())
        return self._terms.get(name) or self._terms[name.casefold()]


def term_anchor(term: str) -> str:
    """Return the id of a term's element on the page of the glossary."""
    return f"term-{slug(term)}"


def _is_cased(name: str) -> bool:
    """Tell whether a term must be written exactly like this, as ME or F45.0 must and recovery need not."""
    return any(letter.isupper() for letter in name[1:]) or not name[1:].strip(".0123456789")


def _folded(name: str) -> str:
    return name if _is_cased(name) else name.casefold()


def _pattern_of(name: str) -> str:
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    return pattern if _is_cased(name) else f"(?i:{pattern})"


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name
