"""What awaits a person now: one count for each kind of work, in one query."""

from dataclasses import dataclass
from enum import StrEnum

from flask_babel import lazy_gettext as _l
from sqlalchemy import ScalarSelect, Select, exists, func, select

from accounts.models import Person, Role
from accounts.permissions import Permission, allows
from applications.finding.queries import unanswered_invitations
from applications.messages.models import Message
from applications.messages.queries import is_unanswered, unread_messages
from applications.models import (
    Application,
    Confirmation,
    CounterOffer,
    Partner,
    PartnerRole,
)
from assessments.impartiality.questions import number_to_rule
from assessments.models import Assessment, Assignment, Task
from criteria.steps import Step
from decisions.agenda.unreached import unopened_letters
from decisions.correcting.queries import waiting
from decisions.grounds import GIVEN_BACK
from decisions.models import Decision, Letter
from figures.openness.queries import unanswered
from followup.carryover.models import CarryOver
from followup.carryover.queries import IS_OPEN
from followup.models import Duty, Report
from foundation import clock, words
from foundation.database import db
from grants.models import Appropriation, Call
from payments.batches.models import PaymentBatch, PaymentLine
from payments.batches.queries import RETURNED_UNSEEN
from payments.models import Entry, Instalment


class Waiting(StrEnum):
    """A kind of work that can await somebody."""

    TO_CONFIRM = "to_confirm"
    DRAFTS = "drafts"
    OFFERS = "offers"
    INVITATIONS = "invitations"
    QUESTIONS = "questions"
    UNREAD = "unread"
    LETTERS = "letters"
    ANSWERS = "answers"
    REPORTS = "reports"
    TO_STAFF = "to_staff"
    UNANSWERED = "unanswered"
    DISCLOSURES = "disclosures"
    UNOPENED = "unopened"
    TO_CONTROL = "to_control"
    TO_MARK = "to_mark"
    TO_REVIEW = "to_review"
    CARRY_OVERS = "carry_overs"
    TO_SIGN = "to_sign"
    CORRECTIONS = "corrections"
    TO_PUBLISH = "to_publish"
    TO_ATTEST = "to_attest"
    TO_AUTHORISE = "to_authorise"
    BATCHES = "batches"
    RETURNED = "returned_payments"
    TO_BOOK = "to_book"
    CALL_DRAFTS = "call_drafts"
    TO_RULE = "to_rule"


ENDPOINTS: dict[Waiting, str] = {
    Waiting.TO_CONFIRM: "applications.index",
    Waiting.DRAFTS: "applications.index",
    Waiting.OFFERS: "applications.index",
    Waiting.INVITATIONS: "finding.index",
    Waiting.QUESTIONS: "applications.index",
    Waiting.UNREAD: "applications.index",
    Waiting.LETTERS: "decisions.letters",
    Waiting.ANSWERS: "decisions.letters",
    Waiting.REPORTS: "followup.duties",
    Waiting.TO_STAFF: "assessments.cases",
    Waiting.UNANSWERED: "assessments.questions",
    Waiting.DISCLOSURES: "openness.requests",
    Waiting.UNOPENED: "decisions.calendar",
    Waiting.TO_CONTROL: "assessments.cases",
    Waiting.TO_MARK: "assessments.cases",
    Waiting.TO_REVIEW: "followup.to_review",
    Waiting.CARRY_OVERS: "followup.carry_overs",
    Waiting.TO_SIGN: "decisions.rounds",
    Waiting.CORRECTIONS: "decisions.corrections",
    Waiting.TO_PUBLISH: "decisions.rounds",
    Waiting.TO_ATTEST: "payments.instalments",
    Waiting.TO_AUTHORISE: "payments.instalments",
    Waiting.BATCHES: "payments.batches",
    Waiting.RETURNED: "payments.bank",
    Waiting.TO_BOOK: "payments.year",
    Waiting.CALL_DRAFTS: "grants.calls",
    Waiting.TO_RULE: "assessments.impartiality",
}

