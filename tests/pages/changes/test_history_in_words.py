"""What the page of changes says of claims, from a small history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimgraph.changes.history import Change, Commit, History
from claimgraph.changes.records import changed_records
from claimgraph.changes.state import State
from claimgraph.model.standing import State as Stands
from claimgraph.pages.changes.history_in_words import HistoryCache, changes_page, known_history
from claimgraph.pages.changes.page import ChangedClaim, ChangedState, ChangesPage
from claimgraph.site.building import build
from tests.changes.test_history import Repository
from tests.pages.corpora import citation, claim, corpus_of, quote, source, topic, view
from tests.site.checkouts import checkout

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

NOW = (
    topic(),
    source(**{"title-short": "Hearing"}),
    claim(
        "late",
        assertion="Buses were late.",
        scope={"place": "Harbour Town", "period": "2021-10"},
        note="Counted.",
        quotes=[quote(), quote(exact="They were all late.", stance="disputes")],
        opposes=[{"claim": "other", "because": "Both cannot be."}],
        undercuts=[{"claim": "other", "citation": "seats", "because": "No."}],
    ),
    claim("other", citations=[citation(id="seats")]),
)


def page_of(before: tuple[Entry[Claim], ...], after: tuple[Entry[Claim], ...]) -> ChangesPage:
    """Return the page of one commit that made `after` of `before`."""
    states = [State(corpus=corpus_of(*entries), verdicts={}, findings=(), captures={}) for entries in (before, after)]
    said = {entry.id: entry.record.assertion for entry in after}
    changes = tuple(
        Change(record=record, assertion=said[record.id] if record.how == "added" else "")
        for record in changed_records(*states)
    )
    commit = Commit(name="0" * 40, time=datetime(2026, 3, 1, 9, 5, tzinfo=UTC), changes=changes)
    return changes_page(History(head="0" * 40, commits=(commit,)), view(*NOW), has_feed=False)


def test_what_has_changed_is_said_in_words() -> None:
    before = claim("late", citations=[citation()], supports=[{"claim": "gone", "because": "So."}])
    (shown,) = page_of((before,), (NOW[2],)).sets
    argued = (
        "Quote added, from Hearing",
        "Quote that disputes it added, from Hearing",
        "Citation taken away, from Hearing",
        "Link taken away: supports ‘gone’",
        "Link added: opposes ‘Title of other’",
        "Link added: undercuts ‘Title of other’, its citation",
    )
    assert shown.day == "1 March 2026, 09:05 UTC"
    assert shown.claims == (
        ChangedClaim(
            id="late",
            title="Title of late",
            says="Changed",
            address="claims/late/",
            details=(
                "Assertion reworded; before: Assertion of late.",
                "Time spoken about changed from 2021 to October 2021",
                "Editor’s note added",
                *argued,
            ),
            argued=argued,
            topic="buses",
        ),
    )


def test_what_the_editors_added_and_who_read_it() -> None:
    read = {"by": "Ada Quill", "on": "2021-11-20"}
    added = {"computed": [{"value": "75%", "how": "So."}], "named": [{"name": "Ann", "how": "So."}]}
    (shown,) = page_of((claim("late"),), (claim("late", **added, read=read),)).sets
    assert shown.claims[0].details == (
        "Record of a second reader added",
        "Number or date that the editors worked out added: 75%",
        "Name that the editors supplied added: Ann",
    )
    later = {**read, "on": "2021-11-21"}
    (shown,) = page_of((claim("late", read=read),), (claim("late", read=later),)).sets
    assert shown.claims[0].details == ("Day of the second reading changed from 20 November 2021 to 21 November 2021",)
    other = claim("late", read=read, assertion="They came late.")
    (shown,) = page_of((claim("late", read=read),), (other,)).sets
    assert shown.claims[0].details[1] == "Changed since the second reading that it records"


def test_new_gone_renamed_and_moved_claims() -> None:
    before = (claim("former", "trams"), claim("gone", title="Gone"))
    after = (claim("other", aliases=["former"]), claim("late", assertion="They are late."))
    (shown,) = page_of(before, after).sets
    assert [(each.id, each.says, each.address, each.details) for each in shown.claims] == [
        ("gone", "Claim taken away", None, ()),
        ("late", "New claim", "claims/late/", ("They are late.",)),
        (
            "other",
            "New address",
            "claims/other/",
            (
                "Formerly former",
                "Topic changed from ‘trams’ to ‘Late buses’",
                "Title changed from ‘Title of former’ to ‘Title of other’",
                "Assertion reworded; before: Assertion of former.",
            ),
        ),
    ]


def test_what_is_missing_is_said() -> None:
    shown = view(*NOW)
    assert changes_page(None, shown, has_feed=False).note.startswith("The history of the files was not at hand")
    cut = changes_page(History(head="", commits=(), is_shallow=True), shown, has_feed=True)
    assert cut.note.startswith("Only the newest part of the history was at hand")
    assert changes_page(History(head="", commits=()), shown, has_feed=True) == ChangesPage(
        note="The history of the files tells of no change of a claim.", has_feed=True
    )


def test_the_history_is_read_once_for_a_commit(tmp_path: Path) -> None:
    repository, memory = Repository(tmp_path / "checkout"), HistoryCache()
    assert known_history(repository.root, memory) is None
    repository.claim("late")
    repository.commit()
    first = known_history(repository.root, memory)
    assert first is not None
    assert known_history(repository.root, memory) is first
    repository.claim("full")
    repository.commit()
    second = known_history(repository.root, memory)
    assert second is not None
    assert len(second.commits) == 2


def test_the_site_tells_its_changes(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.write("docs/changes/index.md", "# Changes\n\n<!-- pour: changes -->\n")
    repository = Repository(made.root)
    repository.commit()
    made.edit("claims/trams/trams-are-old.yml", "2019, trams rattled", "2019, all trams rattled")
    repository.commit()
    made.edit("mkdocs.yml", "site_name: Harbour Town map\n", "site_name: Map\nsite_url: https://a.example/map/\n")
    build(made.root, tmp_path / "site", made.examined())
    page = (tmp_path / "site/changes/index.html").read_text("utf-8")
    assert "Assertion reworded; before: In Harbour Town in 2019, trams rattled." in page
    assert page.count('<span class="em-changes__what">New claim:</span>') == 5
    feed = (tmp_path / "site/feed.xml").read_text("utf-8")
    assert feed.count("<entry>") == 6
    assert '<link rel="alternate" type="application/atom+xml"' in page


def test_links_and_what_they_hit_are_told_in_words() -> None:
    after = claim(
        "late",
        counts_against=[{"claim": "other", "because": "So."}],
        limits=[{"claim": "gone", "because": "So."}],
        undercuts=[
            {"claim": "other", "counts_against": "late", "because": "No."},
            {"claim": "gone", "rests_on": "study", "because": "No."},
        ],
    )
    (shown,) = page_of((claim("late"), claim("other")), (after, claim("other"))).sets
    (changed,) = shown.claims
    assert changed.details == (
        "Link added: counts against ‘Title of other’",
        "Link added: limits ‘gone’",
        "Link added: undercuts ‘Title of other’, as a reason against ‘Title of late’",
        "Link added: undercuts ‘gone’, what rests on one study",
    )


def test_a_claim_in_another_state_is_named_with_both() -> None:
    shown = view(
        claim("late", quotes=[quote()]),
        claim("never", quotes=[quote("A rider")], counts_against=[{"claim": "late", "because": "So."}]),
        source(),
    )
    former = {"late": Stands.UNDISPUTED, "never": Stands.UNDISPUTED, "gone": Stands.OPEN}
    page = changes_page(History(head="0" * 40, commits=()), shown, former, has_feed=False)
    assert page.states == (
        ChangedState(
            id="late",
            title="Title of late",
            address="claims/late/",
            before="Not disputed here",
            after="Contested: reasons against it stand",
        ),
    )
