"""The picture that other sites show with a link to a topic or one of its claims, and the tags that name it.

The tags are those of the Open Graph protocol (https://ogp.me/), which needs whole addresses. So there are none if the
site has no address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.pages.drawing.plotting import painted
from claimgraph.pages.drawing.text_width import ELLIPSIS, wrapped
from claimgraph.pages.drawing.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.home import Home
    from claimgraph.model.topic import Topic
    from claimgraph.pages.parts.face_offs import Corner, FaceOff

FOLDER: Final = "assets/share"
"""The folder with the pictures of topics, below the site's home."""
WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels, in the ratio that most sites show uncut."""

COMMON: Final = "assets/share.png"
"""The picture of the whole site: the map's own, from `docs/`, or one with the name of the site."""
_LEFT: Final = 96
_ROOM: Final = WIDTH - 2 * _LEFT
_TITLE: Final = 60
_QUESTION: Final = 34
_SIDES: Final = 344
_SIDE: Final = _ROOM / 2 - 16
_WORDS: Final = 30
_MOST: Final = 4


_FRAME: Final = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">'
    '<rect width="{}" height="{}" fill="#1c3145"/>'
    '<g transform="translate(88 60) scale(2.4)"><path d="M9 7h14M9 25h14" stroke="#e9e2d0" stroke-width="2.5" '
    'stroke-linecap="round"/><rect x="5" y="12" width="8" height="8" rx="1.5" fill="#e9e2d0"/><rect x="19" y="12" '
    'width="8" height="8" rx="1.5" fill="none" stroke="#e9e2d0" stroke-width="2.2"/><path d="M13 16h6" '
    'stroke="#d9a441" stroke-width="2.5"/></g>{}</svg>'
)
_RULE: Final = Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="#d9a441"/>')
_LINE: Final = Markup('<text x="{}" y="{}" font-family="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>')
_SERIF: Final = "Tinos, 'Liberation Serif', 'Times New Roman', serif"
_SANS: Final = "Arimo, 'Liberation Sans', Arial, sans-serif"


def share_address(topic_id: str) -> str:
    """Return the address of a topic's picture, below the site's home."""
    return f"{FOLDER}/{topic_id}.png"


def share_svg(site_name: str, topic: Topic, face: FaceOff | None) -> str:
    """Return a topic's picture as SVG: the site's name, the topic's title and question, and its first face-off.

    A title or question that is too long is shortened, but words of a speaker never are: if they do not fit, the title
    of their claim stands in their place. `face` is None for a topic without a thesis.
    """
    lines = Markup("").join(_lines(*map(xml_text, (site_name, topic.title, topic.question))))
    sides = Markup("").join(_sides(face)) if face else Markup("")
    return str(_FRAME.format(WIDTH, HEIGHT, WIDTH, HEIGHT, WIDTH, HEIGHT, lines + sides))


def site_svg(site_name: str) -> str:
    """Return the picture of a whole site as SVG: its name, and what such a site tells."""
    lines = Markup("").join(_lines("", xml_text(site_name), "Who says what, in which words, and who disagrees"))
    return str(_FRAME.format(WIDTH, HEIGHT, WIDTH, HEIGHT, WIDTH, HEIGHT, lines))


def share_png(svg: str) -> bytes:
    """Return the picture as PNG, in about 0.03 s."""
    return painted(svg)


def share_tags(home: Home, topic_id: str, topic: Topic | None) -> Markup:
    """Return the tags for a topic's picture, or for the site's if `topic` is None; empty if the site has no address."""
    address = home.absolute(COMMON if topic is None else share_address(topic_id))
    if address is None:
        return Markup("")
    description = home.name if topic is None else f"{topic.title}: {topic.question}"
    return Markup(
        '<meta property="og:image" content="{}"><meta property="og:image:width" content="{}">'
        '<meta property="og:image:height" content="{}"><meta property="og:image:alt" content="{}">'
        '<meta name="twitter:card" content="summary_large_image">'
    ).format(address, WIDTH, HEIGHT, description)


def _lines(site_name: str, title: str, question: str) -> Iterator[Markup]:
    yield _LINE.format(186, 114, _SERIF, 36, 400, "#e9e2d0", site_name)
    at = 132
    for line in wrapped(title, width=_ROOM / _TITLE, lines=1):
        at += _TITLE
        yield _LINE.format(_LEFT, at, _SERIF, _TITLE, 700, "#f6f1e4", line)
    at += 6
    for line in wrapped(question, width=_ROOM / _QUESTION, lines=2):
        at += _QUESTION + 10
        yield _LINE.format(_LEFT, at, _SANS, _QUESTION, 400, "#e9e2d0", line)


def _sides(face: FaceOff) -> Iterator[Markup]:
    (title,) = wrapped(xml_text(face.title), width=_ROOM / _QUESTION, lines=1)
    yield _LINE.format(_LEFT, _SIDES - 18, _SANS, _QUESTION, 700, "#f6f1e4", title)
    for left, name, corner in ((_LEFT, "For", face.pro), (_LEFT + _ROOM / 2 + 16, "Against", face.con)):
        if corner is None:
            continue
        yield _RULE.format(left, _SIDES, _SIDE, 8 if name == "For" else 2)
        yield _LINE.format(left, _SIDES + 46, _SANS, 26, 700, "#f6f1e4", f"{name}: {corner.count}")
        at = _SIDES + 54
        words, by = _said(corner)
        for line, font in (*((line, _SERIF) for line in words), *((line, _SANS) for line in by)):
            at += _WORDS + 6
            yield _LINE.format(left, at, font, _WORDS if font is _SERIF else 24, 400, "#e9e2d0", line)


def _said(corner: Corner) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a corner and who says them, in lines; if they do not fit, the title of their claim."""
    width, words = _SIDE / _WORDS, corner.words
    if words is not None:
        text = (
            f"\N{LEFT DOUBLE QUOTATION MARK}{words.text}\N{RIGHT DOUBLE QUOTATION MARK}"
            if words.is_quote
            else words.text
        )
        lines = wrapped(xml_text(text), width=width, lines=_MOST)
        if not lines[-1].endswith(ELLIPSIS):
            by = "; ".join(filter(None, (words.by.title, words.ours)))
            return lines, wrapped(xml_text(by), width=_SIDE / 24, lines=2)
    return wrapped(xml_text(corner.claim.title), width=width, lines=_MOST) if corner.claim else (), ()
