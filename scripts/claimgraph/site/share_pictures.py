"""Writes the pictures that other sites show beside a link to a topic, and removes those of topics that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.pages.head.share_picture import share_address, share_png, share_svg
from claimgraph.site.files import put

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from pathlib import Path

    from claimgraph.index.home import Home
    from claimgraph.index.view import View


def write_share_pictures(folder: Path, home: Home, view: View, drawn: MutableMapping[str, str]) -> None:
    """Bring the pictures up to date, and `drawn` with them, which has those that are there: SVG by address.

    Painting costs far more than drawing, so only a picture that is drawn in another way than before is painted.
    While the site has no address of its own, nobody could be shown a picture, and there are none.
    """
    topics = view.corpus.topics.items() if home.url is not None else ()
    wanted = {share_address(id_): share_svg(home.name, topic.record) for id_, topic in topics}
    for address, svg in wanted.items():
        if drawn.get(address) != svg:
            put(folder / address, share_png(svg))
    for address in drawn.keys() - wanted.keys():
        (folder / address).unlink(missing_ok=True)
    drawn.clear()
    drawn.update(wanted)
