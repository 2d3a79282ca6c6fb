"""Texts that would do harm, or come out changed, on a page that takes them for anything but text."""

from __future__ import annotations

import json
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared/hostile"
"""Collections of such texts that stand beside this checkout, where they are at hand; nothing of them is copied here."""

OWN: tuple[str, ...] = (
    # markup that runs by itself, or once it is touched
    "<script>alert('own 1')</script>",
    "<img src=x onerror=alert('own-2')>",
    "<svg onload=alert('own-3')>",
    "<svg><script>alert('own 4')</script></svg>",
    "<details open ontoggle=alert('own-5')><summary>s</summary>",
    "<a href=javascript:alert('own-6')>press here</a>",
    "<button autofocus onfocus=alert('own-7')>b</button>",
    "<div onmouseover=alert('own-8') style=position:fixed;inset:0>d</div>",
    "<iframe srcdoc='<script>parent.alert(9)</script>'></iframe>",
    "<video><source onerror=alert('own-10')></video>",
    "<style>@keyframes k{}</style><b style=animation-name:k onanimationstart=alert('own-11')>b</b>",
    "<input autofocus onfocus=alert('own-12')>",
    "<marquee onstart=alert('own-13')>m</marquee>",
    "<form action=javascript:alert('own-14')><input type=submit value=go></form>",
    # markup that calls, leads or hides
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<img src=//evil.example/pixel.png>",
    "<style>*{display:none!important}</style>",
    "<form action=//evil.example/ id=search><input name=q></form>",
    "<object data=//evil.example/></object><embed src=//evil.example/>",
    "<h1>Another heading</h1><p id=main class=md-search>",
    # ways out of the place where a text stands
    '" onmouseover="alert(\'own-22\')" x="',
    "' onmouseover='alert(23)' x='",
    "\"><script>alert('own 24')</script>",
    "'><svg/onload=alert(25)>",
    "</title><script>alert('own 26')</script>",
    "</script><script>alert('own 27')</script>",
    "</style><script>alert('own 28')</script>",
    "</textarea><script>alert('own 29')</script>",
    "</svg></desc><script>alert('own 30')</script>",
    "--><script>alert('own 31')</script><!--",
    "]]><script>alert('own 32')</script>",
    "</p></div></article></main></body></html>",
    # parsers that see something else than one another
    "<noscript><p title=\"</noscript><img src=x onerror=alert('own-34')>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=1 onerror=alert('own-35')>\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert('own-36')>\">",
    "<listing>&lt;img src=1 onerror=alert(37)&gt;</listing>",
    "<!--><img src=x onerror=alert('own-38')>-->",
    "<plaintext>",
    "<xmp><script>alert('own 40')</script>",
    "<scr<script>ipt>alert('own 41')</scr</script>ipt>",
    # templates, Markdown and this site's own signs
    "{{ 7 * 7 }} {% raw %} {# c #}",
    "{{ config }} {{ ''.__class__.__mro__ }}",
    "{{constructor.constructor('alert(44)')()}}",
    "${alert('own 45')} #{7*7} <%= 7*7 %>",
    "<!-- pour: claims --> and <!-- pour: claim-p-1 -->",
    "@@0123456789abcdef0123456789abcdef:content@@",
    "[click](javascript:alert('own-48)') ![i](//evil.example/i.png)",
    "[text]{: onclick=alert('own-49') } <javascript:alert(49)>",
    "`<script>alert('own 50')</script>` **bold** _it_ # h",
    "    <script>alert('own 51')</script>",
    "| a | b |\\n|---|---|",
    '--8<-- "/etc/passwd"',
    # texts that must come out as they are
    "&lt;b&gt; &amp;amp; &quot; &#60; &#x3c; &nbsp;",
    "%3Cscript%3E \\u003cscript\\u003e \\x3c",
    '{"__proto__": {"x": 1}} __proto__ constructor',
    "“Curly” ‘quotes’, a – dash, an … ellipsis",
    "שלום עולם, مرحبا بالعالم, Ελληνικά, 日本語",
    "e\N{COMBINING ACUTE ACCENT} \N{LATIN SMALL LIGATURE FI} \N{KELVIN SIGN} \N{OHM SIGN} ½",
    "Z\N{COMBINING GRAVE ACCENT BELOW}a\N{COMBINING LONG SOLIDUS OVERLAY}l\N{COMBINING ZIGZAG ABOVE}go",
    "  two  blanks   around  ",
    "a\N{NO-BREAK SPACE}b\N{NARROW NO-BREAK SPACE}c\N{IDEOGRAPHIC SPACE}d",
    "W" * 70,
    "javascript:alert('own-64')",
    "data:text/html,<script>alert(65)</script>",
    "null undefined NaN true 0123 1e3 no",
    "'; DROP TABLE claims; -- $(id) `id` ../../etc/passwd",
)
"""Texts of our own, always tried. Each fits a title: one line of at most 70 characters, where it is not cut below."""

OWN_REFUSED: tuple[str, ...] = (
    "",
    "  ",
    "nul \x00 in it",
    "escape \x1b[31m in it",
    "bell \x07 in it",
    "delete \x7f in it",
    "next line \x85 in it",
    "a\N{ZERO WIDTH SPACE}b",
    "a\N{RIGHT-TO-LEFT OVERRIDE}b",
    "a\N{LEFT-TO-RIGHT ISOLATE}b",
    "a\N{LINE SEPARATOR}b",
    "a\N{HANGUL FILLER}b",
    "a\N{TAG LATIN SMALL LETTER A}b",
    "a\ufdd0b",
    "half \ud800 a pair",
    "byte order \ufeff mark",
    "x" * 2_001,
)
"""Texts that no file may hold: what cannot be seen, nothing, or too much."""

OWN_URLS: tuple[str, ...] = (
    "javascript:alert('url 1')",
    " javascript:alert('url 2')",
    "JaVaScRiPt:alert('url 3')",
    "java\nscript:alert('url 4')",
    "\x01javascript:alert('url 5')",
    "javascript://example.org/%0aalert('url 6')",
    "data:text/html,<script>alert('url 7')</script>",
    "vbscript:alert('url 8')",
    "//evil.example/",
    "\\\\evil.example\\x",
    "https:evil.example",
    "https:///evil.example",
    "https://user:word@evil.example/",
    "https://good.example\\@evil.example/",
    "http://localhost/",
    "https://example.org/ blank",
    'https://example.org/"onmouseover="alert(17)',
    "https://example.org/<script>alert(19)</script>",
    "https://example.org/\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "ftp://example.org/x",
    "mailto:a@example.org",
    "../../etc/passwd",
    "#x",
    "https://example.org/'onmouseover='alert(18)",
    "https://example.org/page?a=1&b=2#part",
    "HTTPS://EXAMPLE.ORG/",
    "https://example.org/a/../b%20c",
)
"""Addresses; only the last four lead where a reader can follow."""


def shared(*names: str) -> tuple[str, ...]:
    """Return the texts of collections beside this checkout, each once; empty where they are not at hand."""
    if not SHARED.is_dir():
        return ()
    cases = (case for name in names for case in json.loads((SHARED / name).read_text("utf-8"))["cases"])
    return tuple(dict.fromkeys(case["payload"] for case in cases))
