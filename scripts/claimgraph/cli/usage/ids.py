"""Ids that a command line may name, read off the names of files, so that a shell can complete them at once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def checkout_here(given: Path | None) -> Path | None:
    """Return the checkout: the one given, or the nearest folder upwards with `claims/` and `mkdocs.yml`, if any."""
    if given is not None:
        return given
    here = Path.cwd()
    is_checkout = (folder for folder in (here, *here.parents) if (folder / "claims").is_dir())
    return next((folder for folder in is_checkout if (folder / "mkdocs.yml").is_file()), None)


def _claims(root: Path) -> Iterator[str]:
    return (file.stem for file in root.glob("claims/*/*.yml") if not file.stem.startswith("_"))


def _topics(root: Path) -> Iterator[str]:
    return (file.parent.name for file in root.glob("claims/*/_topic.yml"))


def _sources(root: Path) -> Iterator[str]:
    return (file.stem for file in root.glob("sources/*.yml") if file.stem not in {"compared", "looked"})


def _voices(root: Path) -> Iterator[str]:
    return (file.stem for file in root.glob("voices/*.yml"))


def _any(root: Path) -> Iterator[str]:
    return (id_ for kind in ("claim", "topic", "source", "voice") for id_ in IDS[kind](root))


def _rules(_: Path) -> Iterator[str]:
    return iter(import_module("claimgraph.rules.catalogue").RULES)


def _schemes(_: Path) -> Iterator[str]:
    return iter(import_module("claimgraph.model.schemes").SCHEMES)


IDS: Final[Mapping[str, Callable[[Path], Iterator[str]]]] = {
    "claim": _claims,
    "topic": _topics,
    "source": _sources,
    "voice": _voices,
    "id": _any,
    "rule": _rules,
    "scheme": _schemes,
}
"""What lists the ids of each kind below a checkout; `id` are those of every record."""


def ids_of(kind: str, root: Path) -> tuple[str, ...]:
    """Return the ids of a kind in a checkout, each once, in alphabetical order."""
    return tuple(sorted(set(IDS[kind](root))))


class Id(click.ParamType[str]):
    """An id of some kind, which a shell completes. Whether there is such a record is for the command to say."""

    def __init__(self, kind: str) -> None:
        """Take the kind, a key of `IDS`."""
        self.name = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[Any]]:
        """Return the ids that begin like what is typed."""
        del param
        root = checkout_here(root_given(ctx))
        found = ids_of(self.name, root) if root is not None else ()
        return [CompletionItem(id_) for id_ in found if id_.startswith(incomplete)]


def root_given(context: click.Context) -> Path | None:
    """Return what `--root` names, after the command or before it; None if it is not given."""
    around = (context, context.parent)
    return next((each.params["root"] for each in around if each is not None and each.params.get("root")), None)
