"""A kommune's plan: published once for a measure, changed by its own people, withdrawn and not lost."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import OrganisationKind
from accounts.queries import organisation, person
from applications.finding import services
from applications.finding.contents import OPEN_TO_KOMMUNER, PlanTerms, system_key
from applications.finding.models import Plan, ServiceArea
from applications.finding.queries import (
    PlanFilters,
    measures_by_code,
    own_living_plan,
    plan_for,
    plan_page,
    public_plans,
)
from applications.finding.refusals import FindingRefusal
from applications.finding.suggesting import suggested_to
from criteria.matching import Reason, Unknown
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from grants.models import Measure
from tests.builders.accounts import an_organisation
from tests.builders.applications import a_kommune, a_signatory, an_editor
from tests.builders.finding import (
    NEEDS,
    Neighbours,
    a_plan,
    plan_terms,
    some_neighbours,
    the_measure,
)
from tests.races import at_once


@pytest.fixture
def near(app: Flask) -> Neighbours:
    del app
    return some_neighbours()


def test_an_editor_publishes_what_the_kommune_plans(near: Neighbours) -> None:
    editor = an_editor(near.kommuner[1], "Egil Editor")
    plan = a_plan(near.kommuner[1], editor)

    assert [one.need.code for one in plan.needs] == [*NEEDS]
    assert [one.service for one in plan.services] == [ServiceArea.HOME_CARE]
    assert [one.network for one in plan.networks] == ["digi-vestland"]
    assert (plan.published_by_id, plan.changed_at, plan.withdrawn_at) == (editor.id, None, None)


def test_nobody_publishes_for_another_kommune(near: Neighbours) -> None:
    with pytest.raises(RuleBrokenError) as error:
        a_plan(near.kommuner[1], near.people[0])
    assert error.value.reason is FindingRefusal.NOT_OWN_KOMMUNE


def test_only_kommuner_have_plans(near: Neighbours) -> None:
    county = an_organisation("F-46", OrganisationKind.COUNTY, "Vestland fylkeskommune")
    with pytest.raises(RuleBrokenError) as error:
        a_plan(county, a_signatory(county, "Frida Fylke"))
    assert error.value.reason is FindingRefusal.NOT_A_KOMMUNE
    del near


def test_a_plan_is_for_what_kommuner_apply_for(near: Neighbours) -> None:
    networks = measures_by_code(frozenset({"T3"}))[0]
    assert networks.code not in OPEN_TO_KOMMUNER
    with pytest.raises(RuleBrokenError) as error:
        services.publish_plan(
            near.kommuner[0], networks, plan_terms(), by=near.people[0], at=clock.now()
        )
    assert error.value.reason is FindingRefusal.MEASURE_NOT_FOR_KOMMUNER


def test_a_plan_that_says_nothing_is_refused(near: Neighbours) -> None:
    with pytest.raises(RuleBrokenError) as error:
        a_plan(near.kommuner[0], near.people[0], PlanTerms(description="Noe."))
    assert error.value.reason is FindingRefusal.SAYS_NOTHING
    assert own_living_plan(near.kommuner[0].id, the_measure().id) is None


def test_a_kommune_has_one_plan_for_a_measure_and_may_have_another_later(
    near: Neighbours,
) -> None:
    first = a_plan(near.kommuner[0], near.people[0])
    with pytest.raises(RuleBrokenError) as error:
        a_plan(near.kommuner[0], near.people[0])
    assert error.value.reason is FindingRefusal.HAS_A_PLAN

    services.withdraw_plan(first, by=near.people[0], at=clock.now())
    assert a_plan(near.kommuner[0], near.people[0]).id != first.id


def test_of_two_colleagues_who_publish_at_once_one_does(app: Flask, near: Neighbours) -> None:
    kommune, measure = near.kommuner[0].id, the_measure().id
    colleagues = (near.people[0].id, an_editor(near.kommuner[0], "Egil Editor").id)

    def publish(who: int) -> int:
        return services.publish_plan(
            organisation(kommune), db.session.get_one(Measure, measure), plan_terms(),
            by=person(who), at=clock.now(),
        ).id  # fmt: skip

    outcomes = at_once(app, *(lambda who=who: publish(who) for who in colleagues))
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [FindingRefusal.HAS_A_PLAN]
    assert db.session.scalar(select(func.count(Plan.id))) == 1


def test_a_change_writes_the_plan_anew(near: Neighbours) -> None:
    plan = a_plan(near.kommuner[0], near.people[0])
    services.change_plan(
        plan, plan_terms("B7", "B9", system="Annet"), by=near.people[0], at=clock.now()
    )
    now = plan_for(near.people[0], plan.id)
    assert [one.need.code for one in now.needs] == ["B7", "B9"]
    assert now.present_system == "Annet"
    assert now.changed_at == clock.now()


def test_a_change_of_what_somebody_else_has_changed_is_refused(near: Neighbours) -> None:
    plan = a_plan(near.kommuner[0], near.people[0])
    seen = plan.version
    services.change_plan(plan, plan_terms("B9"), by=near.people[0], at=clock.now(), seen=seen)
    with pytest.raises(StaleError):
        services.change_plan(plan, plan_terms("B1"), by=near.people[0], at=clock.now(), seen=seen)
    now = plan_for(near.people[0], plan.id)
    assert [one.need.code for one in now.needs] == ["B9"]


def test_a_change_of_the_parts_alone_is_also_a_change(near: Neighbours) -> None:
    """Needs are rows of their own: the plan's version must rise with them."""
    plan = a_plan(near.kommuner[0], near.people[0])
    seen = plan.version
    services.change_plan(plan, plan_terms("B9"), by=near.people[0], at=clock.now())
    assert plan_for(near.people[0], plan.id).version > seen


