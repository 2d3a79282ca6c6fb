"""The form's script checks quotes as Python does: the same letters, words, digests, outcomes and messages."""

from __future__ import annotations

import itertools
import json
import random
import sys
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import regex

from claimgraph.captures.folding import fold, fold_line
from claimgraph.captures.words import cut
from claimgraph.importing.drafts import Draft
from claimgraph.importing.files import draft_file
from claimgraph.loading.schemas import schema_files
from claimgraph.pages.form.lists import word_lists
from claimgraph.pages.form.quotable import quotable
from tests.quotes import shared
from tests.quotes.generated import generated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page

    from tests.browser.reading import Reader

IMPORT = """async (home) => {
  const names = ["folding", "words", "digests", "capture", "insertions", "findings", "sequences", "ratio", "yaml"];
  const modules = await Promise.all(names.map((name) => import(`${home}assets/javascripts/claim/${name}.js`)));
  window.made = Object.fromEntries(names.map((name, at) => [name, modules[at]]));
}"""

JUDGE = """({ sources, cases, lists }) => {
  const { capture, insertions, findings } = window.made;
  const known = new insertions.Insertions(lists);
  const read = sources.map(([id, data]) => new capture.Source(id, data));
  return cases.map(({ sources, quote }) => {
    const [own = null, ...others] = sources.map((number) => read[number]);
    const told = findings.findings(quote, own, known, others);
    return [told.verdict.outcome, told.findings];
  });
}"""

RUNS = """({ classes, runs }) => Object.fromEntries(Object.entries(classes).map(([name, pattern]) => {
  const known = new RegExp(`^${pattern}$`, "u");
  const found = [];
  for (const [first, end] of runs) {
    for (let code = first; code < end; code += 1) if (known.test(String.fromCodePoint(code))) found.push(code);
  }
  return [name, found];
}))"""

BUGS = Path(__file__).parents[3] / "shared" / "cases" / "bugs"


@pytest.fixture
def page(reader: Reader, thin: str) -> Iterator[Page]:
    """A page with the script's modules; at the end nothing may have gone wrong in it."""
    reader.page.goto(thin)
    reader.page.evaluate(IMPORT, thin)
    yield reader.page
    assert reader.told.trouble() == []


def told(page: Page, sources: list[Any], cases: list[Any]) -> list[Any]:
    made = [[source["id"], quotable(shared.prepared(source))] for source in sources]
    found: list[Any] = page.evaluate(JUDGE, {"sources": made, "cases": cases, "lists": word_lists()})
    return [[outcome, sorted(findings)] for outcome, findings in found]


def test_python_and_the_script_say_the_same_of_all_shared_cases(page: Page) -> None:
    made = shared.read()
    wanted = [[case["told"][0], sorted(case["told"][1])] for case in made["cases"]]
    assert len(wanted) > 1000
    for case, one, other in zip(made["cases"], told(page, made["sources"], made["cases"]), wanted, strict=True):
        assert one == other, case["quote"]


@pytest.mark.skipif(not BUGS.is_dir(), reason="the reported cases are not at hand")
def test_python_and_the_script_say_the_same_of_reported_cases(page: Page) -> None:
    texts = [path.read_text("utf-8") for path in sorted(BUGS.glob("*.source.txt"))]
    quotes = [path.read_text("utf-8").strip() for path in sorted(BUGS.glob("*.quote.txt"))]
    sources = [{"id": "town-report-2021", "text": text, "fields": {}} for text in texts]
    cases = [
        {"sources": [number], "quote": {"source": "town-report-2021", "exact": quote}}
        for number, quote in enumerate(quotes)
    ]
    wanted = [shared.judged(sources, case) for case in cases]
    assert len(wanted) > 20
    assert told(page, sources, cases) == [[outcome, sorted(found)] for outcome, found in wanted]


def runs_of(codes: Iterable[int]) -> list[list[int]]:
    """Return ascending numbers as ranges, without their ends."""
    grouped = itertools.groupby(enumerate(codes), lambda pair: pair[1] - pair[0])
    return [[run[0][1], run[-1][1] + 1] for run in (list(pairs) for _, pairs in grouped)]


