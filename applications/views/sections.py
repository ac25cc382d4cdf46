"""Three of the sections: basics, activities and a group of questions."""

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications import services
from applications.asking import on_page
from applications.forms import (
    ActivitiesForm,
    BasicsForm,
    QuestionsForm,
    activities_form,
    questions_form,
)
from applications.models import Application
from applications.saidbefore import not_listed, said_before
from applications.todo import question_groups
from applications.views.answerfiles import take_files, with_files
from applications.views.filling import Section
from applications.views.room import arrived, filled_page, of_draft, of_section, pages
from criteria.completeness import Section as Part
from foundation import clock
from foundation.errors import NotFoundError
from grants.models import Question


@pages.route("/soknader/<int:application_id>/grunnopplysninger", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_draft
def basics(application: Application) -> ResponseReturnValue:
    """Say what the project is, how the kommuner work together, when, and who to ask."""

    def save(form: BasicsForm, *, auto: bool) -> None:
        services.change_basics(
            application, form.basics(), by=me(), at=arrived(), seen=form.seal, auto=auto
        )

    return filled_page(
        "basics",
        Section(
            application=application,
            key="basics",
            heading=_("Grunnopplysninger"),
            act="application.basics_saved",
            form=lambda sent: BasicsForm.of(application, formdata=sent),
            save=save,
        ),
    )


@pages.route("/soknader/<int:application_id>/aktiviteter", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_section(Part.ACTIVITIES)
def activities(application: Application) -> ResponseReturnValue:
    """Choose activities and describe them; see those that the grant does not cover, and why."""

    def save(form: ActivitiesForm, *, auto: bool) -> None:
        services.choose_activities(
            application, form.descriptions(), by=me(), at=arrived(), seen=form.seal, auto=auto
        )

    return filled_page(
        "activities",
        Section(
            application=application,
            key="activities",
            heading=_("Aktiviteter"),
            act="application.activities_saved",
            form=lambda sent: activities_form(application, formdata=sent),
            save=save,
        ),
        excluded=[one for one in application.call.activities if not one.supported],
    )


@pages.route("/soknader/<int:application_id>/sporsmal/<int:group>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
@of_section(Part.QUESTIONS)
def questions(application: Application, group: int) -> ResponseReturnValue:
    """Answer the questions under one heading of the call."""
    heading, asked = _group(application, group)

    def save(form: QuestionsForm, *, auto: bool) -> None:
        if not auto:
            take_files(application, form)
            _take_rows(application, form, request.form.get("take"))
        services.answer_questions(
            application, form.answers(), irrelevant=form.reasons(), by=me(), at=arrived(),
            seen=form.seal, auto=auto,
        )  # fmt: skip

    return filled_page(
        "questions",
        Section(
            application=application,
            key=f"questions-{group}",
            heading=heading,
            act="application.answers_saved",
            form=lambda sent: questions_form(application, asked, formdata=with_files(sent)),
            save=save,
        ),
        heading=heading,
        pages=on_page(application, asked),
    )


def _group(application: Application, number: int) -> tuple[str, list[Question]]:
    groups = question_groups(application)
    if not 1 <= number <= len(groups):
        raise NotFoundError
    return groups[number - 1]


def _take_rows(application: Application, form: QuestionsForm, code: str | None) -> None:
    """Add to the table that the button names what the partners have said before and it has not."""
    for one in form.asked:
        if one.question.code == code:
            said = said_before(application, [one.question], clock.today())
            one.field.data += not_listed(one.question, said, one.field.data)
