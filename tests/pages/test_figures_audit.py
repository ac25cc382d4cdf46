"""The auditor's pages: the trail, and having everything checked."""

from flask import Flask
from sqlalchemy import select, text

from accounts.models import AuditEntry, Person, Role
from accounts.queries import person
from figures.checks import CHECKS
from figures.inspecting import MOST_SHOWN, inspect
from figures.models import Inspection
from foundation import clock, outbox
from foundation.columns import JsonValue
from foundation.database import db
from tests.builders.accounts import a_person
from tests.builders.damage import planted
from tests.builders.decisions import a_published_round
from tests.querycount import asked
from tests.web import Page, Web


def an_auditor() -> Person:
    return person(a_person(Role.AUDITOR, name="Rita Revisor").id)


def numbers(page: Page) -> list[int]:
    found = page.select("table tbody th[scope=row]")
    return [int("".join(cell.get_text().split())) for cell in found]


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def leads(page: Page, where: str) -> str:
    link = page.select_one(f"a[rel={where}]")
    assert link is not None
    return str(link["href"])


def test_the_trail_is_read_a_page_at_a_time_and_searched(app: Flask, web: Web) -> None:
    del app
    made = a_published_round((5,))
    web.log_in(an_auditor())
    newest = db.session.scalar(select(AuditEntry.id).order_by(AuditEntry.id.desc()).limit(1)) or 0
    with asked() as heard:
        page = web.open("/revisjon")
    assert heard.number <= 7
    assert numbers(page) == list(range(newest, newest - 50, -1))
    older = web.open(leads(page, "next"))
    assert numbers(older)[0] == newest - 50
    assert numbers(web.open(leads(older, "prev"))) == numbers(page)

    case = made.applications[0]
    page = web.open(f"/revisjon?subject={case.case_number}&act=case.submit")
    assert "Søknaden ble sendt inn" in words(page)
    assert page.find("a", href=f"/saker/{case.id}") is not None
    assert len(numbers(page)) == 1
    nobody = web.open("/revisjon?person=ingen&first_day=2026-01-01&last_day=31.12.2026")
    assert "Ingenting i sporet passer utvalget." in words(nobody)
    web.open("/revisjon?first_day=i+går&after=x")


def test_only_auditors_read_the_trail(app: Flask, web: Web) -> None:
    del app
    assert web.get("/revisjon", status=302).location == "/logg-inn?next=/revisjon"
    web.log_in(person(a_person(Role.CONTROLLER, name="Kari Kontroll").id))
    web.open("/revisjon", status=403)


def test_an_auditor_has_everything_checked_and_follows_the_work(app: Flask, web: Web) -> None:
    del app
    a_published_round((5,))
    web.log_in(an_auditor())
    assert "Ingen har kontrollert dataene ennå." in words(web.open("/revisjon"))
    page = web.send("/revisjon", press="Kontroller kjeden og alle data")
    assert page.select_one("progress[value='0']") is not None
    address = page.url
    assert "En kontroll pågår." in words(web.open("/revisjon"))

    outbox.work_until_empty(clock.now())
    page = web.open(address)
    assert page.find("progress") is None
    assert "Alt som alltid skal gjelde, gjelder." in words(page)
    assert words(page).count("Uten feil") == len(CHECKS)
    assert "Siste kontroll fant ingen feil." in words(web.open("/revisjon"))
    web.open("/revisjon/kontroll/99", status=404)


def test_what_is_wrong_is_told_and_a_stopped_run_goes_on(app: Flask, web: Web) -> None:
    del app
    a_published_round((5,))
    web.log_in(an_auditor())
    address = web.send("/revisjon", press="Kontroller kjeden og alle data").url
    run = db.session.scalars(select(Inspection)).one()
    with planted("UPDATE audit_entry SET act = 'x'"):
        db.session.commit()  # this time the damage stays
    inspect(JsonValue(inspection=run.id), clock.now())
    found = {one["check"]: one["found"] for one in run.results["checks"]}
    changed = db.session.scalar(text("SELECT count(*) FROM audit_entry"))
    assert found["audit chain"] == changed
    against_the_trail = {"ledger and trail", "journal and trail", "authorities"}
    assert {one for one, number in found.items() if number} == {"audit chain", *against_the_trail}
    page = web.open(address)
    assert "Kontrollen fant feil" in words(page)
    assert "audit entry 1 was changed after it was sealed" in words(page)
    assert f"… og {changed - MOST_SHOWN} til" in words(page)

    before = run.results
    inspect(JsonValue(inspection=run.id), clock.now())
    db.session.expire_all()
    assert run.results == before
