"""Fact sheets: confirmed once, used wherever they are needed, for a year."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from flask import Flask

from accounts.queries import organisation, person
from applications import queries, services
from applications.contactpersons import persons_of
from applications.factsheets.queries import newest_sheet, sheets_of
from applications.factsheets.refusals import SheetRefusal
from applications.factsheets.services import Facts, System, confirm_facts
from applications.models import PartnerRole
from criteria.reaching import MunicipalityType, WithoutGrant
from figures.statistics.reach import Case, places
from foundation import clock
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import NOTHING
from tests.builders.applications import Collaboration, a_collaboration, an_editor
from tests.builders.partners import FACTS, PERSONS
from tests.races import at_once


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def test_what_was_confirmed_is_used_when_the_organisation_is_invited(
    together: Collaboration,
) -> None:
    place = together.others[0]
    sheet = confirm_facts(
        place, FACTS, seen=None, by=together.others_signatories[0], at=clock.now()
    )
    draft = together.begin()
    by, at = together.signatory, clock.now()
    made = services.add_partner(draft, place, PartnerRole.PARTICIPANT, by=by, at=at)

    partner = queries.partner_of(queries.led_by(by, draft.id), made.id)
    assert partner.systems_before == 2
    assert persons_of(partner) == PERSONS
    assert partner.sheet_use is not None
    assert partner.sheet_use.fact_sheet_id == sheet.id
    services.remove_partner(partner, by=by, at=at)


def test_the_lead_is_not_asked_again_either(together: Collaboration) -> None:
    confirm_facts(together.lead, FACTS, seen=None, by=together.signatory, at=clock.now())
    assert together.begin().partners[0].systems_before == 2


def test_what_it_would_have_done_without_a_grant_makes_its_kind_when_a_grant_reaches_it(
    together: Collaboration,
) -> None:
    said = replace(FACTS, without_grant=WithoutGrant.NOTHING)
    by = together.signatory
    first = confirm_facts(together.lead, FACTS, seen=None, by=by, at=clock.now())
    confirm_facts(together.lead, said, seen=first.id, by=by, at=clock.now())
    own = next(one for one in places(clock.today()) if one.name == together.lead.name)
    assert own.without_grant is WithoutGrant.NOTHING
    assert own.kind is MunicipalityType.THREE_B
    assert replace(own, cases=(Case(1, "2026/00001", NOTHING),)).kind is MunicipalityType.THREE_A


def test_a_sheet_holds_for_a_year(together: Collaboration) -> None:
    a_year_ago = clock.now() - timedelta(days=366)
    old = confirm_facts(
        together.lead, FACTS, seen=None, by=together.signatory, at=a_year_ago
    )
    assert old.valid_to < date(2026, 3, 2)
    assert together.begin().partners[0].systems_before == 0


def test_a_new_sheet_supersedes_and_keeps_the_last(together: Collaboration) -> None:
    place, by = together.lead, together.signatory
    first = confirm_facts(place, FACTS, seen=None, by=by, at=clock.now())
    with pytest.raises(StaleError):
        confirm_facts(place, FACTS, seen=None, by=by, at=clock.now())
    second = confirm_facts(place, Facts(persons=PERSONS), seen=first.id, by=by, at=clock.now())
    assert [one.id for one in sheets_of(place.id)] == [second.id, first.id]
    found = newest_sheet(place.id)
    assert found is not None
    assert found.systems == []


def test_only_its_own_people_confirm_it_and_systems_have_names(together: Collaboration) -> None:
    editor = an_editor(together.lead, "Erik Lillevik")
    nameless = Facts(persons=PERSONS, systems=(System("", "Legevakt"),))
    for by, facts, reason in (
        (together.others_signatories[0], FACTS, SheetRefusal.NOT_OWN_ORGANISATION),
        (editor, nameless, SheetRefusal.SYSTEM_NAMELESS),
    ):
        with pytest.raises(RuleBrokenError) as error:
            confirm_facts(together.lead, facts, seen=None, by=by, at=clock.now())
        assert error.value.reason is reason


def confirm_as(person_id: int, organisation_id: int) -> str:
    place = organisation(organisation_id)
    confirm_facts(place, FACTS, seen=None, by=person(person_id), at=clock.now())
    return "confirmed"


def test_of_two_at_once_one_is_shown_what_the_other_confirmed(
    app: Flask, together: Collaboration
) -> None:
    act = partial(confirm_as, together.signatory.id, together.lead.id)
    found = at_once(app, act, act)
    assert sorted(type(one).__name__ for one in found) == ["StaleError", "str"]
