"""What a report is made of: the projects that it is about, their money by year, and what is late."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application, Partner, PartnerRole
from criteria.duties import DutyKind
from followup.benefits.models import BenefitRisk, ProjectBenefit
from followup.benefits.queries import FOLLOWED
from followup.benefits.queries.members import MEMBERS
from followup.changing.content import read
from followup.changing.models import ChangeRequest
from followup.deadlines.queries import owed_between
from followup.models import AccountLine, Duty, Report
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore
from grants.models import Call
from grants.rounds import calls_in
from payments.books.models import CaseBalance

_FIRST_DAY = date(2000, 1, 1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FollowedCase:
    """A granted project. `county`: the fylke of its lead when the call closed; None for others."""

    application_id: int
    case_number: str
    title: str
    call_id: int
    call: Bilingual
    """What the call is named: its title, and its code where another call has the same title."""
    lead: str
    county: str | None


Money = dict[int, dict[int, Ore]]
"""Øre by case and year."""


def followed_cases(
    *, call_id: int | None = None, application_id: int | None = None
) -> list[FollowedCase]:
    """List the projects whose grant is accepted or completed, by case number. One query.

    `call_id`: any edition of a round; all who applied in the round are in it.
    """
    statement = (
        select(
            Application.id, Application.case_number, Application.title, Application.call_id,
            Call.code, Call.title, Organisation.name, MunicipalityVersion.county_name,
        )
        .join(Call, Call.id == Application.call_id)
        .join(
            Partner,
            and_(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD),
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .outerjoin(
            MunicipalityVersion,
            and_(
                MunicipalityVersion.organisation_id == Organisation.id,
                MunicipalityVersion.valid_from <= Call.closes_on,
                or_(
                    MunicipalityVersion.valid_to.is_(None),
                    MunicipalityVersion.valid_to >= Call.closes_on,
                ),
            ),
        )
        .where(Application.step.in_(FOLLOWED))
        .order_by(Application.submitted_at, Application.id)
    )  # fmt: skip
    if call_id is not None:
        statement = statement.where(Application.call_id.in_(calls_in(call_id)))
    if application_id is not None:
        statement = statement.where(Application.id == application_id)
    rows = db.session.execute(statement).all()
    named = _named((row.code, row[5]) for row in rows)
    return [
        FollowedCase(case, number or "", title, call_id, named[code], lead, county)
        for case, number, title, call_id, code, _call, lead, county in rows
    ]


def _named(calls: Iterable[tuple[str, Bilingual]]) -> dict[str, Bilingual]:
    """Name each round by its title, with its code beside where two rounds have the same."""
    titles = dict(calls)
    times = Counter(titles.values())
    return {
        code: title
        if times[title] == 1
        else Bilingual(f"{title.nb} ({code})", f"{title.nn} ({code})")
        for code, title in titles.items()
    }


def granted_and_paid(cases: Collection[int]) -> tuple[Money, Money]:
    """Give what cases are promised and paid, by year, as the database keeps it. One query."""
    granted: Money = {}
    paid: Money = {}
    rows = db.session.execute(
        select(
            CaseBalance.application_id, CaseBalance.year,
            func.sum(CaseBalance.committed), func.sum(CaseBalance.paid),
        )
        .where(CaseBalance.application_id.in_(cases))
        .group_by(CaseBalance.application_id, CaseBalance.year)
    )  # fmt: skip
    for case, year, committed, out in rows:
        granted.setdefault(case, {})[year] = Ore(int(committed))
        paid.setdefault(case, {})[year] = Ore(int(out))
    return granted, paid


def spent(cases: Collection[int]) -> Money:
    """Give what the newest annual reports say is spent, when they are sent and not returned. One query."""
    newest = (
        select(func.max(Report.id)).where(Report.submitted_at.is_not(None)).group_by(Report.duty_id)
    )
    found: Money = {}
    rows = db.session.execute(
        select(Report.application_id, Duty.year, func.sum(AccountLine.spent))
        .join(Duty, Duty.id == Report.duty_id)
        .join(AccountLine, AccountLine.report_id == Report.id)
        .where(
            Report.id.in_(newest),
            Report.approved.is_not(False),
            Report.application_id.in_(cases),
            Duty.kind == DutyKind.ANNUAL,
        )
        .group_by(Report.application_id, Duty.year)
    )
    for case, year, amount in rows:
        found.setdefault(case, {})[year] = Ore(int(amount or NOTHING))
    return found


def kommuner_in(cases: Collection[int]) -> set[tuple[int, int]]:
    """Give the kommuner that carry projects out, as pairs of case and organisation. Two queries.

    Those that have left by an approved change carry nothing any more.
    """
    rows = db.session.execute(
        select(Partner.id, Partner.application_id, Partner.organisation_id).where(
            Partner.application_id.in_(cases),
            Partner.role.in_(MEMBERS),
            Partner.declined_at.is_(None),
        )
    )
    left = _left(cases)
    return {(case, organisation) for partner, case, organisation in rows if partner not in left}


def each_once(carrying: Iterable[tuple[int, int]]) -> set[int]:
    """Give the kommuner of pairs of case and kommune: one that is in three projects is still one."""
    return {organisation for _case, organisation in carrying}


def _left(cases: Collection[int]) -> set[int]:
    """Give the partners that approved changes of cases have let go. One query."""
    approved = db.session.scalars(
        select(ChangeRequest.wanted).where(
            ChangeRequest.application_id.in_(cases), ChangeRequest.approved.is_(True)
        )
    )
    return {partner for kept in approved for partner in read(kept).leaving}


def open_risks(cases: Collection[int]) -> list[tuple[ProjectBenefit, BenefitRisk]]:
    """List the risks that are not closed, with their benefits. One query."""
    rows = db.session.execute(
        select(ProjectBenefit, BenefitRisk)
        .join(BenefitRisk, BenefitRisk.project_benefit_id == ProjectBenefit.id)
        .where(
            ProjectBenefit.application_id.in_(cases),
            ProjectBenefit.dropped_at.is_(None),
            BenefitRisk.closed_at.is_(None),
        )
        .order_by(BenefitRisk.id)
    )
    return [(benefit, risk) for benefit, risk in rows]


def overdue(cases: Collection[int], today: date) -> list[Duty]:
    """List the reports of cases that are owed and late, the first due first, with their cases."""
    wanted = set(cases)
    return [one for one in owed_between(_FIRST_DAY, today - _DAY) if one.application_id in wanted]
