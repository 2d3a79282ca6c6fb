"""A corpus in which every text is what some format could take for its own: one source and one claim for each value."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final, get_args

from claimgraph.analysis.whole import Analysis
from claimgraph.data.dataset import Dataset
from claimgraph.data.formats import formats
from claimgraph.index.view import view_of
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.source import CslType, Source
from claimgraph.model.topic import Topic
from claimgraph.model.verdict import Outcome, Place, Verdict
from tests.data.formats.datasets import AS_OF, HOME

INJECTION: Final = "}, url={javascript:alert(1)}"
SICI: Final = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
"""A DOI of the old kind, with all of ASCII's brackets but braces."""

ADDRESS: Final = "https://harbour.example/a_b;c=1%7D,url=%7B?q=a&r='(~$*)'#x;y"

VALUES: Final = (
    *(INJECTION, "{", "}", "{}", "}{", "a } b { c", "\\", "a\\", "\\}", "\\{", "{\\", "\\}, year = {1900", "\\\\}"),
    *("\\input{/etc/passwd}", "\\write18{id}", "$x^2_1$ ~ & 50% #1", "% comment", "100%\nnot a comment", "\\textbf x"),
    *("@book{evil, title={x}}", "a\n@book{evil,\n title = {x}}\n", "@comment{", '@string{jan = "x"}', '" # jan # "'),
    *('a", url="b', "Rose and Crown", "and", "others", "A AND B", "a and", "and b", "Smith, Jones", ",", "a,", "van b"),
    *("x--y---z", "``q''", "!`a ?`b", "<<a>>", ",,a", "a | b", "'", '"', "a^b", "a~b", "[a]", "a=b"),
    *("ER  - ", "TY  - BOOK", "x\nER  - \n\nTY  - BOOK\nTI  - evil\nER  - ", "x\nUR  - javascript:x", "a;b; c"),
    *("=1+1", '=HYPERLINK("x","y")', "+1", "-1", "-5.5", "@SUM(A1)", "\t=1", "\t x", " =1", "'=1", "''=1", "'tis"),
    *("''", "\uff1d1", '"=1', 'a,b"c"\nd;=1', ";=1", '""', ",=1", "\n=1", "\n\n=1 "),
    *(
        "]]>",
        "<!DOCTYPE x [<!ENTITY y 'z'>]>",
        '<data key="d0">x</data>',
        "&amp; &#10; &lt; &y;",
        "<?x?>",
        "<!-- x -->",
    ),
    *('"""', 'a"""', 'a"', '""" . <a:b> <a:c> <a:d> .', "'''", "\\u0041", "\\n", '\\"', "<a:b>", '"@en', "^^<a:b>"),
    *("[c-1]: b", "<c-1>: y", "#tag", "#(a tag)", "@[c-1]", "{a: b}", "// c", "/* c", "*/", "===\ntitle: x\n==="),
    *("(1) a\n-----\n(2) b", "+> [c-2]", "x\n  -> [c-2]", "**b** _i_", ":smile: .A.", "-- r --", "# heading", "* x"),
    *("null", "NaN", "true", "1e5", "0123", "__proto__", "@id", "@context", "a : b", "a :b", " : ", "https://x.org/"),
    *("a\xa0b", "a\u3000b", "e\u0301", "\U0001f469\u200d\U0001f52c", "\u05d0\u05d1", "\ufffd", "x\ty", "a  b", " a "),
    *("DOI: 10.1/x", "x\nURL: javascript:alert(1)", "type: book", "a {:DOI: 10.1/x}", "Said: no"),
)
"""What texts may be, though a format could read it as its own; records take them all."""

KINDS: Final[tuple[str, ...]] = get_args(CslType)


def label(value: str) -> str:
    """Return a value as the fields of one line take it, which are never empty."""
    return value.replace("\n", " ")


