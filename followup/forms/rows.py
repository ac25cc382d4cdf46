"""The fields of one activity and of one benefit in a report, and what is typed in them."""

from typing import Any, NamedTuple

from flask_babel import gettext as _
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange

from applications.forms.parts import MayWait, Room
from criteria.reporting import ActivityStatus
from followup.content import ActivityContent, BenefitContent
from followup.fields import MeasureField
from followup.models import ReportedActivity, ReportedBenefit
from foundation.fields import MoneyField, OsloDateField, WholeNumberField
from foundation.forms import Form, choices_of
from foundation.money import Ore

ROOM_FOR_COMMENT = 2000
WHOLE = 100
Fields = dict[str, Any]


class Label:
    """Names a field; where several rows stand together, with its row's name before it."""

    def __init__(self, row: str | None) -> None:
        """Name the row, or not."""
        self.row = row

    def __call__(self, text: str) -> str:
        """Give the whole label."""
        return text if self.row is None else f"{self.row}: {text}"


class ActivityRow(NamedTuple):
    """An activity with its fields; `spent` is None where the accounts are not written."""

    reported: ReportedActivity
    status: Any
    percent: Any
    comment: Any
    spent: Any

    @classmethod
    def of(cls, form: Form, one: ReportedActivity) -> "ActivityRow":
        """Find the fields of an activity in a form."""
        fields = {field.name: field for field in form}
        return cls(one, *(fields.get(f"a-{one.activity_id}-{name}") for name in cls._fields[1:]))

    def content(self) -> ActivityContent:
        """Give what is typed."""
        return ActivityContent(
            status=ActivityStatus(self.status.data),
            percent=self.percent.data or 0,
            comment=self.comment.data or "",
            spent=self.spent.data if self.spent is not None else None,
        )


def activity_fields(
    one: ReportedActivity, name: str, label: Label, *, with_accounts: bool
) -> Fields:
    """Make the fields of an activity; what it cost stands in the accounts, under its name."""
    prefix = f"a-{one.activity_id}"
    fields: Fields = {
        f"{prefix}-status": SelectField(
            label(_("Status")), [InputRequired()], choices=dict(choices_of(ActivityStatus))
        ),
        f"{prefix}-percent": WholeNumberField(
            label(_("Hvor mye er gjort")),
            [MayWait(), NumberRange(max=WHOLE, message=_("Skriv et tall fra 0 til 100."))],
        ),
        f"{prefix}-comment": TextAreaField(
            label(_("Hva har dere gjort?")), [MayWait(), Length(max=ROOM_FOR_COMMENT)]
        ),
    }
    if with_accounts:
        spent = _("Brukt: %(activity)s", activity=name)
        fields[f"{prefix}-spent"] = MoneyField(spent, [MayWait()])
    return fields


def activity_values(one: ReportedActivity, spent: Ore | None) -> Fields:
    """Give what is saved of an activity."""
    prefix = f"a-{one.activity_id}"
    return {
        f"{prefix}-status": one.status.value,
        f"{prefix}-percent": one.percent,
        f"{prefix}-comment": one.comment,
        f"{prefix}-spent": spent,
    }


class BenefitRow(NamedTuple):
    """A benefit with its fields."""

    reported: ReportedBenefit
    indicator: Any
    unit: Any
    owner: Any
    baseline: Any
    target: Any
    target_on: Any
    measured: Any
    measured_on: Any
    comment: Any

    @classmethod
    def of(cls, form: Form, one: ReportedBenefit) -> "BenefitRow":
        """Find the fields of a benefit in a form."""
        return cls(one, *(form[f"b-{one.benefit_id}-{name}"] for name in cls._fields[1:]))

    def content(self) -> BenefitContent:
        """Give what is typed."""
        return BenefitContent(
            indicator=self.indicator.data or "",
            unit=self.unit.data or "",
            owner=self.owner.data or "",
            baseline=self.baseline.data,
            target=self.target.data,
            target_on=self.target_on.data,
            measured=self.measured.data,
            measured_on=self.measured_on.data,
            comment=self.comment.data or "",
        )


def benefit_fields(one: ReportedBenefit, label: Label) -> Fields:
    """Make the fields of a benefit."""
    made = {
        "indicator": StringField(
            label(_("Indikator")), [MayWait(), Room(200)], description=_("Hva dere måler.")
        ),
        "unit": StringField(
            label(_("Enhet")), [MayWait(), Room(40)], description=_("For eksempel minutter.")
        ),
        "owner": StringField(
            label(_("Ansvarlig")), [MayWait(), Room(120)],
            description=_("Kommunen og rollen som skal hente ut gevinsten."),
        ),
        "baseline": MeasureField(label(_("Nullpunkt")), [MayWait()]),
        "target": MeasureField(label(_("Mål")), [MayWait()]),
        "target_on": OsloDateField(label(_("Målet skal nås innen")), [MayWait()]),
        "measured": MeasureField(label(_("Målt")), [MayWait()]),
        "measured_on": OsloDateField(label(_("Målt dato")), [MayWait()]),
        "comment": TextAreaField(
            label(_("Avvik og forklaring")), [MayWait(), Length(max=ROOM_FOR_COMMENT)]
        ),
    }  # fmt: skip
    return {f"b-{one.benefit_id}-{name}": field for name, field in made.items()}


def benefit_values(one: ReportedBenefit) -> Fields:
    """Give what is saved of a benefit."""
    return {f"b-{one.benefit_id}-{name}": getattr(one, name) for name in BenefitRow._fields[1:]}
