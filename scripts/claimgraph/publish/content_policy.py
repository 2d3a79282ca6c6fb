"""The content security policy of a page: which scripts it may run.

It follows Content Security Policy Level 3 (W3C), sections 2.3.1 (hash sources) and 6.7.2 (what an inline script's hash
is taken of). A `<meta>` cannot carry `frame-ancestors`, `sandbox` or `report-uri`, so there are none.
"""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/", re.IGNORECASE)


def inline_scripts(html: str) -> tuple[str, ...]:
    """Return the texts of the scripts in `html` that run, in order.

    Scripts with an address, and blocks of data such as `application/json`, are left out, since they need no hash.
    """
    return tuple(text for attributes, text in _SCRIPT.findall(html) if not _ELSEWHERE.search(attributes))


def content_policy(scripts: tuple[str, ...]) -> str:
    """Return the policy that lets a page run `scripts` and the site's own files, and contact no other host.

    Pictures may also be `data:` addresses, which the theme's style sheet uses for its icons. Styles may only be files,
    so that no text can restyle a page; fonts are the reader's own. Each hash is given once, in order.
    """
    hashes = dict.fromkeys(f"'sha256-{_digest(script)}'" for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
