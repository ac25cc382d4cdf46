"""What is typed about a change: by the lead, by a participant, by the office."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from criteria.changes import Change
from followup.changing.project import Changing
from foundation.fields import CheckboxesField, MoneyField, OsloDateField
from foundation.forms import Form
from foundation.money import NOTHING, Ore
from foundation.showing import show_text
from grants.models import Activity

ROOM_FOR_REASON = 4000
ROOM_FOR_DESCRIPTION = 2000
ROOM_FOR_AUTHORITY = 300


class ChangeForm(Form):
    """A change as its lead writes it. `change_form` adds the fields of its activities and amounts."""

    seen = HiddenField()
    end_on = OsloDateField(_l("Prosjektet avsluttes"), [Optional()])
    leaving = CheckboxesField(_l("Deltakere som går ut"), coerce=int)
    dropped = CheckboxesField(_l("Aktiviteter som tas ut"), coerce=int)
    reason = TextAreaField(
        _l("Hvorfor vil dere endre prosjektet?"),
        [Optional(), Length(max=ROOM_FOR_REASON)],
        description=_l("Skriv også hva endringen betyr for målene og gevinstene."),
    )

    found: Changing

    @property
    def new_activities(self) -> Iterator["NewActivity"]:
        """Give the activities that may come to the project, with their fields."""
        for one in possible(self.found):
            yield NewActivity(one, self[f"d-{one.id}"])

    @property
    def money(self) -> Iterator["MoneyRow"]:
        """Give a row of amounts for each activity, in the order of the call."""
        years = open_years(self.found)
        for one in self.found.application.call.activities:
            if years and f"m-{one.id}-{years[0]}" in self:
                cells = [
                    MoneyCell(
                        self[f"m-{one.id}-{year}"],
                        self.found.plan.budget.get(year, {}).get(one.id, NOTHING),
                    )
                    for year in years
                ]
                yield MoneyRow(one, cells)

    def wanted(self) -> Change:
        """Give the change that is typed; what is as it was is left out."""
        plan = self.found.plan
        return Change(
            end_on=self.end_on.data if self.end_on.data != plan.end_on else None,
            leaving=frozenset(self.leaving.data or ()),
            dropped=frozenset(self.dropped.data or ()),
            added=tuple(
                (one.activity.id, one.described.data)
                for one in self.new_activities
                if one.described.data
            ),
            budget=tuple(self._years()),
        )

    def _years(self) -> Iterator[tuple[int, tuple[tuple[int, Ore], ...]]]:
        for place, year in enumerate(open_years(self.found)):
            typed = {row.activity.id: row.cells[place].field.data or NOTHING for row in self.money}
            cells = {activity: amount for activity, amount in sorted(typed.items()) if amount}
            if cells != {
                key: one for key, one in self.found.plan.budget.get(year, {}).items() if one
            }:
                yield year, tuple(cells.items())


class NewActivity(NamedTuple):
    """An activity of the call that the project does not have, with the field that describes it."""

    activity: Activity
    described: Any


class MoneyCell(NamedTuple):
    """A field for an amount, and what the plan in force has there."""

    field: Any
    before: Ore


class MoneyRow(NamedTuple):
    """An activity with its amounts."""

    activity: Activity
    cells: Sequence[MoneyCell]


def possible(found: Changing) -> list[Activity]:
    """List the activities that may come to a project: the grant may cover them, and it has them not."""
    return [
        one
        for one in found.application.call.activities
        if one.supported and one.id not in found.plan.activities
    ]


def open_years(found: Changing) -> list[int]:
    """List the years whose money may still be moved."""
    return [year for year in sorted(found.granted) if year not in found.settled]


def change_form(found: Changing) -> ChangeForm:
    """Make the form of a change, filled with what was sent, else with what is saved."""
    then, plan = found.then, found.plan
    described = dict(found.change.added)
    fields: dict[str, Any] = {"found": found}
    saved: dict[str, Any] = {
        "seen": str(found.request.version),
        "end_on": then.end_on,
        "leaving": sorted(found.change.leaving),
        "dropped": sorted(found.change.dropped),
        "reason": found.request.reason,
    }
    for one in possible(found):
        fields[f"d-{one.id}"] = TextAreaField(
            show_text(one.text), [Optional(), Length(max=ROOM_FOR_DESCRIPTION)]
        )
        saved[f"d-{one.id}"] = described.get(one.id, "")
    for one in found.application.call.activities:
        if not one.supported:
            continue
        for year in open_years(found):
            label = _("%(activity)s, %(year)s", activity=show_text(one.text), year=year)
            fields[f"m-{one.id}-{year}"] = MoneyField(label, [Optional()])
            saved[f"m-{one.id}-{year}"] = then.budget.get(year, {}).get(one.id)
    form: ChangeForm = type("ThisChangeForm", (ChangeForm,), fields)(data=saved)
    form.leaving.choices = [
        (one.id, one.organisation.name)
        for one in found.application.partners
        if one.id in plan.participants - {plan.lead}
    ]
    form.dropped.choices = [
        (one.id, show_text(one.text))
        for one in found.application.call.activities
        if one.id in plan.activities
    ]
    return form


def _authority() -> StringField:
    return StringField(
        _l("Hva fullmakten din bygger på"),
        [DataRequired(_l("Skriv hva fullmakten din bygger på.")), Length(max=ROOM_FOR_AUTHORITY)],
        description=_l("For eksempel et vedtak i kommunestyret, eller delegasjon til rollen din."),
    )


class ConfirmForm(Form):
    """A participant says yes to its part of a change."""

    seen = HiddenField()
    authority = _authority()


class LeaveForm(Form):
    """A participant wants out."""

    reason = TextAreaField(
        _l("Hvorfor vil dere ut av prosjektet?"),
        [DataRequired(_l("Skriv hvorfor dere vil ut av prosjektet.")), Length(max=ROOM_FOR_REASON)],
    )
    authority = _authority()


class DecideForm(Form):
    """The answer to a change. The button that is pressed tells whether it is approved."""

    answer = TextAreaField(
        _l("Begrunnelse"),
        [Length(max=ROOM_FOR_REASON)],
        description=_l("Begrunnelsen står i brevet til alle som deltar i prosjektet."),
    )
