"""Where people begin, and the key figures: the same as independent SQL, to the øre."""

import pytest
from flask import Flask

from accounts.models import Role
from accounts.queries import person
from applications import services
from applications.contents import PartnerTerms
from applications.models import PartnerRole
from figures.statistics import Grouping, call_rows, reach_by, reached, total
from figures.statistics.reach import places
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.applications import (
    AUTHORITY,
    a_collaboration,
    a_filled_draft,
    participants,
)
from tests.builders.figures import a_year
from tests.figuring import ASKED, GRANTED, booked_as, ore, typed
from tests.querycount import asked
from tests.web import Web

MOST_QUERIES = 6


def test_a_stranger_reads_what_is_offered_and_may_sign_in(app: Flask, web: Web) -> None:
    del app
    page = web.open("/")
    assert page.find("a", href="/logg-inn") is not None


@pytest.mark.parametrize("role", list(Role))
def test_everybody_begins_with_what_awaits_them_in_few_queries(
    app: Flask, web: Web, role: Role
) -> None:
    del app
    web.log_in(person(a_person(role, name="Nina Noen").id))
    with asked() as heard:
        page = web.open("/")
    assert page.h1 is not None
    assert "Nina Noen" in page.h1.get_text()
    assert heard.number <= MOST_QUERIES


def test_a_signatory_begins_with_the_parts_to_confirm(app: Flask, web: Web) -> None:
    del app
    together = a_collaboration()
    draft = a_filled_draft(together)

    def waits() -> bool:
        web.log_in(together.others_signatories[0])
        page = web.open("/")
        assert page.main is not None
        return any("bekrefte deres del" in one.get_text() for one in page.main.select(".waiting li"))

    assert waits()
    own = participants(together.read(draft.id))[0]
    services.confirm_part(
        own, authority=AUTHORITY, by=together.others_signatories[0], at=clock.now()
    )
    assert not waits()
    own = participants(together.read(draft.id))[0]
    more = PartnerTerms(role=PartnerRole.PARTICIPANT, effort_hours=900)
    services.change_partner(own, more, by=together.signatory, at=clock.now())
    assert waits()
    with clock.frozen(clock.end_of_day(together.call.closes_on)):
        assert not waits()


def test_whoever_has_no_role_yet_has_a_profile_and_a_start_page(app: Flask, web: Web) -> None:
    del app
    web.log_in(person(a_person(name="Ny Person").id))
    assert "Ingen roller" in web.open("/min-profil").get_text()
    web.open("/")
    web.get("/soknader", status=403)


def test_the_key_figures_are_those_of_the_cases_and_the_ledger(app: Flask) -> None:
    del app
    a_year()
    everything = total(call_rows())
    assert everything.asked == ore(typed(ASKED), year=None)
    assert everything.granted == ore(typed(GRANTED), year=None)
    assert everything.committed == booked_as(None, "commitment", "commitment_lapse")
    assert everything.paid == booked_as(None, "payment", "payment_return")
    assert everything.paid > 0


@pytest.mark.parametrize("grouping", list(Grouping))
def test_the_groups_of_kommuner_add_up_to_all_of_them(app: Flask, grouping: Grouping) -> None:
    del app
    a_year()
    found = places(clock.today())
    everywhere, groups = reached(found), reach_by(grouping, found)
    assert sum(one.municipalities for one in groups) == everywhere.municipalities
    assert sum(one.reached for one in groups) == everywhere.reached > 0
    assert sum(one.inhabitants for one in groups) == everywhere.inhabitants


def test_the_page_shows_the_sums_and_only_to_those_who_may(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.get("/statistikk", status=302)
    web.log_in(year.controller)
    page = web.open("/statistikk?gruppe=size")
    assert "under 5 000 innbyggere" in page.get_text()
