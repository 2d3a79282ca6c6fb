"""Writes an invented checkout of any size: claims, topics, sources with captures, voices, measures and a glossary.

The same seed and size always give the same bytes. `claimgraph check` finds nothing in it.
"""

from __future__ import annotations

import itertools
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.claims import UNITS, InventedClaim, Library, claims, without
from bench.links import Links, links
from bench.sources import InventedSource, sources
from bench.theses import Theses, theses_of
from bench.vocabulary import Vocabulary, stream, vocabulary
from bench.yaml_text import Value, yaml_text
from claimgraph.captures.files import write_capture
from claimgraph.captures.store import capture_path
from claimgraph.loading.compared import COMPARED, compared_text
from claimgraph.loading.schemas import schema_files, schema_line
from claimgraph.model.compared import Comparison, capture_digest
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REPOSITORY: Final = Path(__file__).resolve().parents[1]
"""The checkout from which the site's shell is copied."""

SEED: Final = 2008

_CLAIMS_A_TOPIC: Final = 16
_FEWEST_TOPICS: Final = 8
_CLAIMS_A_SOURCE: Final = 9
_FEWEST_SOURCES: Final = 8
_SHARED_VOICES: Final = 30
_TERMS: Final = 60
_VOICE_SHARE: Final = 0.4
_JOINING: Final = frozenset({"and", "or"})
"""Words that would make two questions of one."""
_LOOKED: Final = "Nobody was found who says otherwise."
_WIKI_LINK: Final = re.compile(r"\[\[([a-z0-9-]+)\]\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Invented:
    """The invented claims in the order of their topics, and the links of each claim by its id."""

    claims: tuple[InventedClaim, ...]
    links: Mapping[str, Links]


def write_corpus(root: Path, size: int, seed: int = SEED) -> Invented:
    """Write a checkout with `size` claims into a new folder `root`. Raises FileExistsError if the folder exists."""
    root.mkdir(parents=True)
    words = vocabulary(seed)
    shared = tuple("-".join(pair) for pair in zip(words.words[:_SHARED_VOICES], words.words[100:], strict=False))
    found = tuple(sources(seed, max(_FEWEST_SOURCES, size // _CLAIMS_A_SOURCE), words, shared))
    topics = _topic_sizes(seed, size, words)
    made = tuple(claims(seed, topics, Library(found), words))
    invented = Invented(claims=made, links=links(seed, made, words))
    theses = theses_of(made, invented.links)
    for path, text in schema_files().items():
        _write(root, path, text)
    for claim in made:
        _write_record(
            root, f"claims/{claim.topic}/{claim.id}.yml", _claim_record(claim, invented.links[claim.id], theses)
        )
    for source in found:
        _write_record(root, f"sources/{source.id}.yml", source.record)
        if source.capture:
            _write(root, capture_path(source.id), write_capture(source.capture))
    _write_comparisons(root)
    for path, record in (
        *_topics(seed, made, theses, words),
        *_voices(seed, found, words),
        *_terms(seed, words),
    ):
        _write_record(root, path, record)
    _copy_shell(root, made)
    return invented


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_comparisons(root: Path) -> None:
    """Record for every capture that it was compared with its text."""
    files = {path.name.removesuffix(".capture.json"): path for path in (root / "sources").glob("*.capture.json")}
    comparisons = {
        id_: Comparison(capture=capture_digest(file.read_bytes()), on="2026-02-01", by="maintainers")
        for id_, file in files.items()
    }
    _write(root, COMPARED, compared_text(comparisons))


def _write_record(root: Path, path: str, record: Mapping[str, Value]) -> None:
    _write(root, path, f"{schema_line(path)}\n{yaml_text(record)}")


def _claim_record(claim: InventedClaim, linked: Links, theses: Theses) -> dict[str, Value]:
    return {
        "title": claim.title,
        "assertion": claim.assertion,
        "kind": claim.kind,
        "scope": claim.scope,
        "quotes": claim.quotes,
        "citations": claim.citations,
        "figures": claim.figures,
        "thesis": "true" if claim.id in theses.ids else "",
        "one_sided": _LOOKED if claim.id in theses.one_sided else "",
        **linked,
        "note": claim.note,
        "aliases": claim.aliases,
    }


def _topic_sizes(seed: int, size: int, words: Vocabulary) -> dict[str, int]:
    """Return the number of claims of each topic; some topics are several times as large as others."""
    rng = stream(seed, "topics")
    count = max(_FEWEST_TOPICS, round(size / _CLAIMS_A_TOPIC))
    names = ["-".join(rng.sample(words.words, 2)) for _ in range(count)]
    shares = [0.3 + rng.random() ** 2 for _ in names]
    bounds = [round(size * share / sum(shares)) for share in itertools.accumulate(shares, initial=0)]
    return {name: end - begin for name, (begin, end) in zip(names, itertools.pairwise(bounds), strict=True)}


def _topics(
    seed: int, made: tuple[InventedClaim, ...], theses: Theses, words: Vocabulary
) -> Iterator[tuple[str, dict[str, Value]]]:
    by_topic: dict[str, list[str]] = {}
    for claim in made:
        by_topic.setdefault(claim.topic, []).append(claim.id)
    for number, (topic, ids) in enumerate(by_topic.items(), start=1):
        rng = stream(seed, "topic", topic)
        mentioned = rng.sample(ids, min(5, len(ids)))
        others = [claim.id for claim in rng.sample(made, min(9, len(made))) if claim.topic != topic]
        yield (
            f"claims/{topic}/_topic.yml",
            {
                "title": topic.replace("-", " ").capitalize(),
                "question": f"Is {without(words.clause(rng, 4, 8), _JOINING)}?",
                "order": str(number),
                "summary": " ".join(f"{words.sentence(rng, 14, 26)[:-1]} ([[{id_}]])." for id_ in mentioned),
                "theses": [id_ for id_ in ids if id_ in theses.ids],
                "background": [id_ for id_ in ids if id_ in theses.background],
                "related": others,
            },
        )


def _voices(seed: int, found: tuple[InventedSource, ...], words: Vocabulary) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield a file for each voice that speaks in several sources, and for some of the others."""
    for source in found:
        for name in source.speakers:
            rng = stream(seed, "voice", source.id, name)
            id_ = source.voices.get(name, slug(f"{source.id} {name}"))
            if name not in source.voices and rng.random() > _VOICE_SHARE:
                continue
            role, interest = words.clause(rng, 5, 14).capitalize(), words.sentence(rng, 8, 20)
            interests: Value = [{"text": interest, "source": source.id}]
            yield f"voices/{id_}.yml", {"name": name, "role": role, "interests": interests}


def _terms(seed: int, words: Vocabulary) -> Iterator[tuple[str, dict[str, Value]]]:
    rng = stream(seed, "terms")
    terms = sorted(rng.sample(words.words, _TERMS))
    glossary: Value = [{"term": term.capitalize(), "meaning": words.sentence(rng, 6, 18)} for term in terms]
    measures: Value = [
        {
            "id": id_,
            "name": words.clause(rng, 3, 6).capitalize(),
            "unit": UNITS[id_],
            "definition": words.sentence(rng, 8, 24),
        }
        for id_ in UNITS
    ]
    yield "claims/_glossary.yml", {"terms": glossary}
    yield "claims/_measures.yml", {"measures": measures}


def _copy_shell(root: Path, made: tuple[InventedClaim, ...]) -> None:
    """Copy the files of the site's shell; links to claims of the repository lead to an invented claim instead.

    A new map has no addresses to keep, so it has no file of data for each claim.
    """
    for name in ("docs", "site_overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("claim_files: true", "claim_files: false"), encoding="utf-8")
    known = {path.stem for path in (REPOSITORY / "claims").glob("*/*.yml")}
    for page in sorted((root / "docs").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        page.write_text(
            _WIKI_LINK.sub(lambda link: f"[[{made[0].id}]]" if link[1] in known else link[0], text), encoding="utf-8"
        )
