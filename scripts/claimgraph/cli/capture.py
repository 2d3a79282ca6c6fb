"""Make the capture of a source's text, or compare it with the text."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from claimgraph.captures.capture import Capture, capture_text
from claimgraph.captures.files import CaptureError, read_capture, write_capture
from claimgraph.captures.store import capture_path
from claimgraph.changes.capture_difference import CaptureDifference, compare_captures
from claimgraph.checking.whole import examine
from claimgraph.cli.check import plural, shown
from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.cli.given import document
from claimgraph.cli.ids import require_id_of_source
from claimgraph.importing.seen import seen_in_words, speakers_seen, unlisted
from claimgraph.index.wording import OUTCOMES
from claimgraph.loading.compared import COMPARED, compared_text
from claimgraph.loading.corpus import load
from claimgraph.model.compared import Comparison, capture_digest
from claimgraph.rules.wording import shortened

if TYPE_CHECKING:
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.importing.documents import Reading
    from claimgraph.rules.rule import Examined

_MOST: Final = 20
"""How many differing lines, and quotes that no longer stand, are named at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """The capture of the given text, and its file's content; `source` is the source's id.

    `stored` is the content of the present capture file with line feeds, None if there is no file.
    """

    root: Path
    source: str
    capture: Capture
    content: bytes
    stored: bytes | None
    reading: Reading

    @property
    def path(self) -> str:
        return capture_path(self.source)


def run(options: SimpleNamespace) -> int:
    """Make or compare a capture."""
    root = checkout(options)
    _require_sense(options)
    source_id = options.source or options.text.stem
    require_id_of_source(source_id)
    if not (root / "sources" / f"{source_id}.yml").is_file():
        raise UsageError(
            f"there is no source '{source_id}': write sources/{source_id}.yml first, or name it by --source"
        )
    reading = document(options.text)
    stored = _stored(root, source_id)
    capture = capture_text(reading.text, _made_for(root, source_id, stored))
    content = write_capture(capture).encode("utf-8")
    made = _Made(root=root, source=source_id, capture=capture, content=content, stored=stored, reading=reading)
    if options.compare:
        return _compare(made, options.by, datetime.now(UTC).date(), is_recorded=not options.dry_run)
    return _make(made, is_replaced=options.replace)


def _stored(root: Path, source_id: str) -> bytes | None:
    path = capture_path(source_id)
    if (root / path).is_symlink() or ((root / path).exists() and not (root / path).is_file()):
        raise UsageError(f"'{path}' is no plain file: remove it")
    return (root / path).read_bytes().replace(b"\r\n", b"\n") if (root / path).is_file() else None


def _made_for(root: Path, source_id: str, stored: bytes | None) -> str:
    """Return the id to hash into the capture: the stored capture's if that is a former id of the source."""
    if stored is None:
        return source_id
    try:
        name = read_capture(stored).source
    except CaptureError:
        return source_id
    entry = load(root).sources.get(source_id)
    return name if entry is not None and name in entry.record.aliases else source_id


def _require_sense(options: SimpleNamespace) -> None:
    """Raise UsageError if options exclude each other."""
    if options.compare and options.replace:
        raise UsageError("--compare writes no capture: leave --replace out")
    if not options.compare and (options.by is not None or options.dry_run):
        raise UsageError("--by and --dry-run are for --compare")


def _make(made: _Made, *, is_replaced: bool) -> int:
    stored = made.stored
    if stored is not None and stored != made.content and not _may_replace(made, stored, is_replaced=is_replaced):
        sys.stdout.write(
            f"Nothing was written. If this text is the right one: "
            f"claimgraph capture TEXT --source {made.source} --replace\n"
        )
        return 1
    _keep_text(made, is_replaced=is_replaced)
    with writing(made.path):
        (made.root / made.path).write_bytes(made.content)
    capture = made.capture
    sys.stdout.write(f"{made.path}: {plural(capture.words, 'word')} in {plural(capture.lines, 'line')}\n")
    corpus = load(made.root)
    entry = corpus.sources.get(made.source)
    seen = unlisted(speakers_seen(made.reading.text, capture), entry.record) if entry else {}
    sys.stdout.writelines(f"{line}\n" for line in seen_in_words(made.reading, seen))
    if made.source not in corpus.proven:
        sys.stdout.write(
            "Nobody has compared it with the source yet: somebody else who has the text types\n"
            f"    claimgraph capture TEXT --source {made.source} --compare --by NAME\n"
        )
    return 0


