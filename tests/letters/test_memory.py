"""What the press remembers changes no byte, and nothing of WeasyPrint for anybody else.

Every letter and report is compared in `test_sameness`; here is what no sample holds.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint.layout import inline
from weasyprint.text import line_break

from app import create_app
from foundation import pdf
from foundation.pdf import PrintError, printer
from foundation.pdf.memo import PINNED
from foundation.pdf.memo.bounded import Bounded
from foundation.pdf.press import memory_for
from foundation.settings import Settings

PAGE = "<!doctype html>\n<html lang='nb'><head><title>Prøve</title></head><body>{}</body></html>"
WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ["og", "tilskudd", "journal,", "e-helse", "1\u00a0234\u00a0kr", "§ 4", "–", "(nr. 2)",
             "helse\u00adteknologi\u00adordningen", "velferdsteknologiprosjektsamarbeid" * 3]
        ),
        st.text("abcæøå .,-/\u00a0\u2019«»", min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=60,
).map(" ".join)  # fmt: skip
STYLES = st.sampled_from(
    [
        "",
        "text-align: justify; hyphens: auto",
        "overflow-wrap: anywhere; width: 20mm",
        "letter-spacing: 0.3mm; word-spacing: 1mm",
        "white-space: pre-wrap",
        "width: 40%; font-size: 7.3pt; text-decoration: underline",
        "display: inline-block; padding: 2%; box-sizing: border-box",
    ]
)
PARAGRAPHS = st.lists(st.tuples(WORDS, WORDS, STYLES), min_size=1, max_size=6)


def both(html: str) -> tuple[bytes, bytes]:
    return printer.print_pdf(html), printer.print_pdf(html, remembering=False)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(PARAGRAPHS)
def test_whatever_is_written_comes_out_the_same(paragraphs: list[tuple[str, str, str]]) -> None:
    body = "".join(
        f'<p style="{style}">{words}</p><table class="dates"><tbody><tr><th>{words}</th>'
        f"<td><strong>{more}</strong> {words}</td></tr></tbody></table><p>{words} {more}</p>"
        for words, more, style in paragraphs
    )
    remembering, plain = both(PAGE.format(f"<h1 data-case='{len(body)}'>Prøve</h1>{body}"))
    assert remembering == plain


@pytest.mark.parametrize(
    "body",
    [
        "<p>ikke lukket<br>og <b>mer<p>enda mer",
        "<style>p { color: red; font-size: 14pt } p::before { content: '» ' }</style><p>farge</p>",
        "<p id='a'>hit</p><p id='a'>igjen</p><p><a href='#a'>lenke</a></p>",
        "<ul><li>en<ul><li>to</li></ul></li></ul><q>sitat</q><textarea></textarea>",
        "<p title='over\nto linjer'>x</p><!-- sagt i smug --><p>&nbsp;y&aelig;</p>",
        "<body style='overflow: hidden'><p>x</p>",
        "<p dir='rtl'>ab cd</p><p>ab cd</p><hr><sup>1</sup>",
    ],
)
def test_what_our_templates_never_say_comes_out_the_same(body: str) -> None:
    for html in (PAGE.format(body), PAGE.format("<h1>x</h1>"), PAGE.format(body)):
        remembering, plain = both(html)
        assert remembering == plain


def test_a_font_is_that_of_the_size_that_a_document_first_meets_it_in() -> None:
    sizes = [f"{tenths / 10}pt" for tenths in range(50, 150, 7)]
    small = [f"<p style='font-size: {size}'>Først møtt i {size}</p>" for size in sizes]
    remembering, plain = both(PAGE.format("<p>Stor</p>" + "".join(small)))
    assert remembering == plain
    for one in small:
        remembering, plain = both(PAGE.format(one))
        assert remembering == plain, one


def test_outside_of_a_print_weasyprint_is_as_it_came() -> None:
    stock = (inline.split_first_line, line_break.Layout.reactivate, weasyprint.tinyhtml5)
    printer.print_pdf(PAGE.format("<p>ja</p>"))
    with pytest.raises(PrintError):
        printer.print_pdf(PAGE.format('<img alt="" src="https://example.no/logo.png"/>'))
    assert (
        inline.split_first_line, line_break.Layout.reactivate, weasyprint.tinyhtml5
    ) == stock  # fmt: skip
    assert inline.split_first_line.__module__ == "weasyprint.text.line_break"


def test_only_the_version_that_was_tried_is_made_to_remember() -> None:
    assert weasyprint.__version__ == PINNED, "compare all documents, then move the pin (record 40)"
    assert memory_for(PINNED) is not None
    assert memory_for("70.1") is None


@pytest.fixture
def chosen() -> Iterator[None]:
    """Leave the choice of this process as it was."""
    before = pdf.CHOICE.remembers
    yield
    pdf.CHOICE.remembers = before


@pytest.mark.usefixtures("chosen")
def test_an_installation_can_do_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def print_pdf(_html: str, *, remembering: bool) -> bytes:
        asked.append(remembering)
        return b""

    monkeypatch.setattr("foundation.pdf.late", lambda *_name: print_pdf)
    for wanted in (False, True):
        create_app(replace(Settings.for_demo(tmp_path), print_memory=wanted))
        pdf.print_pdf("")
    assert asked == [False, True]


def test_what_was_asked_for_lately_is_remembered_and_the_rest_is_not() -> None:
    memory: Bounded[str] = Bounded(2)
    memory.keep("dear", "kept")
    for number in range(10):
        memory.keep(number, "x")
        assert memory.find("dear") == "kept"
        assert len(memory) <= 4
    assert memory.find(0) is None
    assert memory.find(9) == "x"
