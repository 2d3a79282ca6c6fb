"""The analysis as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.analysis.text import claim_text, whole_text
from claimgraph.analysis.whole import Analysis
from tests.analysis.corpora import claim, corpus, quote, source, topic, verified
from tests.standing.debates import told
from tests.standing.test_examples import both, debate

if TYPE_CHECKING:
    from typing import Any

    from claimgraph.model.corpus import Entry

SOURCES = (source("report", "Ann"), source("paper", "Ben"))


def analysis(*entries: Entry[Any]) -> Analysis:
    found = corpus(*SOURCES, *entries)
    return Analysis(corpus=found, verdicts=verified(found))


def said(id_: str, *targets: str, by: str = "opposes", **fields: object) -> Entry[Any]:
    """Return a claim that Ann makes, with a link to each target."""
    links = [{"claim": target, "because": "So."} for target in targets]
    return claim(id_, **{"quotes": [quote("report")], by: links, **fields})


def section(found: Analysis, first: str) -> list[str]:
    """Return the lines of the section that begins so."""
    (text,) = (each for each in whole_text(found).split("\n\n") if each.startswith(first))
    return text.splitlines()[1:]


def disputed() -> Analysis:
    """Return the analysis of a thesis with a reason on both sides, one of them disputed by words."""
    both = [quote("report"), quote("report", "R."), quote("paper", "No.", stance="disputes")]
    return analysis(
        topic("topic", "late"),
        said("late", "early", thesis=True),
        said("early", quotes=[quote("paper")]),
        said("reason", "late", by="supports", quotes=both),
    )


def test_a_claim_is_told_with_its_reasons_what_hangs_on_it_and_the_ways_to_settle_its_dispute() -> None:
    assert claim_text(disputed(), "reason") == (
        "reason: Reason\n"
        "    Open dispute: each side’s claim excludes the other’s. It is challenged by words that dispute it, "
        "quoted from Ben, and neither has a recorded reply.\n"
        "    Evidence: 2 quotes, 1 voice, 1 independent source.\n"
        "    Disputed: 1 quote, 1 voice, 1 independent source.\n"
        "    Reasons:\n"
        "        words that dispute it, undecided\n"
        "    One change would alter whether it stands.\n"
        "        If somebody answered what Ben says against it, it would stand.\n"
        "    Without it, ‘Late’ would have one reason fewer.\n"
        "    Its dispute can be settled in 2 ways:\n"
        "        stands: nothing; falls: reason\n"
        "        stands: reason; falls: nothing\n"
    )


def test_the_whole_is_told_section_by_section() -> None:
    assert whole_text(disputed()) == (
        "3 claims\n"
        "      1  Reasons on both sides\n"
        "      0  Reasons for it only\n"
        "      0  Reasons against it only\n"
        "      0  No reasons recorded\n"
        "      0  No evidence recorded\n"
        "      0  Contradicted, with no reply here\n"
        "      1  Open dispute: each side’s claim excludes the other’s\n"
        "      0  Contested: reasons against it stand\n"
        "      0  Challenged; other grounds stand\n"
        "      0  Said to hold only in part\n"
        "      0  Challenged, and answered here\n"
        "      0  Other figures stand beside it\n"
        "      1  Not disputed here\n"
        "\n"
        "Challenges that nothing recorded here answers, by the side that makes them\n"
        "      0  official\n"
        "      0  supportive\n"
        "      0  critical\n"
        "      1  neutral\n"
        "            reason: words or a finding dispute it (undecided)\n"
        "\n"
        "Open disputes: 1\n"
        "    reason: to settle in 2 ways\n"
        "Claims that fare alike however their dispute is settled: 0\n"
        "\n"
        "Claims most depended upon\n"
        "    reason: Without it, ‘Late’ would have one reason fewer.\n"
        "\n"
        "Claims whose whole evidence is one voice: 3\n"
        "      2  rest on a single quote or citation\n"
        "      1  on several of one voice\n"
        "            reason: Ann, 2 times\n"
        "\n"
        "Theses by topic, with the voices of the reasons that nobody answers\n"
        "    topic: late: Reasons on both sides, 1 for and 1 against\n"
        "Topics of which no thesis has reasons on both sides: 0\n"
        "\n"
        "Evidence by topic\n"
        "    topic: 4 quotes, 2 voices, 2 independent sources\n"
    )


def test_a_large_dispute_is_told_in_part() -> None:
    count = 14
    found = analysis(*(said(f"c{n}", f"c{(n + 1) % count}") for n in range(count)))
    text = claim_text(found, "c0").splitlines()
    assert text[-1] == "    Its dispute, of 14 claims, is too large to look for the ways to settle it."
    assert text.count("                        and 1 more") == 2
    assert section(found, "Open disputes: 1") == [
        "    c0, c1, c10, c11, c12 ...: too large to look through",
        "Claims that fare alike however their dispute is settled: 0",
    ]
    assert section(found, "Challenges")[4:6] == [
        "            c0: c1 opposes it (undecided)",
        "            c0: c13 opposes it (undecided)",
    ]


def test_what_depends_on_the_semantics_is_told() -> None:
    """Both sides of a dispute speak against c, which speaks against d."""
    told_ = told(debate("abcd", [*both("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")], mutual=False))
    found = Analysis(corpus=told_.corpus, verdicts=told_.verdicts)
    assert section(found, "Open disputes: 1") == [
        "    a, b, c, d: to settle in 2 ways",
        "Claims that fare alike however their dispute is settled: 2",
        "    c falls whichever way the dispute is settled",
        "    d stands whichever way the dispute is settled",
    ]
    assert claim_text(found, "d").splitlines()[-5:] == [
        "    Its dispute can be settled in 2 ways:",
        "        stands: a, d; falls: b, c",
        "        stands: b, d; falls: a, c",
        "        'c' falls whichever way the dispute is settled.",
        "        'd' stands whichever way the dispute is settled.",
    ]
