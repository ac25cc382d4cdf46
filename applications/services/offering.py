"""Acts on other figures: a partner proposes them for its own part, the lead accepts or says why not."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import contents, journal, partnermail
from applications.answers import open_offer, refuse_unless_asked, withdraw_open_offer
from applications.cells import refuse_cells, write_cells
from applications.facts import part_of
from applications.holding import hold, hold_draft
from applications.models import CounterOffer, Partner
from applications.offered import Figures, figures_in, would_change, written
from applications.queries.one import ACTS_FOR, partner_of
from applications.refusals import Refusal
from criteria.confirmation import fingerprint
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError


def offer_figures(
    partner: Partner,
    figures: Figures,
    *,
    comment: str,
    by: Person,
    at: datetime,
    seen: str | None = None,
) -> CounterOffer:
    """Propose other figures for a partner's own part, and say why. The lead is told.

    It takes the place of an earlier proposal that is not answered. `seen` is the fingerprint of the
    part that the writer saw. Raises StaleError, or RuleBrokenError for others than the partner's
    people, without a comment, when nothing is changed, and for what a budget can never hold.
    """
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        refuse_unless_asked(held, own, by, *ACTS_FOR)
        if not comment.strip():
            raise RuleBrokenError(Refusal.COMMENT_MISSING)
        contents.refuse_stale(seen, fingerprint(part_of(held, own)))
        if any(cell.partner_id != own.id for cell in figures.cells):
            raise NotFoundError
        refuse_cells(held, figures.cells)
        if not would_change(held, own, figures):
            raise RuleBrokenError(Refusal.SAME_FIGURES)
        withdraw_open_offer(held, own, by, at)
        offer = CounterOffer(
            partner_id=own.id,
            made_at=at,
            made_by_id=by.id,
            effort_hours=figures.effort_hours,
            cells=written(figures.cells),
            comment=comment.strip(),
        )
        db.session.add(offer)
        db.session.flush()
        db.session.expire(own, ["offers"])  # a page that shows them reads them again
        journal.note_of_partner(held, "partner_offered", own.organisation, by=by, at=at)
        partnermail.tell_offered(held, own, at)
    return offer


def withdraw_offer(partner: Partner, *, by: Person, at: datetime) -> None:
    """Take proposed figures back before they are answered. Raises RuleBrokenError."""
    with transaction():
        held = hold(partner.application_id)
        own = partner_of(held, partner.id)
        refuse_unless_asked(held, own, by, *ACTS_FOR)
        if open_offer(own.id) is None:
            raise RuleBrokenError(Refusal.NO_OPEN_OFFER)
        withdraw_open_offer(held, own, by, at)


def accept_offer(
    partner: Partner, offer_id: int, *, by: Person, at: datetime, seen: str | None = None
) -> None:
    """Let the figures that a partner proposes take the place of those that stand, all at once.

    The partner is told, and confirms what now stands. `seen` is the fingerprint of the part that the
    lead saw beside them. Raises StaleError, or RuleBrokenError when the offer is no longer open, and
    when the budget can no longer hold it.
    """
    with transaction():
        held = hold_draft(partner.application_id, by, at)
        own = partner_of(held, partner.id)
        offer = _held_offer(own, offer_id)
        contents.refuse_stale(seen, fingerprint(part_of(held, own)))
        figures = figures_in(offer)
        refuse_cells(held, figures.cells)
        own.effort_hours = figures.effort_hours
        lines = [line for line in held.budget_lines if line.partner_id == own.id]
        write_cells(held, lines, figures.cells)
        _answer(offer, by, at, accepted=True)
        audit.record(
            "application.budget_saved", subject=journal.subject_of(held), by=by, at=at,
            asked=held.asked, organisation=own.organisation_id,
        )  # fmt: skip
        journal.note_of_partner(held, "partner_offer_accepted", own.organisation, by=by, at=at)
        partnermail.tell_answered(own, at, accepted=True)


def refuse_offer(
    partner: Partner, offer_id: int, *, reason: str, by: Person, at: datetime
) -> None:
    """Let the figures that stand go on standing, and say why. The partner is told.

    Raises RuleBrokenError without a reason, and when the offer is no longer open.
    """
    with transaction():
        held = hold_draft(partner.application_id, by, at)
        own = partner_of(held, partner.id)
        if not reason.strip():
            raise RuleBrokenError(Refusal.OFFER_REASON_MISSING)
        offer = _held_offer(own, offer_id)
        offer.answer = reason.strip()
        _answer(offer, by, at, accepted=False)
        journal.note_of_partner(held, "partner_offer_refused", own.organisation, by=by, at=at)
        partnermail.tell_answered(own, at, accepted=False)


def _held_offer(partner: Partner, offer_id: int) -> CounterOffer:
    offer = open_offer(partner.id)
    if offer is None or offer.id != offer_id:
        raise RuleBrokenError(Refusal.NO_OPEN_OFFER)
    return offer


def _answer(offer: CounterOffer, by: Person, at: datetime, *, accepted: bool) -> None:
    offer.answered_at, offer.answered_by_id, offer.accepted = at, by.id, accepted
