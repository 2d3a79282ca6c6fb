"""Checkouts in which every text of every file is a payload, and plain twins of them with the same shape."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from claimgraph.findings import Finding
from claimgraph.loading.validation import validate
from claimgraph.model.claim import Claim
from claimgraph.yaml_nodes import read_yaml
from tests.site.checkouts import Checkout, checkout

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.findings import Finding as Found

CLAIMS_OF_A_TOPIC = 12
RING = 7
"""How many claims are linked with each other: as few as give each page one link of every kind."""
MOST_TERMS = 40
LONG = 1_500
"""From how many bytes on a text stands in few fields of its source, whose file would be refused for its size."""

SOURCE_FIELDS = (
    "publisher",
    "publisher-place",
    "container-title",
    "event-title",
    "event-place",
    "genre",
    "status",
    "authority",
    "note",
    "licence",
)
"""Fields of a source that hold any text."""

PAGES = {
    "docs/index.md": "# Home\n\n[[c-1]]\n\n<!-- pour: home -->\n",
    "docs/glossary.md": "# Glossary\n\n<!-- pour: glossary -->\n",
    "docs/method.md": "# Method\n\nSee [[c-1]], [[c-2]] and [[c-3]].\n\ntimeline: [[c-1]] [[c-2]] [[c-3]]\n",
}
"""Written pages, over those of the small checkout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The texts of one claim and of its source, voice and place in a topic.

    `text` is at most 2,000 characters, `line` one line of them, `label` a short one. `marked` is the text between two
    marks that tell it from everything else on a page; `marked_line` is one line with the same marks.
    """

    number: int
    text: str
    line: str
    label: str
    marked: str
    marked_line: str


def wording(number: int, payload: str) -> Wording:
    """Put a payload wherever it fits; where it does not, words of our own."""
    is_line = "\n" not in payload and len(payload) <= 380
    return Wording(
        number=number,
        text=payload,
        line=payload if is_line else f"line {number}",
        label=payload if is_line and len(payload) <= 70 else f"label {number}",
        marked=marked(number, payload),
        marked_line=marked(number, payload if is_line else f"line {number}"),
    )


def marked(number: int, text: str) -> str:
    """Return a text between its marks."""
    return f"w{number}w {text} w{number}w"


def written(record: object) -> str:
    """Return a record as YAML, of which JSON is a part, so that no text needs a thought."""
    return json.dumps(record, ensure_ascii=False, indent=1)


def refused(payload: str) -> tuple[Found, ...]:
    """Return what is found where a claim has this payload as its assertion; empty where it may stand there."""
    record = {"title": "x", "assertion": payload, "kind": "factual", "scope": {"place": "x", "period": "2021"}}
    content = written(record).encode("utf-8", "surrogatepass")
    document = read_yaml("claims/t/c.yml", content)
    if isinstance(document, Finding):
        return (document,)
    record_or_findings = validate(Claim, "claims/t/c.yml", document)
    return record_or_findings if isinstance(record_or_findings, tuple) else ()


def plain_twin(count: int) -> tuple[str, ...]:
    """Return texts without anything in them, as many as wanted."""
    return tuple(f"plain words number {number}" for number in range(1, count + 1))


def filled_up(payloads: tuple[str, ...]) -> tuple[str, ...]:
    """Return the payloads, and plain texts up to a multiple of `RING`."""
    return payloads + plain_twin(-len(payloads) % RING)


def hostile_checkout(root: Path, payloads: tuple[str, ...], *, together: int = 1) -> Checkout:
    """Write a checkout with a claim for each payload, numbered from 1, linked in rings of `RING`, all of them full.

    So many claims `together` share a source and a voice, whose fields take turns with their payloads.
    """
    made = checkout(root)
    for path in ("claims", "sources", "voices"):
        for file in sorted((root / path).rglob("*.*")):
            file.unlink()
    for path, text in PAGES.items():
        made.write(path, text)
    made.edit("mkdocs.yml", "  - Method: method.md\n", "  - Method: method.md\n  - Glossary: glossary.md\n")
    assert len(payloads) % RING == 0
    words = [wording(number, payload) for number, payload in enumerate(payloads, 1)]
    for first in range(0, len(words), together):
        group = words[first : first + together]
        for at, word in enumerate(group, first):
            _write_claim(made, word, _others(words, at), first // together + 1)
        _write_source(made, group, first // together + 1)
    for first in range(0, len(words), CLAIMS_OF_A_TOPIC):
        _write_topic(made, words[first : first + CLAIMS_OF_A_TOPIC])
    _write_terms(made, words[:MOST_TERMS])
    return made


def _others(words: list[Wording], at: int) -> list[Wording]:
    """Return the others of the ring in which one stands, from the next on."""
    first = at - at % RING
    return [words[first + (at - first + step) % RING] for step in range(1, RING)]


def _write_claim(made: Checkout, word: Wording, others: list[Wording], group: int) -> None:
    supported, opposed, countered, undercut, stepped, reached = (f"c-{other.number}" for other in others)
    reason, source = word.marked, f"s-{group}"
    said = {"source": source, "exact": _exact(word), "context": reason}
    record = {
        "title": word.label,
        "assertion": word.text,
        "kind": "factual",
        "scope": {
            "place": word.marked_line,
            "period": "2021",
            "population": word.marked,
            "measure": word.marked,
            "denominator": word.marked,
        },
        "quotes": [
            {"id": "first", "speaker": _speaker(word), **said},
            {"speaker": "nobody", "mode": "reported", "of": _speaker(word), "stance": "disputes", **said},
        ],
        "citations": [{"id": "cited", "source": source, "finding": word.marked, "where": word.marked}],
        "figures": [
            {
                "measure": "m-1",
                "value": "1",
                "period": "2021",
                "source": source,
                "population": word.marked,
                "denominator": word.marked,
            }
        ],
        "computed": [{"value": word.marked_line, "how": word.marked}],
        "named": [{"name": word.marked_line, "how": word.marked}],
        "read": {"by": word.marked_line, "on": "2021-10-12"},
        "supports": [{"claim": supported, "because": reason, "with": [opposed], "scheme": "sign"}],
        "opposes": [{"claim": opposed, "because": reason, "despite": word.marked}],
        "counts_against": [
            {
                "claim": countered,
                "because": reason,
                "scheme": "sign",
                "answers": [{"step": undercut, "question": "other-causes"}],
            }
        ],
        "limits": [{"claim": reached, "because": reason}],
        "rivals": [{"claim": stepped, "because": reason, "differs_in": ["base"]}],
        "context": [{"claim": undercut, "because": reason}],
        "undercuts": [
            {"claim": undercut, "quote": "first", "because": reason},
            {"claim": undercut, "citation": "cited", "because": reason},
            {"claim": stepped, "supports": reached, "because": reason, "question": "present"},
        ],
        "note": word.marked,
        "aliases": [f"former-{word.number}"],
        "replaced_by": supported,
    }
    if word.number % CLAIMS_OF_A_TOPIC == 1:
        record |= {"thesis": "true", "one_sided": word.marked}
    topic = (word.number - 1) // CLAIMS_OF_A_TOPIC + 1
    made.write(f"claims/t-{topic}/c-{word.number}.yml", written(record))


def _speaker(word: Wording) -> str:
    """Return a name that a key may be: those are normalized, and a merge key is refused."""
    return unicodedata.normalize("NFC", word.line if word.line != "<<" else f"line {word.number}")


def _exact(word: Wording) -> str:
    return f"here are some words {word.marked} and here are more"


def _write_source(made: Checkout, group: list[Wording], number: int) -> None:
    turn = cycle([word for word in group if len(word.marked.encode()) < LONG] or group[:1])
    segments, text = [], ""
    for word in group:
        begin = text.count("\n") + 1
        text += f"{'It is not said that ' if word.number % 2 else ''}{_exact(word)}\n"
        segments.append({"lines": f"{begin}-{text.count(chr(10))}", "speaker": _speaker(word)})
    record = {
        "type": "report",
        "title": group[0].text,
        "title-short": next(turn).marked,
        "author": [{"family": next(turn).marked, "given": next(turn).marked}, {"literal": next(turn).marked}],
        "editor": [{"literal": next(turn).marked}],
        **{field: next(turn).marked for field in SOURCE_FIELDS},
        "URL": "https://source.example/page",
        "depth": "full",
        "speakers": {
            _speaker(word): {"voice": f"v-{number}", "aliases": [word.marked_line] if len(group) == 1 else []}
            for word in group
        },
        "segments": segments,
    }
    made.write(f"sources/s-{number}.yml", written(record))
    made.capture(f"s-{number}", text)
    voice = {
        "name": group[0].line,
        "role": next(turn).marked,
        "interests": [{"text": next(turn).marked, "source": f"s-{number}"}],
    }
    made.write(f"voices/v-{number}.yml", written(voice))


def _write_topic(made: Checkout, words: list[Wording]) -> None:
    first, second, third = words[0], words[1 % len(words)], words[2 % len(words)]
    record = {
        "title": first.label,
        "question": second.line,
        "summary": third.marked,
        "order": str(first.number),
        "theses": [f"c-{first.number}"],
        "background": [f"c-{second.number}"],
        "related": [],
        "aliases": [f"former-{first.number}"],
    }
    topic = (first.number - 1) // CLAIMS_OF_A_TOPIC + 1
    made.write(f"claims/t-{topic}/_topic.yml", written(record))


def _write_terms(made: Checkout, words: list[Wording]) -> None:
    terms = [{"term": word.line, "meaning": word.marked, "aliases": [word.marked_line]} for word in words]
    measures = [
        {
            "id": f"m-{number}",
            "name": word.marked_line,
            "unit": word.marked_line,
            "definition": word.marked,
            "note": word.marked,
        }
        for number, word in enumerate(words[:10], 1)
    ]
    disputes = [
        {
            "id": f"d-{number}",
            "title": word.marked_line,
            "seen": word.marked,
            "drawings": [
                {"title": word.marked_line, "series": [{"measure": "m-1", "label": word.marked_line}]},
                {"over_time": "true", "series": [{"measure": "m-1", "label": word.marked_line}]},
            ],
        }
        for number, word in enumerate(words[:3], 1)
    ]
    made.write("claims/_glossary.yml", written({"terms": terms}))
    made.write("claims/_measures.yml", written({"measures": measures, "disputes": disputes}))
