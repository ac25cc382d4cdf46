"""A draft is heard: until the last second, as organisations, and answered before the call is published."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select, text

from accounts.models import Person
from accounts.queries import person
from figures.checks import run
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from grants import queries as grants
from grants import services as calls
from grants.hearings import queries, services
from grants.hearings.models import Hearing, Outcome, PointKind
from grants.hearings.words import HearingRefusal
from grants.services import RuleSetting
from tests.builders.accounts import an_administrator
from tests.builders.applications import a_kommune, a_signatory
from tests.builders.grants import a_draft
from tests.builders.hearings import AFTERWARDS, ASKED, CLOSES_ON, DONE, a_hearing, finish, say
from tests.races import at_once
from tests.scenes import scene

LAST_SECOND = AFTERWARDS - timedelta(seconds=1)


@scene
def heard() -> tuple[Hearing, Person, Person]:
    """Open a draft for comment, with an administrator and a kommune's signatory."""
    signatory = a_signatory(a_kommune("Lillevik", number="4601"), "Signe Lillevik")
    administrator = an_administrator()
    return a_hearing(a_draft(administrator), administrator), administrator, signatory


@pytest.fixture
def the(app: Flask) -> tuple[Hearing, Person, Person]:
    del app
    hearing, administrator, signatory = heard()
    return queries.hearing(hearing.id), person(administrator.id), person(signatory.id)


