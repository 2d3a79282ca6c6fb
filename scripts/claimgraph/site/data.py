"""Writes the site's data: the API, its schemas, the exports, and what the page of all claims filters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api import claim_forms as claim_form
from claimgraph.data.api import forms as form
from claimgraph.data.api.argument import debate, schemes
from claimgraph.data.api.claims import FOLDER, Claims, claim_file
from claimgraph.data.api.former import CLAIMS as FORMER_CLAIMS
from claimgraph.data.api.former import former, former_claim, moved, moved_lists
from claimgraph.data.api.listing import EXPORT_FOLDER, INDEX, Listing
from claimgraph.data.api.others import Others, topic_file
from claimgraph.data.api.schemas import FORMS, schema_files
from claimgraph.data.formats.formats import FORMATS
from claimgraph.data.formats.material import NOWHERE, Material
from claimgraph.incremental.artefacts import put
from claimgraph.incremental.parallel import parallel_map as spread
from claimgraph.index.addresses import claim_address
from claimgraph.loading.validation import adapter
from claimgraph.site.data_memory import Entry, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimgraph.data.listed import DataPage
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.rules.rule import Examined
    from claimgraph.site.data_memory import DataMemory

EXPORTS: Final = ("csv", "graphml", "node-link", "csl-json", "bibtex", "ris")
"""The formats of `claimgraph export` that stand in the site: those that cost little even at ten thousand claims."""

MOST_LIVE: Final = 1_000
"""Up to how many claims the preview makes the exports anew after an edit: beyond, they would take most of its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """Something to write: a claim or a topic by its id, or an export by its name."""

    claim: str = ""
    topic: str = ""
    export: str = ""


