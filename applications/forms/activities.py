"""The activities that the project will carry out, each with a description."""

from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, TextAreaField
from wtforms.validators import Length, ValidationError

from applications.contents import activities_of, seal_texts
from applications.forms.parts import MayWait, SectionForm
from applications.models import Application
from foundation.forms import Form
from foundation.showing import show_text
from grants.models import Activity

ROOM_FOR_DESCRIPTION = 2000


class Choice(NamedTuple):
    """A supported activity with its two fields."""

    activity: Activity
    chosen: Any
    description: Any


class NeedsTick:
    """Keeps a description from being lost because its activity was not ticked."""

    def __init__(self, tick: str) -> None:
        """Look at the tick of this name."""
        self.tick = tick

    def __call__(self, form: Form, field: Field) -> None:
        """Refuse a description without a tick."""
        if field.data and not form[self.tick].data:
            raise ValidationError(_("Kryss av for aktiviteten, eller ta bort beskrivelsen."))


class ActivitiesForm(SectionForm):
    """A tick and a description for each activity; `activities_form` adds the fields."""

    offered: tuple[Activity, ...] = ()

    @property
    def choices(self) -> list[Choice]:
        """Give the activities with their fields, in the call's order."""
        return [
            Choice(one, self[f"chosen-{one.id}"], self[f"description-{one.id}"])
            for one in self.offered
        ]

    def descriptions(self) -> dict[int, str]:
        """Give the ticked activities with what was written about them."""
        return {
            one.activity.id: one.description.data or "" for one in self.choices if one.chosen.data
        }


def activities_form(application: Application, **given: object) -> ActivitiesForm:
    """Show the activities as they stand, or as they were typed."""
    offered = tuple(one for one in application.call.activities if one.supported)
    fields: dict[str, object] = {"offered": offered}
    for one in offered:
        fields[f"chosen-{one.id}"] = BooleanField(show_text(one.text))
        fields[f"description-{one.id}"] = TextAreaField(
            _l("Hva skal dere gjøre, og hva skal komme ut av det?"),
            [MayWait(), Length(max=ROOM_FOR_DESCRIPTION), NeedsTick(f"chosen-{one.id}")],
        )
    form_class = type("OfferedActivitiesForm", (ActivitiesForm,), fields)
    stands = activities_of(application)
    data: dict[str, object] = {"seen": seal_texts(stands)}
    for activity_id, description in stands.items():
        data[f"chosen-{activity_id}"] = True
        data[f"description-{activity_id}"] = description
    form: ActivitiesForm = form_class(data=data, **given)
    return form
