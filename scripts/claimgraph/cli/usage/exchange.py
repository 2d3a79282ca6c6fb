"""How the commands are used that tell of the claims, exchange them with other programs, or set up a shell."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from claimgraph.cli.usage.ids import Id
from claimgraph.cli.usage.parts import FILE, FOLDER, argument, choice, command, flag, option, revisions, texts, topic

DIFF_FORMATS: Final = ("text", "markdown", "json", "github")
"""How changes may be printed."""

EXPORT_FORMATS: Final = tuple(
    "json csv graphml node-link aif argdown annotations csl-json bibtex ris turtle croissant dcat".split()
)
"""The forms of other programs, in the order of the help."""

SHELLS: Final = ("bash", "zsh", "fish")

DIFF: Final = command(
    "diff",
    """Tell what has changed since a git revision: what it does to the argument, what was written, what the check finds.

BASE is compared with the present files, or with the revision HEAD if it is given. No file is changed. Captures come
first: a contributor's capture proves nothing until a maintainer compares it with the text. Then come theses and other
claims with another state, with the reasons, and then the changes of files. The format github has annotations on
captures and comparisons only.""",
    *revisions(),
    choice("--format", DIFF_FORMATS, "how it is printed"),
)

PREVIEW: Final = command(
    "preview",
    """Write what has changed since a git revision as one HTML file, to be read before it is merged.

BASE is compared with the present files, or with the revision HEAD if it is given. The file begins as the Markdown of
`claimgraph diff` does. Then each changed claim stands below the thesis on which it bears: its words before and after,
how it stands and why, and the claim as its page shows it. A browser shows it without fetching anything.""",
    *revisions(),
    option("--output", "the file to write; by default preview.html", "FILE", FILE, default=Path("preview.html")),
)

ANALYSE: Final = command(
    "analyse",
    """Tell what the argument amounts to: why claims stand as they do, what would change that, who is behind them.

Without an ID, it analyses the corpus as a whole. Errors in the checkout do not stop it: a quote that is not verified is
no evidence, and a link to a claim that does not exist does not count.""",
    argument("claims", "the id of a claim to tell of", metavar="[ID]...", type_=Id("claim"), required=False, nargs=-1),
    choice("--format", ("text", "json"), "how it is printed"),
)

EXPORT: Final = command(
    "export",
    """Write the claims in forms that other programs read, or the schemas by which editors complete the files.

A release (--all) has every format, a manifest and checksums, also in one archive. With errors in the checkout, nothing
is written.""",
    argument(
        "form",
        f"one of: {', '.join(EXPORT_FORMATS)}",
        metavar="FORMAT",
        type_=click.Choice(EXPORT_FORMATS),
        required=False,
    ),
    option("--output", "the folder to write into, made if needed", "DIR", FOLDER),
    option("--all", "write a release into this folder: every format", "DIR", FOLDER),
    option("--release", "with --all: its version; by default made of the contents", "VERSION"),
    option("--base", "the site's address, for formats in which things have addresses", "URL"),
    texts("full texts, as <source id>.txt, to count in"),
    flag("--schemas", "write the JSON schemas into the checkout instead"),
)

IMPORT: Final = command(
    "import",
    """Make draft claims of an argument map, or sources of records of references, that another program wrote.

Reads maps in Argdown (.argdown, .ad) and AIF (.json), and records in BibTeX (.bib), RIS (.ris), CSL-JSON (.json) and
the YAML of Zotero and Pandoc (.yaml, .yml). What a file has to say and the other program does not is marked TO DO in
it, and the check refuses it until it is filled in. No file that is there is overwritten.""",
    argument("file", "the argument map, or the records of references", type_=FILE),
    topic("the topic of claims for which the map names none"),
)

COMPLETION: Final = command(
    "completion",
    """Print what makes a shell complete commands, options, and the ids of claims, topics, sources and voices.

For bash, put this line into ~/.bashrc: eval "$(claimgraph completion bash)". For zsh, the same with zsh into ~/.zshrc.
For fish: claimgraph completion fish > ~/.config/fish/completions/claimgraph.fish""",
    argument("shell", f"one of: {', '.join(SHELLS)}", type_=click.Choice(SHELLS), metavar="SHELL"),
)
