"""The one door to citeproc-py: puts a CSL item into words by a CSL style.

CSL 1.0.2 specification. The classes below mend what citeproc-py 0.11 does otherwise than that; in place of its own
class of an element it takes a direct subclass of all elements' base that has the same name.
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
"""What markup is made of, as characters that no text has (Unicode, section 23.7), on its way through the processor."""
_MEANT: Final = {ord(stand_in): chr(special) for special, stand_in in _SPECIAL.items()}

_TAG: Final = re.compile(r"(</?[a-z]+[^>]*>)")
_TITLES: Final = ("title", "container-title", "collection-title", "publisher")
_ENDS: Final = (".", "?", "!")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A part of a reference: plain text, and whether it stands in italics."""

    text: str
    is_italic: bool = False


def reference(style: str, item: Mapping[str, Any], *, stops: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """Return a CSL item as `style`, the name of a file in `styles/`, writes it in a list of references.

    Texts of the item come out as they are. After a title that ends in a stop, and after each of the texts `stops`, no
    full stop follows. The number that a numeric style begins with is left out.
    """
    return _reference(style, json.dumps(item), frozenset(stops))


@lru_cache(maxsize=1 << 12)
def _reference(style: str, as_json: str, stops: frozenset[str]) -> tuple[Run, ...]:
    """Return a reference; it takes milliseconds, so what was asked is remembered."""
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
    """Return a value of an item without what the processor could take for markup."""
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
    """Yield the parts of what the processor made: its own tags are all that looks like a tag."""
    depth = 0
    for at, piece in enumerate(_TAG.split(made)):
        if at % 2 == 0:
            yield Run(text=html.unescape(piece).translate(_MEANT), is_italic=depth > 0)
        elif piece in {"<i>", "</i>"}:
            depth += 1 if piece == "<i>" else -1


def _tidy(runs: Iterable[Run], stops: Collection[str]) -> tuple[Run, ...]:
    """Leave out empty runs, and a full stop after another stop: the processor does so where the two are alike."""
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
    """Return a style, with its macros looked up and the delimiters of its locale's dates put where they are read."""
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
    """A document that is cited; `rendered` are the variables used so far, `suppressed` those that are to stay empty."""

    def __init__(self, reference: Reference) -> None:
        super().__init__(_ID)
        self.update(document=reference, rendered=[], suppressed=frozenset())

    @property
    def reference(self) -> Reference:
        """The document, without the processor's search for it."""
        return self.get("document")


def _render(item: _Item, *variables: str) -> None:
    """Note what is rendered. Raises VariableError for what a substitute rendered before (CSL, "Substitute")."""
    if not item["suppressed"].isdisjoint(variables):
        raise VariableError
    item["rendered"].extend(variables)


class Text(model.Text, model.CitationStylesElement):  # type: ignore[misc]
    """Text that is empty once it was substituted for a name, also by way of a macro."""

    def get_macro(self, name: str) -> object:
        """Return a macro, without a search for it."""
        return self.get_root().macros[name]

    def get_layout(self) -> object:
        """Return the layout of a list of references: nothing else is made here."""
        return self.get_root().layout_of_list

    def calls_variable(self) -> bool:
        """Tell whether it may render a variable; of a macro that is found once."""
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
    """A number that is empty once it was substituted."""

    def process(self, item: _Item, context: object = None, **rest: object) -> object:
        """Return the number."""
        text = super().process(item, context=context, **rest)
        _render(item, self.get("variable"))
        return text


class Names(model.Names, model.CitationStylesElement):  # type: ignore[misc]
    """Names that are empty once they were substituted."""

    def process(self, item: _Item, names_context: object = None, context: object = None, **rest: object) -> object:
        """Return the names."""
        _render(item, *(role for role in self.get("variable").split() if role in item.reference))
        return super().process(item, names_context=names_context, context=context, **rest)


class Date(model.Date, model.CitationStylesElement):  # type: ignore[misc]
    """A date that is empty once it was substituted; one in words stands where its year would, and nowhere else."""

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
    """What stands for a missing name: all that it renders is empty from there on."""

    def render(self, item: _Item, context: object = None, **rest: object) -> object:
        """Return the first alternative that there is."""
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
