"""A section that saves itself, a session that ends, and two who write at once: nothing typed is lost."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.datastructures import MultiDict

from accounts import typed
from accounts.models import AuditEntry, Person, Typed
from applications.models import Application, Sitting
from applications.views.conflicts import put
from foundation import clock
from foundation.database import db
from tests.builders.accounts import PASSWORD
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    an_editor,
)
from tests.conftest import MOMENT
from tests.formfilling import Value, filled
from tests.web import Page, Web

JSON = {"Accept": "application/json"}


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


@pytest.fixture
def url(draft: Application) -> str:
    return f"/soknader/{draft.id}/grunnopplysninger"


class Script:
    """What the page's script does: sends the form as it stands, and takes the new seal."""

    def __init__(self, web: Web, url: str) -> None:
        self.web, self.page = web, web.open(url)
        self.seen: str | None = None

    def save(self, status: int = 200, **fields: Value) -> dict[str, object]:
        given = fields if self.seen is None else {**fields, "seen": self.seen}
        form = filled(self.page, self.page.url, "Lagre", given)
        answer = self.web.ask(form, status=status)
        self.seen = str(answer["seen"]) if "seen" in answer else self.seen
        return answer


def words(page: Page) -> str:
    return " ".join(page.main.get_text().replace("\xa0", " ").split()) if page.main else ""


def value_of(page: Page, name: str) -> object:
    control = page.find("input", attrs={"name": name})
    assert control is not None
    return control["value"]


def signed_in(web: Web, page: Page, person: Person) -> Page:
    """Sign in on the page that asks for it, and see where it leads."""
    fields: dict[str, Value] = {"email": person.email, "password": PASSWORD}
    return web.post(filled(page, page.url, "Logg inn", fields))


def saves(act: str) -> int:
    found = db.session.scalar(select(func.count(AuditEntry.id)).where(AuditEntry.act == act))
    return found or 0


def test_a_pause_saves_and_says_when(web: Web, together: Collaboration, url: str) -> None:
    web.log_in(together.signatory)
    number = int(url.split("/")[2])

    answer = Script(web, url).save(collaboration_name="Fjordene")

    assert (answer["state"], answer["text"]) == ("saved", "Lagret kl. 10:00")
    assert answer["problems"] == []
    assert "Deltakere" in str(answer["side"])
    assert together.read(number).collaboration_name == "Fjordene"


def test_a_sitting_is_one_line_in_the_audit_trail(
    web: Web, together: Collaboration, url: str
) -> None:
    web.log_in(together.signatory)
    before = saves("application.basics_saved")
    script = Script(web, url)
    for minute in range(5):
        with clock.frozen(MOMENT + timedelta(minutes=minute)):
            script.save(collaboration_name=f"Navn {minute}")
    assert saves("application.basics_saved") == before

    with clock.frozen(MOMENT + timedelta(minutes=50)):
        script.save(collaboration_name="Etter en pause")
        assert saves("application.basics_saved") == before + 1
        web.send(url, "Lagre")
        assert saves("application.basics_saved") == before + 2
    times = db.session.scalars(select(Sitting.times).order_by(Sitting.id)).all()
    assert 6 in times
    assert "kl. 10:50 av Signe Lillevik" in words(web.open(url))


def test_what_is_wrong_is_told_and_the_rest_is_saved(
    web: Web, together: Collaboration, draft: Application, url: str
) -> None:
    web.log_in(together.signatory)

    answer = Script(web, url).save(contact_email="signe", contact_name="Nora")

    assert answer["state"] == "saved"
    assert answer["problems"] == [
        {
            "target": "contact_email",
            "label": "E-postadresse",
            "text": "Skriv en e-postadresse, som navn@kommune.no.",
        }
    ]
    kept = together.read(draft.id)
    assert (kept.contact_name, kept.contact_email) == ("Nora", "signe@example.org")


def test_a_page_never_voids_a_confirmation_by_itself(web: Web, together: Collaboration) -> None:
    number = a_ready_draft(together).id
    url = f"/soknader/{number}/grunnopplysninger"
    web.log_in(together.signatory)
    script = Script(web, url)

    answer = script.save(status=422, title="Ny titt", contact_name="Nora")
    assert answer["state"] == "refused"
    assert "må bekrefte på nytt: Storfjord, Midtdal" in str(answer["problems"])
    assert together.read(number).contact_name == "Signe Lillevik"

    assert script.save(contact_name="Nora")["state"] == "saved"
    web.send(url, "Lagre", title="Ny tittel")
    assert together.read(number).title == "Ny tittel"


def test_a_collision_stops_the_script_and_the_same_text_does_not(
    web: Web, together: Collaboration, draft: Application, url: str
) -> None:
    web.log_in(together.signatory)
    script, other = Script(web, url), Script(web, url)
    script.save(collaboration_name="Fjordene")

    assert other.save(collaboration_name="Fjordene")["state"] == "saved"
    script.seen = None
    answer = script.save(status=409, collaboration_name="Daler")
    assert answer["state"] == "conflict"
    assert together.read(draft.id).collaboration_name == "Fjordene"


