"""What an administrator types about persons, their roles and researchers' keys."""

from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import EmailField, Field, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from accounts.models import Role
from foundation import clock
from foundation.fields import OsloDateField
from foundation.forms import FilterForm, Form, choices_of
from foundation.language import BOKMAL
from foundation.locale import NAMES

ADDRESS = r"[^@\s]+@[^@\s]+\.[^@\s]+"


class PersonFilter(FilterForm):
    """A name or an address, and a role."""

    text = StringField(_l("Navn eller e-postadresse"), [Optional()])
    role = SelectField(_l("Rolle"), [Optional()])

    def offer_roles(self) -> None:
        """Offer every role, and all of them."""
        self.role.choices = [("", gettext("Alle roller")), *choices_of(Role)]


class PersonForm(Form):
    """A new person. The password is made for them."""

    name = StringField(_l("Navn"), [InputRequired(_l("Skriv navnet.")), Length(max=120)])
    email = EmailField(
        _l("E-postadresse"),
        [
            InputRequired(_l("Skriv e-postadressen.")),
            Length(max=200),
            Regexp(
                ADDRESS, message=_l("Skriv en gyldig e-postadresse, for eksempel navn@kommune.no.")
            ),
        ],
    )
    locale = RadioField(_l("Målform"), choices=NAMES, default=BOKMAL)


class RoleForm(Form):
    """A role for a person in an organisation."""

    role = SelectField(_l("Rolle"), [InputRequired(_l("Velg en rolle."))])
    organisation = SelectField(
        _l("Organisasjon"), [InputRequired(_l("Velg en organisasjon."))], coerce=str
    )


class KeyForm(Form):
    """A researcher's key to the statistics: for whom, for what, until when."""

    person = SelectField(_l("Forsker"), [InputRequired(_l("Velg en forsker."))], coerce=str)
    purpose = StringField(
        _l("Formål"), [InputRequired(_l("Skriv hva nøkkelen skal brukes til.")), Length(max=500)]
    )
    expires_on = OsloDateField(_l("Siste dag nøkkelen gjelder"), [InputRequired()])

    def validate_expires_on(self, field: Field) -> None:
        """Refuse a day that has been."""
        day: date | None = field.data
        if day is not None and day < clock.today():
            raise ValidationError(gettext("Dagen må være i dag eller senere."))
