"""Rules about files that cannot be read, whose findings come from reading the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.findings import Severity
from claimgraph.rules.rule import Examined, Problem, found_while_reading, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(Severity.ERROR)
def yaml_refused(examined: Examined) -> Iterator[Problem]:
    """A data file is plain YAML: mappings, lists and text.

    It is in UTF-8, has at most 64 KiB, and is one mapping of keys to values. Anchors, aliases, tags, merge keys,
    directives, a second document, duplicate keys and invisible characters are refused, because a reader of the file
    does not see what they do. Put a text in quotes or in a block (`>-`) if it has `: ` in it or begins with a sign such
    as `[`, `{`, `*`, `&`, `@` or a quotation mark.

    Bad:

        title: Buses: late again

    Good:

        title: "Buses: late again"
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def comment_in_text(examined: Examined) -> Iterator[Problem]:
    """No comment follows a text directly, since it may be a part of the text that was cut off.

    In a text without quotes, YAML reads ` #` and the rest of the line as a comment. Put a comment about a text on its
    own line, above the text and no deeper than its key. A comment may follow an id, a number, a date, an address, one
    of a few words, or a key without a value, since it cannot be a part of these.

    Bad:

        title: Bus #5 came late

    Good:

        title: "Bus #5 came late"
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def not_a_plain_file(examined: Examined) -> Iterator[Problem]:
    """`claims`, `sources`, `voices`, `docs` and `site_overrides` have only plain files and folders in them.

    `mkdocs.yml` is a plain file too. Symbolic links, pipes and devices are not read, since they may lead out of the
    checkout or never end. Nor is a folder with the name of a file, such as `late.yml/`.

    Bad:

        claims/buses/late.yml -> ../../elsewhere/late.yml

    Good:

        claims/buses/late.yml
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def unexpected_file(examined: Examined) -> Iterator[Problem]:
    """A data file is in the folder for its kind, and its name is an id.

    Data files are `claims/<topic>/<id>.yml`, `claims/<topic>/_topic.yml`, `claims/_glossary.yml`,
    `claims/_measures.yml`, `sources/<id>.yml`, `sources/<id>.capture.json`, `sources/compared.yml` and
    `voices/<id>.yml`. An id has small letters, digits and single hyphens, begins with a letter, and has at most 80
    characters. Any other file would be ignored without a word, such as a hidden file (`.late.yml`) or an editor's copy
    (`late.yml~`). Only files that programs leave are ignored: `.DS_Store`, `._*`, `Thumbs.db`, `desktop.ini`,
    `.gitkeep`, `.gitignore`, `.gitattributes`, and files of a running editor (`.*.swp`, `.#*`, `#*#`).

    No file or folder, including written pages and templates, has a name that Windows reserves: `con`, `prn`, `aux`,
    `nul`, `com0` to `com9` and `lpt0` to `lpt9`, in any case and with any suffix. Windows cannot create such a file.

    Bad:

        claims/buses/Late Buses.yaml

    Good:

        claims/buses/late-buses.yml
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def duplicate_id(examined: Examined) -> Iterator[Problem]:
    """The id of a claim is unique across all topics.

    A claim's address has no topic in it, so that a claim keeps its address when it moves to another topic.

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
    """A file has every required field.

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
    """A file has only fields that are known for its kind.

    A misspelt field would be ignored without a word. Put what has no field into `note`.

    Bad:

        asertion: In Harbour Town in 2021, buses were late.

    Good:

        assertion: In Harbour Town in 2021, buses were late.
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def wrong_value(examined: Examined) -> Iterator[Problem]:
    """The value of a field is of the right kind.

    Ids have small letters, digits and hyphens; dates are in EDTF; labels have at most 70 characters; web addresses
    begin with `https://` or `http://`; some fields allow only a few words.

    Bad:

        scope: {place: Harbour Town, period: October 2021}

    Good:

        scope: {place: Harbour Town, period: 2021-10}
    """
    return found_while_reading(examined)
