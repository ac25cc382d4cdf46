"""The socio-economic analysis as a page: what is printed, what is computed, and what is paid beside it."""

import csv
import io
from decimal import Decimal

from flask import Flask

from tests.builders.figures import a_year
from tests.figuring import ore
from tests.querycount import asked
from tests.web import Page, Web

PAID = "SELECT sum(amount) FROM entry WHERE year = :year AND kind IN ('payment', 'repayment')"
MOST_QUERIES = 4
"""The kommuner, the payments, the costs, and whether somebody is signed in."""


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def cells_of(page: Page, heading: str) -> list[list[str]]:
    """Give the rows of the table under a heading, as they are read."""
    section = next(one for one in page.select("section") if one.h2 and one.h2.text == heading)
    return [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
        for row in section.select("tbody tr, tfoot tr")
    ]


def test_the_page_opens_as_the_drafts_last_table_was_made(app: Flask, web: Web) -> None:
    del app
    with asked() as heard:
        page = web.open("/samfunnsokonomi")
    assert heard.number <= MOST_QUERIES
    rows = cells_of(page, "Tabell 8: Nytte og kostnader samlet")
    assert rows[-1] == ["Prissatt nettonytte", "−88,6", "−89", "−115,0", "−116", "3,7", "3", "Avrunding."]
    introduction = next(
        row for row in cells_of(page, "Tabell 5: Prissatt nytte") if "innføring" in row[0]
    )
    assert introduction[5:7] == ["Avvik 161,0", "104"]
    assert introduction[7].startswith("Teksten og tabell 8 har 161")
    assert "23,2" in words(page)


def test_another_reading_is_computed_at_once_and_stays_in_the_address(app: Flask, web: Web) -> None:
    del app
    page = web.open("/samfunnsokonomi?innforing=table&kommuner=422&niva=2")
    net = cells_of(page, "Tabell 8: Nytte og kostnader samlet")[-1]
    assert net[5] == "Avvik −64,7"
    assert "Regnet med 422 kommuner" in words(page)
    lacking = cells_of(page, "Hva det som ikke er prissatt, må være verdt")
    assert lacking[1][1:4] == ["17,7", "23,0", "12,9"]
    # What is no choice is not taken, and a number that cannot be is told beside its field.
    wrong = web.open("/samfunnsokonomi?innforing=ukjent&rente=fire&kommuner=mange")
    assert "Skriv et helt tall" in words(wrong)
    assert cells_of(wrong, "Tabell 8: Nytte og kostnader samlet")[-1][5] == "3,7"


def test_the_file_holds_what_the_page_holds(app: Flask, web: Web) -> None:
    del app
    text = web.get("/samfunnsokonomi.csv?diskontert_til=2023").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    # Four, seven and eleven lines, for three levels.
    assert len(rows) == (4 + 7 + 11) * 3
    grant = next(one for one in rows if one["Linje"].startswith("Tilskudd som") and one["Nivå"] == "3")
    assert (grant["Beregnet"], grant["Trykt"], grant["Vurdering"]) == ("512,0", "492,0", "Avvik")
    assert "diskontert til 2022" in grant["Forklaring"]


def test_what_is_paid_stands_beside_its_plan(app: Flask, web: Web) -> None:
    del app
    a_year()
    paid = Decimal(ore(PAID, year=2026)) / 100 / 1_000_000
    assert paid > 0
    rows = cells_of(web.open("/samfunnsokonomi"), "Det som er betalt ut, ved siden av planen")
    of_2026 = next(row for row in rows if row[0] == "2026")
    present = paid / Decimal("1.04") ** 4
    assert of_2026[2:5] == [
        f"{one:.1f}".replace(".", ",") for one in (paid, present, present / 5)
    ]
    assert rows[-1][5:] == ["256,8", "321,0", "492,3"]