words.register(
    {
        Waiting.TO_CONFIRM: _l("Søknader der dere må bekrefte deres del"),
        Waiting.DRAFTS: _l("Utkast til søknader"),
        Waiting.OFFERS: _l("Forslag om andre tall fra deltakere"),
        Waiting.INVITATIONS: _l("Invitasjoner til grupper"),
        Waiting.QUESTIONS: _l("Saker der vi venter på svar fra dere"),
        Waiting.UNREAD: _l("Meldinger du ikke har lest"),
        Waiting.LETTERS: _l("Brev som ikke er åpnet"),
        Waiting.ANSWERS: _l("Tilskudd dere må svare på"),
        Waiting.REPORTS: _l("Rapporter som ikke er sendt"),
        Waiting.TO_STAFF: _l("Saker uten saksbehandler"),
        Waiting.UNANSWERED: _l("Ubesvarte spørsmål fra søkere"),
        Waiting.DISCLOSURES: _l("Innsynskrav som ikke er besvart"),
        Waiting.UNOPENED: _l("Brev som mottakeren ikke har åpnet på to uker"),
        Waiting.TO_CONTROL: _l("Saker du skal kontrollere"),
        Waiting.TO_MARK: _l("Saker du skal vurdere"),
        Waiting.TO_REVIEW: _l("Rapporter til behandling"),
        Waiting.CARRY_OVERS: _l("Søknader om ubrukte midler som ikke er besvart"),
        Waiting.TO_SIGN: _l("Vedtak som ikke er signert"),
        Waiting.CORRECTIONS: _l("Rettinger av vedtak som ikke er signert"),
        Waiting.TO_PUBLISH: _l("Signerte vedtak som ikke er sendt ut"),
        Waiting.TO_ATTEST: _l("Rater som skal attesteres"),
        Waiting.TO_AUTHORISE: _l("Rater som skal anvises"),
        Waiting.BATCHES: _l("Utbetalingsbunker som ikke er sendt"),
        Waiting.RETURNED: _l("Betalinger i retur som ikke er undersøkt"),
        Waiting.TO_BOOK: _l("Bevilgninger som ikke er bokført"),
        Waiting.CALL_DRAFTS: _l("Utlysninger som ikke er publisert"),
        Waiting.TO_RULE: _l("Spørsmål om habilitet som du skal avgjøre"),
    }
)


@dataclass(frozen=True, slots=True)
class Count:
    """How much of a kind of work awaits, and the page where it is done."""

    kind: Waiting
    number: int
    endpoint: str


def awaiting(person: Person) -> list[Count]:
    """Count what awaits a person, by the person's roles. One query; none for who has no work here.

    Whose turn it is to rule on impartiality takes some queries more, for leaders alone.
    """
    asked = _asked(person)
    if not asked:
        return []
    ruling = []
    if allows(person, Permission.IMPARTIALITY_RULE):
        endpoint = ENDPOINTS[Waiting.TO_RULE]
        ruling = [Count(Waiting.TO_RULE, number_to_rule(person), endpoint)]
    row = db.session.execute(
        select(*(count.label(kind.value) for kind, count in asked.items()))
    ).one()
    return ruling + [
        Count(kind, int(number), ENDPOINTS[kind]) for kind, number in zip(asked, row, strict=True)
    ]


def _asked(person: Person) -> dict[Waiting, ScalarSelect[int]]:
    asked: dict[Waiting, ScalarSelect[int]] = {}
    if allows(person, Permission.APPLICATION_SIGN):
        asked[Waiting.TO_CONFIRM] = _to_confirm(person)
    if allows(person, Permission.APPLICATION_EDIT):
        asked |= _of_applicant(person)
    if allows(person, Permission.APPLICATION_ASSESS):
        asked |= _of_officer(person)
    if allows(person, Permission.DECISION_SIGN):
        asked |= _of_decision_maker()
    if allows(person, Permission.PAYMENT_ATTEST):
        asked |= _of_controller()
    if allows(person, Permission.CALL_MANAGE):
        asked[Waiting.CALL_DRAFTS] = _count(select(Call.id).where(Call.published_at.is_(None)))
    return asked


def _of_applicant(person: Person) -> dict[Waiting, ScalarSelect[int]]:
    own = person.organisations_as(Role.EDITOR, Role.SIGNATORY)
    led = select(Partner.application_id).where(
        Partner.organisation_id.in_(own), Partner.role == PartnerRole.LEAD
    )
    cases = select(Application.id).where(Application.id.in_(led))
    sent = select(Report.duty_id).where(
        Report.submitted_at.is_not(None), Report.approved.is_not(False)
    )
    return {
        Waiting.DRAFTS: _count(cases.where(Application.step == Step.DRAFT)),
        Waiting.OFFERS: _count(
            select(CounterOffer.id)
            .join(CounterOffer.partner)
            .join(Partner.application)
            .where(
                Partner.application_id.in_(led),
                Application.step == Step.DRAFT,
                CounterOffer.answered_at.is_(None),
                CounterOffer.withdrawn_at.is_(None),
            )
        ),
        Waiting.INVITATIONS: _count(unanswered_invitations(person)),
        Waiting.QUESTIONS: _count(cases.where(Application.step == Step.INCOMPLETE)),
        Waiting.UNREAD: _count(unread_messages(person)),
        Waiting.LETTERS: _count(
            select(Letter.id)
            .outerjoin(Decision, Decision.id == Letter.decision_id)
            .where(
                Letter.organisation_id.in_(own),
                Letter.opened_at.is_(None),
                Letter.made_at.is_not(None),
                Letter.superseded_at.is_(None),
                Decision.id.is_(None) | Decision.published_at.is_not(None),
            )
        ),
        Waiting.ANSWERS: _count(cases.where(Application.step == Step.AWARDED)),
        Waiting.REPORTS: _count(
            select(Duty.id).where(Duty.application_id.in_(led), Duty.id.not_in(sent))
        ),
    }


