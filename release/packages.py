"""The packages that the website is built with, as they are installed, with their licences and what they require."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Final

from cyclonedx.spdx import is_expression, is_supported_id
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.metadata import Distribution

_HASH: Final = "--hash=sha256:"
_LICENCE_TEXT: Final = re.compile(
    r"\.dist-info/(?:.*/)?(?:LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package of the lock, as it is installed.

    `name` is normalised as PEP 503 says. `licence` is an SPDX expression. `texts` are its licences, notices and authors
    in its own words, at least one. `requires` names other packages of the lock. `sums` are the SHA-256 of the files
    that the lock lets be installed, one for each system and Python.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    requires: frozenset[str]
    sums: tuple[str, ...]


def locked_packages(lock: str, licences: Mapping[str, str]) -> tuple[Package, ...]:
    """Return the packages of a lock that this system and Python take, in the order of the lock.

    `licences` has those of packages that do not say theirs. Raise ReleaseError where one is not installed in the
    version of the lock, names no licence, or brings no text of it.
    """
    found = [
        _installed(requirement, sums, licences)
        for requirement, sums in _entries(lock)
        if requirement.marker is None or requirement.marker.evaluate()
    ]
    names = {package.name for package in found}
    return tuple(replace(package, requires=package.requires & names) for package in found)


def required(name: str) -> frozenset[str]:
    """Return the names of the packages that an installed one requires here, without its extras."""
    requirements = map(Requirement, distribution(name).requires or ())
    return frozenset(
        canonicalize_name(one.name) for one in requirements if one.marker is None or one.marker.evaluate({"extra": ""})
    )


def _entries(lock: str) -> Iterator[tuple[Requirement, tuple[str, ...]]]:
    """Give each package of a lock as `uv pip compile --generate-hashes` writes it, with the sums of its files."""
    for line in lock.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            requirement, *sums = (part.strip() for part in line.split(_HASH))
            yield Requirement(requirement), tuple(sums)


def _installed(requirement: Requirement, sums: tuple[str, ...], licences: Mapping[str, str]) -> Package:
    name, version = canonicalize_name(requirement.name), str(requirement.specifier).removeprefix("==")
    try:
        found = distribution(name)
    except PackageNotFoundError:
        raise ReleaseError(f"{name} {version} of the lock is not installed: make setup") from None
    if found.version != version:
        raise ReleaseError(f"{name} {found.version} is installed, but the lock has {version}: make setup")
    licence = _declared(found) or licences.get(name, "")
    if not licence:
        raise ReleaseError(
            f"{name} {version} names no licence by an SPDX id: read its licence, and add it to third-party.toml "
            f'under [licences], such as {name} = "MIT"'
        )
    texts = tuple(
        path.read_text(encoding="utf-8") for path in sorted(found.files or ()) if _LICENCE_TEXT.search(path.as_posix())
    )
    if not texts:
        raise ReleaseError(f"{name} {version} brings no text of its licence: ask for one there, or do without it")
    return Package(name=name, version=version, licence=licence, texts=texts, requires=required(name), sums=sums)


def _declared(found: Distribution) -> str:
    """Return the licence that a package declares in SPDX's words; empty where it does so in others."""
    said = (found.metadata.get_all("License-Expression") or found.metadata.get_all("License") or [""])[0]
    return said if is_supported_id(said) or is_expression(said) else ""
