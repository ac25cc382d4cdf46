"""What a call must have before everybody may read it, and what can be done with it afterwards."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from accounts.models import Person
from criteria.eligibility import MidtNorge
from foundation import clock
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries, readiness, rules, services
from grants.models import Call, RuleKey
from grants.words import CallRefusal, CallState, Caution, Shortfall
from tests.builders.accounts import an_administrator
from tests.builders.grants import INTRODUCTION, a_call, a_draft, a_scheme, terms


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def reasons(call: Call) -> list[Shortfall]:
    level = queries.level_of(queries.scheme())
    found = readiness.lacks(call, level, queries.money_of(call), clock.now())
    return [lack.reason for lack in found]


def test_a_call_from_a_shipped_sheet_lacks_nothing(anne: Person) -> None:
    assert reasons(a_draft(anne)) == []
    assert reasons(a_draft(anne, terms(code="innforing-2026"), INTRODUCTION)) == []


def test_a_draft_is_not_among_the_published_until_it_is(anne: Person) -> None:
    draft = a_draft(anne)
    assert queries.published_calls(clock.today()) == []

    services.publish_call(draft, by=anne, at=clock.now())

    assert [call.id for call in queries.published_calls(clock.today())] == [draft.id]
    assert [call.id for call in queries.open_calls(clock.now())] == [draft.id]
    assert queries.call(draft.id).published_by_id == anne.id
