"""What is kept between runs, in a folder of the checkout that git ignores and that may be removed at any time.

A file in it is complete or absent, and is valid only for the version of the program that wrote it. It is signed with a
key that stands outside of the checkout: a change that brings such a file along, to have a forged quote pass as checked,
gains nothing. And nothing in it is run: only records of this program are read.
"""

from __future__ import annotations

import fcntl
import gc
import io
import os
import pickle
import secrets
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from hmac import compare_digest
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER: Final = Path(".cache", "claimgraph")
"""The folder, below the checkout."""

_PACKAGE: Final = __name__.partition(".")[0]
_RECORDS: Final = tuple(
    f"{_PACKAGE}.{name}"
    for name in (
        "analysis.balance",
        "analysis.concentration",
        "analysis.holdings",
        "analysis.reliance",
        "captures.",
        "findings",
        "incremental.artefacts",
        "loading.",
        "location",
        "model.",
        "publish.publisher",
        "publish.shell",
        "quotes.",
        "yaml_nodes.",
    )
)
"""The modules whose classes are plain values, so that making one has no other effect."""
_MAKERS: Final = (
    *("citeproc-py", "edtf", "Jinja2", "MarkupSafe", "mkdocs", "mkdocs-material", "msgspec", "networkx", "pydantic"),
    *("pyvis", "PyYAML", "rapidfuzz", "rdflib", "regex", "vl-convert-python", "zensical"),
)
"""The packages that may make other files in another version."""

_PLAIN: Final = frozenset({("builtins", "set"), ("builtins", "frozenset"), ("collections", "defaultdict")})
_DIGEST: Final = 32


class Store:
    """The kept files of one checkout."""

    def __init__(self, root: Path) -> None:
        """Use the folder of the checkout at `root`, which may not exist yet."""
        self._root = root
        self.folder = root / FOLDER

    @contextmanager
    def scratch(self, name: str) -> Iterator[Path]:
        """Give an empty folder on the checkout's file system, or a temporary one where that cannot be written to.

        It is removed afterwards; those of processes that were killed are removed first. Raises OSError.
        """
        place: Path | None = self.folder
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for stale in self.folder.glob(f"{name}-*"):
                with locked(stale) as is_free:
                    if is_free:
                        shutil.rmtree(stale, ignore_errors=True)
        except OSError:
            place = None
        with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=place) as folder, locked(Path(folder)):
            yield Path(folder)

    def load(self, name: str) -> Any:  # noqa: ANN401  whatever was saved
        """Return what this version of the program saved under a name; None if there is nothing, or it is damaged."""
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        head, payload = content[: 2 * _DIGEST], memoryview(content)[2 * _DIGEST :]
        if not compare_digest(head, program_version() + _signed(payload, self._root)):
            return None
        is_collecting = gc.isenabled()
        gc.disable()  # it would look through all of it again and again
        try:
            return _Unpickler(io.BytesIO(payload)).load()
        except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError):
            return None
        finally:
            if is_collecting:
                gc.enable()

    def save(self, name: str, value: object) -> None:
        """Keep a value made of dataclasses, tuples, mappings, sets and plain values; do nothing if writing fails."""
        written = io.BytesIO()
        pickler = pickle.Pickler(written, protocol=5)
        pickler.dispatch_table = {MappingProxyType: _reduced}
        pickler.dump(value)
        payload = written.getbuffer()
        with suppress(OSError):
            _replace(self.folder / name, program_version(), _signed(payload, self._root), payload)


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold a lock on a folder, which ends with this process at the latest; False where another process holds it."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        yield False
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_ours = True
    except BlockingIOError:
        is_ours = False
    try:
        yield is_ours
    finally:
        os.close(descriptor)


@cache
def program_version() -> bytes:
    """Return a digest of this program, of the Python that runs it, and of the versions of its packages."""
    digest = blake2b(digest_size=_DIGEST)
    digest.update(repr((sys.version_info, [_version_of(name) for name in _MAKERS])).encode())
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.digest()


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _signed(payload: memoryview, root: Path) -> bytes:
    """Return the digest of a payload under this account's key."""
    return blake2b(payload, digest_size=_DIGEST, key=_key(root)).digest()


def _key(root: Path) -> bytes:
    """Return the secret of this account, made when first needed; one for this process alone where none can be kept.

    It stands outside of the checkout at `root`: what somebody puts into a checkout cannot have been signed with it.
    A folder that is not absolute does not count (XDG Base Directory Specification, "Basics").
    """
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "claimgraph")
        if not folder.is_absolute() or folder.resolve().is_relative_to(root.resolve()):
            return _passing_key()
        place = folder / "key"
        if not place.exists() or place.stat().st_size != _DIGEST:
            _replace(place, secrets.token_bytes(_DIGEST))
        key = place.read_bytes()
    except (OSError, RuntimeError):  # no folder that can be written to, no home
        return _passing_key()
    return key if len(key) == _DIGEST else _passing_key()


def _replace(place: Path, *contents: bytes | memoryview) -> None:
    """Write a file that only its owner can read, complete or not at all, with the folders above it. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(prefix=f"{place.name}-", dir=place.parent, delete=False) as file:
        try:
            for content in contents:
                file.write(content)
            file.flush()
            Path(file.name).replace(place)
        except BaseException:
            Path(file.name).unlink()
            raise


@cache
def _passing_key() -> bytes:
    return secrets.token_bytes(_DIGEST)


class _Unpickler(pickle.Unpickler):
    """Reads records of this program, and refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  a class
        """Return a class that holds plain values; raise UnpicklingError for any other name."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if (module, name) == (__name__, _restored.__name__):
            return _restored
        if (module, name) == ("builtins", "getattr"):
            return _member
        if module.startswith(_RECORDS):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return _quick(found)
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


@cache
def _quick(kind: type[Any]) -> type[Any]:
    """Have records of a frozen dataclass restored in half the time: its own way asks for its fields each time."""
    if is_dataclass(kind) and "__setstate__" in vars(kind):
        setters = tuple(getattr(kind, field.name).__set__ for field in fields(kind))

        def restore(record: object, state: Iterable[object]) -> None:
            for set_, value in zip(setters, state, strict=True):
                set_(record, value)

        kind.__setstate__ = restore  # type: ignore[attr-defined]
    return kind


def _reduced(proxy: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return _restored, (dict(proxy),)


def _member(kind: object, name: str) -> object:
    """Return a member of an enumeration, which Python 3.11.0 to 3.11.3 pickle as an attribute; refuse any other."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind[name]
    raise pickle.UnpicklingError(f"{name} of {kind} is no record")


def _restored(mapping: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(mapping)
