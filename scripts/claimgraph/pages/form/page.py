"""The form with which readers write claims, quotes, reasons and sources: its controls, made from the JSON Schemas."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claimgraph.loading.schemas import schema_files
from claimgraph.model.schemes import SCHEMES
from claimgraph.publish.shell import BRANCH
from claimgraph.voices import voicing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source

FORM_DATA: Final = "contribute/claim/form.json"
"""The address of what the form's script fetches first."""

TASKS: Final = (
    ("claim", "A new claim"),
    ("quote", "A quote for a claim that is already here"),
    ("reason", "That one claim speaks for or against another"),
    ("source", "A new source"),
)
"""What can be written: the name in an address, and its label."""

LINKS: Final = (
    ("supports", "It is a reason for this claim"),
    ("counts_against", "It is a reason against it; both may be true"),
    ("opposes", "Both cannot be true as worded"),
    ("limits", "It says where this claim does not hold"),
    ("context", "Readers should know it beside this claim"),
)
"""The kinds of link that the form offers, with their labels. The others need more fields; they are written by hand."""

_TEXT_FROM: Final = 400
"""A field that may have more characters than this is a box of several lines, unless it is in `_LINES`."""
_LINES: Final = frozenset({"of", "population", "where", "prefix", "suffix", "publisher", "container-title", "licence"})
_LABELS: Final = {
    "URL": "Web address",
    "DOI": "DOI",
    "archived": "Address of an archived copy",
    "assertion": "What is claimed, in one sentence",
    "because": "Why",
    "claim": "Which claim",
    "container-title": "Newspaper, journal or site in which it stands",
    "context": "Why the cut is fair",
    "depth": "How much of it was read",
    "exact": "The exact words",
    "finding": "What the source says, in your own words",
    "issued": "When it came out",
    "kind": "What kind of claim it is",
    "licence": "Its licence, as far as known",
    "mode": "How the speaker stands to the words",
    "note": "A remark for readers",
    "of": "Whose words the speaker reports",
    "period": "The time it speaks about",
    "place": "The place it speaks about",
    "population": "Whom it speaks about",
    "prefix": "Words right before the quote",
    "publisher": "Publisher",
    "scheme": "Kind of reason",
    "source": "Source",
    "speaker": "Who says it",
    "stance": "Whether the words assert the claim or dispute it",
    "suffix": "Words right after the quote",
    "title": "A short title",
    "type": "What it is",
    "where": "Where in the source",
}
_HELP: Final = {
    "assertion": "One plain sentence that takes no side: In Dover in 2021, half of the buses were late.",
    "because": "One sentence.",
    "claim": "Type a few words of its title, and choose it from the list.",
    "context": "The sentence around your quote says more. Say in a sentence why it is fair to leave that out.",
    "exact": "Copy them from the source, letter by letter: at least five words. Write [...] where you leave words out.",
    "kind": "A fact, a figure, a cause, a meaning, a rule, a forecast, a judgement, a demand, or an experience.",
    "of": "Only where the speaker passes on what somebody else says.",
    "period": "Such as 2021, 2021-10, 2013-04/2013-06, or 2018~ for about 2018.",
    "scheme": "Leave it empty if none clearly fits.",
    "source": "Type a few words of its title, and choose it from the list. If it is not there, add it first.",
    "speaker": "Choose the name that the source gives.",
}
"""What is said of a field where a form can say more, or less, than the description in the schema."""
_SCHEME_NAMES: Final[Mapping[str, str]] = {scheme.id: scheme.name for scheme in SCHEMES.values()}
_PICKED: Final = {"source": "sources", "claim": "claims"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A field of the form.

    `name` is the field's in the file. `kind` is `line`, `text` (several lines), `choice` (one of `choices`, pairs of
    value and label) or `pick` (a name from the list `picks`).
    """

    name: str
    label: str
    help: str
    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    picks: str = ""
    is_required: bool = False


def controls(schema: str, record: str, names: Iterable[str]) -> tuple[Control, ...]:
    """Return the controls for some fields of a record.

    `schema` is the path of the schema, and `record` the name of the record in it, empty for the whole file.
    """
    whole = _schema(schema)
    about = whole["$defs"][record] if record else whole
    return tuple(_control(name, about["properties"][name], name in about.get("required", ())) for name in names)


def _control(name: str, about: Mapping[str, Any], is_required: bool) -> Control:  # noqa: FBT001
    values = next((each["enum"] for each in (about, *about.get("anyOf", ())) if "enum" in each), ())
    most = int(about.get("maxLength", 0))
    kind = "pick" if name in _PICKED else "choice" if values else "text" if _is_text(name, most) else "line"
    return Control(
        name=name,
        label=_LABELS[name],
        help=_HELP.get(name, about["description"].replace("`", "")),
        kind=kind,
        choices=tuple((value, _in_words(name, value)) for value in values),
        picks=_PICKED.get(name, ""),
        is_required=is_required,
    )


def _is_text(name: str, most: int) -> bool:
    return most > _TEXT_FROM and name not in _LINES


def _in_words(name: str, value: str) -> str:
    return _SCHEME_NAMES[value] if name == "scheme" else value.replace("-", " ")


@cache
def _schema(path: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(schema_files()[path])
    return made


_CLAIM: Final = "claims/claim.schema.json"
_SOURCE: Final = "sources/source.schema.json"


def form_page(repository: str | None) -> dict[str, Any]:
    """Return what the form shows; `repository` is the address of the home of the files, None if they have none."""
    return {
        "tasks": TASKS,
        "links": LINKS,
        "repository": repository or "",
        "branch": BRANCH,
        "quote": controls(_CLAIM, "Quote", ("source", "speaker", "exact")),
        "quote_asked": controls(_CLAIM, "Quote", ("context", "prefix", "suffix")),
        "quote_more": controls(_CLAIM, "Quote", ("stance", "mode", "of")),
        "citation": controls(_CLAIM, "Citation", ("finding", "where")),
        "claim": controls(_CLAIM, "", ("assertion", "title", "kind")),
        "scope": controls(_CLAIM, "Scope", ("place", "period", "population")),
        "claim_more": controls(_CLAIM, "", ("note",)),
        "link": controls(_CLAIM, "Support", ("claim", "because", "scheme")),
        "source": controls(
            _SOURCE,
            "",
            ("type", "title", "publisher", "container-title", "issued", "URL", "DOI", "archived", "licence", "depth"),
        ),
    }


def form_json(view: View, captured: Collection[str]) -> str:
    """Return the data for the script as JSON.

    `captured` are the ids of the sources with a capture. In the data, `schemas` are the JSON Schemas of claims and
    sources, `sources` arrays of id, title, whether the source is captured, the voice of its author, and its speakers
    with their voices, and `taken` the former ids of claims.
    """
    corpus = view.corpus
    whole = {
        "schemas": {"claim": _bare(_schema(_CLAIM)), "source": _bare(_schema(_SOURCE))},
        "sources": [
            [id_, view.source(id_).title, id_ in captured, voicing(entry, "").id, list(_speakers(entry))]
            for id_, entry in corpus.sources.items()
        ],
        "taken": list(_former(view)),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _speakers(source: Entry[Source]) -> Iterator[tuple[str, str]]:
    for name in source.record.speakers:
        yield name, voicing(source, name).id


def _former(view: View) -> Iterator[str]:
    for claim in view.corpus.claims.values():
        yield from claim.record.aliases


def _bare(node: Any) -> Any:  # noqa: ANN401  JSON
    """Return a schema without descriptions, which the page has."""
    if isinstance(node, list):
        return [_bare(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _bare(value) for key, value in node.items() if key != "description" or not isinstance(value, str)}
