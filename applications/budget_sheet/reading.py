"""Reading the sheet back: every amount, or every reason why not, by row and column."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from math import isfinite
from typing import NamedTuple

from flask_babel import gettext as _

from applications.budget_sheet.layout import (
    FIRST_YEAR_COLUMN,
    HEADING_ROW,
    SUM_KEY,
    key_of,
    mark_of,
)
from applications.budget_sheet.opening import UNREADABLE, Opened, Unfit, UnfitFileError, open_book
from applications.forms.budget import BudgetForm, Place
from foundation.fields import LARGEST_AMOUNT
from foundation.money import NOTHING, ORE_PER_KRONE, MoneyError, Ore, parse_kroner

MOST_ROWS = 5_000
MOST_COLUMNS = 40
_KEYED = FIRST_YEAR_COLUMN - 1  # key, partner, activity, source


class Problem(NamedTuple):
    """What is wrong, and where: `rad 7, kolonne 2027`."""

    place: str
    text: str


class Change(NamedTuple):
    """An amount that the sheet changes."""

    place: Place
    year: int
    now: Ore
    then: Ore


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sheet holds, by the name of the grid's fields. With problems, nothing of it is used."""

    amounts: dict[str, Ore]
    problems: tuple[Problem, ...]


class Row(NamedTuple):
    """A row of the sheet, with what its formulas came to and the formulas themselves."""

    number: int
    values: tuple[object, ...]
    formulas: tuple[object, ...]


class WrongCellError(ValueError):
    """A cell that holds no amount; its text says why."""


def read_sheet(content: bytes, form: BudgetForm, application_id: int) -> Reading:
    """Read the amounts of the form's rows. Raises UnfitFileError for a file that is no such sheet."""
    book = open_book(content)
    try:
        rows = list(rows_of(book))
    except UNREADABLE as error:
        raise UnfitFileError(Unfit.NOT_A_WORKBOOK) from error
    mark = str(rows[0].values[0] or "") if rows and rows[0].values else ""
    if mark != mark_of(application_id) or len(rows) < HEADING_ROW:
        raise UnfitFileError(Unfit.OTHER_APPLICATION)
    return _Reader(form, rows[HEADING_ROW - 1]).read(rows[HEADING_ROW:])


def changes(form: BudgetForm, reading: Reading) -> list[Change]:
    """List what the sheet changes; a row that is not in it stays as it is."""
    return [
        Change(place, year, form.amount(place, year), reading.amounts[name])
        for place in form.places
        for year in form.years
        if (name := place.name(year)) in reading.amounts
        and reading.amounts[name] != form.amount(place, year)
    ]


class _Reader:
    """Reads row after row and remembers what it has found."""

    def __init__(self, form: BudgetForm, heading: Row) -> None:
        self.places = {key_of(place): place for place in form.places}
        self.form = form
        self.amounts: dict[str, Ore] = {}
        self.problems: list[Problem] = []
        self.seen: set[str] = set()
        self.years = {
            column: year
            for column, value in enumerate(heading.values)
            if column >= _KEYED and (year := _year(value)) is not None
        }
        for year in sorted(set(form.years) - set(self.years.values())):
            where = _("rad %(row)s", row=HEADING_ROW)
            self.problems.append(Problem(where, _("Kolonnen for %(year)s mangler.", year=year)))

    def read(self, rows: list[Row]) -> Reading:
        for row in rows:
            key = str(row.values[0] or "").strip() if row.values else ""
            if key == SUM_KEY or not any(value not in (None, "") for value in row.values):
                continue
            place = self.places.get(key)
            if place is None or key in self.seen:
                self.problems.append(Problem(_("rad %(row)s", row=row.number), _why_not(key, place)))
                continue
            self.seen.add(key)
            self._amounts(row, place)
        return Reading(self.amounts, tuple(self.problems))

    def _amounts(self, row: Row, place: Place) -> None:
        for column, year in self.years.items():
            try:
                amount = amount_in(cell_at(row.values, column), cell_at(row.formulas, column))
                self._take(place, year, amount)
            except WrongCellError as wrong:
                where = _("rad %(row)s, kolonne %(year)s", row=row.number, year=year)
                self.problems.append(Problem(where, str(wrong)))

    def _take(self, place: Place, year: int, amount: Ore) -> None:
        if year in self.form.years:
            self.amounts[place.name(year)] = amount
        elif amount:
            raise WrongCellError(_("Året er ikke med i budsjettet."))


def rows_of(book: Opened) -> Iterator[Row]:
    """Give the rows of a workbook's first sheet, as many as anybody could need."""
    values, formulas = (
        one.worksheets[0].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        for one in (book.values, book.formulas)
    )
    for number, (value, formula) in enumerate(zip(values, formulas, strict=True), start=1):
        yield Row(number, tuple(value), tuple(formula))


def _why_not(key: str, place: Place | None) -> str:
    if place is not None:
        text = _("Raden står her mer enn én gang.")
    elif not key:
        text = _("Raden hører ikke til budsjettet. Skriv beløpene i radene som var der.")
    else:
        text = _("Deltakeren, aktiviteten eller kilden er ikke med her, eller ikke deres å fylle ut.")
    return str(text)


def _year(value: object) -> int | None:
    text = str(value or "").strip().removesuffix(".0")
    return int(text) if text.isdecimal() and len(text) == len("2026") else None


def cell_at(cells: tuple[object, ...], column: int) -> object:
    """Give a cell of a row, None beyond its end."""
    return cells[column] if column < len(cells) else None


def amount_in(value: object, formula: object) -> Ore:
    """Give an amount in øre. Raises WrongCellError."""
    if value is None and isinstance(formula, str) and formula.startswith("="):
        raise WrongCellError(_("Formelen er ikke regnet ut. Åpne og lagre regnearket på nytt."))
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        raise WrongCellError(_("Skriv beløpet i kroner, for eksempel 1 250 000."))
    amount = _of_number(value) if isinstance(value, int | float) else _of_text(str(value))
    if amount < 0:
        raise WrongCellError(_("Beløpet kan ikke være negativt."))
    if amount > LARGEST_AMOUNT:
        raise WrongCellError(_("Beløpet er for stort."))
    return amount


def _of_number(value: float) -> Ore:
    """Read a spreadsheet's number: no finer than øre, but for what its arithmetic is off by."""
    if not isfinite(value):
        raise WrongCellError(_("Skriv beløpet i kroner, for eksempel 1 250 000."))
    exact = Decimal(str(value)) * ORE_PER_KRONE
    whole = exact.quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    if abs(exact - whole) > Decimal("0.001"):
        raise WrongCellError(_("Beløpet har mer enn to desimaler."))
    return Ore(int(whole))


def _of_text(text: str) -> Ore:
    if not text.strip():
        return NOTHING
    try:
        return parse_kroner(text)
    except MoneyError as error:
        raise WrongCellError(_("Skriv beløpet i kroner, for eksempel 1 250 000.")) from error
