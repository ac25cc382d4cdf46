"""Playing what follows an award: payments by two controllers, and reports year by year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from sqlalchemy import func, select

from accounts.models import Person
from applications.models import Application, Partner, PartnerRole
from applications.queries import any_application
from assessments import services as assessing
from criteria.duties import DutyKind
from criteria.instalments import Trigger
from criteria.reporting import ActivityStatus
from criteria.steps import Step
from decisions.appeals.models import Complaint
from demo import banking, texts
from demo.answers import to_questions
from demo.applying import Stage, made_up_pdf
from demo.underway import officer_of
from followup import queries, services
from followup.asking import services as answering
from followup.asking.queries import asked_by
from followup.content import ActivityContent, BenefitContent, ReportContent
from followup.models import Duty, Report
from foundation.database import db
from foundation.money import Ore
from grants.models import QuestionKind
from payments import services as paying
from payments.models import Instalment
from payments.plans import services as plans
from payments.plans.open import open_parts, part_of
from payments.plans.versions import last_number

Tell = Callable[[str, int, int], None]
WAITS, RETURNED_EVERY, SILENT_EVERY, UNREVIEWED_EVERY = 9, 13, 7, 5
NINE = time(9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Following:
    """What the years after an award share: the round, the day it is played up to, and who is told."""

    stage: Stage
    as_of: date
    tell: Tell


def follow(stage: Stage, as_of: date, tell: Tell) -> None:
    """Pay what is due, and let the leads report for every year whose report has fallen due."""
    following = Following(stage, as_of, tell)
    paid_on = max(stage.plan.decided_on + timedelta(days=14), _day_after_complaints(stage))
    _pay(following, on=paid_on)
    _hold_back(following, on=paid_on + timedelta(days=1))
    for year in range(stage.plan.first_year, stage.plan.last_year + 1):
        status_on, reported_on = date(year, 8, 20), date(year + 1, 3, 10)
        if stage.plan.decided_on < status_on < as_of - timedelta(days=60):
            _report(following, year, (DutyKind.STATUS,), on=status_on)
        if reported_on + timedelta(days=60) < as_of:
            _report(following, year, (DutyKind.ANNUAL, DutyKind.FINAL), on=reported_on)
            _pay(following, on=reported_on + timedelta(days=40))


def _day_after_complaints(stage: Stage) -> date:
    """Give the day from which nothing in a round is disputed: complaints are played before payments."""
    closed_at = db.session.scalar(
        select(func.max(Complaint.closed_at))
        .join(Complaint.application)
        .where(Application.call_id == stage.call.id)
    )
    return (closed_at.date() + timedelta(days=1)) if closed_at else date.min


def _pay(following: Following, *, on: date) -> None:
    """Let one controller attest and another authorise what is due; a few instalments are left."""
    stage, at = following.stage, datetime.combine(on, NINE)
    first, second = stage.cast.controllers
    due = db.session.execute(
        select(Instalment.id, Instalment.application_id)
        .join(Instalment.application)
        .where(
            Application.call_id == stage.call.id, Instalment.due_at.is_not(None),
            Instalment.due_at <= at, Instalment.year <= on.year,
            Instalment.authorised_at.is_(None),
        )
        .order_by(Instalment.id)
    ).all()
    cases = [any_application(case) for case in sorted({row.application_id for row in due})]
    for controller in (first, second):
        assessing.declare_impartial(cases, by=controller, at=at)
    db.session.expunge_all()
    past = on.year < following.as_of.year  # a year that is over was paid in batches, with few beside them
    waiting = [row.id for row in due if (row.id % WAITS == 1 if past else row.id % WAITS)]
    paying.attest_many(waiting, by=first, at=at + timedelta(hours=1))
    half = [one for one in waiting if one % (WAITS + 1)]
    paying.authorise_many(half, by=second, at=at + timedelta(hours=3))
    db.session.expunge_all()
    if past:
        banking.pay_in_a_batch(stage, on=on, at=at + timedelta(hours=4), finished=True)
    elif stage.plan.decided_on.year < on.year:  # this year: what an earlier round is paid waits
        banking.pay_in_a_batch(stage, on=on, at=at + timedelta(hours=4), finished=False)


def _hold_back(following: Following, *, on: date) -> None:
    """Let the officer of one case hold back until the end what was to be paid when a report is approved."""
    stage, at = following.stage, datetime.combine(on, NINE)
    found = db.session.scalars(
        select(Instalment.application_id)
        .join(Instalment.application)
        .where(
            Application.call_id == stage.call.id, Instalment.trigger == Trigger.REPORT_APPROVED,
            Application.step == Step.ACCEPTED,
        )
        .order_by(Instalment.application_id.desc())
        .limit(1)
    ).first()
    if found is None:
        return
    officer = officer_of(stage, found, at)
    wanted = [
        plans.Wanted(
            replace(part, trigger=Trigger.FINAL_REPORT_APPROVED, report_year=None)
            if part.trigger is Trigger.REPORT_APPROVED
            else part,
            one.id,
        )
        for one in open_parts(found)
        for part in (part_of(one),)
    ]
    plans.adjust(
        any_application(found), wanted, seen=last_number(found), by=officer, at=at,
        reason="Innføringen er utsatt, og prosjektet har penger nok til det er i gang igjen.",
    )  # fmt: skip
    db.session.expunge_all()


def _report(following: Following, year: int, kinds: Sequence[DutyKind], *, on: date) -> None:
    stage, at = following.stage, datetime.combine(on, NINE)
    duties = db.session.execute(
        select(Duty.id, Duty.kind, Duty.application_id)
        .join(Duty.application)
        .where(
            Application.call_id == stage.call.id, Duty.year == year,
            Application.step == Step.ACCEPTED, Duty.kind.in_(kinds),
        )
        .order_by(Duty.application_id, Duty.kind, Duty.id)
    ).all()
    for number, row in enumerate(duties):
        following.tell(f"{stage.plan.code}:reports-{year}", number, len(duties))
        if row.application_id % SILENT_EVERY:
            _write(stage, row.id, at=at + timedelta(hours=row.application_id))
        db.session.expunge_all()


def _write(stage: Stage, duty_id: int, *, at: datetime) -> None:
    duty = db.session.get_one(Duty, duty_id)
    case = any_application(duty.application_id)
    if case.step is not Step.ACCEPTED:
        return
    if duty.kind is DutyKind.FINAL and queries.still_owed(case.id):
        return
    by = _signatory(stage, case.partners)
    services.begin_report(duty, by=by, at=at)
    db.session.expunge_all()  # the form is opened anew
    report, case = queries.report_of(by, _newest(duty_id)), any_application(case.id)
    services.save_report(report, _content(stage, case, report), by=by, at=at)
    db.session.expunge_all()
    report = queries.report_of(by, report.id)
    _answer(stage, case, report, by, at)
    if duty.kind is DutyKind.ANNUAL:
        services.enclose_audit(
            report, stage.store.receive(BytesIO(made_up_pdf("Revisoruttalelse"))),
            filename="revisoruttalelse.pdf", by=by, at=at,
        )
    services.submit_report(report, by=by, at=at + timedelta(hours=1))
    db.session.expunge_all()
    _review(stage, case, report.id, duty.kind, at=at + timedelta(days=12))


def _answer(stage: Stage, case: Application, report: Report, by: Person, at: datetime) -> None:
    """Answer what the call asks in the report; what wants a file is said not to be relevant."""
    asked = asked_by(case.call_id).get(report.duty.kind, ())
    if asked:
        files = [one.id for one in asked if one.kind is QuestionKind.FILE]
        answers = to_questions(stage.rng, case, asked, "nb", year=report.duty.year)
        answering.answer_report(
            report,
            answers | dict.fromkeys(files, ""),
            irrelevant=dict.fromkeys(files, "Evalueringen blir ferdig til høsten. (Demodata)"),
            seen=None, by=by, at=at,
        )  # fmt: skip
    db.session.expunge_all()


def _review(
    stage: Stage, case: Application, report_id: int, kind: DutyKind, *, at: datetime
) -> None:
    if case.id % UNREVIEWED_EVERY == 0 and kind is DutyKind.FINAL:
        return
    officer = officer_of(stage, case.id, at)
    returned = case.id % RETURNED_EVERY == 0
    services.review_report(
        queries.any_report(report_id), approved=not returned,
        text="Forklar avviket mot budsjettet nærmere." if returned else "", by=officer, at=at,
    )


def _newest(duty_id: int) -> int:
    return db.session.scalars(
        select(Report.id).where(Report.duty_id == duty_id).order_by(Report.number.desc())
    ).first() or 0


def _signatory(stage: Stage, partners: Sequence[Partner]) -> Person:
    lead = next(one for one in partners if one.role is PartnerRole.LEAD)
    return stage.cast.signatories[lead.organisation_id]


def _content(stage: Stage, case: Application, report: Report) -> ReportContent:
    language = "nb"
    final = report.duty.kind is DutyKind.FINAL or report.duty.year == stage.plan.last_year
    project = queries.project_of(case)
    budget = project.budget_of(report.duty)
    return ReportContent(
        seen=report.version,
        progress=texts.prose(stage.rng, language, 3),
        results=texts.prose(stage.rng, language, 2),
        deviations="Noe av arbeidet tok lengre tid enn planlagt fordi opplæringen ble utvidet.",
        experience=texts.prose(stage.rng, language, 2),
        activities={
            one.activity_id: ActivityContent(
                status=ActivityStatus.DONE if final else ActivityStatus.UNDER_WAY,
                percent=100 if final else stage.rng.randrange(30, 90, 5),
                comment=texts.prose(stage.rng, language, 1),
                spent=_spent(stage, budget.get(one.activity_id, Ore(0))),
            )
            for one in report.activities
        },
        benefits={
            one.benefit_id: _benefit(stage, report.duty.year) for one in report.benefits
        },
    )


def _spent(stage: Stage, budget: Ore) -> Ore:
    """Spend nearly all of what was granted, in whole kroner."""
    return Ore(int(budget * stage.rng.uniform(0.85, 1)) // 100 * 100)


def _benefit(stage: Stage, year: int) -> BenefitContent:
    baseline = stage.rng.randrange(20, 60)
    return BenefitContent(
        indicator="Minutter brukt på dokumentasjon per vakt (oppdiktet måling)",
        unit="minutter", owner="Virksomhetsleder i hver kommune",
        baseline=Decimal(baseline), target=Decimal(baseline - 10),
        target_on=date(year + 1, 12, 31), measured=Decimal(baseline - stage.rng.randrange(2, 9)),
        measured_on=date(year, 12, 1),
    )
