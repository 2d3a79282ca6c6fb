"""Ids that a command is given for something new: that they are ids, and that nothing has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claimgraph.cli.failure import UsageError
from claimgraph.loading.compared import COMPARED
from claimgraph.model.values import MAX_ID, is_id
from claimgraph.voices import slug, voices_of, voicings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.corpus import Corpus, Entry

KINDS: Final = ("claim", "topic", "source", "voice")
"""The kinds of record that have an id."""


def require_id(id_: str) -> None:
    """Raise UsageError for what cannot be an id."""
    if not is_id(id_):
        raise UsageError(
            f"'{id_}' cannot be an id: an id has small letters, digits and single hyphens, begins with a letter, has "
            f"at most {MAX_ID} characters and is no name that Windows reserves; try '{slug(id_)}'"
        )


def require_id_of_source(id_: str) -> None:
    """Raise UsageError for what cannot be the id of a source."""
    require_id(id_)
    if f"sources/{id_}.yml" == COMPARED:
        raise UsageError(f"the id '{id_}' cannot be a source's: {COMPARED} says which captures were compared")


def require_free(corpus: Corpus, kind: str, id_: str, *, is_described: bool = False) -> None:
    """Raise UsageError for an id that another record of its kind has, or once had: an id is never used again.

    With `is_described`, the id of a voice may be one that has no file yet.
    """
    if kind == "source":
        require_id_of_source(id_)
    entries = of_kind(corpus, kind)
    if id_ in entries:
        raise UsageError(f"the id '{id_}' is taken: {entries[id_].path}")
    for entry in entries.values():
        if id_ in entry.record.aliases:
            raise UsageError(f"the id '{id_}' is a former id of '{entry.id}', and an id is never used again")
    if kind == "voice" and not is_described and id_ in voice_ids(corpus):
        raise UsageError(f"the id '{id_}' is taken: somebody speaks as '{id_}', without a voice file")


def voice_ids(corpus: Corpus) -> frozenset[str]:
    """Return the id of every voice: of each speaker whom a source lists, and of each who is quoted or has a file."""
    listed = (voicing.id for source in corpus.sources.values() for voicing in voicings(source))
    return frozenset(voices_of(corpus)).union(listed)


def of_kind(corpus: Corpus, kind: str) -> Mapping[str, Entry[Any]]:
    """Return the records of a kind: `claim`, `topic`, `source` or `voice`."""
    kinds: Mapping[str, Mapping[str, Entry[Any]]] = {
        "claim": corpus.claims,
        "topic": corpus.topics,
        "source": corpus.sources,
        "voice": corpus.voices,
    }
    return kinds[kind]
