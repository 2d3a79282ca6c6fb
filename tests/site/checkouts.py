"""Small checkouts of a made-up subject, each in a folder of its own, for tests that check, build and edit them."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import write_capture
from claimgraph.checking.whole import check
from claimgraph.incremental.store import FOLDER
from tests.rules.laying import compare_captures

if TYPE_CHECKING:
    from claimgraph.rules.rule import Examined

CHECKOUT = Path(__file__).parents[2]
"""The checkout that these tests belong to."""

SETTINGS = """\
site_name: Harbour Town map
nav:
  - Home: index.md
  - Topics: topics/index.md
  - Claims: claims/index.md
  - Sources: sources/index.md
  - Voices: voices/index.md
  - Map: map/index.md
  - Method: method.md
validation: {nav: {omitted_files: info}}
extra: {generator: false}
"""

REPORT = """\
Driver One: Every morning the number nine bus leaves the harbour twenty minutes late.
Driver Two: The number nine bus leaves the harbour when its timetable says.
Driver One: Riders who miss it walk along the quay to the market.
"""
"""The text of the source `harbour-report`."""

FILES = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": "# Harbour Town\n\nSee [[buses-are-late]].\n\n<!-- pour: home -->\n",
    "docs/topics/index.md": "# Topics\n\n<!-- pour: topics -->\n",
    "docs/claims/index.md": "# Claims\n\n<!-- pour: claims -->\n",
    "docs/sources/index.md": "# Sources\n\n<!-- pour: sources -->\n",
    "docs/voices/index.md": "# Voices\n\n<!-- pour: voices -->\n",
    "docs/map/index.md": "# Map\n\n<!-- pour: map -->\n",
    "docs/method.md": "# Method\n\nHow it is done.\n",
    "docs/assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "claims/buses/_topic.yml": """\
# yaml-language-server: $schema=../topic.schema.json
title: Buses
question: Do buses in Harbour Town leave on time?
order: 10
summary: Drivers differ. One says that they are late ([[buses-are-late]]), and trams fill ([[trams-are-full]]).
theses: [riders-walk]
related: [trams-are-full]
aliases: [coaches]
""",
    "claims/buses/buses-are-late.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Buses are late
assertion: In Harbour Town in 2021, the number nine bus left twenty minutes late each morning.
kind: factual
scope: {place: Harbour Town, period: 2021, population: number nine buses}
quotes:
  - id: twenty-minutes
    source: harbour-report
    speaker: Driver One
    exact: Every morning the number nine bus leaves the harbour twenty minutes late.
figures:
  - {measure: delay, value: 20, period: 2021, source: tram-survey}
computed:
  - {value: 20 minutes, how: The survey counts how far a tram goes while it waits for the nine.}
supports:
  - {claim: riders-walk, because: Whoever does not want to wait walks., with: [trams-are-full], scheme: sign}
note: Counted at the harbour.
aliases: [late-buses]
""",
    "claims/buses/buses-leave-on-time.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: The nine leaves on time
assertion: In Harbour Town in 2021, the number nine bus left when its timetable said.
kind: factual
scope: {place: Harbour Town, period: 2021, population: number nine buses}
quotes:
  - source: harbour-report
    speaker: Driver Two
    exact: The number nine bus leaves the harbour when its timetable says.
opposes:
  - {claim: buses-are-late, because: A bus that leaves on time is not late.}
""",
    "claims/buses/riders-walk.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Riders walk to the market
assertion: In Harbour Town in 2021, riders who missed the bus walked to the market.
kind: experience
scope: {place: Harbour Town, period: 2021}
quotes:
  - source: harbour-report
    speaker: Driver One
    exact: Riders who miss it walk along the quay to the market.
thesis: true
one_sided: We asked the tram company, which had nothing to say.
""",
    "claims/trams/_topic.yml": """\
# yaml-language-server: $schema=../topic.schema.json
title: Trams
question: Is there room in the trams?
order: 20
summary: One survey counted. Whoever finds no seat takes the bus ([[buses-leave-on-time]]).
theses: [trams-are-full]
related: [riders-walk]
""",
    "claims/trams/trams-are-full.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Trams are full
