"""The applicant's answer to a deficiency letter: words and documents, beside what was handed in."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.ended import done_here, typed_here
from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries, services
from applications.corrections.opening import open_sections
from applications.corrections.shown import shown_corrections
from applications.documents import Upload, file_name
from applications.forms import SupplementForm
from applications.models import Application, Deficiency
from applications.todo import Part, todo_of
from applications.views.room import arrived, pages
from criteria.deadlines import closing_moment
from foundation import files
from foundation.errors import RuleBrokenError
from foundation.files import LARGEST_UPLOAD
from foundation.forms import refuse


@pages.route(
    "/soknader/<int:application_id>/mangler/<int:deficiency_id>", methods=["GET", "POST"]
)
@requires(Permission.APPLICATION_EDIT)
def supplement(application_id: int, deficiency_id: int) -> ResponseReturnValue:
    """See what is asked for, and answer."""
    application = queries.led_by(me(), application_id)
    deficiency = queries.deficiency_of(application, deficiency_id)
    form = SupplementForm(formdata=typed_here())
    if form.validate_on_submit():
        try:
            services.supplement(
                application, deficiency, answer=form.answer.data or "",
                uploads=_received(form), by=me(), at=arrived(),
            )  # fmt: skip
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            done_here()
            flash(_("Svaret er sendt."))
            return redirect(url_for("applications.show", application_id=application.id), 303)
    return render_template(
        "applications/supplement.html", application=application, deficiency=deficiency, form=form,
        overdue=arrived() >= closing_moment(deficiency.due_on),
        megabytes=LARGEST_UPLOAD // 1024 // 1024,
        corrections=shown_corrections(application).get(deficiency.id, []),
        opened=_opened(application, deficiency),
        documents=[one for one in application.attachments if one.deficiency_id == deficiency.id],
    )  # fmt: skip


def _opened(application: Application, deficiency: Deficiency) -> tuple[Part, ...]:
    """Give the pages where what is open may be corrected; none when the answer is sent."""
    sections = open_sections(application) if deficiency.answered_at is None else ()
    return todo_of(application, sections).parts


def _received(form: SupplementForm) -> list[Upload]:
    """Put the files into the store after a look at their content. Raises RuleBrokenError."""
    store = files.store()
    return [
        Upload(store.receive(one.stream), file_name(one.filename))
        for one in form.files.data or []
        if one and one.filename
    ]
