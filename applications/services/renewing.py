"""The act that begins an application from an earlier one: ask once, and take along what still fits."""

from datetime import datetime

from accounts.models import Organisation, Person
from applications import journal
from applications.beginning import begin, take_in
from applications.carrying import Bring, Carried, carried_basics, carry
from applications.facts import asked_in
from applications.models import (
    Answer,
    Application,
    BudgetLine,
    ChosenActivity,
    Partner,
    PartnerRole,
)
from applications.queries.one import led_by
from applications.refusals import Refusal
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from grants.models import Call


def start_from_earlier(
    call: Call,
    lead: Organisation,
    earlier_id: int,
    *,
    title: str,
    bring: frozenset[Bring],
    by: Person,
    at: datetime,
) -> tuple[Application, Carried]:
    """Begin an application of an open call from one that the same organisation has led.

    Partners come as invitations that nobody has confirmed; documents never come. Gives what came
    along too, so that the applicant is told what did not. Raises NotFoundError for an application
    that the person does not act for, and RuleBrokenError for another's, and as
    `start_application`.
    """
    with transaction():
        earlier = led_by(by, earlier_id)
        held = next(one for one in earlier.partners if one.role is PartnerRole.LEAD)
        if held.organisation_id != lead.id:
            raise RuleBrokenError(Refusal.NOT_AMONG_EARLIER)
        application, edition = begin(call.id, lead, title=title, by=by, at=at)
        carried = carry(earlier, edition, bring, clock.in_oslo(at).date())
        _write_basics(application, earlier, edition)
        journal.note(
            application, "started_from", by=by, at=at, public=True,
            earlier=earlier.id, title=earlier.title,
        )  # fmt: skip
        partners = {
            old.id: take_in(application, edition, old.organisation, old.role, by=by, at=at)
            for old in carried.partners
        }
        db.session.flush()  # the lead too is found as a partner of the application
        db.session.refresh(application, attribute_names=["partners"])
        partners[held.id] = next(
            one for one in application.partners if one.role is PartnerRole.LEAD
        )
        for old in (held, *carried.partners):
            _bring(partners[old.id], old)
        _write_contents(application, partners, carried, by, at)
    return application, carried


def _write_basics(application: Application, earlier: Application, call: Call) -> None:
    basics = carried_basics(earlier, call, application.title)
    application.collaboration_name = basics.collaboration_name
    application.legal_form = basics.legal_form
    application.start_on, application.end_on = basics.start_on, basics.end_on


def _bring(new: Partner, old: Partner) -> None:
    """Take along what the partner brought; what it has confirmed of itself since is newer."""
    new.effort_hours = old.effort_hours
    new.systems_before = new.systems_before or old.systems_before


def _write_contents(
    application: Application,
    partners: dict[int, Partner],
    carried: Carried,
    by: Person,
    at: datetime,
) -> None:
    for activity_id, description in carried.descriptions.items():
        db.session.add(
            ChosenActivity(
                application_id=application.id, activity_id=activity_id, description=description
            )
        )
    for question, answer in carried.answers:
        db.session.add(
            Answer(
                application_id=application.id,
                question_id=question.id,
                value=answer.value,
                irrelevant_because=answer.irrelevant_because,
                answered_at=at,
                answered_by_id=by.id,
            )
        )
    lines = [
        BudgetLine(
            application_id=application.id,
            year=year,
            partner_id=partners[line.partner_id].id,
            activity_id=activity_id,
            source=line.source,
            amount=line.amount,
        )
        for line, year, activity_id in carried.lines
    ]
    db.session.add_all(lines)
    application.asked = asked_in(lines)
