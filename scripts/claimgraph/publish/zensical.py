"""The only module that uses Zensical, which reads the same `docs/`, `mkdocs.yml` and templates as MkDocs.

It is no dependency of this project: `make zensical` installs it. It is run as a command, since it prints its warnings
and does not return them. The settings are read by its own reader, since that changes some of them.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from claimgraph.publish.engine import PublishError, Result, remove

if TYPE_CHECKING:
    from claimgraph.publish.engine import Task

_UNUSED: Final = (
    "sitemap.xml",
    "search.json",
    "assets/javascripts/LICENSE",
    "assets/javascripts/bundle.*",
    "assets/javascripts/workers",
    "assets/images/favicon.png",
    "assets/stylesheets/modern",
)
"""Files that Zensical and its theme put into the output and no page of this site uses."""

_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_WARNING: Final = re.compile(r"^Warning: (.+)(?:\n *╭─\[ (.+) \])?$", re.MULTILINE)
_KIND: Final = re.compile(r"^\w*Error: ")


def with_zensical(task: Task) -> Result:
    """Run Zensical once, in a folder of its own: it builds only what is below its settings, and leaves a cache."""
    settings = _settings(task.settings)
    site_url = f"{settings['site_url'].rstrip('/')}/" if settings["site_url"] else None
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(task.docs, folder / "docs")
        (folder / "mkdocs.yml").write_text(_over(task, settings, site_url), "utf-8")
        warnings = _run(folder)
        shutil.rmtree(task.output, ignore_errors=True)
        shutil.move(folder / "site", task.output)
    sections = json.loads((task.output / "search.json").read_text("utf-8"))["items"]
    remove(task.output, *_UNUSED)
    return Result(
        site_name=settings["site_name"],
        site_url=site_url,
        repository=settings["extra"].get("repository") or None,  # null is read as an empty text
        claim_files=settings["extra"].get("claim_files"),
        search_index=json.dumps({"docs": sections}),
        warnings=warnings,
    )


def _settings(path: Path) -> dict[str, Any]:
    try:
        parse = import_module("zensical.config").parse_config
    except ModuleNotFoundError as error:
        raise PublishError("Zensical is not installed: run `make zensical`, or build with MkDocs") from error
    try:
        settings: dict[str, Any] = parse(str(path.resolve()))
    except Exception as error:  # it lets through what its readers raise
        raise PublishError(str(error)) from error
    return settings


def _over(task: Task, settings: dict[str, Any], site_url: str | None) -> str:
    """Return settings that inherit the checkout's own, as JSON, which is YAML.

    The variant `classic` of Zensical's theme is the one that looks as Material for MkDocs does.
    """
    over = {
        "INHERIT": str(task.settings.resolve()),
        "docs_dir": "docs",
        "site_dir": "site",
        "strict": settings["strict"] if task.strict is None else task.strict,
        "site_url": site_url,
        "theme": {"variant": "classic", "custom_dir": str(task.overrides.resolve())},
        "extra": {"slots": dict(task.slots)},
    }
    return json.dumps(over)


def _run(folder: Path) -> tuple[str, ...]:
    """Run Zensical on the settings in `folder`; return its warnings, each with its place in `docs/`."""
    command = (sys.executable, "-m", "zensical", "build", "--config-file", str(folder / "mkdocs.yml"))
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  no shell
    said = _COLOUR.sub("", ran.stderr)
    warnings = tuple(f"{place}: {what}" if place else what for what, place in _WARNING.findall(said))
    if ran.returncode:
        last = said.rstrip().rpartition("\n")[2]
        raise PublishError(*dict.fromkeys((*warnings, _KIND.sub("", last))))
    return warnings
