"""Reporting in the browser: the lead writes and sends, the office reviews."""

import re
from datetime import timedelta
from io import BytesIO

from bs4 import Tag
from flask import Flask

from accounts.queries import person
from applications.queries import any_application
from criteria.duties import DutyKind
from criteria.steps import Step
from followup import queries
from followup.queries.review import Queue, ReviewFilter
from foundation import clock, outbox
from foundation.money import format_kroner
from tests.builders.accounts import an_administrator
from tests.builders.applications import A_PDF, an_editor
from tests.builders.assessments import an_officer
from tests.builders.decisions import NOW, a_published_round
from tests.builders.followup import (
    EXPERIENCE,
    PROGRESS,
    RESULTS,
    a_draft,
    a_filled_draft,
    a_sent_report,
    again,
    an_approved_report,
    project_of,
)
from tests.builders.payments import Grant, accept, an_accepted_grant, signatory_of
from tests.querycount import asked
from tests.web import Page, Web

DUTIES = 6
"""Annual and final report, three years of benefits, and what was learnt: as the call has it."""


def words(page: Page) -> str:
    return plain(page.main.get_text(" ") if page.main else "")


def plain(text: str) -> str:
    return " ".join(text.split())


def filled_in(grant: Grant, report_id: int) -> dict[str, str]:
    """Give what a project types in the form of its report."""
    report = queries.report_of(signatory_of(grant.application), report_id)
    budget = project_of(grant).budget_of(report.duty)
    typed = {"progress": PROGRESS, "results": RESULTS, "experience": EXPERIENCE}
    for one in report.activities:
        prefix = f"a-{one.activity_id}"
        typed |= {
            f"{prefix}-status": "under_way",
            f"{prefix}-percent": "40",
            f"{prefix}-comment": "Behovene er beskrevet.",
            f"{prefix}-spent": str(budget[one.activity_id] // 100),
        }
    for each in report.benefits:
        prefix = f"b-{each.benefit_id}"
        typed |= {
            f"{prefix}-indicator": "Tid på dokumentasjon",
            f"{prefix}-unit": "minutter",
            f"{prefix}-owner": "Fjell1, helsesjef",
            f"{prefix}-baseline": "52",
            f"{prefix}-target": "35,5",
            f"{prefix}-target_on": "2028-12-31",
        }
    return typed


def test_a_report_is_written_and_sent_in_the_browser(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        page = web.send("/rapporter", press="Begynn – Årsrapport 2026")
        address = page.url
        assert re.fullmatch(r"/rapporter/\d+/skriv", address)
        report_id = int(address.split("/")[2])
        page = web.open(f"/rapporter/{report_id}/send-inn")
        assert "Dette må på plass før rapporten kan sendes inn" in words(page)
        for link in page.select(".alert li a"):
            there = web.open(str(link["href"]).split("#")[0])
            if "#" in str(link["href"]):
                assert there.find(id=str(link["href"]).split("#")[1]), link
        page = web.send(address, "Lagre", filled_in(grant, report_id))
        assert "Lagret kl. 10:00." in words(page)
        page = web.send(f"/rapporter/{report_id}/revisor", file=(BytesIO(A_PDF), "revisor.pdf"))
        assert "revisor.pdf er lagt ved." in words(page)
        page = web.send(f"/rapporter/{report_id}/send-inn", confirmed=True)
        assert "Rapporten er sendt inn." in words(page)
        web.open(address, status=404)

        outbox.work_until_empty(NOW)
        printed = web.get(f"/rapporter/{report_id}/rapport.pdf")
        assert printed.data.startswith(b"%PDF")
        assert "attachment" in printed.headers["Content-Disposition"]
        assert web.get(f"/rapporter/{report_id}/revisor-vedlegg").data == A_PDF


def test_a_report_is_returned_answered_and_approved_in_the_browser(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    signatory, officer = signatory_of(grant.application), grant.round.drafter
    report_id = a_sent_report(grant).id
    with clock.frozen(NOW):
        web.log_in(officer)
        page = web.open("/rapporter/til-behandling")
        assert str(grant.application.case_number) in words(page)
        review = f"/rapporter/til-behandling/{report_id}"
        page = web.open(review)
        assert "Behovene er beskrevet." in words(page)
        assert plain(format_kroner(grant.decision.amount)) in words(page)
        page = web.send(review, press="Send tilbake", text="")
        assert "Skriv hva som må rettes." in words(page)
        page = web.send(review, press="Send tilbake", text="Fortell mer om vikarene.")
        assert "Rapporten er sendt tilbake." in words(page)

        web.log_in(signatory)
        assert "Fortell mer om vikarene." in words(web.open(f"/rapporter/{report_id}"))
        page = web.send(f"/rapporter/{report_id}", press="Rett og send på nytt")
        assert "Fortell mer om vikarene." in words(page)
        second = int(page.url.split("/")[2])
        assert second != report_id
        web.send(page.url, press="Lagre", results="Vi leide inn to vikarer.")
        web.send(f"/rapporter/{second}/send-inn", confirmed=True)

        web.log_in(officer)
        page = web.open(f"/rapporter/til-behandling/{second}")
        assert "Tidligere rapporter i saken" in words(page)
        caption = page.find("caption", string="Tekstene ved siden av hverandre")
        table = caption.find_parent("table") if caption else None
        beside = table.get_text(" ") if table else ""
        assert RESULTS in beside
        assert "Vi leide inn to vikarer." in beside
        assert plain(beside).count("Uendret") == 2
        page = web.send(f"/rapporter/til-behandling/{second}", press="Godkjenn rapporten", text="")
        assert "Rapporten er godkjent." in words(page)
        assert "Ingen rapporter passer utvalget." in words(page)
    assert [one.due_at is not None for one in grant.instalments()] == [True, True, False]


def test_the_final_report_takes_its_accounts_from_the_annual_one(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    an_approved_report(grant)
    signatory, officer = signatory_of(grant.application), grant.round.drafter
    with clock.frozen(NOW):
        web.log_in(signatory)
        page = web.send("/rapporter", press="Begynn – Sluttrapport 2026")
        assert "Regnskapet er summen av årsrapportene" in words(page)
        report_id = int(page.url.split("/")[2])
        assert plain(format_kroner(grant.decision.amount)) in words(page)
        (activity,) = queries.report_of(signatory_of(grant.application), report_id).activities
        web.send(
            page.url,
            "Lagre",
            {
                f"a-{activity.activity_id}-status": "done",
                f"a-{activity.activity_id}-percent": "100",
                f"a-{activity.activity_id}-comment": "Alt er gjort.",
            },
            progress=PROGRESS,
            results=RESULTS,
            experience=EXPERIENCE,
        )
        web.open(f"/rapporter/{report_id}/revisor", status=404)
        web.send(f"/rapporter/{report_id}/send-inn", confirmed=True)
        web.log_in(officer)
        web.send(f"/rapporter/til-behandling/{report_id}", press="Godkjenn rapporten", text="Takk.")
    assert grant.step() is Step.COMPLETED
    assert all(one.due_at is not None for one in grant.instalments())


def test_what_is_typed_wrong_stays_and_is_told(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    report = a_draft(grant)
    activity = report.activities[0].activity_id
    benefit = report.benefits[0].benefit_id
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        page = web.send(
            f"/rapporter/{report.id}/skriv",
            "Lagre",
            {
                f"a-{activity}-percent": "140",
                f"a-{activity}-spent": "mange",
                f"b-{benefit}-target": "litt",
            },
            progress=PROGRESS,
        )
        told = words(page)
        for problem in (
            "Skriv et tall fra 0 til 100.", "Skriv beløpet i kroner", "Skriv et tall, for eksempel",
        ):  # fmt: skip
            assert problem in told
        field = page.find(id=f"a-{activity}-spent")
        assert isinstance(field, Tag)
        assert field["value"] == "mange"
    assert again(signatory_of(grant.application), report).progress == ""


def test_two_who_write_at_once_see_both_texts(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    report = a_draft(grant)
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        stale = web.open(f"/rapporter/{report.id}/skriv")
        seen = stale.find("input", attrs={"name": "seen"})
        assert isinstance(seen, Tag)
        web.send(f"/rapporter/{report.id}/skriv", press="Lagre", progress="Kollegaens tekst.")
        page = web.send(
            f"/rapporter/{report.id}/skriv",
            press="Lagre",
            status=409,
            progress="Min tekst.",
            seen=str(seen["value"]),
        )
        assert "Kollegaens tekst." in words(page)
        assert "Min tekst." in words(page)
    assert again(signatory_of(grant.application), report).progress == "Kollegaens tekst."


def test_nobody_outside_the_project_or_past_the_gate_sees_a_report(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    sent = a_sent_report(grant)
    draft = a_draft(grant, DutyKind.FINAL)
    partner = next(one for one in grant.application.partners if one.role.value == "participant")
    with clock.frozen(NOW):
        web.log_in(an_editor(partner.organisation, "Didrik Deltaker"))
        assert "Hovedsøkeren skriver" in words(web.open("/rapporter"))
        assert PROGRESS in words(web.open(f"/rapporter/{sent.id}"))
        for address in ("", "/skriv", "/send-inn", "/rapport.pdf"):
            web.open(f"/rapporter/{draft.id}{address}", status=404)
        web.open(f"/rapporter/{sent.id}/skriv", status=404)
        web.open("/rapporter/til-behandling", status=403)

        web.log_in(an_administrator("Alf Administrator"))
        web.open(f"/rapporter/{sent.id}", status=403)
        web.open(f"/rapporter/til-behandling/{sent.id}", status=403)

        officer = an_officer("Oda Onsrud")
        web.log_in(officer)
        page = web.open(f"/rapporter/til-behandling/{sent.id}")
        assert page.url == f"/saker/{grant.application.id}/habilitet"
        assert web.get(f"/rapporter/til-behandling/{sent.id}/rapport.pdf", status=303)
        web.open(f"/rapporter/til-behandling/{draft.id}", status=404)

        web.log_in(person(grant.attester.id))
        page = web.open(f"/rapporter/til-behandling/{sent.id}")
        assert "Godkjenn rapporten" not in words(page)


def test_an_editor_writes_and_leaves_the_sending_to_the_signatory(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    report = a_filled_draft(grant)
    with clock.frozen(NOW):
        web.log_in(an_editor(grant.application.partners[0].organisation, "Eva Editor"))
        page = web.open(f"/rapporter/{report.id}/send-inn")
        assert "Den som har signaturrett for hovedsøkeren, må sende den inn." in words(page)
        assert "Send inn rapporten" not in words(page)
        web.send(f"/rapporter/{report.id}/skriv", press="Lagre", results="Evas tekst.")
    assert again(signatory_of(grant.application), report).results == "Evas tekst."


def test_what_is_late_is_told_to_both_sides(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW + timedelta(days=400)):
        web.log_in(signatory_of(grant.application))
        assert words(web.open("/rapporter")).count("Fristen er ute") == 2
        assert "Fristen er ute" in words(web.open(f"/soknader/{grant.application.id}"))
        web.log_in(grant.round.drafter)
        page = web.open("/rapporter/til-behandling?queue=overdue")
        assert words(page).count("Årsrapport 2026") == 1
        assert "Fristen er ute" in words(web.open(f"/saker/{grant.application.id}"))
        page = web.open("/rapporter/til-behandling?queue=all&kind=final&case=2026/00001")
        assert "Sluttrapport 2026" in words(page)
        web.open("/rapporter/til-behandling?queue=nonsense&case=hei")
        web.open("/rapporter/til-behandling?after=nonsense", status=404)


def test_the_lists_ask_no_more_for_many_rows_than_for_few(app: Flask, web: Web) -> None:
    del app
    made = a_published_round((5, 4, 4))
    numbers = []
    with clock.frozen(NOW):
        web.log_in(made.drafter)
        for place in range(3):
            accept(any_application(made.applications[place].id))
            with asked() as heard:
                page = web.open("/rapporter/til-behandling?queue=all")
            numbers.append(heard.number)
            assert len(page.select("tbody tr")) == DUTIES * (place + 1)
    assert len(set(numbers)) == 1
    assert numbers[0] <= 8


def test_the_list_is_paged_by_keys_both_ways(app: Flask) -> None:
    del app
    made = a_published_round((5, 4))
    for place in range(2):
        accept(any_application(made.applications[place].id))
    everything = ReviewFilter(NOW.date(), Queue.ALL)
    whole = [row.duty.id for row in queries.review_page(everything).rows]
    assert len(whole) == 2 * DUTIES
    first = queries.review_page(everything, size=7)
    second = queries.review_page(everything, after=first.after, size=7)
    assert [row.duty.id for row in (*first.rows, *second.rows)] == whole
    back = queries.review_page(everything, before=second.before, size=7)
    assert [row.duty.id for row in back.rows] == whole[:7]
    assert (first.before, second.after, back.before) == (None, None, None)
