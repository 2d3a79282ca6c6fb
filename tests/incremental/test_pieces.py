"""Files made of a piece for each key: whatever changes, they are what one makes from nothing."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.incremental.pieces import Pieced, PiecedFile

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES = (
    PiecedFile(path="rows", layout=(b"head\n", 0)),
    PiecedFile(path="lists", layout=(b"[", 1, b"],[", 2, b"]"), between=b","),
)
STATES = st.dictionaries(st.sampled_from("abcd"), st.tuples(*[st.sampled_from([b"", b"x", b",", b"[y]"])] * 3))


def pieced(state: Mapping[str, tuple[bytes, ...]]) -> Pieced:
    return Pieced(keys=tuple(state), make=state.__getitem__, files=FILES, of=b"")


def test_pieces_stand_between_texts_and_empty_ones_need_nothing_between() -> None:
    state = {"a": (b"1\n", b"x", b""), "b": (b"", b"", b"y"), "c": (b"3\n", b"z", b"w")}
    made = dict(pieced(state).contents(lambda _: None, {}, state))
    assert made == {"rows": b"head\n1\n3\n", "lists": b"[x,z],[y,w]"}


@given(before=STATES, after=STATES)
def test_what_is_spliced_is_what_is_made_from_nothing(
    before: dict[str, tuple[bytes, ...]], after: dict[str, tuple[bytes, ...]]
) -> None:
    former = dict(pieced(before).contents(lambda _: None, {}, before))
    lengths = {key: tuple(map(len, pieces)) for key, pieces in before.items()}
    new = {key: pieces for key, pieces in after.items() if before.get(key) != pieces}
    spliced = dict(pieced(after).contents(former.get, lengths, new))
    fresh = dict(pieced(after).contents(lambda _: None, {}, after))
    assert former | spliced == fresh
    assert not any(former[path] == content for path, content in spliced.items())


def test_what_is_cut_is_what_was_joined() -> None:
    for texts in itertools.product([b"", b"x"], repeat=3):
        pieces = {key: {1: text, 2: text} for key, text in zip("abc", texts, strict=True)}
        lengths = {key: (0, len(text), len(text)) for key, text in zip("abc", texts, strict=True)}
        assert FILES[1].cut(FILES[1].joined(pieces), lengths) == pieces
