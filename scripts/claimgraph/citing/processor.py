"""Writes a CSL item as a reference in a CSL style. Only this module uses citeproc-py.

The classes below correct where citeproc-py 0.11 differs from the CSL 1.0.2 specification. For an element, it uses a
direct subclass of the base of all elements that has the same name as its own class.
"""

from __future__ import annotations

import html
import json
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, model
from citeproc.formatter import html as tags
from citeproc.source import LiteralDate, Reference, VariableError
from citeproc.source.json import CiteProcJSON

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_STYLES: Final = Path(__file__).with_name("styles")
_LOCALE: Final = "en-GB"
_ID: Final = "cited"

_SPECIAL: Final = dict(zip(map(ord, "<>&\"'"), map(chr, range(0xFDD0, 0xFDD5)), strict=True))
"""Stand-ins for markup characters in the processor, which no text has (Unicode, section 23.7)."""
_MEANT: Final = {ord(stand_in): chr(special) for special, stand_in in _SPECIAL.items()}

_TAG: Final = re.compile(r"(</?[a-z]+[^>]*>)")
_TITLES: Final = ("title", "container-title", "collection-title", "publisher")
_ENDS: Final = (".", "?", "!")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A part of a reference: plain text, and whether it is in italics."""

    text: str
    is_italic: bool = False


def reference(style: str, item: Mapping[str, Any], *, stops: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """Return a CSL item as an entry of a list of references, without the number of a numeric style.

    Args:
        style: The name of a file in `styles/`.
        item: The item; its texts are not changed.
        stops: Texts after which no full stop follows, in addition to titles that end in a stop.

    """
    return _reference(style, json.dumps(item), frozenset(stops))


@lru_cache(maxsize=1 << 12)
def _reference(style: str, as_json: str, stops: frozenset[str]) -> tuple[Run, ...]:
    """Return a reference. Results are cached, since each takes milliseconds."""
    item = json.loads(as_json)
    loaded = _style(style)
    with warnings.catch_warnings():  # it knows CSL 1.0.1, and warns of what came later, such as event-title
        warnings.simplefilter("ignore", UserWarning)
        source = CiteProcJSON([_safe({**item, "id": _ID})])
    bibliography = CitationStylesBibliography(loaded, source, tags)
    bibliography.register(Citation([_Item(source[_ID])]))
    made = bibliography.bibliography()
    closed = {value for name in _TITLES if (value := item.get(name, "")).endswith(_ENDS)}
    return _tidy(_runs(str(made[0])) if made else (), closed | stops)


def _safe(value: object) -> Any:  # noqa: ANN401  JSON
    """Return a value of an item with stand-ins for characters of markup."""
    match value:
        case str():
            return value.translate(_SPECIAL)
        case dict():
            return {name: _safe(inner) for name, inner in value.items()}
        case list():
            return [_safe(inner) for inner in value]
        case _:
            return value


def _runs(made: str) -> Iterator[Run]:
    """Yield the parts of the processor's output, in which only its own tags look like tags."""
    depth = 0
    for at, piece in enumerate(_TAG.split(made)):
        if at % 2 == 0:
            yield Run(text=html.unescape(piece).translate(_MEANT), is_italic=depth > 0)
        elif piece in {"<i>", "</i>"}:
            depth += 1 if piece == "<i>" else -1


def _tidy(runs: Iterable[Run], stops: Collection[str]) -> tuple[Run, ...]:
    """Remove empty runs, and a full stop after another stop, which the processor removes only after a full stop."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        for stop in stops:
            text = text.replace(f"{stop}.", stop)
        if kept and text.startswith(".") and kept[-1].text.endswith((*_ENDS, *stops)):
            text = text[1:]
        if text:
            kept.append(Run(text=text, is_italic=run.is_italic))
    return tuple(kept)


@lru_cache
def _style(name: str) -> CitationStylesStyle:
    """Return a style with its macros indexed and its locale's date delimiters set where the processor reads them."""
    loaded = CitationStylesStyle(str(_STYLES / f"{name}.csl"), locale=_LOCALE, validate=False)
    root = loaded.root
    root.macros = {macro.get("name"): macro for macro in root.iterchildren(f"{_CSL}macro")}
    root.calls = {}
    root.layout_of_list = root.bibliography.layout
    for date in root.iter(f"{_CSL}date"):
        form = date.get("form")
        delimiter = date.get_date(form).get("delimiter") if form and not date.is_locale_date() else None
        if delimiter and "delimiter" not in date.attrib:
            date.set("delimiter", delimiter)
    return loaded


