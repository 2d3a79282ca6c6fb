"""What git tells of claims: in small repositories that the tests make."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from claimgraph.changes import history as module
from claimgraph.changes.history import Commit, NoHistoryError, for_page, head_of, history

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = """\
title: Title of {id}
assertion: In Harbour Town in 2021, it was so{more}.
kind: factual
scope: {{place: Harbour Town, period: 2021}}
citations:
  - {{source: survey, finding: It is so.}}
"""


class Repository:
    """A repository in `root`, with commits a day apart."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.day = 0
        root.mkdir(exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        date = f"2026-03-{self.day or 1:02}T12:00:00+02:00"
        environment = {
            **{f"GIT_{who}_{what}": "x@y.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            **{f"GIT_{who}_DATE": date for who in ("AUTHOR", "COMMITTER")},
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "PATH": "/usr/bin:/bin:/usr/local/bin",
        }
        run = subprocess.run(
            ["git", "-C", str(self.root), *arguments],  # noqa: S607
            capture_output=True,
            check=True,
            text=True,
            env=environment,
        )
        return run.stdout

    def claim(self, id_: str, topic: str = "buses", more: str = "", text: str = "") -> None:
        file = self.root / f"claims/{topic}/{id_}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text or CLAIM.format(id=id_, more=more), "utf-8")

    def commit(self) -> str:
        self.day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=A change")
        return head_of(self.root)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "checkout")


def told(commit: Commit) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return of each change what became of which claim, and the fields and items in which."""
    return [
        (
            change.record.id,
            change.record.how,
            (
                *(field.field for field in change.record.fields if change.record.how in {"changed", "renamed"}),
                *(f"{item.kind} {item.how}" for item in change.record.items if change.record.how != "added"),
            ),
        )
        for change in commit.changes
    ]


def test_commits_are_told_newest_first(repository: Repository) -> None:
    repository.claim("late")
    repository.claim("full", "trams")
    first = repository.commit()
    repository.claim("late", more=" indeed")
    second = repository.commit()
    (repository.root / "claims/trams/full.yml").unlink()
    repository.claim("old", text=CLAIM.format(id="old", more="") + "aliases: [older]\n")
    third = repository.commit()
    (repository.root / "README").write_text("Of no claim.", "utf-8")
    head = repository.commit()
    found = history(repository.root)
    assert (found.head, found.is_shallow) == (head, False)
    assert [(each.name, each.time.isoformat(), told(each), each.more) for each in found.commits] == [
        (third, "2026-03-03T10:00:00+00:00", [("full", "removed", ("citations removed",)), ("old", "added", ())], 0),
        (second, "2026-03-02T10:00:00+00:00", [("late", "changed", ("assertion",))], 0),
        (first, "2026-03-01T10:00:00+00:00", [("full", "added", ()), ("late", "added", ())], 0),
    ]
    assert found.commits[2].changes[1].assertion == "In Harbour Town in 2021, it was so."
    assert found == history(repository.root)


def test_a_renamed_and_a_moved_claim_are_the_same_claim(repository: Repository) -> None:
    repository.claim("late")
    repository.claim("full", "trams")
    repository.commit()
    (repository.root / "claims/buses/late.yml").unlink()
    repository.claim("very-late", text=CLAIM.format(id="late", more="") + "aliases: [late]\n")
    (repository.root / "claims/trams/full.yml").rename(repository.root / "claims/buses/full.yml")
    repository.commit()
    newest = history(repository.root).commits[0]
    assert told(newest) == [("full", "changed", ("topic",)), ("very-late", "renamed", ("aliases",))]
    assert newest.changes[1].record.former == "late"


def test_what_is_no_claim_or_says_the_same_is_passed_over(repository: Repository) -> None:
    repository.claim("late")
    repository.claim("broken", text="title: [\n")
    repository.claim("_topic", text="title: Buses\n")
    first = repository.commit()
    repository.claim("late", text="# A remark\n" + CLAIM.format(id="late", more=""))
    repository.claim("broken")
    repository.commit()
    (repository.root / "claims/buses/leading.yml").symlink_to("late.yml")
    repository.commit()
    assert [(each.name, told(each)) for each in history(repository.root).commits] == [(first, [("late", "added", ())])]


def test_a_merge_is_one_change_of_the_branch_that_it_goes_into(repository: Repository) -> None:
    repository.claim("late")
    repository.commit()
    repository.git("switch", "--quiet", "--create=side")
    repository.claim("full")
    repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.day += 1
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "side")
    found = history(repository.root)
    assert [told(each) for each in found.commits] == [[("full", "added", ())], [("late", "added", ())]]
    assert found.commits[0].name == found.head


def test_what_is_told_is_bounded(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EACH", 2)
    monkeypatch.setattr(module, "ENTRIES", 3)
    for number in range(5):
        repository.claim(f"one-{number}")
    repository.commit()
    for number in range(3):
        repository.claim(f"two-{number}")
    repository.commit()
    assert [(told(each), each.more) for each in history(repository.root).commits] == [
        ([("two-0", "added", ()), ("two-1", "added", ())], 1),
        ([("one-0", "added", ())], 4),
    ]


def test_a_page_shows_the_newest_and_of_one_commit_new_claims_first(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, most in (("SHOWN_EACH", 2), ("SHOWN", 3)):
        monkeypatch.setattr(module, name, most)
    repository.claim("b")
    repository.claim("d")
    repository.commit()
    repository.claim("d", more=" indeed")
    repository.commit()
    for id_ in "abcd":
        repository.claim(id_, more=" after all")
    repository.commit()
    found = history(repository.root)
    assert [([change.record.id for change in each.changes], each.more) for each in for_page(found).commits] == [
        (["a", "c"], 2),
        (["d"], 0),
    ]
    assert [len(each.changes) for each in found.commits] == [4, 1, 2]


def test_a_shallow_clone_says_so_and_takes_its_edge_for_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.claim("late")
    repository.commit()
    repository.claim("full")
    repository.commit()
    for depth, expected in ((1, []), (2, [[("full", "added", ())]])):
        clone = tmp_path / f"clone-{depth}"
        repository.git("clone", "--quiet", f"--depth={depth}", f"file://{repository.root}", str(clone))
        found = history(clone)
        assert (found.is_shallow, [told(each) for each in found.commits]) == (True, expected)


def test_a_checkout_below_the_top_of_a_repository_is_one_too(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    (outer.root / "inner/claims/buses").mkdir(parents=True)
    (outer.root / "inner/claims/buses/late.yml").write_text(CLAIM.format(id="late", more=""), "utf-8")
    outer.claim("other")
    outer.commit()
    assert [told(each) for each in history(outer.root / "inner").commits] == [[("late", "added", ())]]


def test_without_commits_or_git_there_is_no_history(repository: Repository, tmp_path: Path) -> None:
    with pytest.raises(NoHistoryError):
        history(repository.root)
    (tmp_path / "plain").mkdir()
    with pytest.raises(NoHistoryError):
        history(tmp_path / "plain")
