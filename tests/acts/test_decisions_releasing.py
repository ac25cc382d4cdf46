"""A round that is published at a set time: whole, by itself, and never twice."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from accounts.models import Person
from applications.models import Application
from decisions import queries, services
from decisions.models import Letter
from decisions.queries.releases import last_release
from decisions.queries.trials import last_trial
from decisions.refusals import Refusal
from decisions.releases import Release
from decisions.trials import FOUND, Problem
from foundation import outbox
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.outbox import Job
from tests.builders.decisions import NOW, Round, a_drafted_round, a_signed_round, make_documents
from tests.races import at_once

LATER = NOW + timedelta(hours=3)


def a_round_with_letters() -> Round:
    made = a_signed_round(points=(5, 4))
    make_documents()
    return made


def published(made: Round) -> int:
    db.session.rollback()
    return sum(one.published_at is not None for one in made.decisions())


def set_it(made: Round) -> Release:
    return services.set_publication(made.call, LATER, by=made.maker, at=NOW)


def the_last(made: Round) -> Release:
    db.session.rollback()
    found = last_release(made.call.id)
    assert found is not None
    return found


def test_a_round_is_published_when_its_time_comes_and_not_before(app: Flask) -> None:
    del app
    made = a_round_with_letters()
    set_it(made)
    make_documents(LATER - timedelta(seconds=1))
    assert published(made) == 0
    make_documents(LATER)
    assert published(made) == 2
    assert {one.published_by_id for one in made.decisions()} == {made.maker.id}
    assert (the_last(made).published, the_last(made).failure) == (2, None)
    last = the_last(made).id
    with transaction():
        outbox.put("publish_as_set", subject="again", at=LATER, release=last)
    make_documents(LATER)
    assert the_last(made).published == 2


def test_what_is_called_off_is_not_published(app: Flask) -> None:
    del app
    made = a_round_with_letters()
    set_it(made)
    services.call_off_publication(made.call, by=made.maker, at=NOW)
    make_documents(LATER)
    assert published(made) == 0
    with pytest.raises(RuleBrokenError) as refused:
        services.call_off_publication(made.call, by=made.maker, at=NOW)
    assert refused.value.reason is Refusal.NOT_SET
    set_it(made)


def test_nothing_is_published_while_a_letter_is_missing(app: Flask) -> None:
    del app
    made = a_round_with_letters()
    set_it(made)
    with transaction():
        for letter in made.first().letters:
            letter.made_at = letter.sha256 = letter.size = None
    make_documents(LATER)
    assert published(made) == 0
    assert the_last(made).failure == Refusal.LETTERS_MISSING
    assert db.session.scalars(select(Job).where(Job.done_at.is_(None))).all() == []


@pytest.mark.parametrize(
    ("wait", "reason"),
    [
        (timedelta(0), Refusal.PUBLISHED_IN_THE_PAST),
        (timedelta(days=1), Refusal.LETTERS_DATED_ANOTHER_DAY),
    ],
)
def test_the_time_is_on_the_day_that_the_letters_bear(
    app: Flask, wait: timedelta, reason: Refusal
) -> None:
    del app
    made = a_round_with_letters()
    with pytest.raises(RuleBrokenError) as refused:
        services.set_publication(made.call, NOW + wait, by=made.maker, at=NOW)
    assert refused.value.reason is reason


def test_a_time_is_a_decision_makers_to_set(app: Flask) -> None:
    del app
    made = a_round_with_letters()
    with pytest.raises(RuleBrokenError) as refused:
        services.set_publication(made.call, LATER, by=made.drafter, at=NOW)
    assert refused.value.reason is Refusal.NOT_DECISION_MAKER


def test_two_who_set_a_time_at_once_set_one(app: Flask) -> None:
    made = a_round_with_letters()
    call_id, maker_id = made.call.id, made.maker.id

    def one() -> Release:
        call = queries.call_with_criteria(call_id)
        maker = db.session.get_one(Person, maker_id)
        return services.set_publication(call, LATER, by=maker, at=NOW)

    outcomes = at_once(app, one, one)
    refused = [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]
    assert refused == [Refusal.ALREADY_SET]


def test_a_dry_run_lists_what_stands_in_the_way_and_makes_nothing(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4, 3))
    make_documents()
    first, second, third = (one.id for one in made.decisions())
    cases = [one.application_id for one in made.decisions()]
    with transaction():
        db.session.execute(
            update(Application)
            .where(Application.id == cases[0])
            .values(title="Å" * 61, contact_email="")
        )
        db.session.execute(update(Application).where(Application.id == cases[1]).values(title=" "))
    services.try_letters(made.call, by=made.drafter, at=NOW)
    with pytest.raises(RuleBrokenError) as refused:
        services.try_letters(made.call, by=made.drafter, at=NOW)
    assert refused.value.reason is Refusal.TRIAL_GOES_ON
    make_documents()
    trial = last_trial(made.call.id)
    assert trial is not None
    assert (trial.done, trial.total, trial.ended_at) == (3, 3, NOW)
    found = {(one["decision"], one["problem"]) for one in trial.problems[FOUND]}
    assert (first, Problem.RUNS_OFF) in found
    assert (first, Problem.NO_CONTACT) in found
    assert (second, Problem.LACKS_PART) in found
    assert not {one for one in found if one[0] == third}
    assert db.session.scalar(select(func.count(Letter.id)).where(Letter.decision_id > 0)) == 0


def test_there_is_nothing_to_try_when_all_is_published(app: Flask) -> None:
    del app
    made = a_round_with_letters()
    made.publish()
    with pytest.raises(RuleBrokenError) as refused:
        services.try_letters(made.call, by=made.drafter, at=NOW)
    assert refused.value.reason is Refusal.NOTHING_TO_TRY