class _Item(CitationItem):  # type: ignore[misc]
    """A cited document; `rendered` are the variables used so far, `suppressed` those that must stay empty."""

    def __init__(self, reference: Reference) -> None:
        super().__init__(_ID)
        self.update(document=reference, rendered=[], suppressed=frozenset())

    @property
    def reference(self) -> Reference:
        """The document, without the processor's slow lookup."""
        return self.get("document")


def _render(item: _Item, *variables: str) -> None:
    """Record rendered variables. Raises VariableError if a substitute rendered one before (CSL, "Substitute")."""
    if not item["suppressed"].isdisjoint(variables):
        raise VariableError
    item["rendered"].extend(variables)


class Text(model.Text, model.CitationStylesElement):  # type: ignore[misc]
    """Text that is empty once it has been substituted for a name, even through a macro."""

    def get_macro(self, name: str) -> object:
        """Return a macro from the index."""
        return self.get_root().macros[name]

    def get_layout(self) -> object:
        """Return the layout of a list of references, the only one that is used here."""
        return self.get_root().layout_of_list

    def calls_variable(self) -> bool:
        """Tell whether it may render a variable; the answer for a macro is cached."""
        name, calls = self.get("macro"), self.get_root().calls
        if name is None:
            return bool(super().calls_variable())
        if name not in calls:
            calls[name] = super().calls_variable()
        return bool(calls[name])

    def _variable(self, item: _Item, context: object) -> object:
        if self.get("variable") == "citation-number":
            raise VariableError
        text = super()._variable(item, context)
        _render(item, self.get("variable"))
        return text


class Number(model.Number, model.CitationStylesElement):  # type: ignore[misc]
    """A number that is empty once it has been substituted."""

    def process(self, item: _Item, context: object = None, **rest: object) -> object:
        """Return the number."""
        text = super().process(item, context=context, **rest)
        _render(item, self.get("variable"))
        return text


class Names(model.Names, model.CitationStylesElement):  # type: ignore[misc]
    """Names that are empty once they have been substituted."""

    def process(self, item: _Item, names_context: object = None, context: object = None, **rest: object) -> object:
        """Return the names."""
        _render(item, *(role for role in self.get("variable").split() if role in item.reference))
        return super().process(item, names_context=names_context, context=context, **rest)


class Date(model.Date, model.CitationStylesElement):  # type: ignore[misc]
    """A date that is empty once it has been substituted; a date in words stands only where its year would."""

    def process(self, item: _Item, variable: str | None = None, **rest: object) -> object:
        """Return the date."""
        name = variable or self.get("variable")
        if name in item["suppressed"]:
            raise VariableError
        if isinstance(item.reference.get(name.replace("-", "_")), LiteralDate) and not self._has_year():
            raise VariableError
        text = super().process(item, variable=variable, **rest)
        _render(item, *((name,) if text else ()))
        return text

    def _has_year(self) -> bool:
        parts = [part.get("name") for part in self.iterchildren()]
        return "year" in parts or (self.get("form") is not None and "year" in self.get("date-parts", "year"))


class Substitute(model.Substitute, model.CitationStylesElement):  # type: ignore[misc]
    """A substitute for a missing name: whatever it renders is empty afterwards."""

    def render(self, item: _Item, context: object = None, **rest: object) -> object:
        """Return the first alternative that is not empty."""
        for child in self.getchildren():
            before = len(item["rendered"])
            names = (
                {"names_context": self.getparent()} if child.tag == self.getparent().tag and child.name is None else {}
            )
            try:
                text = child.render(item, context=context, **names, **rest)
            except VariableError:
                continue
            if text:
                item["suppressed"] |= frozenset(item["rendered"][before:])
                return text
        return None
