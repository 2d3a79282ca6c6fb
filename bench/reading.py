"""Says how hard the written pages are to read: `make reading`, or `python -m bench.reading [--hardest N] [PAGE ...]`.

The measure is the grade of Flesch and Kincaid (Kincaid and others, 1975), by textstat: from the words of a sentence and
the syllables of a word. Grade 9 is school year 10 in England, an age of about 14. It is a report, not a gate: a short
sentence can be dark, and a long one clear.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.prose import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT: Final = Path(__file__).parents[1]
FOLDERS: Final = ("docs", "docs/contribute")
HARD: Final = 9
"""A sentence is hard above this grade."""


def main() -> int:
    """Print the report on the pages that are named, or on those below `docs/`."""
    from textstat import flesch_kincaid_grade  # noqa: PLC0415  only `make reading` installs it

    parser = argparse.ArgumentParser(prog="python -m bench.reading", description="say how hard pages are to read")
    parser.add_argument("pages", metavar="PAGE", nargs="*", type=Path, help="a page in Markdown; all of docs/ if none")
    parser.add_argument("--hardest", metavar="N", type=int, default=0, help="show the N hardest sentences of each page")
    arguments = parser.parse_args()
    pages = arguments.pages or [page for folder in FOLDERS for page in sorted((ROOT / folder).glob("*.md"))]
    texts = {_shown(page): page.read_text(encoding="utf-8") for page in pages}
    print("\n".join(report(texts, flesch_kincaid_grade, arguments.hardest)))
    return 0


def report(texts: Mapping[str, str], grade: Callable[[str], float], hardest: int) -> Iterator[str]:
    """Yield the report's lines: each page's grade, words and share of hard sentences, then its `hardest` sentences.

    The hardest page comes first. A page without sentences is left out.
    """
    read = {page: tuple(sentences(text)) for page, text in texts.items()}
    graded = sorted(((grade(" ".join(said)), page) for page, said in read.items() if said), reverse=True)
    yield "grade    words   hard  page"
    for number, page in graded:
        grades = {sentence: grade(sentence) for sentence in read[page]}
        words = sum(len(sentence.split()) for sentence in read[page])
        hard = sum(one > HARD for one in grades.values()) / len(grades)
        yield f"{number:5.1f} {words:8,} {hard:6.0%}  {page}"
        for sentence in sorted(grades, key=grades.__getitem__, reverse=True)[:hardest]:
            yield f"{grades[sentence]:5.1f}  {sentence}"


def _shown(page: Path) -> str:
    return str(page.relative_to(ROOT) if page.is_relative_to(ROOT) else page)


if __name__ == "__main__":
    raise SystemExit(main())
