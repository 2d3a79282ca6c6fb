"""A topic file: a question, and the theses that answer it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from claimgraph.model.values import RECORD, Id, Label, Line, Prose


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Topic:
    """One question in dispute, and the claims that answer it."""

    title: Label
    """A label for lists, at most 70 characters."""
    question: Line
    """One question, as the public would ask it."""
    order: Annotated[int, Field(ge=1)]
    """A whole number from 1, unlike that of any other topic: topics are shown in this order."""
    summary: Prose
    """The dispute in a few sentences, without a side; `[[id]]` and `[[id|words]]` name a claim."""
    theses: tuple[Id, ...] = ()
    """The ids of the one to four claims of this topic that answer the question, in the order shown."""
    background: tuple[Id, ...] = ()
    """The ids of claims that one has to know, and that are on no side."""
    related: tuple[Id, ...] = ()
    """The ids of claims of other topics that bear on this one."""
    aliases: tuple[Id, ...] = ()
    """Former ids, whose addresses lead here."""
