"""The first sheet: who took the workbook out and when, and sums by formulas beside the stored ones.

Each formula carries the sum that the database gives, so that a reader who never recalculates shows the
right figure, and one who does shows a deviation at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext
from xlsxwriter.worksheet import Worksheet

from figures.catalogue import Column, Kind, exported, keyfigures, shared
from figures.extracts.cells import kroner_of
from figures.extracts.extract import Count
from figures.extracts.workbook.formats import Formats
from figures.extracts.workbook.sheets import Sheet, write_cell
from figures.queries.rows import Cell
from figures.queries.summary import CallSums
from foundation import words
from foundation.language import Bilingual
from payments.queries import Figure, YearRow

_WIDTHS = (34, 20, 22, 22, 22, 22, 22)
_BOOKED = (Figure.APPROPRIATED, Figure.COMMITTED, Figure.PAID)
"""The sums that entries are marked with; the others are made of these."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a workbook says of itself, line by line."""

    title: str
    lines: Sequence[tuple[str, Cell]]


class Summary:
    """Writes the sheet from the top; each part leaves one empty line before the next."""

    def __init__(self, page: Worksheet, formats: Formats, language: str) -> None:
        """Begin at the top of a page."""
        self._page, self._formats, self._language = page, formats, language
        self._row = 0
        for place, width in enumerate(_WIDTHS):
            page.set_column(place, place, width)

    def write(
        self,
        note: Note,
        sheets: Mapping[str, Sheet],
        years: Sequence[YearRow],
        calls: Sequence[CallSums],
    ) -> None:
        """Write the whole sheet."""
        self._write_note(note, list(sheets.values()))
        self._write_control(list(sheets.values()))
        self._write_years(years, sheets["ledger"])
        self._write_calls(calls, sheets["applications"], sheets["decisions"])

    def _write_note(self, note: Note, sheets: Sequence[Sheet]) -> None:
        self._page.write_string(0, 0, note.title, self._formats.title)
        self._row = 2
        total = sum((sheet.count for sheet in sheets), Count())
        for label, value in note.lines:
            self._line(label, value, Kind.TEXT)
        self._line(gettext("Rader i alt"), total.rows, Kind.WHOLE)
        self._line(gettext("Kontrollsum i alt (kroner)"), total.control_sum, Kind.MONEY)
        self._row += 1

    def _write_control(self, sheets: Sequence[Sheet]) -> None:
        self._heading(
            gettext("Kontroll av arkene"),
            gettext("Rader"),
            gettext("Kontrollsum fra basen"),
            gettext("Sum i arket"),
            gettext("Avvik"),
            gettext("Summert kolonne"),
        )
        for sheet in sheets:
            column, count = sheet.table.control, sheet.count
            self._text(0, sheet.name)
            self._formula(
                1, f"COUNTA({sheet.cells(sheet.table.columns[0])})", Decimal(count.rows), Kind.WHOLE
            )
            write_cell(self._page, (self._row, 2), count.control_sum, Kind.MONEY, self._formats)
            self._formula(3, _sum(sheet.cells(column)), kroner_of(count.control_sum))
            self._formula(4, f"ROUND(D{self._row + 1}-C{self._row + 1},2)", Decimal(0))
            self._text(5, column.name.in_(self._language))
            self._row += 1
        self._row += 1

    def _write_years(self, years: Sequence[YearRow], ledger: Sheet) -> None:
        figures = (
            keyfigures.APPROPRIATED, keyfigures.COMMITTED, keyfigures.PAID,
            keyfigures.AVAILABLE, keyfigures.REMAINING,
        )  # fmt: skip
        post, year = shared.BUDGET_POST, shared.BUDGET_YEAR
        self._heading(*(self._said(one.name) for one in (post, year, *figures)))
        for one in years:
            line = self._row + 1
            self._text(0, f"kap. {one.post.chapter} post {one.post.post}")
            write_cell(self._page, (self._row, 1), one.year, Kind.WHOLE, self._formats)
            sums = (one.balance.appropriated, one.balance.committed, one.balance.paid)
            for place, (figure, amount) in enumerate(zip(_BOOKED, sums, strict=True), start=2):
                self._formula(place, _booked(ledger, figure, line), kroner_of(amount))
            self._formula(5, f"ROUND(C{line}-D{line},2)", kroner_of(one.balance.available))
            self._formula(6, f"ROUND(D{line}-E{line},2)", kroner_of(one.balance.remaining))
            self._row += 1
        self._row += 1

    def _write_calls(
        self, calls: Sequence[CallSums], applications: Sheet, decisions: Sheet
    ) -> None:
        granted = exported.DECISIONS.control
        columns = (shared.CALL, keyfigures.APPLICATIONS, keyfigures.ASKED, granted)
        self._heading(*(self._said(one.name) for one in columns))
        asked = exported.APPLICATIONS.control
        for one in calls:
            line = self._row + 1
            self._text(0, one.code)
            count = f"COUNTIF({applications.cells(shared.CALL)},A{line})"
            self._formula(1, count, Decimal(one.applications), Kind.WHOLE)
            self._formula(2, _sum_of_call(applications, asked, line), kroner_of(one.asked))
            self._formula(3, _sum_of_call(decisions, granted, line), kroner_of(one.granted))
            self._row += 1

    def _line(self, label: str, value: Cell, kind: Kind) -> None:
        self._page.write_string(self._row, 0, label, self._formats.strong)
        write_cell(self._page, (self._row, 1), value, kind, self._formats)
        self._row += 1

    def _heading(self, *texts: str) -> None:
        for place, text in enumerate(texts):
            look = self._formats.heading if place == 0 else self._formats.number_heading
            self._page.write_string(self._row, place, text, look)
        self._row += 1

    def _text(self, place: int, text: str) -> None:
        self._page.write_string(self._row, place, text)

    def _formula(self, place: int, formula: str, value: Decimal, kind: Kind = Kind.MONEY) -> None:
        look = self._formats.money if kind is Kind.MONEY else self._formats.whole
        self._page.write_formula(self._row, place, f"={formula}", look, float(value))

    def _said(self, text: Bilingual) -> str:
        return text.in_(self._language)


def _sum(cells: str) -> str:
    """Sum a range to the øre: what a sheet adds in kroner is rounded where øre end."""
    return f"ROUND(SUM({cells}),2)"


def _booked(ledger: Sheet, figure: Figure, line: int) -> str:
    """Sum the entries of the post and year that stand first in a line."""
    where = (
        f"{ledger.cells(shared.BUDGET_POST)},$A{line}",
        f"{ledger.cells(shared.BUDGET_YEAR)},$B{line}",
        f'{ledger.cells(ledger.table.column("figure"))},"{words.say(figure)}"',
    )
    return f"ROUND(SUMIFS({ledger.cells(ledger.table.control)},{','.join(where)}),2)"


def _sum_of_call(sheet: Sheet, column: Column, line: int) -> str:
    """Sum a column over the rows of the call that stands first in a line."""
    return f"ROUND(SUMIFS({sheet.cells(column)},{sheet.cells(shared.CALL)},$A{line}),2)"
