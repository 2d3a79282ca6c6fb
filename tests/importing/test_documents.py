"""What is read of a text, a web page and a PDF, and what is refused."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from claimgraph.captures.capture import capture_text
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.documents import Reading, read_document
from claimgraph.importing.seen import seen_in_words, speakers_entry, speakers_seen

LIDO = b"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Lido report</title><style>p{color:red}</style>
</head><body><nav>Home | About</nav><h1>Brightsea lido: what happened in 2022</h1>
<p>The council&rsquo;s lido was closed for <b>eleven weeks</b> in the summer of 2022 because the pumps had failed.</p>
<p>Two hundred swimmers signed a petition&nbsp;which asked for the lido to stay open in winter.</p></body></html>"""
PAGE = b"""<html><head>
<meta property="og:title" content="Half are  late">
<meta name="author" content="Ann Smith"><meta name="author" content="B">
<meta property="article:published_time" content="2022-03-05T10:00:00Z">
<meta property="og:site_name" content="Harbour News">
<link rel="canonical" href="https://harbour.example/late"></head><body><header>Harbour News</header>
<form><main><header><h1>Half are late</h1></header><div>Before<p>One<br>two<sup>12</sup> and m<sup>3</sup>.</p>after
<script>x()</script><span hidden>not seen</span><p style="display: none">nor this</p></div>
<!-- nor this --><table><tr><th>Chair</th><td>Good <i>mor</i>ning.</td></tr></table><ul><li>A</li><li>B</li></ul>
<pre>kept
apart</pre><h2>Why</h2><aside>Advertisement</aside></main></form><footer>Contact</footer></body></html>"""
HEARING = """Brightsea Council, hearing on the lido

Chair: Good morning. We begin with the engineer's account.
Ms Adeyemi (engineer): The pumps were thirty years old.
Chair: And what did the council do?
"""


def pdf(*pages: tuple[str, ...], title: str = "", locked_by: str = "") -> bytes:
    """Return a PDF with lines of text on its pages."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for number, lines in enumerate(pages):
        page = writer.add_blank_page(width=400, height=400)
        shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 350 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001  as its own documents do
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        writer.add_outline_item(title=f"Part {number + 1}", page_number=number)
    writer.add_metadata({"/Title": title or "untitled", "/Author": "anonymous"})
    if locked_by:
        writer.encrypt(locked_by, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_web_page_is_read_without_its_furniture() -> None:
    title = "Brightsea lido: what happened in 2022"
    assert read_document("lido.html", LIDO) == Reading(
        form="page",
        text=f"{title}\n"
        "The council\u2019s lido was closed for eleven weeks in the summer of 2022 because the pumps had failed.\n"
        "Two hundred swimmers signed a petition\u00a0which asked for the lido to stay open in winter.\n",
        record={"type": "webpage", "title": title, "URL": "", "language": "en"},
        heads=((1, title),),
    )


def test_the_main_part_of_a_page_is_read_block_by_block() -> None:
    assert read_document("late.txt", PAGE) == Reading(
        form="page",
        text="Half are late\nBefore\nOne\ntwo\u00b9\u00b2 and m\u00b3.\nafter\nChair\tGood morning.\nA\nB\n"
        "kept\napart\nWhy\n",
        record={
            "type": "webpage",
            "title": "Half are late",
            "author": ["Ann Smith", "B"],
            "issued": "2022-03-05",
            "container-title": "Harbour News",
            "URL": "https://harbour.example/late",
            "language": "",
        },
        heads=((1, "Half are late"), (11, "Why")),
    )


@pytest.mark.parametrize("charset", ["windows-1252", "ISO-8859-1"])
def test_a_page_in_other_letters_is_read_by_what_it_says(charset: str) -> None:
    page = f'<html><meta charset="{charset}"><body>caf\u00e9 \u201clate\u201d</body></html>'.encode("cp1252")
    assert read_document("a.html", page).text == "caf\u00e9 \u201clate\u201d\n"


def test_a_pdf_is_read_line_by_line() -> None:
    content = pdf(("Half of the buses", "came late."), ("Nobody knows why.",), title="Half are late")
    assert read_document("late.pdf", content) == Reading(
        form="PDF",
        text="Half of the buses\ncame late.\nNobody knows why.\n",
        record={"title": "Half are late"},
        heads=((1, "Part 1"), (3, "Part 2")),
        pages=(1, 3),
    )


def test_a_text_is_taken_as_it_is() -> None:
    assert read_document("a.html", b"One < two\r\n<p>") == Reading(form="text", text="One < two\n<p>")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a b.docx", b"PK\x03\x04x", "make a text of it: pandoc 'a b.docx' -t plain --wrap=none -o 'a b'.txt"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "make a text of it: soffice --headless --convert-to txt:Text a.doc"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "it is a picture; make a text of it: tesseract a.jpg a"),
        (
            "a.txt",
            b"\xff\xfea\x00",
            "it is text in UTF-16; make a text of it: iconv -f UTF-16 -t UTF-8 a.txt > a.utf8.txt",
        ),
        (
            "a.txt",
            b"One\ncaf\xe9",
            "line 2 is not in UTF-8; if it is in Windows' letters: iconv -f WINDOWS-1252 -t UTF-8 a.txt > a.utf8.txt",
        ),
        (
            "a.html",
            b"<html><meta charset=utf-8>\ncaf\xe9",
            "line 2 is not in UTF-8; if it is in Windows' letters: iconv",
        ),
        (
            "a.html",
            b"<html><meta charset=nonsense>caf\xe9",
            "line 1 is not in UTF-8; if it is in Windows' letters: iconv",
        ),
        ("a.mp3", b"ID3\x00\xff", "it is no text; write down what it says, line by line, in a text file"),
        ("a.txt", b"One\ntwo\x07", "it is no text: line 2 has a character of code 7"),
        (
            "a.html",
            b"<html><body><script>x</script></body></html>",
            "it is a web page without text: a script writes it",
        ),
        ("a.html", b"<html>", "it is a web page without text: a script writes it"),
        ("a.pdf", b"%PDF-1.4 x", "it is a PDF with a password, or damaged; try: qpdf --decrypt a.pdf open.pdf"),
        ("a.pdf", pdf(("x",), locked_by="p"), "it is a PDF with a password, or damaged"),
        ("a.pdf", pdf(()), "it is a PDF of pictures, without text; find the text: ocrmypdf a.pdf ocr.pdf"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_type(name: str, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(name, content)
    assert message in str(caught.value)


def test_what_is_seen() -> None:
    speakers = speakers_seen(HEARING, capture_text(HEARING, "lido"))
    assert speakers == {"Chair": {"Chair": 2}, "Ms Adeyemi": {"Ms Adeyemi (engineer)": 1}}
    reading = Reading(form="PDF", text=HEARING, heads=((1, "Hearing"),), pages=(1, 3))
    assert tuple(seen_in_words(reading, speakers)) == (
        "pages: 1 (lines 1-2), 2 (lines 3-5)",
        "headings: 'Hearing' (line 1)",
        "what looks like speakers: 'Chair' (2), 'Ms Adeyemi (engineer)' (1)",
    )
    assert speakers_entry(speakers) == (
        'speakers:\n  Chair: {}\n  Ms Adeyemi: {aliases: ["Ms Adeyemi (engineer)"]}\nsegments: speaker-turns\n'
    )
    assert speakers_entry({"Chair": {"Chair": 1}}) == ""
