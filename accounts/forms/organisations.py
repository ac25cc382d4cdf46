"""What an administrator types about an organisation that the register lacks."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from stdnum.exceptions import ValidationError as NumberError
from stdnum.no import orgnr
from wtforms import Field, SelectField, StringField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    Optional,
    Regexp,
    ValidationError,
)

from accounts.models import OrganisationKind
from foundation.fields import OsloDateField
from foundation.forms import Form, choices_of

_OF_THE_REGISTER = frozenset(
    {
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.COUNTY,
        OrganisationKind.HEALTH_TRUST,
        OrganisationKind.REGIONAL_HEALTH_AUTHORITY,
    }
)
"""The kinds that only the register itself brings in."""


class OrganisationForm(Form):
    """An organisation: what it is, what it is called, its number if it has one."""

    kind = SelectField(_l("Type"), [InputRequired(_l("Velg en type."))])
    name = StringField(_l("Navn"), [DataRequired(_l("Skriv navnet.")), Length(max=200)])
    code = StringField(
        _l("Kode"),
        [
            InputRequired(_l("Skriv en kode.")),
            Length(max=40),
            Regexp(r"^[A-Z0-9-]+$", message=_l("Bruk store bokstaver A–Z, tall og bindestrek.")),
        ],
    )
    number = StringField(_l("Organisasjonsnummer"), [Optional()])
    valid_from = OsloDateField(_l("Gjelder fra"), [InputRequired(_l("Skriv datoen."))])

    def offer_kinds(self) -> None:
        """Offer the kinds that are registered by hand."""
        kinds = [kind for kind in OrganisationKind if kind not in _OF_THE_REGISTER]
        self.kind.choices = [("", gettext("Velg type")), *choices_of(kinds)]

    def validate_number(self, field: Field) -> None:
        """Refuse a number whose control digit does not agree."""
        typed: Any = field.data
        try:
            field.data = orgnr.validate(typed)
        except NumberError as error:
            raise ValidationError(
                gettext("Organisasjonsnummeret er ikke gyldig. Det har ni sifre.")
            ) from error
