"""What turns the value of a page into HTML: templates, shells, and parts of pages that are made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.incremental.texts import KeptTexts
from claimgraph.templating.blocks import Blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from claimgraph.publish.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Renderer:
    """Templates, and the shell of each kind of page; `blocks` caches HTML made with these templates.

    `drawings` has the insides of charts.
    """

    templates: Environment
    shells: Mapping[str, Shell]
    blocks: Blocks = field(default_factory=Blocks)
    drawings: KeptTexts = field(default_factory=KeptTexts)
