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

from claimgraph.brought.places import OVERRIDES, SETTINGS, overrides
from claimgraph.loading.files import SETTINGS as OWN_SETTINGS
from claimgraph.publish.engine import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MISSING: Final = f"""there is no {OWN_SETTINGS}, which names the map: write it, with one line such as
    site_name: My map
or begin a new map in an empty folder: claimgraph init DIR"""

_INHERITS: Final = re.compile(rb"^INHERIT\s*:", re.MULTILINE)


@contextmanager
def laid_out(root: Path) -> Iterator[Path]:
    """Yield the path of the settings for the map at `root`, beside the folder `site_overrides` of its theme.

    The map's settings inherit the program's, as MkDocs reads `INHERIT`: mappings are merged, lists replaced. The line
    that says so comes last, so that messages count the lines of the map's file. Raises PublishError if the map has no
    settings, or inherits others.
    """
    try:
        own = (root / OWN_SETTINGS).read_bytes()
    except FileNotFoundError:
        raise PublishError(_MISSING) from None
    if _INHERITS.search(own):
        raise PublishError(f"{OWN_SETTINGS}: take INHERIT out: the settings that the program brings are inherited")
    with TemporaryDirectory(prefix="claimgraph-") as name:
        folder = Path(name)
        for path, file in overrides(root).items():
            target = folder / OVERRIDES / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        settings = folder / OWN_SETTINGS
        settings.write_bytes(b"%b\nINHERIT: %b\n" % (own, json.dumps(str(SETTINGS)).encode()))
        yield settings
