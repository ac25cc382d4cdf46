"""Applications to use unused money later, made by the acts themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from applications.queries import any_application
from criteria.duties import DutyKind
from followup import services as reporting
from followup.carryover import services
from followup.carryover.models import CarryOver
from followup.carryover.queries import carry_over
from followup.carryover.services import Wanted
from followup.models import Duty, Report
from followup.queries import duty_of
from foundation.database import db
from foundation.money import Ore, kroner
from payments import services as paying
from tests.builders.applications import a_stored_pdf
from tests.builders.decisions import NOW
from tests.builders.followup import again, whole_content
from tests.builders.payments import Grant, a_grant_of_two_years, signatory_of
from tests.scenes import scene

NEXT_YEAR = datetime(2027, 2, 15, 9, tzinfo=UTC)
END = date(2027, 6, 30)
WHY = "Leverandøren ble forsinket. Midlene skal brukes til opplæring."


@scene
def an_unspent_grant(unspent: Ore = kroner(600_000)) -> Grant:
    """Pay the first instalment of a grant of two years, and report that some of 2026 is not spent."""
    grant = a_grant_of_two_years()
    paying.attest(grant.first(), by=grant.attester, at=NOW)
    paying.authorise(grant.first(), by=grant.authoriser, at=NOW)
    report_unspent(grant, unspent)
    return grant


def report_unspent(
    grant: Grant, unspent: Ore, year: int = 2026, at: datetime = NEXT_YEAR
) -> Report:
    """Send the annual report of a year, in which some of the money is not spent."""
    signatory = signatory_of(grant.application)
    number = db.session.scalars(
        select(Duty.id).where(
            Duty.application_id == grant.application.id,
            Duty.kind == DutyKind.ANNUAL,
            Duty.year == year,
        )
    ).one()
    made = reporting.begin_report(duty_of(signatory, number), by=signatory, at=at)
    report = again(signatory, made)
    content = whole_content(grant, report)
    spent = {number: one.spent for number, one in content.activities.items()}
    most = max(spent, key=lambda one: spent[one] or 0)
    less = Ore((content.activities[most].spent or 0) - unspent)
    activities = {**content.activities, most: replace(content.activities[most], spent=less)}
    content = replace(content, activities=activities, deviations="Noe er ikke brukt.")
    reporting.save_report(report, content, by=signatory, at=at)
    reporting.enclose_audit(report, a_stored_pdf(), filename="revisor.pdf", by=signatory, at=at)
    reporting.submit_report(again(signatory, report), by=signatory, at=at)
    return again(signatory, report)


def ask(grant: Grant, amount: Ore, year: int = 2026, end_on: date = END) -> CarryOver:
    """Apply to use unused money in the next year."""
    made = services.ask_to_carry_over(
        any_application(grant.application.id), Wanted(year, amount, end_on, WHY),
        by=signatory_of(grant.application), at=NEXT_YEAR,
    )  # fmt: skip
    return carry_over(made.id)


def propose(grant: Grant, found: CarryOver, granted: Ore) -> CarryOver:
    """Let the officer who handles the case propose an answer."""
    services.propose_answer(
        found, granted, "Opplæringen er i tråd med planen.", by=grant.round.drafter, at=NEXT_YEAR
    )
    return carry_over(found.id)


def signer_of(grant: Grant) -> Person:
    """Give who signs decisions in the round."""
    return person(grant.round.maker.id)


def sign(grant: Grant, found: CarryOver) -> CarryOver:
    """Let the one with authority sign the answer as it stands."""
    services.sign_answer(found, seen=found.version, by=signer_of(grant), at=NEXT_YEAR)
    return carry_over(found.id)


def answered(grant: Grant, amount: Ore, granted: Ore, year: int = 2026) -> CarryOver:
    """Let unused money be applied for, proposed and signed."""
    return sign(grant, propose(grant, ask(grant, amount, year), granted))
