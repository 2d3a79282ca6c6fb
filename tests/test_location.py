"""Places in files."""

from __future__ import annotations

from claimgraph.location import Location, Mark, locate

NOTHING: dict[str | int, Mark] = {}
ITEM = Mark(4, 5, None, {"exact": Mark(4, 12, (4, 5), NOTHING)})
FILE = Mark(1, 1, None, {"title": Mark(1, 8, (1, 1), NOTHING), "quotes": Mark(4, 3, (3, 1), {0: ITEM})})


def test_a_place_is_shown_as_compilers_do() -> None:
    assert str(Location(path="claims/a/b.yml", line=3, column=7)) == "claims/a/b.yml:3:7"
    assert str(Location(path="claims/a/b.yml")) == "claims/a/b.yml:1:1"


def test_places_are_in_order_of_file_line_and_column() -> None:
    places = [Location(path=path, line=line, column=column) for path in "ab" for line in (2, 10) for column in (1, 9)]
    backwards = places[::-1]
    assert sorted(backwards) == places


def test_a_value_and_its_key() -> None:
    assert locate("f", FILE, "title") == Location(path="f", line=1, column=8)
    assert locate("f", FILE, "title", key=True) == Location(path="f", line=1, column=1)
    assert locate("f", FILE, "quotes", 0, "exact") == Location(path="f", line=4, column=12)
    assert locate("f", FILE, "quotes", 0, "exact", key=True) == Location(path="f", line=4, column=5)


def test_what_has_no_key_stands_where_it_begins() -> None:
    assert locate("f", FILE) == Location(path="f", line=1, column=1)
    assert locate("f", FILE, key=True) == Location(path="f", line=1, column=1)
    assert locate("f", FILE, "quotes", 0) == Location(path="f", line=4, column=5)
    assert locate("f", FILE, "quotes", 0, key=True) == Location(path="f", line=4, column=5)


def test_what_is_missing_is_missing_from_the_value_around_it() -> None:
    assert locate("f", FILE, "kind") == Location(path="f", line=1, column=1)
    assert locate("f", FILE, "quotes", 0, "source") == Location(path="f", line=4, column=5)
    assert locate("f", FILE, "quotes", 7) == Location(path="f", line=3, column=1)
    assert locate("f", FILE, "title", "deeper", "still") == Location(path="f", line=1, column=1)
