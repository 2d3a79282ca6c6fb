"""Invents sources: a bibliographic record, a text with its capture, and passages to quote."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.documents import Document, document
from bench.passages import Passage, passages
from bench.vocabulary import stream
from claimgraph.captures.capture import Capture, capture_text

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from bench.documents import Paragraph
    from bench.vocabulary import Vocabulary
    from bench.yaml_text import Value

_TYPES: Final = {
    "turns": ("hearing", "interview", "broadcast"),
    "posts": ("post", "post-weblog"),
    "article": ("article-journal", "article-newspaper", "report", "webpage"),
}
_SIDES: Final = ("official", "supportive", "critical", "neutral", "neutral")
_CAPTURED: Final = 13
"""One in this many sources has a text, and so have the first few."""
_FIRST: Final = 3
_SHARED_VOICE_SHARE: Final = 0.12
_INDEPENDENCE_SHARE: Final = 0.1


@dataclass(frozen=True, kw_only=True, slots=True)
class InventedSource:
    """A source; without a text it has no capture, no passages and no speakers besides its author.

    `voices` has the voice of each speaker who also speaks in other sources.
    """

    id: str
    record: dict[str, Value]
    capture: Capture | None
    passages: tuple[Passage, ...]
    speakers: tuple[str, ...]
    voices: dict[str, str]


def sources(seed: int, count: int, words: Vocabulary, voices: tuple[str, ...]) -> Iterator[InventedSource]:
    """Invent sources; `voices` are the ids of voices that speak in several of them."""
    rng = stream(seed, "sources")
    ids: dict[str, None] = {}
    while len(ids) < count:
        ids["-".join(rng.sample(words.words, 2)) + f"-{rng.randint(2008, 2024)}"] = None
    for number, id_ in enumerate(ids):
        text = document(seed, number, words) if number < _FIRST or number % _CAPTURED == 0 else None
        yield _source(seed, id_, words, voices, text)


def _source(seed: int, id_: str, words: Vocabulary, voices: tuple[str, ...], text: Document | None) -> InventedSource:
    rng = stream(seed, "source", id_)
    capture = capture_text(text.text, id_) if text else None
    found = list(passages(rng, id_, text, capture)) if text and capture else []
    rng.shuffle(found)
    speakers = text.speakers if text else ()
    known = dict(zip(speakers, rng.sample(voices, min(len(voices), len(speakers))), strict=False))
    shared = {name: voice for name, voice in known.items() if rng.random() < _SHARED_VOICE_SHARE}
    return InventedSource(
        id=id_,
        record=_record(rng, id_, words, text, shared),
        capture=capture,
        passages=tuple(found),
        speakers=speakers,
        voices=shared,
    )


def _record(
    rng: random.Random, id_: str, words: Vocabulary, text: Document | None, voices: dict[str, str]
) -> dict[str, Value]:
    family, given, publisher = (word.capitalize() for word in rng.sample(words.words, 3))
    return {
        "type": rng.choice(_TYPES[text.form if text else "article"]),
        "title": words.clause(rng, 5, 12).capitalize(),
        "author": [{"family": family, "given": given}],
        "publisher": f"{publisher} Press",
        "container-title": f"The {publisher} Review",
        "issued": f"{id_[-4:]}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "accessed": "2025-01-31",
        "language": "en-GB",
        "URL": f"https://{publisher.lower()}.example.org/{id_}/",
        "licence": "All rights reserved, as far as known",
        "note": words.sentence(rng, 8, 24),
        "depth": "full" if text else "none",
        "independence": f"line-{rng.randint(1, 20)}" if rng.random() < _INDEPENDENCE_SHARE else "",
        "side": rng.choice(_SIDES),
        **(_who_speaks(text, voices) if text and text.speakers else {}),
    }


def _who_speaks(text: Document, voices: dict[str, str]) -> dict[str, Value]:
    speakers: Value = {name: {"voice": voices[name]} if name in voices else {} for name in text.speakers}
    if text.form == "turns":
        return {"speakers": speakers, "segments": "speaker-turns"}
    posts = [tuple(post) for _, post in itertools.groupby(text.paragraphs, key=_whose)]
    segments: Value = [_segment(post) for post in posts if not post[0].is_furniture]
    ignored: Value = [{"lines": _lines(post)} for post in posts if post[0].is_furniture]
    return {"speakers": speakers, "segments": segments, "ignore": ignored}


def _whose(paragraph: Paragraph) -> tuple[str, int, bool]:
    return paragraph.speaker, paragraph.repeats, paragraph.is_furniture


def _segment(post: tuple[Paragraph, ...]) -> dict[str, Value]:
    first = post[0]
    return {
        "lines": _lines(post),
        "speaker": first.speaker,
        "reposts": first.reposts,
        "repeats": str(first.repeats or ""),
    }


def _lines(post: tuple[Paragraph, ...]) -> str:
    first, last = post[0].first_line, post[-1].last_line
    return str(first) if first == last else f"{first}-{last}"
