"""Edits of the checkout in `checkouts.py`, one of every kind: the file, the text and what takes its place."""

from __future__ import annotations

from typing import Final

EDITS: Final[dict[str, tuple[str, str, str]]] = {
    "a claim's title": ("claims/buses/buses-are-late.yml", "title: Buses are late", "title: Buses leave late"),
    "the title of a claim that replaces another": (
        "claims/buses/buses-leave-on-time.yml",
        "title: The nine leaves on time",
        "title: On time, the nine",
    ),
    "a citation": ("claims/trams/trams-are-full.yml", "No seat was free", "Few seats were free"),
    "an assertion": ("claims/buses/riders-walk.yml", "riders who missed the bus walked", "some riders walked"),
    "a quote that no longer verifies": (
        "claims/buses/buses-are-late.yml",
        "twenty minutes late.\n",
        "ten minutes late.\n",
    ),
    "a claim's kind": ("claims/trams/trams-are-full.yml", "kind: statistical", "kind: factual"),
    "a reason": ("claims/buses/buses-are-late.yml", "Whoever does not want to wait walks.", "Waiting is cold."),
    "a further premise": ("claims/buses/buses-are-late.yml", ", with: [trams-are-full]", ""),
    "the kind of a reason": ("claims/buses/buses-are-late.yml", ", scheme: sign", ", scheme: cause-to-effect"),
    "which question is answered": ("claims/trams/trams-are-old.yml", "question: other-causes", "question: reliable"),
    "a link that goes": (
        "claims/trams/trams-are-old.yml",
        (
            "  - {claim: buses-are-late, supports: riders-walk, question: other-causes, "
            "because: Whoever is late takes the tram.}\n"
        ),
        "",
    ),
    "a topic's title": ("claims/buses/_topic.yml", "title: Buses", "title: Coaches and buses"),
    "a topic's summary": ("claims/buses/_topic.yml", "([[trams-are-full]])", "([[trams-are-old]])"),
    "a topic's background": ("claims/buses/_topic.yml", "theses:", "background: [buses-are-late]\ntheses:"),
    "a topic's order": ("claims/buses/_topic.yml", "order: 10", "order: 30"),
    "what a link does": ("claims/trams/trams-are-old.yml", "limits:", "counts_against:"),
    "a source's title": ("sources/harbour-report.yml", "title: Voices from the harbour", "title: Harbour voices"),
    "a source that is cited": ("sources/tram-survey.yml", "title: A survey of trams", "title: Counting trams"),
    "a source of an interest": ("sources/gazette.yml", "Gazette of Monday", "Gazette of Sunday"),
    "a source's address": ("sources/harbour-report.yml", "harbour.example/report", "harbour.example/paper"),
    "a source's date": ("sources/harbour-report.yml", "issued: 2021-10", "issued: 2021-11"),
    "a speaker's voice": ("sources/harbour-report.yml", "{voice: driver-one}", "{voice: driver-first}"),
    "a speaker who is another": ("sources/harbour-report.yml", "Driver Two:\n", "Driver Two: {voice: driver-one}\n"),
    "who speaks where": ("sources/harbour-report.yml", "segments: speaker-turns\n", ""),
    "a voice's name": ("voices/driver-one.yml", "name: The first driver", "name: Driver No. 1"),
    "a voice's role": ("voices/driver-one.yml", "role: Drives the number nine", "role: Drives"),
    "a measure": ("claims/_measures.yml", "name: Delay, unit: minutes", "name: Lateness, unit: hours"),
    "a written page": ("docs/method.md", "How it is done.", "How [[riders-walk]] is done."),
    "a template": ("site_overrides/claimgraph/claim.html", "<h1>{{ claim.title }}</h1>", "<h1>{{ claim.title }}!</h1>"),
    "a file that cannot be read": ("claims/buses/riders-walk.yml", "title: Riders", "title: [Riders"),
    "a capture that cannot be read": ("sources/harbour-report.capture.json", '"format"', '"form"'),
    "the publisher's settings": ("mkdocs.yml", "site_name: Harbour Town map", "site_name: Harbour map"),
}
