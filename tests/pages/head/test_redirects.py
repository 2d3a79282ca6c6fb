"""Former addresses, and the pages that lead on from them."""

from __future__ import annotations

from claimgraph.pages.head.redirects import redirect_page, redirects
from tests.pages.corpora import claim, corpus_of, source, topic, voice

NETWORK = ("map/network/", "map/", "Map")


def test_the_aliases_of_every_kind_lead_to_the_present_page() -> None:
    corpus = corpus_of(
        claim("late", aliases=["late-buses", "tardy"]),
        claim("walk"),
        topic("buses", aliases=["coaches"]),
        source("hearing", aliases=["inquiry"]),
        voice("dan", aliases=["daniel"]),
    )
    assert list(redirects(corpus)) == [
        ("claims/late-buses/", "claims/late/", "Title of late"),
        ("claims/tardy/", "claims/late/", "Title of late"),
        ("topics/coaches/", "topics/buses/", "Late buses"),
        ("sources/inquiry/", "sources/hearing/", "The hearing"),
        ("voices/daniel/", "voices/dan/", "Name of dan"),
        NETWORK,
    ]


def test_without_aliases_only_the_former_network_leads_on() -> None:
    assert list(redirects(corpus_of(claim("a"), topic(), source(), voice("dan")))) == [NETWORK]


def test_the_page_leads_on_without_a_script() -> None:
    assert redirect_page("claims/late-buses/", "claims/late/", "Late") == (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        '<meta http-equiv="refresh" content="0; url=../late/">\n'
        '<meta name="robots" content="noindex">\n<link rel="canonical" href="../late/">\n'
        "<title>Late</title></head>\n"
        '<body><p>This page has moved: <a href="../late/">Late</a>.</p></body></html>\n'
    )


def test_the_title_is_escaped() -> None:
    page = redirect_page("claims/a/", "claims/b/", "</title><script>alert(1)</script> {href} & \"'")
    escaped = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; {href} &amp; &#34;&#39;"
    assert f"<title>{escaped}</title>" in page
    assert f'<a href="../b/">{escaped}</a>' in page
    assert "<script" not in page
