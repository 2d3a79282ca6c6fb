"""A topic file: a question, and the claims that answer it."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from claimgraph.model.values import RECORD, Id, Label, Line, Prose


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Answer:
    """One answer to the topic's question."""

    answer: Line
    """The answer in a few words."""
    claims: tuple[Id, ...]
    """The ids of the claims that give it, in the order shown."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Topic:
    """A question that claims answer."""

    title: Label
    """A label for lists, at most 70 characters."""
    question: Line
    """The question as the public would ask it."""
    summary: Prose
    """The dispute in a few sentences, without a side; `[[id]]` names a claim."""
    answers: tuple[Answer, ...] = ()
    """The answers, each with the claims that give it."""
    related: tuple[Id, ...] = ()
    """The ids of claims of other topics that bear on this one."""
    aliases: tuple[Id, ...] = ()
    """Former ids, whose addresses lead here."""
