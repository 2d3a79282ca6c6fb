"""An argument map of another program: statements, and what bears on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

EVIDENCE: Final = ("quotes", "citations")
"""The kinds of item that bear on a statement without another statement."""


class UnreadableError(Exception):
    """The file is not in its format; the message is a sentence without its stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement that becomes a claim: its text, and the fields of a claim file that the map gives."""

    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Evidence or a link, which becomes a part of a claim.

    `kind` is the claim's field for it. `makers` are the statements that a link comes from, first the one that makes it;
    empty for evidence. `to` names the statement that it bears on, or the item that an undercut hits. `text` is the
    quote, the finding or the reason. `fields` are further fields of the part that the map gives.
    """

    kind: str
    to: str
    makers: tuple[str, ...] = ()
    text: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class ArgumentMap:
    """Statements and items by their names in the file, and what was left out, as sentences."""

    statements: dict[str, Statement] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
