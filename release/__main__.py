"""Writes what a release publishes into `dist/`: `make release`, or `python -m release --help`."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
import tempfile
import tomllib
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.cli.main import main as claimgraph
from claimgraph.data.formats.release import archive, checksums
from release import ReleaseError
from release.manifest import read_manifest
from release.notices import notices
from release.packages import locked_packages, required
from release.sbom import Product, bill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT: Final = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files and name them. Return 0, or 1 where no release can be made from here."""
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR", help="the folder (default: dist)")
    output: Path = parser.parse_args(arguments).output
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    product = Product(name=name, version=version, licence=project["license"], requires=required(name))
    try:
        _require_tag(os.environ.get("TAG", ""), version)
        files = _files(product, _time(os.environ.get("SOURCE_DATE_EPOCH", "")))
    except ReleaseError as error:
        sys.stderr.write(f"release: {error}\n")
        return 1
    output.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (output / file).write_bytes(content)
        sys.stdout.write(f"{output / file}\n")
    return 0


def _require_tag(tag: str, version: str) -> None:
    if tag and tag != f"v{version}":
        raise ReleaseError(
            f"the tag is '{tag}', but pyproject.toml says version {version}: expected the tag v{version}; "
            "set the version first, then tag that commit"
        )


def _time(seconds: str) -> datetime | None:
    """Return the time that stands for the clock's, as https://reproducible-builds.org/docs/source-date-epoch/ says."""
    if not seconds:
        return None
    if not re.fullmatch("[0-9]{1,11}", seconds):
        raise ReleaseError(f"SOURCE_DATE_EPOCH is '{seconds}', expected seconds since 1970, such as 1764490000")
    return datetime.fromtimestamp(int(seconds), UTC)


def _files(product: Product, at: datetime | None) -> dict[str, bytes]:
    """Return the files of a release by name."""
    manifest = read_manifest(ROOT)
    packages = locked_packages((ROOT / "requirements/site.txt").read_text(encoding="utf-8"), manifest.licences)
    version = product.version
    with tempfile.TemporaryDirectory(prefix="claimgraph-release-") as scratch:
        site, data = Path(scratch, "site"), Path(scratch, "data")
        _run("build", "--output", str(site))
        _run("export", "--all", str(data), "--release", version)
        pages, claims = _read(site), (data / f"claims-{version}.zip").read_bytes()
        written = {
            work.name: {path: pages[path] for path in pages if any(map(Path(path).match, work.writes))}
            for work in manifest.works
        }
    named = f"{product.name} {version}"
    texts = notices(named, packages, manifest.works, lambda path: (ROOT / path).read_text(encoding="utf-8"))
    files = {
        f"claims-{version}.zip": claims,
        f"site-{version}.zip": archive(pages, f"site-{version}"),
        "site.cdx.json": bill(product, packages, manifest.works, written, at).encode("utf-8"),
        "licences.txt": texts.encode("utf-8"),
    }
    return {**files, "SHA256SUMS": checksums(files)}


def _run(*arguments: str) -> None:
    with redirect_stdout(io.StringIO()) as said:
        status = claimgraph(["--root", str(ROOT), *arguments])
    if status:
        sys.stderr.write(said.getvalue())
        raise ReleaseError(f"nothing was written, as claimgraph {arguments[0]} failed: see above")


def _read(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


if __name__ == "__main__":
    raise SystemExit(main())