def _to_confirm(person: Person) -> ScalarSelect[int]:
    """Count the parts that the person signs for and that no living confirmation covers.

    Only while the call is open: afterwards nobody can hand them in.
    """
    last = (
        select(func.max(Confirmation.id))
        .where(Confirmation.partner_id == Partner.id)
        .correlate(Partner)
        .scalar_subquery()
    )
    confirmed = exists().where(Confirmation.id == last, Confirmation.fell_at.is_(None))
    today = clock.today()
    return _count(
        select(Partner.id)
        .join(Partner.application)
        .join(Application.call)
        .where(
            Partner.organisation_id.in_(person.organisations_as(Role.SIGNATORY)),
            Partner.role == PartnerRole.PARTICIPANT,
            Partner.declined_at.is_(None),
            Application.step == Step.DRAFT,
            Call.opens_on <= today,
            Call.closes_on >= today,
            ~confirmed,
        )
    )


def _of_officer(person: Person) -> dict[Waiting, ScalarSelect[int]]:
    living = Assignment.ended_at.is_(None)
    staffed = select(Assignment.application_id).where(living)
    mine = select(Assignment.application_id).where(living, Assignment.person_id == person.id)
    finished = select(Assessment.application_id).where(
        Assessment.person_id == person.id, Assessment.finished_at.is_not(None)
    )
    cases = select(Application.id)
    return {
        Waiting.TO_STAFF: _count(
            cases.where(Application.step == Step.SUBMITTED, Application.id.not_in(staffed))
        ),
        Waiting.TO_CONTROL: _count(
            cases.where(
                Application.step == Step.SUBMITTED,
                Application.id.in_(mine.where(Assignment.task == Task.HANDLE)),
            )
        ),
        Waiting.TO_MARK: _count(
            cases.where(
                Application.step == Step.ELIGIBLE,
                Application.id.in_(mine.where(Assignment.task == Task.ASSESS)),
                Application.id.not_in(finished),
            )
        ),
        Waiting.UNANSWERED: _count(select(Message.id).where(is_unanswered())),
        Waiting.DISCLOSURES: _count(unanswered()),
        Waiting.UNOPENED: _count(
            unopened_letters(clock.now()).with_only_columns(Letter.id).order_by(None)
        ),
        Waiting.TO_REVIEW: _count(
            select(Report.id).where(Report.submitted_at.is_not(None), Report.reviewed_at.is_(None))
        ),
        Waiting.CARRY_OVERS: _count(select(CarryOver.id).where(IS_OPEN)),
    }


def _of_decision_maker() -> dict[Waiting, ScalarSelect[int]]:
    replaced = select(Decision.supersedes_id).where(Decision.supersedes_id.is_not(None))
    living = select(Decision.id).where(Decision.id.not_in(replaced))
    return {
        Waiting.TO_SIGN: _count(living.where(Decision.signed_at.is_(None))),
        Waiting.CORRECTIONS: _count(waiting()),
        Waiting.TO_PUBLISH: _count(
            living.join(Decision.application).where(
                Decision.signed_at.is_not(None),
                Decision.published_at.is_(None),
                Application.step.not_in(GIVEN_BACK),
            )
        ),
    }


def _of_controller() -> dict[Waiting, ScalarSelect[int]]:
    due = select(Instalment.id).where(
        Instalment.due_at.is_not(None),
        Instalment.year <= clock.today().year,
        Instalment.authorised_at.is_(None),
    )
    booked = select(Entry.appropriation_id).where(Entry.appropriation_id.is_not(None))
    return {
        Waiting.TO_ATTEST: _count(due.where(Instalment.attested_at.is_(None))),
        Waiting.TO_AUTHORISE: _count(due.where(Instalment.attested_at.is_not(None))),
        Waiting.BATCHES: _count(
            select(PaymentBatch.id).where(
                PaymentBatch.sent_at.is_(None), PaymentBatch.withdrawn_at.is_(None)
            )
        ),
        Waiting.RETURNED: _count(select(PaymentLine.id).where(RETURNED_UNSEEN)),
        Waiting.TO_BOOK: _count(select(Appropriation.id).where(Appropriation.id.not_in(booked))),
    }


def _count(rows: Select[int]) -> ScalarSelect[int]:
    return select(func.count()).select_from(rows.subquery()).scalar_subquery()
