"""What a build makes of a checkout, and what it makes anew after an edit."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.analysis import changing
from claimgraph.checking import whole
from claimgraph.checking.kept import kept_cache, kept_check
from claimgraph.incremental import artefacts
from claimgraph.incremental.artefacts import Output
from claimgraph.incremental.parallel import parallel_map
from claimgraph.incremental.store import Store
from claimgraph.index.links import relative
from claimgraph.pages import pages
from claimgraph.pages.claim.page import claim_page
from claimgraph.pages.written import PLACES, PLACES_OF_CLAIMS
from claimgraph.site.building import Builder, BuildError, Built, build
from claimgraph.site.kept import KeptSite, keep_site, kept_site
from tests.site.checkouts import CHECKOUT, Checkout, checkout, manifest
from tests.site.edits import EDITS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimgraph.analysis.changing import Prospect
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.pages.claim.page import ClaimPage
    from claimgraph.standing.debate import Debate

WRITTEN = (
    "",
    "changes/",
    "claims/",
    "contribute/",
    *(
        f"contribute/{name}/"
        for name in (
            *("architecture", "claim", "commands", "dependencies", "fields", "first-claim", "mutation", "reasons"),
            *("rules", "security", "style", "verbatim", "your-own-map"),
        )
    ),
    *("data/", "debate/", "editorial/", "explore/", "figures/", "glossary/", "map/", "method/", "sources/", "topics/"),
    "voices/",
)
"""The map's own pages, and those that the program brings."""
POURED = (
    "claims/buses-are-late/",
    "claims/buses-leave-on-time/",
    "claims/riders-walk/",
    "claims/trams-are-full/",
    "claims/trams-are-old/",
    "topics/buses/",
    "topics/trams/",
    "sources/gazette/",
    "sources/harbour-report/",
    "sources/tram-survey/",
    "voices/ann-rail/",
    "voices/driver-one/",
    "voices/harbour-report-driver-two/",
)
DATA = ("api/", "data/", "explore/")
"""Where the files of data stand; what an edit writes of them is in `test_data.py`."""

FORMER = {
    "claims/late-buses/": "claims/buses-are-late/",
    "topics/coaches/": "topics/buses/",
    "sources/harbour-paper/": "sources/harbour-report/",
    "voices/first-driver/": "voices/driver-one/",
    "map/network/": "map/",
}


class Site:
    """A site that follows its checkout, as the preview's does."""

    def __init__(self, folder: Path) -> None:
        self.checkout = checkout(folder / "checkout")
        self.folder = folder / "site"
        self.scratch = folder / "scratch"
        self.folder.mkdir()
        self.scratch.mkdir()
        self.checks = whole.CheckCache()
        self.former: KeptSite | None = None
        self.builder = Builder(self.checkout.root, Output(self.folder), self.scratch)

    def bring(self) -> Built:
        """Bring the site up to date."""
        examined = whole.check(self.checkout.root, cache=self.checks).examined
        return self.builder.build(examined)

    def forget(self) -> None:
        """Know from now on what another process finds in the folder of what is kept, and nothing else."""
        store, at = Store(self.checkout.root), self.folder
        keep_site(store, self.builder.output, str(at), self.former)
        kept_check(self.checkout.root, store, self.checks)
        self.former = kept_site(store)
        assert self.former is not None
        self.folder = at.with_name("before" if at.name == "site" else "site")  # two folders take turns
        self.folder.mkdir(exist_ok=True)
        output = self.former.output(self.folder)
        assert output.written == self.builder.output.written
        assert manifest(self.folder) == manifest(at)
        self.checks = kept_cache(store)
        self.builder = Builder(self.checkout.root, output, self.scratch)

    def page(self, address: str) -> str:
        """Return the HTML of a page."""
        return (self.folder / address / "index.html").read_text("utf-8")

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Return when each file was last written, and its inode."""
        files = {path: path.stat() for path in self.folder.rglob("*") if path.is_file()}
        return {
            path.relative_to(self.folder).as_posix(): (status.st_mtime_ns, status.st_ino)
            for path, status in files.items()
        }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.bring()
    return made


def built(made: Checkout, output: Path) -> Built:
    """Build a checkout that may have findings, as the preview does."""
    return build(made.root, output, whole.check(made.root).examined)


def addresses(folder: Path) -> set[str]:
    """Return the addresses of all pages in a folder."""
    found = {path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")}
    return {"" if address == "." else f"{address}/" for address in found}


def found_by_search(folder: Path) -> dict[str, str]:
    """Return the title of each page, by its address, that the search's list of results knows."""
    files = (json.loads(path.read_text("utf-8")) for path in (folder / "search").glob("pages-*.json"))
    return {place: title for pages in files for place, title, *_ in pages}


