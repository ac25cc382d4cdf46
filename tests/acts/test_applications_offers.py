"""Other figures: proposed by a partner, accepted in one act or answered by the lead."""

from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.queries import person
from applications import contents, facts, queries, services
from applications.models import Application, CounterOffer, PartnerRole
from applications.offered import Figures
from applications.refusals import Refusal
from criteria.budget import Source
from criteria.confirmation import fingerprint
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import kroner
from foundation.outbox import Mail
from tests.builders.applications import (
    AUTHORITY,
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    an_editor,
    participants,
)
from tests.builders.partners import WHY, an_offer, less
from tests.races import at_once


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def offer(together: Collaboration, draft: Application, place: int = 0) -> CounterOffer:
    return an_offer(draft, participants(draft)[place], together.others_signatories[place])


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act()
    return error.value.reason


def now(together: Collaboration, draft: Application) -> Application:
    return queries.led_by(together.signatory, draft.id)


def test_accepted_figures_stand_at_once_and_only_that_partner_must_confirm_again(
    together: Collaboration,
) -> None:
    draft = a_ready_draft(together)
    first, second = participants(draft)
    asked = draft.asked
    made = offer(together, draft)

    services.accept_offer(first, made.id, by=together.signatory, at=clock.now())

    draft = now(together, draft)
    first, second = participants(draft)
    assert first.effort_hours == 120
    amounts = {cell.source: cell.amount for cell in contents.cells_of(draft, first.id)}
    assert amounts[Source.OWN_FUNDING] == kroner(400_000)
    assert draft.asked == asked
    assert not facts.is_confirmed(draft, first)
    assert facts.is_confirmed(draft, second)
    assert "godtatt" in db.session.scalars(select(Mail.subject).order_by(Mail.id)).all()[-1]


def test_nothing_changes_until_the_lead_accepts(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    offer(together, draft)
    draft = now(together, draft)
    first = participants(draft)[0]
    assert first.effort_hours == 200
    assert facts.is_confirmed(draft, first)


def test_the_lead_answers_with_a_reason(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    own, made = participants(draft)[0], offer(together, draft)
    by, at = together.signatory, clock.now()
    assert refused(lambda: services.refuse_offer(own, made.id, reason=" ", by=by, at=at)) is (
        Refusal.OFFER_REASON_MISSING
    )
    services.refuse_offer(own, made.id, reason="Da holder ikke egenandelen.", by=by, at=at)
    kept = participants(now(together, draft))[0].offers[-1]
    assert (kept.accepted, kept.answer) == (False, "Da holder ikke egenandelen.")
    assert refused(lambda: services.accept_offer(own, made.id, by=by, at=at)) is (
        Refusal.NO_OPEN_OFFER
    )


def test_figures_that_the_lead_saw_beside_another_part_are_not_accepted(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    own, made = participants(draft)[0], offer(together, draft)
    seen = fingerprint(facts.part_of(draft, own))
    more = contents.PartnerTerms(role=PartnerRole.PARTICIPANT, effort_hours=900)
    services.change_partner(own, more, by=together.signatory, at=clock.now())
    with pytest.raises(StaleError):
        services.accept_offer(own, made.id, by=together.signatory, at=clock.now(), seen=seen)


def test_only_the_partners_people_propose_and_only_something_else(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    own, at = participants(draft)[0], clock.now()
    figures = less(draft, own)
    same = Figures(contents.cells_of(draft, own.id), own.effort_hours)
    editor = an_editor(together.others[0], "Egil Storfjord")

    def propose(what: Figures, comment: str, by: object) -> object:
        assert isinstance(by, type(editor))
        return refused(
            lambda: services.offer_figures(own, what, comment=comment, by=by, at=at)
        )

    assert propose(figures, WHY, together.signatory) is Refusal.NOT_PARTNERS_PERSON
    assert propose(figures, WHY, together.others_signatories[1]) is Refusal.NOT_PARTNERS_PERSON
    assert propose(figures, " ", editor) is Refusal.COMMENT_MISSING
    assert propose(same, WHY, editor) is Refusal.SAME_FIGURES
    assert services.offer_figures(own, figures, comment=WHY, by=editor, at=at).id


def test_a_new_answer_puts_an_end_to_the_proposal(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    own, signatory, at = participants(draft)[0], together.others_signatories[0], clock.now()
    offer(together, draft)
    offer(together, draft)
    services.confirm_part(own, authority=AUTHORITY, by=signatory, at=at)
    offers = participants(now(together, draft))[0].offers
    assert [one.withdrawn_at is not None for one in offers] == [True, True]
    assert refused(lambda: services.withdraw_offer(own, by=signatory, at=at)) is (
        Refusal.NO_OPEN_OFFER
    )


def test_a_partner_is_taken_out_with_what_it_proposed(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    offer(together, draft)
    own = participants(now(together, draft))[0]
    assert own.offers
    services.remove_partner(own, by=together.signatory, at=clock.now())
    assert db.session.scalars(select(CounterOffer)).all() == []


def accept_as(person_id: int, draft_id: int, place: int, offer_id: int) -> str:
    by = person(person_id)
    own = participants(queries.led_by(by, draft_id))[place]
    services.accept_offer(own, offer_id, by=by, at=clock.now())
    return "accepted"


def withdraw_as(person_id: int, draft_id: int, place: int) -> str:
    by = person(person_id)
    own = participants(queries.application_of(by, draft_id))[place]
    services.withdraw_offer(own, by=by, at=clock.now())
    return "withdrawn"


def test_of_accepting_and_withdrawing_at_once_one_happens(
    app: Flask, together: Collaboration
) -> None:
    draft = a_filled_draft(together)
    made = offer(together, draft).id
    lead, other, number = together.signatory.id, together.others_signatories[0].id, draft.id

    found = at_once(
        app,
        partial(accept_as, lead, number, 0, made),
        partial(withdraw_as, other, number, 0),
    )

    assert sum(isinstance(one, str) for one in found) == 1
    kept = db.session.get_one(CounterOffer, made)
    db.session.refresh(kept)
    assert (kept.answered_at is None) != (kept.withdrawn_at is None)
