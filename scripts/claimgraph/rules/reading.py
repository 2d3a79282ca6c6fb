"""Rules about files that cannot be read; what breaks them is found while the files are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.findings import Severity
from claimgraph.rules.rule import Examined, Problem, found_while_reading, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(Severity.ERROR)
def yaml_refused(examined: Examined) -> Iterator[Problem]:
    """A data file is plain YAML: mappings, lists and text.

    It is UTF-8, of at most 64 KiB, with one mapping of keys to values. Anchors, aliases, tags, merge keys, directives,
    a second document, a key that stands twice and characters that cannot be seen are refused, because a reader of the
    file does not see what they do. A text that holds `: ` or begins with a sign such as `[`, `{`, `*`, `&`, `@` or a
    quotation mark is put in quotes or in a block (`>-`).

    Bad:

        title: Buses: late again

    Good:

        title: "Buses: late again"
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def comment_in_text(examined: Examined) -> Iterator[Problem]:
    """No comment follows a text directly, so that none is a part of the text that was cut off.

    YAML takes ` #` in a text without quotes, and all that follows on the line, for a comment. A comment on a text has a
    line of its own, above it and no deeper than its key. Beside an id, a number, a date, an address or one of a few
    words, and beside a key without a value, a comment may stand: it cannot be a part of those.

    Bad:

        title: Bus #5 came late

    Good:

        title: "Bus #5 came late"
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def not_a_plain_file(examined: Examined) -> Iterator[Problem]:
    """Below `claims`, `sources`, `voices`, `docs` and `site_overrides` there are only plain files and folders.

    `mkdocs.yml` is a plain file, too. Symbolic links, pipes and devices are not read: they may lead out of the
    checkout, or keep a reader waiting. Nor is a folder where a file is expected, such as `late.yml/`.

    Bad:

        claims/buses/late.yml -> ../../elsewhere/late.yml

    Good:

        claims/buses/late.yml
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def unexpected_file(examined: Examined) -> Iterator[Problem]:
    """A data file stands where files of its kind do, under a name that is an id.

    Those are `claims/<topic>/<id>.yml`, `claims/<topic>/_topic.yml`, `claims/_glossary.yml`, `claims/_measures.yml`,
    `sources/<id>.yml`, `sources/<id>.capture.json`, `sources/compared.yml` and `voices/<id>.yml`. An id has small
    letters, digits and single hyphens, begins with a letter, and has at most 80 characters. Any other file would be
    left out in silence, also one behind a dot (`.late.yml`) and an editor's copy (`late.yml~`). Only what programs
    leave for themselves is passed over: `.DS_Store`, `._*`, `Thumbs.db`, `desktop.ini`, `.gitkeep`, `.gitignore`,
    `.gitattributes`, and what editors keep while they edit (`.*.swp`, `.#*`, `#*#`).

    No file or folder, of written pages and templates either, has a name that Windows keeps for itself: `con`, `prn`,
    `aux`, `nul`, `com0` to `com9` and `lpt0` to `lpt9`, in any case and with any suffix. There, nobody could get it.

    Bad:

        claims/buses/Late Buses.yaml

    Good:

        claims/buses/late-buses.yml
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def duplicate_id(examined: Examined) -> Iterator[Problem]:
    """The id of a claim is unique among all topics.

    A claim's address has only its id, so that a claim can move to another topic and keep its address.

    Bad:

        claims/buses/late.yml
        claims/trains/late.yml

    Good:

        claims/buses/buses-are-late.yml
        claims/trains/trains-are-late.yml
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def missing_field(examined: Examined) -> Iterator[Problem]:
    """A file has every field that files of its kind need.

    A claim needs `title`, `assertion`, `kind`, `scope.place` and `scope.period`; a quote needs `source` and `exact`; a
    link needs `claim` and `because`. All fields are described in `docs/contribute/fields.md`.

    Bad:

        scope: {place: Harbour Town}

    Good:

        scope: {place: Harbour Town, period: 2021-10}
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def unknown_field(examined: Examined) -> Iterator[Problem]:
    """A file has no field that files of its kind do not know.

    A misspelt field would be left out in silence. What has no field goes into `note`.

    Bad:

        asertion: In Harbour Town in 2021, buses were late.

    Good:

        assertion: In Harbour Town in 2021, buses were late.
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def wrong_value(examined: Examined) -> Iterator[Problem]:
    """A field holds a value of its kind.

    Ids have small letters, digits and hyphens; dates are in EDTF; labels have at most 70 characters; web addresses
    begin with `https://` or `http://`; some fields take one of a few words.

    Bad:

        scope: {place: Harbour Town, period: October 2021}

    Good:

        scope: {place: Harbour Town, period: 2021-10}
    """
    return found_while_reading(examined)
