"""Fuzzes the readers of untrusted bytes: `python -m bench.fuzzing yaml|words|argdown [libFuzzer's options]`.

It needs atheris, which is no dependency: install it beside the project's packages. Guided by coverage, it looks for
bytes that cause a traceback or break an invariant. What it finds becomes a test.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["claimgraph"]):
    from claimgraph.captures.capture import capture_text
    from claimgraph.captures.digests import WINDOW, Digester
    from claimgraph.captures.files import read_capture, write_capture
    from claimgraph.captures.folding import fold, fold_line, folded_places
    from claimgraph.captures.words import cut
    from claimgraph.findings import Finding
    from claimgraph.importing.argdown import read_argdown
    from claimgraph.importing.argument_map import UnreadableError
    from claimgraph.importing.drafts import drafts
    from claimgraph.importing.files import draft_file
    from claimgraph.loading.validation import validate
    from claimgraph.model.claim import Claim
    from claimgraph.model.source import Source
    from claimgraph.quotes.search import occurrences
    from claimgraph.yaml_nodes import read_yaml
    from claimgraph.yaml_nodes.marked import read_marked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def yaml(content: bytes) -> None:
    """Check that bytes are a document or a finding, and that both readers of documents agree."""
    read = read_yaml("claims/a/b.yml", content)
    if isinstance(read, Finding):
        return
    assert read.data == read_marked(content.decode("utf-8-sig").replace("\r\n", "\n")).data  # noqa: S101  the invariant
    for kind in (Claim, Source):
        validate(kind, "claims/a/b.yml", read)


def words(content: bytes) -> None:
    """Check that folding twice changes nothing, and that a capture is read as written and has all runs of words."""
    text = content.decode("utf-8", "ignore")
    folded = fold(text)
    assert fold(folded) == folded.removeprefix("\ufeff")  # noqa: S101  likewise
    assert len(folded_places(text)) == len(folded)  # noqa: S101  likewise
    capture = capture_text(text, "report")
    assert read_capture(write_capture(capture).encode()) == capture  # noqa: S101  likewise
    found = cut(folded)
    for first in range(0, max(len(found.words) - WINDOW, 0), 7):
        quote = cut(fold_line(found.between(first, first + WINDOW)))
        if quote.words == found.words[first : first + WINDOW]:
            assert first in occurrences(Digester("report").windows(quote), capture)  # noqa: S101  likewise


def argdown(content: bytes) -> None:
    """Check that a text is refused or a sketch, whose drafts can be read."""
    try:
        sketch = read_argdown(content.decode("utf-8", "ignore"))
    except UnreadableError:
        return
    for draft in drafts(sketch):
        path = f"claims/a/{draft.id}.yml"
        read = read_yaml(path, draft_file(draft, path, is_supported=False).encode())
        assert not isinstance(read, Finding) or "cannot be seen" in read.message, read.message  # noqa: S101  likewise


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {"yaml": yaml, "words": words, "argdown": argdown}


def main() -> None:
    """Fuzz the target that the first argument names; the other arguments are libFuzzer's."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
