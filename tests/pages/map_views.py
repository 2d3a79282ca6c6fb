"""Invented maps for the tests: claims with given links, and larger ones drawn from a seed."""

from __future__ import annotations

import random
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from claimgraph.model.standing import State
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.map.map_view import MapClaim, MapLink, MapTopic, MapView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    '" onload="alert(1)" x=\'',
    "<a href='https://evil.example/'>href</a>",
    "{{ 7*7 }} {% raw %} ]]> --> <!--",
    "javascript:alert(1) &lt;b&gt; &#60;b&#62;",
    "\u2028\u2029 \\u003c \\ / end",
    "W" * 70,
)


def view_of(topics: Mapping[str, Iterable[str]], *links: tuple[str, str, str]) -> MapView:
    """A map of these claims by topic, each with its id as title, and these links (source, kind, target)."""
    claims = sorted((id_, topic) for topic, ids in topics.items() for id_ in ids)
    return MapView(
        topics=tuple(MapTopic(id=id_, title=id_.title(), address=f"topics/{id_}/") for id_ in sorted(topics)),
        claims=tuple(
            MapClaim(id=id_, title=id_, topic=topic, address=f"claims/{id_}/", state=State.UNDISPUTED)
            for id_, topic in claims
        ),
        links=tuple(
            MapLink(source=source, target=target, kind=kind, because=f"{source} is why")
            for source, kind, target in sorted(links)
        ),
    )


def drawn(seed: int, *, claims: int = 120, links: int = 150, topics: int = 8) -> MapView:
    """A map drawn from a seed, mostly with links inside topics; some run in circles."""
    chance = random.Random(seed)  # noqa: S311  examples, not secrets
    topic_of = {f"c{number}": f"t{chance.randrange(topics)}" for number in range(claims)}
    made: set[tuple[str, str, str]] = set()
    while len(made) < links:
        source, target = chance.sample(sorted(topic_of), 2)
        if topic_of[source] == topic_of[target] or chance.random() < 0.1:
            made.add((source, chance.choice(sorted(LINK_STYLES)), target))
    return view_of(
        {topic: [id_ for id_, own in topic_of.items() if own == topic] for topic in sorted(set(topic_of.values()))},
        *made,
    )


def shuffled(view: MapView, seed: int) -> MapView:
    """The same map with everything in another order."""
    chance = random.Random(seed)  # noqa: S311  examples, not secrets
    topics, claims, links = list(view.topics), list(view.claims), list(view.links)
    for part in (topics, claims, links):
        chance.shuffle(part)
    return MapView(topics=tuple(topics), claims=tuple(claims), links=tuple(links))


class Parsed(HTMLParser):
    """What a browser would make of HTML: its tags with their attributes, in order, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.odd: list[str] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)

    def names(self) -> set[tuple[str, str]]:
        """Every tag with each attribute that it has somewhere."""
        return {(tag, name) for tag, attributes in self.tags for name in attributes}

    def values(self, tag: str, attribute: str) -> list[str | None]:
        """What an attribute is, wherever a tag has it."""
        return [attributes[attribute] for name, attributes in self.tags if name == tag and attribute in attributes]
