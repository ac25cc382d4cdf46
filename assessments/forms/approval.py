"""The budget as the handler goes through it: an amount and a reason for each activity."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import Field, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from applications.models import Application
from assessments.approval.models import ApprovedBudget
from assessments.approval.queries import asked_by_activity, lines_of
from assessments.approval.services import Approval
from foundation.fields import MoneyField
from foundation.forms import Form
from foundation.money import Ore, format_kroner
from foundation.saying import says_something
from grants.models import Activity

LONGEST_REASON = 2000


class AskedLine(NamedTuple):
    """What is asked for an activity in a year, and who it is for."""

    year: int
    partner: str
    amount: Ore


class ApprovalRow(NamedTuple):
    """An activity with what is asked for it, line by line, and its two fields."""

    activity: Activity
    asked: Ore
    lines: Sequence[AskedLine]
    amount: Field
    reason: Field


class ApprovalSheet(Form):
    """A sheet without activities; `approval_sheet` makes one for a case's."""

    application: Application

    def rows(self) -> Iterator[ApprovalRow]:
        """Give the activities that something is asked for, in the call's order."""
        names = {one.id: one.organisation.name for one in self.application.partners}
        activities = {one.id: one for one in self.application.call.activities}
        for number, asked in asked_by_activity(self.application).items():
            yield ApprovalRow(
                activities[number],
                asked,
                [
                    AskedLine(one.year, names[one.partner_id], one.amount)
                    for one in lines_of(self.application, number)
                ],
                self[f"amount_{number}"],
                self[f"reason_{number}"],
            )

    def approvals(self) -> dict[int, Approval]:
        """Give what is typed, by activity. Only after validation."""
        return {
            row.activity.id: Approval(Ore(row.amount.data), row.reason.data or "")
            for row in self.rows()
        }

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Refuse more than asked, and less without a reason, beside the field."""
        fits = bool(super().validate(extra_validators))
        for row in self.rows():
            if row.amount.data is None:
                continue
            if row.amount.data > row.asked:
                wrong = gettext("Det er søkt om %(asked)s.", asked=format_kroner(row.asked))
                row.amount.errors = [*row.amount.errors, wrong]
                fits = False
            elif row.amount.data < row.asked and not says_something(row.reason.data or ""):
                row.reason.errors = [
                    *row.reason.errors,
                    gettext("Skriv hvorfor beløpet er lavere."),
                ]
                fits = False
        return fits


def approval_sheet(application: Application, newest: ApprovedBudget | None) -> ApprovalSheet:
    """Make the sheet of a case, filled with what is approved, or else with what is asked."""
    asked = asked_by_activity(application)
    kept = {line.activity_id: line for line in newest.lines} if newest else {}
    fields: dict[str, Any] = {"application": application}
    written: dict[str, object] = {}
    for number, amount in asked.items():
        fields[f"amount_{number}"] = MoneyField(
            _l("Godkjent beløp"), [InputRequired(_l("Skriv et beløp. Skriv 0 for ingenting."))]
        )
        fields[f"reason_{number}"] = TextAreaField(
            _l("Hvorfor lavere"), [Optional(), Length(max=LONGEST_REASON)]
        )
        line = kept.get(number)
        written[f"amount_{number}"] = line.approved if line else amount
        written[f"reason_{number}"] = line.reason if line else ""
    sheet: ApprovalSheet = type("CasesApprovalSheet", (ApprovalSheet,), fields)(data=written)
    return sheet
