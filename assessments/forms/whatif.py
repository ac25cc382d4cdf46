"""What could be otherwise about a proposal: a form in the address, so that an answer can be shared."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectField
from wtforms.validators import NumberRange, Optional

from accounts.models import Person
from assessments.supposing import Supposed
from criteria.allocation import Method, Selection, Terms
from criteria.scoring import Criterion
from foundation.fields import MoneyField, WholeNumberField
from foundation.forms import FilterForm, choices_of
from foundation.money import NOTHING

PERCENT = 100
WIDEST = 20
USUAL = 5


class WhatIfForm(FilterForm):
    """Everything that may be otherwise but the weights; `what_if_form` adds one for each criterion.

    What the address does not name is as in the proposal.
    """

    ramme = MoneyField(_l("Ramme"))
    terskel = WholeNumberField(
        _l("Laveste poengsum"),
        [Optional(), NumberRange(0, PERCENT, _l("Skriv et tall fra 0 til 100."))],
    )
    minste = MoneyField(_l("Minste tilskudd"))
    metode = SelectField(_l("Slik fordeles rammen"))
    andel = WholeNumberField(
        _l("Høyeste andel av søkt beløp"),
        [Optional(), NumberRange(1, PERCENT, _l("Skriv et tall fra 1 til 100."))],
    )
    utvalg = SelectField(_l("Slik velges sakene"))
    uten = SelectField(_l("Uten én vurderer"))

    codes: Sequence[str] = ()

    @property
    def weights(self) -> Iterator[Field]:
        """Give the weights' fields, in the order of the criteria."""
        return (self[_name(code)] for code in self.codes)

    def supposed(self) -> Supposed:
        """Give what is asked."""
        return Supposed(
            frame=self.ramme.data or NOTHING,
            threshold=self.terskel.data or 0,
            min_grant=self.minste.data or None,
            method=Method(self.metode.data),
            selection=Selection(self.utvalg.data),
            share_percent=self.andel.data or PERCENT,
            without=int(self.uten.data) if self.uten.data else None,
            weights={code: self[_name(code)].data for code in self.codes},
        )

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Ask for weights that are a whole, each above 0."""
        fits = bool(super().validate(extra_validators))
        weights = [field.data or 0 for field in self.weights]
        if fits and (sum(weights) != PERCENT or min(weights) <= 0):
            first = next(self.weights)
            first.errors = [
                *first.errors,
                gettext(
                    "Vektene må være over 0 og bli 100 til sammen. Nå blir de %(total)s.",
                    total=sum(weights),
                ),
            ]
            return False
        return fits


class SteadinessForm(FilterForm):
    """How many percentage points each weight may be off."""

    avvik = WholeNumberField(
        _l("Så mange prosentpoeng kan hver vekt være feil"),
        [NumberRange(0, WIDEST, _l("Skriv et tall fra 0 til 20."))],
    )


def what_if_form(
    terms: Terms,
    criteria: Sequence[Criterion],
    names: Mapping[str, str],
    officers: Sequence[Person],
) -> WhatIfForm:
    """Make the form for a round, filled in as the proposal is where the address says nothing."""
    fields: dict[str, Any] = {"codes": [one.code for one in criteria]}
    for one in criteria:
        fields[_name(one.code)] = WholeNumberField(names[one.code])
    form: WhatIfForm = type("RoundsWhatIfForm", (WhatIfForm,), fields)()
    form.metode.choices = choices_of(Method)
    form.utvalg.choices = choices_of(Selection)
    form.uten.choices = [
        ("", gettext("Alle er med")),
        *((str(one.id), one.name) for one in officers),
    ]
    usual = {
        "ramme": terms.frame,
        "terskel": int(terms.threshold),
        "minste": terms.min_grant,
        "metode": terms.method.value,
        "andel": terms.share_percent,
        "utvalg": terms.selection.value,
        "uten": "",
        **{_name(one.code): one.weight for one in criteria},
    }
    for field in form:
        if not field.raw_data:
            field.data = usual[field.name]
    return form


def steadiness_form() -> SteadinessForm:
    """Make the form, with the usual freedom where the address says nothing."""
    form = SteadinessForm()
    if not form.avvik.raw_data:
        form.avvik.data = USUAL
    return form


def _name(code: str) -> str:
    return f"vekt_{code}"
