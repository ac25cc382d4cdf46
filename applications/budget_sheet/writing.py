"""Writing the sheet: the grid's rows with their keys, white cells to fill in, and sums as formulas."""

from io import BytesIO

from flask_babel import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from applications.budget_sheet.layout import (
    FIRST_YEAR_COLUMN,
    HEADING_ROW,
    SUM_KEY,
    key_of,
    mark_of,
)
from applications.forms.budget import BudgetForm, Place
from criteria.budget import Source
from foundation import words
from foundation.money import ORE_PER_KRONE, Ore
from foundation.showing import show_text
from foundation.spreadsheets import IN_MEMORY

_MONEY = {"num_format": "# ##0.00;-# ##0.00;;@", "align": "right"}
_FIRST = HEADING_ROW  # counted from nothing, as the writer counts: the row below the heading
_YEARS = FIRST_YEAR_COLUMN - 1


class _Sheet:
    """A sheet being written, row by row."""

    def __init__(self, book: Workbook, form: BudgetForm) -> None:
        self.form = form
        self.page: Worksheet = book.add_worksheet(_("Budsjett"))
        self.strong: Format = book.add_format({"bold": True})
        self.heading: Format = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF5"})
        self.year: Format = book.add_format(
            {"bold": True, "bottom": 1, "bg_color": "#E8EEF5", "align": "right"}
        )
        self.amount: Format = book.add_format({**_MONEY, "locked": False, "border": 4})
        self.sum: Format = book.add_format({**_MONEY, "bold": True, "bg_color": "#F4F4F4"})
        self.total_column = _YEARS + len(form.years)

    def head(self, title: str, application_id: int) -> None:
        """Write the title, what to do, and the headings."""
        page = self.page
        page.write(0, 0, mark_of(application_id))
        page.write(0, 1, title, self.strong)
        page.write(1, 1, _("Fyll ut de hvite rutene, i kroner uten merverdiavgift. Ikke endre radene."))
        labels = ["", _("Deltaker"), _("Aktivitet"), _("Kilde")]
        page.write_row(HEADING_ROW - 1, 0, labels, self.heading)
        page.write_row(HEADING_ROW - 1, _YEARS, self.form.years, self.year)
        page.write(HEADING_ROW - 1, self.total_column, _("Sum"), self.year)
        page.set_column(0, 0, None, None, {"hidden": True})
        page.set_column(1, 1, 28)
        page.set_column(2, 2, 52)
        page.set_column(3, 3, 26)
        page.set_column(_YEARS, self.total_column, 16)
        page.freeze_panes(HEADING_ROW, _YEARS)

    def row(self, number: int, place: Place) -> None:
        """Write one row of the grid with its amounts and their sum."""
        named = (place.partner.organisation.name, show_text(place.activity.text))
        self.page.write_row(number, 0, [key_of(place), *named, words.say(place.source)])
        amounts = [self.form.amount(place, year) for year in self.form.years]
        for column, amount in enumerate(amounts, start=_YEARS):
            if amount:
                self.page.write_number(number, column, amount / ORE_PER_KRONE, self.amount)
            else:
                self.page.write_blank(number, column, None, self.amount)
        self._add(number, sum(amounts))

    def sums(self, number: int, source: Source | None, last: int) -> None:
        """Write what one source pays, or all of them, in each year."""
        label = _("Sum") if source is None else words.say(source)
        self.page.write_row(number, 0, [SUM_KEY, "", "", label], self.strong)
        total = 0
        for column, year in enumerate(self.form.years, start=_YEARS):
            cells = self.form.cells
            amount = sum(
                one.amount for one in cells if one.year == year and source in (None, one.source)
            )
            name = xl_col_to_name(column)
            where = f"{name}{_FIRST + 1}:{name}{last}"
            kinds = f"$D${_FIRST + 1}:$D${last}"
            formula = f"=SUM({where})" if source is None else f'=SUMIF({kinds},"{label}",{where})'
            self.page.write_formula(number, column, formula, self.sum, amount / ORE_PER_KRONE)
            total += amount
        self._add(number, total)

    def _add(self, number: int, amount: int) -> None:
        first, last = xl_col_to_name(_YEARS), xl_col_to_name(self.total_column - 1)
        formula = f"=SUM({first}{number + 1}:{last}{number + 1})"
        self.page.write_formula(
            number, self.total_column, formula, self.sum, Ore(amount) / ORE_PER_KRONE
        )


def write_sheet(form: BudgetForm, *, title: str, application_id: int) -> bytes:
    """Write the parts that a form holds as an XLSX file; what may not be changed is locked."""
    file = BytesIO()
    with Workbook(file, dict(IN_MEMORY)) as book:
        sheet = _Sheet(book, form)
        sheet.head(title, application_id)
        for number, place in enumerate(form.places, start=_FIRST):
            sheet.row(number, place)
        last = _FIRST + len(form.places)
        for number, source in enumerate((*Source, None), start=last + 1):
            sheet.sums(number, source, last)
        sheet.page.protect("", {"format_columns": True, "select_locked_cells": True})
    return file.getvalue()
