"""The search index: small files of which a reader's browser fetches the few that a question needs.

`search/index.json` has every word, `search/words-N.json` where the words of one block occur, `search/pages-N.json` what
a list of results shows of the pages of one chunk. At ten thousand claims Material's own index is one file of several
megabytes; here a first answer costs a tenth of that.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimgraph.pages.search.search_words import STOP_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FOLDER: Final = "search/"
"""The address below which the index stands."""

INDEX: Final = "search/index.json"
"""The file that the browser reads first."""

CHUNK: Final = 32
"""How many pages one file describes."""

_BLOCK: Final = 6_000
"""How many places of words one file holds before the next begins."""

_SHOWN: Final = 240
"""How many characters of a page's text a list of results has."""

_TITLE_WEIGHT: Final = 4
_TAG: Final = re.compile(r"<[^>]*>")
_PREFIXES: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """What the search finds a page by: plain text. `location` is an address, with a fragment or without.

    Results show the beginning of `text`; words in `title` weigh more.
    """

    location: str
    title: str
    text: str = ""


def written_entries(index: str) -> tuple[SearchEntry, ...]:
    """Return the entries of MkDocs' own `search/search_index.json`: the sections of the written pages, in order."""
    return tuple(
        SearchEntry(location=entry["location"], title=_plain(entry["title"]), text=_plain(entry["text"]))
        for entry in json.loads(index)["docs"]
    )


def search_files(written: Iterable[SearchEntry], entries: Iterable[SearchEntry]) -> Iterator[tuple[str, str]]:
    """Yield the files of the index, as addresses and texts, `index.json` last; in whatever order the entries come.

    An entry replaces a written page's at the same place.
    """
    by_place = {entry.location: entry for entry in (*written, *entries)}
    pages = [by_place[place] for place in sorted(by_place)]
    blocks = list(_blocks(_occurrences(pages)))
    digest = hashlib.sha256()
    files = (*_word_files(blocks), *_page_files(pages))
    for name, text in files:
        digest.update(f"{name} {text} ".encode())
        yield name, text
    index = {
        "version": digest.hexdigest()[:12],
        "pages": len(pages),
        "chunk": CHUNK,
        "stop": " ".join(sorted(STOP_WORDS)),
        "blocks": [_front_coded([word for word, _ in block]) for block in blocks],
    }
    yield INDEX, _json(index)


def _occurrences(pages: Sequence[SearchEntry]) -> dict[str, dict[int, int]]:
    """Return the weight of each word on each page that has it, by the page's number."""
    found: dict[str, dict[int, int]] = {}
    for number, page in enumerate(pages):
        for word in _distinct(page.text):
            found.setdefault(word, {})[number] = 1
        for word in _distinct(page.title):
            found.setdefault(word, {})[number] = _TITLE_WEIGHT
    return found


@lru_cache(maxsize=50_000)
def _distinct(text: str) -> tuple[str, ...]:
    """Return the words of a text, each once; remembered, since a preview asks again after each edit."""
    return tuple(map(sys.intern, dict.fromkeys(words(text))))


def _blocks(found: Mapping[str, Mapping[int, int]]) -> Iterator[list[tuple[str, Mapping[int, int]]]]:
    """Yield the words in order of the alphabet, in blocks of about the same number of places."""
    block: list[tuple[str, Mapping[int, int]]] = []
    size = 0
    for word in sorted(found):
        if block and size + len(found[word]) > _BLOCK:
            yield block
            block, size = [], 0
        block.append((word, found[word]))
        size += len(found[word])
    if block:
        yield block


def _word_files(blocks: Sequence[Sequence[tuple[str, Mapping[int, int]]]]) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(blocks):
        yield f"{FOLDER}words-{number}.json", _json([_places(weights) for _, weights in block])


def _places(weights: Mapping[int, int]) -> list[int]:
    """Return where a word occurs: the distance from the page before, doubled, and one more where it is in the title."""
    places, last = [], 0
    for number in sorted(weights):
        places.append(2 * (number - last) + (weights[number] == _TITLE_WEIGHT))
        last = number
    return places


def _page_files(pages: Sequence[SearchEntry]) -> Iterator[tuple[str, str]]:
    for start in range(0, len(pages), CHUNK):
        shown = [[page.location, page.title, _beginning(page.text)] for page in pages[start : start + CHUNK]]
        yield f"{FOLDER}pages-{start // CHUNK}.json", _json(shown)


def _beginning(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _front_coded(block: Sequence[str]) -> str:
    """Return sorted words, one a line: how many letters each shares with the one before, as one digit, and the rest."""
    lines, last = [], ""
    for word in block:
        most = min(len(word), len(last), len(_PREFIXES) - 1)
        shared = next((at for at in range(most) if word[at] != last[at]), most)
        lines.append(_PREFIXES[shared] + word[shared:])
        last = word
    return "\n".join(lines)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
