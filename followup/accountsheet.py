"""The accounts of an annual report as a spreadsheet: a row for each activity, and read back row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from flask_babel import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from applications.budget_sheet.opening import UNREADABLE, Unfit, UnfitFileError, open_book
from applications.budget_sheet.reading import (
    Problem,
    Row,
    WrongCellError,
    amount_in,
    cell_at,
    rows_of,
)
from followup.reading import AccountView, ReportView
from foundation.money import ORE_PER_KRONE, Ore
from foundation.showing import show_text
from foundation.spreadsheets import IN_MEMORY

MARK = "tilsagn-regnskap-1"
HEADING_ROW = 3
BUDGET, SPENT, LEFT = 2, 3, 4
SUM_KEY = "sum"
_MONEY = {"num_format": "# ##0.00;-# ##0.00;0.00;@", "align": "right"}


@dataclass(frozen=True, slots=True)
class AccountReading:
    """What a sheet holds, by the ids of activities. With problems, nothing of it is used."""

    amounts: Mapping[int, Ore]
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class AccountChange:
    """An amount that the sheet changes. `now` None: nothing was written."""

    activity_id: int
    now: Ore | None
    then: Ore


def write_accounts(view: ReportView, *, title: str) -> bytes:
    """Write the accounts beside their budget as an XLSX file; only what is spent can be changed."""
    file = BytesIO()
    with Workbook(file, dict(IN_MEMORY)) as book:
        sheet = _Sheet(book)
        sheet.head(title, view.report.id)
        for number, (told, line) in enumerate(
            zip(view.activities, view.accounts, strict=True), start=HEADING_ROW
        ):
            sheet.row(number, told.told.activity_id, line)
        sheet.sums(HEADING_ROW + len(view.accounts), view)
        sheet.page.protect("", {"format_columns": True, "select_locked_cells": True})
    return file.getvalue()


class _Sheet:
    """A sheet being written, row by row."""

    def __init__(self, book: Workbook) -> None:
        self.page: Worksheet = book.add_worksheet(_("Regnskap"))
        self.strong: Format = book.add_format({"bold": True})
        self.heading: Format = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF5"})
        self.locked: Format = book.add_format(_MONEY)
        self.white: Format = book.add_format({**_MONEY, "locked": False, "border": 4})

    def head(self, title: str, report_id: int) -> None:
        """Write the title, what to do, and the headings."""
        page = self.page
        page.write(0, 0, f"{MARK} {report_id}")
        page.write(0, 1, title, self.strong)
        page.write(1, 1, _("Fyll ut kolonnen Brukt, i kroner. Ikke endre radene."))
        labels = ["", _("Aktivitet"), _("Budsjett"), _("Brukt"), _("Rest")]
        page.write_row(HEADING_ROW - 1, 0, labels, self.heading)
        page.set_column(0, 0, None, None, {"hidden": True})
        page.set_column(1, 1, 60)
        page.set_column(BUDGET, LEFT, 18)
        page.freeze_panes(HEADING_ROW, BUDGET)

    def row(self, number: int, activity_id: int, line: AccountView) -> None:
        """Write an activity with its budget, what is spent of it, and what is left as a formula."""
        page = self.page
        page.write(number, 0, str(activity_id))
        page.write(number, 1, show_text(line.name))
        page.write_number(number, BUDGET, line.budget / ORE_PER_KRONE, self.locked)
        if line.spent is None:
            page.write_blank(number, SPENT, None, self.white)
        else:
            page.write_number(number, SPENT, line.spent / ORE_PER_KRONE, self.white)
        formula = f"=C{number + 1}-D{number + 1}"
        page.write_formula(number, LEFT, formula, self.locked, line.left / ORE_PER_KRONE)

    def sums(self, number: int, view: ReportView) -> None:
        """Write what the columns add up to."""
        self.page.write_row(number, 0, [SUM_KEY, _("Sum")], self.strong)
        for column, amount in ((BUDGET, view.budget), (SPENT, view.spent), (LEFT, view.left)):
            name = xl_col_to_name(column)
            formula = f"=SUM({name}{HEADING_ROW + 1}:{name}{number})"
            self.page.write_formula(number, column, formula, self.locked, amount / ORE_PER_KRONE)


def read_accounts(content: bytes, view: ReportView) -> AccountReading:
    """Read what is spent. An empty cell is left as it is. Raises UnfitFileError for no such workbook."""
    book = open_book(content)
    try:
        rows = list(rows_of(book))
    except UNREADABLE as error:
        raise UnfitFileError(Unfit.NOT_A_WORKBOOK) from error
    mark = str(rows[0].values[0] or "") if rows and rows[0].values else ""
    if mark != f"{MARK} {view.report.id}":
        text = _(
            "Dette er ikke regnearket til denne rapporten. Last ned regnearket her og fyll ut det."
        )
        return AccountReading({}, (Problem(_("rad %(row)s", row=1), text),))
    known = {str(one.told.activity_id): one.told.activity_id for one in view.activities}
    return _read(rows[HEADING_ROW:], known)


def account_changes(view: ReportView, reading: AccountReading) -> list[AccountChange]:
    """List what a sheet changes, in the order of the report."""
    return [
        AccountChange(told.told.activity_id, line.spent, reading.amounts[told.told.activity_id])
        for told, line in zip(view.activities, view.accounts, strict=True)
        if told.told.activity_id in reading.amounts
        and reading.amounts[told.told.activity_id] != line.spent
    ]


def _read(rows: Sequence[Row], known: Mapping[str, int]) -> AccountReading:
    amounts: dict[int, Ore] = {}
    problems: list[Problem] = []
    for row in rows:
        key = str(cell_at(row.values, 0) or "").strip()
        if key == SUM_KEY or not any(value not in (None, "") for value in row.values):
            continue
        activity = known.get(key)
        where = _("rad %(row)s", row=row.number)
        if activity is None or activity in amounts:
            text = _("Raden hører ikke til regnskapet, eller står her mer enn én gang.")
            problems.append(Problem(where, text))
            continue
        typed = cell_at(row.values, SPENT), cell_at(row.formulas, SPENT)
        if typed == (None, None):
            continue
        try:
            amounts[activity] = amount_in(*typed)
        except WrongCellError as wrong:
            problems.append(Problem(where, str(wrong)))
    return AccountReading(amounts, tuple(problems))
