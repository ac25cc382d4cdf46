"""The first sheet: who took the workbook out and when, and sums by formulas beside the stored ones.

The values that the formulas of years, calls and costs carry are sums that the database gives on its own, not
sums of the sheets: a reader who recalculates sees any deviation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext
from xlsxwriter.utility import xl_col_to_name

from criteria.postings import EntryKind
from figures.catalogue import Column, Kind, exported, keyfigures, shared
from figures.extracts.cells import kroner_of
from figures.extracts.extract import Count
from figures.extracts.workbook.lines import Lines
from figures.extracts.workbook.sheets import Sheet
from figures.queries.rows import Cell
from figures.queries.summary import CallSums
from foundation import words
from payments.queries import Figure, YearRow, total_of
from payments.running.kinds import CostKind
from payments.running.queries import YearCosts

YEAR_FIGURES = (
    keyfigures.APPROPRIATED, keyfigures.COMMITTED, keyfigures.PAID, keyfigures.AVAILABLE,
    keyfigures.REMAINING, keyfigures.INTEREST_LEFT,
)  # fmt: skip
CALL_FIGURES = (keyfigures.APPLICATIONS, keyfigures.ASKED, exported.DECISIONS.control)
"""The figures of the sheet, in the order of their columns."""

_BOOKED = (Figure.APPROPRIATED, Figure.COMMITTED, Figure.PAID)
_WIDTHS = (34, 20, 22, 22, 22, 22, 22, 22)


@dataclass(frozen=True, slots=True)
class Note:
    """What a workbook says of itself, line by line."""

    title: str
    lines: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Sums:
    """What the database gives on its own: the ledger by year, the calls, and the costs of running it all."""

    years: Sequence[YearRow]
    calls: Sequence[CallSums]
    costs: Sequence[YearCosts]


def write_summary(
    lines: Lines,
    note: Note,
    sheets: Mapping[str, Sheet],
    sums: Sums,
    language: str,
) -> None:
    """Write the whole sheet: the note, the control of the sheets, the years, the calls and the costs."""
    lines.widths(*_WIDTHS)
    _write_note(lines, note, list(sheets.values()))
    _write_control(lines, list(sheets.values()), language)
    _write_years(lines, sums.years, sheets["ledger"], language)
    _write_calls(lines, sums.calls, (sheets["applications"], sheets["decisions"]), language)
    _write_costs(lines, sums.costs, sheets["running_costs"], language)


def _write_note(lines: Lines, note: Note, sheets: Sequence[Sheet]) -> None:
    lines.title(note.title)
    total = sum((sheet.count for sheet in sheets), Count())
    for label, value in note.lines:
        lines.pair(label, value, Kind.TEXT)
    lines.pair(gettext("Rader i alt"), total.rows, Kind.WHOLE)
    lines.pair(gettext("Kontrollsum i alt (kroner)"), total.control_sum, Kind.MONEY)
    lines.end()


def _write_control(lines: Lines, sheets: Sequence[Sheet], language: str) -> None:
    lines.headings(
        gettext("Kontroll av arkene"),
        gettext("Rader"),
        gettext("Kontrollsum ved uttaket"),
        gettext("Sum i arket"),
        gettext("Avvik"),
        gettext("Summert kolonne"),
    )
    for sheet in sheets:
        column, count = sheet.table.control, sheet.count
        rows = f"COUNTA({sheet.cells(sheet.table.columns[0])})"
        lines.text(0, sheet.name)
        lines.formula(1, rows, float(count.rows), Kind.WHOLE)
        lines.value(2, count.control_sum, Kind.MONEY)
        lines.formula(
            3, f"ROUND(SUM({sheet.cells(column)}),2)", kroner_of(count.control_sum)
        )  # to the øre: what a sheet adds in kroner is rounded where øre end
        lines.formula(4, f"ROUND(D{lines.number}-C{lines.number},2)", 0.0)
        lines.text(5, column.name.in_(language))
        lines.end()
    lines.end()


def _write_years(lines: Lines, years: Sequence[YearRow], ledger: Sheet, language: str) -> None:
    columns = (shared.BUDGET_POST, shared.BUDGET_YEAR, *YEAR_FIGURES)
    lines.headings(*(one.name.in_(language) for one in columns))
    first = lines.number
    for one in years:
        line, sums = lines.number, one.balance
        lines.text(0, f"kap. {one.post.chapter} post {one.post.post}")
        lines.value(1, one.year, Kind.WHOLE)
        booked = zip(_BOOKED, (sums.appropriated, sums.committed, sums.paid), strict=True)
        for place, (figure, amount) in enumerate(booked, start=2):
            lines.formula(place, _booked(ledger, figure, line), kroner_of(amount))
        lines.formula(5, f"ROUND(C{line}-D{line},2)", kroner_of(sums.available))
        lines.formula(6, f"ROUND(D{line}-E{line},2)", kroner_of(sums.remaining))
        lines.formula(7, _booked(ledger, EntryKind.INTEREST, line), kroner_of(sums.interest))
        lines.end()
    total = total_of(years)
    parts = (
        total.appropriated, total.committed, total.paid, total.available, total.remaining,
        total.interest,
    )  # fmt: skip
    added = {place: (kroner_of(one), Kind.MONEY) for place, one in enumerate(parts, start=2)}
    lines.total(gettext("Sum"), first, added)
    lines.end()


def _write_calls(
    lines: Lines, calls: Sequence[CallSums], sheets: tuple[Sheet, Sheet], language: str
) -> None:
    applications, decisions = sheets
    asked, granted = applications.table.control, decisions.table.control
    lines.headings(*(one.name.in_(language) for one in (shared.CALL, *CALL_FIGURES)))
    first = lines.number
    for one in calls:
        line = lines.number
        count = f"COUNTIF({applications.cells(shared.CALL)},$A{line})"
        lines.text(0, one.code)
        lines.formula(1, count, float(one.applications), Kind.WHOLE)
        lines.formula(2, _of_call(applications, asked, line), kroner_of(one.asked))
        lines.formula(3, _of_call(decisions, granted, line), kroner_of(one.granted))
        lines.end()
    added = {
        1: (float(sum(one.applications for one in calls)), Kind.WHOLE),
        2: (kroner_of(sum(one.asked for one in calls)), Kind.MONEY),
        3: (kroner_of(sum(one.granted for one in calls)), Kind.MONEY),
    }
    lines.total(gettext("Sum"), first, added)
    lines.end()


def _write_costs(lines: Lines, costs: Sequence[YearCosts], sheet: Sheet, language: str) -> None:
    """Write what each year cost to run, kind by kind, and all of it."""
    year, kinds = sheet.table.column("year"), list(CostKind)
    name = gettext("%(sheet)s, år", sheet=sheet.table.name.in_(language))
    lines.headings(name, *(str(words.say(kind)) for kind in kinds), gettext("Sum"))
    first, last = lines.number, xl_col_to_name(len(kinds))
    for one in costs:
        line = lines.number
        lines.value(0, one.year, Kind.WHOLE)
        of_year = f"{sheet.cells(year)},$A{line}"
        for place, kind in enumerate(kinds, start=1):
            where = f'{of_year},{sheet.cells(sheet.table.column("kind"))},"{words.say(kind)}"'
            formula = f"ROUND(SUMIFS({sheet.cells(sheet.table.control)},{where}),2)"
            lines.formula(place, formula, kroner_of(one.of(kind)))
        lines.formula(len(kinds) + 1, f"ROUND(SUM(B{line}:{last}{line}),2)", kroner_of(one.total))
        lines.end()
    sums = [sum(one.of(kind) for one in costs) for kind in kinds]
    added = {
        place: (kroner_of(amount), Kind.MONEY)
        for place, amount in enumerate([*sums, sum(sums)], start=1)
    }
    lines.total(gettext("Sum"), first, added)


def _booked(ledger: Sheet, figure: Figure | EntryKind, line: int) -> str:
    """Sum the entries of the post and year that stand first in a line."""
    where = (
        f"{ledger.cells(shared.BUDGET_POST)},$A{line}",
        f"{ledger.cells(shared.BUDGET_YEAR)},$B{line}",
        f'{ledger.cells(ledger.table.column("figure"))},"{words.say(figure)}"',
    )
    return f"ROUND(SUMIFS({ledger.cells(ledger.table.control)},{','.join(where)}),2)"


def _of_call(sheet: Sheet, column: Column, line: int) -> str:
    """Sum a column over the rows of the call that stands first in a line."""
    return f"ROUND(SUMIFS({sheet.cells(column)},{sheet.cells(shared.CALL)},$A{line}),2)"
