"""An auditor has a pack of evidence made of a case, a round and a year, and nobody else does."""

import io
import json
from zipfile import ZipFile

from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry, Person, Role
from accounts.queries import person
from decisions.models import Letter
from figures.evidence.queries import packs
from figures.evidence.verify import TRAIL, problems
from foundation import outbox
from foundation.database import db
from tests.builders.accounts import a_person
from tests.builders.decisions import NOW, a_controller
from tests.builders.figures import Year, a_year
from tests.web import Web


def an_auditor() -> Person:
    return person(a_person(Role.AUDITOR, name="Rita Revisor").id)


def made(web: Web, **chosen: str | int) -> bytes:
    """Ask for a pack on the page, let the worker make it, and fetch it."""
    web.send("/revisjon/bevis", more=chosen)
    newest = packs()[0]
    assert "Lager pakken" in web.open(f"/revisjon/bevis/{newest.id}").get_text(" ")
    web.get(f"/revisjon/bevis/{newest.id}.zip", status=404)
    outbox.work_until_empty(NOW)
    db.session.expire_all()
    newest = packs()[0]
    page = web.open(f"/revisjon/bevis/{newest.id}").get_text(" ")
    assert str(newest.last_hash) in page
    answer = web.get(f"/revisjon/bevis/{newest.id}.zip")
    assert answer.content_length == len(answer.data) == newest.size
    assert list(problems(io.BytesIO(answer.data), newest.last_hash)) == []
    return bytes(answer.data)


def test_a_case_a_round_and_a_year_are_proven_whole(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    number = str(year.grant.application.case_number)
    web.log_in(an_auditor())
    case = names_in(made(web, extent="sak", case=number))
    folder = f"saker/{number.replace('/', '-')}"
    letters = db.session.scalars(
        select(Letter.id).where(
            Letter.application_id == year.grant.application.id, Letter.made_at.is_not(None)
        )
    ).all()
    assert len([one for one in case if one.startswith(f"{folder}/brev/")]) == len(letters) > 0
    assert {"verifiser.py", f"{folder}/sak.json", "tabeller/ledger.csv", TRAIL} <= case.keys()
    record = json.loads(case[f"{folder}/sak.json"])
    assert record["application"][0]["case_number"] == number
    assert len(record["entry"]) == case["tabeller/ledger.csv"].count(b"\r\n") - 1 > 1
    assert year.grant.attester.name in {one["name"] for one in record["person"]}
    assert {"authority", "closed_month", "movement", "payment_batch"} <= record.keys()
    assert not {"internal_note", "declaration", "message"} & record.keys()

    whole = names_in(made(web, extent="aar", year="2026"))
    assert "tabeller/deviations.csv" in whole
    books = json.loads(whole["boker/boker.json"])
    assert sum(one["appropriated"] for one in books["post_balance"]) > 0
    assert {one["year"] for one in books["appropriation"]} == {2026}
    ids = [json.loads(line)["id"] for line in whole[TRAIL].splitlines()]
    assert ids == list(range(ids[0], ids[-1] + 1))  # the whole chain of the year
    assert [one for one in whole if one.endswith("sak.json")] == [f"{folder}/sak.json"]

    of_round = made(web, extent="runde", round=str(year.grant.round.call.id))
    assert f"{folder}/sak.json" in names_in(of_round)
    acts = db.session.scalars(select(AuditEntry.act).where(AuditEntry.act.startswith("evidence.")))
    assert sorted(acts) == [
        f"evidence.{act}" for act in ("asked", "fetched", "made") for _ in "123"
    ]


def names_in(pack: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(pack)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def undecided(year: Year) -> str:
    return str(year.undecided.case_number)


def test_what_is_not_decided_is_no_evidence_and_only_an_auditor_asks(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(an_auditor())
    page = web.send("/revisjon/bevis", extent="sak", case=undecided(year))
    assert "bare saker som er avgjort" in page.get_text(" ")
    assert page.find("input", attrs={"name": "case", "value": undecided(year)}) is not None
    page = web.send("/revisjon/bevis", extent="sak", case="2026/99999")
    assert "Det finnes ingen sak med dette nummeret." in page.get_text(" ")
    assert "Velg hva pakken gjelder." in web.send("/revisjon/bevis", extent=None).get_text(" ")
    assert list(packs()) == []
    web.log_in(a_controller("Kari Kontroll"))
    web.open("/revisjon/bevis", status=403)
