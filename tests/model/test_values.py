"""Kinds of scalars: ids, labels, prose, addresses, numbers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from claimgraph.model.values import RESERVED, Id, Label, Line, Numeral, Prose, Url


def error(kind: Any, value: object) -> str:  # noqa: ANN401  an annotated type
    """Return the type of the error that a value gets, empty if it is right."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as raised:
        (detail,) = raised.errors()
        return detail["type"]
    return ""


@pytest.mark.parametrize("text", ["a", "late", "a1", "late-buses-2021", "a-1-b", "a" * 80])
def test_ids(text: str) -> None:
    assert error(Id, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        *("", "A", "1a", "-a", "a-", "a--b", "a_b", "a b", " a", "a ", "a\n", "a.b", "a/b", "../a", "\u00e9", "\u0430"),
        *("a\u200d", "a\u00ad", "\uff41", "\u0131", "a\u0301", "<<", "{{a}}", "%61"),
    ],
)
def test_no_ids(text: str) -> None:
    assert error(Id, text) == "string_pattern_mismatch"


def test_long_and_reserved_ids() -> None:
    assert error(Id, "a" * 81) == "string_too_long"
    assert {error(Id, name) for name in RESERVED} == {"reserved_id"}
    assert {"con", "nul", "com1", "lpt9"} <= RESERVED


@pytest.mark.parametrize(("kind", "most"), [(Label, 70), (Line, 400), (Prose, 2_000)])
def test_texts_have_a_least_and_a_most(kind: object, most: int) -> None:
    assert error(kind, "x") == ""
    assert error(kind, "x" * most) == ""
    assert error(kind, "x" * (most + 1)) == "string_too_long"
    assert error(kind, "") == "string_too_short"
    for text in (" ", "\u00a0", "\u00ad", "\u200d", "\ufe0f", "\u0301", "\u2800", "\u034f \u3000"):
        assert error(kind, text) == "empty", ascii(text)
    for text in (".", "\u00e9", "e\u0301", "\u2764\ufe0f", "\u6f22", "5"):
        assert error(kind, text) == "", ascii(text)
    assert error(kind, 5) == "string_type"


def test_lines_are_one_line() -> None:
    assert error(Label, "a\nb") == "one_line"
    assert error(Line, "a\nb") == "one_line"
    assert error(Prose, "a\nb") == ""


@pytest.mark.parametrize(
    "text",
    [
        *("https://x.org", "http://x.org/", "https://x.org:8080/a?b=c#d", "HTTPS://X.org/", "https://192.168.0.1/"),
        *("https://x.org/%20(a)~b", "https://\u00fc.org/\u00e9"),
    ],
)
def test_addresses(text: str) -> None:
    assert error(Url, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "x.org",
            "www.x.org",
            "//x.org",
            "ftp://x.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:a@x.org",
        ),
        *("https://", "https:///a", "https:x.org", "https://localhost", "https://a:b@x.org", "https://a@x.org"),
        *(
            "https://x.org/a b",
            "https://x.org/\n",
            " https://x.org",
            "https://x.org/<a>",
            'https://x.org/"',
            "https://x.org\\a",
        ),
        *("https://x.org/a[1]", "https://x.org/50%", "https://x.org/%zz", "https://x.org/#a#b", "https://x.org/\ufffd"),
        *("https://x.org/{a}", "https://x.org/a|b", "https://x.org/a^b", "https://x.org/`"),
        *("https://x.org:port/", "https://[::1", "https://x.org/\u202e", "https://x.org/\x07", "java\nscript:x.org"),
    ],
)
def test_no_addresses(text: str) -> None:
    assert error(Url, text) == "web_address"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("https://x.org/a[1]", "cannot hold '[': write %5B"),
        ("https://x.org/a b", "cannot hold ' ': write %20"),
        ("https://x.org/#a#b", "cannot hold '#': write %23"),
        ("https://x.org/50%", "cannot hold '%': write %25"),
        ("https://x.org/\ufffd", "cannot hold '\ufffd': write %EF%BF%BD"),
    ],
)
def test_an_address_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        TypeAdapter(Url).validate_python(text)


@pytest.mark.parametrize("text", ["0", "43", "92.5", "-3", "007", "0.0", "9" * 30])
def test_numerals(text: str) -> None:
    assert error(Numeral, text) == ""


@pytest.mark.parametrize(
    "text",
    ["", "43%", "1,000", "1 000", "+3", ".5", "5.", "1.2.3", "1e3", "\u22123", "\u0665", "\u00bd", "43\n", "NaN"],
)
def test_no_numerals(text: str) -> None:
    assert error(Numeral, text) == "string_pattern_mismatch"
