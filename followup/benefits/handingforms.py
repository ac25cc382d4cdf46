"""What is typed when the responsibility for benefits is passed on, and when the receiver says no."""

from collections.abc import Iterable, Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, SelectField, StringField, TextAreaField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    Optional,
    Regexp,
    ValidationError,
)

from accounts.models import Organisation
from applications.forms.basics import AN_ADDRESS
from criteria.handing import HandingProblem
from followup.benefits.forms import ROOM, ROOM_FOR_OWNER
from followup.benefits.refusals import Refusal
from followup.benefits.services import Offer
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import Form

NOBODY = 0
FIELDS = {
    HandingProblem.NOTHING_HANDED: "codes",
    HandingProblem.NOT_ITS_OWN: "codes",
    HandingProblem.UNDER_WAY: "codes",
    HandingProblem.DAY_PAST: "takes_over_on",
    HandingProblem.TO_ITSELF: "receiver",
    Refusal.NOBODY_SIGNS: "receiver",
    Refusal.NOT_IN_CATALOGUE: "codes",
}
"""The field that a refusal is about."""


class HandoverForm(Form):
    """What is handed over, to whom, from when, and how it is measured from then on."""

    codes = CheckboxesField(_l("Hvilke gevinster gjelder det?"))
    receiver = SelectField(
        _l("Hvem skal overta ansvaret?"), [InputRequired(_l("Velg hvem som skal overta."))],
        coerce=int,
    )  # fmt: skip
    contact = StringField(
        _l("Hvem får ansvaret hos mottakeren?"),
        [DataRequired(_l("Skriv hvem som får ansvaret.")), Length(max=ROOM_FOR_OWNER)],
        description=_l("Skriv rollen eller navnet, for eksempel leder for e-helse."),
    )
    email = EmailField(
        _l("E-postadressen til den som får ansvaret"),
        [
            DataRequired(_l("Skriv e-postadressen.")),
            Length(max=200),
            Regexp(f"^{AN_ADDRESS}$", message=_l("Skriv en e-postadresse, som navn@kommune.no.")),
        ],
        description=_l("Påminnelser om målinger går hit også."),
    )
    takes_over_on = OsloDateField(
        _l("Fra hvilken dato?"), [InputRequired(_l("Skriv datoen."))],
        description=_l("Ansvaret går over denne dagen, men ikke før mottakeren har godtatt."),
    )  # fmt: skip
    plan = TextAreaField(
        _l("Hvordan skal gevinstene måles videre?"),
        [DataRequired(_l("Skriv hvordan gevinstene skal måles videre.")), Length(max=ROOM)],
        description=_l("For eksempel: hvert år i mars, med samme stikkprøve som før."),
    )
    enclosed = TextAreaField(
        _l("Hva annet følger med?"),
        [Optional(), Length(max=ROOM)],
        description=_l("Alt som er registrert her, følger med. Nevn avtaler og dokumenter dere har ellers."),
    )  # fmt: skip
    why = TextAreaField(
        _l("Hvorfor overfører dere ansvaret?"),
        [DataRequired(_l("Skriv hvorfor dere overfører ansvaret.")), Length(max=ROOM)],
    )

    def offer_choices(
        self, benefits: Sequence[tuple[str, str]], receivers: Iterable[Organisation]
    ) -> None:
        """Offer the benefits, by code and name, and those who may take over."""
        self.codes.choices = list(benefits)
        self.receiver.choices = [
            (NOBODY, _l("Velg mottaker")), *((one.id, one.name) for one in receivers)
        ]  # fmt: skip
        if self.receiver.data is None:
            self.receiver.data = NOBODY

    def validate_receiver(self, field: SelectField) -> None:
        """Ask for a receiver: the first choice is none."""
        if field.data == NOBODY:
            raise ValidationError(_l("Velg hvem som skal overta."))

    @property
    def offered(self) -> Offer:
        """What is typed."""
        return Offer(
            receiver=self.receiver.data,
            contact=self.contact.data or "",
            email=self.email.data or "",
            takes_over_on=self.takes_over_on.data or date.min,
            codes=tuple(self.codes.data or ()),
            plan=self.plan.data or "",
            enclosed=self.enclosed.data or "",
            why=self.why.data or "",
        )


class DeclineForm(Form):
    """The receiver says no."""

    reason = TextAreaField(
        _l("Hvorfor sier dere nei?"),
        [DataRequired(_l("Skriv hvorfor dere sier nei.")), Length(max=ROOM)],
    )
