"""How the members divide what they carry themselves: which key, and each one's percentage."""

import re
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field, RadioField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import TextInput

from applications.contents import Division, division_of, seal_division
from applications.costshares import members_of
from applications.forms.parts import SectionForm
from applications.models import Application, Partner
from applications.words.costkeys import HUNDREDTH
from criteria.costkey import WHOLE, CostKey
from foundation.forms import choices_of
from foundation.wording import format_number

_WRITTEN = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")


class PercentField(Field):
    """A percentage with at most two decimals, as people write it. What was typed stays."""

    widget = TextInput()
    data: Decimal | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else format_number(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the percentage; ValueError tells the writer what is wrong."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        text = re.sub(r"[\s%]", "", valuelist[0])
        if not _WRITTEN.fullmatch(text) or Decimal(text.replace(",", ".")) > WHOLE * HUNDREDTH:
            raise ValueError(gettext("Skriv en prosent fra 0 til 100, med høyst to desimaler."))
        self.data = Decimal(text.replace(",", "."))


class WhenAgreed:
    """Asks for a percentage where percentages are what is chosen."""

    def __call__(self, form: "CostKeyForm", field: Field) -> None:
        """Refuse an empty field; one that says 0 is filled in."""
        if form.key.data == CostKey.CUSTOM and field.data is None and not field.process_errors:
            raise ValidationError(gettext("Skriv prosenten. Skriv 0 for den som ikke betaler noe."))


class CostKeyForm(SectionForm):
    """Which key, and a percentage for each member; `cost_key_form` adds those."""

    key = RadioField(_l("Hvordan deler dere kostnadene?"), [Optional()])
    members: tuple[Partner, ...] = ()

    def percent_of(self, partner: Partner) -> Field:
        """Give the field of a member's percentage."""
        found: Field = self[_name(partner)]
        return found

    @property
    def division(self) -> Division:
        """Give what was typed."""
        percents = {one.id: self.percent_of(one).data for one in self.members}
        return Division(
            CostKey(self.key.data) if self.key.data else None,
            {number: int(one / HUNDREDTH) for number, one in percents.items() if one is not None},
        )


def cost_key_form(
    application: Application, formdata: MultiDict[str, str] | None = None
) -> CostKeyForm:
    """Show the key as it stands, or as it was typed."""
    now = division_of(application)
    members = tuple(members_of(application))
    fields: dict[str, object] = {"members": members}
    for one in members:
        fields[_name(one)] = PercentField(one.organisation.name, [WhenAgreed()])
    form_class: Any = type("KeyForm", (CostKeyForm,), fields)
    data = {
        "key": now.key.value if now.key else "",
        "seen": seal_division(now),
        **{f"p-{number}": percent * HUNDREDTH for number, percent in now.percents.items()},
    }
    form: CostKeyForm = form_class(data=data, formdata=formdata)
    form.key.choices = [("", _l("Ikke avtalt")), *choices_of(CostKey)]
    return form


def _name(partner: Partner) -> str:
    return f"p-{partner.id}"
