"""How the commands are used that make the website."""

from __future__ import annotations

from typing import Final

from claimgraph.cli.usage.parts import FOLDER, argument, command, option, strict, texts

BUILD: Final = command(
    "build",
    """Check everything, then build the website into site/.

With errors, nothing is built and the old site stays as it is.""",
    option("--output", "where the site goes; by default site/ in the checkout", "DIR", FOLDER),
    option("--shard", "build part I of N alone; `claimgraph join` makes a site of all parts", "I/N"),
    strict(),
    texts(),
)

JOIN: Final = command(
    "join",
    """Join the parts of a site that `build --shard` made, on this machine or others, into site/.

The site is the same as that of one build. All parts, and this command, need the same files and the same program.""",
    argument("parts", "the parts, each once, in any order", metavar="DIR...", type_=FOLDER, nargs=-1),
    option("--output", "where the site goes; by default site/ in the checkout", "DIR", FOLDER),
    strict(),
)

SERVE: Final = command(
    "serve",
    """Serve the site on this machine, rebuilt on every change of a claim, source, page or template.

Findings are printed and do not stop the preview; a file that cannot be read is left out until it can.""",
    option("--host", "the address to listen on; by default this machine alone", "HOST", default="127.0.0.1"),
    option("--port", "the port, 8000 by default; 0 for a free one", "PORT", int, default=8000),
    texts(),
)
