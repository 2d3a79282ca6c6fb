"""Writes one invented corpus and its pages for Hugo: `python -m bench.writing SIZE FOLDER`.

It runs in a process of its own, since a child's peak memory includes that of its parent when it was started.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.corpus import write_corpus
from bench.hugo import words_a_page, write_hugo


def main(size: str, folder: str) -> None:
    """Write `checkout` and `hugo` into the folder, and finally `words`, the number of words on a page."""
    invented = write_corpus(Path(folder) / "checkout", int(size))
    write_hugo(Path(folder) / "hugo", invented)
    (Path(folder) / "words").write_text(f"{words_a_page(invented):.0f}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
