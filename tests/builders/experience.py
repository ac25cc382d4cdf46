"""Accounts of experience, made by the acts themselves."""

from criteria.duties import DutyKind
from criteria.experience import Subject
from followup.experience import queries, services
from followup.experience.content import ExperienceContent
from followup.experience.models import Experience, ExperienceDocument
from followup.models import Duty
from tests.builders.applications import a_stored_pdf
from tests.builders.decisions import NOW
from tests.builders.followup import duty_of
from tests.builders.payments import Grant, forget, signatory_of

TITLE = "Én felles journal på tre måneder"
LESSON = "Lær opp superbrukerne før leverandøren kommer."
MISTAKE = "Vi glemte nattevaktene."


def an_account() -> ExperienceContent:
    """Write an account in which nothing is missing."""
    return ExperienceContent(
        title=TITLE, done="Vi byttet journal.", worked=LESSON, failed=MISTAKE,
        contact_name="Prosjektkontoret", contact_email="prosjekt@fjell.example",
        subjects=(Subject.TRAINING,), standards=("fhir", "snomed_ct"),
    )  # fmt: skip


def newest(grant: Grant) -> Experience:
    """Read the newest account of a project anew."""
    forget(Experience, ExperienceDocument)
    return queries.of_case(grant.application.id)[0]


def a_sent_account(grant: Grant) -> Experience:
    """Write an account with a document, and send it."""
    signatory, case = signatory_of(grant.application), grant.application.id
    services.save_experience(case, an_account(), by=signatory, at=NOW)
    services.add_document(case, a_stored_pdf(), filename="plan.pdf", by=signatory, at=NOW)
    services.send_experience(case, by=signatory, at=NOW)
    return queries.sent_experience(newest(grant).id)


def a_published_account(grant: Grant) -> Experience:
    """Send an account and have it published."""
    sent = a_sent_account(grant)
    services.answer_experience(sent, publish=True, text="", by=grant.round.drafter, at=NOW)
    return newest(grant)


def experience_duty(grant: Grant) -> Duty:
    """Read the duty to tell anew."""
    return duty_of(grant, DutyKind.EXPERIENCE)
