"""Guesses what a misspelt name was meant to be. A guess is shown and never used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` with the nearest known name; empty if none is near."""
    name = nearest_name(written, known)
    return f" (did you mean '{name}'?)" if name else ""


def surely_meant(written: str, known: Iterable[str]) -> str | None:
    """Return the one known name of which a name is surely a misspelling; None if none is, or two may be.

    A letter or two differ, or two have changed places, no digit does, and no other name with these digits is nearly as
    near.
    """
    alike = sorted(name for name in known if _digits(name) == _digits(written))
    most = min(2, len(written) // 4)
    near = process.extract(written, alike, scorer=OSA.distance, score_cutoff=most + 1, limit=2)
    if not near or near[0][1] > most or (len(near) > 1 and near[1][1] < near[0][1] + 2):
        return None
    return str(near[0][0])


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def nearest_name(written: str, known: Iterable[str]) -> str | None:
    """Return the nearest known name, of several the alphabetically first; None if none is near."""
    found = process.extractOne(written, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=70)
    return str(found[0]) if found else None
