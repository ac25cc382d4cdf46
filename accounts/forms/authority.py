"""What is typed about a person's authority for amounts."""

from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from accounts.authority.services import NewAuthority
from criteria.authority import AuthorityKind
from foundation import words
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import Form

LONGEST_REASON = 500


class AuthorityForm(Form):
    """An authority: for what, up to how much, from when until when, and why."""

    kind = RadioField(_l("Fullmakt til å"), [InputRequired(_l("Velg hva fullmakten gjelder."))])
    amount = MoneyField(
        _l("Til og med beløpet"),
        [InputRequired(_l("Skriv det største beløpet fullmakten skal dekke."))],
        description=_l("I kroner, for hvert vedtak eller hver utbetaling."),
    )
    from_on = OsloDateField(_l("Fra og med"), [InputRequired(_l("Velg en dato."))])
    to_on = OsloDateField(
        _l("Til og med dagen"),
        [Optional()],
        description=_l("La feltet stå tomt når fullmakten gjelder til videre."),
    )
    reason = TextAreaField(
        _l("Grunn"),
        [InputRequired(_l("Skriv hvorfor.")), Length(max=LONGEST_REASON)],
        description=_l("For eksempel instruksen eller vikariatet som ligger bak."),
    )

    def offer(self, kinds: Sequence[AuthorityKind]) -> None:
        """Offer what the person's roles can use."""
        self.kind.choices = [(kind.value, words.say(kind)) for kind in kinds]

    def given(self) -> NewAuthority:
        """Give what a valid form says."""
        return NewAuthority(
            AuthorityKind(self.kind.data),
            self.amount.data,
            _day(self.from_on),
            self.to_on.data,
            self.reason.data or "",
        )


class TakeBackForm(Form):
    """Taking an authority back from a day on, and why."""

    from_on = OsloDateField(_l("Gjelder ikke lenger fra"), [InputRequired(_l("Velg en dato."))])
    reason = TextAreaField(
        _l("Grunn"), [InputRequired(_l("Skriv hvorfor.")), Length(max=LONGEST_REASON)]
    )

    def taken(self, kind: AuthorityKind) -> NewAuthority:
        """Give what a valid form says of an authority of a kind."""
        return NewAuthority(kind, None, _day(self.from_on), None, self.reason.data or "")


def _day(field: OsloDateField) -> date:
    if field.data is None:
        raise LookupError("the form is not valid")
    return field.data
