"""What is poured into written pages: lists, the glossary, the rules, the map, and links to claims."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.rendering.lists import claim_groups, glossary_values, source_groups, topic_cards, voice_groups
from claimgraph.rendering.other_pages import claim_link
from claimgraph.rendering.outline import map_page
from claimgraph.rendering.shell import Fill, TocEntry
from claimgraph.rendering.templates import render

if TYPE_CHECKING:
    from claimgraph.rendering.lists import Group
    from claimgraph.rendering.pages import Press

CLAIM_PLACE: Final = "claim-"
"""What a place for a link to a claim begins with in a staged page: `<!-- pour: claim-waits-are-short -->`."""

PLACES: Final = ("claims", "glossary", "home", "map", "rules", "sources", "topics", "voices")
"""The other parts that a written page may have poured in: `<!-- pour: claims -->`."""


class Fills(dict[str, Fill]):
    """The parts of the written page at `here`, by name; each is made when it is asked for; KeyError for others."""

    def __init__(self, press: Press, here: str) -> None:
        """Prepare the parts; none is made yet."""
        super().__init__()
        self._press, self._here = press, here

    def __missing__(self, name: str) -> Fill:
        """Make a part."""
        press, here = self._press, self._here
        if name.startswith(CLAIM_PLACE):
            return Fill(content=claim_link(press.view, name.removeprefix(CLAIM_PLACE), here))
        match name:
            case "home" | "topics":
                topics = topic_cards(press.view)
                return Fill(content=render(press.templates, "topics.html", here=here, topics=topics))
            case "claims":
                return self._claims(claim_groups(press.view))
            case "sources":
                return self._listing(source_groups(press.view))
            case "voices":
                return self._listing(voice_groups(press.view))
            case "rules":
                toc = tuple(TocEntry(anchor=rule.id, text=rule.id) for rule in press.rules)
                return Fill(content=render(press.templates, "rules.html", rules=press.rules), toc=toc)
            case "glossary":
                return Fill(content=render(press.templates, "glossary.html", **glossary_values(press.view)))
            case "map":
                return Fill(content=map_page(press.map, press.templates, press.blocks))
            case _:
                raise KeyError(name)

    def _claims(self, groups: list[Group]) -> Fill:
        toc = tuple(TocEntry(anchor=group.anchor, text=group.title) for group in groups)
        parts = [self._block("claims.html", group.anchor, group, group=group) for group in groups]
        return Fill(content=Markup("\n").join([*parts, ""]), toc=toc)

    def _listing(self, groups: list[Group]) -> Fill:
        return Fill(content=self._block("listing.html", "", groups, groups=groups))

    def _block(self, template: str, name: str, shows: object, **values: object) -> Markup:
        make = partial(render, self._press.templates, template, here=self._here, **values)
        return self._press.blocks.get((template, self._here, name), shows, make)
