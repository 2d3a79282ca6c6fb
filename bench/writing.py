"""Writes one invented corpus and its pages for Hugo: `python -m bench.writing SIZE FOLDER`.

It runs in a process of its own, because a child is charged with the memory that its parent held when it was started.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.corpus import write_corpus
from bench.hugo import words_a_page, write_hugo


def main(size: str, folder: str) -> None:
    """Write `checkout` and `hugo` into the folder, and last of all `words`: how many words a page has."""
    invented = write_corpus(Path(folder) / "checkout", int(size))
    write_hugo(Path(folder) / "hugo", invented)
    (Path(folder) / "words").write_text(f"{words_a_page(invented):.0f}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
