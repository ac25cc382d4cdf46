"""Forms that are sent once, when the session ends before they are sent: the text comes back to its writer."""

from datetime import timedelta

import pytest
from bs4 import Tag
from flask import Flask
from sqlalchemy import func, select

from accounts.models import Person, Typed
from applications.models import Application
from foundation import clock
from foundation.database import db
from tests.builders.accounts import PASSWORD
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_deficiency,
    a_filled_draft,
    a_submitted,
    participants,
)
from tests.builders.assessments import a_staffed_case
from tests.builders.finding import some_neighbours, the_measure
from tests.conftest import MOMENT
from tests.formfilling import Filled, Value, filled
from tests.web import Page, Web

LATER = timedelta(hours=3)
TEXT = "Skrevet lenge og vel."


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def words(page: Page) -> str:
    return " ".join(page.main.get_text().split()) if page.main else ""


def typed_in(page: Page, name: str) -> str:
    control = page.find(["input", "textarea"], attrs={"name": name})
    assert isinstance(control, Tag)
    text = control.get_text() if control.name == "textarea" else str(control["value"])
    return text.strip()


def kept() -> int:
    return db.session.scalar(select(func.count(Typed.id))) or 0


def ended(web: Web, person: Person, form: Filled) -> Page:
    """Send a form when the session has ended, sign in again, and see where that leads."""
    page = web.post(form)
    assert "Det du skrev, er tatt vare på" in words(page)
    assert TEXT not in str(page)
    fields: dict[str, Value] = {"email": person.email, "password": PASSWORD}
    return web.post(filled(page, page.url, "Logg inn", fields))


def survives(
    web: Web, person: Person, url: str, press: str, field: str, **more: Value
) -> None:
    """Let a form be sent too late; its text is there again, and nothing is kept when it has been sent."""
    web.log_in(person)
    form = filled(web.open(url), url, press, {field: TEXT, **more})
    with clock.frozen(clock.now() + LATER):
        back = ended(web, person, form)
        assert back.url == url
        assert typed_in(back, field) == TEXT
        assert "Du ble logget ut før det ble" in words(back)
        assert kept() == 1
        sent = web.post(filled(back, url, press, {}))
        assert "Du ble logget ut" not in words(sent)
    assert kept() == 0


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def test_what_a_partner_writes_survives(
    web: Web, together: Collaboration, draft: Application
) -> None:
    signatory, number = together.others_signatories[0], participants(draft)[0].id
    part = f"/soknader/{draft.id}/deltakere/{number}"
    with clock.frozen(MOMENT):
        web.log_in(signatory)
        web.send(
            f"{part}/kontakt", "Lagre kontaktpersonene",
            contact_phone="22 22 22 22", backup_name="Nils Vara", backup_email="vara@fjord.example",
        )  # fmt: skip
        survives(web, signatory, f"{part}/kontakt", "Lagre kontaktpersonene", "contact_name")
        survives(
            web, signatory, f"{part}/foresla", "Send forslaget", "comment", effort_hours="999"
        )
        survives(
            web, together.signatory, f"{part}/forslag", "Behold tallene som står", "reason"
        )
        survives(web, signatory, f"{part}/takk-nei", "Takk nei", "reason")
        survives(web, signatory, f"{part}/bekreft", "Bekreft deres del", "authority")


def test_a_confirmation_of_a_part_that_has_changed_is_not_given_by_coming_back(
    web: Web, together: Collaboration, draft: Application
) -> None:
    signatory, number = together.others_signatories[0], participants(draft)[0].id
    url = f"/soknader/{draft.id}/deltakere/{number}/bekreft"
    with clock.frozen(MOMENT):
        web.log_in(signatory)
        form = filled(
            web.open(url), url, "Bekreft deres del",
            {
                "authority": TEXT, "contact_phone": "22 22 22 22", "backup_name": "Nils Vara",
                "backup_email": "vara@fjord.example",
            },
        )  # fmt: skip
        web.log_in(together.signatory)
        web.send(f"/soknader/{draft.id}/deltakere/{number}", "Lagre", effort_hours="777")
    with clock.frozen(MOMENT + LATER):
        page = web.post(filled(ended(web, signatory, form), url, "Bekreft deres del", {}))
        assert "Delen er endret siden du leste den." in words(page)
        assert typed_in(page, "authority") == TEXT
        page = web.post(filled(page, url, "Bekreft deres del", {}))
        assert "Dere har bekreftet deres del" in words(page)
    assert kept() == 0


def test_what_is_written_to_the_office_and_of_oneself_survives(
    web: Web, together: Collaboration, draft: Application
) -> None:
    sheet = f"/soknader/organisasjon/{together.lead.id}/faktaark/bekreft"
    with clock.frozen(MOMENT):
        web.log_in(together.signatory)
        web.send(
            sheet, contact_phone="22 22 22 22", backup_name="Nils Vara",
            backup_email="vara@fjord.example", post_email="post@fjord.example",
        )  # fmt: skip
        survives(web, together.signatory, sheet, "Bekreft at dette stemmer", "networks")
        survives(
            web, together.signatory, f"/soknader/{draft.id}/meldinger", "Send meldingen", "body"
        )


def test_what_a_group_is_to_do_survives_with_who_it_is_for(web: Web) -> None:
    near = some_neighbours()
    address = (
        f"/samarbeid/grupper/ny?kommune={near.kommuner[0].id}&tiltak={the_measure().id}"
        f"&med={near.kommuner[1].id}"
    )
    with clock.frozen(MOMENT):
        survives(
            web, near.people[0], address, "Dann gruppen og inviter", "message", name="Fjordgruppen"
        )
        form = filled(web.open(address), address, "Dann gruppen og inviter", {"message": TEXT})
    with clock.frozen(MOMENT + LATER * 2):
        ended(web, near.people[0], form)
        page = web.send(address, "Kast det du skrev")
        assert (page.url, typed_in(page, "message")) == (address, "")


def test_an_answer_to_a_deficiency_letter_survives(web: Web, together: Collaboration) -> None:
    case = a_submitted(together)
    url = f"/soknader/{case.id}/mangler/{a_deficiency(case)}"
    with clock.frozen(clock.now()):
        survives(web, together.signatory, url, "Send svaret", "answer")


def test_what_the_office_writes_survives(app: Flask, web: Web) -> None:
    del app
    case = a_staffed_case()
    address = f"/saker/{case.application.id}"
    with clock.frozen(clock.now()):
        survives(web, case.handler, f"{address}/meldinger", "Send til søkeren", "body")
        survives(web, case.handler, f"{address}/merknader", "Lagre merknaden", "note")


def test_what_came_back_may_be_thrown_away(
    web: Web, together: Collaboration, draft: Application
) -> None:
    url = f"/soknader/{draft.id}/meldinger"
    with clock.frozen(MOMENT):
        web.log_in(together.signatory)
        form = filled(web.open(url), url, "Send meldingen", {"body": TEXT})
    with clock.frozen(MOMENT + LATER):
        page = ended(web, together.signatory, form)
        assert "Vedlegg må du velge på nytt." in words(page)
        page = web.send(url, "Kast det du skrev")
        assert typed_in(page, "body") == ""
    assert kept() == 0
