"""The theses among invented claims, and the background: claims that lead to no thesis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.claims import InventedClaim
    from bench.links import Links
    from bench.yaml_text import Value

_THIRDS: Final = ("supports", "counts_against", "opposes", "limits")


@dataclass(frozen=True, kw_only=True, slots=True)
class Theses:
    """The ids of all theses, of theses with reasons on one side only, and of claims that lead to no thesis."""

    ids: frozenset[str]
    one_sided: frozenset[str]
    background: frozenset[str]


def theses_of(claims: Sequence[InventedClaim], links: Mapping[str, Links]) -> Theses:
    """Return the theses and the background among some claims with their links."""
    ids = frozenset(claim.id for claim in claims if claim.is_thesis)
    backward: dict[str, set[str]] = {}
    pro: set[str] = set()
    con = {claim.id for claim in claims if any(quote.get("stance") == "disputes" for quote in claim.quotes)}
    con |= {claim.id for claim in claims if any(found.get("stance") == "disputes" for found in claim.citations)}
    for maker, kind, link in _every(links):
        target = str(link["claim"])
        if kind == "supports":
            pro.add(target)
        if kind in {"counts_against", "opposes"}:
            con.add(target)
        if kind == "opposes" and maker in ids:
            con.add(maker)
            backward.setdefault(maker, set()).add(target)
        if kind not in {"rivals", "context"}:
            for other in (target, *(str(link[third]) for third in _THIRDS if third in link)):
                backward.setdefault(other, set()).add(maker)
            together = link.get("with", [])
            backward[target].update(map(str, together) if isinstance(together, list) else ())
    leading = list(ids)
    known = set(ids)
    for here in leading:  # the list grows in the loop
        fresh = backward.get(here, set()) - known
        known |= fresh
        leading += fresh
    return Theses(
        ids=ids,
        one_sided=ids & (pro ^ con),
        background=frozenset(claim.id for claim in claims if claim.id not in known),
    )


def _every(links: Mapping[str, Links]) -> Iterator[tuple[str, str, dict[str, Value]]]:
    for maker, kinds in links.items():
        for kind, made in kinds.items():
            yield from ((maker, kind, link) for link in made)
