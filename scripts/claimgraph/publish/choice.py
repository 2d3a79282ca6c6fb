"""The choice of the publisher: MkDocs, unless the environment names another."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.publish.engine import PublishError
from claimgraph.publish.mkdocs import with_mkdocs
from claimgraph.publish.zensical import with_zensical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.publish.engine import Publisher

DEFAULT: Final = "mkdocs"

VARIABLE: Final = "CLAIMGRAPH_PUBLISHER"
"""The environment variable that names another publisher; if unset or empty, it is the default one."""

PUBLISHERS: Final[Mapping[str, Publisher]] = MappingProxyType({"mkdocs": with_mkdocs, "zensical": with_zensical})


def chosen_publisher(environment: Mapping[str, str] = os.environ) -> Publisher:
    """Return the publisher that the environment names. Raises PublishError if there is none of that name."""
    name = environment.get(VARIABLE) or DEFAULT
    if name not in PUBLISHERS:
        raise PublishError(f"{VARIABLE} is {name!r}, expected one of {', '.join(PUBLISHERS)}")
    return PUBLISHERS[name]
