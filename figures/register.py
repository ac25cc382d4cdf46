"""The file that is uploaded to the state's register of grants (tilskudd.no), checked line by line.

Lines that the register would not take stand on a sheet of their own with the reason, and are in no sum.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import func, select
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application, BudgetLine
from criteria.budget import Source
from criteria.registerline import RegisterLine, RegisterProblem, on_one_line, problem_of
from decisions.models import DecisionYear
from figures.extracts.extract import Count, Extract, draft, finished
from figures.extracts.workbook.formats import Formats
from figures.queries.cases import version_at
from figures.queries.parts import in_force, leads
from figures.queries.rows import Selection
from figures.sources import REGISTER
from foundation import words
from foundation.database import db, snapshot
from foundation.money import ORE_PER_KRONE, Ore
from foundation.spreadsheets import TEXT_STAYS_TEXT
from grants import queries as grants
from grants.models import Call, Sender

COLUMNS = (
    "tilskudds_id", "tilskuddsordning", "tilskuddsforvalter", "ansvarlig_departement", "mottaker_navn",
    "mottaker_organisasjonsnummer", "fylke", "soknadsbelop", "tildelt_belop", "budsjettar",
    "finansieringskilder", "saksnummer",
)  # fmt: skip
"""The register's own names, in the order of its workbook, with two more by which a person knows a line."""
SHEET = "Tilskuddsordninger"
SINGLE_GRANTS = "Enkeltstående tilskudd"
"""The register's other sheet: what is given outside any scheme, which is nothing here."""
SOURCE = "Statsbudsjettet"
_WIDTH = 26


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a case is granted of a budget year, and why the register would not take it, if so."""

    cells: tuple[str | int, ...]
    granted: Ore
    problem: RegisterProblem | None


def allocations(year: int) -> list[Allocation]:
    """List what decisions in force grant of a year, in the columns of the register. Three queries.

    A line is known by its case and year. The ministry is whom the manager is subordinate to: it decides the
    complaints of its decisions (fvl. § 28).
    """
    scheme, manager, ministry = _scheme()
    now, lead = in_force(), leads()
    asked = (
        select(BudgetLine.application_id, func.sum(BudgetLine.amount).label("amount"))
        .where(BudgetLine.source == Source.GRANT, BudgetLine.year == year)
        .group_by(BudgetLine.application_id)
        .subquery("asked_in_year")
    )
    rows = db.session.execute(
        select(
            Application.case_number,
            Organisation.name,
            Organisation.organisation_number,
            MunicipalityVersion.county_name,
            func.coalesce(asked.c.amount, 0),
            DecisionYear.amount,
        )
        .join(now, now.c.application_id == Application.id)
        .join(DecisionYear, DecisionYear.decision_id == now.c.decision_id)
        .join(Call, Call.id == Application.call_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .outerjoin(MunicipalityVersion, version_at(Call.closes_on))
        .outerjoin(asked, asked.c.application_id == Application.id)
        .where(DecisionYear.year == year, DecisionYear.amount > 0)
        .order_by(Application.id)
    )
    return [
        _allocation(
            RegisterLine(number, Ore(int(wanted)), Ore(granted)),
            (
                f"{case}-{year}", scheme, manager, ministry,
                on_one_line(name), number or "", county or "",
            ),
            (year, SOURCE, str(case)),
        )
        for case, name, number, county, wanted, granted in rows
    ]  # fmt: skip


def register_file(year: int) -> Extract:
    """Write the year's allocations as the register takes them, and apart from them those it would not."""
    with snapshot():
        found = allocations(year)
    sent = [one for one in found if one.problem is None]
    file = draft()
    book = Workbook(file, dict(TEXT_STAYS_TEXT))
    formats = Formats.of(book)
    _write(book.add_worksheet(SHEET), [one.cells for one in sent], COLUMNS, formats)
    _write(book.add_worksheet(SINGLE_GRANTS), [], COLUMNS, formats)
    held = [one for one in found if one.problem is not None]
    if held:
        _write(
            book.add_worksheet(_("Ikke med")),
            [(*one.cells, words.say(one.problem)) for one in held if one.problem],
            (*COLUMNS, _("Hvorfor ikke")),
            formats,
        )
    book.close()
    count = Count(len(sent), Ore(sum(one.granted for one in sent)))
    return finished(file, what=REGISTER, file_format="xlsx", chosen=Selection(year), count=count)


def _allocation(
    line: RegisterLine, begins: tuple[str, ...], ends: tuple[str | int, ...]
) -> Allocation:
    amounts = (line.asked // ORE_PER_KRONE, line.granted // ORE_PER_KRONE)
    return Allocation((*begins, *amounts, *ends), line.granted, problem_of(line))


def _scheme() -> tuple[str, str, str]:
    """Name the scheme, who manages it and under which ministry."""
    scheme = grants.scheme()
    sender = db.session.scalars(select(Sender).order_by(Sender.id)).first()
    if sender is None:
        return on_one_line(scheme.name.nb), "", ""
    name, manager, ministry = scheme.name.nb, sender.name, sender.complaint_body.nb
    return on_one_line(name), on_one_line(manager), on_one_line(ministry)


def _write(
    page: Worksheet, rows: Sequence[tuple[str | int, ...]], columns: Sequence[str], formats: Formats
) -> None:
    for place, (name, width) in enumerate(_headed(columns)):
        page.set_column(place, place, width)
        page.write_string(0, place, name, formats.heading)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(number, place, cell, formats.whole)
            else:
                page.write_string(number, place, cell)
    page.freeze_panes(1, 0)


def _headed(columns: Sequence[str]) -> Iterator[tuple[str, int]]:
    return ((name, _WIDTH) for name in columns)
