"""The printer reads our own static files and nothing else, and draws only what our fonts can draw."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from foundation.pdf import PrintError, print_pdf
from foundation.pdf.fetcher import STATIC, own_path
from foundation.pdf.glyphs import writable

PAGE = "<html lang='nb'><head><title>Prøve</title></head><body>{}</body></html>"


def test_a_file_in_static_is_read() -> None:
    assert own_path((STATIC / "letters.css").as_uri()) == STATIC / "letters.css"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.no/logo.png",
        "https://example.no/logo.png",
        "ftp://example.no/logo.png",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "file://example.no/etc/passwd",
        f"{STATIC.as_uri()}/../app.py",
        f"{STATIC.as_uri()}/%2e%2e/app.py",
        f"{STATIC.as_uri()}/nothing.css",
        STATIC.as_uri(),
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        own_path(url)


def test_a_link_that_leads_out_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    static = tmp_path / "static"
    static.mkdir()
    (static / "logo.svg").symlink_to(secret)
    monkeypatch.setattr("foundation.pdf.fetcher.STATIC", static)
    with pytest.raises(FatalURLFetchingError):
        own_path((static / "logo.svg").as_uri())


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="" src="https://example.no/logo.png">',
        '<img alt="" src="../app.py">',
        '<div style="background: url(file:///etc/passwd)">x</div>',
        '<link rel="stylesheet" href="https://example.no/a.css">',
        '<object data="/etc/hostname"></object>',
    ],
)
def test_a_document_that_asks_for_more_is_not_printed(markup: str) -> None:
    with pytest.raises(PrintError):
        print_pdf(PAGE.format(markup))


def test_what_people_paste_is_drawn_or_shown_as_unknown() -> None:
    assert writable("Kárášjohka – Karasjok, 50\u202f%") == "Kárášjohka – Karasjok, 50\u00a0%"
    assert writable("Bla\u030aba\u0308r") == "Blåbär"
    assert writable("e\u2011helse") == "e-helse"
    assert writable("\U0001f469\u200d\u2695\ufe0f og 日") == "\ufffd\ufffd og \ufffd"
    assert writable("a\x00b\x1fc\td\n") == "abc\td\n"


def test_an_unknown_character_brings_no_other_font() -> None:
    printed = print_pdf(PAGE.format("<h1>Lege 👩‍⚕️ og 日本</h1>"))
    with pikepdf.open(BytesIO(printed)) as pdf:
        names = {
            str(item.FontName)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        }
    assert {name.partition("+")[2].removesuffix("-Bold") for name in names} == {"Letter"}
