"""Parts of a written page that are closed until a reader opens them."""

from __future__ import annotations

import pytest

from claimgraph.publish.written_folds import with_folds


def fold(line: str, inside: str) -> str:
    return f'<details class="em-fold">\n<summary>{line}</summary>\n{inside}\n</details>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<h2>A</h2><p>B</p>", "<h2>A</h2><p>B</p>", id="nothing to fold"),
        pytest.param("<h2>A</h2><!-- fold: Why -->\nB", f"<h2>A</h2>{fold('Why', 'B')}", id="to the end of the page"),
        pytest.param(
            "<h2>A</h2><!-- fold: Why -->B\n<h2>C</h2>D",
            f"<h2>A</h2>{fold('Why', 'B')}\n<h2>C</h2>D",
            id="to one",
        ),
        pytest.param(
            "<h3>A</h3><!-- fold: Why -->B\n<h2>C</h2>D",
            f"<h3>A</h3>{fold('Why', 'B')}\n<h2>C</h2>D",
            id="to a higher heading",
        ),
        pytest.param(
            "<h2>A</h2><!-- fold: Why -->\n<h3>B</h3>\n<h2>C</h2>",
            f"<h2>A</h2>{fold('Why', '<h3>B</h3>')}\n<h2>C</h2>",
            id="over a lower heading",
        ),
        pytest.param(
            "<h2>A</h2><!-- fold: One -->B\n<!-- fold: Two -->C",
            f"<h2>A</h2>{fold('One', 'B')}\n{fold('Two', 'C')}",
            id="to the next fold",
        ),
        pytest.param(
            "<h2>A</h2><!-- fold: One --><h3>B</h3><!-- fold: Two -->C",
            f"<h2>A</h2>{fold('One', '<h3>B</h3>' + fold('Two', 'C'))[: -len('</details>')]}</details>",
            id="one in another",
        ),
        pytest.param(
            "<h2>A</h2><!-- fold: <b> & -->B", f"<h2>A</h2>{fold('&lt;b&gt; &amp;', 'B')}", id="a line is plain text"
        ),
    ],
)
def test_what_follows_a_mark_is_folded(html: str, expected: str) -> None:
    assert with_folds(html) == expected
