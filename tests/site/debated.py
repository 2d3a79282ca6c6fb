"""The claims of a small checkout with something on every side: theses, reasons against, limits, rivals and context."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from tests.site.checkouts import checkout

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.checkouts import Checkout

CLAIMS: Final = {
    "claims/buses/_topic.yml": """\
# yaml-language-server: $schema=../topic.schema.json
title: Buses
question: Do buses in Harbour Town leave on time?
order: 1
summary: Drivers differ. One says that they are late ([[buses-are-late]]), and trams fill ([[trams-are-full]]).
theses: [buses-are-punctual]
background: [riders-walk]
related: [trams-are-full]
aliases: [coaches]
""",
    "claims/buses/buses-are-punctual.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Buses are punctual
assertion: In Harbour Town in 2021, buses could be relied upon.
kind: evaluative
scope: {place: Harbour Town, period: 2021}
thesis: true
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
    rests_on: one-watch
figures:
  - {measure: delay, value: 20, bound: about, period: 2021, source: tram-survey}
computed:
  - {value: 20 minutes, how: The survey counts how far a tram goes while it waits for the nine.}
supports:
  - {claim: riders-walk, because: Whoever does not want to wait walks., with: [trams-are-full], scheme: sign}
counts_against:
  - {claim: buses-are-punctual, because: Nobody relies upon a late bus., scheme: classification}
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
supports:
  - {claim: buses-are-punctual, because: A bus that leaves on time can be relied upon.}
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
context:
  - {claim: buses-are-punctual, because: Some who miss it do not wait.}
""",
    "claims/trams/_topic.yml": """\
# yaml-language-server: $schema=../topic.schema.json
title: Trams
question: Is there room in the trams?
order: 2
summary: One survey counted. Whoever finds no seat takes the bus ([[buses-leave-on-time]]).
theses: [trams-have-room]
related: [riders-walk]
""",
    "claims/trams/trams-have-room.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Trams have room
assertion: In Harbour Town in 2021, there was room in the trams.
kind: evaluative
scope: {place: Harbour Town, period: 2021}
thesis: true
one_sided: A count of free seats was looked for in the survey.
""",
    "claims/trams/trams-are-full.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Trams are full
assertion: In Harbour Town in 2021, trams had no free seats in the morning.
kind: statistical
scope: {place: Harbour Town, period: 2021}
citations:
  - {id: seats, source: tram-survey, finding: No seat was free before nine., where: page 2, rests_on: seat-count}
counts_against:
  - {claim: trams-have-room, because: Who stands has no room.}
""",
    "claims/trams/trams-are-old.yml": """\
# yaml-language-server: $schema=../claim.schema.json
title: Old trams rattle
assertion: In Harbour Town in 2019, trams rattled.
kind: factual
scope: {place: Harbour Town, period: 2019}
citations:
  - {source: gazette, finding: Every tram rattled in 2019.}
limits:
  - {claim: trams-are-full, because: Nobody sits in the one that rattles most.}
rivals:
  - {claim: riders-walk, because: One counts trams and one counts riders., differs_in: [measure, period]}
undercuts:
  - {claim: buses-are-late, quote: twenty-minutes, because: The driver of the nine has no watch.}
  - {claim: buses-are-late, supports: riders-walk, question: other-causes, because: Whoever is late takes the tram.}
replaced_by: buses-leave-on-time
""",
}
"""The files of claims and topics, in place of those of the small checkout."""


def debated(root: Path) -> Checkout:
    """Write the checkout into the folder `root`, which is made."""
    made = checkout(root)
    for folder in ("buses", "trams"):
        shutil.rmtree(root / "claims" / folder)
    for path, text in CLAIMS.items():
        made.write(path, text)
    made.edit("sources/harbour-report.yml", "{voice: driver-one}", "{voice: driver-one, side: critical}")
    return made
