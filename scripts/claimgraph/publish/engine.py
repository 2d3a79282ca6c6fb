"""The interface of publishers: `mkdocs.py` and `zensical.py` each have one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class PublishError(Exception):
    """The publisher failed; `messages` are its own words, in order, each once."""

    def __init__(self, *messages: str) -> None:
        """Keep the messages; as text, the error has one message a line."""
        super().__init__("\n".join(messages))
        self.messages = messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A job for a publisher: build the pages of `docs` into `output`.

    `settings` has the settings: those of the map in `own_settings`, which inherit the program's. `overrides` has the
    templates, styles and scripts. Templates read `slots` as `config.extra.slots`. With `strict`, a warning is an error;
    None leaves that to the settings. `unlisted` are patterns, as git's ignore files have them, of pages below `docs`
    that the navigation need not have.
    """

    settings: Path
    own_settings: Path
    overrides: Path
    docs: Path
    output: Path
    slots: Mapping[str, str]
    strict: bool | None
    unlisted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Settings from `mkdocs.yml`, and the output of the publisher.

    `site_url` ends in a slash; None if unset. `repository` and `claim_files` are under `extra`, unchecked; None if
    unset. `search_index` is JSON: under `docs`, the sections of all pages in order, each with `location`, `title` and
    `text`, which is HTML. `warnings` are the publisher's own words, in order. `is_of_files_alone` if it depends on the
    checkout's files alone, as far as is known: on no environment variable, and no code that somebody added.
    """

    site_name: str
    site_url: str | None
    repository: object
    claim_files: object
    search_index: str
    warnings: tuple[str, ...]
    is_of_files_alone: bool = False


class Publisher(Protocol):
    """A function that does a task, and replaces the contents of `output`. Raises PublishError if it fails."""

    def __call__(self, task: Task, /) -> Result:
        """Build the pages, without files that no page of this site uses."""


def remove(output: Path, *patterns: str) -> None:
    """Remove the files and folders in `output` that match a glob pattern."""
    for pattern in patterns:
        for path in sorted(output.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
