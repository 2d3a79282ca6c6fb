"""References as whole texts: for each kind of source that there is, by both styles; italics between underscores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.citing import processor
from claimgraph.citing.cited import APA, VANCOUVER
from claimgraph.citing.processor import Run, reference

STYLES = Path(processor.__file__).with_name("styles")
URL = "https://harbour.example/a"
DAY = {"date-parts": [[2021, 10, 12]]}
BODY = [{"literal": "Town & Harbour Council"}]
PEOPLE = [{"family": "Quill", "given": "Ada B."}, {"family": "Gogh", "given": "Vi", "non-dropping-particle": "van"}]


def plain(runs: tuple[Run, ...]) -> str:
    return "".join(f"_{run.text}_" if run.is_italic else run.text for run in runs)


def item(kind: str, /, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  JSON
    return {"type": kind, "title": "Buses by the hour"} | {name.replace("_", "-"): it for name, it in fields.items()}


REFERENCES = {
    "article-journal": (
        item(
            *("article-journal",),
            author=PEOPLE,
            issued=DAY,
            container_title="Harbour Studies",
            volume="4",
            issue="2",
            page="120-134",
            DOI="10.1000/x_(y)",
        ),
        (
            "Quill, A. B., & van Gogh, V. (2021). Buses by the hour. _Harbour Studies_, _4_(2), 120–134. "
            "https://doi.org/10.1000/x_(y)"
        ),
        "Quill AB, van Gogh V. Buses by the hour. Harbour Studies. 2021 Oct 12;4(2):120–34. doi:10.1000/x_(y)",
    ),
    "article-newspaper": (
        item("article-newspaper", author=PEOPLE[:1], issued=DAY, container_title="The Quay", URL=URL),
        f"Quill, A. B. (2021, October 12). Buses by the hour. _The Quay_. {URL}",
        f"Quill AB. Buses by the hour. The Quay [Internet]. 2021 Oct 12. Available from: {URL}",
    ),
    "article-newspaper, without author": (
        item("article-newspaper", issued=DAY, container_title="The Quay", URL=URL),
        f"Buses by the hour. (2021, October 12). _The Quay_. {URL}",
        f"Buses by the hour. The Quay [Internet]. 2021 Oct 12. Available from: {URL}",
    ),
    "report": (
        item("report", author=BODY, issued=DAY, number="HC 12", publisher="Harbour Office", URL=URL),
        f"Town & Harbour Council. (2021). _Buses by the hour_ (HC 12). Harbour Office. {URL}",
        (
            "Town & Harbour Council. Buses by the hour [Internet]. Harbour Office; 2021 Oct. Report HC 12. "
            f"Available from: {URL}"
        ),
    ),
    "report, without author or date": (
        item("report", publisher="Harbour Office", URL=URL),
        f"_Buses by the hour_. (n.d.). Harbour Office. {URL}",
        f"Buses by the hour [Internet]. Harbour Office. Available from: {URL}",
    ),
    "report, read on a day": (
        item("report", publisher="Harbour Office", URL=URL, accessed=DAY),
        f"_Buses by the hour_. (n.d.). Harbour Office. Retrieved 12 October 2021, from {URL}",
        f"Buses by the hour [Internet]. Harbour Office; [cited 2021 Oct 12]. Available from: {URL}",
    ),
    "report, about a year": (
        item("report", author=BODY, issued={"date-parts": [[2018]], "circa": True}, URL=URL),
        f"Town & Harbour Council. (ca. 2018). _Buses by the hour_. {URL}",
        f"Town & Harbour Council. Buses by the hour [Internet]. 2018. Available from: {URL}",
    ),
    "webpage": (
        item("webpage", author=BODY, issued=DAY, container_title="harbour.example", URL=URL),
        f"Town & Harbour Council. (2021, October 12). _Buses by the hour_. Harbour.example. {URL}",
        f"Town & Harbour Council. harbour.example [Internet]. 2021. Buses by the hour. Available from: {URL}",
    ),
    "webpage, its publisher for an author": (
        item("webpage", issued=DAY, publisher="Health & Harbour", URL=URL),
        f"Health & Harbour. (2021, October 12). _Buses by the hour_. {URL}",
        f"Buses by the hour [Internet]. Health & Harbour; 2021. Available from: {URL}",
    ),
    "post-weblog, its date in words": (
        item(
            *("post-weblog",),
            author=PEOPLE[:1],
            issued={"literal": "no later than 25 October 2013"},
            container_title="Quay Watch",
            URL=URL,
        ),
        f"Quill, A. B. (no later than 25 October 2013). Buses by the hour. _Quay Watch_. {URL}",
        f"Quill AB. Buses by the hour. Quay Watch [Internet]. no later than 25 October 2013. Available from: {URL}",
    ),
    "post": (
        item("post", author=BODY, container_title="Harbour forum", URL=URL),
        f"Town & Harbour Council. (n.d.). _Buses by the hour_ [Online post]. Harbour Forum. {URL}",
        f"Town & Harbour Council. Buses by the hour. Harbour forum [Internet]. Available from: {URL}",
    ),
    "hearing": (
        item("hearing", author=BODY, issued=DAY, publisher="Harbour Office", URL=URL),
        f"_Buses by the hour_ (2021) (testimony of Town & Harbour Council). {URL}",
        f"Town & Harbour Council. Buses by the hour [Internet]. Harbour Office; 2021. Available from: {URL}",
    ),
    "bill": (
        item("bill", number="SI 2014/2936", URL=URL),
        f"Buses by the Hour, SI 2014/2936. {URL}",
        f"Buses by the hour [Internet]. SI 2014/2936. Available from: {URL}",
    ),
    "a question for a title": (
        item("webpage", issued=DAY) | {"title": "Who counts the buses?"},
        "_Who counts the buses?_ (2021, October 12).",
        "Who counts the buses? 2021.",
    ),
    "a title with a number, dots and signs": (
        item("report", issued=DAY) | {"title": "1. On 12th October 2021. Group 3: <b>R&D</b> .. \"a\" 'b' &amp; {c}"},
        "_1. On 12th October 2021. Group 3: <b>R&D</b> .. \"a\" 'b' &amp; {c}_. (2021).",
        "1. On 12th October 2021. Group 3: <b>R&D</b> .. \"a\" 'b' &amp; {c}. 2021 Oct.",
    ),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_reference_is_whole(name: str) -> None:
    cited, apa, vancouver = REFERENCES[name]
    assert plain(reference(APA, cited)) == apa
    assert plain(reference(VANCOUVER, cited)) == vancouver


def test_no_full_stop_follows_what_is_said_to_stop() -> None:
    cited = item("webpage", issued=DAY) | {"title": "@title@"}
    assert plain(reference(APA, cited, stops=("@title@",))) == "_@title@_ (2021, October 12)."
    assert plain(reference(VANCOUVER, cited, stops=("@title@",))) == "@title@ 2021."


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=40).filter(str.strip))
def test_a_title_comes_out_as_it_is(title: str) -> None:
    cited = item("report", issued=DAY, publisher="Harbour Office") | {"title": title}
    made = reference(APA, cited)
    assert " ".join(title.split()) in " ".join("".join(run.text for run in made).split())