def test_a_session_that_ends_keeps_what_was_typed_for_its_writer(
    web: Web, together: Collaboration, draft: Application, url: str
) -> None:
    web.log_in(together.signatory)
    form = filled(web.open(url), url, "Lagre", {"collaboration_name": "Skrevet lenge"})
    with clock.frozen(MOMENT + timedelta(hours=3)):
        page = web.post(form)
        assert page.h1 is not None
        assert page.h1.get_text() == "Logg inn"
        assert "Det du skrev, er tatt vare på" in words(page)
        assert "Skrevet lenge" not in str(page)

        back = signed_in(web, page, together.signatory)

        assert back.url == url
        assert value_of(back, "collaboration_name") == "Skrevet lenge"
        assert "Du ble logget ut før det ble lagret" in words(back)
        assert together.read(draft.id).collaboration_name == "Fjordkommunene"
        web.post(filled(back, url, "Lagre", {}))
        assert together.read(draft.id).collaboration_name == "Skrevet lenge"
        assert "Du ble logget ut" not in words(web.open(url))
    assert db.session.scalar(select(func.count(Typed.id))) == 0


def test_nobody_else_sees_what_was_typed(web: Web, together: Collaboration, url: str) -> None:
    web.log_in(together.signatory)
    form = filled(web.open(url), url, "Lagre", {"collaboration_name": "Bare mitt"})
    colleague = an_editor(together.lead, "Nora Lillevik")
    with clock.frozen(MOMENT + timedelta(hours=3)):
        page = signed_in(web, web.post(form), colleague)
        assert value_of(page, "collaboration_name") == "Fjordkommunene"
        assert "Du ble logget ut" not in words(page)
        web.log_in(together.signatory)
        assert value_of(web.open(url), "collaboration_name") == "Bare mitt"
        page = web.send(url, "Kast det og vis det som er lagret")
        assert value_of(page, "collaboration_name") == "Fjordkommunene"


def test_signing_out_elsewhere_loses_nothing(
    web: Web, together: Collaboration, url: str
) -> None:
    """Signing out takes the token with it: the page is known by the mark it carries."""
    web.log_in(together.signatory)
    form = filled(web.open(url), url, "Lagre", {"collaboration_name": "I den andre fanen"})
    web.send("/", "Logg ut")
    page = signed_in(web, web.post(form), together.signatory)
    assert value_of(page, "collaboration_name") == "I den andre fanen"


def test_a_page_from_before_signing_in_again_comes_back_filled(
    web: Web, together: Collaboration, url: str
) -> None:
    web.log_in(together.signatory)
    form = filled(web.open(url), url, "Lagre", {"collaboration_name": "Fra i går"})
    web.send("/", "Logg ut")
    web.log_in(together.signatory)
    page = web.post(form)
    assert value_of(page, "collaboration_name") == "Fra i går"


def test_a_forged_mark_keeps_nothing(web: Web, together: Collaboration, url: str) -> None:
    web.log_in(together.signatory)
    form = filled(web.open(url), url, "Lagre", {"collaboration_name": "Fremmed", "writer": "1.x"})
    with clock.frozen(MOMENT + timedelta(hours=3)):
        assert "tatt vare på" not in words(web.post(form))
    assert db.session.scalar(select(func.count(Typed.id))) == 0


def test_a_script_is_told_that_the_session_has_ended(
    web: Web, together: Collaboration, url: str
) -> None:
    web.log_in(together.signatory)
    script = Script(web, url)
    with clock.frozen(MOMENT + timedelta(hours=3)):
        assert script.save(status=401, collaboration_name="Sent")["state"] == "signed_out"
        assert typed.typed_on(url, together.signatory) is not None


def test_what_nobody_came_back_for_is_let_go_of(together: Collaboration) -> None:
    by = together.signatory
    typed.keep_typed("/en", [("a", "1")], by=by, at=MOMENT)
    typed.keep_typed("/en", [("a", "2")], by=by, at=MOMENT)
    assert typed.typed_on("/en", by) == [("a", "2")]
    typed.keep_typed("/to", [("a", "1")], by=by, at=MOMENT + timedelta(days=31))
    assert typed.typed_on("/en", by) is None


def test_both_texts_may_stand(web: Web, together: Collaboration, draft: Application) -> None:
    number, url = draft.id, f"/soknader/{draft.id}/sporsmal/1"
    name = f"q-{next(one for one in draft.call.questions if one.kind.value == 'text').id}"
    web.log_in(together.signatory)
    mine = filled(web.open(url), url, "Lagre", {name: "Mitt avsnitt."})
    web.send(url, "Lagre", {name: "Deres avsnitt."})

    page = web.post(mine, status=409)
    assert "Kommunene har de samme behovene." in words(page)
    web.post(filled(page, url, "Lagre det jeg har valgt", {f"keep-{name}": "both"}))

    kept = {f"q-{one.question_id}": one.value for one in together.read(number).answers}
    assert kept[name] == "Deres avsnitt.\n\nMitt avsnitt."


def test_an_empty_table_may_be_chosen_over_a_filled_one() -> None:
    sent = MultiDict([("q-5-0-name", "Pasientjournal"), ("q-50", "annet")])
    put(sent, "q-5", [])
    assert sent["q-5"] == ""
    put(sent, "q-50", [])
    assert "q-50" not in sent
