from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from accounts.models import LanguageForm, MunicipalityVersion
from criteria.duties import DutyKind
from followup import document, queries
from followup.filling import document_of
from followup.models import Report
from followup.queries.paper import report_paper
from foundation import files, outbox
from foundation.database import db, transaction
from foundation.money import NOTHING, format_kroner
from foundation.outbox import Job
from payments import services as paying
from tests.builders.decisions import NOW
from tests.builders.followup import (
    EXPERIENCE,
    PROGRESS,
    a_sent_report,
    again,
    an_approved_report,
)
from tests.builders.payments import Grant, an_accepted_grant, signatory_of


def printed(grant: Grant, report: Report) -> bytes:
    outbox.work_until_empty(NOW)
    checksum = again(signatory_of(grant.application), report).document_sha256
    assert checksum is not None
    return files.store().read(checksum)


def test_a_sent_report_is_printed_once_from_what_was_recorded(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    paying.attest(grant.first(), by=grant.attester, at=NOW)
    paid = paying.authorise(grant.first(), by=grant.authoriser, at=NOW)
    report = a_sent_report(grant)
    pdf = printed(grant, report)
    assert pdf.startswith(b"%PDF-1.7")

    filled = document_of(report_paper(again(signatory_of(grant.application), report)))
    assert document.render(filled) == pdf
    words = document.text(filled).replace("\xa0", " ")
    for said in (
        PROGRESS, EXPERIENCE, "Behovene er beskrevet.", "Årsrapport", "2026/00001",
        "Tid på dokumentasjon per vakt", "revisor.pdf", format_kroner(paid.amount),
        format_kroner(grant.decision.amount), "35,5",
    ):  # fmt: skip
        assert said.replace("\xa0", " ") in words
    (year,) = filled.years
    assert (year.asked, year.granted, year.paid, year.spent) == (
        grant.application.asked, grant.decision.amount, paid.amount, grant.decision.amount,
    )  # fmt: skip
    assert (filled.used, filled.budget, filled.left) == (filled.spent, filled.granted, NOTHING)

    again_put = select(Job).where(Job.kind == "make_report")
    assert [job.tries for job in db.session.scalars(again_put)] == [1]


def test_the_paper_speaks_the_leads_form_and_stays_as_it_was_sent(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    with transaction():
        version = db.session.scalars(
            select(MunicipalityVersion).where(
                MunicipalityVersion.organisation_id == grant.application.partners[0].organisation_id
            )
        ).one()
        version.language_form = LanguageForm.NYNORSK
    report = a_sent_report(grant)
    pdf = printed(grant, report)
    paying.attest(grant.first(), by=grant.attester, at=NOW + timedelta(days=1))
    paying.authorise(grant.first(), by=grant.authoriser, at=NOW + timedelta(days=1))
    db.session.remove()
    filled = document_of(report_paper(queries.any_report(report.id)))
    assert filled.head.language == "nn"
    assert "Rekneskap" in document.text(filled)
    assert document.render(filled) == pdf


def test_a_final_report_tells_of_the_whole_grant(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    an_approved_report(grant)
    final = a_sent_report(grant, DutyKind.FINAL)
    words = document.text(document_of(report_paper(final)))
    assert "Sluttrapport" in words
    assert "Bekreftelsene fra revisor ligger ved" in words
    assert printed(grant, final).startswith(b"%PDF")
