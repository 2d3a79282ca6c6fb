"""The report on the reading age of the written pages, with a grade that only counts words."""

from __future__ import annotations

from bench.prose import sentences
from bench.reading import report

PAGE = """---
description: Not read.
---

# Buses

Buses are *late* in `Station Road`. See [the
report](report.md#late): it says "why". So it is!

<!-- pour: buses -->

| when | how many buses |
|---|---|
| 2021 | nine of ten came |

- The first item ends here
- **Second item** of them all:

```yaml
title: An example is not prose.
```
"""


def words(text: str) -> float:
    return len(text.split())


def test_a_page_has_only_the_sentences_that_are_read_as_such() -> None:
    assert list(sentences(PAGE)) == [
        "Buses are late in code.",
        'See the report: it says "why".',
        "So it is!",
        "The first item ends here.",
        "Second item of them all.",
    ]


def test_report_has_the_hardest_page_first_with_its_hardest_sentences() -> None:
    texts = {"docs/short.md": "It is short.", "docs/buses.md": PAGE, "docs/empty.md": "# Empty"}
    assert list(report(texts, words, 1)) == [
        "grade    words   hard  page",
        " 24.0       24     0%  docs/buses.md",
        '  6.0  See the report: it says "why".',
        "  3.0        3     0%  docs/short.md",
        "  3.0  It is short.",
    ]
    long = " ".join(["word"] * 10) + ". And a short one."
    assert list(report({"docs/long.md": long}, words, 0))[1:] == [" 14.0       14    50%  docs/long.md"]
