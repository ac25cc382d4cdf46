"""Acts of the lead on its partners: take them in, say what they bring, remind them, take them out."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from accounts.models import Organisation, Person
from applications import contents, journal, partnermail, sittings
from applications.beginning import take_in
from applications.contents import PartnerTerms
from applications.facts import asked_in, lacking
from applications.factsheets.models import SheetUse
from applications.holding import hold_draft
from applications.models import Application, CounterOffer, Partner, PartnerRole
from applications.queries.one import partner_of
from applications.refusals import Refusal
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.wording import format_moment

REMIND_AGAIN_AFTER = timedelta(hours=6)
"""How long a partner is left in peace after the invitation and after each reminder."""


def add_partner(
    application: Application,
    organisation: Organisation,
    role: PartnerRole,
    *,
    message: str = "",
    by: Person,
    at: datetime,
) -> Partner:
    """Take an organisation into the collaboration. Its own people see the application from now on.

    Raises RuleBrokenError when it is in already, when its kind may not take part, and for a second
    lead.
    """
    with transaction():
        held = hold_draft(application.id, by, at)
        if role is PartnerRole.LEAD:
            raise RuleBrokenError(Refusal.ONE_LEAD)
        if any(one.organisation_id == organisation.id for one in held.partners):
            raise RuleBrokenError(Refusal.ALREADY_PARTNER, name=organisation.name)
        partner = take_in(
            held, held.call, organisation, role, message=message, by=by, at=at
        )
        db.session.flush()
        held.partners.append(partner)
    return partner


def change_partner(
    partner: Partner,
    terms: PartnerTerms,
    *,
    by: Person,
    at: datetime,
    seen: str | None = None,
    auto: bool = False,
) -> None:
    """Change a partner's role and what it brings. A new role or effort voids its confirmation.

    Raises StaleError, or RuleBrokenError when the lead would become something else, or another the
    lead, and for effort of an observer, who promises nothing.
    """
    with transaction():
        held = hold_draft(partner.application_id, by, at)
        own = partner_of(held, partner.id)
        confirmed = sittings.standing(held)
        contents.refuse_stale(seen, contents.seal_terms(contents.terms_of(own)))
        if (own.role is PartnerRole.LEAD) != (terms.role is PartnerRole.LEAD):
            raise RuleBrokenError(Refusal.LEAD_STAYS)
        if terms.role is PartnerRole.OBSERVER and terms.effort_hours:
            raise RuleBrokenError(Refusal.OBSERVER_PROMISES_NOTHING)
        own.role = terms.role
        own.effort_hours, own.systems_before = terms.effort_hours, terms.systems_before
        if auto:
            sittings.refuse_fall(held, confirmed)
        sittings.note_saved(
            held, "application.partner_saved", by=by, at=at, auto=auto,
            scope=str(own.organisation_id), organisation=own.organisation_id, role=own.role.value,
        )  # fmt: skip


def remind_partners(application: Application, *, by: Person, at: datetime) -> list[str]:
    """Remind those who have not answered, and give their names.

    Whoever was invited or reminded a short while ago is left in peace. Raises RuleBrokenError when
    everybody has answered, or everybody who has not was asked lately.
    """
    with transaction():
        held = hold_draft(application.id, by, at)
        waiting = lacking(held)
        if not waiting:
            raise RuleBrokenError(Refusal.NOBODY_TO_REMIND)
        due = [one for one in waiting if one.asked_last + REMIND_AGAIN_AFTER <= at]
        if not due:
            again = min(one.asked_last for one in waiting) + REMIND_AGAIN_AFTER
            raise RuleBrokenError(Refusal.REMINDED_LATELY, again=format_moment(again))
        for partner in due:
            partner.reminded_at = at
            partnermail.remind(partner, held, at)
            journal.note_of_partner(
                held, "partner_reminded", partner.organisation, by=by, at=at
            )
    return [one.organisation.name for one in due]


def remove_partner(partner: Partner, *, by: Person, at: datetime) -> None:
    """Take a partner out of a draft, with its part of the budget and all that it has answered.

    Its people no longer see the application, and are told. Raises RuleBrokenError for the lead.
    """
    with transaction():
        held = hold_draft(partner.application_id, by, at)
        own = partner_of(held, partner.id)
        if own.role is PartnerRole.LEAD:
            raise RuleBrokenError(Refusal.LEAD_STAYS)
        journal.note_of_partner(held, "partner_removed", own.organisation, by=by, at=at)
        partnermail.tell_taken_out(own, at)
        lines = [line for line in held.budget_lines if line.partner_id == own.id]
        for row in (*lines, *own.confirmations):
            db.session.delete(row)
        for table in (CounterOffer, SheetUse):
            db.session.execute(delete(table).where(table.partner_id == own.id))
        db.session.flush()
        db.session.delete(own)
        held.partners.remove(own)
        db.session.flush()
        db.session.refresh(held, attribute_names=["budget_lines"])
        held.asked = asked_in(held.budget_lines)