# What comes out


def test_every_file_is_a_page_and_every_page_is_in_search_and_sitemap(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.edit("mkdocs.yml", "site_name: Harbour Town map\n", "site_name: Map\nsite_url: https://a.example/map/\n")
    output = tmp_path / "site"
    assert build(made.root, output, made.examined()) == Built(addresses=(*WRITTEN, *POURED), written=28)
    assert addresses(output) == {*WRITTEN, *POURED, *FORMER}
    sitemap = re.findall("<loc>https://a.example/map/(.*)</loc>", (output / "sitemap.xml").read_text("utf-8"))
    assert sitemap == sorted((*WRITTEN, *POURED))
    assert sorted(place for place in found_by_search(output) if "#" not in place) == sitemap


def test_without_a_site_url_there_is_no_sitemap(site: Site) -> None:
    assert not (site.folder / "sitemap.xml").exists()


def test_nothing_of_a_prototype_is_left(site: Site) -> None:
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if "prototype" in path.name]
    told = [path for path in files if "contribute" not in path.parts]  # where the architecture is described
    assert not [path for path in told if b"0-prototype" in path.read_bytes()]
    assert not [path for path in told if path.suffix == ".html" and b"pour:" in path.read_bytes()]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_input_makes_the_same_bytes(tmp_path: Path, seed: str) -> None:
    one, other = checkout(tmp_path / "one"), checkout(tmp_path / "elsewhere/other")
    built(one, tmp_path / "site")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    command = [sys.executable, "-m", "claimgraph", "--root", str(other.root), "build"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.stderr == "5 claims, 3 sources, 3 of 3 quotes verified: 0 errors, 0 warnings, 0 notes\n"
    assert run.returncode == 0
    assert manifest(other.root / "site") == manifest(tmp_path / "site")


def test_a_former_address_leads_on(site: Site) -> None:
    for former, present in FORMER.items():
        html = site.page(former)
        href = relative(former, present)
        assert f'<meta http-equiv="refresh" content="0; url={href}">' in html
        assert f'<link rel="canonical" href="{href}">' in html
    moved = '<p>This page has moved: <a href="../buses-are-late/">Buses are late</a>.</p>'
    assert moved in site.page("claims/late-buses/")
    assert '<a href="../driver-one/">The first driver</a>' in site.page("voices/first-driver/")


def test_an_id_in_a_written_page_becomes_a_link_with_the_claims_title(site: Site) -> None:
    assert '<p>See <a href="claims/buses-are-late/">Buses are late</a>.</p>' in site.page("")
    summary = (
        'One says that they are late (<a href="../../claims/buses-are-late/">Buses are late</a>), '
        'and trams fill (<a href="../../claims/trams-are-full/">Trams are full</a>).'
    )
    assert summary in site.page("topics/buses/")


def test_a_title_with_markup_is_no_markup_in_a_written_page(site: Site) -> None:
    title = "title: '<b>*late*</b> & [[x]] {{ y }}'"
    site.checkout.edit("claims/buses/buses-are-late.yml", "title: Buses are late", title)
    text = "# Method\n\n- [[buses-are-late]]\n\n`[[buses-are-late]]` **[[buses-are-late]]**\n"
    site.checkout.write("docs/method.md", text)
    site.bring()
    link = '<a href="../claims/buses-are-late/">&lt;b&gt;*late*&lt;/b&gt; &amp; [[x]] {{ y }}</a>'
    html = site.page("method/")
    assert f"<li>{link}</li>" in html
    assert f"<p><code>[[buses-are-late]]</code> <strong>{link}</strong></p>" in html


def test_an_id_at_the_beginning_of_a_line_stays_in_its_paragraph(site: Site) -> None:
    text = (
        "# Method\n\n- [[buses-are-late|They *came* late]]:\n  [[buses-are-late]], so far\n- Two\n\n"
        "[[buses-are-late]] is one.\n"
    )
    site.checkout.write("docs/method.md", text)
    site.bring()
    link = '<a href="../claims/buses-are-late/">Buses are late</a>'
    html = site.page("method/")
    came = link.replace("Buses are late", "They <em>came</em> late")
    assert f"<li>{came}:\n  {link}, so far</li>\n<li>Two</li>" in html
    assert f"<p>{link} is one.</p>" in html


def test_a_paragraph_in_a_page_becomes_the_timeline_of_the_claims_that_it_names(site: Site) -> None:
    text = "# Method\n\ntimeline:\n[[buses-are-late]]\n[[trams-are-full]]\n\nA timeline: [[buses-are-late]].\n"
    site.checkout.write("docs/method.md", text)
    site.bring()
    html = site.page("method/")
    assert re.findall(r'<g role="listitem">.*?<a href="([^"]+)"', html) == [
        "../claims/buses-are-late/",
        "../claims/trams-are-full/",
    ]
    assert '<p>A timeline: <a href="../claims/buses-are-late/">Buses are late</a>.</p>' in html


def test_what_is_no_id_stays_as_it_is_written(site: Site) -> None:
    site.checkout.write("docs/method.md", "# Method\n\nA [[Not An Id]], [[../x]], [[]] and [[no-such-claim]].\n")
    site.bring()
    assert "<p>A [[Not An Id]], [[../x]], [[]] and [[no-such-claim]].</p>" in site.page("method/")


def test_an_id_in_a_heading_is_a_link_there_and_left_out_elsewhere(site: Site) -> None:
    site.checkout.write("docs/method.md", "# On [[buses-are-late]]\n\n## More on [[trams-are-full]]\n")
    site.bring()
    html = site.page("method/")
    assert 'On <a href="../claims/buses-are-late/">Buses are late</a>' in html
    assert 'More on <a href="../claims/trams-are-full/">Trams are full</a>' in html
    assert html.count('<a href="../claims/buses-are-late/">') == 1
    assert "<title>Method \N{EN DASH} Harbour Town map</title>" in html  # MkDocs names the page by its file
    assert '<li><a href="#more-on">More on</a></li>' in html


# What is refused, in plain words


def test_a_line_in_a_page_becomes_the_face_off_of_a_thesis(site: Site) -> None:
    text = "# Method\n\nface-off: [[trams-are-full]]\n\nA face-off: [[buses-are-late]]\n"
    site.checkout.write("docs/method.md", text)
    site.bring()
    html = site.page("method/")
    assert '<h2 id="thesis-trams-are-full"><a href="../claims/trams-are-full/">' in html
    assert '<p>A face-off: <a href="../claims/buses-are-late/">' in html


def test_an_unknown_place_is_refused(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.write("docs/method.md", "# Method\n\n<!-- pour: clams -->\n")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == (
        "the page /method/ has <!-- pour: clams -->, and there is no such part; there is: "
        + ", ".join((*PLACES, *PLACES_OF_CLAIMS))
    )
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ("timeline", "which names no claim: write a paragraph such as timeline: [[id]] [[id]]"),
        ("topics buses-are-late", "and only these take claims: timeline"),
    ],
)
def test_a_place_with_claims_where_there_are_none_to_show_is_refused(tmp_path: Path, place: str, wrong: str) -> None:
    made = checkout(tmp_path / "checkout")
    made.write("docs/method.md", f"# Method\n\n<!-- pour: {place} -->\n")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == f"the page /method/ has <!-- pour: {place} -->, {wrong}"


