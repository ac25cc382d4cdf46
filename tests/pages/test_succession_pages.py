"""A kommune that has ended, on the pages of the office and of those that took it over."""

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from applications.queries import any_application
from assessments.services import declare
from criteria.impartiality import View
from foundation import clock
from tests.builders.accounts import a_person
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
