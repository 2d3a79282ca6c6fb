"""Lays case files over the base corpus, and reads the findings that they say they get."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import write_capture
from claimgraph.captures.store import capture_path
from claimgraph.checking.whole import examine
from claimgraph.loading.compared import COMPARED, compared_text
from claimgraph.model.compared import Comparison, capture_digest
from claimgraph.rules.catalogue import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.findings import Finding

HERE: Final = Path(__file__).parent
CORPUS: Final = HERE / "corpus"
TEXTS: Final = HERE / "texts"

_DIRECTIVE: Final = re.compile(r"# (at|remove|link|replace|compare|texts|expect|hint): (.*)")
_EXPECT: Final = re.compile(r"(?:(?P<path>\S+) )?(?P<severity>[a-z]+)\[(?P<rule>[a-z-]+)\] (?P<rest>\d+:\d+ .*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One broken corpus, as a difference to the base corpus, with the findings it gets.

    A case is one file, which says in its first lines what it is; or a folder of files, laid as they stand, whose
    `case.txt` says it. The lines are:

        # at: where the file is laid, relative to the checkout
        # remove: a file that is taken away
        # link: where a symbolic link is put -> what it leads to
        # replace: file: what stands in it once -> what stands there instead
        # compare: anew          (what then stands under `sources/` counts as compared; else, as in the base corpus)
        # texts: at hand
        # expect: [path ]severity[rule] line:column message       (the path is left out if it is that of `at`)
        # hint: a line of the hint of the finding before; if there is none, the hint does not matter
    """

    path: Path
    directives: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The name without `.yml`."""
        return self.path.name.removesuffix(".yml")

    @property
    def rule(self) -> str:
        """The id of the rule that the case is about."""
        return self.name.partition("--")[0]

    def values(self, key: str) -> tuple[str, ...]:
        """Return the values of one kind of directive."""
        return tuple(value for name, value in self.directives if name == key)

    def expected(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the lines of the expected findings, each with the lines of its hint."""
        found: list[tuple[str, list[str]]] = []
        for key, value in self.directives:
            if key == "expect" and (match := _EXPECT.fullmatch(value)):
                path = match["path"] or self.values("at")[0]
                found.append((f"{path} {match['severity']}[{match['rule']}] {match['rest']}", []))
            elif key == "hint":
                found[-1][1].append(value)
        return tuple((line, tuple(hint)) for line, hint in found)

    def lay(self, root: Path) -> None:
        """Write the base corpus with this case over it.

        Captures are made of the texts of the base corpus, and of those in a case's folder that have other names.
        """
        lay_corpus(root)
        for path in self.values("remove"):
            (root / path).unlink()
        for link in self.values("link"):
            path, _, target = link.partition(" -> ")
            (root / path).symlink_to(target)
        for replacement in self.values("replace"):
            path, _, change = replacement.partition(": ")
            old, _, new = change.partition(" -> ")
            content = (root / path).read_text(encoding="utf-8")
            assert content.count(old) == 1, replacement
            (root / path).write_text(content.replace(old, new), encoding="utf-8")
        if self.path.is_file():
            file = root / self.values("at")[0]
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.path, file)
        else:
            shutil.copytree(self.path, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("case.txt"))
        _capture(root, self.path / "texts")
        if self.values("compare"):
            compare_captures(root)

    def findings(self, root: Path) -> tuple[Finding, ...]:
        """Return what the checkout gets once the case is laid."""
        return found_in(root, texts=root / "texts" if self.values("texts") else None)


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases in a folder, in order of name."""
    for path in sorted(folder.iterdir()):
        lines = (path if path.is_file() else path / "case.txt").read_bytes().decode("utf-8", "replace").split("\n")
        directives = tuple((match[1], match[2]) for line in lines if (match := _DIRECTIVE.fullmatch(line)))
        yield Case(path=path, directives=directives)


def lay_corpus(root: Path) -> None:
    """Write the base corpus, with its texts and their captures, which were compared with the texts."""
    shutil.copytree(CORPUS, root, dirs_exist_ok=True)
    shutil.copytree(TEXTS, root / "texts")
    _capture(root, TEXTS)
    compare_captures(root)


def compare_captures(root: Path, *but: str) -> None:
    """Say of every capture in a checkout that it was compared, but for those of the sources named."""
    found = {path.name.removesuffix(".capture.json"): path for path in (root / "sources").glob("*.capture.json")}
    comparisons = {
        id_: Comparison(capture=capture_digest(path.read_bytes()), on="2026-02-01", by="maintainers")
        for id_, path in found.items()
        if id_ not in but
    }
    (root / COMPARED).write_text(compared_text(comparisons), encoding="utf-8")


def _capture(root: Path, texts: Path) -> None:
    """Write the captures of texts, except those that are there."""
    for text in texts.glob("*.txt"):
        file = root / capture_path(text.stem)
        if not file.exists():
            file.write_text(write_capture(capture_text(text.read_text(encoding="utf-8"), text.stem)), encoding="utf-8")


def found_in(root: Path, texts: Path | None = None) -> tuple[Finding, ...]:
    """Return what every rule finds in a checkout."""
    examined = examine(root, texts=texts)
    return findings(examined)


def shown(finding: Finding) -> str:
    """Return a finding as cases write it, with its path."""
    where = finding.location
    return f"{where.path} {finding.severity}[{finding.rule}] {where.line}:{where.column} {finding.message}"
