"""Lays out what the publisher is given beside the written pages: the settings, the templates, styles and scripts.

Each is the map's own where it has one, and else what the program brings.
"""

from __future__ import annotations

import json
import re
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from claimgraph.brought.places import DOCS, OVERRIDES, SETTINGS, overrides
from claimgraph.loading.files import SETTINGS as OWN_SETTINGS
from claimgraph.publish.engine import PublishError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_MISSING: Final = f"""there is no {OWN_SETTINGS}, which names the map: write it, with one line such as
    site_name: My map
or begin a new map in an empty folder: claimgraph init DIR"""

_KEY: Final = re.compile(r"^([A-Za-z_]+)\s*:", re.MULTILINE)
"""The beginning of a setting at the top, in either file."""

_LISTS: Final = frozenset({"markdown_extensions", "nav", "plugins"})
"""Settings at the top that are lists."""


@contextmanager
def laid_out(root: Path) -> Iterator[Path]:
    """Yield the path of the settings for the map at `root`, beside the folder `site_overrides` of its theme.

    The map's settings inherit the program's, as MkDocs and Zensical read `INHERIT`: mappings are merged. Of lists,
    MkDocs takes the map's and Zensical both, so those that the map has are left out of the program's. The line that
    says so comes last, so that messages count the lines of the map's file. Raises PublishError if the map has no
    settings, or inherits others.
    """
    try:
        own = (root / OWN_SETTINGS).read_bytes()
    except FileNotFoundError:
        raise PublishError(_MISSING) from None
    keys = set(_KEY.findall(own.decode("utf-8", "replace")))
    if "INHERIT" in keys:
        raise PublishError(f"{OWN_SETTINGS}: take INHERIT out: the settings that the program brings are inherited")
    with TemporaryDirectory(prefix="claimgraph-") as name:
        folder = Path(name)
        for path, file in overrides(root).items():
            target = folder / OVERRIDES / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        (folder / DOCS).mkdir()  # Zensical looks for it before it is told of another one
        inherited, settings = folder / "inherited.yml", folder / OWN_SETTINGS
        inherited.write_text(_without(SETTINGS.read_text("utf-8"), keys & _LISTS), "utf-8")
        settings.write_bytes(b"%b\nINHERIT: %b\n" % (own, json.dumps(str(inherited)).encode()))
        yield settings


def _without(text: str, keys: Collection[str]) -> str:
    """Return settings without those of these keys."""
    begins = [*_KEY.finditer(text)]
    ends = [*(begin.start() for begin in begins[1:]), len(text)]
    kept = (text[begin.start() : end] for begin, end in zip(begins, ends, strict=True) if begin[1] not in keys)
    return "".join(kept)
