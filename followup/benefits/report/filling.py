"""Filling a follow-up report from the register, the ledger and the reports, in one form of Norwegian."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from statistics import median

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Person
from accounts.tilemap import Counted, counted
from applications.models import Application
from assessments.queries import closed_to
from criteria.benefits import FEWEST
from followup.benefits import chain
from followup.benefits import queries as registers
from followup.benefits.queries import MeasurementRow
from followup.benefits.report import queries
from followup.benefits.report.document import (
    BenefitLine,
    BenefitReport,
    FigureLine,
    GroupLine,
    OverdueLine,
    Reach,
    ResponsibleLine,
    RiskLine,
)
from followup.benefits.report.money import YearMoney
from followup.benefits.report.queries import FollowedCase, Money
from followup.benefits.shown import Figures, Register, register_of
from foundation import clock, words
from foundation.language import Bilingual
from foundation.letterhead import SheetHead
from foundation.money import Ore
from foundation.wording import format_day, format_moment, format_number
from grants import queries as grants
from grants.letterhead import office_of
from grants.models import Call, Sender

MOST_RISKS = 10
"""How many risks a report of many projects tells of: those that are expected to take most."""
NO_COUNTY = Bilingual("Uten fylke", "Utan fylke")


@dataclass(frozen=True, slots=True)
class Paper:
    """How a report is to be written: in which form, when, marked with what, and who is to read it.

    A reader to whom a case is closed does not read its risks, which are its people's own words.
    """

    language: str
    at: datetime
    notice: str | None
    reader: Person | None = None


def scheme_report(paper: Paper) -> BenefitReport:
    """Report on the whole scheme, call by call."""
    cases = queries.followed_cases()
    return _report(
        paper, Reach.SCHEME, cases, code="",
        key=lambda one: (one.call.in_(paper.language), one.call_id),
    )  # fmt: skip


def call_report(call: Call, paper: Paper) -> BenefitReport:
    """Report on a call, project by project."""
    cases = queries.followed_cases(call_id=call.id)
    return _report(
        paper, Reach.CALL, cases, code=call.title.in_(paper.language),
        key=lambda one: (f"{one.case_number} {one.lead}", one.application_id),
    )  # fmt: skip


def project_report(application: Application, paper: Paper) -> BenefitReport:
    """Report on a project, kommune by kommune."""
    cases = queries.followed_cases(application_id=application.id)
    code = f"{application.case_number} {application.title}"
    return _report(
        paper, Reach.PROJECT, cases, code=code, key=None, register=register_of(application, None)
    )


def _report(
    paper: Paper,
    reach: Reach,
    cases: Sequence[FollowedCase],
    *,
    code: str,
    key: Callable[[FollowedCase], tuple[str, int | None]] | None,
    register: Register | None = None,
) -> BenefitReport:
    scheme, sender = grants.scheme(), grants.sender()
    ids = [one.application_id for one in cases]
    money = _Money(*queries.granted_and_paid(ids), queries.spent(ids))
    rows = registers.measurement_rows(ids)
    followed = registers.followed_in(ids)
    kommuner = queries.kommuner_in(ids)
    closed = closed_to(paper.reader, ids) if paper.reader else {}
    ends = chain.Ends.of(scheme.measures, scheme.goals)
    today = clock.in_oslo(paper.at).date()
    with force_locale(paper.language):
        return BenefitReport(
            head=SheetHead(
                language=paper.language,
                office=office_of(sender, scheme.contact, paper.language),
                code=code or scheme.name.in_(paper.language),
                dated=today,
                notice=paper.notice,
            ),
            reach=reach,
            scheme=scheme.name.in_(paper.language),
            subject=code or scheme.name.in_(paper.language),
            taken=format_moment(paper.at),
            projects=len(cases),
            kommuner=len(queries.each_once(kommuner)),
            kommuner_with_baseline=len(
                queries.each_once(
                    {(one.application_id, one.organisation_id) for one in rows if one.baseline}
                    & kommuner
                )
            ),
            years=money.years(ids),
            groups=_groups(cases, money, followed, key) if key else (),
            counties=_groups(cases, money, followed, _county(paper.language)) if key else (),
            benefits=_benefits(rows, followed, paper.language),
            figures=_figures(register, paper.language) if register else (),
            chains=_chains(register, ends),
            risks=_risks(
                [one for one in cases if one.application_id not in closed],
                paper.language,
                limit=None if register else MOST_RISKS,
            ),
            held_back=len(closed),
            responsible=_responsible(register.application.id if register else None, sender),
            overdue=_overdue(ids, today),
            places=_places(kommuner, today) if key else (),
        )


def _places(carrying: Iterable[tuple[int, int]], today: date) -> tuple[Counted, ...]:
    return tuple(counted(Counter(organisation for _case, organisation in carrying), today))


@dataclass(frozen=True, slots=True)
class _Money:
    granted: Money
    paid: Money
    spent: Money

    def years(self, cases: Sequence[int]) -> tuple[YearMoney, ...]:
        """Add the cases up, year by year."""
        known = {
            year for part in (self.granted, self.paid, self.spent) for by in part.values()
            for year in by
        }  # fmt: skip
        return tuple(
            YearMoney(
                year=year,
                granted=_sum(self.granted, cases, year),
                paid=_sum(self.paid, cases, year),
                spent=_sum(self.spent, cases, year),
            )
            for year in sorted(known)
        )


def _sum(part: Money, cases: Iterable[int], year: int | None = None) -> Ore:
    return Ore(
        sum(
            amount
            for case in cases
            for each, amount in part.get(case, {}).items()
            if year is None or each == year
        )
    )


def _groups(
    cases: Sequence[FollowedCase],
    money: _Money,
    followed: dict[int, list[str]],
    key: Callable[[FollowedCase], tuple[str, int | None]],
) -> tuple[GroupLine, ...]:
    groups: dict[str, list[int]] = {}
    of: dict[str, int | None] = {}
    for one in cases:
        name, of[name] = key(one)
        groups.setdefault(name, []).append(one.application_id)
    return tuple(
        GroupLine(
            name=name,
            projects=len(ids),
            granted=_sum(money.granted, ids),
            paid=_sum(money.paid, ids),
            spent=_sum(money.spent, ids),
            followed=sum(1 for one in ids if followed.get(one)),
            of=of[name],
        )
        for name, ids in sorted(groups.items())
    )


def _county(language: str) -> Callable[[FollowedCase], tuple[str, None]]:
    return lambda one: (one.county or NO_COUNTY.in_(language), None)


def _benefits(
    rows: Sequence[MeasurementRow], followed: dict[int, list[str]], language: str
) -> tuple[BenefitLine, ...]:
    """Count each benefit of the catalogue; a kommune counts once, by the mean of its indicators."""
    lines = []
    for one in registers.catalogue():
        own = [row for row in rows if row.benefit == one.code]
        newest = {
            (row.application_id, row.organisation_id, row.indicator): row
            for row in own
            if row.value is not None
        }
        shares: dict[int, list[Decimal]] = {}
        for row in newest.values():
            if row.realised is not None:
                shares.setdefault(row.organisation_id, []).append(row.realised)
        means = [Decimal(sum(found)) / len(found) for found in shares.values()]
        lines.append(
            BenefitLine(
                code=one.code,
                name=one.name.in_(language),
                projects=sum(one.code in codes for codes in followed.values()),
                kommuner=len({row.organisation_id for row in own if row.baseline}),
                measured=len({row.organisation_id for row in newest.values()}),
                behind=len({row.organisation_id for row in newest.values() if row.is_behind}),
                realised=median(means) if len(means) >= FEWEST else None,
            )
        )
    return tuple(lines)


def _figures(register: Register, language: str) -> tuple[FigureLine, ...]:
    return tuple(
        _figure(view.benefit.code, one.indicator.name, one.indicator.code, row, language)
        for view in register.benefits
        for one in view.indicators
        for row in one.rows
        if row.baseline is not None
    )


def _figure(benefit: str, name: Bilingual, code: str, row: Figures, language: str) -> FigureLine:
    latest = row.latest
    return FigureLine(
        benefit=benefit,
        indicator=f"{code} {name.in_(language)}",
        kommune=row.kommune.name,
        baseline=_written(row.baseline.value, row.baseline.valid_on) if row.baseline else "–",
        target=_written(row.target.value, row.target.valid_on) if row.target else "–",
        measured=_written(latest.value, latest.valid_on) if latest else _("Ikke målt"),
        grade=str(words.say(latest.grade)) if latest and latest.grade else "–",
        realised=row.realised,
        explanation=(latest.explanation or None) if latest and row.is_behind else None,
    )


def _written(value: Decimal | None, on: date) -> str:
    return "–" if value is None else f"{format_number(value)} ({format_day(on)})"


def _chains(register: Register | None, ends: chain.Ends) -> tuple[chain.Chain, ...]:
    if register is None:
        return chain.of_catalogue(registers.catalogue(), ends)
    return chain.of_project(register.rows, register.application.call.measure, ends)


def _risks(
    cases: Sequence[FollowedCase], language: str, *, limit: int | None
) -> tuple[RiskLine, ...]:
    numbers = {one.application_id: one.case_number for one in cases}
    found = queries.open_risks(list(numbers))
    found.sort(key=lambda pair: (-pair[1].threat.expected, pair[1].id))
    return tuple(
        RiskLine(
            case=numbers[benefit.application_id],
            benefit=f"{benefit.code} {benefit.name.in_(language)}",
            text=risk.text,
            expected=risk.threat.expected,
            mitigation=risk.mitigation,
            owner=risk.owner,
            application_id=benefit.application_id,
        )
        for benefit, risk in found[:limit]
    )


def _responsible(application_id: int | None, sender: Sender) -> tuple[ResponsibleLine, ...]:
    """Tell who has taken over: benefits of a project, or the scheme's own follow-up."""
    return tuple(
        ResponsibleLine(
            benefits=", ".join(one.codes),
            kommune=one.kommune.name if one.kommune else "–",
            giver=one.giver.name if one.giver else sender.name,
            receiver=one.receiver.name,
            contact=one.contact,
            since=one.holds_from,
        )
        for one in registers.handovers_in(application_id)
        if one.holds_from is not None
    )


def _overdue(cases: Sequence[int], today: date) -> tuple[OverdueLine, ...]:
    return tuple(
        OverdueLine(
            case=one.application.case_number or "–",
            project=one.application.title,
            kind=f"{words.say(one.kind)} {one.year}",
            due_on=one.due_on,
            application_id=one.application_id,
        )
        for one in queries.overdue(cases, today)
    )


__all__ = ["Paper", "call_report", "project_report", "scheme_report"]
