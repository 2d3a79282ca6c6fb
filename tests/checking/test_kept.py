"""What is kept between runs: when it holds good, and when everything is looked at again."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.checking import kept
from claimgraph.checking.kept import kept_cache, kept_check, summary
from claimgraph.checking.whole import check
from claimgraph.incremental import store as storing
from claimgraph.incremental.store import FOLDER, Store
from claimgraph.model.claim import Claim
from claimgraph.model.verdict import Outcome
from claimgraph.site.building import build
from tests.site.checkouts import checkout, manifest
from tests.site.edits import EDITS

if TYPE_CHECKING:
    from tests.site.checkouts import Checkout

CLAIM = "claims/buses/riders-walk.yml"
PAGE = "docs/method.md"


@pytest.fixture
def made(tmp_path: Path) -> Checkout:
    return checkout(tmp_path / "checkout")


def refuse(*_given: object, **_options: object) -> None:
    raise AssertionError("it was looked at again")


def test_where_nothing_changed_nothing_is_checked_again(made: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    first = summary(made.root)
    monkeypatch.setattr(kept, "check", refuse)
    again = summary(made.root)
    assert (again.findings, again.counts) == (first.findings, first.counts)


def test_the_same_contents_at_another_time_are_the_same(made: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    first = summary(made.root)
    for path in made.root.rglob("*.*"):
        os.utime(path, (1, 1))
    monkeypatch.setattr(kept, "check", refuse)
    assert summary(made.root).findings == first.findings


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CLAIM, "title: Riders", "title: [Riders"),
        (CLAIM, "title: Riders walk", "title: Riders ran"),
        (PAGE, "How it is done.", "How [[no-such-claim]] is done."),
        ("sources/harbour-report.capture.json", '"format"', '"form"'),
    ],
)
def test_an_edit_is_checked_and_so_is_its_undoing(made: Checkout, path: str, old: str, new: str) -> None:
    first = summary(made.root)
    text = (made.root / path).read_text("utf-8")
    assert old in text
    made.write(path, text.replace(old, new, 1))
    assert summary(made.root).findings == check(made.root).findings
    made.write(path, text)
    assert summary(made.root).findings == first.findings


def test_after_any_edit_a_check_finds_what_a_first_check_finds(made: Checkout) -> None:
    first, found = summary(made.root), {}
    assert not first.findings
    for what, (path, old, new) in {**EDITS, **EDITS_OF_WORDS}.items():
        text = (made.root / path).read_text("utf-8")
        made.write(path, text.replace(old, new))
        assert summary(made.root).findings == check(made.root).findings, what
        found[what] = {finding.rule for finding in summary(made.root).findings}
        made.write(path, text)
        assert summary(made.root).findings == first.findings, what
    assert {what: found[what] for what in EDITS_OF_WORDS} == {
        "a number that nobody said": {"number-not-carried"},
        "a name that nobody said": {"name-not-carried"},
    }


EDITS_OF_WORDS = {
    "a number that nobody said": ("claims/buses/buses-are-late.yml", "each morning", "on 77 mornings"),
    "a name that nobody said": ("claims/buses/buses-are-late.yml", "each morning", "as Zebedee Smith did"),
}


def test_a_file_that_comes_or_goes_is_noticed(made: Checkout) -> None:
    first = summary(made.root)
    made.write("claims/buses/stray.txt", "x")
    assert summary(made.root).findings != first.findings
    made.remove("claims/buses/stray.txt")
    assert summary(made.root).findings == first.findings


def test_what_was_read_and_verified_is_kept(made: Checkout) -> None:
    store = Store(made.root)
    first = kept_check(made.root, store)
    cache = kept_cache(store)
    again = kept_check(made.root, store)
    assert again.findings == first.findings
    assert again.examined.verdicts == first.examined.verdicts
    assert {id_: entry.record for id_, entry in again.examined.corpus.claims.items()} == {
        id_: entry.record for id_, entry in first.examined.corpus.claims.items()
    }
    assert len(cache.quotes.verified) == sum(verdict.is_verified for verdict in first.examined.verdicts.values())


def test_what_another_version_kept_is_not_used(made: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(made.root).save("thing", (1, 2))
    assert Store(made.root).load("thing") == (1, 2)
    monkeypatch.setattr(storing, "program_version", lambda: b"x" * 32)
    assert Store(made.root).load("thing") is None


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_what_is_damaged_is_not_used(made: Checkout, at: int) -> None:
    Store(made.root).save("thing", tuple(range(100)))
    file = made.root / FOLDER / "thing"
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert Store(made.root).load("thing") is None
    file.write_bytes(content[:50])
    assert Store(made.root).load("thing") is None
    file.unlink()
    assert Store(made.root).load("thing") is None


def test_what_came_with_a_change_is_not_used(made: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A forger knows the program, and can keep whatever a check of forged words should have found."""
    made.edit(CLAIM, "Riders walk to the market", "Riders walk")
    honest = check(made.root).findings
    made.write(CLAIM, (made.root / CLAIM).read_text("utf-8").replace("exact: ", "exact: Never said so by anybody. ", 1))
    assert check(made.root).findings != honest
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "the forger's"))
    summary(made.root)
    kept = Store(made.root).load("checked")
    Store(made.root).save("checked", (kept[0], kept[1], honest, kept[3]))
    assert summary(made.root).findings == honest
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "ours"))
    assert Store(made.root).load("checked") is None
    assert summary(made.root).findings == check(made.root).findings != honest


