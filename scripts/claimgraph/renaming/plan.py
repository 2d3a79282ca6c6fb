"""Plans what a new id or topic changes: which files move, and their new contents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.captures.store import capture_path
from claimgraph.loading.compared import COMPARED, compared_text
from claimgraph.loading.looked import LOOKED, looked_text
from claimgraph.loading.schemas import schema_line
from claimgraph.model.references import claims_in_topic
from claimgraph.renaming.file_editor import EditError, FileEditor, with_links
from claimgraph.renaming.references import (
    Reference,
    links_to,
    references_to_claim,
    references_to_source,
    references_to_voice,
)
from claimgraph.voices import voices_of, voicing, voicing_of_quote
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The change of one file. Paths are relative to the checkout; `before` is empty for a new file."""

    before: str
    after: str
    content: bytes


class Planner:
    """Collects the changes of one move and writes nothing. Every method may raise EditError."""

    def __init__(self, root: Path, corpus: Corpus) -> None:
        """Plan for the checkout at `root`, which has no errors."""
        self._root, self._corpus = root, corpus
        self._editors: dict[str, FileEditor] = {}
        self._others: dict[str, bytes] = {}
        self._moves: dict[str, str] = {}
        self._made: dict[str, bytes] = {}

    def claim(self, old: str, new: str, topic: str) -> None:
        """Move a claim; `new` may be its present id, and `topic` its present topic."""
        corpus = self._corpus
        claim = corpus.claims[old]
        if topic != corpus.topic_of[old]:
            self._refuse_theses(old, corpus.topic_of[old], topic)
        self._moves[claim.path] = f"claims/{topic}/{new}.yml"
        if new == old:
            self._editor(claim.path)
            return
        self._rewrite(references_to_claim(corpus, old), old, new)
        for entry in corpus.topics.values():
            if links_to(entry.record.summary, old):
                self._editor(entry.path).replace_links("summary", old=old, new=new)
        self._rewrite_pages(old, new)
        self._editor(claim.path).add_former_id(old)

    def _refuse_theses(self, id_: str, old_topic: str, new_topic: str) -> None:
        for topic in (old_topic, new_topic):
            entry = self._corpus.topics[topic]
            for steps, named in claims_in_topic(entry.record):
                if named == id_ and (steps[0] == "theses" or (steps[0] == "related" and topic == new_topic)):
                    where = f"lists '{id_}' under `{steps[0]}`"
                    raise EditError(entry.at(*steps), f"the topic '{topic}' {where}: take it out there first")

    def _rewrite_pages(self, old: str, new: str) -> None:
        for path in sorted((self._root / "docs").rglob("*.md")):
            if path.is_symlink() or not path.is_file():
                continue
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            if links_to(text, old):
                changed = with_links(text, old=old, new=new).encode("utf-8", "surrogateescape")
                self._others[path.relative_to(self._root).as_posix()] = changed

    def topic(self, old: str, new: str) -> None:
        """Rename a topic: its folder with all files in it."""
        folder = self._root / "claims" / old
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                inner = path.relative_to(folder).as_posix()
                self._moves[f"claims/{old}/{inner}"] = f"claims/{new}/{inner}"
        self._editor(self._corpus.topics[old].path).add_former_id(old)

    def source(self, old: str, new: str) -> None:
        """Rename a source with its capture and comparison; its voices keep their ids and so their addresses."""
        source = self._corpus.sources[old]
        self._moves[source.path] = f"sources/{new}.yml"
        if (self._root / capture_path(old)).is_file():
            self._moves[capture_path(old)] = capture_path(new)
        self._rewrite(references_to_source(self._corpus, old), old, new)
        self._rename_comparison(old, new)
        self._rename_look(old, new)
        self._keep_voices(source, replace(source, id=new))
        self._editor(source.path).add_former_id(old)

    def _rename_comparison(self, old: str, new: str) -> None:
        compared = self._corpus.compared.record.by_source if self._corpus.compared else {}
        if old in compared:
            renamed = {new if id_ == old else id_: one for id_, one in compared.items()}
            self._others[COMPARED] = compared_text(renamed).encode("utf-8")

    def _rename_look(self, old: str, new: str) -> None:
        looked = self._corpus.looked.record.by_source if self._corpus.looked else {}
        if old in looked:
            renamed = {new if id_ == old else id_: one for id_, one in looked.items()}
            self._others[LOOKED] = looked_text(renamed).encode("utf-8")

    def _keep_voices(self, source: Entry[Source], renamed: Entry[Source]) -> None:
        heard = voices_of(self._corpus)
        for name in source.record.speakers:
            before, after = voicing(source, name).id, voicing(renamed, name).id
            if before != after and before in heard:
                self._editor(source.path).set_voice(name, before)
        author, after = voicing(source, ""), voicing(renamed, "").id
        if author.id == after or author.id not in heard:
            return
        entry = self._corpus.voices.get(author.id)
        path = f"voices/{after}.yml"
        if after in heard:
            raise EditError(renamed.at(), f"the source's own voice would be '{after}', which there is already")
        if entry is not None:
            self._moves[entry.path] = path
            self._editor(entry.path).add_former_id(author.id)
        else:
            text = f"{schema_line(path)}\nname: {scalar(author.name)}\naliases: [{author.id}]\n"
            self._made[path] = text.encode("utf-8")

    def voice(self, old: str, new: str) -> None:
        """Rename a voice that has a file in every source in which it speaks."""
        corpus = self._corpus
        voice = corpus.voices[old]
        self._rewrite(references_to_voice(corpus, old), old, new)
        for source in corpus.sources.values():
            self._name_voice(source, old, new)
        for claim in corpus.claims.values():
            for index, quote in enumerate(claim.record.quotes):
                source = corpus.sources[quote.source]
                is_listed = fold_line(quote.of) in {fold_line(name) for name in _names(source)}
                if quote.mode == "reported" and not is_listed and voicing_of_quote(source, quote).id == old:
                    raise EditError(
                        claim.at("quotes", index, "of"),
                        f"the voice's id is made of this name: list it under `speakers` of {source.path} first, "
                        f"with `voice: {old}`",
                    )
        self._moves[voice.path] = f"voices/{new}.yml"
        self._editor(voice.path).add_former_id(old)

    def _name_voice(self, source: Entry[Source], old: str, new: str) -> None:
        """Give the voice `new` to each speaker of a source whose name the id `old` is made of."""
        record = source.record
        for name, speaker in record.speakers.items():
            if speaker.voice is None and voicing(source, name).id == old:
                self._editor(source.path).set_voice(name, new)
        author = voicing(source, "")
        if author.id == old and author.name not in record.speakers:
            raise EditError(
                source.at("author"),
                f"the voice's id is made of the author's name, {author.name}: list that name under `speakers` first, "
                f"with `voice: {old}`",
            )

    def changes(self) -> tuple[Change, ...]:
        """Return the change of each file, in order of path."""
        contents = {path: editor.finished() for path, editor in self._editors.items()} | self._others
        found = [
            Change(before=path, after=self._moves.get(path, path), content=content)
            for path, content in contents.items()
        ]
        for before, after in self._moves.items():
            if before not in contents:
                found.append(Change(before=before, after=after, content=(self._root / before).read_bytes()))
        found += [Change(before="", after=path, content=content) for path, content in self._made.items()]
        return tuple(sorted(found, key=lambda change: (change.before, change.after)))

    def _editor(self, path: str) -> FileEditor:
        if path not in self._editors:
            self._editors[path] = FileEditor(path, (self._root / path).read_bytes())
        return self._editors[path]

    def _rewrite(self, references: Iterable[Reference], old: str, new: str) -> None:
        for reference in references:
            self._editor(reference.path).replace(*reference.steps, old=old, new=new)


def _names(source: Entry[Source]) -> Iterator[str]:
    """Yield the names and aliases of a source's speakers."""
    for name, speaker in source.record.speakers.items():
        yield name
        yield from speaker.aliases
