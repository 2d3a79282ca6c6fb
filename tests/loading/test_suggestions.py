"""What to type instead of a mistake."""

from __future__ import annotations

import pytest

from claimgraph.loading.suggestions import dates_meant, field_meant
from claimgraph.model.dates import read_period

QUOTE = ("source", "exact", "id", "speaker", "stance", "mode", "of", "prefix", "suffix", "context")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Exact", "exact"),
        ("quote", "exact"),
        ("TEXT", "exact"),
        ("speeker", "speaker"),
        ("who", "speaker"),
        ("sources", "source"),
        ("zzz", None),
        ("", None),
    ],
)
def test_field_meant(written: str, meant: str | None) -> None:
    assert field_meant(written, QUOTE) == meant


def test_field_in_another_case_or_with_another_sign() -> None:
    assert field_meant("url", ("title", "URL")) == "URL"
    assert field_meant("container_title", ("title", "container-title")) == "container-title"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("12/10/2021", "write 2021-10-12 for 12 October 2021, or write 2021-12-10 for 10 December 2021"),
        ("13/10/2021", "write 2021-10-13 for 13 October 2021"),
        ("10/13/2021", "write 2021-10-13 for 13 October 2021"),
        ("1.2.2021", "write 2021-02-01 for 1 February 2021, or write 2021-01-02 for 2 January 2021"),
        ("5/5/2021", "write 2021-05-05 for 5 May 2021"),
        ("2021/10", "write 2021-10 for October 2021"),
        ("2021/10/12", "write 2021-10-12 for 12 October 2021"),
        ("12 October 2021", "write 2021-10-12 for 12 October 2021"),
        ("12th oct 2021", "write 2021-10-12 for 12 October 2021"),
        ("October 12, 2021", "write 2021-10-12 for 12 October 2021"),
        ("October 2021", "write 2021-10 for October 2021"),
        ("Sept. 2021", ""),
        ("Sep. 2021", "write 2021-09 for September 2021"),
        ("2013-2015", "write 2013/2015 for 2013 to 2015"),
        ("2013 \u2013 2015", "write 2013/2015 for 2013 to 2015"),
        ("about 2018", "write 2018~ for about 2018"),
        ("c. 2018", "write 2018~ for about 2018"),
        ("since 2008", "write 2008/.. for 2008 and later"),
        ("99/99/2021", ""),
        ("last year", ""),
        ("", ""),
    ],
)
def test_dates_meant(written: str, hint: str) -> None:
    assert dates_meant(written) == hint
    for part in hint.split(", or "):
        if part:
            assert read_period(part.split()[1]).text == part.split()[1]
