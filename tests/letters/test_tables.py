"""A table that runs over several pages is one table to those who listen to it."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from foundation.pdf import print_pdf
from tests.letters.tagtree import below

ROWS = 120
PAGE = """<html lang="nb"><head><title>Deltakere</title></head><body><h1>Deltakere</h1>
<table><caption>Alle</caption><thead><tr><th scope="col">Navn</th><th scope="col">Rolle</th></tr></thead>
<tbody>{rows}</tbody></table>
<table><caption>Andre</caption><thead><tr><th scope="col">Navn</th></tr></thead>
<tbody><tr><td>Ingen</td></tr></tbody></table></body></html>"""
ROW = '<tr><th scope="row">Kommune {}</th><td>deltaker</td></tr>'


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    """Print a table of several pages, with another one after it."""
    printed = print_pdf(PAGE.format(rows="".join(ROW.format(number) for number in range(ROWS))))
    with pikepdf.open(BytesIO(printed)) as opened:
        yield opened


@pytest.fixture(scope="module")
def tables(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Give the document's tables."""
    return below(pdf.Root.StructTreeRoot, "/Table")


def test_its_parts_are_joined_and_its_neighbour_is_left_alone(
    pdf: pikepdf.Pdf, tables: list[pikepdf.Object]
) -> None:
    assert len(pdf.pages) > 2
    long, short = tables
    assert Counter(str(kid.S) for kid in long.K) == {"/Caption": 1, "/THead": 1, "/TBody": 1}
    assert len(below(long, "/TR")) == ROWS + 1
    assert len(below(short, "/TR")) == 2
    assert len({row.Pg.objgen for row in below(long, "/TR")}) == len(pdf.pages)


def test_every_row_knows_the_table_it_is_in(tables: list[pikepdf.Object]) -> None:
    for table in tables:
        assert {row.P.P.objgen for row in below(table, "/TR")} == {table.objgen}


def test_every_cell_names_headers_that_exist(tables: list[pikepdf.Object]) -> None:
    for table in tables:
        names = {bytes(cell.ID) for cell in below(table, "/TH")}
        for cell in below(table, "/TD"):
            named = [bytes(name) for name in cell.A.Headers]
            assert named
            assert set(named) <= names


def test_headers_say_which_way_they_point(tables: list[pikepdf.Object]) -> None:
    scopes = Counter(str(cell.A.Scope) for table in tables for cell in below(table, "/TH"))
    assert scopes == {"/Column": 3, "/Row": ROWS}


def test_the_repeated_heads_and_the_page_numbers_are_artifacts(pdf: pikepdf.Pdf) -> None:
    """What is marked as content on a page is in the tree; the rest is marked as an artifact."""
    told = Counter(
        kid.Pg.objgen for kid in below(pdf.Root.StructTreeRoot, "/Span") for mark in kid.K
    )
    for page in pdf.pages:
        commands = [
            (str(command.operands[0]), command.operands[1])
            for command in pikepdf.parse_content_stream(page)
            if str(command.operator) == "BDC"
        ]
        content = [properties for _, properties in commands if "/MCID" in properties]
        silent = [tag for tag, properties in commands if properties.get("/Type") == "/Pagination"]
        assert len(content) == told[page.obj.objgen]
        assert set(silent) == {"/Artifact"}


def test_a_caption_that_stands_alone_on_a_page_belongs_to_what_follows() -> None:
    """A table that should not be parted, and is too long not to be, leaves its caption behind."""
    page = PAGE.replace("<table><caption>Alle", '<table style="break-inside: avoid"><caption>Alle')
    page = page.replace("</h1>", '</h1><div style="height: 100mm"><p>Tekst</p></div>')
    printed = print_pdf(page.format(rows="".join(ROW.format(number) for number in range(ROWS))))
    with pikepdf.open(BytesIO(printed)) as opened:
        long, _ = below(opened.Root.StructTreeRoot, "/Table")
        caption, head, body = long.K
        assert [str(one.S) for one in long.K] == ["/Caption", "/THead", "/TBody"]
        places = [page.obj.objgen for page in opened.pages]
        assert places.index(head.Pg.objgen) == places.index(caption.Pg.objgen) + 1
        assert {part.P.objgen for part in (caption, head, body)} == {long.objgen}
        assert len(below(long, "/TR")) == ROWS + 1
