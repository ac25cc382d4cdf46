"""The reconciliation as a workbook: the sums, and each of the three lists on a sheet of its own."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from flask_babel import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from foundation.money import ORE_PER_KRONE, Ore
from foundation.spreadsheets import IN_MEMORY
from payments.batches.overview import ReconciliationView

_Cell = str | Ore | date | None
_WIDTH = 24


def workbook(view: ReconciliationView) -> bytes:
    """Write the workbook. Amounts are kroner with two decimals, days are real days."""
    file = BytesIO()
    book = Workbook(file, dict(IN_MEMORY))
    bold = book.add_format({"bold": True})
    money, day = (
        book.add_format({"num_format": "# ##0.00"}),
        book.add_format({"num_format": "dd.mm.yyyy"}),
    )
    sums = (_("Sum"), _("Antall"), _("Beløp")), _sums(view)
    for name, (heads, rows) in {
        _("Avstemming"): sums,
        _("Vi har, banken mangler"): (_heads(_("Vårt beløp")), _missing(view)),
        _("Banken har, vi mangler"): (
            (_("Bokført"), _("Bankens referanse"), _("Navn"), _("Tekst"), _("Bankens beløp")),
            _extra(view),
        ),
        _("Ulike beløp"): (
            _heads(_("Vårt beløp"), _("Bankens beløp"), _("Forskjell")),
            _differing(view),
        ),
        _("Fra hovedboka til banken"): ((_("Sum"), _("Antall"), _("Beløp")), _bridge(view)),
        _("Bokført utenom bunkene"): (
            (_("Bilag"), _("Bokført"), _("Sak"), _("Tekst"), _("Beløp")),
            _outside(view),
        ),
    }.items():
        _write(book.add_worksheet(name), heads, rows, (bold, money, day))
    book.close()
    return file.getvalue()


def _write(
    sheet: Worksheet,
    heads: Sequence[str],
    rows: Iterable[Sequence[_Cell]],
    formats: tuple[Format, Format, Format],
) -> None:
    bold, money, day = formats
    sheet.set_column(0, len(heads) - 1, _WIDTH)
    sheet.write_row(0, 0, heads, bold)
    sheet.freeze_panes(1, 0)
    for place, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(place, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(place, column, cell, day)
            elif cell is not None:
                sheet.write_number(place, column, cell / ORE_PER_KRONE, money)


def _heads(*amounts: str) -> tuple[str, ...]:
    return (_("Referanse"), _("Sak"), _("Mottaker"), _("Bunke"), _("Betales"), *amounts)


def _sums(view: ReconciliationView) -> Iterable[Sequence[_Cell]]:
    found = view.found
    yield _("Vi har betalt"), None, found.ours
    yield _("Banken har betalt"), None, found.theirs
    yield _("Forskjell"), None, Ore(found.ours - found.theirs)
    missing, extra = (Ore(sum(one.amount for one in few)) for few in (found.missing, found.extra))
    yield _("Vi har, banken mangler"), str(len(found.missing)), missing
    yield _("Banken har, vi mangler"), str(len(found.extra)), extra
    yield _("Ulike beløp"), str(len(found.differing)), found.between
    yield _("Forklart av listene"), None, found.explained


def _line(view: ReconciliationView, reference: str) -> tuple[_Cell, ...]:
    line = view.lines[reference]
    case = line.instalment.application.case_number
    return reference, case, line.name, line.batch.message_id, line.batch.execute_on


def _missing(view: ReconciliationView) -> Iterable[Sequence[_Cell]]:
    for one in view.found.missing:
        yield *_line(view, one.reference), one.amount


def _extra(view: ReconciliationView) -> Iterable[Sequence[_Cell]]:
    for one in view.found.extra:
        moved = view.movements[one.number]
        yield moved.booked_on, moved.servicer_reference, moved.name, moved.text, one.amount


def _bridge(view: ReconciliationView) -> Iterable[Sequence[_Cell]]:
    found = view.bridge
    yield _("Sendt til banken i bunker"), None, found.sent
    for name, part in (
        (_("Anvist i bunker som ikke er sendt"), found.unsent),
        (_("Bokført utenom bunkene"), found.outside),
    ):
        yield name, str(part.number), part.amount
    if found.ledger is not None:
        yield _("Utbetalt etter hovedboka"), None, found.ledger
        yield _("Ikke forklart"), None, found.unexplained


def _outside(view: ReconciliationView) -> Iterable[Sequence[_Cell]]:
    for one in view.bridge.entries:
        case = one.application.case_number if one.application else None
        yield str(one.id), one.booked_on, case, one.text, one.amount


def _differing(view: ReconciliationView) -> Iterable[Sequence[_Cell]]:
    for one in view.found.differing:
        yield *_line(view, one.reference), one.ours, one.theirs, one.difference
