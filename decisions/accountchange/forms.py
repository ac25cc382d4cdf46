"""What is typed about where a grant is paid."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length

from criteria.accountchange import LEAST_DAYS, MOST_DAYS, ChangeRefusal
from decisions.account import read_account
from foundation import words
from foundation.fields import WholeNumberField
from foundation.forms import Form

LONGEST_REASON = 500


class AskForm(Form):
    """Another account for a grant."""

    account_number = StringField(
        _l("Nytt kontonummer"),
        [InputRequired(_l("Skriv det nye kontonummeret."))],
        description=_l("Elleve sifre. Kontoen må tilhøre hovedsøkeren."),
    )

    def validate_account_number(self, field: StringField) -> None:
        """Check the number's own check digit."""
        if read_account(field.data or "") is None:
            raise ValidationError(words.say(ChangeRefusal.NUMBER_WRONG))


class ConfirmForm(Form):
    """The second person's yes."""

    confirmed = BooleanField(
        _l("Jeg vet at kontoen tilhører hovedsøkeren, og at den skal brukes"),
        [InputRequired(_l("Kryss av for å bekrefte."))],
    )


class StopForm(Form):
    """Why the office stops a change."""

    reason = TextAreaField(
        _l("Hvorfor endringen stanses"),
        [InputRequired(_l("Skriv hvorfor endringen stanses.")), Length(max=LONGEST_REASON)],
    )


class WaitForm(Form):
    """How many whole days pass before a new account holds."""

    days = WholeNumberField(
        _l("Hele dager fra endringen er bekreftet til den gjelder"),
        [InputRequired(_l("Skriv antall dager."))],
    )

    def validate_days(self, field: WholeNumberField) -> None:
        """Keep within what is reasonable."""
        if field.data is not None and not LEAST_DAYS <= field.data <= MOST_DAYS:
            raise ValidationError(
                words.say(ChangeRefusal.DAYS_OUT_OF_BOUNDS, least=LEAST_DAYS, most=MOST_DAYS)
            )
