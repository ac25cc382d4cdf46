"""The form of a call as an applicant will meet it, before there is any application: for its administrator."""

from typing import NamedTuple

from sqlalchemy.orm.attributes import set_committed_value

from applications.asking import OnPage, on_page
from applications.forms import (
    ActivitiesForm,
    BasicsForm,
    QuestionsForm,
    activities_form,
    questions_form,
)
from applications.models import Application
from applications.todo import question_groups
from foundation.money import NOTHING
from grants.models import Call

_PARTS = (
    "partners", "chosen_activities", "budget_lines", "answers", "attachments", "deficiencies",
)  # fmt: skip


class Group(NamedTuple):
    """The questions of one page, with when each is asked."""

    heading: str
    form: QuestionsForm
    pages: dict[str, OnPage]


class Trial(NamedTuple):
    """Every form that an applicant of a call fills in, empty."""

    application: Application
    basics: BasicsForm
    activities: ActivitiesForm
    groups: list[Group]
    years: range


def trial_of(call: Call) -> Trial:
    """Lay out the forms of a call, which must be whole. Nothing is kept of it."""
    application = _blank(call)
    return Trial(
        application=application,
        basics=BasicsForm.of(application),
        activities=activities_form(application),
        groups=[
            Group(heading, questions_form(application, asked), on_page(application, asked))
            for heading, asked in question_groups(application)
        ],
        years=range(call.first_year, call.last_year + 1),
    )


def _blank(call: Call) -> Application:
    """Make an application that never reaches the database."""
    application = Application(
        title="", collaboration_name="", contact_name="", contact_email="", contact_phone="",
        asked=NOTHING,
    )  # fmt: skip
    set_committed_value(application, "call_id", call.id)
    set_committed_value(application, "call", call)
    for part in _PARTS:
        set_committed_value(application, part, [])
    return application
