"""A kommune that has ended, on the pages of the office and of those that took it over."""

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from applications.models import Partner, PartnerRole
from applications.queries import any_application
from assessments.services import declare
from criteria.impartiality import View
from figures.checks import run
from foundation import clock
from foundation.database import db, transaction
from tests.builders.accounts import a_person
from tests.builders.applications import a_kommune
from tests.builders.decisions import NOW
from tests.builders.payments import an_accepted_grant
from tests.builders.reclaims import an_officer_of
from tests.builders.succession import end, lead_of_grant, two_of
from tests.pages.test_payments_pages import words
from tests.querycount import asked
from tests.web import Web


def test_an_officer_divides_what_is_unpaid_and_each_side_reads_who_was_before(
    app: Flask, web: Web
) -> None:
    del app
    grant = an_accepted_grant()
    case, officer, former = grant.application.id, an_officer_of(grant), lead_of_grant(grant)
    one, other = end(former, "5501", "5502")
    address = f"/saker/{case}/etterfolger/{former.id}"
    with clock.frozen(NOW):
        declare(grant.application, View.IMPARTIAL, by=officer, at=NOW)
        web.log_in(officer)
        with asked() as queries:
            page = web.open("/saker/etterfolgere")
        assert former.name in words(page)
        assert queries.number <= 14
        assert "Ingenting betales dit" in words(web.open(f"/saker/{case}"))
        page = web.send(address, carrier=str(one.id), reason="Avtalt.", more={
            "percents-0": "60", "percents-1": "30",
        })  # fmt: skip
        assert "Delene må til sammen være 100 prosent" in words(page)
        page = web.send(address, carrier=str(one.id), reason="Avtalt deling.", more={
            "percents-0": "60", "percents-1": "40",
        })  # fmt: skip
        assert "Saken er ført over" in words(page)
        formerly = f"{one.name} (tidligere {former.name})"
        assert formerly in words(page)
        web.open(address, status=404)
        assert formerly in words(web.open(f"/saker/{case}/utbetalingsplan"))

        declare(any_application(case), View.IMPARTIAL, by=grant.attester, at=NOW)
        web.log_in(grant.attester)
        assert formerly in words(web.open("/okonomi/rater"))
        assert "Avtalt deling." in words(web.open("/saker/etterfolgere"))
        web.open(address, status=403)

        signs, _colleague = two_of(other)
        web.log_in(signs)
        assert f"{other.name} har ikke oppgitt egen konto ennå" in words(
            web.open(f"/soknader/{case}")
        )
        assert "Dere har ikke oppgitt egen konto ennå" in words(
            web.open(f"/soknader/{case}/kontonummer")
        )
        web.log_in(person(a_person(Role.SIGNATORY, name="Finn Fremmed").id))
        web.open(f"/soknader/{case}/kontonummer", status=404)


def test_for_one_that_only_takes_part_nobody_asks_for_percents(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case, officer = grant.application.id, an_officer_of(grant)
    former = a_kommune("Nabo", number="3301")
    with transaction():
        db.session.add(
            Partner(
                application_id=case, organisation=former, role=PartnerRole.PARTICIPANT,
                invited_at=NOW, confirmations=[], offers=[],
            )
        )  # fmt: skip
    one, other = end(former, "5501", "5502")
    address = f"/saker/{case}/etterfolger/{former.id}"
    with clock.frozen(NOW):
        declare(any_application(case), View.IMPARTIAL, by=officer, at=NOW)
        web.log_in(officer)
        page = words(web.open(address))
        assert "uten egne penger" in page
        assert "prosent" not in page
        web.send(address, carrier=str(one.id), others=str(other.id), reason="Avtalt.")
        page = words(web.open(f"/saker/{case}"))
        assert f"{one.name}, {other.name} deltar videre for {former.name}" in page
        there = {part.organisation_id for part in any_application(case).partners}
        assert there >= {one.id, other.id}
        assert former.id not in there
        assert list(run("successors")) == []
