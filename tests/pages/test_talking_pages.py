"""Messages, notes, notices and files through the pages: who finds what, and what is said of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from bs4 import Tag
from flask import Flask
from sqlalchemy import select

from accounts.models import Person, Role
from accounts.notices.models import Frequency, Topic
from accounts.notices.queries import choices_of, is_dead
from accounts.notices.services import mark_dead
from accounts.queries import person
from applications import services as applications
from applications.documents import Upload
from applications.facts import draft_facts
from applications.messages.queries import thread_of
from applications.messages.services import ask_office
from applications.models import Application, PartnerRole
from applications.queries import any_application, application_of
from assessments.services import ask_for_more
from assessments.talking.queries import notes_of
from assessments.talking.services import answer_applicant
from foundation import clock, outbox
from foundation.database import db
from foundation.outbox import Mail
from foundation.scans import AGAIN_AFTER
from tests.builders.accounts import a_person
from tests.builders.applications import (
    A_PDF,
    Collaboration,
    a_collaboration,
    a_deficiency,
    a_filled_draft,
    a_kommune,
    a_ready_draft,
    a_signatory,
    a_stored_pdf,
    an_editor,
)
from tests.builders.assessments import Case, a_staffed_case, an_officer
from tests.clamav import EICAR, Scanner, scanning
from tests.formfilling import Filled
from tests.querycount import asked
from tests.serving import free_port
from tests.web import Page, Web


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def case(app: Flask) -> Case:
    del app
    return a_staffed_case()


@pytest.fixture
def scan_at(app: Flask) -> Iterator[Callable[[str], None]]:
    before = app.extensions["tilsagn"]

    def at(address: str) -> None:
        app.extensions["tilsagn"] = replace(before, clamd=address)

    yield at
    app.extensions["tilsagn"] = before


@pytest.fixture
def scanner(scan_at: Callable[[str], None]) -> Iterator[Scanner]:
    with scanning() as one:
        scan_at(one.address)
        yield one


def text_of(page: Page) -> str:
    return " ".join(page.main.get_text().split()) if page.main else ""


def applicant_of(case: Case) -> Person:
    assert case.application.submitted_by_id is not None
    return person(case.application.submitted_by_id)


def ask(application: Application, by: Person, *, file: bytes | None = None) -> int:
    upload = Upload(a_stored_pdf(file), "kart.pdf") if file else None
    message = ask_office(
        application_of(by, application.id), body="Når er fristen?", upload=upload, by=by,
        at=clock.now(),
    )  # fmt: skip
    return message.id


def test_a_question_is_asked_from_the_draft_and_answered_by_the_office(
    web: Web, together: Collaboration
) -> None:
    draft, officer = together.begin(), an_officer()
    web.log_in(together.signatory)
    assert "Meldinger til og fra Helsedirektoratet" in text_of(web.open(f"/soknader/{draft.id}"))
    page = web.send(f"/soknader/{draft.id}/meldinger", "Send meldingen", body="Kan vi være tre?")
    assert "Meldingen er sendt." in text_of(page)
    assert "Ikke lest ennå" in text_of(page)

    web.log_in(officer)
    page = web.open("/saker/meldinger")
    assert together.lead.name in text_of(page)
    assert "Kan vi være tre?" not in text_of(page)
    page = web.send(f"/saker/{draft.id}/meldinger", "Send til søkeren", body="Ja, minst tre.")
    assert "Kan vi være tre?" in text_of(page)
    assert draft.title not in str(page)
    assert "Alle spørsmål er besvart." in text_of(web.open("/saker/meldinger"))

    web.log_in(together.signatory)
    assert "1 ulest" in text_of(web.open(f"/soknader/{draft.id}"))
    page = web.open(f"/soknader/{draft.id}/meldinger")
    assert "Ja, minst tre." in text_of(page)
    assert f"Lest av {officer.name}" in text_of(page)
    assert "1 ulest" not in text_of(web.open(f"/soknader/{draft.id}"))


def test_what_was_typed_stays_when_the_file_is_refused(web: Web, together: Collaboration) -> None:
    draft = together.begin()
    web.log_in(together.signatory)
    page = web.send(
        f"/soknader/{draft.id}/meldinger", "Send meldingen", body="Se filen.",
        file=(BytesIO(b"MZ\x90" + b"\0" * 200), "kart.pdf"),
    )  # fmt: skip
    assert "Filen er av en type vi ikke tar imot." in text_of(page)
    assert the(page.find("textarea")).get_text().strip() == "Se filen."
    assert thread_of(draft.id) == []


def test_the_file_of_a_message_is_for_those_who_take_part_in_the_talk(
    web: Web, together: Collaboration
) -> None:
    draft, by = together.begin(), together.signatory
    for one in together.others:
        applications.add_partner(draft, one, PartnerRole.PARTICIPANT, by=by, at=clock.now())
    message = ask(draft, by, file=A_PDF)
    outside, inside = (
        f"/soknader/{draft.id}/meldinger/{message}/fil",
        f"/saker/{draft.id}/meldinger/{message}/fil",
    )
    partners = together.read(draft.id).partners
    declined = next(one for one in partners if one.organisation_id == together.others[1].id)
    applications.decline_part(declined, by=together.others_signatories[1], at=clock.now())
    stranger = a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik")
    researcher = a_person(Role.RESEARCHER, name="Frida Forsker")
    expected = [
        (by, outside, 200), (an_editor(together.lead, "Egil"), outside, 200),
        (together.others_signatories[0], outside, 200),
        (together.others_signatories[1], outside, 404), (stranger, outside, 404),
        (an_officer(), inside, 200), (an_officer("Siri Saksbehandler"), outside, 403),
        (by, inside, 403), (researcher, outside, 403), (researcher, inside, 403),
    ]  # fmt: skip
    for who, url, status in expected:
        web.log_in(person(who.id))
        answer = web.get(url, status=status)
        if status == 200:
            assert answer.data == A_PDF
            assert answer.headers["Content-Disposition"].startswith("attachment")
    together.read(draft.id)
    other = together.begin("Et annet utkast")
    web.log_in(together.signatory)
    web.get(f"/soknader/{other.id}/meldinger/{message}/fil", status=404)


def test_a_case_is_closed_to_who_has_not_declared(web: Web, case: Case) -> None:
    message = ask(case.application, applicant_of(case), file=A_PDF)
    web.log_in(an_officer("Una Undeclared"))
    for url in ("meldinger", f"meldinger/{message}/fil", "merknader"):
        answer = web.get(f"/saker/{case.application.id}/{url}", status=303)
        assert answer.location == f"/saker/{case.application.id}/habilitet"
    web.log_in(case.handler)
    web.get(f"/saker/{case.application.id}/meldinger/{message}/fil")


def test_a_note_is_seen_in_the_office_and_nowhere_else(web: Web, case: Case) -> None:
    number, secret = case.application.id, "Ring rådmannen om dette"
    web.log_in(case.handler)
    web.send(f"/saker/{number}/merknader", "Lagre merknaden", note=secret)
    answer_applicant(any_application(number), body="Et åpent svar", by=case.handler, at=clock.now())
    assert secret in text_of(web.open(f"/saker/{number}"))
    assert secret not in text_of(web.open(f"/saker/{number}/meldinger"))
    web.log_in(applicant_of(case))
    for url in ("", "/meldinger", "/les", "/kvittering", "/kontakt"):
        page = web.open(f"/soknader/{number}{url}")
        assert secret not in str(page), url
    assert "Et åpent svar" in text_of(web.open(f"/soknader/{number}/meldinger"))


def test_an_auditor_reads_the_notes_and_leaves_none(web: Web, case: Case) -> None:
    url = f"/saker/{case.application.id}/merknader"
    web.log_in(a_person(Role.AUDITOR, name="Rita Revisor"))
    page = web.open(url)
    assert page.select("textarea[name=note]") == []
    token = str(page.select("input[name=csrf_token]")[0]["value"])
    web.post(Filled(url, {"csrf_token": [token], "note": ["Fra revisjonen"]}), status=404)
    assert notes_of(case.application.id) == []


def test_the_list_of_questions_asks_the_same_however_many(
    web: Web, together: Collaboration
) -> None:
    first = together.begin("Første")
    ask(first, together.signatory)
    web.log_in(an_officer())
    web.open("/saker/meldinger")
    with asked() as few:
        web.open("/saker/meldinger")
    together.read(first.id)
    for number in range(5):
        ask(together.begin(f"Utkast {number}"), together.signatory)
    with asked() as many:
        web.open("/saker/meldinger")
    assert many.number == few.number


def test_how_often_one_is_told_is_chosen_on_the_profile(web: Web, together: Collaboration) -> None:
    by = together.signatory
    web.log_in(by)
    page = web.send(
        "/min-profil", "Lagre valgene", messages="weekly", partners="never", reports="daily",
        hearings="never",
    )
    assert "Valgene for varsler er lagret." in text_of(page)
    assert "Vedtak og andre brev i saken" in text_of(page)
    assert choices_of(by.id) == {
        Topic.MESSAGES: Frequency.WEEKLY,
        Topic.PARTNERS: Frequency.NEVER,
        Topic.REPORTS: Frequency.DAILY,
        Topic.RULINGS: Frequency.AT_ONCE,  # not offered: a kommune rules on nobody
        Topic.HEARINGS: Frequency.NEVER,
    }
    checked = [one["value"] for one in page.find_all("input", type="radio", checked=True)]
    assert checked == ["weekly", "never", "daily", "never"]


def test_who_is_told_of_nothing_chooses_nothing(web: Web, app: Flask) -> None:
    del app
    web.log_in(a_person(Role.RESEARCHER, name="Frida Forsker"))
    assert web.open("/min-profil").find("input", type="radio") is None
    web.log_in(an_officer())
    names = {one["name"] for one in web.open("/min-profil").find_all("input", type="radio")}
    assert names == {"messages"}


def test_both_sides_see_that_the_contact_is_not_reached(web: Web, case: Case) -> None:
    number = case.application.id
    web.log_in(case.handler)
    page = web.send("/adresser", "Merk adressen", email="ikke en adresse", reason="Retur")
    assert "Skriv en gyldig e-postadresse" in text_of(page)
    web.send("/adresser", "Merk adressen", email=case.application.contact_email, reason="Retur")
    assert "Vi når ikke søkeren" in text_of(web.open(f"/saker/{number}"))
    assert case.application.contact_email in text_of(web.open("/saker/meldinger"))

    web.log_in(applicant_of(case))
    assert "Vi når ikke dere som søker" in text_of(web.open(f"/soknader/{number}"))
    page = web.send(
        f"/soknader/{number}/kontakt",
        "Lagre kontaktpersonen",
        name="Nina",
        email="nina@example.org",
    )
    assert "Nina er nå kontaktperson." in text_of(page)
    assert "Vi når ikke dere som søker" not in text_of(page)

    web.log_in(case.handler)
    web.send("/adresser", f"Ta i bruk igjen – {case.application.contact_email}")
    assert not is_dead(case.application.contact_email)
    assert "Vi når alle." in text_of(web.open("/saker/meldinger"))


def test_an_administrator_sees_that_nothing_is_examined(web: Web, app: Flask) -> None:
    del app
    web.log_in(a_person(Role.ADMINISTRATOR, name="Arne Admin"))
    assert "Filer blir ikke undersøkt for virus" in text_of(web.open("/forvaltning/drift"))


def test_an_administrator_sees_whether_the_scanner_answers(
    web: Web, app: Flask, scanner: Scanner, scan_at: Callable[[str], None]
) -> None:
    del app, scanner
    web.log_in(a_person(Role.ADMINISTRATOR, name="Arne Admin"))
    assert "Viruskontrollen svarer." in text_of(web.open("/forvaltning/drift"))
    scan_at(f"127.0.0.1:{free_port()}")
    assert "Viruskontrollen svarer ikke" in text_of(web.open("/forvaltning/drift"))


def test_a_document_is_opened_when_it_is_examined(
    web: Web, together: Collaboration, scanner: Scanner
) -> None:
    del scanner
    draft = a_filled_draft(together)
    url = f"/soknader/{draft.id}/vedlegg/{draft.attachments[0].id}"
    web.log_in(together.signatory)
    assert "kan ikke åpnes før den er kontrollert" in text_of(web.open(url, status=409))
    assert "Venter på viruskontroll" in text_of(web.open(f"/soknader/{draft.id}/vedlegg"))
    outbox.work_until_empty(clock.now())
    assert web.get(url).data == A_PDF
    assert "Venter på viruskontroll" not in text_of(web.open(f"/soknader/{draft.id}/vedlegg"))


def test_one_may_hand_in_while_the_scanner_is_away_but_nobody_opens_the_file(
    web: Web, together: Collaboration, scan_at: Callable[[str], None]
) -> None:
    port = free_port()
    scan_at(f"127.0.0.1:{port}")
    draft = a_ready_draft(together)
    outbox.work_until_empty(clock.now())
    assert applications.submit(draft.id, by=together.signatory, at=clock.now())
    case = any_application(draft.id)
    attachment = case.attachments[0].id
    web.log_in(together.signatory)
    web.open(f"/soknader/{case.id}/vedlegg/{attachment}", status=409)
    web.log_in(a_person(Role.AUDITOR, name="Rita Revisor"))
    web.open(f"/saker/{case.id}/vedlegg/{attachment}", status=409)
    with scanning(port):
        outbox.work_until_empty(clock.now() + AGAIN_AFTER)
    web.get(f"/saker/{case.id}/vedlegg/{attachment}")


def test_an_infected_document_is_missing_again_and_both_sides_are_told(
    web: Web, together: Collaboration, scanner: Scanner
) -> None:
    del scanner
    draft = a_ready_draft(together)
    applications.submit(draft.id, by=together.signatory, at=clock.now())
    outbox.work_until_empty(clock.now())
    officer = an_officer()
    deficiency = a_deficiency(any_application(draft.id))
    web.log_in(together.signatory)
    web.send(
        f"/soknader/{draft.id}/mangler/{deficiency}", "Send svaret", answer="Her er den.",
        files=(BytesIO(A_PDF + EICAR), "avtale.pdf"),
    )  # fmt: skip
    outbox.work_until_empty(clock.now())
    page = web.open(f"/soknader/{draft.id}")
    assert "avtale.pdf inneholder et virus og kan ikke brukes" in text_of(page)
    bad = next(one for one in any_application(draft.id).attachments if one.infected_at)
    page = web.open(f"/soknader/{draft.id}/vedlegg/{bad.id}", status=409)
    assert "inneholder et virus" in text_of(page)
    told = set(
        db.session.scalars(select(Mail.recipient).where(Mail.subject == "En fil kan ikke brukes"))
    )
    assert {together.signatory.email, officer.email} <= told


def test_an_infected_document_does_not_count_as_handed_in(
    together: Collaboration, scanner: Scanner
) -> None:
    del scanner
    draft = a_filled_draft(together)
    wanted = draft.call.required_attachments[0].code
    by, at = together.signatory, clock.now()
    for one in draft.attachments:
        if one.kind == wanted:
            applications.remove_attachment(one, by=by, at=at)
    applications.attach(
        together.read(draft.id), a_stored_pdf(A_PDF + EICAR), kind=wanted, filename="x.pdf",
        by=by, at=at,
    )  # fmt: skip
    assert wanted in draft_facts(together.read(draft.id)).attachments
    outbox.work_until_empty(at)
    assert wanted not in draft_facts(together.read(draft.id)).attachments


def test_an_old_alarm_about_a_draft_is_shown_to_its_writers(
    web: Web, together: Collaboration
) -> None:
    draft = together.begin()
    mark_dead(draft.contact_email, reason="Retur", by=an_officer(), at=clock.now())
    web.log_in(together.signatory)
    page = web.open(f"/soknader/{draft.id}")
    assert page.find(
        "a", href=f"/soknader/{draft.id}/grunnopplysninger", string="Rett kontaktpersonen"
    )


def test_a_section_is_opened_corrected_and_compared(web: Web, case: Case) -> None:
    number = case.application.id
    web.log_in(case.handler)
    page = web.send(
        f"/saker/{number}/kontroll/mangler", "Send til søkeren", text="Skriv tydeligere.",
        due_on="2026-03-20", sections=["questions"],
    )  # fmt: skip
    deficiency = any_application(number).deficiencies[0].id
    assert "Åpnet for retting: «Spørsmål»" in text_of(page)

    web.log_in(applicant_of(case))
    page = web.open(f"/soknader/{number}/mangler/{deficiency}")
    assert "Deler dere kan rette" in text_of(page)
    page = web.open(f"/soknader/{number}/sporsmal/1")
    assert "Dere retter i en søknad som er sendt inn" in text_of(page)
    name = str(the(page.find("textarea"))["name"])
    web.send(f"/soknader/{number}/sporsmal/1", "Lagre", more={name: "Nå er det tydelig."})
    answer = web.get(f"/soknader/{number}/budsjett", status=302)
    assert answer.location == f"/soknader/{number}"
    page = web.send(f"/soknader/{number}/mangler/{deficiency}", "Send svaret", answer="Rettet.")
    page = web.open(f"/soknader/{number}/mangler/{deficiency}")
    assert "Slik det ble sendt inn" in text_of(page)

    web.log_in(case.handler)
    page = web.open(f"/saker/{number}")
    kept, new = the(page.find("del")), the(page.find("ins"))
    assert "Kommunene har de samme behovene." in kept.get_text()
    assert "Nå er det tydelig." in new.get_text()


def test_both_sides_see_that_the_deadline_has_passed(web: Web, case: Case) -> None:
    number = case.application.id
    ask_for_more(
        case.application, text="Send avtalen.", due_on=date(2026, 3, 20), by=case.handler,
        at=clock.now(),
    )  # fmt: skip
    applicant, handler = applicant_of(case), case.handler
    with clock.frozen(datetime(2026, 3, 21, 0, 0, tzinfo=clock.OSLO)):
        web.log_in(handler)
        assert "Fristen for å svare var 20. mars 2026." in said(web.open(f"/saker/{number}"))
        web.log_in(person(applicant.id))
        assert "Fristen var 20. mars 2026." in said(web.open(f"/soknader/{number}"))


def the(found: Tag | None) -> Tag:
    assert found is not None
    return found


def said(page: Page) -> str:
    return text_of(page).replace("\xa0", " ")
