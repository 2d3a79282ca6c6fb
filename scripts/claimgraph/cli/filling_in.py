"""Asks for what a new claim has and the command line does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimgraph.cli.asking import ask
from claimgraph.cli.failure import UsageError
from claimgraph.cli.ids import require_claim, require_free, require_id
from claimgraph.cli.one_place import NotQuotableError, one_place
from claimgraph.cli.usage.writing import KINDS_OF_CLAIM
from claimgraph.loading.suggestions import date_meant, dates_meant
from claimgraph.model.dates import read_period
from claimgraph.model.values import id_near
from claimgraph.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import SimpleNamespace

    from claimgraph.cli.quoting import Library

_LONGEST_TITLE = 70


def fill_in(options: SimpleNamespace, looked_in: Library) -> None:
    """Ask for what the options do not say, and set it. An empty answer leaves the field to be filled in later."""
    corpus = looked_in.examined.corpus
    click.echo("Enter leaves a question for later, Tab completes, Ctrl-C stops and writes nothing.")
    if not options.quote:
        _ask_for_quote(options, looked_in)
    elif options.source is None:
        one_place(looked_in, options.quote, None, options.speaker)
    if not (options.supporting or options.against):
        _ask_for_link(options, looked_in)
    other = corpus.claims.get(options.supporting or options.against or "")
    if options.topic is None:
        topic = corpus.topic_of.get(other.id) if other else None
        options.topic = ask(
            "Topic", default=topic, offered=tuple(corpus.topics), checked=one_of(corpus.topics, "topic")
        )
    options.title = options.title or ask("Title, at most 70 characters", default="", checked=_require_short)
    options.assertion = options.assertion or ask("Assertion, one sentence with its place and time", default="")
    kinds = f"Kind ({', '.join(KINDS_OF_CLAIM)})"
    options.sort = options.sort or ask(
        kinds, default="", offered=KINDS_OF_CLAIM, checked=one_of(KINDS_OF_CLAIM, "kind")
    )
    place = other.record.scope.place if other else ""
    options.place = options.place or ask("Place that it speaks about", default=place)
    options.period = options.period or ask(
        "Time that it speaks about, such as 2021-10", default="", checked=_require_date
    )
    if options.id is None:
        near = id_near(options.title, "claim")

        def is_free(id_: str) -> None:
            require_id(id_, "claim")
            require_free(corpus, "claim", id_)

        options.id = ask("Id", default=near or None, checked=is_free)


def _ask_for_quote(options: SimpleNamespace, looked_in: Library) -> None:
    sources = tuple(looked_in.examined.prepared_sources)
    if options.source is None:
        options.source = ask("Source", default="", offered=sources, checked=one_of(sources, "source")) or None
    if options.source is None:
        return

    def is_there(words: str) -> None:
        try:
            one_place(looked_in, words, options.source, options.speaker)
        except NotQuotableError as error:
            raise UsageError(str(error)) from error

    options.quote = ask("Its exact words", default="", checked=is_there)
    if not options.quote:
        options.source = None
        return
    found = one_place(looked_in, options.quote, options.source, options.speaker)
    click.echo(f"Found: {found.place.speaker or 'the author'}, line {found.place.first_line}.")
    if found.place.marks and not options.context:
        left_out = ", ".join(found.place.marks)
        options.context = ask(f"The sentence has more ({left_out}): why is the cut fair?", default="")


def _ask_for_link(options: SimpleNamespace, looked_in: Library) -> None:
    claims = looked_in.examined.corpus.claims
    sides = ("for", "against")
    side = ask("Is it for or against another claim?", default="", offered=sides, checked=one_of(sides, "side"))
    if not side:
        return
    other = ask("Which one?", offered=tuple(claims), checked=lambda id_: require_claim(looked_in.examined.corpus, id_))
    options.because = options.because or ask("Because", default="")
    if side == "for":
        options.supporting = other
    else:
        options.against = other


def one_of(known: Iterable[str], noun: str) -> Callable[[str], None]:
    """Return what raises UsageError for an answer that is not known."""
    names = tuple(known)

    def require(answer: str) -> None:
        if answer not in names:
            raise UsageError(f"there is no {noun} '{answer}'{did_you_mean(answer, names)}")

    return require


def _require_short(title: str) -> None:
    if len(title) > _LONGEST_TITLE:
        raise UsageError(f"it has {len(title)} characters; expected at most {_LONGEST_TITLE}")


def _require_date(text: str) -> None:
    try:
        read_period(date_meant(text) or text)
    except ValueError as error:
        raise UsageError(dates_meant(text) or "write it as 2021, 2021-10, 2021-10-12 or 2013-04/2013-06") from error
