"""The digest of a value: two values have the same one if they say the same, in any process and on any machine."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Final

from msgspec.msgpack import Encoder

SIZE: Final = 16
"""Bytes of a digest: two of ten thousand million values are alike by chance less than once in 10^18."""


def digest_of(value: object) -> bytes:
    """Return the digest of a frozen value: dataclasses, tuples, mappings, texts, numbers, dates, members of enums.

    Sets have no order to be written in, so a value that holds one is refused with TypeError.
    """
    return blake2b(_ENCODER.encode(value), digest_size=SIZE).digest()


def _plain(value: object) -> object:
    """Return what is encoded in place of a value that the encoder does not know."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} is no part of a frozen value")


_ENCODER: Final = Encoder(enc_hook=_plain)
