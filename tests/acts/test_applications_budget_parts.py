"""Parts of the budget: who may write which, at the same time as whom, and what a page may not do alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import AuditEntry, Person
from accounts.queries import person
from applications import queries, services
from applications.contents import BudgetCell, cells_of, seal_cells
from applications.models import Application, PartnerRole, Sitting
from applications.refusals import Refusal
from criteria.budget import Source
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError, StaleError, TilsagnError
from foundation.money import Ore, kroner
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_kommune,
    a_ready_draft,
)
from tests.conftest import MOMENT
from tests.querycount import asked
from tests.races import at_once
from tests.web import Web


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def grant_of(application: Application, number: int, amount: int) -> list[BudgetCell]:
    """Give a part with one amount in it."""
    activity = application.chosen_activities[0].activity_id
    return [BudgetCell(2027, number, activity, Source.GRANT, Ore(kroner(amount)))]


def seal_of(application: Application, number: int) -> str:
    return seal_cells(cells_of(application, number))


def amounts_of(application: Application) -> dict[int, int]:
    found: dict[int, int] = {}
    for line in application.budget_lines:
        found[line.partner_id] = found.get(line.partner_id, 0) + line.amount // 100
    return found


def test_the_lead_writes_some_parts_and_the_others_stay(
    together: Collaboration, draft: Application
) -> None:
    lead, second, third = (one.id for one in draft.partners)
    parts = {one: grant_of(draft, one, 400_000) for one in (lead, third)}

    services.set_budget_parts(draft, parts, by=together.signatory, at=clock.now())

    kept = together.read(draft.id)
    assert amounts_of(kept) == {lead: 400_000, second: 1_200_000, third: 400_000}
    assert kept.asked == kroner(1_400_000)


def test_a_partner_writes_its_own_part_and_no_other(
    together: Collaboration, draft: Application
) -> None:
    _, own, other = (one.id for one in draft.partners)
    by = together.others_signatories[0]
    services.set_budget_parts(draft, {own: grant_of(draft, own, 1)}, by=by, at=clock.now())
    assert amounts_of(together.read(draft.id))[own] == 1

    both = {one: grant_of(draft, one, 2) for one in (own, other)}
    with pytest.raises(RuleBrokenError) as refusal:
        services.set_budget_parts(draft, both, by=person(by.id), at=clock.now())
    assert refusal.value.reason is Refusal.NOT_PARTNERS_EDITOR
    assert amounts_of(together.read(draft.id))[own] == 1


def test_a_part_holds_its_own_cells_only(together: Collaboration, draft: Application) -> None:
    lead, second, _ = (one.id for one in draft.partners)
    with pytest.raises(NotFoundError):
        services.set_budget_parts(
            draft, {lead: grant_of(draft, second, 5)}, by=together.signatory, at=clock.now()
        )


def test_only_the_parts_that_are_written_may_be_stale(
    together: Collaboration, draft: Application
) -> None:
    lead, second, _ = (one.id for one in draft.partners)
    by, number = together.signatory, draft.id
    seen = {one: seal_of(draft, one) for one in (lead, second)}
    services.set_budget_parts(
        draft, {second: grant_of(draft, second, 7)}, by=together.others_signatories[0],
        at=clock.now(), seen=seen,
    )  # fmt: skip

    services.set_budget_parts(
        draft, {lead: grant_of(draft, lead, 8)}, by=by, at=clock.now(), seen=seen
    )
    with pytest.raises(StaleError):
        services.set_budget_parts(
            draft, {second: grant_of(draft, second, 9)}, by=by, at=clock.now(), seen=seen
        )
    kept = amounts_of(together.read(number))
    assert (kept[lead], kept[second]) == (8, 7)


def test_a_page_does_not_void_a_confirmation_but_writes_where_none_falls(
    together: Collaboration,
) -> None:
    application = a_ready_draft(together)
    lead, second, _ = (one.id for one in application.partners)
    by, own = together.signatory, {lead: grant_of(application, lead, 900_000)}
    with pytest.raises(RuleBrokenError) as refusal:
        services.set_budget_parts(
            application, {second: grant_of(application, second, 1)}, by=by, at=clock.now(), auto=True
        )
    assert refusal.value.reason is Refusal.WOULD_VOID
    services.set_budget_parts(application, own, by=by, at=clock.now(), auto=True)
    kept = amounts_of(together.read(application.id))
    assert (kept[lead], kept[second]) == (900_000, 1_200_000)


def writes(
    number: int, by: Person, partner: int, amount: int, seen: str, *, auto: bool = False
) -> Callable[[], int]:
    who = by.id

    def act() -> int:
        application = queries.application_of(person(who), number)
        services.set_budget_parts(
            application, {partner: grant_of(application, partner, amount)},
            by=person(who), at=clock.now(), seen={partner: seen}, auto=auto,
        )  # fmt: skip
        return amount

    return act


def test_two_who_write_the_same_part_at_once_do_not_write_over_each_other(
    app: Flask, together: Collaboration, draft: Application
) -> None:
    number, own = draft.id, draft.partners[1].id
    seen = seal_of(draft, own)
    outcomes = at_once(
        app,
        writes(number, together.signatory, own, 11, seen),
        writes(number, together.others_signatories[0], own, 22, seen),
    )
    stale = [one for one in outcomes if isinstance(one, TilsagnError)]
    assert [type(one) for one in stale] == [StaleError]
    won = next(one for one in outcomes if not isinstance(one, TilsagnError))
    assert amounts_of(together.read(number))[own] == won


def test_all_who_write_their_own_part_at_once_are_heard(
    app: Flask, together: Collaboration, draft: Application
) -> None:
    number, numbers = draft.id, [one.id for one in draft.partners]
    people = [together.signatory, *together.others_signatories]
    acts = [
        writes(number, by, partner, 10 + place, seal_of(draft, partner), auto=True)
        for place, (by, partner) in enumerate(zip(people, numbers, strict=True))
    ]
    assert at_once(app, *acts) == [10, 11, 12]
    kept = together.read(number)
    assert amounts_of(kept) == dict(zip(numbers, [10, 11, 12], strict=True))
    assert kept.asked == kroner(33)


def test_a_page_that_saves_twice_at_once_counts_both_in_one_sitting(
    app: Flask, together: Collaboration, draft: Application
) -> None:
    number, by = draft.id, together.signatory

    def change(name: str) -> Callable[[], str]:
        def act() -> str:
            application = queries.led_by(person(by_id), number)
            basics = services.Basics(title="Felles journal", collaboration_name=name)
            services.change_basics(
                application, basics, by=person(by_id), at=MOMENT + timedelta(minutes=1), auto=True
            )
            return name

        return act

    by_id = by.id
    before = db.session.scalar(select(func.count(AuditEntry.id)))
    times = select(func.sum(Sitting.times)).where(Sitting.act == "application.basics_saved")
    counted = db.session.scalar(times) or 0
    assert at_once(app, change("En"), change("To")) == ["En", "To"]
    assert db.session.scalar(select(func.count(AuditEntry.id))) == before
    assert db.session.scalar(times) == counted + 2


def test_the_grid_asks_as_much_for_five_partners_as_for_three(
    web: Web, together: Collaboration, draft: Application
) -> None:
    url, number = f"/soknader/{draft.id}/budsjett", draft.id
    web.log_in(together.signatory)
    web.get(url)
    with asked() as three:
        web.get(url)
    for place, name in enumerate(("Ytterøy", "Innvik"), start=4):
        services.add_partner(
            together.read(number), a_kommune(name, number=f"46{place:02d}"),
            PartnerRole.PARTICIPANT, by=together.signatory, at=clock.now(),
        )  # fmt: skip
    with asked() as five:
        web.get(url)
    assert five.number == three.number
