"""Which theses each claim leads to, by which links."""

from __future__ import annotations

import pytest

from claimgraph.analysis.leading import leads_to
from tests.analysis.corpora import claim, corpus, topic

T = claim("t", thesis=True)


def link(claim_id: str, **fields: object) -> list[dict[str, object]]:
    return [{"claim": claim_id, "because": "B.", **fields}]


@pytest.mark.parametrize(
    ("links", "leads"),
    [
        pytest.param({"supports": link("t")}, True, id="supports"),
        pytest.param({"counts_against": link("t")}, True, id="counts against"),
        pytest.param({"opposes": link("t")}, True, id="opposes"),
        pytest.param({"limits": link("t")}, True, id="limits"),
        pytest.param({"undercuts": link("t", quote="q")}, True, id="undercuts a quote"),
        pytest.param({"undercuts": link("b", supports="t")}, True, id="undercuts a step"),
        pytest.param({"rivals": link("t", differs_in=["base"])}, False, id="rivals"),
        pytest.param({"context": link("t")}, False, id="context"),
        pytest.param({"supports": link("b")}, False, id="elsewhere"),
        pytest.param({"supports": link("gone")}, False, id="nowhere"),
    ],
)
def test_links_that_lead_to_a_thesis(links: dict[str, object], *, leads: bool) -> None:
    found = leads_to(corpus(claim("a", **links), claim("b"), T, topic("one", "t")))
    assert found.get("a", ()) == (("t",) if leads else ())
    assert found["t"] == ("t",)


def test_over_several_steps_and_from_further_premises() -> None:
    found = leads_to(
        corpus(
            claim("a", supports=link("b", **{"with": ["p"]})),
            claim("b", undercuts=link("c", quote="q")),
            claim("c", counts_against=link("t")),
            claim("p"),
            T,
            topic("one", "t"),
        )
    )
    assert found == dict.fromkeys("abcpt", ("t",))


def test_a_thesis_leads_to_itself_first_and_the_others_come_in_the_topics_order() -> None:
    found = leads_to(
        corpus(
            claim("u", thesis=True, supports=link("t")),
            claim("a", supports=link("u")),
            T,
            topic("one", "u", order=2),
            topic("two", "t", order=1),
        )
    )
    assert found == {"t": ("t",), "u": ("u", "t"), "a": ("t", "u")}


def test_an_opposition_in_the_file_of_the_thesis_leads_to_it() -> None:
    found = leads_to(corpus(claim("t", thesis=True, opposes=link("a")), claim("a"), topic("one", "t")))
    assert found == {"t": ("t",), "a": ("t",)}
