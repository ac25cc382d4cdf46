"""Handing in looks at nothing again that the last act on the draft found ready, and at all else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import update

from accounts.models import Person
from applications import contents, services
from applications.models import Application
from applications.numbering import next_case_number
from applications.queries import led_by
from applications.queries.handing_in import held_to_hand_in
from applications.record import fingerprint_of
from applications.refusals import Refusal
from criteria.steps import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from grants.models import Call
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    confirm_all,
)
from tests.querycount import asked

QUESTIONS_OF_AN_ACT = 9
"""What handing in asks, however many partners, lines, answers and documents there are; two fewer on SQLite,
where nothing waits for the audit trail, and the commit itself for the disk.

The first of a year asks some more: it begins the counter."""


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def again(draft: Application, by: Person) -> Application:
    db.session.expire(draft)
    return led_by(by, draft.id)


def hand_in(draft: Application, by: Person) -> Application:
    services.submit(draft.id, by=by, at=clock.now())
    return led_by(by, draft.id)


def test_a_draft_is_found_ready_with_the_last_confirmation_and_no_longer_when_it_falls(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    assert again(draft, together.signatory).ready_fingerprint is None
    confirm_all(together, draft)
    ready_one = again(draft, together.signatory)
    assert ready_one.ready_fingerprint == fingerprint_of(ready_one)
    assert held_to_hand_in(draft.id, together.signatory).found_ready == ready_one.ready_fingerprint

    basics = contents.basics_of(ready_one)
    services.change_basics(
        ready_one, replace(basics, contact_phone="55 55 55 55"), by=together.signatory, at=clock.now()
    )
    changed = again(draft, together.signatory)
    assert changed.ready_fingerprint == fingerprint_of(changed)
    services.change_basics(
        changed, replace(basics, title="Et helt annet navn"), by=together.signatory, at=clock.now()
    )
    assert again(draft, together.signatory).ready_fingerprint is None


def test_a_ready_draft_is_handed_in_with_few_questions_and_its_fingerprint(
    together: Collaboration,
) -> None:
    draft = a_ready_draft(together)
    signatory, number = together.signatory, draft.id
    db.session.expunge(draft)
    with transaction():
        next_case_number(clock.now())
    with asked() as questions:
        services.submit(number, by=signatory, at=clock.now())
    assert questions.number <= QUESTIONS_OF_AN_ACT, questions.statements
    whole = led_by(signatory, number)
    assert (whole.step, whole.ready_fingerprint) == (Step.SUBMITTED, fingerprint_of(whole))


def change_the_call(draft: Application) -> None:
    """Let the call be another version than the one that the draft was found ready under."""
    with transaction():
        db.session.execute(
            update(Call).where(Call.id == draft.call_id).values(version=Call.version + 1)
        )


def forget_what_was_found(draft: Application) -> None:
    """Let the draft be one from before this was kept."""
    with transaction():
        db.session.execute(
            update(Application)
            .where(Application.id == draft.id)
            .values(ready_fingerprint=None, ready_call_version=None)
        )


@pytest.mark.parametrize("change", [change_the_call, forget_what_was_found])
def test_what_was_not_found_ready_as_it_now_is_is_looked_over_and_handed_in(
    together: Collaboration, change: Callable[[Application], None]
) -> None:
    draft = a_ready_draft(together)
    change(draft)
    db.session.expire(draft)
    case = again(hand_in(draft, together.signatory), together.signatory)
    assert case.step is Step.SUBMITTED
    assert case.case_number


def test_what_is_not_ready_is_refused_with_its_reason(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    with pytest.raises(RuleBrokenError) as refused:
        hand_in(draft, together.signatory)
    assert refused.value.reason is Refusal.PARTNER_UNCONFIRMED


def test_a_ready_draft_is_refused_when_its_lead_has_handed_in_another(
    together: Collaboration,
) -> None:
    first, second = a_ready_draft(together), a_ready_draft(together)
    hand_in(first, together.signatory)
    with pytest.raises(RuleBrokenError) as refused:
        hand_in(second, together.signatory)
    assert refused.value.reason is Refusal.NOT_ELIGIBLE
    assert again(second, together.signatory).step is Step.DRAFT
