"""Write the claims in a form that other programs read, or the schemas by which editors complete the files.

Formats: json (claims.json, sources.json), csv (claims.csv, quotes.csv, links.csv), graphml (claims.graphml) and
node-link (claims.node-link.json, as networkx reads it). With errors in the checkout, nothing is written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.exporting.graphs import graphml, node_link, whole_graph
from claimgraph.exporting.records import claims_json, sources_json
from claimgraph.exporting.tables import tables
from claimgraph.loading.schemas import schema_files
from claimgraph.site.checking import check

if TYPE_CHECKING:
    import argparse

    from claimgraph.rules.rule import Examined

NAME: Final = "export"
FORMATS: Final = ("json", "csv", "graphml", "node-link")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("form", nargs="?", choices=FORMATS, metavar="FORMAT", help=f"one of: {', '.join(FORMATS)}")
    parser.add_argument("--output", type=Path, metavar="DIR", help="the folder to write into, made if needed")
    parser.add_argument("--schemas", action="store_true", help="write the JSON schemas into the checkout instead")


def run(options: argparse.Namespace) -> int:
    """Write the files, and name them."""
    root = checkout(options)
    if options.schemas:
        if options.form is not None or options.output is not None:
            raise UsageError("--schemas stands alone: the schemas have their places in the checkout")
        return _write(root, schema_files())
    if options.form is None or options.output is None:
        raise UsageError(f"name a format and a folder: claimgraph export {FORMATS[0]} --output DIR")
    checked = check(root)
    if checked.fails():
        sys.stdout.write(shown(checked.findings, "text", root))
        sys.stderr.write(f"{summary(checked)}Nothing was written.\n")
        return 1
    return _write(options.output, _files(options.form, checked.examined))


def _files(form: str, examined: Examined) -> dict[str, str]:
    corpus, verdicts = examined.corpus, examined.verdicts
    match form:
        case "json":
            claims, sources = claims_json(corpus, verdicts), sources_json(corpus, examined.grounds)
            return {"claims.json": claims, "sources.json": sources}
        case "csv":
            return tables(corpus, verdicts)
        case "graphml":
            return {"claims.graphml": graphml(whole_graph(corpus))}
        case _:
            return {"claims.node-link.json": node_link(whole_graph(corpus))}


def _write(folder: Path, files: dict[str, str]) -> int:
    try:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode("utf-8"))
            sys.stdout.write(f"{folder / name}\n")
    except OSError as error:
        raise UsageError(f"cannot write into '{folder}': {error.strerror}") from error
    return 0
