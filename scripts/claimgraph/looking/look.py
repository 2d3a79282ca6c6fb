"""Looks at sources: asks their addresses, their archived copies, and the registers of DOIs and copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from claimgraph.importing.argument_map import UnreadableError
from claimgraph.looking.drift import is_quoted, lost_quotes
from claimgraph.looking.registers import CROSSREF, WAYBACK, copy_in, crossref_address, notice, wayback_address
from claimgraph.model.looked import Look
from claimgraph.model.values import Url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.looking.asking import Asker
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.looked import Answer
    from claimgraph.model.source import Source
    from claimgraph.model.verdict import Verdict

_URL: Final = TypeAdapter[str](Url)
_KEPT: Final = ":/?#@!$&'()*+,;=%-._~"
"""The characters that stay as they are in an address (RFC 3986, section 2), but for brackets."""
_IS_THERE: Final = frozenset({"there", "moved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """The addresses at which the registers answer."""

    crossref: str = CROSSREF
    wayback: str = WAYBACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a look at one source found; `whys` say what could not be found out, in words."""

    source: str
    look: Look
    whys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looker:
    """Looks at the sources of a corpus on one day."""

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    asker: Asker
    day: str
    registers: Registers = Registers()

    def looks(self, ids: Iterable[str]) -> Iterator[Seen]:
        """Yield what a look at each source finds; those without an address are left out."""
        for id_ in ids:
            source = self.corpus.sources[id_].record
            if source.url is not None:
                yield self._look(id_, source, source.url)

    def _look(self, id_: str, source: Source, url: str) -> Seen:
        is_asked = is_quoted(self.corpus, self.verdicts, id_)
        heard = self.asker.ask(url, kind="document" if is_asked else "")
        answer = heard.answer(url)
        whys = [f"its address: {heard.why}"] if heard.why else []
        lost: tuple[str, ...] = ()
        if heard.body and answer in _IS_THERE:
            try:
                lost = lost_quotes(self.corpus, self.verdicts, id_, heard.body)
            except UnreadableError as error:
                whys.append(f"its text: {error}")
        look = Look(
            on=self.day,
            answer=answer,
            moved_to=address(heard.url) if answer == "moved" else None,
            copy=self._copy(source, whys),
            lost=lost,
            notice=self._notice(source, whys),
            found_copy=self._found_copy(source, url, whys),
        )
        return Seen(source=id_, look=look, whys=tuple(whys))

    def _copy(self, source: Source, whys: list[str]) -> Answer | None:
        if source.archived is None:
            return None
        heard = self.asker.ask(source.archived)
        whys += [f"its archived copy: {heard.why}"] if heard.why else []
        return heard.answer(source.archived)

    def _notice(self, source: Source, whys: list[str]) -> str:
        if not source.doi:
            return ""
        heard = self.asker.ask(crossref_address(source.doi, self.registers.crossref), kind="json")
        whys += [f"the register of DOIs: {heard.why}"] if heard.why else []
        return notice(heard.body)

    def _found_copy(self, source: Source, url: str, whys: list[str]) -> str | None:
        if source.archived is not None:
            return None
        first = source.accessed.first if source.accessed is not None else None
        day = "{:04}{:02}{:02}".format(*first) if first is not None else ""
        heard = self.asker.ask(wayback_address(url, day, self.registers.wayback), kind="json")
        whys += [f"the archive: {heard.why}"] if heard.why else []
        return address(copy_in(heard.body) or "")


def address(text: str) -> str | None:
    """Return what another host calls an address as one that a file can hold; None if it is none."""
    try:
        return _URL.validate_python(quote(text, safe=_KEPT))
    except ValidationError:
        return None