def test_two_written_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.write("docs/method/index.md", "# Method, again\n")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == "docs/method/index.md and docs/method.md are both the page /method/: rename one of them"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("docs/claims/buses-are-late.md", "claims/buses-are-late/"),
        ("docs/claims/buses-are-late/index.md", "claims/buses-are-late/"),
        ("docs/claims/late-buses.md", "claims/late-buses/"),
        ("docs/voices/driver-one.md", "voices/driver-one/"),
    ],
)
def test_a_written_page_at_a_poured_pages_address_is_refused(tmp_path: Path, path: str, address: str) -> None:
    made = checkout(tmp_path / "checkout")
    made.write(path, "# The same address\n")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == f"two pages have the address /{address}: rename the file in docs/, or the claim's alias"


def test_an_alias_that_is_a_claim_is_refused(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.edit("claims/buses/buses-are-late.yml", "[late-buses]", "[riders-walk]")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == (
        "two pages have the address /claims/riders-walk/: rename the file in docs/, or the claim's alias"
    )


def test_a_written_page_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    (made.root / "docs/method.md").write_bytes("# Méthode\n".encode("latin-1"))
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == "docs/method.md is not UTF-8: save it as UTF-8"


def test_a_broken_template_is_refused(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.write("site_overrides/claimgraph/claim.html", "<h1>{{ claim.title }}</h1>\n{% if %}\n")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    expected = "Expected an expression, got 'end of statement block'"
    assert str(caught.value) == f"site_overrides/claimgraph/claim.html:2: {expected}"


def test_a_name_that_a_template_does_not_know_is_refused(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    made.write("site_overrides/claimgraph/claim.html", "<h1>{{ claim.title }}</h1>\n{{ clam }}\n")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == "site_overrides/claimgraph/claim.html:2: 'clam' is undefined"


# Links out of the tree


def test_no_symbolic_link_in_docs_is_followed(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.md").write_text("# Private words\n", "utf-8")
    (secret / "key.txt").write_text("Private words", "utf-8")
    (made.root / "docs/folder").symlink_to(secret)
    (made.root / "docs/page.md").symlink_to(secret / "key.md")
    (made.root / "docs/assets/key.txt").symlink_to(secret / "key.txt")
    (made.root / "docs/nowhere.md").symlink_to(secret / "gone.md")
    (made.root / "site_overrides/assets/key.txt").symlink_to(secret / "key.txt")
    output = tmp_path / "site"
    with pytest.raises(BuildError) as caught:
        built(made, output)
    assert str(caught.value) == (
        "docs/assets/key.txt is no plain file, but a symbolic link: put the file itself there\n"
        "docs/folder is no plain file, but a symbolic link: put the file itself there\n"
        "docs/nowhere.md is no plain file, but a symbolic link: put the file itself there\n"
        "docs/page.md is no plain file, but a symbolic link: put the file itself there\n"
        "site_overrides/assets/key.txt is no plain file, but a symbolic link: put the file itself there"
    )
    assert not output.exists()


@pytest.mark.parametrize("folder", ["docs", "site_overrides"])
def test_a_folder_that_is_a_symbolic_link_is_refused(tmp_path: Path, folder: str) -> None:
    made = checkout(tmp_path / "checkout")
    (made.root / folder).rename(tmp_path / "moved")
    (made.root / folder).symlink_to(tmp_path / "moved")
    with pytest.raises(BuildError) as caught:
        built(made, tmp_path / "site")
    assert str(caught.value) == f"{folder} is no plain file, but a symbolic link: put the file itself there"


# What an edit changes


def test_nothing_is_written_where_nothing_changed(site: Site) -> None:
    before = site.stamps()
    assert site.bring() == Built(addresses=(*WRITTEN, *POURED), written=0)
    assert site.stamps() == before


def test_an_edit_writes_what_shows_it_and_nothing_else(site: Site) -> None:
    before = site.stamps()
    on_time = "claims/buses/buses-leave-on-time.yml"
    site.checkout.edit(on_time, "title: The nine leaves on time", "title: On time, the nine")
    changed = site.bring()
    after = site.stamps()
    rewritten = {path for path in after if after[path] != before[path]}
    assert {path for path in rewritten if not path.startswith(DATA)} == {
        "search/index.json",
        "search/pages-0.json",
        "search/words-1.json",
        "map/map.json",
        "map/names/buses.json",
        "map/outline/buses.html",
        "map/network/buses.json",
        "map/poster/buses.pdf",
        "map/poster/buses.svg",
        "cite/buses.bib",
        "cite/buses.csl.json",
        "cite/buses.ris",
        "claims/index.html",
        "debate/index.html",
        "claims/buses-leave-on-time/index.html",
        "claims/buses-are-late/index.html",
        "claims/riders-walk/index.html",  # it leads to a thesis by way of the changed claim
        "claims/trams-are-old/index.html",
        "topics/buses/index.html",
        "topics/trams/index.html",
        "sources/harbour-report/index.html",
        "voices/harbour-report-driver-two/index.html",
    }
    assert changed.written == len([path for path in rewritten if path.endswith("index.html")])
    assert found_by_search(site.folder)["claims/buses-leave-on-time/"] == "On time, the nine"


def test_a_page_goes_with_its_claim(site: Site) -> None:
    site.checkout.remove("claims/trams/trams-are-old.yml")
    assert "claims/trams-are-old/" not in site.bring().addresses
    assert not (site.folder / "claims/trams-are-old").exists()
    assert not [path for path in site.folder.rglob("*.html") if "trams-are-old" in path.read_text("utf-8")]
    assert "claims/trams-are-old/" not in found_by_search(site.folder)


def test_a_former_address_goes_with_its_alias(site: Site) -> None:
    site.checkout.edit("claims/buses/buses-are-late.yml", "aliases: [late-buses]\n", "")
    site.bring()
    assert not (site.folder / "claims/late-buses").exists()


def test_the_address_of_a_renamed_claim_leads_on(site: Site) -> None:
    text = (site.checkout.root / "claims/trams/trams-are-old.yml").read_text("utf-8")
    site.checkout.remove("claims/trams/trams-are-old.yml")
    site.checkout.write("claims/trams/trams-rattle.yml", f"{text}aliases: [trams-are-old]\n")
    site.bring()
    assert 'url=../trams-rattle/"' in site.page("claims/trams-are-old/")
    site.checkout.remove("claims/trams/trams-rattle.yml")
    site.checkout.write("claims/trams/trams-are-old.yml", text)
    site.bring()
    assert "<h1>Old trams rattle</h1>" in site.page("claims/trams-are-old/")


@pytest.mark.parametrize("way", ["in one process", "in another process each time", "begun by several processes"])
def test_after_any_edit_the_site_is_what_a_fresh_build_makes(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(tmp_path)
    if way == "begun by several processes":
        monkeypatch.setattr(artefacts, "parallel_map", partial(parallel_map, least=2))
    site.bring()
    monkeypatch.undo()
    stale: dict[str, list[str]] = {}
    at_first = manifest(site.folder)
    for what, (path, old, new) in EDITS.items():
        text = (site.checkout.root / path).read_text("utf-8")
        assert text.count(old) == 1, what
        site.checkout.write(path, text.replace(old, new))
        if way == "in another process each time":
            site.forget()
        site.bring()
        edited, fresh = manifest(site.folder), manifest(afresh(site, tmp_path / "fresh"))
        stale[what] = sorted(name for name in edited | fresh if edited.get(name) != fresh.get(name))
        assert fresh != at_first, what
        site.checkout.write(path, text)
        if way == "in another process each time":
            site.forget()
        site.bring()
        undone = manifest(site.folder)
        stale[f"{what}, undone"] = [name for name in at_first | undone if at_first.get(name) != undone.get(name)]
    assert {what: names for what, names in stale.items() if names} == {}


def test_another_process_makes_only_what_read_a_changed_fact(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def noted(view: View, home: Home, id_: str) -> ClaimPage:
        made.append(id_)
        return claim_page(view, home, id_)

    monkeypatch.setattr(pages, "claim_page", noted)
    site.forget()
    site.bring()
    assert made == []
    site.forget()
    site.checkout.edit("voices/driver-one.yml", "role: Drives the number nine", "role: Drives")
    site.bring()
    assert made == ["buses-are-late", "buses-leave-on-time", "riders-walk"]


def afresh(site: Site, folder: Path) -> Path:
    """Make every file of the site's checkout anew in `folder`, of what the publisher built last."""
    shutil.rmtree(folder, ignore_errors=True)
    builder = Builder(site.checkout.root, Output(folder), site.scratch)
    builder._shell = site.builder._shell  # noqa: SLF001  the publisher takes most of the time
    builder.build(whole.check(site.checkout.root).examined)
    return folder


def test_what_a_build_does_not_know_any_more_goes(site: Site) -> None:
    site.checkout.write("docs/extra.md", "# Extra\n")
    site.checkout.write("docs/assets/extra.txt", "x")
    assert "extra/" in site.bring().addresses
    site.checkout.remove("docs/extra.md")
    site.checkout.remove("docs/assets/extra.txt")
    assert "extra/" not in site.bring().addresses
    assert not [path for path in site.folder.rglob("*") if path.name.startswith("extra")]


def test_an_edit_of_words_leaves_what_was_found_of_the_debate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path)
    asked: list[str] = []
    prospect = changing.prospect

    def counted(debate: Debate, claim: str, **options: Any) -> Prospect:  # noqa: ANN401  passed on
        asked.append(claim)
        return prospect(debate, claim, **options)

    monkeypatch.setattr(changing, "prospect", counted)
    site.bring()
    assert asked
    asked.clear()
    site.checkout.edit("claims/buses/riders-walk.yml", "Riders walk to the market", "Riders walk")
    assert site.bring().written
    assert asked == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("site_overrides/main.html", "{% extends 'base.html' %}{% block content %}{% if %}"),
        ("site_overrides/claimgraph/claim.html", "{% if %}"),
        ("mkdocs.yml", "site_name: [\n"),
        ("docs/method.md", "# Method\n\n<!-- pour: clams -->\n"),
        ("docs/claims/riders-walk.md", "# Taken\n"),
    ],
)
def test_a_build_that_fails_leaves_the_site_whole(site: Site, path: str, text: str) -> None:
    before = manifest(site.folder)
    file = site.checkout.root / path
    saved = file.read_text("utf-8") if file.exists() else None
    site.checkout.write(path, text)
    with pytest.raises(Exception, match=r"."):
        site.bring()
    assert manifest(site.folder) == before
    if saved is None:
        file.unlink()
    else:
        site.checkout.write(path, saved)
    site.bring()
    assert manifest(site.folder) == before


def test_the_real_checkout_is_conserved(tmp_path: Path) -> None:
    checked = whole.check(CHECKOUT)
    corpus = checked.examined.corpus
    output = tmp_path / "site"
    made = build(CHECKOUT, output, checked.examined, strict=True)
    kinds: dict[str, Callable[[str], str]] = {}
    for folder, ids in (("claims", corpus.claims), ("topics", corpus.topics), ("sources", corpus.sources)):
        assert {f"{folder}/{id_}/" for id_ in ids} <= set(made.addresses), kinds
    assert len(set(made.addresses)) == len(made.addresses)
    assert addresses(output) >= set(made.addresses)
