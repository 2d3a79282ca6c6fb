"""Tells by their names whether two places are separate, or one lies within the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITHIN: Final = {
    "england": "great britain",
    "scotland": "great britain",
    "wales": "great britain",
    "great britain": "united kingdom",
    "northern ireland": "united kingdom",
}
_OTHER_NAMES: Final = {"britain": "great britain", "gb": "great britain", "uk": "united kingdom"}
_NOWHERE_IN_PARTICULAR: Final = frozenset(
    {"world", "worldwide", "global", "international", "anywhere", "everywhere", "not stated", "unknown", "unclear"}
)
_AND: Final = re.compile(r"\s+(?:and|&)\s+")


def lie_apart(one: str, other: str) -> bool:
    """Tell whether two places have nothing in common, judging by their names.

    Places have something in common if their names differ only in case, if one lies in the other (`Leeds, England` in
    `England`, and England in the United Kingdom), if one name has all words of the other in a row (`England and
    Wales`), or if one is the world or is not stated.
    """
    first, second = _plain(one), _plain(other)
    if first == second or {first, second} & _NOWHERE_IN_PARTICULAR or _holds(first, second) or _holds(second, first):
        return False
    ours, theirs = _AND.split(first), _AND.split(second)
    return not any(
        _plain(here) in _around(_plain(there)) or _plain(there) in _around(_plain(here))
        for here in ours
        for there in theirs
    )


def lies_within(one: str, other: str) -> bool:
    """Tell whether the first of two places lies in the second and is smaller, judging by their names."""
    first, second = _plain(one), _plain(other)
    ours, theirs = ({_plain(part) for part in _AND.split(place)} for place in (first, second))
    if ours == theirs or second in _NOWHERE_IN_PARTICULAR:
        return False
    return all(theirs.intersection(_around(part)) for part in ours)


def _plain(place: str) -> str:
    name = " ".join(place.casefold().replace(".", "").split()).removeprefix("the ")
    return _OTHER_NAMES.get(name, name)


def _holds(longer: str, shorter: str) -> bool:
    return f" {shorter} " in f" {longer.replace(',', ' ,').replace('(', '( ').replace(')', ' )')} "


def _around(place: str) -> Iterator[str]:
    """Yield a place, and the places around it that are in its name or are known."""
    yield place
    while "," in place:
        place = _plain(place.partition(",")[2])
        yield place
    while place in _WITHIN:
        place = _WITHIN[place]
        yield place
