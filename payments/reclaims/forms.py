"""What is typed when money is asked back, and when payment is stopped."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from accounts.models import Organisation
from criteria.reclaiming import MOST_PARTS, ReclaimKind
from decisions.account import read_account
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form, choices_of
from foundation.money import NOTHING, Ore

ROOM_FOR_REASON = 8000


class NoticeForm(Form):
    """Advance notice to the recipient."""

    kind = RadioField(_l("Hva varselet gjelder"), [InputRequired(_l("Velg hva varselet gjelder."))])
    debtor = SelectField(_l("Kravet rettes mot"), [InputRequired()], coerce=int)
    amount = MoneyField(
        _l("Beløp som kan bli trukket eller krevd tilbake"), [InputRequired(_l("Skriv beløpet."))]
    )
    cause = TextAreaField(
        _l("Hva varselet bygger på"),
        [InputRequired(_l("Skriv hva varselet bygger på.")), Length(max=ROOM_FOR_REASON)],
        description=_l(
            "Teksten står i brevet. Vis til vilkåret i tilskuddsbrevet eller regelverket."
        ),
    )
    comment_by = OsloDateField(_l("Frist for å uttale seg"), [InputRequired(_l("Skriv fristen."))])

    def offer(self, debtors: Iterable[Organisation]) -> None:
        """Offer the lead, or those that have taken it over; and what may happen."""
        self.kind.choices = choices_of(ReclaimKind)
        self.debtor.choices = [(one.id, one.name) for one in debtors]


class CommentOnNoticeForm(Form):
    """What the party thinks of a notice."""

    comment = TextAreaField(
        _l("Uttalelse"),
        [InputRequired(_l("Skriv uttalelsen.")), Length(max=ROOM_FOR_REASON)],
        description=_l("Uttalelsen kan ikke endres når den er sendt."),
    )


class VerdictForm(Form):
    """What is decided. The amount 0 ends the case without a claim.

    `unpaid`: what a reduction takes from what is not paid, before anything has to be paid back.
    """

    unpaid: Ore = NOTHING

    amount = MoneyField(
        _l("Beløp som trekkes eller kreves tilbake"),
        [InputRequired(_l("Skriv beløpet."))],
        description=_l("Skriv 0 for å avslutte saken uten krav."),
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=ROOM_FOR_REASON)],
        description=_l("Begrunnelsen står i vedtaket."),
    )
    pay_by = OsloDateField(_l("Betalingsfrist"), [Optional()])
    pay_to = StringField(_l("Konto det skal betales til"), [Optional()])

    def validate_pay_by(self, field: OsloDateField) -> None:
        """Ask for a deadline where something is claimed."""
        if self.must_be_paid and field.data is None:
            raise ValidationError(str(_l("Skriv fristen for å betale.")))

    def validate_pay_to(self, field: StringField) -> None:
        """Ask for a real account where something is claimed."""
        if self.must_be_paid and read_account(field.data or "") is None:
            raise ValidationError(str(_l("Skriv et gyldig kontonummer med elleve siffer.")))

    @property
    def must_be_paid(self) -> bool:
        """Tell whether the party has something to pay."""
        return bool(self.amount.data and self.amount.data > self.unpaid)


class ReceiveForm(Form):
    """Money that has come in on a claim."""

    amount = MoneyField(_l("Innbetalt beløp"), [InputRequired(_l("Skriv beløpet."))])
    paid_on = OsloDateField(_l("Betalt dato"), [InputRequired(_l("Skriv datoen."))])
    principal_first = BooleanField(
        _l("Betaleren har skrevet at innbetalingen skal dekke hovedstolen før renter")
    )


class AgreementForm(Form):
    """An agreement to pay in monthly parts."""

    number = IntegerField(
        _l("Antall deler"),
        [
            InputRequired(_l("Skriv hvor mange deler beløpet deles i.")),
            NumberRange(2, MOST_PARTS, _l("Skriv et tall fra 2 til 36.")),
        ],
    )
    first_due = OsloDateField(_l("Første forfall"), [InputRequired(_l("Skriv datoen."))])


class ReasonForm(Form):
    """Why what is outstanding is written off, or payment is stopped or resumed."""

    reason = TextAreaField(
        _l("Begrunnelse"), [InputRequired(_l("Skriv en begrunnelse.")), Length(max=2000)]
    )
