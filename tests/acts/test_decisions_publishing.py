"""Publishing a round: all at once, on the letters' date, with its consequences, or not at all."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import Person
from accounts.queries import person, signatories_of
from criteria.frame import Refusal as FrameRefusal
from criteria.postings import EntryKind
from criteria.steps import Step
from decisions import queries, services
from decisions.content import fingerprint
from decisions.models import Decision
from decisions.queries.readiness import progress_of
from decisions.refusals import Refusal
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.outbox import Mail
from grants import queries as grants
from payments.models import Entry
from tests.builders.decisions import (
    A_REJECTION,
    NOW,
    Round,
    a_drafted_round,
    a_published_round,
    a_signed_round,
    an_ineligible_case,
    declare_all,
    make_documents,
)
from tests.races import at_once

TOMORROW = NOW + timedelta(days=1)


def leads_signatory(decision: Decision) -> Person:
    """Give who signs for the lead, with memberships loaded."""
    lead = decision.application.partners[0].organisation_id
    return person(signatories_of(lead)[0].id)


def a_round_of_every_outcome() -> Round:
    """Sign an award, a refusal and a rejection, with their letters made."""
    made = a_drafted_round(points=(5, 1))
    made.applications.append(an_ineligible_case(made))
    services.draft_rejection(made.applications[-1], reason=A_REJECTION, by=made.drafter, at=NOW)
    declare_all(made, made.maker)
    assert made.sign() == ()
    make_documents()
    return made


def entries() -> list[tuple[EntryKind, int, int]]:
    """List what is booked beside the appropriations."""
    return [
        (one.kind, one.year, one.amount)
        for one in db.session.scalars(select(Entry).order_by(Entry.id))
        if one.kind is not EntryKind.APPROPRIATION
    ]


def notices() -> dict[str, int]:
    """Count the notices of published decisions by recipient."""
    rows = db.session.execute(
        select(Mail.recipient, func.count(Mail.id))
        .where(Mail.subject.contains("et brev venter"))
        .group_by(Mail.recipient)
    )
    return dict(rows.all())


def sign_as_if_for(made: Round, year: int) -> None:
    """Let the signatures stand under another year."""
    with transaction():
        for one in made.decisions():
            one.years[0].year = year
    for one in made.decisions():
        with transaction():
            grounds = queries.grounds_of([one.application_id])[one.application_id]
            db.session.get_one(Decision, one.id).content_hash = fingerprint(one, grounds)


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def test_everything_follows_in_one_act(app: Flask) -> None:
    del app
    made = a_round_of_every_outcome()
    assert made.publish() == 3
    steps = [one.application.step for one in made.decisions()]
    assert steps == [Step.AWARDED, Step.REFUSED, Step.REJECTED]
    assert entries() == [(EntryKind.COMMITMENT, 2026, 1_620_000_00)]


def test_each_party_is_told_once_a_case_and_nothing_of_what_was_decided(app: Flask) -> None:
    del app
    made = a_round_of_every_outcome()
    before = set(db.session.scalars(select(Mail.id)))
    made.publish()
    expected = {
        signatory.email: 1
        for one in made.decisions()
        for partner in one.application.partners
        for signatory in signatories_of(partner.organisation_id)
    } | {"signe@example.org": 3}
    assert notices() == expected
    told = db.session.scalars(select(Mail).where(Mail.id.not_in(before))).all()
    assert len(told) == sum(expected.values())
    texts = " ".join(f"{one.subject} {one.body}" for one in told).lower()
    assert not [word for word in ("innvilg", "avslag", "avvis", "1 620") if word in texts]


def test_nobody_outside_sees_anything_before_it_is_published(app: Flask) -> None:
    del app
    made = a_round_of_every_outcome()
    for one in made.decisions():
        signatory = leads_signatory(one)
        assert [letter.decision_id for letter in queries.letters_of(signatory)] == [None]
        with pytest.raises(NotFoundError):
            queries.published_decision(signatory, one.application_id)
        with pytest.raises(NotFoundError):
            queries.letter_to(signatory, one.letters[0].id)
        assert queries.decision_in_force(one.application_id) is None
    made.publish()
    for one in made.decisions():
        signatory = leads_signatory(one)
        found = queries.published_decision(signatory, one.application_id)
        assert found.id == one.id
        assert queries.letter_to(signatory, one.letters[0].id).decision_id == one.id


def test_another_kommune_never_sees_it(app: Flask) -> None:
    del app
    made = a_published_round(points=(5, 4))
    first, second = made.decisions()
    stranger = leads_signatory(second)
    with pytest.raises(NotFoundError):
        queries.published_decision(stranger, first.application_id)
    with pytest.raises(NotFoundError):
        queries.letter_to(stranger, first.letters[0].id)
    partner = person(signatories_of(first.application.partners[1].organisation_id)[0].id)
    assert queries.published_decision(partner, first.application_id).id == first.id
    with pytest.raises(NotFoundError):
        queries.letter_to(partner, first.letters[0].id)
    assert queries.letter_to(partner, first.letters[1].id).id == first.letters[1].id


def test_a_round_is_published_once(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    assert refused(made.publish) is Refusal.NOTHING_TO_PUBLISH
    assert len(entries()) == 1


def test_two_who_publish_at_once_publish_once(app: Flask) -> None:
    made = a_signed_round(points=(5, 4))
    make_documents()

    def publish() -> int:
        call = grants.call(made.call.id)
        return services.publish_round(call, by=person(made.maker.id), at=NOW)

    outcomes = at_once(app, publish, publish)
    assert sorted(str(one) for one in outcomes) == ["2", "Refusal.NOTHING_TO_PUBLISH"]
    assert len(entries()) == 2


def test_a_changed_content_publishes_nothing(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5, 4))
    make_documents()
    with transaction():
        db.session.get_one(Decision, made.decisions()[1].id).reason = "Noe annet."
    assert refused(made.publish) is Refusal.CONTENT_CHANGED
    assert [one.published_at for one in made.decisions()] == [None, None]
    assert entries() == []
    assert notices() == {}


def test_money_that_was_never_granted_undoes_it_all(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5, 4))
    make_documents()
    sign_as_if_for(made, 2035)
    assert refused(made.publish) is FrameRefusal.OVER_APPROPRIATION
    assert {one.application.step for one in made.decisions()} == {Step.DECIDED}
    assert entries() == []
    assert notices() == {}


def test_what_has_no_letters_yet_is_not_published(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    assert refused(made.publish) is Refusal.NOTHING_TO_PUBLISH
    assert (progress_of(made.call.id).made, progress_of(made.call.id).total) == (0, 1)


def test_only_a_decision_maker_publishes(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    make_documents()
    assert (
        refused(lambda: services.publish_round(made.call, by=made.drafter, at=NOW))
        is Refusal.NOT_DECISION_MAKER
    )


def test_letters_bear_the_day_of_publication(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    make_documents()

    def publish() -> int:
        return services.publish_round(made.call, by=made.maker, at=TOMORROW)

    assert refused(publish) is Refusal.LETTERS_DATED_ANOTHER_DAY

    before = made.first().letters
    services.date_letters(made.call, clock.in_oslo(TOMORROW).date(), by=made.maker, at=TOMORROW)
    assert refused(publish) is Refusal.NOTHING_TO_PUBLISH
    make_documents(at=TOMORROW)
    assert publish() == 1
    living = [one for one in made.first().letters if one.superseded_at is None]
    assert {one.dated for one in living} == {clock.in_oslo(TOMORROW).date()}
    assert {one.sha256 for one in living}.isdisjoint({one.sha256 for one in before})
    signatory = leads_signatory(made.first())
    assert [one.id for one in queries.letters_of(signatory) if one.decision_id] == [living[0].id]


def test_a_round_can_be_signed_for_another_day(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    day = clock.in_oslo(TOMORROW).date()
    services.sign(made.first(), by=made.maker, at=NOW, publish_on=day)
    make_documents()
    assert refused(made.publish) is Refusal.LETTERS_DATED_ANOTHER_DAY
    assert services.publish_round(made.call, by=made.maker, at=TOMORROW) == 1


def test_dating_what_bears_the_date_already_is_refused(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    dating = (
        (NOW.date(), Refusal.NOTHING_TO_DATE),
        (NOW.date() - timedelta(days=1), Refusal.DATED_IN_THE_PAST),
    )
    for day, expected in dating:
        with pytest.raises(RuleBrokenError) as refusal:
            services.date_letters(made.call, day, by=made.maker, at=NOW)
        assert refusal.value.reason is expected