def _keep_text(made: _Made, *, is_replaced: bool) -> None:
    """Write the text that was read of a page or PDF to where `--texts texts` finds it."""
    if made.reading.form == "text":
        return
    path = f"texts/{made.source}.txt"
    file, content = made.root / path, made.reading.text.encode("utf-8")
    is_other = file.is_symlink() or (file.exists() and not file.is_file())
    if is_other or (file.exists() and file.read_bytes() != content and not is_replaced):
        raise UsageError(f"'{path}' is there with another text: capture that one, or write it anew with --replace")
    with writing(path):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    sys.stdout.write(f"{path}: what was read of the {made.reading.form}; hold it against the source\n")


def _may_replace(made: _Made, stored: bytes, *, is_replaced: bool) -> bool:
    """Print how the stored capture differs, and return whether the new one may replace it."""
    examined = examine(made.root)
    found = _drift(made, stored, examined)
    compared = examined.corpus.proven.get(made.source)
    sys.stdout.write(f"{made.path}: the capture there is not that of this text; {_lines(found)}\n{_fallen(found)}")
    if compared is not None:
        sys.stdout.write(f"It was compared {_when(compared)}: that counts for the old capture alone.\n")
    return is_replaced or not (found.fallen or compared)


def _compare(made: _Made, by: str | None, day: date, *, is_recorded: bool) -> int:
    """Compare the stored capture with the new one, record that they are the same, and return the exit status."""
    stored = made.stored
    if stored is None:
        raise UsageError(f"'{made.source}' has no capture")
    if stored != made.content:
        sys.stdout.write(f"{made.path}: {_difference(made, stored)}")
        return 1
    corpus = load(made.root)
    if found := tuple(finding for finding in corpus.findings if finding.location.path == COMPARED):
        sys.stdout.write(shown(found, "text", made.root))
        sys.stderr.write("claimgraph capture: nothing was recorded\n")
        return 1
    sys.stdout.write(f"{made.path}: it is the capture of this text\n")
    if known := corpus.proven.get(made.source):
        sys.stdout.write(f"{COMPARED}: it was compared already, {_when(known)}\n")
    elif is_recorded:
        one = _comparison(stored, by, day)
        others = corpus.compared.record.by_source if corpus.compared else {}
        (made.root / COMPARED).write_text(compared_text({**others, made.source: one}), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{COMPARED}: recorded as compared {_when(one)}\n")
    return 0


def _comparison(stored: bytes, by: str | None, day: date) -> Comparison:
    if by is None:
        raise UsageError("say who compared it: --by maintainers, or --by NAME; to look and record nothing: --dry-run")
    try:
        return Comparison(capture=capture_digest(stored), on=day.isoformat(), by=" ".join(by.split()))
    except ValidationError as error:
        raise UsageError("--by is a name on one line, of at most 400 characters") from error


def _difference(made: _Made, stored: bytes) -> str:
    try:
        words = plural(read_capture(stored).words, "word")
    except CaptureError as error:
        return f"it cannot be read: {error}\n"
    found = _drift(made, stored, examine(made.root))
    return (
        f"it is NOT the capture of this text ({words} stored); {_lines(found)}\n{_fallen(found)}Nothing was recorded.\n"
    )


def _drift(made: _Made, stored: bytes, examined: Examined) -> CaptureDifference:
    return compare_captures(
        made.source,
        stored=stored,
        written=made.content,
        made=made.capture,
        corpus=examined.corpus,
        verdicts=examined.verdicts,
        prepared_sources=examined.prepared_sources,
    )


def _when(comparison: Comparison) -> str:
    return f"on {comparison.on} by {comparison.by}"


def _lines(found: CaptureDifference) -> str:
    shown_ = ", ".join(map(str, found.lines[:_MOST])) + (" and more" if len(found.lines) > _MOST else "")
    return f"{plural(len(found.lines), 'line')} differ{'s' * (len(found.lines) == 1)}{': ' * bool(shown_)}{shown_}"


def _fallen(found: CaptureDifference) -> str:
    """Return a line that counts the quotes that the new capture would break, and a line for each of them."""
    if not found.fallen:
        return ""
    count = len(found.fallen)
    rows = [
        f"    {one.claim}, quote {one.number}, '{shortened(one.quote.exact)}': "
        f"{OUTCOMES[one.verdict.outcome].removeprefix('Not verified: ')}"
        for one in found.fallen[:_MOST]
    ]
    rows += [f"    and {count - _MOST} more"] if count > _MOST else []
    return "\n".join([f"With this text, {plural(count, 'quote')} would no longer stand:", *rows]) + "\n"