def refusal(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act()
    return error.value.reason


def subjects(recipient: str) -> list[str]:
    return list(db.session.scalars(select(Mail.subject).where(Mail.recipient == recipient)))


def test_what_was_sent_out_stays_when_the_draft_changes(
    the: tuple[Hearing, Person, Person],
) -> None:
    hearing, administrator, _ = the
    call = grants.call(hearing.call_id)
    kinds = [one.kind for one in hearing.points]
    assert kinds.count(PointKind.CRITERION) == len(call.criteria)
    before = [(one.code, one.title, one.text) for one in hearing.points]
    rule = next(one for one in call.rules if one.key == "max_months")
    calls.change_rule(
        call, rule, RuleSetting("7", rule.note, chosen_by_administrator=False),
        by=administrator, at=clock.now(),
    )  # fmt: skip
    after = queries.hearing(hearing.id)
    assert [(one.code, one.title, one.text) for one in after.points] == before
    again = partial(a_hearing, grants.call(call.id), administrator)
    assert refusal(again) is HearingRefusal.ALREADY_HEARD
    discard = partial(calls.discard_draft, grants.call(call.id), by=administrator, at=clock.now())
    assert refusal(discard) is HearingRefusal.WAS_HEARD


def test_organisations_speak_until_the_last_second_in_oslo(
    the: tuple[Hearing, Person, Person],
) -> None:
    hearing, _, signatory = the
    assert subjects("signe.lillevik@example.org") == ["Utkast til høring, ikke en utlysning"]
    first = say(hearing, signatory, "Skriv tydeligere.", hearing.points[0])
    with clock.frozen(LAST_SECOND):
        say(hearing, signatory, "Det haster.")
        services.withdraw_comment(first, by=signatory, at=clock.now())
        twice = partial(services.withdraw_comment, first, by=signatory, at=clock.now())
        assert refusal(twice) is HearingRefusal.ALREADY_WITHDRAWN
        (left,) = queries.comments_on(hearing)
    with clock.frozen(AFTERWARDS):
        assert refusal(partial(say, hearing, signatory)) is HearingRefusal.CLOSED
        late = partial(services.withdraw_comment, left, by=signatory, at=clock.now())
        assert refusal(late) is HearingRefusal.CLOSED
    assert [one.text for one in queries.comments_on(hearing)] == ["Det haster."]


def test_only_the_organisations_own_people_speak_for_it(
    the: tuple[Hearing, Person, Person],
) -> None:
    hearing, _, signatory = the
    other = a_signatory(a_kommune("Storfjord", number="4602"), "Signe Storfjord")
    (place,) = signatory.organisations_as(*queries.SPEAKS_FOR)
    said = services.Said(place, None, "Vi mener noe annet.")
    for act in (
        partial(services.comment, hearing, said, by=other, at=clock.now()),
        partial(
            services.withdraw_comment, say(hearing, signatory), by=other, at=clock.now()
        ),
    ):
        assert refusal(act) is HearingRefusal.NOT_OWN_ORGANISATION


def test_a_call_is_published_when_all_is_answered_and_summed_up(
    the: tuple[Hearing, Person, Person],
) -> None:
    hearing, administrator, signatory = the
    given = say(hearing, signatory)
    answer = partial(
        services.answer_comments, hearing, [given.id], Outcome.NOTED, ASKED,
        by=administrator,
    )  # fmt: skip
    assert refusal(partial(answer, at=clock.now())) is HearingRefusal.STILL_OPEN

    def publish() -> None:
        calls.publish_call(grants.call(hearing.call_id), by=administrator, at=clock.now())

    assert refusal(publish) is HearingRefusal.STILL_OPEN
    with clock.frozen(AFTERWARDS):
        assert refusal(publish) is HearingRefusal.UNANSWERED
        answer(at=clock.now())
        assert refusal(publish) is HearingRefusal.NOT_SUMMED_UP
        finish(hearing, administrator)
        publish()
        (answered,) = queries.comments_on(hearing)
        assert [one.outcome for one in answered.answers] == [Outcome.NOTED, Outcome.TAKEN_IN]
        assert answered.answer is not None
        assert answered.answer.reason == DONE
        assert subjects("signe.lillevik@example.org")[1:] == ["Svar på innspillene deres"]
        later = partial(answer, at=clock.now())
        assert refusal(later) is HearingRefusal.ANSWERED_FOR_GOOD
        # In time, but so slow that the answers were public before it: it would never be answered.
        slow = services.Said(given.organisation_id, None, "For sent.")
        in_time = partial(services.comment, hearing, slow, by=signatory, at=LAST_SECOND)
        assert refusal(in_time) is HearingRefusal.CLOSED


def test_a_hearing_ends_after_today_and_asks_in_both_forms(app: Flask) -> None:
    del app
    administrator = an_administrator()
    call = a_draft(administrator)
    today = partial(
        services.open_hearing, call, asked=ASKED, closes_on=clock.today(), by=administrator,
        at=clock.now(),
    )  # fmt: skip
    assert refusal(today) is HearingRefusal.CLOSES_TOO_SOON


def open_as(person_id: int, call_id: int) -> str:
    services.open_hearing(
        grants.call(call_id), asked=ASKED, closes_on=CLOSES_ON, by=person(person_id), at=clock.now()
    )
    return "opened"


def test_two_who_open_at_once_open_one(app: Flask) -> None:
    administrator = an_administrator()
    act = partial(open_as, administrator.id, a_draft(administrator).id)
    assert sum(one == "opened" for one in at_once(app, act, act)) == 1
    assert len(queries.hearings()) == 1


DAMAGE = {
    "UPDATE hearing_comment SET given_at = '2027-01-01 00:00:00'": "after it was over",
    "DELETE FROM hearing_answered": "is not answered",
    "UPDATE hearing SET summary = NULL, summed_up_at = NULL, summed_up_by_id = NULL": "not summed",
}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_check_notices_what_somebody_did_by_hand(
    the: tuple[Hearing, Person, Person],
) -> None:
    hearing, administrator, signatory = the
    say(hearing, signatory, point=hearing.points[0])
    finish(hearing, administrator)
    with clock.frozen(AFTERWARDS):
        calls.publish_call(grants.call(hearing.call_id), by=administrator, at=clock.now())
    assert list(run("hearings")) == []
    for damage, noticed in DAMAGE.items():
        with transaction():
            db.session.execute(text(damage))
        db.session.expunge_all()
        assert any(noticed in one for one in run("hearings")), damage
