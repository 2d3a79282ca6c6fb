"""Make draft claims of an argument map that another program wrote.

Reads Argdown (.argdown, .ad) and AIF (.json). What a claim has to say and the map does not is marked TO DO in its file,
and the check refuses it until it is filled in. No file that is there is overwritten.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.cli.ids import require_free, require_id
from claimgraph.importing.argument_map import ArgumentMap, UnreadableError
from claimgraph.importing.drafts import drafts
from claimgraph.importing.files import MARK, draft_file
from claimgraph.importing.formats import READERS
from claimgraph.loading.corpus import load
from claimgraph.nearest import did_you_mean

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from claimgraph.importing.drafts import Draft
    from claimgraph.model.corpus import Corpus

NAME: Final = "import"
_MOST: Final = 50_000_000
"""How many bytes are read at most."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the argument map: .argdown, .ad, or .json for AIF")
    parser.add_argument("--topic", metavar="TOPIC", help="the topic of claims for which the file names none")


def run(options: argparse.Namespace) -> int:
    """Write the files, name them, and say what was left out."""
    root = checkout(options)
    argument_map = _argument_map(options.file)
    made = drafts(argument_map)
    if not made:
        raise UsageError(f"there is no statement in '{options.file}'")
    corpus = load(root)
    texts = {}
    for draft in made:
        path = _path(root, corpus, draft, options.topic)
        texts[path] = draft_file(draft, path, is_supported=_is_supported(draft, made))
    for path, text in texts.items():
        with writing(path), (root / path).open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        sys.stdout.write(f"{path}\n")
    for sentence in argument_map.left_out:
        sys.stderr.write(f"note: left out: {sentence}\n")
    unfinished = sum(MARK in text for text in texts.values())
    if unfinished:
        sys.stdout.write(f"Next: fill in what says {MARK} ({unfinished} of {len(made)} files): claimgraph check\n")
    return 0


def _argument_map(file: Path) -> ArgumentMap:
    read = READERS.get(file.suffix.lower())
    if read is None:
        raise UsageError(f"'{file}' is none of: {', '.join(READERS)}")
    try:
        if file.stat().st_size > _MOST:
            raise UsageError(f"'{file}' has more than {_MOST:,} bytes")
        return read(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"cannot read '{file}': {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"'{file}' is not in UTF-8") from error
    except UnreadableError as error:
        raise UsageError(f"cannot read '{file}': {error}") from error


def _path(root: Path, corpus: Corpus, draft: Draft, topic: str | None) -> str:
    """Return the path for a draft. Raises UsageError if its topic is unknown, or its id is or was another claim's."""
    named = topic or draft.topic
    if not named:
        raise UsageError(
            f"'{draft.id}' has no topic: --topic TOPIC; there are: {', '.join(corpus.topics) or 'none yet'}"
        )
    require_id(named)
    if named not in corpus.topics:
        guess = did_you_mean(named, corpus.topics)
        raise UsageError(f"there is no topic '{named}'{guess}; begin it, or name another: --topic TOPIC")
    require_id(draft.id)
    require_free(corpus, "claim", draft.id)
    if same := sorted(root.glob(f"claims/*/{draft.id}.yml")):
        raise UsageError(f"the id '{draft.id}' is taken: {same[0].relative_to(root).as_posix()}")
    return f"claims/{named}/{draft.id}.yml"


def _is_supported(draft: Draft, made: Sequence[Draft]) -> bool:
    """Tell whether another draft supports a draft."""
    return any(link.get("claim") == draft.id for other in made for link in other.fields.get("supports", ()))
