"""Make draft claims of an argument map, or sources of records of references, that another program wrote."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.cli.given import text_of
from claimgraph.cli.ids import require_free, require_id
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.drafts import drafts
from claimgraph.importing.files import MARK, draft_file, source_file
from claimgraph.importing.formats import MAPS, RECORDS, read_records
from claimgraph.importing.records import record_drafts
from claimgraph.loading.corpus import load
from claimgraph.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.importing.argument_map import ArgumentMap
    from claimgraph.importing.drafts import Draft
    from claimgraph.model.corpus import Corpus


def run(options: SimpleNamespace) -> int:
    """Write the files, name them, and say what was left out."""
    root = checkout(options)
    texts, left_out = _made(root, load(root), options)
    for path, text in texts.items():
        with writing(path):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
        with writing(path), (root / path).open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        sys.stdout.write(f"{path}\n")
    for sentence in left_out:
        sys.stderr.write(f"note: left out: {sentence}\n")
    unfinished = sum(MARK in text for text in texts.values())
    if unfinished:
        sys.stdout.write(f"Next: fill in what says {MARK} ({unfinished} of {len(texts)} files): claimgraph check\n")
    return 0


def _made(root: Path, corpus: Corpus, options: SimpleNamespace) -> tuple[dict[str, str], list[str]]:
    """Return the text of each file to write by its path, and what was left out, as sentences."""
    file: Path = options.file
    suffix = file.suffix.lower()
    if suffix not in {*MAPS, *RECORDS}:
        raise UsageError(f"'{file}' is none of: {', '.join(dict.fromkeys((*MAPS, *RECORDS)))}")
    text = text_of(file)
    try:
        items = read_records(suffix, text)
        if items is not None:
            return _sources(root, corpus, items, options)
        return _claims(root, corpus, MAPS[suffix](text), options)
    except UnreadableError as error:
        raise UsageError(f"cannot read '{file}': {error}") from error


def _sources(
    root: Path, corpus: Corpus, items: Sequence[Mapping[str, Any]], options: SimpleNamespace
) -> tuple[dict[str, str], list[str]]:
    """Return the files of sources. Raises UsageError if an id is or was another source's, or stands twice."""
    if options.topic is not None:
        raise UsageError("--topic is for an argument map, and this file has records of references")
    texts: dict[str, str] = {}
    left_out: list[str] = []
    for draft in record_drafts(items):
        path = f"sources/{draft.id}.yml"
        require_free(corpus, "source", draft.id)
        if path in texts or (root / path).exists():
            raise UsageError(f"the id '{draft.id}' is taken: give the record another id in '{options.file}'")
        texts[path] = source_file(draft.fields, path)
        if draft.left_out:
            left_out.append(f"of {path}: {', '.join(draft.left_out)}")
    return texts, left_out


def _claims(
    root: Path, corpus: Corpus, argument_map: ArgumentMap, options: SimpleNamespace
) -> tuple[dict[str, str], list[str]]:
    """Return the files of claims."""
    made = drafts(argument_map)
    if not made:
        raise UsageError(f"there is no statement in '{options.file}'")
    paths = {draft.id: _path(root, corpus, draft, options.topic) for draft in made}
    texts = {
        paths[draft.id]: draft_file(draft, paths[draft.id], is_supported=_is_supported(draft, made)) for draft in made
    }
    return texts, argument_map.left_out


def _path(root: Path, corpus: Corpus, draft: Draft, topic: str | None) -> str:
    """Return the path for a draft. Raises UsageError if its topic is unknown, or its id is or was another claim's."""
    named = topic or draft.topic
    if not named:
        raise UsageError(
            f"'{draft.id}' has no topic: --topic TOPIC; there are: {', '.join(corpus.topics) or 'none yet'}"
        )
    require_id(named, "topic")
    if named not in corpus.topics:
        guess = did_you_mean(named, corpus.topics)
        raise UsageError(f"there is no topic '{named}'{guess}; begin it, or name another: --topic TOPIC")
    require_id(draft.id, "claim")
    require_free(corpus, "claim", draft.id)
    if same := sorted(root.glob(f"claims/*/{draft.id}.yml")):
        raise UsageError(f"the id '{draft.id}' is taken: {same[0].relative_to(root).as_posix()}")
    return f"claims/{named}/{draft.id}.yml"


def _is_supported(draft: Draft, made: Sequence[Draft]) -> bool:
    """Tell whether another draft supports a draft."""
    return any(link.get("claim") == draft.id for other in made for link in other.fields.get("supports", ()))
