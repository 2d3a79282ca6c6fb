"""The search index: many small files, of which a browser fetches the few that a question needs.

`search/index.json` says which file has a word, and which words replace others. `search/words-N.json` has a part of all
words in alphabetical order with the pages that have them, `search/pages-N.json` has what results show of some pages.
`search/spelling.json` has all words, and is read only for a word that no page has. So a first answer costs about as
much with ten thousand claims as with five hundred.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.search.entries import Kind
from claimgraph.pages.search.synonyms import synonyms
from claimgraph.pages.search.weights import LEVELS, WEIGHTS, weighed
from claimgraph.pages.search.words import STOP_WORDS, compounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.model.standing import State
    from claimgraph.model.terms import ReadersWords
    from claimgraph.pages.search.entries import SearchEntry

FOLDER: Final = "search/"
"""The folder of the index."""

INDEX: Final = "search/index.json"
"""The file that the browser reads first."""

CHUNK: Final = 32
"""The number of pages that one file describes."""

_BLOCK: Final = 4_000
"""The number of occurrences in one file of words after which the next begins."""

STEM: Final = 3
"""The number of letters that all forms of a word share at least; `search/words.js` says which forms a word has."""

_SHOWN: Final = 160
"""The number of characters of a page's text that results show."""

_KINDS: Final[Mapping[Kind, str]] = {
    Kind.TOPIC: "Question",
    Kind.THESIS: "Thesis",
    Kind.CLAIM: "Claim",
    Kind.TERM: "Term",
    Kind.VOICE: "Voice",
    Kind.SOURCE: "Source",
    Kind.PAGE: "",
    Kind.MANUAL: "How it is made",
}
"""The label of each kind in results; empty for none."""

_STATES: Final = tuple(MARKS)
_PREFIXES: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def search_files(
    written: Iterable[SearchEntry], entries: Iterable[SearchEntry], said: Iterable[ReadersWords] = ()
) -> Iterator[tuple[str, str]]:
    """Yield the addresses and texts of the files of the index, `index.json` last.

    Args:
        written: The entries of written pages.
        entries: The other entries; one replaces that of a written page at the same address.
        said: The words of readers that the map's pages do not use.
    """
    by_place = {entry.location: entry for entry in (*written, *entries)}
    pages = sorted(by_place.values(), key=lambda entry: (entry.kind, entry.shelf, entry.location))
    found = _occurrences(pages)
    spelled = {first + second: f"{first}-{second}" for page in pages for first, second in _compounds(page)}
    blocks = list(_blocks(found))
    digest = hashlib.sha256()
    files = (*_word_files(blocks, found, spelled), *_page_files(pages), _spelling_file(found))
    for name, text in files:
        digest.update(f"{name} {text} ".encode())
        yield name, text
    index = {
        "version": digest.hexdigest()[:12],
        "pages": len(pages),
        "begins": [sum(page.kind < kind for page in pages) for kind in Kind],
        "chunk": CHUNK,
        "weights": WEIGHTS,
        "stop": " ".join(sorted(STOP_WORDS)),
        "instead": synonyms(((page.title, *page.names) for page in pages if page.kind is Kind.TERM), said),
        "kinds": list(_KINDS.values()),
        "states": [_state(state) for state in _STATES],
        "blocks": [block[0][:STEM] for block in blocks],
    }
    yield INDEX, _json(index)


def _state(state: State) -> list[str | int]:
    mark = MARKS[state]
    return [state.value, mark.outline, mark.filled, mark.dash]


def _occurrences(pages: Sequence[SearchEntry]) -> dict[str, dict[int, int]]:
    """Return the level of each word on each page that has it, by the page's number."""
    found: dict[str, dict[int, int]] = {}
    for number, page in enumerate(pages):
        for word, level in weighed(page):
            found.setdefault(word, {})[number] = level
    return found


@lru_cache(maxsize=50_000)
def _compounds(page: SearchEntry) -> tuple[tuple[str, str], ...]:
    """Return the pairs of words on a page that a hyphen joins."""
    return tuple(compounds(f"{page.title} | {page.text} | {page.more}"))


def _blocks(found: Mapping[str, Mapping[int, int]]) -> Iterator[list[str]]:
    """Yield the words in alphabetical order, in blocks with about the same number of occurrences.

    Words that share their first letters, and so all forms of a word, are in the same block.
    """
    block: list[str] = []
    size = 0
    for word in sorted(found):
        if size > _BLOCK and word[:STEM] != block[-1][:STEM]:
            yield block
            block, size = [], 0
        block.append(word)
        size += len(found[word])
    if block:
        yield block


def _word_files(
    blocks: Sequence[Sequence[str]], found: Mapping[str, Mapping[int, int]], spelled: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(blocks):
        coded = _front_coded([spelled.get(word, word) for word in block])
        yield f"{FOLDER}words-{number}.json", _json([coded, [_places(found[word]) for word in block]])


def _spelling_file(found: Iterable[str]) -> tuple[str, str]:
    return f"{FOLDER}spelling.json", _json(_front_coded(sorted(found)))


def _places(levels: Mapping[int, int]) -> list[int]:
    """Return a word's occurrences: for each page, its distance from the previous one, times 16, plus the level."""
    places, last = [], 0
    for number, level in levels.items():
        places.append(LEVELS * (number - last) + level)
        last = number
    return places


def _page_files(pages: Sequence[SearchEntry]) -> Iterator[tuple[str, str]]:
    for start in range(0, len(pages), CHUNK):
        yield f"{FOLDER}pages-{start // CHUNK}.json", _json([_shown(page) for page in pages[start : start + CHUNK]])


def _shown(page: SearchEntry) -> list[Any]:
    state = [] if page.state is None else [_STATES.index(page.state)]
    sides = [[side.name, side.count, side.words, side.by] for side in page.sides]
    return [page.location, page.title, page.shown or _beginning(page.text), *state, *([sides] if sides else [])]


def _beginning(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _front_coded(block: Iterable[str]) -> str:
    """Return sorted words, one a line: a digit for the number of letters shared with the last word, and the rest."""
    lines, last = [], ""
    for word in block:
        most = min(len(word), len(last), len(_PREFIXES) - 1)
        shared = next((at for at in range(most) if word[at] != last[at]), most)
        lines.append(_PREFIXES[shared] + word[shared:])
        last = word
    return "\n".join(lines)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
