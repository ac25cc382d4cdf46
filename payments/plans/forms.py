"""What is typed about a case's plan: the parts that are not paid, and room for a few more."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, HiddenField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from criteria.instalments import Trigger
from criteria.planning import Part
from foundation import words
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form, PartForm
from payments.models import Instalment
from payments.plans.queries import PlanView
from payments.plans.services import Wanted

ROOM_FOR_REASON = 2000
ROOM_FOR_MORE = 4
_REPORT = f"{Trigger.REPORT_APPROVED.value}:"
_POINT = f"{Trigger.STAGE_GATE.value}:"


class PlanPartForm(PartForm):
    """A part: how much, of which year, and what releases it. One without an amount is left out."""

    instalment = HiddenField()
    year = SelectField(_l("Budsjettår"), coerce=int)
    amount = MoneyField(_l("Beløp"), [Optional()])
    trigger = SelectField(_l("Betales"))
    due_on = OsloDateField(_l("Dato"), [Optional()])

    @property
    def wanted(self) -> Wanted | None:
        """The part as it was typed; None where there is no amount. Only after validation."""
        if not self.amount.data:
            return None
        trigger, _, which = str(self.trigger.data).partition(":")
        kind, named = Trigger(trigger), int(which) if which else None
        part = Part(
            self.year.data,
            self.amount.data,
            kind,
            named if kind is Trigger.REPORT_APPROVED else None,
            self.due_on.data if kind is Trigger.ON_DATE else None,
            named if kind is Trigger.STAGE_GATE else None,
        )
        number = str(self.instalment.data or "")
        return Wanted(part, int(number) if number.isdecimal() else None)


class PlanForm(Form):
    """All parts that can be changed, and why they are. `seen`: the version that the page showed."""

    seen = HiddenField()
    parts = FieldList(FormField(PlanPartForm, label=_l("Rate")))
    reason = TextAreaField(
        _l("Hvorfor planen endres"),
        [InputRequired(_l("Skriv hvorfor planen endres.")), Length(max=ROOM_FOR_REASON)],
        description=_l("Mottakeren kan lese begrunnelsen."),
    )

    def offer(
        self, years: Iterable[int], reports: Iterable[int], points: Mapping[int, str]
    ) -> None:
        """Offer the years that money is promised for, and all that may release it."""
        chosen = [(year, str(year)) for year in years]
        triggers = [
            (Trigger.ACCEPTED.value, gettext("straks")),
            *(
                (
                    f"{_REPORT}{year}",
                    gettext("når rapporten for %(year)s er godkjent", year=year),
                )
                for year in reports
            ),
            *(
                (one.value, words.say(one))
                for one in (Trigger.FINAL_REPORT_APPROVED, Trigger.ON_DATE)
            ),
            *(
                (f"{_POINT}{number}", gettext("når «%(name)s» er passert", name=name))
                for number, name in points.items()
            ),
        ]
        for row in self.parts:
            row.form.year.choices = chosen
            row.form.trigger.choices = triggers

    def renew(self, number: int, there: Collection[int]) -> None:
        """Let what was typed be about the plan as it is now: parts that are gone become new ones."""
        self.seen.data = str(number)
        for row in self.parts:
            if row.form.instalment.data not in {str(one) for one in there}:
                row.form.instalment.data = ""

    @property
    def number(self) -> int:
        """The number of the version that the page showed; 0 where it is no number."""
        typed = str(self.seen.data)
        return int(typed) if typed.isdecimal() else 0

    @property
    def wanted(self) -> list[Wanted]:
        """The parts as they were typed. Only after validation."""
        found = [row.form.wanted for row in self.parts]
        return [one for one in found if one is not None]


def plan_form(view: PlanView) -> PlanForm:
    """Make the form of a plan: a row for each part that is there, and some to fill."""
    years = sorted(view.owed)
    empty = {"year": years[0] if years else None, "trigger": Trigger.ACCEPTED.value}
    rows = [_filled(one) for one in view.open] + [dict(empty) for _ in range(ROOM_FOR_MORE)]
    form = PlanForm(seen=str(view.number), parts=rows)
    form.offer(years, view.reports, view.points)
    return form


def _filled(one: Instalment) -> dict[str, Any]:
    return {
        "instalment": str(one.id),
        "year": one.year,
        "amount": one.amount,
        "trigger": _named(one),
        "due_on": one.due_on,
    }


def _named(one: Instalment) -> str:
    """Name what an instalment waits for as the form offers it."""
    if one.report_year:
        return f"{_REPORT}{one.report_year}"
    return f"{_POINT}{one.stage_gate_id}" if one.stage_gate_id else one.trigger.value
