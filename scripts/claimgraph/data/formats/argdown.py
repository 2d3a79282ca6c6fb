"""The argument as Argdown, the markup for argument maps (argdown.org).

A claim is a statement, titled by its id. Everything else is an argument, named after the claim that makes it, its field
and its number, with a tag that says what it is: a support is a premise-conclusion structure, so that premises which
hold only together (`with`) stand together, with its scheme as the rule of inference; a reason against and an opposition
are arguments from their premises that attack the other claim; an undercut is one that undercuts the arguments it hits;
a limit, a rival figure and context, of which Argdown knows nothing, mention the other claim. A quote or citation is an
argument that supports or attacks its claim.

Text is escaped, so that none of it is markup; white space in it is folded. What Argdown has no place for stands in
braces, with the names that claim files use; the topics, with their theses, stand in the front matter. See
docs.argdown.org, "Syntax", and the lexer of `@argdown/core`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.citing.lines import one_line
from claimgraph.data.formats.parts import evidence, given, hit, links, own_fields
from claimgraph.model.claim import Quote
from claimgraph.model.links import HITS, CountingAgainst, Support, Undercut
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.formats.parts import Part
    from claimgraph.model.claim import Citation
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Link

_MARKUP: Final = re.compile(r"[\\#*_\[<{]|/(?=[/*])|=(?==)|\.(?=\S+?\.)|:(?=\S+?:)")
"""What begins markup inside a line; a special character is `.name.` or `:name:`, front matter is between `===`."""

_MENTIONING: Final = frozenset({"limits", "rivals", "context"})
_DRAWN: Final = ("because", "claim", "with", *(name for name in HITS if name != "rests_on"))
"""The fields of a link that its text and its arrows express."""

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNSAFE: Final = re.compile(r"=(?==)|[{}\x7f-\x9f\u2028\u2029\ufeff]|/(?=[/*])|<(?=!)")


def argdown(dataset: Dataset) -> str:
    """Return the document: claims, then their evidence, then their links."""
    corpus = dataset.corpus
    topics = {id_: given(entry.record) for id_, entry in corpus.topics.items()}
    head = f"===\ntitle: {_json(dataset.home.name)}\ntopics: {_json(topics)}\n===\n"
    blocks = [head, *(_claim(corpus, id_) for id_ in corpus.claims)]
    blocks += [_evidence(part) for part in evidence(corpus)]
    blocks += ["\n".join(_link(corpus, part)) + "\n" for part in links(corpus)]
    return "\n".join(blocks)


def escaped(text: str) -> str:
    """Return a text on one line that Argdown reads as plain text, with white space folded."""
    return _MARKUP.sub(r"\\\g<0>", one_line(text))


def _without(fields: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def _data(fields: Mapping[str, Any]) -> str:
    """Return fields as YAML in braces, which is JSON here; braces in texts are escaped, since they could end it."""
    return f" {_json(fields)}" if fields else ""


def _json(value: object) -> str:
    return _STRING.sub(lambda found: _UNSAFE.sub(_code, found[0]), json.dumps(value, ensure_ascii=False))


def _code(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _claim(corpus: Corpus, id_: str) -> str:
    record = corpus.claims[id_].record
    return f"[{id_}]: {escaped(record.assertion)}{_data({'topic': corpus.topic_of[id_], **own_fields(record)})}\n"


def _evidence(part: Part[Quote | Citation]) -> str:
    text = part.record.exact if isinstance(part.record, Quote) else part.record.finding
    arrow = "->" if part.record.stance == "disputes" else "+>"
    about = f"#{part.kind}{_data(_without(given(part.record), 'exact', 'finding', 'stance'))}"
    return f"<{part.name}>: {escaped(text)} {about}\n  {arrow} [{part.claim}]\n"


def _link(corpus: Corpus, part: Part[Link]) -> Iterator[str]:
    link, to = part.record, part.record.claim
    mentioned = f"@[{to}] " if part.kind in _MENTIONING else ""
    hits = hit(corpus, link) if isinstance(link, Undercut) else ()
    # a conflict that stands in the file of its other end: the arrow alone would turn it round
    named = {"claim": to} if any(name.partition(".")[0] != to for name in hits) else {}
    about = f"{mentioned}#{part.kind}{_data(named | _without(given(link), *_DRAWN))}"
    yield f"<{part.name}>: {escaped(link.because)} {about}"
    if isinstance(link, Support):
        premises = (part.claim, *(id_ for id_ in link.together if id_ in corpus.claims))
        yield ""
        yield from (f"({number}) [{id_}]" for number, id_ in enumerate(premises, start=1))
        scheme = SCHEMES.get(link.scheme) if link.scheme else None
        rule = f"-- {scheme.aif} --" if scheme else "-----"
        yield f"{rule}\n({len(premises) + 1}) [{to}]"
        return
    yield f"  <+ [{part.claim}]"
    if isinstance(link, CountingAgainst):
        yield from (f"  <+ [{id_}]" for id_ in link.together if id_ in corpus.claims)
    if isinstance(link, Undercut):
        yield from (f"  _> <{name}>" for name in hits)
    elif part.kind in {"opposes", "counts_against"}:
        yield f"  -> [{to}]"
