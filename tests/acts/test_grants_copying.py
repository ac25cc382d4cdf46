"""A call begins from another: all that it says is copied, and what differs can be told at once."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import inspect

from accounts.models import Person
from accounts.queries import person
from foundation import clock
from foundation.database import Model
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.language import Bilingual
from grants import queries, rounds, services
from grants.basis import basis_of
from grants.catalogue import ConditionSheet
from grants.changes import Kind, difference, snapshot_of
from grants.copying import OWN
from grants.models import Call, RuleKey
from grants.words import CallPart, CallRefusal
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_call, a_draft, terms
from tests.races import at_once


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def said(row: Model) -> dict[str, object]:
    """Give everything that a row and its parts say, whatever their ids are."""
    mapper = inspect(type(row))
    lists = [one for one in mapper.relationships if one.cascade.delete_orphan]
    columns = {
        column.key: getattr(row, column.key)
        for column in mapper.column_attrs
        if column.key not in OWN and not column.key.endswith("_id")
    }
    parts = {one.key: [said(part) for part in getattr(row, one.key)] for one in lists}
    return columns | parts


def changed(before: Call, after: Call) -> list[CallPart]:
    found = difference(snapshot_of(before), snapshot_of(after))
    return [one.part for one in found if not one.is_empty]


@pytest.mark.parametrize("make", [a_call, a_draft])
def test_a_copy_says_all_that_its_origin_says(anne: Person, make: Callable[[Person], Call]) -> None:
    origin = make(anne)
    copied = services.copy_call(
        origin, terms(code="neste", closes_on=date(2026, 4, 20)), by=anne, at=clock.now()
    )

    origin, found = queries.call(origin.id), queries.call(copied.id)
    own = {"code": "neste", "closes_on": date(2026, 4, 20)}
    assert said(found) == said(origin) | own
    assert (found.copied_from_id, found.edition, found.published_at) == (origin.id, 1, None)
    assert changed(origin, found) == [CallPart.BASICS]


def test_a_code_is_only_used_once_and_the_dates_are_in_order(anne: Person) -> None:
    origin = a_call(anne)
    for wanted, reason in (
        (terms(code=origin.code), CallRefusal.CODE_TAKEN),
        (terms(code="x", closes_on=date(2026, 1, 1)), CallRefusal.CLOSES_BEFORE_OPENING),
        (terms(code="x", last_year=2031), CallRefusal.YEARS_OUTSIDE_PERIOD),
    ):
        with pytest.raises(RuleBrokenError) as refusal:
            services.copy_call(origin, wanted, by=anne, at=clock.now())
        assert refusal.value.reason is reason


def test_an_origin_can_be_thrown_away(anne: Person) -> None:
    origin = a_draft(anne)
    copied = services.copy_call(origin, terms(code="neste"), by=anne, at=clock.now())
    services.discard_draft(queries.call(origin.id), by=anne, at=clock.now())
    assert queries.call(copied.id).copied_from_id is None


def test_a_new_edition_is_begun_from_the_one_in_force(anne: Person) -> None:
    call = a_call(anne)
    draft = queries.call(services.begin_edition(call, by=anne, at=clock.now()).id)

    assert said(draft) == said(queries.call(call.id))
    assert (draft.edition, draft.first_id, draft.round_id) == (2, call.id, call.id)
    assert rounds.newest(call.id).id == call.id
    assert [one.id for one in queries.open_calls(clock.now())] == [call.id]


def test_a_draft_has_no_edition_and_a_closed_call_gets_none(anne: Person) -> None:
    with pytest.raises(NotFoundError):
        services.begin_edition(a_draft(anne), by=anne, at=clock.now())
    call = a_call(anne, terms(code="annen"))
    late = clock.end_of_day(call.closes_on)
    with pytest.raises(RuleBrokenError) as refusal:
        services.begin_edition(call, by=anne, at=late)
    assert refusal.value.reason is CallRefusal.ROUND_IS_OVER
    services.begin_edition(call, by=anne, at=late - timedelta(seconds=1))


def test_two_administrators_begin_one_edition(app: Flask, anne: Person) -> None:
    call_id, person_id = a_call(anne).id, anne.id

    def begin() -> int:
        from_db = queries.call(call_id)
        by = person(person_id)
        return services.begin_edition(from_db, by=by, at=clock.now()).edition

    outcomes = at_once(app, begin, begin)
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [CallRefusal.EDITION_BEGUN]
    assert 2 in outcomes


def test_what_is_the_rounds_does_not_change_in_an_edition(anne: Person) -> None:
    call = a_call(anne)
    draft = queries.call(services.begin_edition(call, by=anne, at=clock.now()).id)
    threshold = next(one for one in draft.rules if one.key is RuleKey.SCORE_THRESHOLD)
    criterion = draft.criteria[0]
    acts: list[Callable[[], object]] = [
        lambda: services.change_rule(
            draft, threshold, services.RuleSetting("1", threshold.note, chosen_by_administrator=True),
            by=anne, at=clock.now(),
        ),
        lambda: services.remove_row(draft, criterion, by=anne, at=clock.now()),
        lambda: services.move_down(draft, criterion, by=anne, at=clock.now()),
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(RuleBrokenError) as refusal:
            act()
        assert refusal.value.reason is CallRefusal.BELONGS_TO_ROUND
    assert basis_of(queries.call(draft.id)) == basis_of(queries.call(call.id))


def test_what_differs_is_told_with_both_texts(anne: Person) -> None:
    origin = a_call(anne)
    draft = queries.call(
        services.copy_call(origin, terms(code="neste"), by=anne, at=clock.now()).id
    )
    condition = draft.conditions[0]
    before = condition.text
    after = Bilingual("Ny tekst", before.nn)
    sheet = ConditionSheet(condition.code, condition.title, after, condition.source)
    services.change_condition(draft, condition, sheet, by=anne, at=clock.now())
    services.remove_row(draft, draft.conditions[1], by=anne, at=clock.now())

    found = difference(snapshot_of(queries.call(origin.id)), snapshot_of(queries.call(draft.id)))
    (part,) = [one for one in found if one.part is CallPart.CONDITIONS]
    assert [one.kind for one in part.changes] == [Kind.REMOVED, Kind.CHANGED]
    (field,) = part.changes[1].fields
    assert (field.before, field.after) == (before, after)
