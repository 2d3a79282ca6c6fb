"""Begin a new file for a claim, topic, source or voice, with every required field and what it is for."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import capture_text
from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.cli.given import document, record
from claimgraph.cli.ids import require_free, require_id, voice_ids
from claimgraph.drafting.skeletons import KINDS, skeleton
from claimgraph.importing.files import source_file
from claimgraph.importing.formats import RECORDS
from claimgraph.importing.records import record_drafts
from claimgraph.importing.seen import seen_in_words, speakers_entry, speakers_seen
from claimgraph.loading.corpus import load
from claimgraph.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.model.corpus import Corpus


_NEXT: Final[Mapping[str, str]] = {
    "claim": 'find the words in a captured source: claimgraph quote "five words or more of it"',
    "topic": "begin a thesis in it, and list it under `theses`: claimgraph new claim ID --topic {id}",
    "source": "make the capture of its text, once you have the text: claimgraph capture {text} --source {id}",
    "voice": "name the voice under `speakers` of a source, where its id is not made of the name: voice: {id}",
}


def run(options: SimpleNamespace) -> int:
    """Write the file, and print what to do next."""
    root = checkout(options)
    require_id(options.id, options.kind)
    corpus = load(root)
    path = _path(root, corpus, options)
    _require_no_file(root, options.kind, options.id, path)
    require_free(corpus, options.kind, options.id, is_described=True)
    if options.kind == "voice":
        _note_if_silent(corpus, options.id)
    file = root / path
    title = " ".join(options.title.split())
    given: Path | None = options.given
    text = _source(given, options.id, path, title) if given else skeleton(KINDS[options.kind], path, title)
    with writing(path):
        file.parent.mkdir(parents=True, exist_ok=True)
    with writing(path), file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    to_capture = given if given and given.suffix.lower() not in RECORDS else "TEXT"
    sys.stdout.write(f"{path}\nNext: fill it in. Then {_NEXT[options.kind].format(id=options.id, text=to_capture)}\n")
    return 0


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


def _path(root: Path, corpus: Corpus, options: SimpleNamespace) -> str:
    if options.kind != "source" and options.given is not None:
        raise UsageError(f"--from is for a source, not for a {options.kind}")
    if options.kind != "claim" and options.topic is not None:
        raise UsageError(f"--topic is for a claim, not for a {options.kind}")
    match options.kind:
        case "claim":
            topics = corpus.topics
            if options.topic is None:
                raise UsageError(f"name the claim's topic: --topic TOPIC; there are: {', '.join(topics) or 'none yet'}")
            require_id(options.topic, "topic")
            if options.topic not in topics and not (root / "claims" / options.topic / "_topic.yml").is_file():
                guess = did_you_mean(options.topic, topics)
                raise UsageError(f"there is no topic '{options.topic}'{guess}; begin it: claimgraph new topic ID")
            return f"claims/{options.topic}/{options.id}.yml"
        case "topic":
            return f"claims/{options.id}/_topic.yml"
        case kind:
            return f"{kind}s/{options.id}.yml"


def _require_no_file(root: Path, kind: str, id_: str, path: str) -> None:
    """Raise UsageError if a file has the id, readable or not."""
    same = sorted(root.glob(f"claims/*/{id_}.yml")) if kind == "claim" else [root / path]
    for file in same:
        if file.exists() or file.is_symlink():
            raise UsageError(f"the id '{id_}' is taken: {file.relative_to(root).as_posix()}")


def _note_if_silent(corpus: Corpus, id_: str) -> None:
    known = voice_ids(corpus)
    if id_ not in known:
        sys.stderr.write(f"note: nobody speaks as '{id_}' yet{did_you_mean(id_, known)}\n")
