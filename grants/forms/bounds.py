"""What is typed about how a call's grants are spread: a group, and the limits on it."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired, Optional

from criteria.ranking import Trait
from criteria.sizes import SizeClass
from foundation import words
from foundation.fields import MoneyField, WholeNumberField
from foundation.money import NOTHING
from grants.forms.draft import (
    VersionedForm,
    bokmal_text,
    nynorsk_text,
    source_field,
    versioned,
)
from grants.models import Call, PortfolioBound
from grants.services import BoundSetting
from grants.shown.bounds import group_said

BETWEEN = ":"


class BoundForm(VersionedForm):
    """A bound of the portfolio; empty limits limit nothing."""

    group = SelectField(_l("Gruppe"), [InputRequired(_l("Velg en gruppe."))])
    least_cases = WholeNumberField(_l("Minst så mange tilskudd"), [Optional()])
    most_cases = WholeNumberField(_l("Høyst så mange tilskudd"), [Optional()])
    least_amount = MoneyField(_l("Minst så mye til sammen"), [Optional()])
    most_amount = MoneyField(_l("Høyst så mye til sammen"), [Optional()])
    note_nb = bokmal_text(_l("Merknad (bokmål)"), _l("Skriv hvorfor grensen er satt."))
    note_nn = nynorsk_text(_l("Merknad (nynorsk)"))
    source = source_field()

    def offer(self, call: Call, counties: Iterable[str]) -> None:
        """Offer every group that a case can belong to, by trait."""
        values: dict[Trait, list[str]] = {
            Trait.LEAD: [],
            Trait.COUNTY: list(counties),
            Trait.SIZE_CLASS: list(SizeClass),
            Trait.MEASURE: [call.measure.code],
        }
        self.group.choices = {
            words.say(trait): [
                (f"{trait}{BETWEEN}{value}", group_said(trait, value)) for value in ("", *found)
            ]
            for trait, found in values.items()
        }

    @property
    def setting(self) -> BoundSetting:
        """The bound as it was typed. Only after validation."""
        trait, _, value = str(self.group.data).partition(BETWEEN)
        return BoundSetting(
            trait=Trait(trait),
            value=value,
            least_cases=self.least_cases.data or 0,
            most_cases=self.most_cases.data,
            least_amount=self.least_amount.data or NOTHING,
            most_amount=self.most_amount.data,
            note=self.both("note"),
            source=self.source.data or "",
        )


def bound_form(call: Call, row: PortfolioBound | None, counties: Iterable[str]) -> BoundForm:
    """Make the form of a bound, empty for a new one."""
    filled: dict[str, object] = {}
    if row is not None:
        filled = {
            "group": f"{row.trait}{BETWEEN}{row.value}",
            "least_cases": row.least_cases or None,
            "most_cases": row.most_cases,
            "least_amount": row.least_amount or None,
            "most_amount": row.most_amount,
            "note": row.note,
            "source": row.source,
        }
    form = BoundForm(**versioned(call, **filled))
    form.offer(call, counties)
    return form