def source(id_: str, value: str, kind: str) -> Entry[Source]:
    """Return a source of which every text is the value."""
    named = dict.fromkeys(("family", "given", "suffix"), value)
    names = [{"literal": value}, named, {"family": value, "given": value}, {"family": value}, {"given": value}]
    names += [{"family": value, "suffix": value}, {"family": "Ok", "given": value, "non-dropping-particle": value}]
    prose = (
        *("title", "title-short", "publisher", "publisher-place", "container-title", "collection-title", "event-title"),
        *("edition", "volume", "issue", "number", "page", "genre", "language", "note", "ISBN", "ISSN", "licence"),
    )
    given = dict.fromkeys(prose, value) | {"author": names, "editor": names}
    dates = {"issued": "2013-04-05", "accessed": "2021-10"}
    about = {"type": kind, "depth": "none", "URL": ADDRESS, "DOI": SICI, "archived": ADDRESS}
    return _entry(Source, id_, {**given, **dates, **about, "speakers": {label(value): {"aliases": [label(value)]}}})


def _claim(id_: str, value: str, other: str, source_id: str) -> Entry[Claim]:
    quoted = ("exact", "of", "prefix", "suffix", "context")
    quote = {"source": source_id, "id": "said", "speaker": label(value), **dict.fromkeys(quoted, value)}
    scope = {"place": label(value), "period": "2013", **dict.fromkeys(("population", "measure", "denominator"), value)}
    link = {"claim": other, "because": value}
    given = {
        "title": label(value),
        "assertion": value,
        "kind": "factual",
        "scope": scope,
        "computed": [{"value": label(value), "how": value}],
        "named": [{"name": label(value), "how": value}],
        "read": {"by": label(value), "on": "2021-10-12"},
        "note": value,
        "quotes": [quote],
        "citations": [{"source": source_id, "id": "found", "finding": value, "where": value}],
        "thesis": True,
        "one_sided": value,
        "crux": value,
        "supports": [link],
        "counts_against": [link],
        "opposes": [{**link, "despite": value}],
        "limits": [link],
        "rivals": [{**link, "differs_in": ["base"]}],
        "context": [link],
        "undercuts": [{**link, "quote": "said"}],
    }
    return _entry(Claim, id_, given)


def _topic(id_: str, number: int, value: str) -> Entry[Topic]:
    about = {"title": label(value), "question": label(value), "order": number, "summary": value}
    return _entry(Topic, id_, {**about, "theses": [f"c-{number}"], "background": [f"c-{number}"]})


def _entry(kind: type[Any], id_: str, given: dict[str, Any]) -> Entry[Any]:
    return Entry(id=id_, path=f"{id_}.yml", record=adapter(kind).validate_python(given), mark=Mark(1, 1, None, {}))


def hostile_dataset(values: tuple[str, ...] = VALUES) -> Dataset:
    """Return sources `s-1`, topics `t-1`, claims `c-1` and so on, each with one value in all its texts."""
    count = len(values)
    sources = {f"s-{n}": source(f"s-{n}", value, KINDS[n % len(KINDS)]) for n, value in enumerate(values, start=1)}
    claims = {
        f"c-{n}": _claim(f"c-{n}", value, f"c-{n % count + 1}", f"s-{n}") for n, value in enumerate(values, start=1)
    }
    topics = {f"t-{n}": _topic(f"t-{n}", n, value) for n, value in enumerate(values, start=1)}
    place = Place(first_line=1, last_line=1, words=((0, 5),), speaker="", posted_by="", is_whole=True, marks=())
    corpus = Corpus(
        claims=MappingProxyType(claims),
        topics=MappingProxyType(topics),
        sources=MappingProxyType(sources),
        voices=MappingProxyType({}),
        topic_of=MappingProxyType({id_: f"t-{id_.removeprefix('c-')}" for id_ in claims}),
    )
    return Dataset(
        view=view_of(
            Analysis(
                corpus=corpus,
                verdicts={(id_, 0): Verdict(outcome=Outcome.VERIFIED, place=place) for id_ in claims},
            ),
            AS_OF,
        ),
        home=HOME,
        captured=frozenset(),
    )


def written(dataset: Dataset, form: str) -> str:
    """Return the one file of a format."""
    (content,) = formats.written(dataset, form).values()
    return content.decode()
