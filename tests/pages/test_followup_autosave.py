"""A report saves itself: one audit entry for a sitting, both texts where two write, and what is left."""

from datetime import timedelta

from bs4 import Tag
from flask import Flask
from sqlalchemy import func, select

from accounts.models import AuditEntry, Role
from accounts.queries import organisation
from applications.models import Sitting
from followup.models import Report
from foundation import clock
from foundation.database import db
from tests.builders.accounts import PASSWORD
from tests.builders.applications import an_editor
from tests.builders.decisions import NOW
from tests.builders.followup import a_draft
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.formfilling import Filled, filled
from tests.web import Page, Web

SAVE = "Lagre"


def words(page: Page) -> str:
    return " ".join(page.main.get_text().replace("\xa0", " ").split()) if page.main else ""


def read(report_id: int) -> Report:
    db.session.expire_all()
    return db.session.get_one(Report, report_id)


def seen_since(form: Filled, answer: dict[str, object]) -> Filled:
    """Give the form as the page's script sends it on, with the new seal."""
    return Filled(form.action, {**form.data, "seen": [str(answer["seen"])]})


def test_a_report_saves_itself_and_is_one_entry_in_the_trail(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW):
        report = a_draft(grant)
        url = f"/rapporter/{report.id}/skriv"
        web.log_in(signatory_of(grant.application))
        spent = next(one.activity_id for one in report.activities)
        page = web.open(url)
        assert "Ikke lagret ennå" in words(page)
        form = filled(page, url, SAVE, {"progress": "Vi er", f"a-{spent}-spent": "12 345"})

        answer = web.ask(form)
        assert (answer["state"], answer["text"]) == ("saved", "Lagret kl. 10:00")
        assert "12 345 kr" in str(answer["side"]).replace("\xa0", " ")
        form = seen_since(form, answer)
        form.data["progress"] = ["Vi er i gang."]
        assert web.ask(form)["state"] == "saved"

        assert read(report.id).progress == "Vi er i gang."
        trail = select(func.count(AuditEntry.id)).where(AuditEntry.act == "report.saved")
        assert db.session.scalar(trail) == 1
        assert db.session.scalar(select(Sitting.times).where(Sitting.act == "report.saved")) == 2
        assert f"av {signatory_of(grant.application).name}" in words(web.open(url))


def test_what_is_wrong_in_one_field_keeps_no_other_from_being_saved(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW):
        report = a_draft(grant)
        url = f"/rapporter/{report.id}/skriv"
        web.log_in(signatory_of(grant.application))
        name = f"a-{report.activities[0].activity_id}-spent"
        answer = web.ask(filled(web.open(url), url, SAVE, {"progress": "Godt", name: "tusen"}))
        assert answer["state"] == "saved"
        assert len(answer["problems"]) == 1
        assert read(report.id).progress == "Godt"


def test_two_who_write_a_report_see_both_texts(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW):
        report = a_draft(grant)
        url = f"/rapporter/{report.id}/skriv"
        signatory = signatory_of(grant.application)
        lead = organisation(next(iter(signatory.organisations_as(Role.SIGNATORY))))
        web.log_in(signatory)
        seen = filled(web.open(url), url, SAVE, {}).data["seen"][0]
        web.log_in(an_editor(lead, "Nora Lillevik"))
        web.send(url, SAVE, {"progress": "Noras avsnitt."})
        web.log_in(signatory)
        assert isinstance(seen, str)
        mine = filled(web.open(url), url, SAVE, {"progress": "Mitt avsnitt.", "seen": seen})

        assert web.ask(mine, status=409)["state"] == "conflict"
        page = web.post(mine, status=409)
        assert "Nora Lillevik lagret «Rapporten»" in words(page)
        assert "Hvordan har arbeidet gått?" in words(page)
        web.post(filled(page, url, "Lagre det jeg har valgt", {"keep-progress": "both"}))
        assert read(report.id).progress == "Noras avsnitt.\n\nMitt avsnitt."


def test_a_report_survives_the_session(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW):
        report, signatory = a_draft(grant), signatory_of(grant.application)
        url = f"/rapporter/{report.id}/skriv"
        web.log_in(signatory)
        form = filled(web.open(url), url, SAVE, {"results": "Alt vi fikk til."})
    with clock.frozen(NOW + timedelta(hours=3)):
        page = web.post(form)
        page = web.post(
            filled(page, page.url, "Logg inn", {"email": signatory.email, "password": PASSWORD})
        )
        assert page.url == url
        assert "Du ble logget ut før det ble lagret" in words(page)
        results = page.find("textarea", attrs={"name": "results"})
        assert isinstance(results, Tag)
        assert results.get_text().strip() == "Alt vi fikk til."
        web.post(filled(page, url, SAVE, {}))
        assert read(report.id).results == "Alt vi fikk til."
