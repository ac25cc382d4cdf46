"""Three of the sections: basics, activities and a group of questions."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import queries, services
from applications.forms import BasicsForm, activities_form, questions_form
from applications.models import Application
from applications.todo import question_groups
from applications.views.conflicts import both_texts, settled
from applications.views.room import arrived, of_draft, pages, saved, section_page
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.forms import refuse
from grants.models import Question


@pages.route("/soknader/<int:application_id>/grunnopplysninger", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def basics(application: Application) -> ResponseReturnValue:
    """Say what the project is, how the kommuner work together, when, and who to ask."""
    stored = BasicsForm.of(application, formdata=None)
    form = BasicsForm.of(application, formdata=settled(stored))
    if form.validate_on_submit():
        try:
            services.change_basics(
                application, form.basics(), by=me(), at=arrived(), seen=form.seal
            )
        except StaleError:
            theirs = BasicsForm.of(application, formdata=None)
            return both_texts(
                application, "application.basics_saved", _("Grunnopplysninger"), form, theirs
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            return saved(application, "basics", _address("basics", application))
    return section_page(
        "basics", application, "basics", form=form,
        last=queries.saved_last(application, "application.basics_saved"),
    )  # fmt: skip


@pages.route("/soknader/<int:application_id>/aktiviteter", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def activities(application: Application) -> ResponseReturnValue:
    """Choose activities and describe them; see those that the grant does not cover, and why."""
    stored = activities_form(application, formdata=None)
    form = activities_form(application, formdata=settled(stored))
    if form.validate_on_submit():
        try:
            services.choose_activities(
                application, form.descriptions(), by=me(), at=arrived(), seen=form.seal
            )
        except StaleError:
            theirs = activities_form(application, formdata=None)
            return both_texts(
                application, "application.activities_saved", _("Aktiviteter"), form, theirs
            )
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            return saved(application, "activities", _address("activities", application))
    return section_page(
        "activities", application, "activities", form=form,
        excluded=[one for one in application.call.activities if not one.supported],
        last=queries.saved_last(application, "application.activities_saved"),
    )  # fmt: skip


@pages.route("/soknader/<int:application_id>/sporsmal/<int:group>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def questions(application: Application, group: int) -> ResponseReturnValue:
    """Answer the questions under one heading of the call."""
    heading, asked = _group(application, group)
    stored = questions_form(application, asked, formdata=None)
    form = questions_form(application, asked, formdata=settled(stored))
    if form.validate_on_submit():
        try:
            services.answer_questions(
                application, form.answers(), by=me(), at=arrived(), seen=form.seal
            )
        except StaleError:
            theirs = questions_form(application, asked, formdata=None)
            return both_texts(
                application, "application.answers_saved", heading, form, theirs
            )
        else:
            here = url_for(
                "applications.questions", application_id=application.id, group=group
            )
            return saved(application, f"questions-{group}", here)
    return section_page(
        "questions", application, f"questions-{group}", form=form, heading=heading,
        last=queries.saved_last(application, "application.answers_saved"),
    )  # fmt: skip


def _group(application: Application, number: int) -> tuple[str, list[Question]]:
    groups = question_groups(application)
    if not 1 <= number <= len(groups):
        raise NotFoundError
    return groups[number - 1]


def _address(name: str, application: Application) -> str:
    return url_for(f"applications.{name}", application_id=application.id)
