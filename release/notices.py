"""The licences of what others made, in one text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from release.manifest import Work
    from release.packages import Package

_RULE = "=" * 80


def notices(product: str, packages: Sequence[Package], works: Sequence[Work], read: Callable[[str], str]) -> str:
    """Return the licences of all works and packages: first a list, then the words, each text once.

    `product` is what they belong to, with its version. `read` gives the text of a file of the repository.
    """
    readers = [work for work in works if work.reaches_readers()]
    others = [work for work in works if not work.reaches_readers()]
    lists = (
        f"What others made, and {product} is made with: versions, licences as SPDX names them, and their words.\n",
        _list("In the website, as readers get it", [_line(work) for work in readers]),
        _list("In the repository, to build it", [_line(work) for work in others]),
        _list("Packages that build it", [f"{one.name} {one.version}: {one.licence}" for one in packages]),
    )
    words: dict[str, list[str]] = {}
    for work in works:
        for text in map(read, work.texts):
            words.setdefault(_tidy(text), []).append(_named(work))
    for package in packages:
        for text in package.texts:
            words.setdefault(_tidy(text), []).append(f"{package.name} {package.version}")
    return "\n".join((*lists, *(f"{_RULE}\n{', '.join(names)}\n{_RULE}\n\n{text}" for text, names in words.items())))


def _list(title: str, lines: Sequence[str]) -> str:
    return "\n".join((title, *(f"  {line}" for line in lines), ""))


def _line(work: Work) -> str:
    inside = f", inside {work.within or work.package}" if work.within or work.package else ""
    return f"{_named(work)}{inside}: {work.licence}{f' ({work.terms})' if work.terms else ''}"


def _named(work: Work) -> str:
    return f"{work.name} {work.version}".rstrip()


def _tidy(text: str) -> str:
    """Return a text with plain line ends, none of them open, and no empty lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"