assertion: In Harbour Town in 2021, trams had no free seats in the morning.
kind: statistical
scope: {place: Harbour Town, period: 2021}
citations:
  - {id: seats, source: tram-survey, finding: No seat was free before nine., where: page 2}
thesis: true
""",
    "claims/trams/trams-are-old.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Old trams rattle
assertion: In Harbour Town in 2019, trams rattled.
kind: factual
scope: {place: Harbour Town, period: 2019}
citations:
  - {source: tram-survey, finding: Every tram rattled in 2019.}
limits:
  - {claim: trams-are-full, because: Nobody sits in the one that rattles.}
undercuts:
  - {claim: buses-are-late, quote: twenty-minutes, because: The driver of the nine has no watch.}
  - {claim: buses-are-late, supports: riders-walk, question: other-causes, because: Whoever is late takes the tram.}
replaced_by: buses-leave-on-time
""",
    "claims/_glossary.yml": """\
# yaml-language-server: $schema=glossary.schema.json
terms:
  - {term: The nine, meaning: The bus from the harbour to the market., aliases: [number nine]}
""",
    "claims/_measures.yml": """\
# yaml-language-server: $schema=measures.schema.json
measures:
  - {id: delay, name: Delay, unit: minutes, definition: Minutes behind the timetable.}
""",
    "sources/harbour-report.yml": """\
# yaml-language-server: $schema=source.schema.json
type: report
title: Voices from the harbour
author: [{literal: Harbour Board}]
issued: 2021-10
URL: https://harbour.example/report
archived: https://archive.example/harbour
depth: full
speakers:
  Driver One: {voice: driver-one}
  Driver Two:
segments: speaker-turns
aliases: [harbour-paper]
""",
    "sources/tram-survey.yml": """\
# yaml-language-server: $schema=source.schema.json
type: report
title: A survey of trams
author: [{family: Rail, given: Ann}]
issued: 2021
depth: none
""",
    "sources/gazette.yml": """\
# yaml-language-server: $schema=source.schema.json
type: article-newspaper
title: The Harbour Gazette of Monday
depth: none
""",
    "voices/driver-one.yml": """\
# yaml-language-server: $schema=voice.schema.json
name: The first driver
role: Drives the number nine
interests:
  - {text: Owns a share in the trams., source: gazette}
aliases: [first-driver]
""",
}
"""The files of the small checkout, apart from its templates and its capture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """A checkout in a folder of its own; paths are relative to it."""

    root: Path

    def write(self, path: str, text: str) -> None:
        """Write one file, with its folders."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the one place at which `old` stands in a file."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        """Remove one file."""
        (self.root / path).unlink()

    def capture(self, source: str, text: str) -> None:
        """Write the capture of a source's text, and that it was compared."""
        self.write(f"sources/{source}.capture.json", write_capture(capture_text(text, source)))
        compare_captures(self.root)

    def examined(self) -> Examined:
        """Check the checkout, which must be clean."""
        checked = check(self.root)
        assert checked.findings == ()
        return checked.examined


def checkout(root: Path) -> Checkout:
    """Write the small checkout into the folder `root`, which is made."""
    made = Checkout(root=root)
    shutil.copytree(CHECKOUT / "site_overrides", root / "site_overrides")
    for path, text in FILES.items():
        made.write(path, text)
    made.capture("harbour-report", REPORT)
    return made


def manifest(folder: Path) -> dict[str, str]:
    """Return a hash of every file below `folder` by its path; a symbolic link is named as one.

    What is kept between runs, and ignored by git, is left out.
    """
    return {
        path.relative_to(folder).as_posix(): _content(path)
        for path in sorted(folder.rglob("*"))
        if (path.is_symlink() or path.is_file()) and FOLDER.parts[0] not in path.relative_to(folder).parts
    }


def _content(path: Path) -> str:
    return "a link" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
