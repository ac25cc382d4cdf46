"""Acts of a partner's own people on its part: confirm it, decline, say who answers for it."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from accounts.queries import inhabitants_of, organisation
from applications import contents, journal, partnermail
from applications.answers import refuse_unless_asked, withdraw_open_offer
from applications.contactpersons import ContactPersons, name_persons
from applications.facts import part_of
from applications.holding import hold
from applications.models import Confirmation, Partner
from applications.queries.one import ACTS_FOR, partner_of
from applications.refusals import Refusal
from criteria.confirmation import fingerprint, written
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def confirm_part(
    partner: Partner,
    *,
    authority: str,
    persons: ContactPersons | None = None,
    by: Person,
    at: datetime,
    seen: str | None = None,
) -> Confirmation:
    """Say yes to a partner's own part, with what the signatory's authority rests on and whom to reach.

    The yes is bound to the part's fingerprint; `seen` is the fingerprint of what the signatory read.
    Without `persons`, those who are named stay. Other figures that it has proposed are withdrawn.
    Raises StaleError when the part has changed since, RuleBrokenError for anybody but the partner's
    signatory, and for a lead or an observer, who have nothing to confirm.
    """
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        refuse_unless_asked(held, own, by, Role.SIGNATORY)
        if not authority.strip():
            raise RuleBrokenError(Refusal.AUTHORITY_MISSING)
        part = part_of(held, own)
        contents.refuse_stale(seen, fingerprint(part))
        withdraw_open_offer(held, own, by, at)
        own.declined_at, own.declined_reason = None, ""
        if persons is not None:
            name_persons(own, persons)
        year = held.call.closes_on.year
        confirmation = Confirmation(
            partner_id=own.id,
            person_id=by.id,
            confirmed_at=at,
            authority=authority.strip(),
            fingerprint=fingerprint(part),
            covered=JsonValue(written(part)),
            inhabitants=inhabitants_of(organisation(own.organisation_id), year),
        )
        db.session.add(confirmation)
        journal.note_of_partner(held, "partner_confirmed", own.organisation, by=by, at=at)
        db.session.flush()
        own.confirmations.append(confirmation)
    return confirmation


def decline_part(partner: Partner, *, reason: str = "", by: Person, at: datetime) -> None:
    """Say no to taking part, with a reason or without. The lead is told; it can ask again.

    Raises RuleBrokenError as `confirm_part`.
    """
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        refuse_unless_asked(held, own, by, Role.SIGNATORY)
        withdraw_open_offer(held, own, by, at)
        own.declined_at, own.declined_reason = at, reason.strip()
        journal.note_of_partner(held, "partner_declined", own.organisation, by=by, at=at)
        partnermail.tell_declined(held, own, at)


def name_contacts(
    partner: Partner, persons: ContactPersons, *, by: Person, at: datetime
) -> None:
    """Say who answers for a partner's part, at any time: it changes nothing of what was promised.

    Raises RuleBrokenError for others than the partner's own people.
    """
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        if own.organisation_id not in by.organisations_as(*ACTS_FOR):
            raise RuleBrokenError(Refusal.NOT_PARTNERS_PERSON)
        name_persons(own, persons)
        audit.record(
            "application.contacts_named", subject=journal.subject_of(held), by=by, at=at,
            organisation=own.organisation_id,
        )  # fmt: skip
