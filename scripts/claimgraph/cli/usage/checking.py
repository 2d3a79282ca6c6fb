"""How the commands are used that check files and put them right."""

from __future__ import annotations

from typing import Final

from claimgraph.cli.usage.ids import Id
from claimgraph.cli.usage.parts import FILE, argument, choice, command, flag, strict, texts

FORMATS: Final = ("text", "github", "json", "sarif")
"""How findings may be printed."""

CHECK: Final = command(
    "check",
    """Check every claim, source and quote.

With a PATH, it tells only what is wrong in that file or below that folder; everything is checked all the same, as a
claim hangs on others. Exits 0 when clean, 1 with errors, 2 when used wrongly.""",
    argument("paths", "files or folders to tell of; by default all", "[PATH]...", FILE, required=False, nargs=-1),
    choice("--format", FORMATS, "how findings are printed"),
    strict(),
    flag("--watch", "check again whenever a file changes, until Ctrl-C"),
    texts("full texts to check on, too, as <source id>.txt"),
)

FIX: Final = command(
    "fix",
    """Put right what the check finds and is surely meant otherwise, and show what is changed.

These are: a date in words that can mean one date only, an id with a letter or two wrong that can mean one record only,
a former id, and three dots for [...] in a quote whose parts stand in the source. Nothing else is changed. Exits 0 when
done, 1 with --dry-run if there is something to put right, 2 when used wrongly.""",
    argument("paths", "files or folders; by default all", metavar="[PATH]...", type_=FILE, required=False, nargs=-1),
    flag("--dry-run", "only show it"),
)

FMT: Final = command(
    "fmt",
    """Give files of claims, topics, sources and voices the form of the repository's files.

Keys come in the usual order, a text with a line of more than 120 characters is wrapped anew, and no line ends in white
space. Comments stay, and so does what the file says: else it is left as it is. Exits 0 when done, 1 with --check if a
file would change, 2 when used wrongly.""",
    argument("paths", "files or folders; by default all", metavar="[PATH]...", type_=FILE, required=False, nargs=-1),
    flag("--check", "change nothing, and show what would change"),
)

EXPLAIN: Final = command(
    "explain",
    "Explain a rule: what it asks, with a bad and a good example; without a rule, list them all.",
    argument("rule", "the rule's id, as findings name it", type_=Id("rule"), required=False),
)

SOURCES: Final = command(
    "sources",
    """Tell of each source its archived copy, its capture and what the last look found, or look again.

With --look, it asks each source's address and archived copy, one after the other: which of them moved or are gone,
which quoted words today's text does not have, whether the register of DOIs has a retraction, and which copy an archive
has. What it finds goes into sources/looked.yml. It changes no other file, and exits 0 whatever it finds.""",
    argument("sources", "the id of a source", metavar="[ID]...", type_=Id("source"), required=False, nargs=-1),
    flag("--look", "ask the addresses, and keep what they answer"),
    choice("--format", ("text", "markdown", "json"), "how it is printed; markdown is the report of a look"),
)
