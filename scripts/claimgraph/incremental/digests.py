"""The digest of a value: equal values have the same digest, in any process and on any machine."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Final

from msgspec.msgpack import Encoder

SIZE: Final = 16
"""Bytes of a digest: among ten thousand million values, a chance collision is less likely than 1 in 10^18."""


def digest_of(value: object, *, has_sets: bool = False) -> bytes:
    """Return the digest of a frozen value, made of dataclasses, tuples, mappings, texts, numbers, dates and enums.

    A set has another order in each process, so a value with sets in it needs `has_sets`; then mappings have no order
    either. Raises TypeError for a value of another type.
    """
    encoder = _UNORDERED if has_sets else _ORDERED
    return blake2b(encoder.encode(value), digest_size=SIZE).digest()


def _plain(value: object) -> object:
    """Return what to encode in place of a value of a type that the encoder does not know."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} is no part of a frozen value")


_ORDERED: Final = Encoder(enc_hook=_plain)
_UNORDERED: Final = Encoder(enc_hook=_plain, order="deterministic")
