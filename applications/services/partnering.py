"""Acts on partners: take them in, say what they bring; and theirs: confirm or decline."""

from datetime import datetime

from accounts.models import Organisation, Person, Role
from applications import contents, journal, sittings
from applications.beginning import take_in
from applications.contents import PartnerTerms
from applications.facts import asked_in, part_of
from applications.holding import hold, hold_draft, refuse_unless_draft
from applications.models import Application, Confirmation, Partner, PartnerRole
from applications.queries.one import partner_of
from applications.refusals import Refusal
from criteria.confirmation import fingerprint
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def add_partner(
    application: Application,
    organisation: Organisation,
    role: PartnerRole,
    *,
    by: Person,
    at: datetime,
) -> Partner:
    """Take an organisation into the collaboration. Its own people see the application from now on.

    Raises RuleBrokenError when it is in already, when its kind may not take part, and for a second
    lead.
    """
    with transaction():
        held = hold_draft(application.id, by)
        if role is PartnerRole.LEAD:
            raise RuleBrokenError(Refusal.ONE_LEAD)
        if any(one.organisation_id == organisation.id for one in held.partners):
            raise RuleBrokenError(Refusal.ALREADY_PARTNER, name=organisation.name)
        partner = take_in(held, held.call, organisation, role, by=by, at=at)
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
    lead.
    """
    with transaction():
        held = hold_draft(partner.application_id, by)
        own = partner_of(held, partner.id)
        confirmed = sittings.standing(held)
        contents.refuse_stale(seen, contents.seal_terms(contents.terms_of(own)))
        if (own.role is PartnerRole.LEAD) != (terms.role is PartnerRole.LEAD):
            raise RuleBrokenError(Refusal.LEAD_STAYS)
        own.role = terms.role
        own.effort_hours, own.systems_before = terms.effort_hours, terms.systems_before
        if auto:
            sittings.refuse_fall(held, confirmed)
        sittings.note_saved(
            held, "application.partner_saved", by=by, at=at, auto=auto,
            scope=str(own.organisation_id), organisation=own.organisation_id, role=own.role.value,
        )  # fmt: skip


def remove_partner(partner: Partner, *, by: Person, at: datetime) -> None:
    """Take a partner out of a draft, with its part of the budget and its confirmations.

    Its people no longer see the application. Raises RuleBrokenError for the lead.
    """
    with transaction():
        held = hold_draft(partner.application_id, by)
        own = partner_of(held, partner.id)
        if own.role is PartnerRole.LEAD:
            raise RuleBrokenError(Refusal.LEAD_STAYS)
        _note(held, "partner_removed", own.organisation, by, at)
        lines = [line for line in held.budget_lines if line.partner_id == own.id]
        for row in (*lines, *own.confirmations):
            db.session.delete(row)
        db.session.flush()
        db.session.delete(own)
        db.session.flush()
        db.session.refresh(held, attribute_names=["partners", "budget_lines"])
        held.asked = asked_in(held.budget_lines)


def confirm_part(
    partner: Partner, *, authority: str, by: Person, at: datetime, seen: str | None = None
) -> Confirmation:
    """Say yes to a partner's own part, with what the signatory's authority rests on.

    The yes is bound to the part's fingerprint; `seen` is the fingerprint of what the signatory read.
    Raises StaleError when the part has changed since, RuleBrokenError for anybody but the partner's
    signatory, and for a lead or an observer, who have nothing to confirm.
    """
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        _refuse_answer(held, own, by)
        if not authority.strip():
            raise RuleBrokenError(Refusal.AUTHORITY_MISSING)
        now = fingerprint(part_of(held, own))
        contents.refuse_stale(seen, now)
        own.declined_at = None
        confirmation = Confirmation(
            partner_id=own.id,
            person_id=by.id,
            confirmed_at=at,
            authority=authority.strip(),
            fingerprint=now,
        )
        db.session.add(confirmation)
        _note(held, "partner_confirmed", own.organisation, by, at)
        db.session.flush()
        own.confirmations.append(confirmation)
    return confirmation


def decline_part(partner: Partner, *, by: Person, at: datetime) -> None:
    """Say no to taking part. The lead sees it and can take the partner out, or ask again.

    Raises RuleBrokenError as `confirm_part`.
    """
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        _refuse_answer(held, own, by)
        own.declined_at = at
        _note(held, "partner_declined", own.organisation, by, at)


def _refuse_answer(application: Application, partner: Partner, by: Person) -> None:
    if partner.organisation_id not in by.organisations_as(Role.SIGNATORY):
        raise RuleBrokenError(Refusal.NOT_PARTNERS_SIGNATORY)
    refuse_unless_draft(application)
    if partner.role is not PartnerRole.PARTICIPANT:
        raise RuleBrokenError(Refusal.NOTHING_TO_CONFIRM)


def _note(
    application: Application, kind: str, organisation: Organisation, by: Person, at: datetime
) -> None:
    journal.note(
        application, kind, by=by, at=at, public=True,
        organisation=organisation.id, name=organisation.name,
    )  # fmt: skip
