"""What a project means for one kommune: costs, benefits and risks on one page, each equal to its rows."""

import pytest
from flask import Flask
from sqlalchemy import text

from accounts.models import Organisation, Role
from accounts.queries import person
from applications.models import PartnerRole
from figures.stakes import stakes_of
from followup.benefits import services
from foundation import clock
from foundation.database import db
from foundation.money import Ore, format_kroner
from payments.queries import case_balance
from tests.builders.accounts import a_person
from tests.builders.benefits import Followed, a_measured_benefit
from tests.builders.decisions import NOW
from tests.querycount import asked
from tests.web import Page, Web

BUDGETED = """
    SELECT sum(line.amount) AS total,
           sum(CASE WHEN line.source = 'grant' THEN line.amount ELSE 0 END) AS asked,
           sum(CASE WHEN line.source IN ('own_funding', 'own_effort') THEN line.amount ELSE 0 END) AS own
    FROM budget_line AS line JOIN partner ON partner.id = line.partner_id
    WHERE partner.organisation_id = :organisation
"""


def words(page: Page) -> str:
    return plain(page.main.get_text(" ")) if page.main else ""


def plain(said: str) -> str:
    return " ".join(said.replace("\xa0", " ").split())


def place(organisation_id: int) -> str:
    return f"/soknader/organisasjon/{organisation_id}/oversikt"


def organisations(followed: Followed) -> list[int]:
    partners = followed.grant.application.partners
    return [one.organisation_id for one in partners if one.role is not PartnerRole.OBSERVER]


@pytest.fixture
def followed(app: Flask) -> Followed:
    del app
    made = a_measured_benefit()
    services.add_risk(
        made.benefit,
        services.NewRisk(
            text="Lite brukt", probability=50, share_lost=40, mitigation="Opplæring", owner="Leder"
        ),
        by=made.lead,
        at=NOW,
    )
    return made


def test_a_kommune_sees_what_its_projects_cost_give_and_risk(followed: Followed, web: Web) -> None:
    lead = followed.lead_kommune
    sums = db.session.execute(text(BUDGETED), {"organisation": lead}).one()
    assert 0 < sums.own < sums.total
    with clock.frozen(NOW):
        web.log_in(followed.lead)
        page = web.open("/soknader")
        assert [one for one in page.select("a") if one["href"] == place(lead)]
        page = web.open(place(lead))
        said = words(page)
        for amount in sums:
            assert plain(format_kroner(Ore(int(amount)))) in said
        assert "G2-G1" in said
        assert "52 10. januar 2026" in said
        assert "Kommunalsjef helse har ansvaret hos dere." in said
        assert "Lite brukt" in said
        assert "20 %" in said
        (found,) = stakes_of(db.session.get_one(Organisation, lead), NOW.date()).rows
        assert found.granted
        lacks = Ore(int(sums.asked) - found.granted)
        assert found.uncovered == lacks > 0
        assert plain(format_kroner(lacks)) in said
        assert "Ikke dekket er det dere søkte om, men ikke fikk." in said


def test_the_shares_of_all_who_take_part_are_the_grant(followed: Followed) -> None:
    found = [
        stakes_of(db.session.get_one(Organisation, one), NOW.date())
        for one in organisations(followed)
    ]
    balance = case_balance(followed.grant.application.id)
    assert len(found) > 1
    assert sum(one.granted for one in found) == balance.committed > 0
    assert sum(one.paid for one in found) == balance.paid
    assert all(one.granted < balance.committed for one in found)


def test_a_participant_sees_nothing_that_the_others_have_measured(
    followed: Followed, web: Web
) -> None:
    own = followed.partner.organisation_id
    with clock.frozen(NOW):
        web.log_in(followed.partners_signatory)
        said = words(web.open(place(own)))
        assert "Ingen hos dere er satt opp som ansvarlig." in said
        assert "indikatorer har ikke tall fra dere ennå." in said
        assert "52 10. januar 2026" not in said
        web.open(place(followed.lead_kommune), status=404)


def test_somebody_elses_place_is_not_found_and_an_empty_one_says_so(
    followed: Followed, web: Web
) -> None:
    stranger = person(a_person(Role.EDITOR).id)
    with clock.frozen(NOW):
        web.log_in(stranger)
        (own,) = {one.organisation_id for one in stranger.memberships}
        assert "Dere er ikke med i noen prosjekter nå." in words(web.open(place(own)))
        web.open(place(followed.lead_kommune), status=404)


def test_what_is_asked_of_the_database_does_not_grow(followed: Followed, web: Web) -> None:
    with clock.frozen(NOW):
        web.log_in(followed.lead)
        with asked() as heard:
            web.open(place(followed.lead_kommune))
        few = heard.number
        services.choose_benefits(followed.grant.application, ["G1", "G3"], by=followed.lead, at=NOW)
        with asked() as heard:
            page = web.open(place(followed.lead_kommune))
        assert "G3" in words(page)
        assert heard.number == few <= 30
