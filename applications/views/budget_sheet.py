"""The budget as a spreadsheet: handed out, read back, and shown before anything is saved."""

from contextlib import closing

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.permissions import Permission, requires
from applications.budget_sheet import LARGEST_FILE, UnfitFileError, changes, read_sheet, write_sheet
from applications.forms import BudgetForm, budget_form, fillable
from applications.forms.documents import SheetForm
from applications.forms.raw import raw_of
from applications.models import Application
from applications.views.room import may_fill, of_shared_draft, pages
from foundation import words
from foundation.money import Ore, format_amount

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.route("/soknader/<int:application_id>/budsjett/regneark.xlsx")
@requires(Permission.APPLICATION_EDIT)
@of_shared_draft
def budget_file(application: Application) -> ResponseReturnValue:
    """Hand out the parts that one fills in, with keys and sums."""
    content = write_sheet(
        _own_form(application),
        title=_("Budsjett: %(title)s", title=application.title),
        application_id=application.id,
    )
    name = f'attachment; filename="budsjett-{application.id}.xlsx"'
    return Response(content, mimetype=XLSX, headers={"Content-Disposition": name})


@pages.route("/soknader/<int:application_id>/budsjett/regneark", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_shared_draft
def budget_sheet(application: Application) -> ResponseReturnValue:
    """Read a filled-in sheet and show what it would change, or all that is wrong with it."""
    form = SheetForm()
    stored = _own_form(application)
    reading = None
    if form.validate_on_submit():
        with closing(form.file.data) as upload:
            content = upload.read(LARGEST_FILE + 1)
        try:
            reading = read_sheet(content, stored, application.id)
        except UnfitFileError as error:
            form.file.errors = [words.say(error.why)]
    stored.remember()
    return render_template(
        "applications/budget_sheet.html",
        application=application,
        form=form,
        reading=reading,
        changes=changes(stored, reading) if reading else [],
        typed=_typed(stored, reading.amounts) if reading else [],
    )


def _own_form(application: Application) -> BudgetForm:
    mine = [one for one in fillable(application) if may_fill(application, one)]
    return budget_form(application, mine, wide=True)


def _typed(stored: BudgetForm, amounts: dict[str, Ore]) -> list[tuple[str, str]]:
    """Give the fields that the grid would send, had the sheet been typed into it; also what was seen."""
    sent = {name: texts[0] for name, texts in raw_of(stored).items()}
    sent[stored.seen.name] = stored.seen.data or ""
    sent |= {name: format_amount(amount) if amount else "" for name, amount in amounts.items()}
    return [(name, text) for name, text in sent.items() if text]
