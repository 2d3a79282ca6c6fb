"""Links: from page to page, to other hosts, and to the very words on a page.

A page's *address* is its path from the site's home, such as `claims/fudge/`; the home page's is empty. Addresses are
made of ids, so they need no encoding.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

_EXTERNAL: Final = re.compile(
    r"https?://"
    r"(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)\.?"
    r"(?P<port>:[0-9]{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%(?:[2-6][0-9a-fA-F]|7[0-9a-eA-E]|[89a-fA-F][0-9a-fA-F]))*)?",
    re.IGNORECASE,
)
"""RFC 3986, http and https only, with a host by name (RFC 1123) and no user; no encoded control character."""

_LONGEST: Final = 2048
_MOST: Final = 1 << 16
"""How many results are cached: a site has few sources, words and folders, and each occurs many times."""

_LONGEST_HOST: Final = 253
_HIGHEST_PORT: Final = 65535

_MOST_ARE: Final = 2
"""The depth of most pages in folders. Links between two of them have a faster way."""

_NOT_IN_SOURCE: Final = re.compile(r"\[[^\]]*\]")
_SHORT: Final = 10
"""A text fragment of up to this many words has all of them; a longer one has its first and last few."""
_EDGE: Final = 5
_AROUND: Final = 3


class SafeUrl(str):
    """An address on another host that is safe to link to, as `external` found."""

    __slots__ = ()


def relative(here: str, target: str) -> str:
    """Return `target` as seen from the page at address `here`.

    From `claims/fudge/`, `topics/waits/` is `../../topics/waits/`. `target` is an address, or a file such as
    `data/claims.csv`, and may end in a fragment.
    """
    if target != here and here.count("/") == target.count("/") == _MOST_ARE and target[-1] == "/":
        folder = here[: here.index("/") + 1]
        return f"../{target[len(folder) :]}" if target.startswith(folder) else f"../../{target}"
    path, hash_, fragment = target.partition("#")
    origin = here.split("/")[:-1]
    *folders, last = path.split("/")
    shared = 0
    for ours, theirs in zip(origin, folders, strict=False):
        if ours != theirs:
            break
        shared += 1
    steps = "../" * (len(origin) - shared) + "".join(f"{folder}/" for folder in folders[shared:]) + last
    if not steps and hash_:
        return f"#{fragment}"
    return f"{steps or './'}{hash_}{fragment}"


@lru_cache(maxsize=_MOST)
def external(url: str) -> SafeUrl | None:
    """Return `url` if it is safe to link to, else None: then a page shows it as text.

    Safe are http and https addresses of a host by name, as RFC 3986 writes them: in ASCII, without user or password,
    white space, control characters, backslashes, quotes or brackets that markup uses. A host by number or without a dot
    is no public source. Nothing is repaired: an address that needs it is not linked.
    """
    if len(url) > _LONGEST or (match := _EXTERNAL.fullmatch(url)) is None:
        return None
    port = int((match["port"] or ":0")[1:])
    if len(match["host"]) > _LONGEST_HOST or port > _HIGHEST_PORT:
        return None
    return SafeUrl(url)


def text_fragment(url: str, exact: str, *, prefix: str = "", suffix: str = "") -> SafeUrl | None:
    """Return `url` with a directive that scrolls to the words `exact`; None if `external` refuses the address.

    WICG URL Fragment Text Directives, `#:~:text=[prefix-,]start[,end][,-suffix]`. Text in brackets in `exact` is not in
    the source, so the directive names the words on both sides as start and end. It does the same for a long quote: a
    range may reach over paragraphs, and survives an edit in its middle. A fragment of `url` stays before the directive;
    a directive of `url` is replaced. If the result is too long to link to, it is `url` alone.
    """
    safe = external(url)
    if safe is None:
        return None
    runs = [words for run in _NOT_IN_SOURCE.split(exact) if (words := run.split())]
    if not runs:
        return safe
    if len(runs) == 1 and len(runs[0]) <= _SHORT:
        terms = [_term(runs[0])]
    else:
        terms = [_term(runs[0][:_EDGE]), _term(runs[-1][-_EDGE:])]
    if before := prefix.split()[-_AROUND:]:
        terms.insert(0, f"{_term(before)}-")
    if after := suffix.split()[:_AROUND]:
        terms.append(f"-{_term(after)}")
    page, _, fragment = url.partition("#")
    made = f"{page}#{fragment.partition(':~:')[0]}:~:text={','.join(terms)}"
    return SafeUrl(made) if len(made) <= _LONGEST else safe


def _term(words: list[str]) -> str:
    """Return words for a directive, with dashes, commas and ampersands encoded too: they are part of its syntax."""
    return "%20".join(map(_encoded, words))


@lru_cache(maxsize=_MOST)
def _encoded(word: str) -> str:
    return quote(word, safe="").replace("-", "%2D")
