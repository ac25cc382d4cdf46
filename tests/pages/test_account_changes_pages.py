"""Another account for a grant in the browser: the lead's two persons, and the controller who looks on."""

from accounts.models import Role
from decisions.accountchange import queries
from foundation import clock
from foundation.database import db
from foundation.outbox import Job
from grants import queries as grants
from tests.builders.accountchange import ANOTHER_ACCOUNT, LATER, a_colleague, ask
from tests.builders.accounts import a_person, an_administrator
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.web import Page, Web


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split()).replace("\u00a0", " ")


def test_one_asks_another_confirms_and_the_controller_sees_both_accounts(web: Web) -> None:
    grant = an_accepted_grant()
    case = grant.application.id
    here = f"/soknader/{case}/kontonummer"
    colleague = a_colleague(grant.application)
    with clock.frozen(LATER):
        web.log_in(signatory_of(grant.application))
        assert "Se eller endre kontonummeret" in text_of(web.open(f"/soknader/{case}/vedtak"))
        page = text_of(web.open(here))
        assert "8601 11 17947" in page
        assert "Deretter går det 7 hele dager før den gjelder." in page
        wrong = web.send(here, press="Be om ny konto", account_number="1234 56 78901")
        assert "det siste er et kontrollsiffer" in text_of(wrong)
        assert wrong.select("input[name=account_number]")[0]["value"] == "1234 56 78901"
        asked = web.send(here, press="Be om ny konto", account_number="1234 56 78903")
        assert "Venter på at en annen bekrefter" in text_of(asked)
        assert "Les og bekreft" not in text_of(asked)
        web.open(f"{here}/bekreft", status=404)

        web.log_in(grant.attester)
        rates = text_of(web.open("/okonomi/rater?state=due"))
        assert "Kontonummeret er i ferd med å bli endret." in rates
        assert "Blir endret til 1234 56 78903" in rates

        web.log_in(colleague)
        done = web.send(f"{here}/bekreft", press="Bekreft den nye kontoen", confirmed=True)
        assert "Bekreftet, gjelder ikke ennå" in text_of(done)
    opened = queries.open_change(case)
    assert opened is not None
    assert opened.new_account == ANOTHER_ACCOUNT
    assert db.session.query(Job).filter_by(kind="account_holds").count() == 1


def test_a_controller_stops_what_the_lead_does_not_know_of(web: Web) -> None:
    grant = an_accepted_grant()
    change = ask(grant)
    here = f"/vedtak/kontonummer/{change.id}"
    with clock.frozen(LATER):
        web.log_in(grant.round.drafter)
        assert "Stans endringen" not in text_of(web.open(here))
        web.open(f"{here}/stans", status=403)
        web.log_in(grant.attester)
        empty = web.send(f"{here}/stans", press="Stans endringen", reason=" ")
        assert "Skriv hvorfor endringen stanses." in text_of(empty)
        stopped = web.send(f"{here}/stans", press="Stans endringen", reason="Ukjent for dem.")
        assert "Ukjent for dem." in text_of(stopped)
        case = text_of(web.open(f"/saker/{grant.application.id}"))
        assert "Endringer av konto" in case
    assert queries.open_change(grant.application.id) is None


def test_it_is_nobody_elses_page(web: Web) -> None:
    grant = an_accepted_grant()
    here = f"/soknader/{grant.application.id}/kontonummer"
    web.log_in(a_person(Role.SIGNATORY))
    for address in (here, f"{here}/bekreft"):
        web.open(address, status=404)


def test_the_lead_takes_a_change_back(web: Web) -> None:
    grant = an_accepted_grant()
    ask(grant)
    here = f"/soknader/{grant.application.id}/kontonummer"
    with clock.frozen(LATER):
        web.log_in(signatory_of(grant.application))
        back = web.send(here, press="Trekk endringen tilbake")
        assert "Be om en annen konto" in text_of(back)
    assert queries.open_change(grant.application.id) is None


def test_the_administrator_sets_the_wait(web: Web) -> None:
    an_accepted_grant()
    web.log_in(an_administrator("Anne Annen"))
    here = "/forvaltning/kontonummer"
    assert "Ingen har endret den." in text_of(web.open(here))
    refused = web.send(here, press="Lagre ventetiden", days="0")
    assert "Skriv et tall fra 1 til 60." in text_of(refused)
    assert "Satt av Anne Annen" in text_of(web.send(here, press="Lagre ventetiden", days="10"))
    assert queries.days_of(grants.scheme().id) == 10
