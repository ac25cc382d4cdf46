"""What a partner's answers have in common: who may give them, and what a new one puts an end to.

Called inside the acts that answer.
"""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person, Role
from applications import journal
from applications.holding import refuse_unless_draft
from applications.models import Application, CounterOffer, Partner, PartnerRole
from applications.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError


def refuse_unless_asked(
    application: Application, partner: Partner, by: Person, *roles: Role
) -> None:
    """Refuse an answer from others than the partner's own people, or to what is not asked.

    Only participants of a draft are asked: a lead confirms by handing in, an observer promises
    nothing. Raises RuleBrokenError.
    """
    if partner.organisation_id not in by.organisations_as(*roles):
        signs = Role.EDITOR not in roles
        raise RuleBrokenError(
            Refusal.NOT_PARTNERS_SIGNATORY if signs else Refusal.NOT_PARTNERS_PERSON
        )
    refuse_unless_draft(application)
    if partner.role is not PartnerRole.PARTICIPANT:
        raise RuleBrokenError(Refusal.NOTHING_TO_CONFIRM)


def open_offer(partner_id: int) -> CounterOffer | None:
    """Read the figures that a partner proposes and that nobody has answered, anew."""
    return db.session.scalars(
        select(CounterOffer)
        .where(
            CounterOffer.partner_id == partner_id,
            CounterOffer.answered_at.is_(None),
            CounterOffer.withdrawn_at.is_(None),
        )
        .execution_options(populate_existing=True)
    ).first()


def withdraw_open_offer(
    application: Application, partner: Partner, by: Person, at: datetime
) -> None:
    """Let a new answer put an end to the figures that the partner has proposed, if any."""
    offer = open_offer(partner.id)
    if offer is not None:
        offer.withdrawn_at = at
        db.session.flush()  # there is one open at a time
        journal.note_of_partner(
            application, "partner_offer_withdrawn", partner.organisation, by=by, at=at
        )
