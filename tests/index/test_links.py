"""Links: relative ones by example, foreign ones by what must be refused."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from claimgraph.index.links import external, relative, text_fragment


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("", "", "./"),
        ("", "claims/", "claims/"),
        ("", "feed.xml", "feed.xml"),
        ("claims/", "", "../"),
        ("claims/", "claims/fudge/", "fudge/"),
        ("claims/fudge/", "claims/", "../"),
        ("claims/fudge/", "claims/fudge/", "./"),
        ("claims/fudge/", "claims/fudge/#words", "#words"),
        ("claims/fudge/", "claims/other/#words", "../other/#words"),
        ("claims/fudge/", "topics/waits/", "../../topics/waits/"),
        ("claims/fudge/", "data/claims.csv", "../../data/claims.csv"),
        ("claims/fudge/", "#words", "../../#words"),
        ("claims/fudge/", "", "../../"),
        ("claims/claims/", "claims/", "../"),
        ("c/fudge/", "c/fudge/words.csv", "words.csv"),
        ("claims/fudge/", "topics/#a/", "../../topics/#a/"),
    ],
)
def test_relative(here: str, target: str, link: str) -> None:
    assert relative(here, target) == link


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org/",
        "http://example.org/a/b.html?x=1&y=%C3%A9#top",
        "HTTPS://EXAMPLE.ORG/A",
        "https://example.org./",
        "https://example.org:8443/x",
        "https://example.org/a(b)_c;d=e,f'g!*",
        "https://committees.parliament.uk/writtenevidence/41131/html/",
        "https://xn--e1afmkfd.example/",
        "https://example.org/%E2%80%98quoted%E2%80%99",
        "https://example.org?q",
        "https://web.archive.org/web/2021/http://example.org/",
    ],
)
def test_safe_addresses_are_linked_as_they_are(url: str) -> None:
    assert external(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "example.org",
        "/claims/",
        "#words",
        "?q",
        "//example.org/",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org",
        "blob:https://example.org/1",
        "view-source:https://example.org/",
        "https:example.org",
        "https:/example.org",
        "https:///example.org",
        "https://",
        "https://?x",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://example.org%40evil.example/",
        "https://example.org\\@evil.example/",
        "\\\\example.org\\x",
        "https://example.org:80:80/",
        "https://example.org:65536/",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/\r\nx",
        "https://example.org/\x00",
        "https://example.org/\x7f",
        "https://example.org/%00",
        "https://example.org/%0a",
        "https://example.org/%7F",
        "https://example.org/%zz",
        "https://example.org/%4",
        'https://example.org/" onclick="alert(1)',
        "https://example.org/<b>",
        "https://example.org/`x`",
        "https://example.org/{{7*7}}",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\u200b",
        "https://g\u043e\u043egle.example/",
        "https://example\u3002org/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://-example.org/",
        "https://example-.org/",
        "https://example..org/",
        "https://.example.org/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 127}example/",
        f"https://example.org/{'a' * 2048}",
        "\ufeffhttps://example.org/",
        " https://example.org/",
        "https://example.org/ ",
    ],
)
def test_other_addresses_are_no_links(url: str) -> None:
    assert external(url) is None
    assert text_fragment(url, "some words of a source") is None


PAGE = "https://example.org/page"


@pytest.mark.parametrize(
    ("exact", "directive"),
    [
        ("five words of a source", "five%20words%20of%20a%20source"),
        ("first-hand, R&D and more", "first%2Dhand%2C%20R%26D%20and%20more"),
        (
            "“what\u2019s 50% of £2?” \u2013 1/2",
            "%E2%80%9Cwhat%E2%80%99s%2050%25%20of%20%C2%A32%3F%E2%80%9D%20%E2%80%93%201%2F2",
        ),
        ("one  two\n three", "one%20two%20three"),
        (
            "one two three four five six seven eight nine ten",
            "one%20two%20three%20four%20five%20six%20seven%20eight%20nine%20ten",
        ),
        (
            "one two three four five six seven eight nine ten eleven",
            "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        ),
        (
            "one two three four five [...] six seven eight nine ten",
            "one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten",
        ),
        ("one two three [sic] four five", "one%20two%20three,four%20five"),
        ("[an insertion] one two three four five", "one%20two%20three%20four%20five"),
    ],
)
def test_text_fragment(exact: str, directive: str) -> None:
    assert text_fragment(PAGE, exact) == f"{PAGE}#:~:text={directive}"


def test_a_text_fragment_tells_two_places_apart() -> None:
    link = text_fragment(
        PAGE, "the same words as there", prefix="and this is what precedes", suffix="and, then, this follows"
    )
    assert link == f"{PAGE}#:~:text=is%20what%20precedes-,the%20same%20words%20as%20there,-and%2C%20then%2C%20this"


def test_a_text_fragment_is_read_back_by_its_separators() -> None:
    link = text_fragment(PAGE, "a-b, c & d - e", prefix="x-", suffix="-y")
    assert link is not None
    before, start, after = link.partition(":~:text=")[2].split(",")
    assert (before[-1], after[0]) == ("-", "-")
    assert [unquote(part) for part in (before[:-1], start, after[1:])] == ["x-", "a-b, c & d - e", "-y"]
    assert "-" not in start
    assert "&" not in link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/#part", "https://example.org/#part:~:text=some%20words"),
        ("https://example.org/#:~:text=others", "https://example.org/#:~:text=some%20words"),
        ("https://example.org/#part:~:text=others", "https://example.org/#part:~:text=some%20words"),
    ],
)
def test_a_fragment_that_is_there_is_kept_and_a_directive_replaced(url: str, link: str) -> None:
    assert text_fragment(url, "some words") == link


def test_without_words_of_the_source_there_is_no_directive() -> None:
    assert text_fragment(PAGE, "[...]") == PAGE


def test_a_text_fragment_that_is_too_long_is_left_out() -> None:
    url = f"https://example.org/{'a' * 1900}"
    assert text_fragment(url, f"{'b' * 200} and some more words") == url


@pytest.mark.parametrize("target", ["claims/a/", "claims/b/", "topics/a/", "topics/claims/"])
def test_between_pages_two_deep_the_shorter_way_finds_the_same(target: str) -> None:
    assert relative("claims/a/", f"{target}#words").partition("#")[0] == relative("claims/a/", target).removeprefix(
        "./"
    )
