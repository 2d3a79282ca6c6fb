"""What an address answers, asked of a server on this machine."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from claimgraph.looking import asking
from tests.looking.serving import Server, asker, serving

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.mark.parametrize(
    ("status", "answer"),
    [(200, "there"), (404, "gone"), (410, "gone"), (403, "refused"), (500, "refused"), (429, "refused")],
)
def test_an_answer_in_a_word(server: Server, status: int, answer: str) -> None:
    url = server.put("/page", "Words.", status)
    assert asker().ask(url).answer(url) == answer


@pytest.mark.parametrize(
    ("steps", "answer"),
    [((301,), "moved"), ((308, 301), "moved"), ((302,), "there"), ((301, 302), "there"), ((307,), "there")],
)
def test_an_address_has_moved_if_every_step_is_for_good(server: Server, steps: tuple[int, ...], answer: str) -> None:
    for number, status in enumerate(steps):
        server.put(f"/{number}", status=status, leads_to=f"/{number + 1}")
    end, url = server.put(f"/{len(steps)}", "Words."), f"{server.base}/0"
    heard = asker().ask(url)
    assert (heard.url, heard.answer(url)) == (end, answer)


def test_a_place_on_the_page_is_no_move(server: Server) -> None:
    url = server.put("/page", "Words.")
    assert asker().ask(f"{url}#below").answer(f"{url}#below") == "there"


def test_where_nobody_listens_it_is_silent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        heard = asker().ask(url)
    assert (heard.answer(url), heard.why) == ("silent", "[Errno 111] Connection refused")


def test_a_redirect_that_never_ends_is_refused(server: Server) -> None:
    url = server.put("/round", status=301, leads_to="/round")
    heard = asker().ask(url)
    assert (heard.answer(url), heard.status) == ("refused", 301)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://example.org/x"])
def test_nothing_but_the_web_is_opened(server: Server, target: str) -> None:
    url = server.put("/out", status=302, leads_to=target)
    heard = asker().ask(url, kind="document")
    assert (heard.status, heard.body, heard.why) == (302, b"", "HTTP 302")
    assert asker().ask(target, kind="document").answer(target) == "silent"


def test_it_says_who_asks_and_reads_only_what_is_wanted(server: Server) -> None:
    url = server.put("/page", "Words.")
    assert [asker().ask(url).body, asker().ask(url, kind="document").body] == [b"", b"Words."]
    assert [headers["User-Agent"] for _, headers in server.asked] == ["tester", "tester"]


def test_what_is_too_large_is_not_read(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST", 4)
    url = server.put("/page", "Words.")
    heard = asker().ask(url, kind="document")
    assert (heard.answer(url), heard.body, heard.why) == ("there", b"", "it is too large")


def test_it_waits_before_it_asks_a_host_again(server: Server) -> None:
    url, pauses = server.put("/page"), list[float]()
    times = iter([10.0, 10.5, 10.75, 11.0, 20.0, 20.5])
    asks = asker(pauses, times)
    for _ in range(3):
        asks.ask(url)
    assert pauses == [0.75]  # asked at 10.5, again at 10.75; then not until 20


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_has_enough_is_asked_nothing_more(server: Server, status: int) -> None:
    full, other = server.put("/full", status=status), server.put("/other", "Words.")
    asks = asker()
    asks.ask(full)
    assert asks.ask(other).why == "the host has asked for fewer requests"
    assert [path for path, _ in server.asked] == ["/full"]
