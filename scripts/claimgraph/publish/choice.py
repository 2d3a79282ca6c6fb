"""The choice of the publisher: MkDocs, unless the environment names another."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Final

from claimgraph.publish.engine import PublishError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.publish.engine import Publisher

DEFAULT: Final = "mkdocs"

VARIABLE: Final = "CLAIMGRAPH_PUBLISHER"
"""The environment variable that names another publisher; if unset or empty, it is the default one."""

PUBLISHERS: Final = ("mkdocs", "zensical")
"""Their names: `with_NAME` in the module NAME of this package is the publisher."""


def name_of_publisher(environment: Mapping[str, str] = os.environ) -> str:
    """Return the name of the publisher that the environment names, known or not."""
    return environment.get(VARIABLE) or DEFAULT


def chosen_publisher(environment: Mapping[str, str] = os.environ) -> Publisher:
    """Return the publisher that the environment names. Raises PublishError if there is none of that name."""
    name = name_of_publisher(environment)
    if name not in PUBLISHERS:
        raise PublishError(f"{VARIABLE} is {name!r}, expected one of {', '.join(PUBLISHERS)}")
    publisher: Publisher = getattr(
        import_module(f"{__package__}.{name}"), f"with_{name}"
    )  # MkDocs takes long to import
    return publisher
