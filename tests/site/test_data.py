"""The files of data that a site has: what they say, by which schema, and what an edit rewrites."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator

from claimgraph.changes.dating import day_of
from claimgraph.checking import whole
from claimgraph.data.api.shards import shard_file, shard_of
from claimgraph.data.dataset import Dataset
from claimgraph.data.formats.formats import written
from claimgraph.incremental.artefacts import Output
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.site.building import Builder, build
from tests.site.checkouts import Checkout, manifest
from tests.site.debated import debated

if TYPE_CHECKING:
    from pathlib import Path

EDITED = "api/v2/shards/" + shard_of("trams-are-old") + ".json"
SHARED = ("api/v1/claims.json", "api/v2/claims.json", "api/v2/index.json", "explore/assertions.json")
LISTS = ("changes", "claims", "debate", "index", "schemes", "sources", "topics", "voices")
WHY = (
    "This is version 2 of the data: claims now have reasons for and against them, limits and theses, and the kinds of "
    "link and the states have other names. The address here was that of version 1."
)


class Site:
    """A site that follows its checkout, as the preview's does."""

    def __init__(self, folder: Path, *, claim_files: bool = True) -> None:
        self.checkout: Checkout = debated(folder / "checkout")
        if claim_files:
            self.checkout.edit("mkdocs.yml", "extra: {", "extra: {claim_files: true, ")
        self.checkout.write("docs/data/index.md", "# Data\n\n<!-- pour: data -->\n\n<!-- pour: data-fields -->\n")
        self.checkout.write("docs/contribute/reasons.md", "# Kinds of reason\n\n<!-- pour: schemes -->\n")
        self.folder, self.scratch = folder / "site", folder / "scratch"
        self.folder.mkdir()
        self.scratch.mkdir()
        self.checks = whole.CheckCache()
        self.builder = Builder(self.checkout.root, Output(self.folder), self.scratch)
        self.bring()

    def bring(self) -> None:
        """Bring the site up to date."""
        examined = whole.check(self.checkout.root, cache=self.checks).examined
        self.builder.build(examined)

    def read(self, address: str) -> Any:  # noqa: ANN401  JSON
        return json.loads((self.folder / address).read_text("utf-8"))

    def detail(self, id_: str) -> Any:  # noqa: ANN401  JSON
        """Return what its shard says of a claim."""
        (found,) = (claim for claim in self.read(shard_file(shard_of(id_))) if claim["id"] == id_)
        return found

    def stamps(self) -> dict[str, int]:
        """Return when each file of data was last written."""
        files = [path for name in ("api", "data", "explore") for path in (self.folder / name).rglob("*")]
        return {path.relative_to(self.folder).as_posix(): path.stat().st_mtime_ns for path in files if path.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site that tests read, and none edits."""
    return Site(tmp_path_factory.mktemp("site"))


@pytest.fixture
def edited(tmp_path: Path) -> Site:
    """Return a site for a test that edits it."""
    return Site(tmp_path)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a map that has published no file for each claim, which tests read."""
    return Site(tmp_path_factory.mktemp("fresh"), claim_files=False)


def schema_of(address: str) -> str:
    """Return the address of the schema of a file of the API."""
    version, *parts = address.removeprefix("api/").removesuffix(".json").split("/")
    return f"api/{version}/schema/{parts[0].removesuffix('s') if len(parts) > 1 else parts[0]}.json"


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_every_file_of_the_api_is_as_its_schema_says(site: Site, version: str) -> None:
    addresses = sorted(path for path in site.stamps() if path.startswith(f"api/{version}/") and "/schema/" not in path)
    added = {"v1": 0, "v2": 2 + len({shard_of(claim["id"]) for claim in site.read("api/v2/claims.json")})}
    # whole files, claims and a former id of one, topics likewise; in version 2 the changes, and shards with their list
    assert len(addresses) == 7 + 7 + 1 + 2 + 1 + added[version]
    for address in addresses:
        schema = site.read(schema_of(address))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(site.read(address))


def test_a_field_has_one_type_and_says_where_it_may_be_null(site: Site) -> None:
    for name in (
        "claim",
        "claims",
        "debate",
        "index",
        "schemes",
        "shard",
        "shards",
        "sources",
        "topic",
        "topics",
        "voices",
    ):
        schema = site.read(f"api/v2/schema/{name}.json")
        for record in (schema, schema.get("items", {}), *schema.get("$defs", {}).values()):
            for field, about in record.get("properties", {}).items():
                kinds = [branch for branch in about.get("anyOf", ()) if branch.get("type") != "null"]
                if "anyOf" in about:
                    assert len(kinds) == 1, field
                    assert "null" in about["description"], field
            assert set(record.get("properties", {})) == set(record.get("required", ()))


NOBODY: dict[str, Any] = {"count": 0, "voices": 0, "lines": 0, "answered": 0, "reasons": []}
"""A side on which nobody speaks."""

NO_LINKS = dict.fromkeys(("supports", "counts_against", "opposes", "limits", "rivals", "context", "undercuts"), 0)


def test_the_list_of_claims(site: Site) -> None:
    claims = site.read("api/v2/claims.json")
    assert [claim["id"] for claim in claims] == sorted(claim["id"] for claim in claims)
    assert claims[0] == {
        "id": "buses-are-late",
        "title": "Buses are late",
        "assertion": "In Harbour Town in 2021, the number nine bus left twenty minutes late each morning.",
        "kind": "factual",
        "topic": "buses",
        "thesis": False,
        "one_sided": "",
        "crux": "",
        "theses": ["buses-are-punctual"],
        "scope": {
            "place": "Harbour Town",
            "period": "2021",
            "first_day": "2021-01-01",
            "last_day": "2021-12-31",
            "population": "number nine buses",
            "measure": "",
            "denominator": "",
        },
        "standing": {"state": "Contradicted, with no reply here", "reason": claims[0]["standing"]["reason"]},
        "sides": {"for": NOBODY, "against": NOBODY, "limits": NOBODY, "contested_grounds": []},
        "rivals": [],
        "context": [],
        "evidence": {
            "asserting": {"quotes": 1, "verified": 1, "voices": 1, "lines": 1, "citations": 0},
            "disputing": {"quotes": 0, "verified": 0, "voices": 0, "lines": 0, "citations": 0},
            "taken_for_granted": 0,
        },
        "links_made": {**NO_LINKS, "supports": 1, "counts_against": 1},
        "links_met": {**NO_LINKS, "opposes": 1, "undercuts": 2},
        "former_ids": ["late-buses"],
        "replaced_by": None,
        "url": "../../claims/buses-are-late/",
        "shard": "../../api/v2/shards/37.json",
        "json": "../../api/v2/claims/buses-are-late.json",
    }
    assert "‘Old trams rattle’" in claims[0]["standing"]["reason"]
    text = (site.folder / "api/v2/claims.json").read_text("utf-8")
    assert text.count("\n") == len(claims) + 2  # one a line, so that two versions compare


def reason(bears: str, claim: str, **more: object) -> dict[str, Any]:
    """Return a reason of one voice that nobody answers, but for what is said otherwise."""
    return {
        "bears": bears,
        "claims": [claim],
        "quote": None,
        "citation": None,
        "through": "",
        "voices": 1,
        "lines": 1,
        "by_citation": False,
        "own_voice": False,
        "answered": False,
        "false_claims": [],
        "undercut_by": [],
        "answer_contested": False,
        **more,
    }


def test_the_sides_of_claims(site: Site) -> None:
    claims = {claim["id"]: claim for claim in site.read("api/v2/claims.json")}
    punctual, room, full = (claims[id_] for id_ in ("buses-are-punctual", "trams-have-room", "trams-are-full"))
    side = {**NOBODY, "count": 1, "voices": 1, "lines": 1}
    late = reason("counts against", "buses-are-late", answered=True, false_claims=["buses-are-late"])
    assert (punctual["thesis"], punctual["standing"]["state"]) == (True, "Reasons for it only")
    assert punctual["sides"] == {
        "for": {**side, "reasons": [reason("supports", "buses-leave-on-time")]},
        "against": {**NOBODY, "answered": 1, "reasons": [late]},
        "limits": NOBODY,
        "contested_grounds": [],
    }
    assert (room["one_sided"], room["standing"]["state"], room["sides"]["against"]) == (
        "A count of free seats was looked for in the survey.",
        "Reasons against it only",
        {**side, "reasons": [reason("counts against", "trams-are-full", by_citation=True)]},
    )
    assert full["sides"]["limits"] == {**side, "reasons": [reason("limits", "trams-are-old", by_citation=True)]}
    assert {id_: (claim["theses"], claim["rivals"], claim["context"]) for id_, claim in claims.items()} == {
        "buses-are-late": (["buses-are-punctual"], [], []),
        "buses-are-punctual": (["buses-are-punctual"], [], ["riders-walk"]),
        "buses-leave-on-time": (["buses-are-punctual"], [], []),
        "riders-walk": ([], ["trams-are-old"], []),
        "trams-are-full": (["trams-have-room"], [], []),
        "trams-are-old": (["buses-are-punctual", "trams-have-room"], ["riders-walk"], []),
        "trams-have-room": (["trams-have-room"], [], []),
    }


def test_a_quote_that_disputes_is_a_reason_against_a_thesis(edited: Site) -> None:
    quote = (
        "{source: harbour-report, speaker: Driver One, stance: disputes, exact: Riders who miss it walk along the quay}"
    )
    edited.checkout.edit("claims/buses/buses-are-punctual.yml", "thesis: true", f"thesis: true\nquotes:\n  - {quote}")
    edited.bring()
    against = edited.read("api/v2/claims/buses-are-punctual.json")["sides"]["against"]
    assert against["reasons"][0] == reason("disputes", "buses-are-punctual", quote=1)
    assert (against["count"], against["answered"]) == (1, 1)


def test_everything_on_one_claim(site: Site) -> None:
    whole = site.read("api/v2/claims/buses-are-late.json")
    listed = site.read("api/v2/claims.json")[0]
    same = listed.keys() - {"url", "shard", "json"}
    assert {key: whole[key] for key in same} == {key: listed[key] for key in same}
    place = "../../../"
    assert whole["quotes"] == [
        {
            "number": 1,
            "id": "twenty-minutes",
            "exact": "Every morning the number nine bus leaves the harbour twenty minutes late.",
            "stance": "asserts",
            "mode": "asserted",
            "speaker": "Driver One",
            "of": "",
            "voice": {
                "id": "driver-one",
                "name": "The first driver",
                "role": "Drives the number nine",
                "url": f"{place}voices/driver-one/",
            },
            "side": "critical",
            "source": {
                "id": "harbour-report",
                "title": "Voices from the harbour",
                "issued": "2021-10",
                "url": f"{place}sources/harbour-report/",
            },
            "rests_on": "one-watch",
            "verified": True,
            "compared": {"on": "2026-02-01", "by": "maintainers"},
            "check": "verified",
            "place": {"first_line": 1, "last_line": 1, "posted_by": "", "is_whole": True, "left_out": [], "apart": []},
            "prefix": "",
            "suffix": "",
            "context": "",
            "url": f"{place}claims/buses-are-late/#quote-twenty-minutes",
            "source_url": whole["quotes"][0]["source_url"],
        }
    ]
    assert whole["quotes"][0]["source_url"].startswith("https://harbour.example/report#:~:text=Every%20morning")
    assert whole["figures"][0] | {"source": whole["figures"][0]["source"]["id"]} == {
        "measure": "delay",
        "name": "Delay",
        "unit": "minutes",
        "value": "20",
        "bound": "about",
        "period": "2021",
        "population": "",
        "denominator": "",
        "source": "tram-survey",
    }
    assert (whole["computed"], whole["named"], whole["read"]) == (
        [{"value": "20 minutes", "how": "The survey counts how far a tram goes while it waits for the nine."}],
        [],
        None,
    )
    links = {
        side: [(link["kind"], link["from_claim"], link["to_claim"]) for link in whole["links"][side]]
        for side in whole["links"]
    }
    assert links == {
        "made": [
            ("supports", "buses-are-late", "riders-walk"),
            ("counts_against", "buses-are-late", "buses-are-punctual"),
        ],
        "met": [
            ("opposes", "buses-leave-on-time", "buses-are-late"),
            ("undercuts", "trams-are-old", "buses-are-late"),
            ("undercuts", "trams-are-old", "buses-are-late"),
        ],
        "premise_of": [],
        "third_of": [],
    }
    assert whole["links"]["made"][0]["with_claims"] == ["trams-are-full"]
    assert [link["hits_quote"] for link in whole["links"]["met"]] == ["", "twenty-minutes", ""]
    assert [link["hits_support_of"] for link in whole["links"]["met"]] == ["", "", "riders-walk"]
    assert [link["to_claim"] for link in site.read("api/v2/claims/trams-are-full.json")["links"]["premise_of"]] == [
        "riders-walk"
    ]
    assert [link["from_claim"] for link in site.read("api/v2/claims/riders-walk.json")["links"]["third_of"]] == [
        "trams-are-old"
    ]


def test_what_links_and_citations_say(site: Site) -> None:
    old = site.read("api/v2/claims/trams-are-old.json")["links"]["made"]
    assert [(link["kind"], link["differs_in"]) for link in old] == [
        ("limits", []),
        ("rivals", ["measure", "period"]),
        ("undercuts", []),
        ("undercuts", []),
    ]
    (citation,) = site.read("api/v2/claims/trams-are-full.json")["citations"]
    assert (citation["side"], citation["rests_on"]) == ("neutral", "seat-count")


def test_why_a_claim_stands_so_and_what_turns_on_it(site: Site) -> None:
    whole = site.read("api/v2/claims/buses-are-late.json")
    assert whole["reasons"][1] == {
        "role": "undercuts",
        "claim": "trams-are-old",
        "quote": None,
        "citation": None,
        "state": "Other figures stand beside it",
        "force": "holds",
        "of_steps": False,
        "elsewhere": False,
        "below": [],
    }
    found = whole["would_change"]
    assert (found["summary"], found["searched"], found["count"]) == (
        found["summary"],
        1,
        3,
    )
    assert found["smallest"][2] == {
        "deeds": [
            {
                "kind": "take away evidence",
                "claim": "trams-are-old",
                "by": "",
                "against": "",
                "quote": None,
                "citation": 1,
            }
        ],
        "label": "is in open dispute",
        "words": found["smallest"][2]["words"],
    }
    assert whole["reliance"] == {"claim": "buses-are-late", "falls": [], "rises": [], "weakens": []}
    old = site.read("api/v2/claims/trams-are-old.json")
    assert (old["reasons"], old["would_change"]) == ([], None)
    assert old["reliance"] == {
        "claim": "trams-are-old",
        "falls": ["buses-leave-on-time"],
        "rises": [],
        "weakens": [],
    }


def test_kinds_of_reason_and_who_answers_their_questions(site: Site) -> None:
    support, _ = site.read("api/v2/claims/buses-are-late.json")["links"]["made"]
    answer = {
        "from_claim": "buses-are-late",
        "to_claim": "riders-walk",
        "question": "other-causes",
        "answered_by": "trams-are-old",
    }
    assert (support["scheme"], support["answered"], support["answers"]) == ("sign", [answer], [])
    made = site.read("api/v2/claims/trams-are-old.json")["links"]["made"]
    assert {(link["scheme"], *link["answered"]) for link in made} == {("",)}
    assert [link["answers"] for link in made] == [[], [], [], [answer]]
    schemes = {scheme["id"]: scheme for scheme in site.read("api/v2/schemes.json")}
    assert schemes["sign"] == {
        "id": "sign",
        "name": "a sign of something else",
        "says": "One thing is a sign of another.",
        "questions": [
            {"id": "present", "text": "Is the sign there?"},
            {"id": "reliable", "text": "How surely does this sign go with what it is taken for?"},
            {"id": "other-causes", "text": "Could something else bring about the sign?"},
        ],
        "url": "../../contribute/reasons/#sign",
    }


def test_the_whole_debate(site: Site) -> None:
    debate = site.read("api/v2/debate.json")
    assert {count["state"]: count["claims"] for count in debate["states"] if count["claims"]} == {
        "Reasons for it only": 1,
        "Reasons against it only": 1,
        "Contradicted, with no reply here": 1,
        "Challenged; other grounds stand": 1,
        "Said to hold only in part": 1,
        "Challenged, and answered here": 1,
        "Other figures stand beside it": 1,
    }
    assert len(debate["states"]) == 13
    assert [(side["side"], len(side["challenges"])) for side in debate["unanswered"]] == [
        ("official", 0),
        ("supportive", 0),
        ("critical", 0),
        ("neutral", 3),
    ]
    assert debate["unanswered"][3]["challenges"][0] == {
        "claim": "buses-are-late",
        "attack": "opposes",
        "by": "buses-leave-on-time",
        "quote": None,
        "citation": None,
        "settled": True,
    }
    assert debate["relied_on"][0] == {
        "claim": "trams-are-old",
        "falls": ["buses-leave-on-time"],
        "rises": [],
        "weakens": [],
    }
    assert debate["one_voice"][0] == {
        "claim": "buses-are-late",
        "voice": "driver-one",
        "name": "The first driver",
        "count": 1,
    }
    assert debate["topics"][1] == {
        "topic": "trams",
        "claims": 3,
        "one_voice": 2,
        "evidence": {"quotes": 0, "citations": 2, "voices": 2, "lines": 2},
        "theses": [
            {
                "thesis": "trams-have-room",
                "state": "Reasons against it only",
                "voices_for": 0,
                "voices_against": 1,
                "answered_for": 0,
                "answered_against": 0,
                "claims": 2,
            }
        ],
        "one_sided": True,
    }
    assert (debate["untried"], debate["disputes"]) == ([], [])
    topic = site.read("api/v2/topics/trams.json")
    assert (topic["evidence"], topic["one_voice"]) == (debate["topics"][1]["evidence"], 2)


def test_topics_sources_and_voices(site: Site) -> None:
    topic = site.read("api/v2/topics/buses.json")
    assert [claim["id"] for claim in topic["claims"]] == [
        "buses-are-late",
        "buses-are-punctual",
        "buses-leave-on-time",
        "riders-walk",
    ]
    assert (topic["order"], topic["theses"], topic["background"], topic["others"]) == (
        1,
        ["buses-are-punctual"],
        ["riders-walk"],
        ["buses-are-late", "buses-leave-on-time"],
    )
    assert (topic["related"], topic["former_ids"]) == (
        ["trams-are-full"],
        ["coaches"],
    )
    trams = site.read("api/v2/topics.json")[1]
    assert (trams["theses"], trams["background"], trams["others"]) == (
        ["trams-have-room"],
        [],
        ["trams-are-full", "trams-are-old"],
    )
    sources = {source["id"]: source for source in site.read("api/v2/sources.json")}
    assert sources["harbour-report"]["voices"] == ["driver-one", "harbour-report-driver-two"]
    assert [(source["captured"], source["authors"]) for source in sources.values()] == [
        (False, []),
        (True, ["Harbour Board"]),
        (False, ["Ann Rail"]),
    ]
    assert [source["compared"] for source in sources.values()] == [
        None,
        {"on": "2026-02-01", "by": "maintainers"},
        None,
    ]
    assert sources["tram-survey"]["cited_by"] == ["trams-are-full"]
    assert sources["harbour-report"]["speakers"] == [
        {"name": "Driver One", "voice": "driver-one", "side": "critical"},
        {"name": "Driver Two", "voice": "harbour-report-driver-two", "side": "neutral"},
    ]
    voices = {voice["id"]: voice for voice in site.read("api/v2/voices.json")}
    assert voices["driver-one"]["interests"] == [{"text": "Owns a share in the trams.", "source": "gazette"}]
    assert voices["driver-one"]["claims"] == ["buses-are-late", "riders-walk"]


@pytest.mark.parametrize("kind", ["site", "fresh"])
def test_addresses_in_files_lead_to_what_is_there(request: pytest.FixtureRequest, kind: str) -> None:
    site: Site = request.getfixturevalue(kind)
    for address in [path for path in site.stamps() if path.startswith("api/") and "/schema/" not in path]:
        for record in _records(site.read(address)):
            for name in ("url", "shard", "json", "schema", "moved_to"):
                if record.get(name) and "<" not in record[name]:
                    target = urljoin(f"http://here/{address}", record[name]).removeprefix("http://here/")
                    page = target.partition("#")[0]
                    assert (site.folder / (f"{page}index.html" if page.endswith("/") else page)).is_file(), target


def _records(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401  JSON
    if isinstance(value, list):
        return [record for item in value for record in _records(item)]
    if isinstance(value, dict):
        return [value, *(record for inner in value.values() for record in _records(inner))]
    return []


def test_a_former_id_still_has_its_file(site: Site) -> None:
    read = site.read("api/v2/claims/late-buses.json")
    assert read == site.read("api/v2/claims/buses-are-late.json")
    assert site.read("api/v2/topics/coaches.json") == site.read("api/v2/topics/buses.json")


# Shards


def test_the_list_and_a_shard_together_are_everything_on_a_claim(site: Site) -> None:
    for listed in site.read("api/v2/claims.json"):
        whole, detail = site.read(f"api/v2/claims/{listed['id']}.json"), site.detail(listed["id"])
        assert listed.keys() & detail.keys() == {"id", "title", "assertion", "standing"}
        together = {**listed, **detail}
        assert list(whole) == list(together)
        addresses = {name: whole[name] for name in ("url", "shard", "json")}
        assert whole == {**together, **addresses}


def test_the_list_of_shards_says_where_each_claim_is(site: Site) -> None:
    shards = site.read("api/v2/shards.json")
    for shard in shards:
        assert shard["url"] == f"../../api/v2/shards/{shard['id']}.json"
        assert [claim["id"] for claim in site.read(f"api/v2/shards/{shard['id']}.json")] == shard["claims"]
    listed = site.read("api/v2/claims.json")
    assert {id_: shard["url"] for shard in shards for id_ in shard["claims"]} == {
        claim["id"]: claim["shard"] for claim in listed
    }


def test_a_new_claim_moves_no_other(edited: Site) -> None:
    before = {claim["id"]: claim["shard"] for claim in edited.read("api/v2/claims.json")}
    edited.checkout.write("claims/trams/bell.yml", BELL)
    edited.bring()
    after = {claim["id"]: claim["shard"] for claim in edited.read("api/v2/claims.json")}
    assert after == {**before, "bell": f"../../{shard_file(shard_of('bell'))}"}


def test_a_new_map_has_no_file_for_each_claim_and_no_former_addresses(fresh: Site) -> None:
    folders = {address.rpartition("/")[0] for address in fresh.stamps()}
    assert folders == {"api/v2", "api/v2/schema", "api/v2/shards", "data", "explore"}
    assert {claim["json"] for claim in fresh.read("api/v2/claims.json")} == {""}
    assert {topic["json"] for topic in fresh.read("api/v2/topics.json")} == {""}
    named = [file["url"] for file in fresh.read("api/v2/index.json")["files"]]
    assert [url for url in named if "<" in url] == ["../../api/v2/shards/<shard>.json"]


# The addresses of version 1


@pytest.mark.parametrize("name", [name for name in LISTS if name not in {"changes", "claims"}])
def test_a_list_of_version_1_says_where_it_is_now(site: Site, name: str) -> None:
    assert site.read(f"api/v1/{name}.json") == {"moved_to": f"../../api/v2/{name}.json", "why": WHY}


@pytest.mark.parametrize("file", ["claims/buses-are-late", "claims/late-buses", "topics/buses", "topics/coaches"])
def test_a_file_of_version_1_says_where_it_is_now(site: Site, file: str) -> None:
    assert site.read(f"api/v1/{file}.json") == {"moved_to": f"../../../api/v2/{file}.json", "why": WHY}


def test_the_list_of_claims_of_version_1_keeps_what_most_need(site: Site) -> None:
    now = site.read("api/v2/claims.json")
    kept = ("id", "title", "assertion", "scope", "standing")
    assert site.read("api/v1/claims.json") == [
        {**{name: claim[name] for name in kept}, "moved_to": claim["json"]} for claim in now
    ]


def test_with_a_site_url_addresses_are_absolute(tmp_path: Path) -> None:
    made = debated(tmp_path / "checkout")
    made.edit("mkdocs.yml", "site_name: Harbour Town map\n", "site_name: Map\nsite_url: https://a.example/map/\n")
    build(made.root, tmp_path / "site", made.examined())
    (first, *_) = json.loads((tmp_path / "site/api/v2/claims.json").read_text("utf-8"))
    assert first["url"] == "https://a.example/map/claims/buses-are-late/"
    schema = json.loads((tmp_path / "site/api/v2/schema/claims.json").read_text("utf-8"))
    assert schema["$id"] == "https://a.example/map/api/v2/schema/claims.json"
    assert "<feed" in (tmp_path / "site/feed.xml").read_text("utf-8")


def test_the_export_has_the_records_of_the_site(tmp_path: Path) -> None:
    made, url = debated(tmp_path / "checkout"), "https://a.example/map/"
    made.edit("mkdocs.yml", "extra: {", f"site_url: {url}\nextra: {{claim_files: true, ")
    examined = made.examined()
    build(made.root, tmp_path / "site", examined)
    dataset = Dataset(
        view=view_of(examined.analysis, day_of(made.root, datetime.now(UTC).date())),
        home=Home(name="Harbour Town map", url=url),
        captured=frozenset(examined.captured),
        has_claim_files=True,
    )
    exported = {name: json.loads(content) for name, content in written(dataset, "json").items()}
    folder = tmp_path / "site/api/v2"
    assert exported == {
        "claims.json": [
            json.loads((folder / f"claims/{id_}.json").read_text("utf-8")) for id_ in dataset.corpus.claims
        ],
        "topics.json": json.loads((folder / "topics.json").read_text("utf-8")),
        "sources.json": json.loads((folder / "sources.json").read_text("utf-8")),
    }


def test_without_a_site_url_there_is_no_feed(site: Site) -> None:
    assert not (site.folder / "feed.xml").exists()


def test_the_index_names_every_file_with_its_size(site: Site) -> None:
    index = site.read("api/v2/index.json")
    assert (index["name"], index["api_version"], index["counts"]) == (
        "Harbour Town map",
        "2.3.0",
        {"claims": 7, "topics": 2, "sources": 3, "voices": 4, "quotes": 3, "citations": 2, "links": 10},
    )
    for file in index["files"]:
        path = file["url"].removeprefix("../../")
        if "<" not in path:
            assert (site.folder / path).stat().st_size == file["bytes"]
    page = (site.folder / "data/index.html").read_text("utf-8")
    assert index["data_version"] in page
    assert '<details class="em-fold" id="record-claimentry">' in page
    assert '<a href="../api/v2/claims.json"><code>api/v2/claims.json</code></a>' in page


# An edit


def changed(site: Site, before: dict[str, int]) -> set[str]:
    """Return the files of data that were written, made or removed since."""
    after = site.stamps()
    return {path for path in before.keys() | after if before.get(path) != after.get(path)} - {"data/index.html"}


def test_a_reason_of_another_claim_is_told_anew(edited: Site) -> None:
    edited.checkout.edit(
        "claims/trams/trams-are-old.yml", "limits:\n  - {claim: trams-are-full", "context:\n  - {claim: trams-are-full"
    )
    before = edited.stamps()
    edited.bring()
    assert "api/v2/claims/trams-are-full.json" in changed(edited, before)
    full = edited.read("api/v2/claims/trams-are-full.json")
    assert (full["sides"]["limits"], full["context"]) == (NOBODY, ["trams-are-old"])
    assert manifest(edited.folder) == {**manifest(edited.folder), **_anew(edited)}


def test_nothing_is_written_where_nothing_changed(edited: Site) -> None:
    before = edited.stamps()
    edited.bring()
    assert changed(edited, before) == set()


def test_an_edit_writes_what_it_changes(edited: Site) -> None:
    before = edited.stamps()
    edited.checkout.edit("claims/trams/trams-are-old.yml", "2019, trams rattled", "2019, all trams rattled")
    edited.bring()
    assert changed(edited, before) == {
        *SHARED,
        EDITED,
        "api/v2/claims/trams-are-old.json",
        "api/v2/topics/trams.json",
        "data/claims.csv",
        "data/claims.graphml",
        "data/claims.node-link.json",
        "explore/index.html",
    }
    assert manifest(edited.folder) == {**manifest(edited.folder), **_anew(edited)}


def _anew(site: Site) -> dict[str, str]:
    """Return the files of data as a build from nothing makes them."""
    output = site.scratch.parent / "anew"
    build(site.checkout.root, output, whole.check(site.checkout.root).examined)
    made = manifest(output)
    return {path: made[path] for path in made if path.startswith(("api/", "data/", "explore/"))}


def test_what_depends_on_a_claim_is_told_anew_where_another_claim_changes_it(edited: Site) -> None:
    assert edited.read("api/v2/claims/trams-are-full.json")["reliance"]["weakens"] == ["riders-walk"]
    edited.checkout.edit("claims/buses/buses-are-late.yml", ", with: [trams-are-full]", "")
    before = edited.stamps()
    edited.bring()
    assert "api/v2/claims/trams-are-full.json" in changed(edited, before)
    assert edited.read("api/v2/claims/trams-are-full.json")["reliance"]["weakens"] == []


def test_a_claim_that_goes_takes_its_files_along(edited: Site) -> None:
    edited.checkout.write("claims/trams/bell.yml", BELL)
    edited.bring()
    assert edited.read("api/v2/claims/old-bell.json")["id"] == "bell"
    before = edited.stamps()
    edited.checkout.remove("claims/trams/bell.yml")
    edited.bring()
    gone = before.keys() - edited.stamps()
    assert gone == {
        shard_file(shard_of("bell")),
        *(f"api/{version}/claims/{id_}.json" for version in ("v1", "v2") for id_ in ("bell", "old-bell")),
    }
    assert manifest(edited.folder) == {**manifest(edited.folder), **_anew(edited)}


BELL = """\
# yaml-language-server: $schema=../claim.schema.json
title: Trams ring
assertion: In Harbour Town in 2021, trams rang.
kind: factual
scope: {place: Harbour Town, period: 2021}
citations: [{source: tram-survey, finding: They ring.}]
aliases: [old-bell]
"""
