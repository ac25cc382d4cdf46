"""The pages of openness: the journal, asking and answering, marking, and a party's own file."""

import csv
import io
from hashlib import sha256
from zipfile import ZipFile

from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry, Role
from accounts.queries import person
from decisions.models import Letter
from figures.openness.models import DisclosureRequest, DocumentKind
from foundation import files
from foundation.database import db
from foundation.outbox import Mail
from tests.builders.accounts import a_person
from tests.builders.appeals import LATER, Appeal, an_appeal, who_signs
from tests.builders.decisions import a_signed_round, make_documents
from tests.builders.openness import a_kept_journal, lines, the_line
from tests.querycount import asked
from tests.web import Page, Web

MOST_QUERIES = 2


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def a_journal() -> Appeal:
    appeal = an_appeal()
    a_kept_journal(LATER)
    return appeal


def test_anybody_reads_searches_and_pages_the_journal(app: Flask, web: Web) -> None:
    del app
    appeal = a_journal()
    number = appeal.again().application.case_number
    with asked() as heard:
        page = web.open("/offentlig-journal")
    assert heard.number <= MOST_QUERIES
    assert f"{number}-1" in words(page)
    one = web.open(f"/offentlig-journal?case={number}&direction=in")
    assert len(one.select("tbody tr")) == 2
    assert "Klage på vedtak" in words(one)
    assert "Ingen dokumenter passer" in words(web.open("/offentlig-journal?first_day=2030-01-01"))
    assert "Ingen dokumenter passer" in words(web.open("/offentlig-journal?party=finnes+ikke"))
    web.get("/offentlig-journal?after=noe", status=404)
    first = web.get("/offentlig-journal")
    again = web.get(
        "/offentlig-journal", status=304, headers={"If-None-Match": first.headers["ETag"]}
    )
    assert again.data == b""


def test_the_table_holds_what_the_page_does_and_runs_nothing(app: Flask, web: Web) -> None:
    del app
    appeal = a_journal()
    number = appeal.again().application.case_number
    text = web.get(f"/offentlig-journal.csv?case={number}").get_data().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    shown = lines(appeal.complaint.application_id)
    assert [(row[1], int(row[2]), row[5]) for row in rows[1:]] == [
        (number, one.number, one.title)
        for one in sorted(shown, key=lambda one: (one.dated, one.id), reverse=True)
    ]


def test_what_is_signed_and_not_sent_out_is_nowhere(app: Flask, web: Web) -> None:
    del app
    made = a_signed_round()
    make_documents()
    a_kept_journal()
    everything = web.get("/offentlig-journal").text + web.get("/offentlig-journal.csv").text
    assert f";{made.applications[0].case_number};1;" in everything
    for word in ("Tilskuddsbrev", "Avslag", "Brev om avvisning"):
        assert word not in everything


def test_a_stranger_asks_and_an_officer_answers(app: Flask, web: Web) -> None:
    appeal = a_journal()
    line = the_line(appeal.complaint.application_id, DocumentKind.COMPLAINT)
    wrong = web.send(f"/offentlig-journal/{line.id}/innsyn", email="ingen", said="Hei")
    assert "Skriv en gyldig e-postadresse" in words(wrong)
    done = web.send(f"/offentlig-journal/{line.id}/innsyn", email="en@avis.example", said="Hei")
    assert "Vi har mottatt innsynskravet, og svarer innen" in words(done)
    again = web.send(f"/offentlig-journal/{line.id}/innsyn", email="en@avis.example")
    assert "har allerede bedt om dokumentet" in words(again)
    request = db.session.scalars(select(DisclosureRequest)).one()

    officer = Web(app)
    officer.log_in(appeal.officer)
    assert "Innsynskrav som ikke er besvart" in words(officer.open("/"))
    listed = officer.open("/innsynskrav")
    assert listed.find("a", href=f"/innsynskrav/{request.id}") is not None
    refused = officer.send(f"/innsynskrav/{request.id}", press="Send svaret", given=[])
    assert "Velg paragrafen" in words(refused)
    assert "Svaret er sendt" in words(
        officer.send(f"/innsynskrav/{request.id}", press="Send svaret", answer="Vær så god.")
    )
    assert "Kravet er besvart" in words(officer.open(f"/innsynskrav/{request.id}"))
    mail = db.session.scalars(select(Mail).order_by(Mail.id.desc())).first()
    assert mail is not None
    address = mail.body[mail.body.index("/innsyn/svar/") :]
    page = web.open(address)
    assert "Vær så god." in words(page)
    assert "avslått" not in words(page)
    archive = ZipFile(io.BytesIO(web.get(f"{address}/dokument.zip").data))
    assert any(name.endswith("klage.html") for name in archive.namelist())
    web.get(f"{address}x", status=404)


