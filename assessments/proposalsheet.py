"""A proposal as a spreadsheet: the lines with the numbers behind them, and a sum that adds up."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from flask_babel import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from assessments.proposing import LineRow, Summed
from criteria.allocation import Cutter
from foundation import words
from foundation.money import Ore, kroner
from foundation.spreadsheets import IN_MEMORY

MONEY = "# ##0"
HEAD_ROW = 3


def workbook(proposal: Summed, rows: Sequence[LineRow]) -> bytes:
    """Write the workbook. What the reader may not see is not in it; amounts are whole kroner."""
    file = BytesIO()
    book = Workbook(file, dict(IN_MEMORY))
    sheet = book.add_worksheet(_("Innstilling"))
    bold, money = book.add_format({"bold": True}), book.add_format({"num_format": MONEY})
    it = proposal.proposal
    sheet.write(0, 0, _("Innstilling %(number)s", number=it.id), bold)
    sheet.write(1, 0, _("Sjekksum (SHA-256)"))
    sheet.write(1, 1, it.inputs_hash)
    heads = _heads()
    sheet.write_row(HEAD_ROW, 0, heads, bold)
    for place, row in enumerate(rows, start=HEAD_ROW + 1):
        _write(sheet, place, _cells(row))
    last = HEAD_ROW + len(rows) + 1
    sheet.write(last, 1, _("Sum"), bold)
    for column, total in ((5, proposal.asked), (len(heads) - 3, proposal.granted)):
        sheet.write_number(last, column, _kroner(total), money)
    sheet.set_column(1, 3, 28)
    sheet.set_column(5, len(heads) - 2, 14, money)
    sheet.set_column(len(heads) - 1, len(heads) - 1, 60)
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.autofilter(HEAD_ROW, 0, last - 1, len(heads) - 1)
    book.close()
    return file.getvalue()


def _heads() -> list[str]:
    return [
        _("Plass"), _("Sak"), _("Prosjekt"), _("Hovedsøker"), _("Poeng"), _("Søkt (kr)"),
        *(words.say(cutter) for cutter in Cutter),
        _("Innstilt (kr)"), _("Av dette tillegg (kr)"), _("Hvorfor"),
    ]  # fmt: skip


def _cells(row: LineRow) -> Iterable[str | int | float | None]:
    line = row.line
    taken = {cut.by: cut.taken for cut in row.why.cuts}
    cuts = [_kroner(taken[one]) if one in taken else None for one in Cutter]
    yield from (line.place, line.application.case_number, line.application.title, row.lead)
    yield None if row.hidden else float(line.score)
    yield _kroner(Ore(line.asked))
    yield from [None] * len(cuts) if row.hidden else cuts
    if row.hidden:
        yield from (None, None, _("Saken er ikke åpen for deg."))
        return
    yield from (_kroner(Ore(line.amount)), _kroner(Ore(line.added)), words.say(line.reason))


def _write(sheet: Worksheet, place: int, cells: Iterable[str | int | float | None]) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(place, column, value)
        elif value is not None:
            sheet.write_number(place, column, value)


def _kroner(amount: Ore) -> float:
    return amount / kroner(1)
