"""Interest in a later call: registered once, told once, taken back at any time before."""

from dataclasses import replace
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.queries import organisation, person
from applications.interests.models import Interest
from applications.interests.queries import all_interests, interests_of
from applications.interests.refusals import InterestRefusal
from applications.interests.services import register_interest, withdraw_interest
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import kroner
from foundation.outbox import Mail
from grants import queries as grants
from grants.models import Measure
from tests.builders.accounts import an_administrator
from tests.builders.applications import Collaboration, a_collaboration
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.builders.partners import WISH
from tests.races import at_once

SMALL = kroner(1_000_000)


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def measure(code: str) -> Measure:
    return next(one for one in grants.scheme().measures if one.code == code)


def told() -> list[str]:
    return list(db.session.scalars(select(Mail.subject).where(Mail.recipient == "kari@example.org")))


def register(together: Collaboration, code: str = "T1") -> Interest:
    return register_interest(
        together.lead, measure(code), WISH, by=together.signatory, at=clock.now()
    )


def test_those_who_wait_for_a_measure_are_told_once(together: Collaboration) -> None:
    register(together)
    other = register(together, "T2")
    administrator = an_administrator("Arne Administrator")
    call = a_call(administrator, terms(code="neste-2027", frame=SMALL))
    a_call(administrator, terms(code="neste-2028", frame=SMALL))
    assert told() == [f"Ny utlysning: {call.title.nb}"]
    found = {one.measure.code: one.told_of_id for one in all_interests()}
    assert found == {"T1": call.id, "T2": None}
    a_call(administrator, terms(code="innforing-2027", frame=SMALL), INTRODUCTION)
    assert len(told()) == 2
    with pytest.raises(RuleBrokenError) as error:
        withdraw_interest(other, by=together.signatory, at=clock.now())
    assert error.value.reason is InterestRefusal.NO_LONGER_WAITS


def test_what_is_taken_back_is_not_told_and_may_be_registered_again(
    together: Collaboration,
) -> None:
    first = register(together)
    with pytest.raises(RuleBrokenError) as error:
        register(together)
    assert error.value.reason is InterestRefusal.ALREADY_REGISTERED
    withdraw_interest(first, by=together.signatory, at=clock.now())
    a_call(an_administrator("Arne Administrator"), terms(code="neste-2027", frame=SMALL))
    assert told() == []
    assert interests_of(together.signatory) == []
    assert register(together).id != first.id


def test_only_the_organisations_people_register_and_take_back(together: Collaboration) -> None:
    interest, other = register(together), together.others_signatories[0]
    for act in (
        lambda: register_interest(
            together.lead, measure("T2"), replace(WISH), by=other, at=clock.now()
        ),
        lambda: withdraw_interest(interest, by=other, at=clock.now()),
    ):
        with pytest.raises(RuleBrokenError) as error:
            act()
        assert error.value.reason is InterestRefusal.NOT_OWN_ORGANISATION


def register_as(person_id: int, organisation_id: int) -> str:
    by = person(person_id)
    register_interest(
        organisation(organisation_id), measure("T1"), WISH, by=by, at=clock.now()
    )
    return "registered"


def test_two_who_register_at_once_are_one(app: Flask, together: Collaboration) -> None:
    act = partial(register_as, together.signatory.id, together.lead.id)
    found = at_once(app, act, act)
    assert sum(one == "registered" for one in found) == 1
    assert len(all_interests()) == 1
