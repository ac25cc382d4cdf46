"""Making a document ready to be handed out, from the row that it is. Who may have it is asked before."""

from collections.abc import Callable, Sequence

from flask import render_template
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Organisation
from applications.corrections.shown import shown_corrections
from applications.messages.models import Message
from applications.models import Application, Attachment, Event
from applications.queries.one import deficiency_of
from applications.reading import read_over
from decisions.appeals import queries as appeals
from decisions.appeals.states import latest_ruling
from decisions.models import Acceptance, Letter
from figures.openness.models import DocumentKind
from figures.openness.papers.paper import PDF, Paper, Part, apart, stored, written
from figures.openness.papers.texts import linked, text_part
from figures.openness.sources import Document
from figures.openness.titles import Told, title_of
from followup.models import Report
from followup.queries import report_by_id
from foundation.database import db
from foundation.wording import format_account


def paper_of(document: Document, application: Application) -> Paper:
    """Give a document with its parts. Needs its application whole, as cases are read."""
    told, parts = _MAKERS[document.kind](document, application)
    return Paper(
        at=document.at,
        kind=document.kind,
        direction=document.direction,
        title=title_of(told),
        party=_name_of(document.organisation_id),
        parts=apart(parts),
    )


def _name_of(organisation_id: int | None) -> str:
    if organisation_id is None:
        return str(_("Klageinstansen"))
    return db.session.get_one(Organisation, organisation_id).name


Made = tuple[Told, Sequence[Part]]


def _told(document: Document, application: Application) -> Told:
    return Told(document.kind, document.direction, application.title)


def _application(document: Document, application: Application) -> Made:
    files = apart([_attached(one) for one in application.attachments if _came_with_it(one)])
    html = render_template(
        "openness/papers/application.html",
        application=application,
        whole=read_over(application),
    )
    text = written(f"{_('soknad')}.html", linked(html, files))
    return _told(document, application), [text, *files]


def _came_with_it(one: Attachment) -> bool:
    return one.deficiency_id is None and one.removed_at is None


def _attached(one: Attachment) -> Part:
    return stored(f"attachment-{one.id}", one.filename, one.media_type, one.sha256)


def _supplement(document: Document, application: Application) -> Made:
    deficiency = deficiency_of(application, document.source_id)
    html = render_template(
        "openness/papers/supplement.html",
        application=application,
        deficiency=deficiency,
        corrections=shown_corrections(application).get(deficiency.id, []),
    )
    files = [
        _attached(one)
        for one in application.attachments
        if one.deficiency_id == deficiency.id and one.removed_at is None
    ]
    return _told(document, application), [written(f"{_('svar')}.html", html), *files]


def _letter(document: Document, application: Application) -> Made:
    letter = db.session.get_one(Letter, document.source_id)
    name = f"{letter.kind.value.replace('_', '-')}-{letter.language}.pdf"
    told = _told(document, application)._replace(letter=letter.kind)
    return told, [stored("letter", name, PDF, letter.sha256 or "")]


def _message(document: Document, application: Application) -> Made:
    message = db.session.scalars(
        select(Message)
        .where(Message.id == document.source_id)
        .options(joinedload(Message.person), joinedload(Message.organisation))
    ).one()
    told = _told(document, application)
    facts = [(_("Fra"), f"{message.person.name}, {message.organisation.name}")]
    parts = [
        text_part(
            _("melding"), told, document.at, application, facts=facts, said=[("", message.body)]
        )
    ]
    if message.sha256 and message.filename and message.media_type:
        parts.append(stored("file", message.filename, message.media_type, message.sha256))
    return told, parts


def _acceptance(document: Document, application: Application) -> Made:
    answer = db.session.scalars(
        select(Acceptance)
        .where(Acceptance.id == document.source_id)
        .options(joinedload(Acceptance.answered_by))
    ).one()
    told = _told(document, application)
    number = answer.account_number
    facts = [
        (_("Svar"), _("Tilskuddet er akseptert") if answer.accepted else _("Takket nei")),
        (_("Svart av"), answer.answered_by.name),
        *([(_("Kontonummer"), format_account(number))] if number else []),
    ]
    return told, [text_part(_("svar"), told, document.at, application, facts=facts)]