def test_the_key_is_for_its_owner_alone_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = storing._key(tmp_path / "checkout")  # noqa: SLF001
    (file,) = (tmp_path / "claimgraph").iterdir()
    assert (file.name, file.stat().st_mode & 0o777, storing._key(tmp_path / "checkout")) == ("key", 0o600, first)  # noqa: SLF001


def test_a_damaged_key_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "claimgraph").mkdir()
    (tmp_path / "claimgraph/key").write_bytes(b"short")
    key = storing._key(tmp_path / "checkout")  # noqa: SLF001
    assert [file.read_bytes() for file in (tmp_path / "claimgraph").iterdir()] == [key]
    assert len(key) == 32


def test_a_key_is_kept_where_files_have_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(Path, "hardlink_to", refused)
    key = storing._key(tmp_path / "checkout")  # noqa: SLF001
    assert [file.read_bytes() for file in (tmp_path / "claimgraph").iterdir()] == [key]


@pytest.mark.parametrize("place", ["a file", "relative", "in the checkout"])
def test_without_a_place_for_the_key_nothing_holds_good_for_long(
    place: str, made: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key in the checkout, or wherever the program happens to run, could have come with a change."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    places = {"a file": str(tmp_path / "file"), "relative": "keys", "in the checkout": str(made.root / ".cache")}
    monkeypatch.setenv("XDG_CACHE_HOME", places[place])
    Store(made.root).save("thing", (1,))
    assert Store(made.root).load("thing") == (1,)
    assert list(made.root.rglob("key")) == []
    storing._passing_key.cache_clear()  # noqa: SLF001  as in the next process
    assert Store(made.root).load("thing") is None


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


class _Attribute:
    def __init__(self, kind: type, name: str) -> None:
        self._kind, self._name = kind, name

    def __reduce__(self) -> tuple[object, tuple[type, str]]:
        return getattr, (self._kind, self._name)


def test_a_member_of_an_enumeration_is_read_whatever_python_wrote_it(made: Checkout) -> None:
    Store(made.root).save("thing", (Outcome.VERIFIED, _Attribute(Outcome, "ABSENT")))
    assert Store(made.root).load("thing") == (Outcome.VERIFIED, Outcome.ABSENT)
    Store(made.root).save("thing", _Attribute(Claim, "__init__"))
    assert Store(made.root).load("thing") is None


def test_nothing_that_is_kept_can_run(made: Checkout) -> None:
    payload = pickle.dumps(_Evil())
    file = made.root / FOLDER / "thing"
    file.parent.mkdir(parents=True)
    file.write_bytes(storing.program_version() + storing._signed(memoryview(payload), made.root) + payload)  # noqa: SLF001
    assert Store(made.root).load("thing") is None


def test_without_a_place_to_keep_anything_all_works(made: Checkout) -> None:
    made.write(".cache", "no folder")
    assert summary(made.root).findings == check(made.root).findings


def test_a_build_in_a_new_process_makes_what_a_clean_one_does(made: Checkout, tmp_path: Path) -> None:
    output = tmp_path / "site"
    examined = check(made.root).examined
    first = build(made.root, output, examined)
    assert build(made.root, output, examined).written == 0
    (output / "claims/riders-walk/index.html").write_text("somebody else's", "utf-8")
    (output / "stray.txt").write_text("somebody else's", "utf-8")
    made.edit(CLAIM, "Riders walk to the market", "Riders walk")
    examined = check(made.root).examined
    again = build(made.root, output, examined)
    assert 0 < again.written < first.written
    clean = tmp_path / "clean"
    build(made.root, clean, examined)
    assert manifest(output) == manifest(clean)
