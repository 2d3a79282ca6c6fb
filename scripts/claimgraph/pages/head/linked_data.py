"""What pages tell programs of themselves: schema.org (version 29) in JSON-LD 1.1.

A claim is a `Claim` with the documents that it appears in, a source the kind of document that it is, the whole a
`Dataset`. There is no `ClaimReview` and no rating: nothing here is a verdict on truth. A claim's page says here only
what search engines use: its text is the page's description, and the rest stands in the page itself and in the API.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from claimgraph.citing.resolver import doi_address
from claimgraph.index.addresses import claim_address
from claimgraph.index.links import external
from claimgraph.pages.parts.quotes import shown_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.data.listed import DataPage
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.model.source import Name, Source

_CONTEXT: Final = "https://schema.org"
_LANGUAGE: Final = "en"

_TYPES: Final[Mapping[str, str]] = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "paper-conference": "ScholarlyArticle",
    "post": "DiscussionForumPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "software": "SoftwareApplication",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""The type by the CSL type; all others are `CreativeWork`. A `Review` here is a document, and none of a claim."""

_PERIODICALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_PLAIN_DATE: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def linked_data(told: Mapping[str, Any]) -> Markup:
    """Return a block of data for the head of a page. Nothing in it can end the block (HTML, 4.12.1.3)."""
    text = json.dumps({"@context": _CONTEXT, **told}, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>\n')  # noqa: S704  a JSON string cannot end it


def claim_data(view: View, home: Home, claim_id: str) -> dict[str, Any]:
    """Return a claim with the documents whose proven words assert or dispute it, and those that are cited for it."""
    claim = view.corpus.claims[claim_id].record
    topic = view.topic(view.corpus.topic_of[claim_id])
    said = list(_quoted(view, claim_id))
    about = {"@type": "Thing", "name": topic.title, **_at(home, topic.address)}
    return _given(
        {
            "@type": "Claim",
            **_at(home, claim_address(claim_id)),
            "name": claim.title,
            "about": about if topic.address else None,
            "appearance": _documents(view, (source for is_disputing, source in said if not is_disputing)),
            "subjectOf": _documents(view, (source for is_disputing, source in said if is_disputing)),
            "citation": _documents(view, (citation.source for citation in claim.citations)),
        }
    )


def _quoted(view: View, claim_id: str) -> Iterator[tuple[bool, str]]:
    """Yield the source of each proven quote, with whether it disputes the claim; what presupposes it does neither."""
    for index, given in enumerate(view.corpus.claims[claim_id].record.quotes):
        shown = shown_quote(view, claim_id, index)
        if shown.proven and given.mode != "presupposed":
            yield shown.is_disputing, given.source


def _documents(view: View, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return the documents with these ids, each once; those that are not recorded are left out."""
    sources = view.corpus.sources
    return [_document(sources[id_].record) for id_ in dict.fromkeys(ids) if id_ in sources]


def source_data(source: Source) -> dict[str, Any]:
    """Return the document that a source is."""
    journal = source.container_title if source.type in _PERIODICALS else ""
    return _given(
        {
            **_document(source),
            "author": [_agent(name) for name in source.author],
            "editor": [_agent(name) for name in source.editor],
            "datePublished": _day(source),
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "isPartOf": _in(journal, source.volume, source.issue, source.issn) if journal else _in_work(source),
            "pagination": source.page if journal else None,
            "isbn": source.isbn if source.type == "book" else None,
            "inLanguage": source.language,
            "archivedAt": external(source.archived) if source.archived else None,
        }
    )


def dataset_data(data: DataPage, home: Home) -> dict[str, Any]:
    """Return the data of the whole site, with its files where the site has an address."""
    counts = ", ".join(f"{count:,} {name}" for name, count in data.counts)
    return _given(
        {
            "@type": "Dataset",
            **_at(home, "data/"),
            "name": home.name,
            "description": f"Who says what, in which words, on what grounds, and who disagrees: {counts}.",
            "license": data.licence,
            "version": data.data_version,
            "isAccessibleForFree": True,
            "inLanguage": _LANGUAGE,
            "distribution": [
                {"@type": "DataDownload", "name": file.address, "encodingFormat": file.format, "contentUrl": url}
                for file in data.files
                if (url := home.absolute(file.address)) and "<" not in file.address
            ],
        }
    )


def _document(source: Source) -> dict[str, Any]:
    """Return a document by its title and addresses."""
    made = {"@type": _TYPES.get(source.type, "CreativeWork"), "name": source.title}
    if source.doi:
        made["@id"] = made["sameAs"] = doi_address(source.doi)
    if source.url and external(source.url):
        made["url"] = source.url
    return made


def _agent(name: Name) -> dict[str, Any]:
    if name.literal or not name.family:
        return {"@type": "Organization" if name.literal else "Person", "name": str(name)}
    return _given({"@type": "Person", "name": str(name), "givenName": name.given, "familyName": name.family})


def _in(journal: str, volume: str | None, issue: str | None, issn: str | None) -> dict[str, Any]:
    """Return the issue, the volume and the periodical that an article stands in, each in the next."""
    made: dict[str, Any] = _given({"@type": "Periodical", "name": journal, "issn": issn})
    if volume:
        made = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": made}
    if issue:
        made = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": made}
    return made


def _in_work(source: Source) -> dict[str, Any] | None:
    return {"@type": "CreativeWork", "name": source.container_title} if source.container_title else None


def _day(source: Source) -> str | None:
    """Return when a source was published, where that is one certain year, month or day (ISO 8601)."""
    issued = source.issued.text if source.issued else ""
    return issued if _PLAIN_DATE.fullmatch(issued) else None


def _at(home: Home, address: str | None) -> dict[str, str]:
    """Return what names a page of the site, while that has an address."""
    url = None if address is None else home.absolute(address)
    return {} if url is None else {"@id": url, "url": url}


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value or value is False}
