"""Draws a poster as SVG, on a sheet of the A series: readable on A4, and at ease on A3.

Above the reasons of a thesis, in two columns, stands the thesis. A line leads from each claim to what it bears on.
Lengths are units of the sheet, of which A4 is 840 wide, or high where it lies on its side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.pages.drawing.line_ends import RIGHT, UP
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.plotting import printed
from claimgraph.pages.drawing.text_width import text_width, wrapped
from claimgraph.pages.drawing.voice_figures import AGAINST, FOR
from claimgraph.pages.drawing.xml_text import xml_text
from claimgraph.pages.parts.spoken import voices_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.pages.map.poster import Poster, PosterClaim, PosterThesis

_WIDTH: Final = 840
_LONG: Final = 1188
_SHORT: Final = 594
"""The heights of a sheet of this width, upright and on its side: their ratio to it is the root of two, about."""

_MARGIN: Final = 32
_SPINE: Final = 30
"""The room between the two columns."""
_COLUMN: Final = (_WIDTH - 2 * _MARGIN - _SPINE) // 2
_INDENT: Final = 16
_PAD: Final = 7
_GAP: Final = 6

_NARROWER: Final = 1.1
"""The sheet's font is so much narrower than `text_width` takes a font to be, which is not known on a page."""
_BOLDER: Final = 1.08

_INK: Final = "#1b2530"
_SOFT: Final = "#566170"
_LINE: Final = "#8a7a52"
_SHEET: Final = "#fcfaf5"
_COLOURS: Final = {
    "supports": "#1a5276",
    "counts_against": "#b3261e",
    "opposes": "#b3261e",
    "undercuts": "#6b4a12",
    "limits": "#4a5560",
}
"""As on a light screen, in `map.css`."""

_SVG: Final = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="{} 0 {} {}" font-family="{}" '
    'font-size="11" fill="{}"><title>{}</title><rect x="{}" y="-9" width="{}" height="{}" fill="#fff"/>{}</svg>\n'
)
_FONT: Final = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif"
"""The first is the one that vl-convert brings along for the PDF."""
_A3: Final = (842, 1191)
"""Width and height of A3 in points, of which PDF counts one for each of SVG's pixels."""
_TEXT: Final = Markup('<text x="{}" y="{}"{}>{}</text>')
_RECT: Final = Markup('<rect x="{}" y="{}" width="{}" height="{}"{}/>')
_PATH: Final = Markup('<path d="{}" fill="{}" stroke="{}"{}/>')
_FIGURE: Final = Markup('<path transform="translate({} {})" d="{}"/>')
_LINK: Final = Markup('<a href="{}">{}</a>')
_BOX_LOOK: Final = Markup(' rx="2" fill="#fcfaf5" stroke="#8a7a52"')
_BROKEN: Final = Markup(' rx="2" fill="#fcfaf5" stroke="#8a7a52" stroke-dasharray="4 3"')
_SMALL: Final = Markup(' font-size="9" fill="#566170"')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """A claim with its place: `lines` of its title, and one of who holds it, which may be empty."""

    claim: PosterClaim
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    below: str

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


def poster_svg(poster: Poster) -> str:
    """Return a poster as SVG; the same poster gives the same text."""
    pieces, y = _head(poster)
    for thesis in poster.theses:
        made, y = _thesis(thesis, y)
        pieces += made
    if poster.others:
        made, y = _others(poster.others, y)
        pieces += made
    foot, y = _foot(poster, y)
    is_wide = y + _MARGIN <= _SHORT
    height = max(y + _MARGIN, _SHORT if is_wide else _LONG)
    width = _WIDTH if is_wide else round(height * _WIDTH / _LONG)
    left = (_WIDTH - width) // 2
    size = _A3[::-1] if is_wide else _A3
    drawn = Markup("").join([*pieces, *foot])
    title = xml_text(f"{poster.title}: {poster.question}")
    return str(_SVG.format(*size, left, width, height, _FONT, _INK, title, left - 9, width + 18, height + 18, drawn))


def poster_pdf(poster: Poster) -> bytes:
    """Return a poster as PDF, the same bytes for the same poster, in about 0.02 s."""
    return printed(poster_svg(poster))


def _text(text: str, x: int, y: int, look: Markup | str = "") -> Markup:
    return _TEXT.format(x, y, look, xml_text(text))


def _lines(text: str, size: float, width: int, most: int, *, bold: bool = False) -> tuple[str, ...]:
    return wrapped(text, width=width / size * (_NARROWER / _BOLDER if bold else _NARROWER), lines=most)


