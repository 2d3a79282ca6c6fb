"""Write the claims in forms that other programs read, or the schemas by which editors complete the files."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from claimgraph.captures.offsets import Offsets
from claimgraph.changes.dating import day_of
from claimgraph.checking.whole import check
from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.data.dataset import NOWHERE, Dataset
from claimgraph.data.formats import formats
from claimgraph.data.formats.release import release
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.loading.schemas import schema_files
from claimgraph.loading.settings import setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.rules.rule import Examined

_USAGE: Final = f"name a format and a folder: claimgraph export {next(iter(formats.FORMATS))} --output DIR"
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_BASE: Final = re.compile(r"https?://[\w.-]+(?::[0-9]+)?(?:/[\w.~/-]*)?", re.ASCII)


def run(options: SimpleNamespace) -> int:
    """Write the files, and name them."""
    root = checkout(options)
    _require_sense(options)
    if options.schemas:
        return _write(root, {path: text.encode("utf-8") for path, text in schema_files().items()})
    base = _base(root, options.base)
    checked = check(root, texts=options.texts)
    if checked.fails():
        sys.stdout.write(shown(checked.findings, "text", root))
        sys.stderr.write(f"{summary(checked)}Nothing was written.\n")
        return 1
    dataset = _dataset(root, checked.examined, base, options.texts)
    if options.all is not None:
        return _write(options.all, release(dataset, options.release or ""))
    return _write(options.output, formats.written(dataset, options.form))


def _require_sense(options: SimpleNamespace) -> None:
    """Raise UsageError if options exclude each other."""
    if options.texts is not None and not options.texts.is_dir():
        raise UsageError(f"--texts: '{options.texts}' is no folder")
    is_one = options.form is not None or options.output is not None
    if options.schemas and (is_one or options.all is not None):
        raise UsageError("--schemas stands alone: the schemas have their places in the checkout")
    if options.all is not None and is_one:
        raise UsageError("--all writes every format: leave the format and --output out")
    if options.release is not None and (options.all is None or not _VERSION.fullmatch(options.release)):
        raise UsageError("--release is for --all, and is a version of letters, digits, points and hyphens: 2026.1")
    if not options.schemas and options.all is None and (options.form is None or options.output is None):
        raise UsageError(_USAGE)


def _dataset(root: Path, examined: Examined, base: str, texts: Path | None) -> Dataset:
    paths = [texts / f"{id_}.txt" for id_ in examined.corpus.sources] if texts is not None else []
    name = setting(root, "site_name") or "Claims"
    return Dataset(
        view=view_of(examined.analysis, day_of(root, datetime.now(UTC).date())),
        home=Home(name=name, url=base),
        captured=frozenset(examined.captured),
        has_claim_files=setting(root, " +claim_files") == "true",
        offsets={path.stem: Offsets(path.read_text(encoding="utf-8")) for path in paths if path.is_file()},
    )


def _base(root: Path, given: str | None) -> str:
    """Return the site's address, as given or set, with a slash at its end; `NOWHERE` if neither."""
    base = given or setting(root, "site_url") or NOWHERE
    if not _BASE.fullmatch(base):
        raise UsageError(f"'{base}' is no address of a site: write it as https://example.org/evidence/")
    return base if base.endswith("/") else f"{base}/"


def _write(folder: Path, files: Mapping[str, bytes]) -> int:
    for name, content in files.items():
        try:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        except OSError as error:
            raise UsageError(f"cannot write into '{folder}': {error.strerror}") from error
        sys.stdout.write(f"{folder / name}\n")
    return 0
