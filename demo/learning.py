"""Playing what is left when a round is over: experience in the library, and a control drawn by lot."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

from sqlalchemy import select

from accounts.models import Person
from applications.models import Application
from applications.queries import any_application
from assessments import services as assessing
from criteria.duties import DutyKind
from criteria.experience import Subject
from criteria.sampling import RiskSign, RiskTerm
from criteria.steps import Step
from demo.applying import Stage, made_up_pdf
from demo.underway import officer_of
from followup.controls import queries as controls
from followup.controls import services as controlling
from followup.controls.kinds import CheckItem, Consequence, Severity, Verdict
from followup.controls.population import candidates
from followup.controls.services.controlling import Answer, Found
from followup.experience import queries, services
from followup.experience.content import ExperienceContent
from followup.models import Duty
from foundation.database import db
from foundation.money import kroner
from grants import queries as grants
from grants import rounds

NINE = time(9, 0, tzinfo=UTC)
TOLD, DRAWN = 3, 2
RISK = {
    RiskSign.LARGE_GRANT: RiskTerm(2, kroner(2_000_000)),
    RiskSign.MANY_PARTNERS: RiskTerm(1, 5),
    RiskSign.REPORT_LATE: RiskTerm(2),
    RiskSign.REPORT_RETURNED: RiskTerm(2),
    RiskSign.PROJECT_CHANGED: RiskTerm(1),
    RiskSign.ACCOUNT_CHANGED: RiskTerm(1),
}
ACCOUNTS = (
    (
        "Vi byttet journal i tre kommuner samtidig (oppdiktet)",
        "Prosjektet innførte den samme journalløsningen i tre kommuner over et halvt år.",
        "Felles superbrukere på tvers av kommunene. De kjente hverandre før opplæringen begynte.",
        "Vi flyttet data for sent. Start med å rydde i det gamle systemet.",
        (Subject.IMPLEMENTATION, Subject.MIGRATION), ("fhir", "snomed_ct"),
    ),
    (
        "Krav til samhandling i en felles konkurranse (oppdiktet)",
        "Seks kommuner skrev kravene sammen og gikk ut med én konkurranse.",
        "Leverandørene fikk prøve kravene på et utkast før kunngjøringen.",
        "Evalueringen tok dobbelt så lang tid som planlagt. Sett av folk i hele perioden.",
        (Subject.PROCUREMENT, Subject.SUPPLIERS), ("plo_messages", "e_prescription"),
    ),
    (
        "Opplæring på nattevakt (oppdiktet)",
        "Korte økter på vakta i stedet for kurs på dagtid.",
        "Ti minutter om gangen, med en kollega ved siden av.",
        "Vi glemte vikarene den første måneden.",
        (Subject.TRAINING,), ("code_of_conduct",),
    ),
)  # fmt: skip


def learn(stage: Stage, as_of: date) -> None:
    """Let some projects of a round that has ended tell what they learnt, and control a few of them."""
    on = date(stage.plan.last_year + 1, 5, 4)
    if on + timedelta(days=60) > as_of:
        return
    _tell(stage, datetime.combine(on, NINE))
    _control(stage, datetime.combine(on + timedelta(days=20), NINE))


def _tell(stage: Stage, at: datetime) -> None:
    """Publish what two projects tell, and leave what the third tells to the office."""
    cases = db.session.scalars(
        select(Duty.application_id)
        .join(Duty.application)
        .where(
            Application.call_id == stage.call.id,
            Application.step.in_((Step.ACCEPTED, Step.COMPLETED)),
            Duty.kind == DutyKind.EXPERIENCE,
        )
        .order_by(Duty.application_id)
        .limit(TOLD)
    ).all()
    for number, case in enumerate(cases):
        by = _signatory(stage, any_application(case))
        title, done, worked, failed, subjects, standards = ACCOUNTS[number]
        content = ExperienceContent(
            title=title, done=done, worked=worked, failed=failed, subjects=subjects,
            standards=standards, contact_name="Prosjektkontoret",
            contact_email="prosjekt@demo.example",
        )  # fmt: skip
        services.save_experience(case, content, by=by, at=at)
        plan = stage.store.receive(BytesIO(made_up_pdf("Opplæringsplan")))
        services.add_document(case, plan, filename="opplaeringsplan.pdf", by=by, at=at)
        sent = services.send_experience(case, by=by, at=at + timedelta(hours=1)).id
        db.session.expunge_all()
        if number + 1 < TOLD:
            _publish(stage, case, sent, at + timedelta(days=3 + number))


def _publish(stage: Stage, case: int, sent: int, at: datetime) -> None:
    officer = officer_of(stage, case, at)
    services.answer_experience(
        queries.sent_experience(sent), publish=True, text="", by=officer, at=at
    )
    db.session.expunge_all()


def _control(stage: Stage, at: datetime) -> None:
    """Draw two cases: one is controlled to the end, with a finding; the other is not begun."""
    by = stage.cast.controllers[0]
    controlling.set_risk_points(grants.scheme(), RISK, by=by, at=at)
    number = len(candidates(stage.call.id, at.date()))
    if not number:
        return
    made = controlling.draw_sample(
        rounds.first(stage.call.id), seed=f"7 12 19 22 30 ({stage.plan.code})",
        seed_source="Oppdiktede lottotall for demonstrasjonen", size=min(DRAWN, number),
        by=by, at=at,
    ).id  # fmt: skip
    db.session.expunge_all()
    view = controls.sample(made)
    case = view.drawn[0].application_id
    control = view.controls[case].id
    db.session.expunge_all()
    assessing.declare_impartial([any_application(case)], by=by, at=at)
    db.session.expunge_all()
    answers = {one.value: Answer(Verdict.IN_ORDER) for one in CheckItem}
    answers[CheckItem.OWN_SHARE.value] = Answer(Verdict.NOT_IN_ORDER, "Noen timer er ført to ganger.")
    later = at + timedelta(days=9)
    controlling.answer_checks(controls.control(control), answers, by=by, at=later)
    found = Found(
        Severity.BREACH, Consequence.FOLLOW_UP, "Timer er ført to ganger i mars.",
        (at + timedelta(days=60)).date(),
    )  # fmt: skip
    controlling.add_finding(controls.control(control), found, by=by, at=later)
    controlling.conclude(
        controls.control(control), text="Ett brudd. Resten er i orden.", by=by, at=later
    )
    db.session.expunge_all()


def _signatory(stage: Stage, case: Application) -> Person:
    lead = next(one for one in case.partners if one.role.value == "lead")
    return stage.cast.signatories[lead.organisation_id]
