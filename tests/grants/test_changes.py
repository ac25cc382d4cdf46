"""What differs between two calls: nothing that differs goes untold, and nothing else is told."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect

from foundation.database import Model
from foundation.language import Bilingual
from grants.changes import Field, Item, Kind, Snapshot, difference
from grants.changes.marking import marked
from grants.changes.snapshot import SAID, Value
from grants.copying import OWN
from grants.models import Call, PortfolioBound, Question
from grants.succession import a_year_after, next_year_in
from grants.words import CallPart

PLACE = OWN | {"position", "code", "key", "kind", "call_id"}
ELSEWHERE: Mapping[type[Model], frozenset[str]] = {
    Call: frozenset(
        {"scheme_id", "measure_id", "budget_post_id", "regulation_id", "applicants", "only_lead_id"}
    ),
    Question: frozenset({"table_columns", "guidance", "purpose"}),
    PortfolioBound: frozenset({"trait"}),
}
"""What is laid out by itself, or cannot differ between a call and its copy."""

Said: TypeAlias = dict[CallPart, dict[str, dict[tuple[Field, str], Value]]]

texts = st.text(alphabet="abc \n", max_size=8)
values: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.integers(0, 3), texts, st.builds(Bilingual, texts, texts)
)
fields = st.dictionaries(st.tuples(st.sampled_from(Field), st.sampled_from(["", "1"])), values)
items = st.dictionaries(st.sampled_from("ABCDE"), fields).map(
    lambda found: tuple(Item(code, None, said) for code, said in found.items())
)
snapshots: st.SearchStrategy[Snapshot] = st.dictionaries(st.sampled_from(CallPart), items)


def rebuilt(before: Snapshot, after: Snapshot) -> Said:
    """Do to the one what the difference tells, which must give what the other says."""
    found = {
        part: {one.code: dict(one.values) for one in before.get(part, ())} for part in CallPart
    }
    for part in difference(before, after):
        for change in part.changes:
            if change.kind is Kind.REMOVED:
                del found[part.part][change.code]
                continue
            row = found[part.part].setdefault(change.code, {})
            for field in change.fields:
                assert row.get((field.field, field.detail)) == field.before
                row[field.field, field.detail] = field.after
    return said(found)


def said(
    parts: Mapping[CallPart, Mapping[str, Mapping[tuple[Field, str], Value]]],
) -> Said:
    """Leave out what says nothing: a value that is not there is none."""
    return {
        part: {
            code: {key: value for key, value in row.items() if value is not None}
            for code, row in rows.items()
        }
        for part, rows in parts.items()
    }


@given(snapshots)
def test_nothing_differs_from_itself(one: Snapshot) -> None:
    assert all(part.is_empty for part in difference(one, one))


@given(snapshots, snapshots)
def test_the_difference_makes_the_one_into_the_other(before: Snapshot, after: Snapshot) -> None:
    wanted = {part: {one.code: one.values for one in after.get(part, ())} for part in CallPart}
    assert rebuilt(before, after) == said(wanted)


@given(snapshots, snapshots)
def test_the_other_way_round_adds_what_was_removed(before: Snapshot, after: Snapshot) -> None:
    swapped = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.CHANGED: Kind.CHANGED}
    there = {
        (part.part, one.code, swapped[one.kind])
        for part in difference(before, after)
        for one in part.changes
    }
    back = {
        (part.part, one.code, one.kind)
        for part in difference(after, before)
        for one in part.changes
    }
    assert there == back


def test_another_order_is_told() -> None:
    one, two = Item("1", None, {}), Item("2", None, {})
    found = difference({CallPart.PLAN: (one, two)}, {CallPart.PLAN: (two, one)})
    (plan,) = [part for part in found if not part.is_empty]
    assert (plan.part, plan.reordered, plan.changes) == (CallPart.PLAN, True, ())


@given(texts, texts)
def test_marked_pieces_are_the_texts_and_their_common_part_is_common(
    before: str, after: str
) -> None:
    old, new = marked(before, after)
    assert ("".join(one.text for one in old), "".join(one.text for one in new)) == (before, after)
    assert [one.text for one in old if not one.differs] == [
        one.text for one in new if not one.differs
    ]


@pytest.mark.parametrize("table", list(SAID))
def test_every_column_that_says_something_is_compared(table: type[Model]) -> None:
    columns = {column.key for column in inspect(table).column_attrs}
    assert columns - PLACE - ELSEWHERE.get(table, frozenset()) <= SAID[table].keys()
    assert SAID[table].keys() <= columns


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_a_year_after_is_the_same_day_or_the_one_before_a_leap_day(day: date) -> None:
    later = a_year_after(day)
    assert later.year == day.year + 1
    assert (later.month, later.day) in {(day.month, day.day), (2, 28)}


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("innforing-2027", "innforing-2028"),
        ("Innføring 2026–2028", "Innføring 2027–2029"),
        ("Kap. 701 post 60", "Kap. 701 post 60"),
        ("12026", "12026"),
    ],
)
def test_every_year_in_a_text_is_raised(text: str, later: str) -> None:
    assert next_year_in(text) == later
