"""How the commands are used that write or change files of claims, sources and voices."""

from __future__ import annotations

from typing import Final

import click

from claimgraph.cli.usage.ids import Id
from claimgraph.cli.usage.parts import FILE, FOLDER, argument, command, flag, option, texts, topic

KINDS: Final = ("claim", "topic", "source", "voice")
"""The kinds of files that can be begun."""

KINDS_OF_CLAIM: Final = tuple(
    "factual statistical causal definitional rule prediction evaluative normative experience".split()
)
"""The kinds of assertion."""

FLAGS_OF_CLAIMS: Final = {
    "--topic": "topic",
    "--source": "source",
    "--quote": "quote",
    "--speaker": "speaker",
    "--context": "context",
    "--for": "supporting",
    "--against": "against",
    "--because": "because",
    "--assertion": "assertion",
    "--kind": "sort",
    "--place": "place",
    "--period": "period",
}
"""The options of `new` that are for a claim alone, each with the name of its value."""

INIT: Final = command(
    "init",
    """Begin a map of your own in an empty folder, with an example to replace.

It has a topic with a thesis, a source, voices and claims on both sides, pages, settings, and workflows that check each
pull request and publish the site. A folder that is not empty is refused, unless all it holds is a new repository of
git's.""",
    argument("folder", "a new folder, or an empty one", metavar="DIR", type_=FOLDER),
    option("--name", "what the map is called, on every page", "TEXT", default="A new map"),
)

NEW: Final = command(
    "new",
    """Begin a new file for a claim, topic, source or voice, with what is known of it.

A claim takes its quote along: --source ID --quote "words". The words are looked for in the source's capture, and only
if they stand there is the file written, with the speaker. Its link to another claim is --for CLAIM or --against CLAIM.
On a terminal it asks for what it was not told. What nobody said is empty in the file, with a comment on what it is for.

A source takes what a document (text, a web page or a PDF) or a record of a reference says of it: --from FILE.

No file that is there is overwritten. Exits 0 when written, 1 when the words stand nowhere, 2 when used wrongly.""",
    argument("kind", f"one of: {', '.join(KINDS)}", type_=click.Choice(KINDS), metavar="KIND"),
    argument(
        "id",
        "its id: small letters, digits and single hyphens; of a claim, by default made of the title",
        required=False,
    ),
    option("--title", "its title; of a voice, its name", "TEXT", default=""),
    topic("of a claim: its topic; by default that of the claim that it is for or against"),
    option("--source", "of a claim: the source of its quote; by default any", "ID", Id("source")),
    option("--quote", "of a claim: the exact words, at least five, in quotation marks", "WORDS"),
    option("--speaker", "of a claim: who says the words, where several do", "NAME", default=""),
    option("--context", "of a claim: why the quote is fair, where its sentence has more", "TEXT", default=""),
    option("--for", "of a claim: the claim that it is a reason for", "CLAIM", Id("claim"), dest="supporting"),
    option("--against", "of a claim: the claim that it is a reason against", "CLAIM", Id("claim")),
    option("--because", "of a claim: why it is a reason for or against it", "TEXT", default=""),
    option("--assertion", "of a claim: one sentence, neutral, with its place and time", "TEXT", default=""),
    option(
        "--kind", f"of a claim: one of: {', '.join(KINDS_OF_CLAIM)}", "SORT", click.Choice(KINDS_OF_CLAIM), dest="sort"
    ),
    option("--place", "of a claim: the place that it speaks about", "PLACE", default=""),
    option("--period", "of a claim: the time that it speaks about, such as 2021-10", "PERIOD", default=""),
    option("--from", "of a source: its document or record", "FILE", FILE, dest="given"),
)

QUOTE: Final = command(
    "quote",
    """Find words in the captured sources, and print them as a quote to paste into a claim file.

Only the exact words count. If no source has them, it shows the nearest passages, which do not pass. Exits 0 when found,
1 when not, 2 when used wrongly.""",
    argument("words", "at least five words, in quotation marks"),
    option("--source", "look in this source alone", "ID", Id("source")),
    texts("full texts, as <source id>.txt; by default texts/"),
)

CAPTURE: Final = command(
    "capture",
    """Make the capture of a source's text, or compare it with the text.

The file holds what the source says, line by line: text in UTF-8, a web page (HTML) or a PDF. What is read of a page or
PDF goes to texts/<id>.txt, which git ignores, so that you can read it through. The capture goes to
sources/<id>.capture.json and holds fingerprints, no running text. It proves nothing until somebody who has the text
compares it: --compare writes into sources/compared.yml who did so, and when.""",
    argument("text", "the text, the web page or the PDF", type_=FILE),
    option("--source", "the source's id; by default the file's name", "ID", Id("source")),
    flag("--replace", "write it although quotes or a comparison fall by it"),
    flag("--compare", "tell whether the capture is this text's, and record it"),
    option("--by", "with --compare: who compares it, such as maintainers", "NAME"),
    flag("--dry-run", "with --compare: record nothing"),
)

MV: Final = command(
    "mv",
    """Give a claim, topic, source or voice another id, or a claim another topic, and change every file that names it.

The old id goes into `aliases`, so that its address leads to the new one. Only the places that name it are changed, and
every other byte stays. The checkout is checked before and after: with errors, nothing is moved, and if the move brings
a new finding, everything is restored. Exits 0 when moved, 1 when refused, 2 when used wrongly.""",
    argument("old", "the id; claims/ID, topics/ID, sources/ID or voices/ID if several", type_=Id("id")),
    argument("new", "the new id", required=False),
    topic("the topic that a claim moves to"),
)
