"""The questions of a report in the browser: chosen by the administrator, answered by the lead, reviewed."""

from flask import Flask

from accounts.models import Person
from followup import services
from grants import queries
from grants.models import Purpose
from tests.acts.test_report_questions import WHOLE, an_asking_grant, answer, asked
from tests.builders.accounts import an_administrator
from tests.builders.decisions import NOW
from tests.builders.followup import a_filled_draft, again
from tests.builders.grants import a_draft
from tests.builders.payments import signatory_of
from tests.web import Web


def test_the_administrator_begins_from_the_template_and_changes_it(app: Flask, web: Web) -> None:
    del app
    anne: Person = an_administrator("Anne Administrator")
    draft = a_draft(anne)
    web.log_in(anne)
    page = web.open(f"/forvaltning/utlysninger/{draft.id}/rader/sporsmal-arsrapport")
    assert "Rapporten stiller ingen spørsmål ennå." in page.text
    page = web.send(page.url, press="Bruk malen")
    assert "Kommer prosjektet i mål til avtalt tid?" in page.text
    call = queries.call(draft.id)
    assert len(call.asking(Purpose.ANNUAL)) == 7
    page = web.send(
        f"/forvaltning/utlysninger/{draft.id}/sporsmal/fra-katalogen?slug=sporsmal-arsrapport",
        press="Legg til spørsmålet", wording="FIN-03 1", section="0",
    )  # fmt: skip
    assert "FIN-03" in {one.code for one in queries.call(draft.id).asking(Purpose.ANNUAL)}
    web.open(f"/forvaltning/utlysninger/{draft.id}/rader/sporsmal-gevinster")


def test_the_lead_answers_and_the_office_compares(app: Flask, web: Web) -> None:
    del app
    grant = an_asking_grant()
    by = signatory_of(grant.application)
    report = a_filled_draft(grant)
    web.log_in(by)
    page = web.open(f"/rapporter/{report.id}/sporsmal")
    assert "Svar på spørsmålene" in page.text
    risk = asked(grant)["RISIKO-01"]
    page = web.send(page.url, press="Lagre", more={f"q-{risk.id}": "Leverandøren kan trekke seg."})
    assert "Leverandøren kan trekke seg." in page.text
    by = signatory_of(grant.application)
    told = {**WHOLE, "RISIKO_01": "Leverandøren er på plass.", "KOST_05": "1500000"}
    report = answer(grant, again(by, report), **told)
    services.submit_report(report, by=by, at=NOW)
    page = web.open(f"/rapporter/{report.id}")
    assert "Leverandøren er på plass." in page.text
    web.open(f"/rapporter/{report.id}/svar/999", status=404)
    web.log_in(grant.round.drafter)
    page = web.open(f"/rapporter/til-behandling/{report.id}")
    assert "Leverandøren er på plass." in page.text
    assert "Over forventet kostnad, og over øvre anslag" in page.text
    assert "2 500 kr (20,0 %)" in page.text.replace("\u00a0", " ")
    (risk_now,) = [one for one in page.select(".answered-before") if "Søknaden" in one.text][:1]
    assert risk_now is not None
    assert risk_now.text
