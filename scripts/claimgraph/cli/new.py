"""Begin a new file for a claim, topic, source or voice, with every required field and what it is for."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import capture_text
from claimgraph.cli.asking import ask, can_ask
from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.cli.given import document, record
from claimgraph.cli.ids import require_free, require_id, voice_ids
from claimgraph.cli.new_claim import claim_draft, what_is_next
from claimgraph.cli.one_place import NotQuotableError
from claimgraph.cli.usage.writing import FLAGS_OF_CLAIMS
from claimgraph.drafting.skeletons import KINDS, skeleton
from claimgraph.importing.files import source_file
from claimgraph.importing.formats import RECORDS
from claimgraph.importing.records import record_drafts
from claimgraph.importing.seen import seen_in_words, speakers_entry, speakers_seen
from claimgraph.loading.corpus import load
from claimgraph.nearest import did_you_mean
from claimgraph.yaml_text import entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.model.corpus import Corpus

_NEXT: Final[Mapping[str, str]] = {
    "topic": "begin a thesis in it, and list it under `theses`: claimgraph new claim ID --topic {id}",
    "source": "make the capture of its text, once you have the text: claimgraph capture {text} --source {id}",
    "voice": "name the voice under `speakers` of a source, where its id is not made of the name: voice: {id}",
}


def run(options: SimpleNamespace) -> int:
    """Write the file, and print what to do next."""
    root = checkout(options)
    _require_sense(options)
    if options.kind == "claim":
        return _claim(root, options)
    if options.id is None and can_ask():
        options.id = ask(f"Id of the {options.kind}", checked=lambda id_: require_id(id_, options.kind))
    if options.id is None:
        raise UsageError("ID is missing: its id, small letters, digits and single hyphens")
    require_id(options.id, options.kind)
    corpus, path = load(root), _path(options)
    _require_no_file(root, path, options.id)
    require_free(corpus, options.kind, options.id, is_described=True)
    if options.kind == "voice":
        _note_if_silent(corpus, options.id)
    title = " ".join(options.title.split())
    given: Path | None = options.given
    kind = KINDS[options.kind]
    known = {kind.title: entry(kind.title, title)} if title else {}
    _write(root, path, _source(given, options.id, path, title) if given else skeleton(kind, path, known))
    to_capture = given if given and given.suffix.lower() not in RECORDS else "TEXT"
    sys.stdout.write(f"{path}\nNext: fill it in. Then {_NEXT[options.kind].format(id=options.id, text=to_capture)}\n")
    return 0


def _claim(root: Path, options: SimpleNamespace) -> int:
    try:
        draft = claim_draft(root, options)
    except NotQuotableError as error:
        sys.stdout.write(f"{error}Nothing was written.\n")
        return 1
    _write(root, draft.path, draft.text())
    sys.stdout.write(f"{draft.path}\n{what_is_next(root, draft)}")
    return 0


def _write(root: Path, path: str, text: str) -> None:
    """Write a new file. Raises UsageError if it cannot be written, or is there."""
    file = root / path
    with writing(path):
        file.parent.mkdir(parents=True, exist_ok=True)
    with writing(path), file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def _source(given: Path, id_: str, path: str, title: str) -> str:
    """Return the text of a source's file, of its record or of what its document says; print what was seen."""
    draft, speakers = record(given), ""
    if draft is None:
        reading = document(given)
        (draft,) = record_drafts([reading.record])
        seen = speakers_seen(reading.text, capture_text(reading.text, id_))
        sys.stderr.writelines(f"{line}\n" for line in seen_in_words(reading, seen))
        speakers = speakers_entry(seen)
        draft = replace(draft, fields={**draft.fields, "depth": "full"})
    if draft.left_out:
        sys.stderr.write(f"note: left out: {', '.join(draft.left_out)}\n")
    return source_file({**draft.fields, **({"title": title} if title else {})}, path) + speakers


def _require_sense(options: SimpleNamespace) -> None:
    """Raise UsageError for options of another kind of file."""
    if options.kind != "source" and options.given is not None:
        raise UsageError(f"--from is for a source, not for a {options.kind}")
    for flag, name in FLAGS_OF_CLAIMS.items():
        if options.kind != "claim" and getattr(options, name):
            raise UsageError(f"{flag} is for a claim, not for a {options.kind}")


def _path(options: SimpleNamespace) -> str:
    return f"claims/{options.id}/_topic.yml" if options.kind == "topic" else f"{options.kind}s/{options.id}.yml"


def _require_no_file(root: Path, path: str, id_: str) -> None:
    """Raise UsageError if there is a file, readable or not."""
    if (root / path).exists() or (root / path).is_symlink():
        raise UsageError(f"the id '{id_}' is taken: {path}")


def _note_if_silent(corpus: Corpus, id_: str) -> None:
    known = voice_ids(corpus)
    if id_ not in known:
        sys.stderr.write(f"note: nobody speaks as '{id_}' yet{did_you_mean(id_, known)}\n")