def _head(poster: Poster) -> tuple[list[Markup], int]:
    pieces = [_text(poster.title, _MARGIN, _MARGIN + 12, _SMALL)]
    y = _MARGIN + 18
    for line in _lines(poster.question, 24, _WIDTH - 2 * _MARGIN, 3, bold=True):
        y += 29
        pieces.append(_text(line, _MARGIN, y, Markup(' font-size="24" font-weight="700"')))
    return pieces, y + 18


def _thesis(thesis: PosterThesis, top: int) -> tuple[list[Markup], int]:
    """Return a thesis in its frame, which begins at `top`, and where the next one may begin."""
    inner, y = [], top + 4
    for line in _lines(thesis.title, 15, _WIDTH - 2 * _MARGIN - 2 * _PAD, 2, bold=True):
        y += 19
        inner.append(_text(line, _MARGIN + _PAD, y, Markup(' font-size="15" font-weight="700"')))
    for line in _lines(thesis.assertion, 10.5, _WIDTH - 2 * _MARGIN - 2 * _PAD, 4):
        y += 15
        inner.append(_text(line, _MARGIN + _PAD, y, Markup(' font-size="10.5"')))
    y += 20
    inner += _weight(thesis, y)
    under, y = y + 4, y + 12
    left, right = _MARGIN + _PAD, _WIDTH - _MARGIN - _PAD - _COLUMN + _PAD
    pro, con = (_column(side, x, y) for side, x in ((thesis.pro, left), (thesis.con, right)))
    bottom = max([y + 14, *(box.y + box.height for box in (*pro, *con))]) + _PAD + 2
    frame = _RECT.format(
        _MARGIN, top, _WIDTH - 2 * _MARGIN, bottom - top, Markup(' rx="3" fill="none" stroke="#1b2530"')
    )
    none = "No reason {} it is recorded here."
    if not pro:
        inner.append(_text(none.format("for"), left, y + 12, _SMALL))
    if not con:
        inner.append(_text(none.format("against"), right, y + 12, _SMALL))
    links = [*_links(pro, under, is_left=True), *_links(con, under, is_left=False)]
    return [frame, _LINK.format(thesis.url, Markup("").join(inner)), *links, *map(_drawn, (*pro, *con))], bottom + 12