def test_a_withdrawn_plan_is_its_kommunes_own(near: Neighbours) -> None:
    plan = a_plan(near.kommuner[0], near.people[0], plan_terms(public_summary="Vi er åpne."))
    assert plan_for(near.people[1], plan.id).id == plan.id
    assert [one.id for one in public_plans()] == [plan.id]

    services.withdraw_plan(plan, by=near.people[0], at=clock.now())

    assert plan_for(near.people[0], plan.id).withdrawn_by_id == near.people[0].id
    with pytest.raises(NotFoundError):
        plan_for(near.people[1], plan.id)
    assert public_plans() == []
    assert plan_page(PlanFilters(), on=clock.today()).rows == []
    with pytest.raises(RuleBrokenError) as error:
        services.change_plan(plan, plan_terms(), by=near.people[0], at=clock.now())
    assert error.value.reason is FindingRefusal.PLAN_WITHDRAWN


def test_only_what_a_kommune_opens_is_public(near: Neighbours) -> None:
    a_plan(near.kommuner[0], near.people[0])
    assert public_plans() == []


def test_plans_are_found_by_what_they_say(near: Neighbours) -> None:
    first = a_plan(near.kommuner[0], near.people[0], plan_terms("B1", system="Ålejournal"))
    second = a_plan(near.kommuner[1], near.people[1])
    need = second.needs[0].need_id
    found = {
        name: [one.id for one in plan_page(filters, on=clock.today()).rows]
        for name, filters in {
            "all": PlanFilters(),
            "text": PlanFilters(text="ålejournal"),
            "kommune": PlanFilters(text=near.kommuner[1].name.lower()),
            "need": PlanFilters(need_id=need),
            "service": PlanFilters(service=ServiceArea.HOME_CARE),
            "no service": PlanFilters(service=ServiceArea.PRISON_HEALTH),
            "county": PlanFilters(county="Vestland"),
            "no county": PlanFilters(county="Troms"),
        }.items()
    }
    both = [second.id, first.id]
    assert found == {
        "all": both, "text": [first.id], "kommune": [second.id], "need": [second.id],
        "service": both, "no service": [], "county": both, "no county": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [("Prøve-Journal  2", "prøve journal 2"), (" PRØVE JOURNAL_2", "prøve journal 2"), (" – ", None)],
)
def test_a_system_is_the_same_however_it_is_spelled(name: str, key: str | None) -> None:
    assert system_key(name) == key


def test_partners_are_suggested_with_reasons_and_with_what_is_not_known(near: Neighbours) -> None:
    a_plan(near.kommuner[0], near.people[0], replace(plan_terms(), present_system=""))
    other = a_plan(near.kommuner[1], near.people[1])
    a_plan(near.kommuner[2], near.people[2], plan_terms("B1"))

    found = suggested_to(organisation(near.kommuner[0].id), the_measure().id, clock.now())

    best = found.partners[0]
    assert found.plans[best.key].id == other.id
    reasons = {one.reason: one.shared for one in best.reasons}
    assert reasons[Reason.SAME_NEEDS] == NEEDS
    assert reasons[Reason.SAME_COUNTY] == ("Vestland",)
    assert found.unknown == {Unknown.SYSTEM, Unknown.HEALTH_TRUST}
    assert found.terms.min_kommuner > 1, "the call's own rule"


def test_a_kommune_without_a_plan_is_told_who_is_near(near: Neighbours) -> None:
    a_plan(near.kommuner[0], near.people[0])
    away = a_kommune("Nordvik", number="1899", county="Nordland")
    found = suggested_to(organisation(near.kommuner[1].id), the_measure().id, clock.now())
    assert (found.own, found.group) == (None, None)
    assert [found.plans[one.key].organisation_id for one in found.partners] == [near.kommuner[0].id]
    assert {Unknown.NEEDS, Unknown.SERVICES} < found.unknown
    assert suggested_to(organisation(away.id), the_measure().id, clock.now()).own is None
