"""Put right what the check finds and is surely meant otherwise."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from claimgraph.checking.whole import CheckCache, check
from claimgraph.cli.below import below
from claimgraph.cli.check import plural
from claimgraph.cli.colours import has_colours
from claimgraph.cli.difference import difference
from claimgraph.cli.failure import checkout, writing
from claimgraph.findings import Severity
from claimgraph.fixing.replacing import fixed
from claimgraph.incremental.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.checking.whole import Checked
    from claimgraph.findings import Finding

_COPIED: Final = ("claims", "sources", "voices", "docs", "mkdocs.yml")
_ROUNDS: Final = 5
"""How often files are checked again at most: once a date can be read, the quotes of its claim are checked, too."""


def run(options: SimpleNamespace) -> int:
    """Put it right, and show what is changed."""
    root = checkout(options)
    chosen = below(root, options.paths)
    with Store(root).scratch("fix") as folder:
        for name in _COPIED:
            _copy(root / name, folder / name)
        before, made, checked = _put_right(folder, chosen)
        after = {path: (folder / path).read_bytes() for path in before}
    sys.stdout.write(difference(before, after, has_colours=has_colours(sys.stdout)))
    if not options.dry_run:
        for path, content in after.items():
            with writing(path):
                (root / path).write_bytes(content)
    sys.stderr.write(_told(made, len(after), checked, is_dry=options.dry_run))
    return 1 if options.dry_run and made else 0


def _copy(here: Path, there: Path) -> None:
    if here.is_dir():
        shutil.copytree(here, there, symlinks=True)
    elif here.exists():
        shutil.copy2(here, there)


def _put_right(folder: Path, chosen: Callable[[str], bool]) -> tuple[dict[str, bytes], int, Checked]:
    """Fix the files of a checkout; return what the changed ones held before, how much was fixed, and the last check."""
    before: dict[str, bytes] = {}
    cache, made = CheckCache(), 0
    for _ in range(_ROUNDS):
        checked = check(folder, cache=cache)
        changed = list(_round(folder, checked.findings, chosen))
        for path, content, _ in changed:
            before.setdefault(path, content)
        made += sum(count for *_, count in changed)
        if not changed:
            break
    return before, made, checked


def _round(
    folder: Path, findings: tuple[Finding, ...], chosen: Callable[[str], bool]
) -> Iterator[tuple[str, bytes, int]]:
    """Fix each file once; yield the path of each that changed, what it held before, and how much was fixed."""
    paths = {each.location.path for each in findings if each.fix is not None and chosen(each.location.path)}
    for path in sorted(paths):
        file = folder / path
        content = file.read_bytes()
        new, count = fixed(path, content, (each for each in findings if each.location.path == path))
        if count:
            file.write_bytes(new)
            yield path, content, count


def _told(made: int, files: int, checked: Checked, *, is_dry: bool) -> str:
    left = Counter(finding.severity for finding in checked.findings)[Severity.ERROR]
    more = f"; {plural(left, 'error')} left: claimgraph check" if left else ""
    if not made:
        return f"There is nothing to put right by itself{more}\n"
    verb = "would be" if is_dry else "were" if made > 1 else "was"
    return f"{plural(made, 'mistake')} in {plural(files, 'file')} {verb} put right{more}\n"
