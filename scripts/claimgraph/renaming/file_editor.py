"""Edits the text of one data file at marked places, and leaves every other byte as it is.

Each edit changes both the text and the data that was read from it. In the end the text is read again and must give the
changed data. So an edit that would change anything else, in whatever form of YAML, is refused.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.findings import Finding
from claimgraph.location import Location, locate
from claimgraph.wikilinks import WikiLink, pieces
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from claimgraph.location import Mark, Step

_BOM: Final = "\ufeff"
_SCALAR: Final = re.compile(r"""(["']?)([a-z0-9-]+)\1(?![\w-])""")


class EditError(Exception):
    """An edit that cannot be made in the file as it is written, at `location`."""

    def __init__(self, location: Location, message: str) -> None:
        """Take the place, and a sentence without a full stop that says what to do there by hand."""
        super().__init__(f"{location}: {message}")
        self.location = location


class FileEditor:
    """Edits one data file. Steps lead to a value as in `Entry.at`, in the file before any edit."""

    def __init__(self, path: str, content: bytes) -> None:
        """Read a file's bytes. Raises EditError if it cannot be read."""
        document = read_yaml(path, content)
        if isinstance(document, Finding):
            raise EditError(document.location, document.message)
        self.path = path
        self._mark = document.mark
        self._data: dict[str, Any] = copy.deepcopy(document.data)
        text = content.decode("utf-8")
        self._bom, self._text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
        self._line_end = "\r\n" if "\r\n" in self._text else "\n"
        self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        self._edits: list[tuple[int, int, str]] = []

    def replace(self, *steps: Step, old: str, new: str) -> None:
        """Replace the value at some steps, the id `old`, with `new`."""
        start = self._offset(self._found(*steps))
        match = _SCALAR.match(self._text, start)
        if match is None or match[2] != old:
            raise self._refused(f"write '{new}' instead of '{old}' by hand: it is not written as one word", *steps)
        self._edits.append((match.start(2), match.end(2), new))
        parent = self._parent(*steps)
        parent[steps[-1]] = new

    def replace_links(self, key: str, *, old: str, new: str) -> None:
        """Replace each link `[[old]]` in the text at a key of the file with `[[new]]`."""
        begin = self._offset(self._found(key))
        others = (self._offset(mark) for mark in self._mark.inside.values())
        end = min((offset for offset in others if offset > begin), default=len(self._text))
        shown = f"[[{old}]]"
        at = self._text.find(shown, begin, end)
        while at >= 0:
            self._edits.append((at, at + len(shown), f"[[{new}]]"))
            at = self._text.find(shown, at + len(shown), end)
        self._data[key] = with_links(self._data[key], old=old, new=new)

    def add_former_id(self, id_: str) -> None:
        """Append an id to `aliases`."""
        aliases = self._mark.inside.get("aliases")
        if aliases is None:
            self._append(f"aliases: [{id_}]")
            self._data["aliases"] = [id_]
            return
        self._data["aliases"].append(id_)
        start = self._offset(aliases)
        if not aliases.inside:
            self._edits.append((start + 1, start + 1, id_))
            return
        last = aliases.inside[len(aliases.inside) - 1]
        match = _SCALAR.match(self._text, self._offset(last))
        if match is None:
            raise self._refused(f"add '{id_}' by hand", "aliases")
        if self._text[start] == "[":
            self._edits.append((match.end(), match.end(), f", {id_}"))
            return
        end = self._text.find("\n", match.end())
        end = len(self._text) if end < 0 else end + 1
        before = "" if self._text[:end].endswith("\n") else self._line_end
        self._edits.append((end, end, f"{before}{' ' * (aliases.column - 1)}- {id_}{self._line_end}"))

    def set_voice(self, speaker: str, voice: str) -> None:
        """Add a `voice` to a speaker who has none."""
        mark = self._found("speakers", speaker)
        start = self._offset(mark)
        speakers = self._data["speakers"]
        if speakers[speaker] == "":
            self._edits.append((start, start, f" {{voice: {voice}}}"))
            speakers[speaker] = {"voice": voice}
            return
        if self._text[start] == "{":
            self._edits.append((start + 1, start + 1, f"voice: {voice}{', ' if mark.inside else ''}"))
        else:
            indent = " " * (mark.column - 1)
            self._edits.append((start, start, f"voice: {voice}{self._line_end}{indent}"))
        speakers[speaker]["voice"] = voice

    def finished(self) -> bytes:
        """Return the file's bytes with all edits. Raises EditError if they do not read as intended."""
        text = self._text
        for start, end, new in sorted(self._edits, reverse=True):
            text = text[:start] + new + text[end:]
        content = (self._bom + text).encode("utf-8")
        document = read_yaml(self.path, content)
        if isinstance(document, Finding) or document.data != self._data:
            raise self._refused("edit this file by hand: its form of YAML is none that is edited here")
        return content

    def _found(self, *steps: Step) -> Mark:
        mark = self._mark
        for step in steps:
            mark = mark.inside[step]
        return mark

    def _parent(self, *steps: Step) -> Any:  # noqa: ANN401  a list or a mapping, as the last step says
        node: Any = self._data
        for step in steps[:-1]:
            node = node[step]
        return node

    def _offset(self, mark: Mark) -> int:
        return self._starts[mark.line - 1] + mark.column - 1

    def _append(self, line: str) -> None:
        before = "" if not self._text or self._text.endswith("\n") else self._line_end
        self._edits.append((len(self._text), len(self._text), f"{before}{line}{self._line_end}"))

    def _refused(self, message: str, *steps: Step) -> EditError:
        return EditError(locate(self.path, self._mark, *steps), message)


def with_links(text: str, *, old: str, new: str) -> str:
    """Return a text with each link to `old` made to lead to `new`; code is unchanged."""
    return "".join(_linked(piece, old, new) for piece in pieces(text))


def _linked(piece: str | WikiLink, old: str, new: str) -> str:
    if isinstance(piece, WikiLink):
        return piece.to(new if piece.id == old else piece.id)
    return piece
