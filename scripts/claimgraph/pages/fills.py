"""What is poured into written pages: lists, the glossary, the rules, the map, and links to claims."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.index.wording import day_in_words
from claimgraph.model.schemes import SCHEMES
from claimgraph.pages.changes.page import newest
from claimgraph.pages.charts.page import figures_page
from claimgraph.pages.debate.page import TOC as DEBATE_TOC
from claimgraph.pages.debate.page import debate_values
from claimgraph.pages.head.linked_data import dataset_data, linked_data
from claimgraph.pages.lists.explore import FACETS, ORDERS, explore_rows
from claimgraph.pages.lists.lists import (
    claim_groups,
    contested,
    glossary_values,
    source_groups,
    topic_cards,
    voice_groups,
)
from claimgraph.pages.map.network_page import network_page
from claimgraph.pages.map.outline import map_page
from claimgraph.pages.topic.page import claim_link
from claimgraph.publish.shell import Fill, TocEntry
from claimgraph.templating.templates import render, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimgraph.pages.lists.lists import Group
    from claimgraph.pages.pages import Press

CLAIM_PLACE: Final = "claim-"
"""What a place for a link to a claim begins with in a staged page: `<!-- pour: claim-waits-are-short -->`."""

PLACES: Final = tuple(
    (
        "changes claims contested data data-fields debate explore figures glossary home map network new rules "
        "schemes sources topics voices"
    ).split()
)
"""The other parts that a written page may have poured in: `<!-- pour: claims -->`."""


class Fills(dict[str, Fill]):
    """The parts of the written page at `here`, by name; each is made when it is asked for; KeyError for others.

    Each of `PLACES` has a method of its name.
    """

    def __init__(self, press: Press, here: str) -> None:
        """Prepare the parts; none is made yet."""
        super().__init__()
        self._press, self._here = press, here

    def __missing__(self, name: str) -> Fill:
        """Make a part."""
        if name.startswith(CLAIM_PLACE):
            return Fill(content=claim_link(self._press.view, name.removeprefix(CLAIM_PLACE), self._here))
        if name not in PLACES:
            raise KeyError(name)
        make: Callable[[], Fill] = getattr(self, f"_{name.replace('-', '_')}")
        return make()

    def _home(self) -> Fill:
        return self._rendered("topics.html", topics=topic_cards(self._press.view), level=3, is_brief=True)

    def _topics(self) -> Fill:
        return self._rendered("topics.html", topics=topic_cards(self._press.view), level=2, is_brief=False)

    def _contested(self) -> Fill:
        view = self._press.view
        return self._rendered(
            "contested.html", claims=contested(view), as_of=day_in_words(view.as_of), marked=self._marked()
        )

    def _new(self) -> Fill:
        changes = self._press.changes
        return self._rendered("new.html", news=newest(changes), note=changes.note, has_feed=changes.has_feed)

    def _sources(self) -> Fill:
        return self._listing(source_groups(self._press.view))

    def _voices(self) -> Fill:
        return self._listing(voice_groups(self._press.view))

    def _debate(self) -> Fill:
        return self._rendered("debate.html", toc=DEBATE_TOC, **debate_values(self._press.view))

    def _rules(self) -> Fill:
        toc = tuple(TocEntry(anchor=rule.id, text=rule.id) for rule in self._press.rules)
        return self._rendered("rules.html", toc=toc, rules=self._press.rules)

    def _schemes(self) -> Fill:
        toc = tuple(TocEntry(anchor=scheme.id, text=scheme.name) for scheme in SCHEMES.values())
        return self._rendered("schemes.html", toc=toc, schemes=tuple(SCHEMES.values()))

    def _glossary(self) -> Fill:
        return self._rendered("glossary.html", **glossary_values(self._press.view))

    def _figures(self) -> Fill:
        return figures_page(self._press.view, self._press.templates, self._press.blocks, self._here)

    def _data(self) -> Fill:
        shown = self._rendered("data.html", data=self._press.data)
        return Fill(content=shown.content + linked_data(dataset_data(self._press.data, self._press.home)))

    def _data_fields(self) -> Fill:
        return self._rendered("data_fields.html", records=self._press.data.records)

    def _changes(self) -> Fill:
        return self._rendered("changes.html", changes=self._press.changes)

    def _map(self) -> Fill:
        press = self._press
        return Fill(content=map_page(press.map, press.templates, press.blocks, press.view.as_of))

    def _network(self) -> Fill:
        return Fill(content=network_page(self._press.map, self._press.templates))

    def _rendered(self, template: str, *, toc: tuple[TocEntry, ...] = (), **values: object) -> Fill:
        return Fill(content=render(self._press.templates, template, here=self._here, **values), toc=toc)

    def _claims(self) -> Fill:
        groups = claim_groups(self._press.view)
        toc = tuple(TocEntry(anchor=group.anchor, text=group.title) for group in groups)
        glossary = self._press.view.corpus.glossary
        parts = [
            self._block("claims.html", group.anchor, (group, glossary), group=group, marked=self._marked())
            for group in groups
        ]
        return Fill(content=Markup("\n").join([*parts, ""]), toc=toc)

    def _explore(self) -> Fill:
        topics = self._press.explore or explore_rows(self._press.view)
        bodies = [self._block("explore_rows.html", topic.id, topic, topic=topic) for topic in topics]
        return self._rendered(
            "explore.html",
            bodies=Markup("").join(bodies),
            total=sum(len(topic.rows) for topic in topics),
            as_of=day_in_words(self._press.view.as_of),
            facets=FACETS,
            orders=ORDERS,
        )

    def _listing(self, groups: list[Group]) -> Fill:
        return Fill(content=self._block("listing.html", "", groups, groups=groups))

    def _marked(self) -> Callable[[str], str]:
        """Return what marks each term of the glossary once in all the texts that it is given."""
        return terms_of(self._press.templates).through_pieces(self._here)

    def _block(self, template: str, name: str, shows: object, **values: object) -> Markup:
        make = partial(render, self._press.templates, template, here=self._here, **values)
        return self._press.blocks.get((template, self._here, name), shows, make)
