"""What is typed about the scheme: its level, whom to ask, its money."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from stdnum.exceptions import ValidationError as NumberError
from stdnum.no import orgnr
from wtforms import (
    EmailField,
    Field,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Regexp, ValidationError

from foundation.fields import MoneyField, OsloDateField, WholeNumberField
from foundation.forms import Form
from foundation.money import NOTHING, Ore
from grants.catalogue import SenderSheet
from grants.forms.draft import (
    LONGEST_SOURCE,
    VersionedForm,
    bokmal_line,
    bokmal_text,
    nynorsk_text,
)

INCREASE = "increase"
REDUCTION = "reduction"


class LevelForm(VersionedForm):
    """Which ambition level the scheme follows."""

    level = RadioField(
        _l("Ambisjonsnivå"), [InputRequired(_l("Velg et ambisjonsnivå."))], coerce=str
    )


class ContactForm(VersionedForm):
    """Whom applicants can ask."""

    contact_nb = bokmal_text(_l("Kontakt (bokmål)"), _l("Skriv hvem søkere kan kontakte."))
    contact_nn = nynorsk_text(_l("Kontakt (nynorsk)"))


class SenderForm(VersionedForm):
    """Who sends the letters, and what all of them refer to."""

    name = StringField(_l("Navn"), [DataRequired(_l("Skriv navnet.")), Length(max=120)])
    organisation_number = StringField(
        _l("Organisasjonsnummer"), [DataRequired(_l("Skriv organisasjonsnummeret."))]
    )
    address = TextAreaField(
        _l("Postadresse"), [DataRequired(_l("Skriv postadressen.")), Length(max=300)]
    )
    email = EmailField(
        _l("E-post"),
        [
            DataRequired(_l("Skriv e-postadressen.")),
            Length(max=200),
            Regexp(
                r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
                message=_l("Skriv en e-postadresse, som post@etat.no."),
            ),
        ],
    )
    phone = TelField(_l("Telefon"), [DataRequired(_l("Skriv telefonnummeret.")), Length(max=40)])
    website = StringField(_l("Nettsted"), [DataRequired(_l("Skriv nettstedet.")), Length(max=200)])
    complaint_body_nb = bokmal_line(
        _l("Klageinstans (bokmål)"), _l("Skriv hvem som avgjør klager.")
    )
    complaint_body_nn = bokmal_line(
        _l("Klageinstans (nynorsk)"), _l("Skriv hvem som avgjør klager, på nynorsk.")
    )
    standard_terms_nb = bokmal_line(
        _l("Standardvilkår (bokmål)"), _l("Skriv hvilke standardvilkår som gjelder.")
    )
    standard_terms_nn = bokmal_line(
        _l("Standardvilkår (nynorsk)"), _l("Skriv hvilke standardvilkår som gjelder, på nynorsk.")
    )

    def validate_organisation_number(self, field: Field) -> None:
        """Refuse a number whose control digit does not agree."""
        try:
            field.data = orgnr.validate(field.data)
        except NumberError as error:
            raise ValidationError(
                gettext("Organisasjonsnummeret er ikke gyldig. Det har ni sifre.")
            ) from error

    @property
    def sheet(self) -> SenderSheet:
        """What was typed, the address without empty lines. Only after validation."""
        lines = (line.strip() for line in (self.address.data or "").splitlines())
        return SenderSheet(
            name=self.name.data or "",
            organisation_number=self.organisation_number.data or "",
            address="\n".join(line for line in lines if line),
            email=self.email.data or "",
            phone=self.phone.data or "",
            website=self.website.data or "",
            complaint_body=self.both("complaint_body"),
            standard_terms=self.both("standard_terms"),
        )


class AppropriationForm(Form):
    """What a decision gives a post for a year, or takes from it."""

    post = SelectField(_l("Budsjettpost"), [InputRequired(_l("Velg en post."))], coerce=str)
    year = WholeNumberField(_l("År"), [InputRequired(_l("Skriv året."))])
    direction = RadioField(
        _l("Endring"),
        [InputRequired(_l("Velg om bevilgningen øker eller går ned."))],
        default=INCREASE,
    )
    amount = MoneyField(_l("Beløp"), [InputRequired(_l("Skriv beløpet."))])
    authority = StringField(
        _l("Grunnlag"),
        [DataRequired(_l("Skriv hva bevilgningen bygger på.")), Length(max=LONGEST_SOURCE)],
    )
    decided_on = OsloDateField(_l("Vedtatt"), [InputRequired(_l("Skriv datoen for vedtaket."))])

    def offer_posts(self, posts: Iterable[tuple[str, str]]) -> None:
        """Offer the scheme's posts, and both ways a decision can go."""
        self.post.choices = [("", gettext("Velg post")), *posts]
        self.direction.choices = [
            (INCREASE, gettext("Bevilgning eller økning")),
            (REDUCTION, gettext("Reduksjon")),
        ]

    @property
    def change(self) -> Ore:
        """The amount with its sign, in øre."""
        amount = self.amount.data or NOTHING
        return Ore(-amount) if self.direction.data == REDUCTION else amount