def test_a_refusal_names_its_paragraph_and_says_how_to_complain(app: Flask, web: Web) -> None:
    appeal = a_journal()
    line = the_line(appeal.complaint.application_id, DocumentKind.COMPLAINT)
    web.send(f"/offentlig-journal/{line.id}/innsyn", email="en@avis.example")
    request = db.session.scalars(select(DisclosureRequest)).one()
    officer = Web(app)
    officer.log_in(appeal.officer)
    officer.send(f"/innsynskrav/{request.id}", press="Send svaret", given=[], ground="internal")
    mail = db.session.scalars(select(Mail).order_by(Mail.id.desc())).first()
    assert mail is not None
    address = mail.body[mail.body.index("/innsyn/svar/") :]
    page = words(web.open(address))
    assert "offl. § 14 første ledd" in page
    assert "Avslaget kan påklages innen tre uker" in page
    web.get(f"{address}/dokument.zip", status=404)


def test_an_officer_screens_a_title_and_the_public_reads_the_other(app: Flask, web: Web) -> None:
    appeal = a_journal()
    case = appeal.complaint.application_id
    own = lines(case)[0].own_title
    officer = Web(app)
    officer.log_in(appeal.officer)
    assert officer.open(f"/saker/{case}").find("a", href=f"/saker/{case}/journal") is not None
    assert own in words(officer.open(f"/saker/{case}/journal"))
    done = officer.send(
        f"/saker/{case}/journal/1", press="Lagre merkingen",
        ground="personal", title="Søknad om ***", reason="Navngir en person.",
    )  # fmt: skip
    assert "Offentlig tittel: Søknad om ***" in words(done)
    assert own in words(done)
    number = appeal.again().application.case_number
    outside = web.get(f"/offentlig-journal?case={number}").text
    assert "Søknad om ***" in outside
    assert own not in outside
    assert "jf. fvl. § 13 første ledd nr. 1" in outside
    signatory = Web(app)
    signatory.log_in(appeal.signatory)
    signatory.get(f"/saker/{case}/journal", status=403)


def a_file(web: Web, case: int) -> ZipFile:
    return ZipFile(io.BytesIO(web.get(f"/soknader/{case}/dokumenter.zip").data))


def test_a_party_fetches_its_own_file_and_each_sees_its_own(app: Flask, web: Web) -> None:
    appeal = an_appeal()
    case = appeal.complaint.application_id
    web.log_in(appeal.signatory)
    page = web.open(f"/soknader/{case}")
    assert page.find("a", href=f"/soknader/{case}/dokumenter") is not None
    assert "Klage på vedtak" in words(web.open(f"/soknader/{case}/dokumenter"))
    own = a_file(web, case)
    assert own.testzip() is None
    rows = list(
        csv.DictReader(io.StringIO(own.read("innhold.csv").decode("utf-8-sig")), delimiter=";")
    )
    assert {row["Fil"] for row in rows} | {"innhold.html", "innhold.csv"} == set(own.namelist())
    for row in rows:
        content = own.read(row["Fil"])
        assert sha256(content).hexdigest() == row["SHA-256"]
        assert len(content) == int(row["Størrelse i byte"])
    assert [row["Nr."] for row in rows] == sorted((row["Nr."] for row in rows), key=int)
    assert "Klage på vedtak" in {row["Dokument"] for row in rows}
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.act == "case_file.downloaded")
    ).one()
    assert (entry.person_id, entry.detail["files"]) == (appeal.signatory.id, len(rows))

    partner = Web(app)
    partner.log_in(who_signs(appeal.round.decisions()[0], place=1))
    theirs = a_file(partner, case)
    names = " ".join(theirs.namelist())
    assert "klage" not in names
    assert "soknad.html" in names
    letters = [name for name in theirs.namelist() if "-brev/" in name]
    assert len(letters) == 2  # the receipt and the copy that is their own

    stranger = Web(app)
    stranger.log_in(person(a_person(Role.SIGNATORY, name="Ukjent").id))
    stranger.get(f"/soknader/{case}/dokumenter.zip", status=404)
    stranger.get(f"/soknader/{case}/dokumenter", status=404)


def test_a_file_with_a_hole_is_not_handed_out(app: Flask, web: Web) -> None:
    del app
    appeal = an_appeal()
    case = appeal.complaint.application_id
    letter = db.session.scalars(
        select(Letter).where(
            Letter.application_id == case,
            Letter.organisation_id == appeal.complaint.organisation_id,
            Letter.decision_id.is_not(None),
        )
    ).one()
    files.store().path_of(letter.sha256 or "").unlink()
    web.log_in(appeal.signatory)
    name = f"{letter.kind.value.replace('_', '-')}-{letter.language}.pdf"
    assert name in words(web.open(f"/soknader/{case}/dokumenter"))
    refused = web.open(f"/soknader/{case}/dokumenter.zip")
    assert "Saken kan ikke lastes ned nå" in refused.get_text()
    assert not db.session.scalars(
        select(AuditEntry).where(AuditEntry.act == "case_file.downloaded")
    ).all()
