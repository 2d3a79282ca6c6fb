r"""Finds possible speakers' labels: a name and a colon at the start of a line, and its other forms in transcripts.

Firm labels stand at the start of a line and end in a mark: `Chair:`, `[Chair]:`, `**Chair:**`, `Q12 Chair:`,
`[00:12:34] SPEAKER_01:`, `Mr Platt (Hill Town) (Ind):`, `A driver:`, `esther12:`, `<esther12>`, `DR PLATT - `,
`Chair.-`, `Mr. PLATT. `, `Q. `, `Chair<tab>`, `Ada Quill 0:12` and `Esther12 said:` alone on a line. Doubtful ones are
a name and a colon within a line, a name alone on a line, and a name and a dash.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import SPACELESS, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.captures.words import Words

_GAP: Final = r"[^\S\n]"
_TIME: Final = rf"[\[(]? \d{{1,2}} : \d\d (?: : \d\d )? (?: [.,]\d{{1,3}} )? (?: {_GAP}? [AaPp]\.?[Mm]\.? )? [\])]?"
_BEFORE: Final = rf"""(?:
    {_GAP}
    | {_TIME} (?={_GAP})
    | (?: Q \.? {_GAP}? \d{{1,4}} [.)]? | \d{{1,4}} [.)] ) {_GAP}++ (?= [\p{{L}}\[(*] )  # the number of a question
    | [\[(] [^\[\]():\n]{{1,40}} [\])] (?={_GAP})                                                # a remark: [laughter]
    | [\[(<*_\#>\u2022"'\-]
)*+"""
"""What may precede a label without being part of it: bullets, brackets, emphasis, times, numbers."""
_COLON: Final = rf"""{_GAP}*+ [*_)\]>"']*+ : [*_)\]>"']*+ (?= \s | \Z | [{SPACELESS}] )"""

_TITLES: Final = r"""(?: Mr | Mrs | Ms | Miss | Mx | Dr | Prof | Professor | Sir | Dame | Lord | Lady | Baroness | Cllr
    | Councillor | Senator | Judge | Rev )"""
_NAME: Final = r"[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}'._\-/\#]*+"
_PARTICLES: Final = r"de | du | di | van | von | der | la | le"
_SMALL: Final = rf"""\p{{N}}{{1,3}} | \#\p{{N}}{{1,3}} | [&/] | and | of | the | for | from | in | at | to | an? | hon\.
    | {_PARTICLES} | one | two | three | four | five | six | seven | eight | nine | ten
    | (?: caller | candidate | chair | commenter | delegate | doctor | driver | facilitator | guest | host | interviewee
    | interviewer | man | member | moderator | nurse | officer | participant | passenger | patient | person | reader
    | rep | representative | respondent | speaker | student | teacher | user | voice | witness | woman )s?"""
"""What is in small letters within a name: numbers, particles, and nouns for people whose names are not given."""
_ABBREVIATED: Final = r"""(?<= \b (?: Mr | Mrs | Ms | Mx | Dr | Prof | Rev | Sen | Rep | St | Gen | Col | Lt | Capt
    | Sgt | Jr | Sr | Cllr | [Hh]on ) \. )"""
_NO_STOP: Final = rf"(?: (?<! \p{{Ll}}\. ) | {_ABBREVIATED} )"
"""Not at the end of a sentence: a point after a small letter must belong to an abbreviation."""
_NAMES: Final = rf"""(?: (?: {_PARTICLES} ) {_GAP} )*+
    {_NAME} (?: {_NO_STOP} {_GAP}++ (?: {_NAME} | {_SMALL} ) ){{0,6}}"""
_NO_ROLE: Final = r"""(?: is | are | was | were | has | had | this | that | these | those | following | question | point
    | things? | answer | problem | issue | reason | result | other | same | first | second | next | last )"""
_ROLE_NAME: Final = (
    rf"(?: An? | The | Another | Several ) (?: {_GAP} (?! {_NO_ROLE} \b ) [\p{{L}}\p{{M}}'\-.]+ ){{1,3}}"
)
_ROLES: Final = rf"(?: ,? {_GAP}? [(\[] [^()\[\]\n]{{1,80}} [)\]] ){{0,3}}"
_OPENERS: Final = r"""(?: Yes | No | Well | So | However | And | But | Now | Also | First(?:ly)? | Second(?:ly)?
    | Finally | Again | Indeed | Sorry | Okay | OK | Oh | Right | Still | Then | Thus | Therefore | Here | There )"""
_AFTER_COMMA: Final = rf"(?: , (?: {_GAP} [^\s,:]+ ){{1,4}} )?"
_USER: Final = r"@? [\p{Ll}\p{N}_] [\p{L}\p{M}\p{N}_.\-]*+"
_CAPITALS: Final = r"\p{Lu}[\p{Lu}\p{M}'\-]+"
_SURNAME: Final = rf"[\p{{Lu}}'\-]{{3,}} (?: {_GAP} [\p{{Lu}}'\-]{{2,}} )*+"
_STRICT: Final = rf"""(?: {_TITLES} \.? (?: \s \p{{Lu}} [\p{{L}}\p{{M}}']*+ (?: -\p{{Lu}}[\p{{L}}\p{{M}}']*+ )* ){{1,3}}
    | {_CAPITALS} (?: \s {_CAPITALS} ){{1,4}} )"""
"""A name that is recognisable without a colon: with a title, or all in capitals."""

_FIRM: Final = tuple(
    regex.compile(_BEFORE + pattern, regex.VERBOSE | regex.VERSION1)
    for pattern in (
        rf"(?P<text> (?P<name> {_NAMES} | {_ROLE_NAME} ) {_ROLES} ) {_COLON}",
        rf"(?! {_OPENERS} , ) (?P<text> (?P<name> {_NAMES} ) {_ROLES} {_AFTER_COMMA} ) {_COLON}",
        rf"(?P<text> (?P<name> {_NAMES} | {_USER} ) \s (?: said | wrote ) ) : {_GAP}* \u2191? {_GAP}* \Z",
        rf"(?P<text> (?P<name> {_NAMES} ) ) {_GAP}++ \|? {_GAP}*+ {_TIME} {_GAP}* \Z",
        rf"(?<=<) (?P<text> (?P<name> [^<>\n]{{1,40}} ) ) > (?={_GAP})",
        rf"(?P<text> (?P<name> {_STRICT} ) {_ROLES} ) (?: {_GAP}+ -{_GAP} | \.-(?=\S) )",
        r"(?P<text> (?P<name> Chair (?:man|woman|person)? ) ) \.-(?=\S)",
        rf"(?P<text> (?P<name> (?: (?: The | Chair\p{{Ll}}* | {_TITLES} ) \.? {_GAP} )+ {_SURNAME} ) ) \.(?=\s)",
        r"(?P<text> (?P<name> [QA] ) ) \.(?=\s)",
        rf"(?P<text> (?P<name> {_NAMES} ) ) \t++ (?=\S)",
    )
)
_USER_LABEL: Final = regex.compile(
    rf"{_BEFORE} (?P<text> (?P<name> {_USER} ) ) {_COLON}", regex.VERBOSE | regex.VERSION1
)
_ANY: Final = regex.compile(rf"{_BEFORE} (?P<text> [^:\n]{{1,60}} ) :", regex.VERBOSE | regex.VERSION1)
_ALONE: Final = regex.compile(
    rf"{_BEFORE} (?P<text> (?P<name> {_STRICT} ) | [^\n]{{1,60}}? ) [*_)\]>]*+ \s* \Z", regex.VERBOSE | regex.VERSION1
)
_DASHED: Final = regex.compile(rf"{_BEFORE} (?P<text> {_NAMES} ) {_GAP}+ -{_GAP}", regex.VERBOSE | regex.VERSION1)
_INNER: Final = regex.compile(
    rf"""[.!?:)\]\-] (?! {_ABBREVIATED} ) ['")\]*_]*+ {_GAP}++
    (?= (?P<text> (?P<name> {_NAMES} ) {_ROLES} ) : (?=\s)
      | (?P<text> [^\s:.!?]+ (?: {_GAP} [^\s:.!?]+ ){{0,3}} ) : (?=\s) )""",
    regex.VERBOSE | regex.VERSION1,
)
_ENDS_SENTENCE: Final = regex.compile(r"""[.!?\u3002]['")\]]*\s*\Z""")
_MOST_SIGNS: Final = 8
"""Within how many characters a word has a letter or digit; signs and currency may precede it."""
_MOST_ALONE: Final = 5
"""The most words of a line that is a name alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A possible speaker's label.

    `text` is the folded label without surrounding brackets, times and numbers of questions. `words` counts the words up
    to its end, from the start of the line if it begins one. `name` is the text without the role in brackets or after a
    comma: `Ms Adeyemi` of `Ms Adeyemi (engineer)`. It is empty if the text does not look like a speaker's name.
    """

    words: int
    text: str
    name: str


def labels(folded: str, words: Words, line_starts: Sequence[int]) -> Iterator[tuple[int, Label]]:
    """Yield the number of each line with a firm label, and the label.

    A line that begins inside a broken word has none. What precedes a colon within the first 60 characters is a label;
    it has no name if it does not look like a speaker's.

    Args:
        folded: The folded text.
        words: The same text as words.
        line_starts: The first word of each line, as in a capture.

    """
    for number, line, firm in _lines(folded, words, line_starts):
        if firm:
            yield number, _label(line, firm)


def doubtful_labels(folded: str, words: Words, line_starts: Sequence[int]) -> Iterator[tuple[int, Label]]:
    """Yield the first word of each doubtful label, and the label, in order.

    Doubtful are a name and a colon after the end of a sentence within a line, a name and a dash at the start of a line,
    and a line of at most five words without a stop. The label has a name if it looks like a speaker's by itself.
    """
    found: dict[int, Label] = {}
    inside_firm: set[int] = set()
    for number, line, firm in _lines(folded, words, line_starts):
        first = line_starts[number - 1]
        if firm and firm.groupdict().get("name"):
            inside_firm.update(range(first, first + _label(line, firm).words))
        elif label := _doubtful(line, is_firm=firm is not None):
            found[first] = label
    for match in _INNER.finditer(folded):
        word, end = (bisect.bisect_left(words.starts, at) for at in match.span("text"))
        if word < end and word not in inside_firm:
            found[word] = _made(match["text"], match["name"], end - word)
    yield from sorted(found.items(), key=_word_of)


def _word_of(found: tuple[int, Label]) -> int:
    return found[0]


def _doubtful(line: str, *, is_firm: bool) -> Label | None:
    if match := _DASHED.match(line):
        return _label(line, match)
    if is_firm or _ENDS_SENTENCE.search(line) or not (match := _ALONE.match(line)):
        return None
    label = _label(line, match)
    return label if label.words <= _MOST_ALONE else None


def _lines(folded: str, words: Words, line_starts: Sequence[int]) -> Iterator[tuple[int, str, regex.Match[str] | None]]:
    """Yield the number, from 1, of each line that begins with a new word, the line, and its firm label, if any."""
    offset, before = 0, ""
    for number, line in enumerate(folded.split("\n"), start=1):
        first = line_starts[number - 1]
        start = words.starts[first] - offset if first < len(words.words) else len(line)
        if start < len(line) and cut(line[: start + _MOST_SIGNS]).starts[:1] == (start,):
            yield number, line, _firm(line, before)
        offset, before = offset + len(line) + 1, line


def _firm(line: str, before: str) -> regex.Match[str] | None:
    """Return the firm label of a line; a user's name in small letters counts only after a full sentence or a label."""
    for pattern in _FIRM:
        if match := pattern.match(line):
            return match
    if (not before.strip() or _ENDS_SENTENCE.search(before) or _ANY.match(before)) and (
        match := _USER_LABEL.match(line)
    ):
        return match
    match = _ANY.match(line)
    return match if match and cut(match["text"]).words else None


def _label(line: str, match: regex.Match[str]) -> Label:
    count = bisect.bisect_left(cut(line).starts, match.end("text"))
    return _made(match["text"], match.groupdict().get("name"), count)


def _made(text: str, name: str | None, words: int) -> Label:
    return Label(words=words, text=fold_line(text), name=fold_line(name or ""))
