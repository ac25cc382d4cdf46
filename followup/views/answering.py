"""The questions of a report: answered by the lead, and the files that answer, handed out."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.asking import in_set
from applications.forms.questions import QuestionsForm, answers_form
from applications.queries import saved_last
from applications.views.answerfiles import with_files
from applications.views.attachments import download
from applications.views.filling import Section, Sent, filled_in
from applications.views.room import arrived
from followup import queries
from followup.asking import services
from followup.asking.answers import answer_to, answered_in, asked_in, files_of
from followup.asking.queries import asked_by
from followup.asking.reading import answered_before
from followup.models import Report
from followup.reading import report_view
from followup.views.blueprint import pages
from followup.views.opening import Opened, opened_by_the_office, opened_draft, opened_outside
from followup.views.writing import after_answers
from foundation import clock
from foundation.errors import NotFoundError
from grants.models import Question
from grants.rows import sections


@pages.route("/rapporter/<int:report_id>/sporsmal", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def report_questions(report_id: int) -> ResponseReturnValue:
    """Answer what the call asks in this report; it saves itself, and need not be whole yet."""
    found = opened_draft(report_id)
    asked = _asked(found)
    section = _section(found, asked)
    filled = filled_in(section)
    if filled.answer is not None:
        return filled.answer
    if filled.saved:
        return _saved(found.report)
    view = report_view(found.report, found.application)
    fields = {one.question.code: one for one in filled.form.asked}
    kept = {one.id for one in asked if answer_to(found.report, one) or files_of(found.report, one)}
    return render_template(
        "followup/questions.html",
        view=view,
        form=filled.form,
        groups=[(title, [fields[one.code] for one in own]) for title, own in sections(asked)],
        pages=in_set(asked, asked, asked_in(found.report, asked), kept, {}),
        before=answered_before(found.application, view.earlier, view.project.asks),
        unsaved=filled.unsaved,
        returned=queries.returned_before(found.report),
        last=saved_last(found.application, section.act, section.subject),
    )


@pages.route("/rapporter/<int:report_id>/svar/<int:file_id>")
@requires(Permission.REPORT_WRITE)
def answer_file(report_id: int, file_id: int) -> ResponseReturnValue:
    """Hand out a file that answers a question, to those who take part in the project."""
    return _handed_out(opened_outside(report_id).report, file_id)


@pages.route("/rapporter/til-behandling/<int:report_id>/svar/<int:file_id>")
@requires(Permission.CASE_READ)
def case_answer_file(report_id: int, file_id: int) -> ResponseReturnValue:
    """Hand out a file that answers a question, to whom the case is open."""
    return _handed_out(opened_by_the_office(report_id).report, file_id)


def _asked(found: Opened) -> list[Question]:
    asked = list(asked_by(found.application.call_id).get(found.report.duty.kind, ()))
    if not asked:
        raise NotFoundError
    return asked


def _section(found: Opened, asked: list[Question]) -> Section[QuestionsForm]:
    """Let the questions be answered as those of an application are."""
    number = found.report.id

    def made(sent: Sent | None) -> QuestionsForm:
        now = opened_draft(number).report  # another may have saved, and so may we
        return answers_form(tuple(asked), answered_in(now, asked), formdata=with_files(sent))

    def save(form: QuestionsForm, *, auto: bool) -> None:
        services.answer_report(
            found.report, form.answers(), irrelevant=form.reasons(), seen=form.seal,
            by=me(), at=arrived(), auto=auto,
        )  # fmt: skip
        if not auto:
            _take_files(found.report, form)

    return Section(
        application=found.application,
        key="report-questions",
        heading=_("Spørsmålene i rapporten"),
        act="report.answered",
        subject=found.report.subject,
        form=made,
        save=save,
        beside=lambda: None,
    )


def _take_files(report: Report, form: QuestionsForm) -> None:
    for question, received in form.uploads():
        services.answer_report_with_file(
            report, question, received.stored,
            filename=received.filename, by=me(), at=arrived(),
        )  # fmt: skip
    removed = form.removed()
    if removed:
        services.remove_report_files(report, removed, by=me(), at=arrived())


def _saved(report: Report) -> ResponseReturnValue:
    """Say when it was saved, and stay or go on."""
    flash(_("Lagret kl. %(time)s.", time=f"{clock.in_oslo(clock.now()):%H:%M}"), "success")
    onward = request.form.get("then") == "next"
    page = after_answers(report) if onward else "report_questions"
    return redirect(url_for(f"followup.{page}", report_id=report.id), 303)


def _handed_out(report: Report, file_id: int) -> ResponseReturnValue:
    for one in report.files:
        if one.id == file_id and one.infected_at is None:
            return download(one.sha256, one.media_type, one.filename)
    raise NotFoundError
