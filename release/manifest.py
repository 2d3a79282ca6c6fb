"""`third-party.toml`: what others made and this repository or its website holds."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from release import ReleaseError

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "third-party.toml"
PUBLISHED: Final = ("docs/", "site_overrides/")
"""Where files stand that go into the website as they are."""

Sum = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Work(BaseModel):
    """Something that others made.

    It stands in the repository, with its `version` and its `origin` as a package URL; or the build takes it out of an
    installed `package`, and then both are empty. `licence` is an SPDX expression, `texts` are the files with its words,
    and `terms` is their address where no file holds them. `files` are those in the repository, by path, with their
    SHA-256. `writes` are patterns of the files that the build makes of it in the website, and `icons` are those of it
    that are drawn into pages. `within` names the work that it is a part of, and is empty for one that stands alone.
    `about` says what of it is used, what for, and whether it was changed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: str = ""
    origin: str = ""
    package: str = ""
    licence: str
    about: str = ""
    texts: tuple[str, ...] = ()
    terms: str = ""
    files: dict[str, Sum] = {}
    writes: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()
    within: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        own = self.version and self.origin.startswith("pkg:") and self.origin.endswith(f"@{self.version}")
        if bool(self.package) == bool(self.version or self.origin) or not (self.package or own):
            raise ValueError(
                f"'{self.name}' needs its version and its origin with that version, such as 1.2.3 and "
                f"pkg:npm/{self.name}@1.2.3, or else the package that the build takes it out of"
            )
        if bool(self.texts) == bool(self.terms):
            raise ValueError(f"'{self.name}' needs either texts, the files with its licence, or terms, its address")
        return self

    def reaches_readers(self) -> bool:
        """Tell whether it is in the website."""
        return bool(self.writes or self.icons) or any(path.startswith(PUBLISHED) for path in (*self.files, *self.texts))


class Manifest(BaseModel):
    """All `works`, and the `licences` of locked packages that do not say theirs by an SPDX id, by their names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    works: tuple[Work, ...]
    licences: dict[str, str]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        names = {work.name for work in self.works}
        files = {path for work in self.works for path in work.files}
        for work in self.works:
            if work.within and work.within not in names:
                raise ValueError(f"'{work.name}' is within '{work.within}', which is none of the works")
            if missing := set(work.texts) - files:
                raise ValueError(f"texts of '{work.name}' are no files of any work: {', '.join(sorted(missing))}")
        return self


def read_manifest(root: Path) -> Manifest:
    """Read the manifest in the checkout `root`; raise ReleaseError where something is wrong in it."""
    try:
        return Manifest.model_validate(tomllib.loads((root / NAME).read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ReleaseError(f"{NAME}: {error}") from error
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}".removeprefix(": ") for one in error.errors())
        raise ReleaseError(f"{NAME}: {'; '.join(wrong)}") from error