def test_classes_of_letters_are_the_same_for_all_characters_that_both_know(page: Page) -> None:
    codes = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in {"Cn", "Cs"}]
    names = {
        "letters": r"\p{L}",
        "marks": r"\p{M}",
        "numbers": r"\p{N}",
        "digits": r"\p{Nd}",
        "operators": r"\p{Sm}",
        "currency": r"\p{Sc}",
        "capitals": r"\p{Lu}",
        "ideographs": r"\p{Ideographic}",
        "quotation marks": r"\p{Quotation_Mark}",
        "unseen": r"\p{Default_Ignorable_Code_Point}",
    }
    clustered = page.evaluate("window.made.words.CLUSTERED")
    white = page.evaluate("window.made.folding.WHITE")
    scripts = {
        **names,
        "hiragana": r"\p{Script=Hiragana}",
        "clustered": f"[{clustered}]",
        "white": f"[{white}]",
    }
    patterns = {**names, "hiragana": r"\p{Hiragana}", "clustered": r"\p{Line_Break=SA}", "white": r"\s"}
    found = page.evaluate(RUNS, {"classes": scripts, "runs": runs_of(codes)})
    for name, pattern in patterns.items():
        known = regex.compile(pattern)
        assert found[name] == [code for code in codes if known.match(chr(code))], name


def test_characters_are_folded_and_cut_alike(page: Page) -> None:
    codes = [code for code in range(0x10000) if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Cc"}]
    texts = [f"a {chr(code)}5b cd{chr(code)} {chr(code)}" for code in codes]
    found = page.evaluate("(texts) => texts.map((text) => window.made.folding.fold(text))", texts)
    assert found == [fold(text) for text in texts]
    script = """(texts) => texts.map((text) => {
      const made = window.made.words.cut(window.made.folding.foldLine(text));
      return [made.words, made.gaps];
    })"""
    lines = [*texts, *(text["text"] for text, _ in generated())]
    cuts = [cut(fold_line(text)) for text in lines]
    assert page.evaluate(script, lines) == [[list(made.words), list(made.gaps)] for made in cuts]


def test_files_are_written_alike(page: Page) -> None:
    chance = random.Random(3)  # noqa: S311  no secret
    letters = [*"abc de: #'\"\\-,.%£[]{}>|&*!?@`~=/()", " ", " ", "é", "’", "–", "日", "\u00a0", "\u200b", "\U0001f600"]
    texts = [
        "".join(chance.choices(letters, k=length)) for length in (*range(1, 60), *range(80, 400, 3)) for _ in range(2)
    ]
    lines = [text for text in (" ".join(text.split()) for text in texts) if text]
    given: list[dict[str, Any]] = [
        {
            "title": one[:70],
            "assertion": one,
            "kind": "factual",
            "scope": {"place": other, "period": "2021"},
            "quotes": [{"source": "a", "speaker": one[:90], "exact": other}, {"source": "b", "exact": one}],
            "supports": [{"claim": "a", "because": other}],
        }
        for one, other in itertools.pairwise(lines)
    ]
    path = "claims/a/b.yml"
    script = """({ given, schema }) => given.map((fields) =>
      window.made.yaml.file(fields, schema, "# yaml-language-server: $schema=../claim.schema.json"))"""
    found = page.evaluate(script, {"given": given, "schema": json.loads(schema_files()["claims/claim.schema.json"])})
    assert found == [draft_file(Draft(id="b", fields=fields), path, is_supported=True) for fields in given]


def test_digests_are_those_of_sha_256(page: Page) -> None:
    chance = random.Random(1)  # noqa: S311  no secret
    given = [list(chance.randbytes(length)) for length in (*range(140), 1000, 4096)]
    script = """(given) => given.map((bytes) => Array.from(window.made.digests.sha256(Uint8Array.from(bytes))))"""
    assert page.evaluate(script, given) == [list(sha256(bytes(each)).digest()) for each in given]
