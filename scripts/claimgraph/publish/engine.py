"""What a publisher is given and what it gives back, whichever program it is: `mkdocs.py` and `zensical.py` are two."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class PublishError(Exception):
    """The publisher did not build the site; `messages` are its own words, in order, each once."""

    def __init__(self, *messages: str) -> None:
        """Keep the messages one by one; as text, the error is one message a line."""
        super().__init__("\n".join(messages))
        self.messages = messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Build the pages of `docs` into `output`, by `settings`, which is the checkout's `mkdocs.yml`, and its templates.

    `slots` is what the templates read as `config.extra.slots`. With `strict`, a warning is an error; None leaves that
    to the settings.
    """

    settings: Path
    docs: Path
    output: Path
    slots: Mapping[str, str]
    strict: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What stands in `mkdocs.yml`, and what the publisher said.

    `site_url` ends in a slash; None where it is unset. `repository` and `claim_files` stand
    under `extra`, and are as they were read; None where they are unset.
    `search_index` is JSON: under `docs`, the sections of all pages in order, each with `location`, `title` and `text`,
    which is HTML. `warnings` are the publisher's own words, in order.
    """

    site_name: str
    site_url: str | None
    repository: object
    claim_files: object
    search_index: str
    warnings: tuple[str, ...]


class Publisher(Protocol):
    """Does a task, replacing what `output` held. Raises PublishError where it cannot."""

    def __call__(self, task: Task, /) -> Result:
        """Build the pages, without what no page of this site uses."""


def remove(output: Path, *patterns: str) -> None:
    """Remove the files and folders in `output` that a glob pattern names."""
    for pattern in patterns:
        for path in sorted(output.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
