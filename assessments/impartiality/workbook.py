"""The report as a workbook: every declaration, objection and ruling, and what the page lists."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from flask_babel import gettext as _
from xlsxwriter import Workbook

from accounts.models import Person
from assessments.impartiality import report
from assessments.impartiality.history import every_declaration, every_objection, every_ruling
from assessments.impartiality.questions import questions
from criteria.impartiality import View
from foundation import clock, words
from foundation.spreadsheets import IN_MEMORY

_WIDTH = 24

Row = Sequence[str]


def written_report(reader: Person) -> bytes:
    """Write the report for somebody who may read it. Nothing typed by people becomes a formula."""
    file = BytesIO()
    with Workbook(file, dict(IN_MEMORY)) as book:
        heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF5"})
        for name, columns, rows in _sheets(reader):
            page = book.add_worksheet(name)
            page.write_row(0, 0, columns, heading)
            for number, row in enumerate(rows, start=1):
                page.write_row(number, 0, row)
            page.set_column(0, len(columns) - 1, _WIDTH)
            page.freeze_panes(1, 0)
    return file.getvalue()


def _sheets(reader: Person) -> Iterable[tuple[str, Row, Iterable[Row]]]:
    case, name, reason = _("Sak"), _("Navn"), _("Begrunnelse")
    yield (
        _("Venter på avgjørelse"),
        (case, name, _("Siden"), _("Leder"), _("Hvorfor")),
        _awaiting(reader),
    )
    yield _("Ingen igjen"), (case, _("Hva som mangler")), _lacking()
    yield _("Hindret"), (case, name, _("Hvorfor"), _("Poengene bygger på")), _hindered()
    yield _("Utdaterte svar"), (case, name, _("Svart")), _outdated()
    yield _("Svar"), (case, name, _("Svar"), reason, _("Svart")), _declarations()
    yield (
        _("Innvendinger"),
        (case, name, _("Deltaker"), _("Innvending"), _("Registrert"), _("Registrert av")),
        _objections(),
    )
    yield (
        _("Avgjørelser"),
        (case, name, _("Avgjørelse"), reason, _("Stedfortreder"), _("Avgjort"), _("Avgjort av")),
        _rulings(),
    )


def _awaiting(reader: Person) -> Iterable[Row]:
    for one in questions(reader):
        yield (
            one.application.case_number or "",
            one.person.name,
            _moment(one.asked_at),
            one.leader.name if one.leader else "",
            words.say(one.hindrance) if one.hindrance else "",
        )


def _lacking() -> Iterable[Row]:
    for one in report.lacking():
        yield one.application.case_number or "", words.say(one.lack)


def _hindered() -> Iterable[Row]:
    for one in report.hindered():
        yield (
            one.application.case_number or "",
            one.person.name,
            words.say(one.hindrance),
            _("Ja") if one.scored else "",
        )


def _outdated() -> Iterable[Row]:
    for one in report.outdated():
        yield one.application.case_number or "", one.person.name, _moment(one.declaration.declared_at)


def _declarations() -> Iterable[Row]:
    for one, case in every_declaration():
        yield (
            case.case_number or "",
            one.person.name,
            _answer(one.view),
            one.reason,
            _moment(one.declared_at),
        )


def _objections() -> Iterable[Row]:
    for one, case in every_objection():
        yield (
            case.case_number or "",
            one.person.name,
            one.organisation.name,
            one.text,
            _moment(one.recorded_at),
            one.recorded_by.name,
        )


def _rulings() -> Iterable[Row]:
    for one, case in every_ruling():
        yield (
            case.case_number or "",
            one.person.name,
            words.say(one.outcome),
            one.reason,
            one.substitute.name if one.substitute else "",
            _moment(one.ruled_at),
            one.ruled_by.name,
        )


def _answer(view: View) -> str:
    said = {View.IMPARTIAL: _("habil"), View.DOUBT: _("i tvil"), View.PARTIAL: _("inhabil")}
    return str(said[view])


def _moment(at: datetime) -> str:
    return f"{clock.in_oslo(at):%d.%m.%Y %H:%M}"
