"""The accounts of a draft out as a spreadsheet and in again: shown first, saved by the report's own form."""

from contextlib import closing

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.permissions import Permission, requires
from applications.budget_sheet import LARGEST_FILE, UnfitFileError
from applications.forms.documents import SheetForm
from applications.forms.raw import raw_of
from criteria.duties import DutyKind
from followup import queries
from followup.accountsheet import AccountReading, account_changes, read_accounts, write_accounts
from followup.forms import report_form
from followup.reading import ReportView, report_view
from followup.views.blueprint import pages
from followup.views.opening import opened_draft
from foundation import words
from foundation.errors import NotFoundError
from foundation.money import format_amount

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.route("/rapporter/<int:report_id>/regnskap.xlsx")
@requires(Permission.REPORT_WRITE)
def accounts_file(report_id: int) -> ResponseReturnValue:
    """Hand out the accounts beside their budget, with what is saved."""
    view = _annual_draft(report_id)
    title = _(
        "Regnskap %(year)s: %(title)s", year=view.report.duty.year, title=view.application.title
    )
    name = f'attachment; filename="regnskap-{report_id}.xlsx"'
    return Response(
        write_accounts(view, title=title), mimetype=XLSX, headers={"Content-Disposition": name}
    )


@pages.route("/rapporter/<int:report_id>/regnskap", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def accounts_sheet(report_id: int) -> ResponseReturnValue:
    """Read a filled-in sheet and show what it would change, or all that is wrong with it."""
    view = _annual_draft(report_id)
    form, reading = SheetForm(), None
    if form.validate_on_submit():
        with closing(form.file.data) as upload:
            content = upload.read(LARGEST_FILE + 1)
        try:
            reading = read_accounts(content, view)
        except UnfitFileError as error:
            form.file.errors = [words.say(error.why)]
    return render_template(
        "followup/accounts_sheet.html",
        view=view,
        names={one.id: one.text for one in view.application.call.activities},
        form=form,
        reading=reading,
        changes=account_changes(view, reading) if reading else [],
        typed=_typed(view, reading) if reading else [],
    )


def _annual_draft(report_id: int) -> ReportView:
    """Find a draft whose accounts are written in it. Raises NotFoundError."""
    found = opened_draft(report_id)
    if found.report.duty.kind is not DutyKind.ANNUAL:
        raise NotFoundError
    return report_view(found.report, found.application)


def _typed(view: ReportView, reading: AccountReading) -> list[tuple[str, str]]:
    """Give the fields that the report's form would send, had the sheet been typed into it."""
    form = report_form(view.report, queries.project_of(view.application))
    form.remember()
    sent = {name: texts[0] for name, texts in raw_of(form).items()}
    spent = {line.activity_id: line.spent for line in view.report.accounts} | dict(reading.amounts)
    sent |= {f"a-{one}-spent": format_amount(amount) for one, amount in spent.items()}
    return [("seen", str(form.seen.data or "")), *sent.items()]
