"""Asks an address over HTTP, politely: one request at a time, a pause before the same host, a limit of time and size.

It obeys what a host answers: after "too many requests" (429, RFC 6585) or "unavailable" (503, RFC 9110) that host is
asked nothing more. It follows no links and reads no `robots.txt`: it asks only the addresses that the sources name.
"""

from __future__ import annotations

import http.client
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message
    from typing import IO

    from claimgraph.model.looked import Answer

TIMEOUT: Final = 20
"""For how many seconds a host may be silent."""
MOST: Final = 20_000_000
"""How many bytes of a document are read at most."""
PAUSE: Final = 1.0
"""How many seconds pass at least between two requests to one host."""

_GONE: Final = frozenset({404, 410})
_ENOUGH: Final = frozenset({429, 503})
_FOR_GOOD: Final = frozenset({301, 308})
_SCHEMES: Final = ("http", "https")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What an address answered.

    `status` is that of HTTP, 0 without an answer. `url` is where it leads at last; `is_for_good` says that each step
    there was permanent. `body` is empty unless it was wanted, and if it is larger than `MOST`. `why` is what went
    wrong, in words.
    """

    status: int = 0
    url: str = ""
    is_for_good: bool = False
    body: bytes = b""
    why: str = ""

    def answer(self, asked: str) -> Answer:
        """Return the answer in a word; `asked` is the address that was asked."""
        if self.status in _GONE:
            return "gone"
        if not self.status:
            return "silent"
        if not 200 <= self.status < 300:  # noqa: PLR2004  the class of success
            return "refused"
        return "moved" if self.is_for_good and not _is_same(asked, self.url) else "there"


@dataclass(slots=True)
class Asker:
    """Asks one address after the other.

    `agent` says who asks. `now` is a clock in seconds, and `pause` waits so many seconds.
    """

    agent: str
    now: Callable[[], float]
    pause: Callable[[float], None]
    _asked: dict[str, float] = field(default_factory=dict)
    _closed: set[str] = field(default_factory=set)

    def ask(self, url: str, *, kind: Literal["", "document", "json"] = "") -> Heard:
        """Return what an address answers; `kind` is what is wanted of its body, empty for nothing."""
        host = urlsplit(url).netloc
        if host in self._closed:
            return Heard(why="the host has asked for fewer requests")
        since = self.now() - self._asked.get(host, -PAUSE)
        if since < PAUSE:
            self.pause(PAUSE - since)
        heard = self._heard(url, kind)
        self._asked[host] = self.now()
        if heard.status in _ENOUGH:
            self._closed.add(host)
        return heard

    def _heard(self, url: str, kind: str) -> Heard:
        redirects = _Redirects()
        headers = {"User-Agent": self.agent, "Accept": "application/json" if kind == "json" else "*/*"}
        try:
            request = Request(url, headers=headers)  # noqa: S310  the opener has no other schemes
            with _opener(redirects).open(request, timeout=TIMEOUT) as answer:
                body = answer.read(MOST + 1) if kind else b""
                found = Heard(status=answer.status, url=answer.url, is_for_good=redirects.are_for_good)
        except HTTPError as error:
            error.close()
            return Heard(status=error.code, url=url, why=f"HTTP {error.code}")
        except (OSError, ValueError, http.client.HTTPException) as error:
            return Heard(why=" ".join(str(getattr(error, "reason", error)).split()) or type(error).__name__)
        if len(body) > MOST:
            return Heard(status=found.status, url=found.url, is_for_good=found.is_for_good, why="it is too large")
        return Heard(status=found.status, url=found.url, is_for_good=found.is_for_good, body=body)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, and notes whether all of them are for good."""

    def __init__(self) -> None:
        self.are_for_good = True

    def redirect_request(  # noqa: PLR0913, PLR0917  as urllib calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        """Return the next request; None, which is an error, if it leads to something other than the web."""
        if urlsplit(newurl).scheme not in _SCHEMES:
            return None
        self.are_for_good = self.are_for_good and code in _FOR_GOOD
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _opener(redirects: _Redirects) -> OpenerDirector:
    """Return what opens web addresses alone: nothing on this machine's disk, and no FTP."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), redirects, HTTPErrorProcessor(), UnknownHandler()):
        opener.add_handler(handler)
    opener.add_handler(HTTPDefaultErrorHandler())
    return opener


def _is_same(one: str, other: str) -> bool:
    """Tell whether two addresses differ by no more than what stands behind a `#`."""
    return one.partition("#")[0] == other.partition("#")[0]
