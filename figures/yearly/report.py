"""The report of a budget year, made of the same figures as its page."""

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from figures.catalogue.yearfigures import YEAR_FIGURES
from figures.extracts import Count, Extract, Maker
from figures.extracts.extract import draft, finished
from figures.queries.rows import Selection
from figures.sources import YEAR_REPORT
from figures.yearly import document
from figures.yearly.document import (
    CostLine,
    GrantedLine,
    InterestLine,
    ReportLine,
    ReportPart,
    YearReport,
    YearSums,
)
from figures.yearly.parts import Line, Part
from figures.yearly.queries import NO_COUNTY, InterestSums
from figures.yearly.view import YearView, year_view
from foundation import clock, words
from foundation.database import db
from foundation.letterhead import SheetHead
from foundation.money import NOTHING
from foundation.wording import format_moment
from grants import queries as grants
from grants.letterhead import office_of
from grants.models import Sender
from grants.printing import EXAMPLE
from payments.running.queries import YearCosts

_CODED = (Part.CALL, Part.MEASURE)


def year_report(year: int, maker: Maker, language: str) -> Extract:
    """Print the report of a year; its control sum is what is promised. Raises NotFoundError."""
    view = year_view(year)
    content = report_of(view, maker, language)
    file = draft()
    file.write(document.render(content))
    count = Count(len(view.part(Part.CALL).lines), view.total.committed)
    return finished(file, what=YEAR_REPORT, file_format="pdf", chosen=Selection(year), count=count)


def report_of(view: YearView, maker: Maker, language: str) -> YearReport:
    """Say a year's figures as the report does, in one form of Norwegian."""
    scheme = grants.scheme()
    sender = db.session.scalars(select(Sender).where(Sender.scheme_id == scheme.id)).one()
    with force_locale(language):
        return YearReport(
            head=SheetHead(
                language=language,
                office=office_of(sender, scheme.contact, language),
                code=str(_("Budsjettåret %(year)s", year=view.year)),
                dated=clock.in_oslo(maker.at).date(),
                notice=EXAMPLE.in_(language) if maker.made_up else None,
            ),
            scheme=scheme.name.in_(language),
            year=view.year,
            taken=format_moment(clock.in_oslo(maker.at)),
            taken_by=maker.name,
            granted=_granted(view, language),
            posts=_part(view, Part.POST, language),
            calls=_part(view, Part.CALL, language),
            measures=_part(view, Part.MEASURE, language),
            counties=_part(view, Part.COUNTY, language),
            years=tuple(
                YearSums(year=year, appropriated=granted, committed=committed, paid=paid)
                for year, granted, committed, paid in view.past
            ),
            assumptions=tuple(words.say(one) for one in view.assumptions),
            definitions=tuple(
                (one.name.in_(language), one.definition.in_(language)) for one in YEAR_FIGURES
            ),
            joint_grants=view.joint_grants,
            joint_committed=view.joint_committed,
            off=view.off,
            interest=_interest(view.interest),
            costs=_costs(view.costs),
        )


def _interest(sums: InterestSums) -> InterestLine | None:
    if sums.charged <= 0:
        return None
    return InterestLine(charged=sums.charged, paid=sums.paid, written_off=sums.written_off)


def _costs(costs: YearCosts | None) -> tuple[CostLine, ...]:
    if costs is None:
        return ()
    return tuple(
        CostLine(name=words.say(kind), amount=amount) for kind, amount in costs.of_kinds.items()
    )


def _granted(view: YearView, language: str) -> tuple[GrantedLine, ...]:
    return tuple(
        GrantedLine(
            name=one.name.in_(language),
            appropriated=one.appropriated or NOTHING,
            committed=one.committed,
        )
        for one in view.part(Part.POST).lines
    )


def _part(view: YearView, part: Part, language: str) -> ReportPart:
    found = view.part(part)
    return ReportPart(
        total=_line(found.total, _("Sum")),
        lines=tuple(_line(one, _name(one, part, language)) for one in found.lines),
    )


def _name(line: Line, part: Part, language: str) -> str:
    if part is Part.COUNTY and line.key == NO_COUNTY:
        return str(_("Uten fylke"))
    name = line.name.in_(language)
    return f"{line.key} {name}" if part in _CODED else name


def _line(line: Line, name: str) -> ReportLine:
    return ReportLine(
        name=name,
        committed=line.committed,
        paid=line.paid,
        overdue=line.overdue,
        expected=line.expected,
    )
