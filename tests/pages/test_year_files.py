"""What a controller takes out of one year: the report on paper, and the file of the state's register."""

import io

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select

from decisions.samples.frame import Size
from figures.extracts import Maker
from figures.models import QueryLog
from figures.register import COLUMNS, SHEET, SINGLE_GRANTS
from figures.samples import years
from figures.yearly import document, year_view
from figures.yearly.report import report_of
from foundation.database import db
from foundation.language import LANGUAGES
from foundation.money import ORE_PER_KRONE, format_amount
from tests.builders.decisions import NOW
from tests.builders.figures import a_year
from tests.figuring import GRANTED, ore, typed
from tests.web import Web


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_report_says_the_same_as_the_page_in_both_forms(app: Flask) -> None:
    year = a_year()
    view = year_view(2026)
    maker = Maker(year.controller.name, NOW, made_up=False)
    for language, word in (("nb", "Ikke utbetalt"), ("nn", "Ikkje utbetalt")):
        with app.test_request_context("/eksport"):
            text = plain(document.text(report_of(view, maker, language)))
        assert word in text
        for amount in (view.total.committed, view.total.paid, view.total.expected):
            assert plain(format_amount(amount)) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_is_off_says_so(language: str) -> None:
    off = document.text(years.year_report(Size.WORST, language))
    right = document.text(years.year_report(Size.NORMAL, language))
    assert "1 kr i alt" in plain(off)
    assert "til øret" in right


def test_the_registers_file_has_the_years_grants_and_says_what_it_left_out(
    app: Flask, web: Web
) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    page = web.send("/eksport", year="", content="register")
    assert "gjelder ett år" in page.get_text(" ")
    answer = web.download("/eksport", year="2026", content="register")
    book = load_workbook(io.BytesIO(answer.data))
    head, *lines = book[SHEET].iter_rows(values_only=True)
    assert head == COLUMNS
    held = (
        list(book["Ikke med"].iter_rows(values_only=True))[1:] if len(book.sheetnames) > 2 else []
    )
    assert list(book[SINGLE_GRANTS].iter_rows(values_only=True)) == [COLUMNS]
    every = [dict(zip(COLUMNS, line, strict=False)) for line in (*lines, *held)]
    assert {one["ansvarlig_departement"] for one in every} == {"Helse- og omsorgsdepartementet"}
    assert len({one["tilskudds_id"] for one in every}) == len(every)
    granted = sum(int(str(one["tildelt_belop"])) for one in every)
    assert granted * ORE_PER_KRONE == ore(typed(GRANTED), year=2026) > 0
    log = db.session.scalars(select(QueryLog)).one()
    assert (log.what, log.rows) == ("register", len(lines))
    report = web.download("/eksport", year="2026", content="year_report")
    assert report.data.startswith(b"%PDF")
    assert report.headers["Content-Type"] == "application/pdf"