class _Writer:
    """Writes the data of one view into the site in `folder`."""

    def __init__(self, folder: Path, view: View, examined: Examined, home: Home) -> None:
        self._folder, self._view, self._name, self._url = folder, view, home.name, home.url
        self._claims = Claims(view=view, site_url=home.url)
        self._others = Others(claims=self._claims, captured=frozenset(examined.captured))
        self._material = Material(
            corpus=examined.corpus,
            verdicts=examined.verdicts,
            captured=examined.captured,
            base=home.url or NOWHERE,
            name=home.name,
        )
        self.files: dict[str, Written] = {}
        self._standing: frozenset[str] = frozenset()

    def write(self, memory: DataMemory, keys: Mapping[str, object]) -> None:
        """Write everything that `memory` does not have; `keys` are those of the claims' pages by address, if kept."""
        claims = self._view.corpus.claims
        relied = self._claims.reliances
        standings, leading = self._view.analysis.standings, self._view.analysis.leading
        now: dict[str, object] = (
            {id_: (keys[claim_address(id_)], relied.get(id_), standings[id_], leading.get(id_)) for id_ in claims}
            if keys
            else {}
        )
        self._standing = frozenset(memory.files) if memory.keys else frozenset()
        changed = [id_ for id_ in claims if id_ not in now or memory.keys.get(id_) != now[id_]]
        topics = {id_: self._topic_key(id_, now) for id_ in self._view.corpus.topics} if keys else {}
        exported = self._exported() if keys else ()
        is_stale = not memory.exported or (memory.exported != exported and len(claims) <= MOST_LIVE)
        tasks = [_Task(export=export) for export in EXPORTS if is_stale]
        tasks += [
            _Task(topic=id_)
            for id_ in self._view.corpus.topics
            if id_ not in topics or memory.topics.get(id_) != topics[id_]
        ]
        tasks += [_Task(claim=id_) for id_ in changed]
        # should one fail, nothing is known of those before it
        memory.keys, memory.topics, memory.exported = {}, {}, ()
        entries = {id_: memory.entries[id_] for id_ in claims if id_ in memory.entries}
        for task, (files, entry) in zip(tasks, spread(self._do, tasks), strict=True):
            self.files |= files
            if task.claim:
                entries[task.claim] = entry
        kept = [address for id_ in claims for address in self._claim_files(id_)]
        kept += [address for id_ in self._view.corpus.topics for address in self._topic_files(id_)]
        kept += [former(address) for address in kept]
        kept += [address for address in memory.files if address.startswith(EXPORT_FOLDER)]
        self.files |= {address: memory.files[address] for address in kept if address not in self.files}
        self._lists(entries)
        if keys:
            memory.entries, memory.keys, memory.topics, memory.exported = entries, now, topics, exported

    def _exported(self) -> tuple[object, ...]:
        """Return all that the exports are made of."""
        corpus, captured = self._material.corpus, tuple(sorted(self._material.captured))
        records = (*corpus.claims.values(), *corpus.sources.values(), *corpus.voices.values())
        made_of = (*records, None, *corpus.topics.values(), *self._material.verdicts.values(), *captured)
        return (*made_of, tuple(sorted(corpus.proven.items())))

    def _topic_key(self, id_: str, claims: Mapping[str, object]) -> object:
        own = self._view.by_topic.get(id_, ())
        return self._view.corpus.topics[id_], own, tuple(claims[claim] for claim in own)

    def _claim_files(self, id_: str) -> list[str]:
        return [claim_file(id_), *map(claim_file, self._view.corpus.claims[id_].record.aliases)]

    def _topic_files(self, id_: str) -> list[str]:
        return [topic_file(id_), *map(topic_file, self._view.corpus.topics[id_].record.aliases)]

    def _do(self, task: _Task) -> tuple[dict[str, Written], Entry]:
        """Carry out a task; return what was written and, for a claim, what lists say of it. Processes share these."""
        if task.export:
            files = {f"{EXPORT_FOLDER}{name}": text for name, text in FORMATS[task.export](self._material).items()}
            return {address: self._put(address, text.encode("utf-8")) for address, text in files.items()}, Entry()
        if task.topic:
            content = adapter(form.TopicPage).dump_json(self._others.topic(task.topic), by_alias=True)
            return self._put_all(self._topic_files(task.topic), content + b"\n"), Entry()
        content = adapter(claim_form.WholeClaim).dump_json(self._claims.claim(task.claim), by_alias=True)
        listed = self._claims.entry(task.claim, f"{FOLDER}claims.json")
        entry = Entry(
            now=adapter(claim_form.ClaimEntry).dump_json(listed, by_alias=True),
            former=former_claim(task.claim, self._claims),
        )
        return self._put_all(self._claim_files(task.claim), content + b"\n"), entry

    def _put_all(self, addresses: Iterable[str], content: bytes) -> dict[str, Written]:
        """Write a file at its address and its former ids', and where each stood in version 1 that it has moved."""
        written = {}
        for address in addresses:
            written[address] = self._put(address, content)
            if (old := former(address)) not in self._standing:
                written[old] = self._put(old, moved(address, self._claims))
        return written

    def _put(self, address: str, content: bytes) -> Written:
        put(self._folder, address, content, b"")
        return Written(size=len(content), digest=hashlib.sha256(content).digest())

    def _lists(self, entries: Mapping[str, Entry]) -> None:
        """Write what is made of all claims."""
        claims = self._view.corpus.claims
        self._keep(f"{FOLDER}claims.json", _listed(entries[id_].now for id_ in claims))
        self._keep(FORMER_CLAIMS, _listed(entries[id_].former for id_ in claims))
        for address, content in moved_lists(self._claims):
            self._keep(address, content)
        lists: tuple[tuple[str, Callable[[str], tuple[Any, ...]]], ...] = (
            ("sources", self._others.sources),
            ("topics", self._others.topics),
            ("voices", self._others.voices),
            ("schemes", lambda address: schemes(self._claims.home(address))),
        )
        for name, records in lists:
            address = f"{FOLDER}{name}.json"
            self._keep(address, _listed(adapter(FORMS[name][0]).dump_json(record) for record in records(address)))
        state = adapter(FORMS["debate"][0]).dump_json(debate(self._view))
        self._keep(f"{FOLDER}debate.json", state + b"\n")
        for address, text in schema_files(self._url):
            self._keep(address, text.encode("utf-8"))

    def _keep(self, address: str, content: bytes) -> None:
        self.files[address] = self._put(address, content)

    def page(self) -> DataPage:
        """Return what the page of data shows, and write the same for programs."""
        listing = Listing(
            name=self._name,
            home=self._claims.home(INDEX),
            version=self._version(),
            as_of=self._view.as_of,
            counts=self._others.counts(),
            sizes={address: file.size for address, file in self.files.items()},
        )
        self._keep(INDEX, adapter(form.Index).dump_json(listing.index(), indent=2) + b"\n")
        return listing.page(self.files[INDEX].size)

    def _version(self) -> str:
        """Return a version that is made of the contents alone."""
        digest = hashlib.sha256()
        for address in sorted(self.files):
            if not address.startswith("explore/"):
                digest.update(address.encode() + b"\0" + self.files[address].digest)
        return digest.hexdigest()[:12]


def write_data(  # noqa: PLR0913
    folder: Path,
    view: View,
    examined: Examined,
    memory: DataMemory,
    *,
    keys: Mapping[str, object],
    home: Home,
) -> DataPage:
    """Bring the data of the site in `folder` up to date, and return what their page shows.

    `keys` are those of the claims' pages, by address; empty where nothing
    is remembered. Of more than `MOST_LIVE` claims, the exports are written once for a memory: after an edit, the
    preview has those of its start.
    """
    writer = _Writer(folder, view, examined, home)
    writer.write(memory, keys)
    page = writer.page()
    for address in memory.files.keys() - writer.files:
        Path(folder, address).unlink(missing_ok=True)
    memory.files = writer.files
    return page


def _listed(records: Iterable[bytes]) -> bytes:
    """Return a JSON list with one record a line."""
    return b"[" + b",".join(b"\n" + record for record in records) + b"\n]\n"
