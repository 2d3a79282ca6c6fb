"""Publishes captures, so that the form checks quotes in the browser: compact, with who says which words.

Speakers, segments and ignored parts are found here, once, by the same code as for the check, so that the browser needs
only to look words up.
"""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any, Final

from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from claimgraph.captures.capture import Capture, Interruption
    from claimgraph.quotes.prepared import PreparedSource
    from claimgraph.quotes.speaker_spans import SpeakerSpan

QUOTABLE: Final = "contribute/claim/captures/"
"""The folder of the published captures: a file `<id>.json` for each source that has one."""


def quotable(prepared: PreparedSource) -> dict[str, Any]:
    """Return what the script reads of one source.

    `captured_as` is the id that is hashed in. `lines` are the first word of each line, and the number of words. Digests
    are in Base64, 16 characters each: `windows` those of all words, `others` further ones as `[word, digest, ...]`.
    `gaps` are `[word, gap]`, with the gap without numbers of notes as a third item where it differs. `furniture` are
    the ignored interruptions as `[first, end, begin, digests]`. `spans` are
    `[first, end, speaker, posted by, lines repeated, doubt]`, without the last items if they are empty. `names` maps
    folded names to speakers. `fits` says that the source file's segments fit its capture.
    """
    capture, segmentation = prepared.capture, prepared.segmentation
    return {
        "captured_as": capture.source,
        "fits": not segmentation.mismatches,
        "lines": list(capture.line_starts),
        "windows": _text_of(capture.windows),
        "others": [[at, *sorted(map(_text_of, capture.others[at]))] for at in sorted(capture.others)],
        "gaps": [_gap(capture, at) for at in sorted(capture.gaps.keys() | capture.gap_variants.keys())],
        "sentences": list(capture.sentences),
        "marks": [[at, mark.value] for at, mark in capture.marks],
        "furniture": [_interruption(each) for each in prepared.furniture],
        "spans": [_span(span) for span in segmentation.spans],
        "ignored": [list(each) for each in segmentation.ignored],
        "names": list(map(list, segmentation.names.items())),
    }


def quotable_json(prepared: PreparedSource) -> str:
    """Return `quotable` as JSON."""
    return json.dumps(quotable(prepared), ensure_ascii=False, separators=(",", ":"))


def digest_of_quotable(prepared: PreparedSource) -> bytes:
    """Return a digest of what `quotable` is made from: the capture, and what the source file says of its speakers."""
    capture = prepared.capture
    return digest_of((prepared.entry.record, capture.source, capture.text, capture.lists, capture.windows))


def _text_of(digests: bytes) -> str:
    return b64encode(digests).decode("ascii")


def _gap(capture: Capture, at: int) -> list[object]:
    variant = capture.gap_variants.get(at)
    return [at, capture.gap(at), *([] if variant is None else [variant])]


def _interruption(each: Interruption) -> list[object]:
    return [each.first, each.end, each.begin, _text_of(each.windows)]


def _span(span: SpeakerSpan) -> list[object]:
    row: list[object] = [span.first, span.end, span.speaker, span.posted_by, span.repeats, span.doubt]
    while row[-1] in ("", None):
        row.pop()
    return row if len(row) > 2 else [*row, ""]  # noqa: PLR2004  the author's name is empty
