"""Begins a claim with what is known of it: its words, found in a captured source, and its link to another claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimgraph.checking.kept import summary
from claimgraph.cli.asking import can_ask
from claimgraph.cli.check import shown
from claimgraph.cli.failure import UsageError
from claimgraph.cli.filling_in import fill_in
from claimgraph.cli.ids import require_claim, require_free, require_id
from claimgraph.cli.one_place import one_place
from claimgraph.cli.quoting import library
from claimgraph.drafting.quote_entry import quote_entry
from claimgraph.drafting.skeletons import KINDS, skeleton, whole
from claimgraph.loading.suggestions import date_meant
from claimgraph.model.values import MAX_ID, id_near
from claimgraph.nearest import did_you_mean
from claimgraph.yaml_text import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.drafting.occurrences import Occurrence
    from claimgraph.model.corpus import Corpus

FIELDS: Final = ("title", "assertion", "kind", "scope.place", "scope.period")
"""The fields that a claim cannot do without, beside its evidence."""
LINKS: Final = {"supporting": "supports", "against": "counts_against"}
"""The field of a claim by the option that names the other claim."""
_WORDS_OF_AN_ID: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim to begin.

    `given` has what is known, as it stands in the file, and `missing` the fields to fill in. `quote` is where its words
    stand, None without any.
    """

    path: str
    given: Mapping[str, str]
    missing: tuple[str, ...]
    quote: Occurrence | None

    def text(self) -> str:
        """Return the file: plain if all is known, and with a comment on each field if not."""
        links = tuple(field for field in LINKS.values() if field in self.given)
        if self.missing or not links:
            kind = KINDS["claim"]
            return skeleton(replace(kind, offered=links or kind.offered), self.path, self.given)
        scope = "".join(("scope:\n", *(self.given[field] for field in FIELDS[3:])))
        head = (self.given[field] for field in FIELDS[:3])
        return whole(self.path, (*head, scope, *(self.given[field] for field in ("quotes", *links))))


def claim_draft(root: Path, options: SimpleNamespace) -> Draft:
    """Return the claim that is to be begun, asked for on a terminal where something was not told.

    Raises NotQuotableError for words that stand in no source, and UsageError for what cannot be.
    """
    looked_in = library(root, None)
    corpus = looked_in.examined.corpus
    if can_ask():
        fill_in(options, looked_in)
    _require_sense(options)
    if other := options.supporting or options.against:
        require_claim(corpus, other)
    quote = one_place(looked_in, options.quote, options.source, options.speaker) if options.quote else None
    id_ = options.id or _made_id(options)
    topic = options.topic or _topic_of_other(corpus, options)
    require_id(id_, "claim")
    _require_free(root, corpus, id_)
    path = f"claims/{_topic(root, corpus, topic)}/{id_}.yml"
    given = _given(options, quote)
    return Draft(path=path, given=given, missing=tuple(_missing(given, options, quote)), quote=quote)


def _missing(given: Mapping[str, str], options: SimpleNamespace, quote: Occurrence | None) -> Iterator[str]:
    yield from (field.rpartition(".")[2] for field in (*FIELDS, "quotes") if field not in given)
    if quote is not None and quote.place.marks and not options.context:
        yield "context"
    if (options.supporting or options.against) and not options.because:
        yield "because"


def _require_sense(options: SimpleNamespace) -> None:
    """Raise UsageError for options that have no sense without another, or two of which one is too many."""
    if not options.quote and (options.source or options.speaker or options.context):
        raise UsageError('--source, --speaker and --context are for a quote: --quote "five words or more of it"')
    if options.supporting and options.against:
        raise UsageError("name one claim by --for or --against, and write the other link into the file")
    if options.because and not (options.supporting or options.against):
        raise UsageError("--because is for a link: --for CLAIM or --against CLAIM")


def _topic_of_other(corpus: Corpus, options: SimpleNamespace) -> str | None:
    other = options.supporting or options.against
    return corpus.topic_of.get(other) if other else None


def _made_id(options: SimpleNamespace) -> str:
    """Return an id made of the title, or else of the first words of the quote."""
    words = options.title or " ".join((options.quote or "").split()[:_WORDS_OF_AN_ID])
    if not words:
        raise UsageError("ID is missing: its id, small letters, digits and single hyphens; or --title, to make it of")
    near = id_near(words.replace("'", "").replace("\u2019", ""), "claim")
    return near if len(near) <= MAX_ID else near[:MAX_ID].rpartition("-")[0]


def _topic(root: Path, corpus: Corpus, topic: str | None) -> str:
    topics = corpus.topics
    if topic is None:
        raise UsageError(f"name the claim's topic: --topic TOPIC; there are: {', '.join(topics) or 'none yet'}")
    require_id(topic, "topic")
    if topic not in topics and not (root / "claims" / topic / "_topic.yml").is_file():
        raise UsageError(f"there is no topic '{topic}'{did_you_mean(topic, topics)}; begin it: claimgraph new topic ID")
    return topic


def _given(options: SimpleNamespace, quote: Occurrence | None) -> Mapping[str, str]:
    values = (
        options.title,
        options.assertion,
        options.sort,
        options.place,
        date_meant(options.period) or options.period,
    )
    known = {
        field: entry(field.rpartition(".")[2], " ".join(value.split()), "  " * field.count("."))
        for field, value in zip(FIELDS, values, strict=True)
        if value
    }
    if quote is not None:
        known["quotes"] = quote_entry(quote, options.context)
    for name, field in LINKS.items():
        if other := getattr(options, name):
            because = entry("because", options.because, "    ") if options.because else "    because: >-\n"
            known[field] = f"{field}:\n  - claim: {other}\n{because}"
    return known


def what_is_next(root: Path, draft: Draft) -> str:
    """Return what to do with a claim that was begun: what is verified, what is missing, what the check finds."""
    lines = []
    if draft.quote is not None:
        place = draft.quote.place
        whose = place.speaker or "the author"
        lines.append(f"The quote is verified: {whose}, line {place.first_line} of '{draft.quote.prepared.entry.id}'.\n")
    if draft.missing and draft.quote is None:
        lines.append("Next: fill it in. Then find the words in a captured source: ")
        return "".join([*lines, 'claimgraph quote "five words or more of it"\n'])
    if draft.missing:
        names = ", ".join(f"`{name}`" for name in draft.missing)
        return "".join([*lines, f"Next: fill in {names}. Then: claimgraph check {draft.path}\n"])
    found = tuple(each for each in summary(root).findings if each.location.path == draft.path)
    if found:
        lines.append(shown(found, "text", root))
        lines.append(f"Next: put right what is said above. Then: claimgraph check {draft.path}\n")
    else:
        lines.append(
            "The check finds nothing wrong. Next: look at its page (claimgraph serve), and propose the file.\n"
        )
    return "".join(lines)


def _require_free(root: Path, corpus: Corpus, id_: str) -> None:
    """Raise UsageError if a claim has, or had, an id, in a file that can be read or not."""
    if same := sorted(root.glob(f"claims/*/{id_}.yml")):
        raise UsageError(f"the id '{id_}' is taken: {same[0].relative_to(root).as_posix()}")
    require_free(corpus, "claim", id_)
