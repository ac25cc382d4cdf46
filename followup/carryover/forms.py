"""What is typed about unused money: by the lead, and by the officer who proposes an answer."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from followup.carryover.money import UnusedYear
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form

ROOM_FOR_REASON = 4000


class AskForm(Form):
    """The lead applies to use a year's unused money in the next."""

    year = SelectField(_l("Budsjettår"), [InputRequired()], coerce=int)
    amount = MoneyField(_l("Beløp dere vil bruke neste år"), [InputRequired(_l("Skriv beløpet."))])
    end_on = OsloDateField(
        _l("Ny sluttdato for prosjektet"),
        [InputRequired(_l("Skriv når prosjektet da avsluttes."))],
        description=_l("Midlene må være brukt innen denne datoen."),
    )
    reason = TextAreaField(
        _l("Hvorfor er midlene ikke brukt, og hva skal de brukes til?"),
        [DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
    )

    def offer(self, years: Sequence[UnusedYear]) -> None:
        """Offer the years that have something unused."""
        self.year.choices = [(one.year, str(one.year)) for one in years]


class ProposeForm(Form):
    """An officer's proposal. 0 refuses."""

    granted = MoneyField(
        _l("Beløp som kan brukes neste år"),
        [InputRequired(_l("Skriv beløpet."))],
        description=_l("Skriv 0 for å avslå."),
    )
    answer = TextAreaField(
        _l("Begrunnelse"),
        [DataRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
        description=_l("Begrunnelsen står i brevet til alle som deltar i prosjektet."),
    )


class SignForm(Form):
    """The signature on what is proposed: the version that was read."""

    seen = HiddenField()
