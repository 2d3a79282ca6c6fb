"""The texts of rules as paragraphs and examples."""

from __future__ import annotations

import pytest

from claimgraph.pages.rules.rule_list import RuleText
from claimgraph.templating.templates import render
from tests.pages.corpora import TEMPLATES


def rule(text: str, id_: str = "late-bus") -> RuleText:
    return RuleText(id=id_, severity="error", text=text)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("One line.", ((False, "One line."),)),
        ("Two\nlines\n  of one   paragraph.", ((False, "Two lines of one paragraph."),)),
        ("One.\n\nTwo.\n", ((False, "One."), (False, "Two."))),
        ("One.\n\n\n\nTwo.", ((False, "One."), (False, "Two."))),
        ("Bad:\n\n    a: 1\n      b: 2", ((False, "Bad:"), (True, "a: 1\n  b: 2"))),
        ("    a: 1\n\n    b: 2\n\nGood.", ((True, "a: 1\n\nb: 2"), (False, "Good."))),
        (
            "Bad:\n\n        a: 1\n\nGood:\n\n        b: 2\n",
            ((False, "Bad:"), (True, "a: 1"), (False, "Good:"), (True, "b: 2")),
        ),
    ],
)
def test_a_text_in_blocks(text: str, blocks: tuple[tuple[bool, str], ...]) -> None:
    assert rule(text).blocks == blocks


def test_examples_stay_as_they_stand_and_everything_is_escaped() -> None:
    html = render(TEMPLATES, "rules.html", rules=(rule("No <b> here.\n\n    a: <b>\n      c: 'd'"),))
    assert html == (
        '<details class="em-fold em-rule" id="late-bus">\n'
        '<summary><h2><code>late-bus</code></h2> <span class="em-badge">error</span></summary>\n'
        "<p>No &lt;b&gt; here.</p>\n"
        "<pre><code>a: &lt;b&gt;\n  c: &#39;d&#39;</code></pre>\n"
        "</details>\n"
    )