def _weight(thesis: PosterThesis, y: int) -> Iterator[Markup]:
    """Yield how many voices stand on either side: in words, and as a figure each."""
    voices = voices_in_words(thesis.for_it, thesis.against).split(", ")
    bold = Markup(' font-size="10" font-weight="700"')
    yield _text(voices[0], _MARGIN + _PAD, y, bold)
    yield _text(voices[1], _WIDTH - _MARGIN - _PAD - _COLUMN + _PAD, y, bold)
    for rank in range(min(thesis.for_it, 20)):
        yield _FIGURE.format(_WIDTH // 2 - 24 - 12 * rank, y - 11, FOR)
    right = _WIDTH - _MARGIN - _PAD - _COLUMN + _PAD + round(text_width(voices[1]) * 11) + 8
    for rank in range(min(thesis.against, 20)):
        yield _FIGURE.format(right + 12 * rank, y - 11, AGAINST)


def _column(claims: Sequence[PosterClaim], x: int, y: int) -> list[_Box]:
    boxes = []
    for claim in claims:
        left = x + _INDENT * min(claim.depth, 8)
        width = x + _COLUMN - _PAD - left
        lines = _lines(claim.title, 11, width - 2 * _PAD, 2)
        kind = "" if claim.kind in {"supports", "counts_against"} else LINK_STYLES[claim.kind].onward
        taken = sum(text_width(f"{part} · ") for part in (kind, claim.place) if part)
        says = "".join(_lines(claim.says, 9, round(width - 2 * _PAD - taken * 9), 1))
        cut = " · ".join(part for part in (kind, says, claim.place) if part)
        height = 2 * _PAD - 3 + 13 * max(1, len(lines)) + (11 if cut else 0)
        boxes.append(_Box(claim=claim, x=left, y=y, width=width, height=height, lines=lines, below=cut))
        y += height + _GAP
    return boxes


def _drawn(box: _Box) -> Markup:
    pieces = [_RECT.format(box.x, box.y, box.width, box.height, _BROKEN if box.claim.place else _BOX_LOOK)]
    y = box.y + _PAD - 3
    for line in box.lines:
        y += 13
        pieces.append(_text(line, box.x + _PAD, y - 1))
    if box.below:
        pieces.append(_text(box.below, box.x + _PAD, y + 10, _SMALL))
    return _LINK.format(box.claim.url, Markup("").join(pieces))


def _links(boxes: list[_Box], top: int, *, is_left: bool) -> Iterator[Markup]:
    """Yield the lines of a column: of reasons to a rail in the middle that leads up, of others to what they bear on."""
    kinds = list(dict.fromkeys(box.claim.kind for box in boxes if not box.claim.depth))
    above: dict[int, _Box] = {}
    rails: dict[str, list[_Box]] = {}
    for box in boxes:
        depth = box.claim.depth
        if depth:
            over = above[depth - 1]
            x = over.x + 8
            yield _line(box.claim.kind, f"M{box.x} {box.middle}H{x}V{over.y + over.height + 1}")
            yield _end(box.claim.kind, x, over.y + over.height + 1)
        else:
            rails.setdefault(box.claim.kind, []).append(box)
        above[depth] = box
    for kind, joined in rails.items():
        away = 5 + 4 * kinds.index(kind)
        x = _WIDTH // 2 - away if is_left else _WIDTH // 2 + away - 2
        stubs = "".join(f"M{_side(box, is_left=is_left)} {box.middle}H{x}" for box in joined[:-1])
        last = joined[-1]
        yield _line(kind, f"{stubs}M{_side(last, is_left=is_left)} {last.middle}H{x}V{top}")
        yield _end(kind, x, top)


def _side(box: _Box, *, is_left: bool) -> int:
    return box.x + box.width if is_left else box.x


def _line(kind: str, path: str) -> Markup:
    return _PATH.format(path, "none", _COLOURS[kind], Markup(" ") + LINK_STYLES[kind].stroke)


def _end(kind: str, x: int, y: int) -> Markup:
    style = LINK_STYLES[kind]
    is_bar = style.end == "bar"
    return _PATH.format(
        f"M{x} {y}{UP[style.end]}",
        "none" if is_bar else _COLOURS[kind],
        _COLOURS[kind] if is_bar else "none",
        Markup(' stroke-width="2.5"') if is_bar else "",
    )


def _others(titles: tuple[str, ...], y: int) -> tuple[list[Markup], int]:
    """Return the titles of the other claims in two columns, and where the next thing may begin."""
    pieces = [_text("Also recorded under this question", _MARGIN, y + 12, Markup(' font-size="10" font-weight="700"'))]
    y += 18
    half = (len(titles) + 1) // 2
    lines = ["".join(_lines(title, 9, _COLUMN, 1)) for title in titles]
    for rank, line in enumerate(lines):
        x = _MARGIN if rank < half else _WIDTH // 2 + 8
        pieces.append(_text(line, x, y + 12 * (rank % half + 1) - 2, _SMALL))
    return pieces, y + 12 * half + 6


def _foot(poster: Poster, y: int) -> tuple[list[Markup], int]:
    """Return what the lines and figures mean, and where the poster is from."""
    pieces, x, y = [], _MARGIN, y + 16
    used = {claim.kind for thesis in poster.theses for claim in (*thesis.pro, *thesis.con)}
    for kind in (kind for kind in LINK_STYLES if kind in used):
        style = LINK_STYLES[kind]
        pieces.append(_line(kind, f"M{x} {y - 3}h24"))
        pieces.append(
            _PATH.format(
                f"M{x + 28} {y - 3}{RIGHT[style.end]}",
                "none" if style.end == "bar" else _COLOURS[kind],
                _COLOURS[kind] if style.end == "bar" else "none",
                Markup(' stroke-width="2.5"') if style.end == "bar" else "",
            )
        )
        pieces.append(_text(style.onward, x + 36, y, _SMALL))
        x += 36 + round(text_width(style.onward) * 9) + 16
    figures = (
        "Each figure is a voice: those with round heads are for the answer, those with square heads against it. "
        "A broken edge: told in full elsewhere."
    )
    pieces.append(_text(figures, _MARGIN, y + 14, _SMALL))
    note = f"{poster.source}. What is recorded there; not a verdict on truth."
    for rank, line in enumerate(_lines(note, 9, _WIDTH - 2 * _MARGIN, 2)):
        pieces.append(_text(line, _MARGIN, y + 28 + 12 * rank, _SMALL))
    return pieces, y + 40
