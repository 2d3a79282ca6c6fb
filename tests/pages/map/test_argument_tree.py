"""The argument on a topic as a tree."""

from __future__ import annotations

from itertools import pairwise

from claimgraph.pages.map.argument_tree import Branch, ThesisTree, TopicTree, topic_tree

LINKS = {
    "soon": (("late", "counts_against"), ("target", "supports"), ("slow", "limits"), ("note", "context")),
    "fair": (("target", "supports"), ("far", "counts_against"), ("soon", "supports")),
    "target": (("survey", "supports"), ("slow", "undercuts")),
    "survey": (("target", "supports"), ("far", "supports")),
}


def tree(*own: str) -> TopicTree:
    return topic_tree(["soon", "fair"], own, lambda id_: LINKS.get(id_, ()))


def test_each_claim_has_one_place_and_is_named_again_where_it_is_another_reason() -> None:
    assert tree("fair", "late", "note", "slow", "soon", "survey", "target") == TopicTree(
        theses=(
            ThesisTree(
                thesis="soon",
                pro=(
                    Branch(claim="target", kind="supports", depth=0),
                    Branch(claim="survey", kind="supports", depth=1),
                ),
                con=(
                    Branch(claim="late", kind="counts_against", depth=0),
                    Branch(claim="slow", kind="limits", depth=0),
                ),
            ),
            ThesisTree(
                thesis="fair",
                pro=(
                    Branch(claim="soon", kind="supports", depth=0, is_elsewhere=True),
                    Branch(claim="target", kind="supports", depth=0, is_elsewhere=True),
                ),
                con=(Branch(claim="far", kind="counts_against", depth=0, is_elsewhere=True),),
            ),
        ),
        others=("note",),
    )


def test_reasons_of_one_kind_stand_in_the_order_given() -> None:
    def incoming(id_: str) -> tuple[tuple[str, str], ...]:
        return (("a", "supports"), ("b", "supports")) if id_ == "soon" else ()

    (both,) = topic_tree(["soon"], ["b", "a", "soon"], incoming).theses
    assert [branch.claim for branch in both.pro] == ["b", "a"]


def test_a_claim_with_two_links_to_a_thesis_stands_there_once() -> None:
    (both,) = topic_tree(["soon"], ["soon"], lambda _: (("far", "limits"), ("far", "counts_against"))).theses
    assert both.con == (Branch(claim="far", kind="counts_against", depth=0, is_elsewhere=True),)


def test_a_long_chain_needs_no_recursion() -> None:
    ids = [f"c{number}" for number in range(5000)]
    below = dict(pairwise(ids))

    (both,) = topic_tree(ids[:1], ids, lambda id_: ((below[id_], "supports"),) if id_ in below else ()).theses
    assert [branch.depth for branch in both.pro] == list(range(4999))


def test_no_theses_leave_all_claims_over() -> None:
    assert topic_tree([], ["a", "b"], lambda _: ()) == TopicTree(theses=(), others=("a", "b"))
