"""Guesses what a misspelt name was meant to be. A guess is shown and never used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` with the nearest known name; empty if none is near."""
    name = nearest_name(written, known)
    return f" (did you mean '{name}'?)" if name else ""


def nearest_name(written: str, known: Iterable[str]) -> str | None:
    """Return the nearest known name, of several the alphabetically first; None if none is near."""
    found = process.extractOne(written, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=70)
    return str(found[0]) if found else None