def _withdrawal(document: Document, application: Application) -> Made:
    event = db.session.scalars(
        select(Event).where(Event.id == document.source_id).options(joinedload(Event.person))
    ).one()
    told = _told(document, application)
    facts = [(_("Trukket av"), event.person.name if event.person else "")]
    return told, [text_part(_("trukket"), told, document.at, application, facts=facts)]


def _complaint(document: Document, application: Application) -> Made:
    complaint = appeals.complaint(document.source_id)
    told = _told(document, application)
    facts = [(_("Fra"), complaint.organisation.name)]
    said = {
        DocumentKind.COMPLAINT: [
            (_("Hva som ønskes endret"), complaint.wanted),
            (_("Begrunnelse"), complaint.grounds),
            (_("Hvorfor klagen kom for sent"), complaint.late_because),
        ],
        DocumentKind.COMPLAINT_WITHDRAWN: [("", _("Klagen er trukket av parten."))],
    }[document.kind]
    parts = [text_part(_("klage"), told, document.at, application, facts=facts, said=said)]
    if document.kind is DocumentKind.COMPLAINT:
        parts += [
            stored(f"file-{one.id}", one.filename, one.media_type, one.sha256)
            for one in complaint.files
            if one.removed_at is None
        ]
    return told, parts


def _forwarding(document: Document, application: Application) -> Made:
    complaint = appeals.complaint(document.source_id)
    told, forwarding = _told(document, application), complaint.forwarding
    ruling = latest_ruling(complaint)
    said = {
        DocumentKind.COMPLAINT_COMMENT: forwarding.comment if forwarding else "",
        DocumentKind.COMPLAINT_FORWARDED: ruling.reason if ruling else "",
        DocumentKind.COMPLAINT_RESULT: forwarding.result_text if forwarding else "",
    }[document.kind]
    facts = [(_("Klage fra"), complaint.organisation.name)]
    return told, [
        text_part(_("klagesak"), told, document.at, application, facts=facts, said=[("", said)])
    ]


def _reasons(document: Document, application: Application) -> Made:
    request = appeals.reasons_request(document.source_id)
    told = _told(document, application)
    facts = [(_("Part"), request.organisation.name)]
    asked = _("Parten ber om begrunnelsen for vedtaket.")
    said = request.answer if document.kind is DocumentKind.REASONS_GIVEN else asked
    return told, [
        text_part(_("begrunnelse"), told, document.at, application, facts=facts, said=[("", said)])
    ]


def _report(document: Document, application: Application) -> Made:
    report = report_by_id(document.source_id)
    told = _told(document, application)._replace(duty=report.duty.kind, year=report.duty.year)
    if document.kind is DocumentKind.REPORT_RETURNED:
        said = [("", report.review or "")]
        return told, [text_part(_("svar"), told, document.at, application, said=said)]
    return told, _report_files(report)


def _report_files(report: Report) -> list[Part]:
    parts = []
    if report.document_sha256:
        parts.append(stored("report", f"{_('rapport')}.pdf", PDF, report.document_sha256))
    if report.audit_sha256 and report.audit_filename:
        parts.append(
            stored("audit", report.audit_filename, "application/octet-stream", report.audit_sha256)
        )
    parts += [
        stored(f"answer-{one.id}", one.filename, one.media_type, one.sha256)
        for one in report.files
        if one.infected_at is None
    ]
    return parts


_MAKERS: dict[DocumentKind, Callable[[Document, Application], Made]] = {
    DocumentKind.APPLICATION: _application,
    DocumentKind.WITHDRAWAL: _withdrawal,
    DocumentKind.LETTER: _letter,
    DocumentKind.SUPPLEMENT: _supplement,
    DocumentKind.MESSAGE: _message,
    DocumentKind.ACCEPTANCE: _acceptance,
    DocumentKind.COMPLAINT: _complaint,
    DocumentKind.COMPLAINT_WITHDRAWN: _complaint,
    DocumentKind.COMPLAINT_COMMENT: _forwarding,
    DocumentKind.COMPLAINT_FORWARDED: _forwarding,
    DocumentKind.COMPLAINT_RESULT: _forwarding,
    DocumentKind.REASONS_ASKED: _reasons,
    DocumentKind.REASONS_GIVEN: _reasons,
    DocumentKind.REPORT: _report,
    DocumentKind.REPORT_RETURNED: _report,
}
