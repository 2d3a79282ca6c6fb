"""Checks the ids that commands get for new records: that they are ids, and that they are free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claimgraph.cli.failure import UsageError
from claimgraph.loading.compared import COMPARED
from claimgraph.model.values import MAX_ID, id_near, is_id
from claimgraph.nearest import did_you_mean
from claimgraph.voices import slug, voices_of, voicings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.corpus import Corpus, Entry

KINDS: Final = ("claim", "topic", "source", "voice")
"""The kinds of record that have an id."""


def require_id(id_: str, kind: str) -> None:
    """Raise UsageError unless a text is an id; `kind` is what it is for, one of `KINDS`."""
    if not is_id(id_):
        raise UsageError(
            f"'{id_}' cannot be an id: an id has small letters, digits and single hyphens, begins with a letter, has "
            f"at most {MAX_ID} characters and is no name that Windows reserves; try '{_near(id_, kind)}'"
        )


def _near(id_: str, kind: str) -> str:
    near = id_near(id_, kind)
    return near if is_id(near) else slug(id_)


def require_id_of_source(id_: str) -> None:
    """Raise UsageError unless a text can be the id of a source."""
    require_id(id_, "source")
    if f"sources/{id_}.yml" == COMPARED:
        raise UsageError(f"the id '{id_}' cannot be a source's: {COMPARED} says which captures were compared")


def require_free(corpus: Corpus, kind: str, id_: str, *, is_described: bool = False) -> None:
    """Raise UsageError if a record of a kind has, or had, an id, since ids are never reused.

    Args:
        corpus: The records.
        kind: The kind, one of `KINDS`.
        id_: The id.
        is_described: Whether a voice without a file may have the id, because it gets one.

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


def require_claim(corpus: Corpus, id_: str) -> None:
    """Raise UsageError unless there is a claim with an id."""
    if id_ not in corpus.claims:
        raise UsageError(f"there is no claim '{id_}'{did_you_mean(id_, corpus.claims)}")


def voice_ids(corpus: Corpus) -> frozenset[str]:
    """Return the ids of all voices: those that a source lists, that are quoted, or that have a file."""
    listed = (voicing.id for source in corpus.sources.values() for voicing in voicings(source))
    return frozenset(voices_of(corpus)).union(listed)


def of_kind(corpus: Corpus, kind: str) -> Mapping[str, Entry[Any]]:
    """Return the records of a kind: `claim`, `topic`, `source` or `voice`."""
    entries: Mapping[str, Entry[Any]] = getattr(corpus, f"{kind}s")
    return entries
