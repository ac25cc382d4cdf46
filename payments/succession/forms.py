"""What is typed when a case is passed on."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from accounts.models import Organisation
from criteria.succeeding import WHOLE
from foundation.fields import WholeNumberField
from foundation.forms import Form

LONGEST_REASON = 1000


class PassOnForm(Form):
    """Who carries the case on, what each is to have of the money, and why so."""

    carrier = RadioField(
        _l("Hvem fører saken videre?"),
        coerce=int,
        validators=[InputRequired(_l("Velg hvem som fører saken videre."))],
    )
    percents = FieldList(
        WholeNumberField(
            _l("Prosent"),
            [
                Optional(),
                NumberRange(min=0, max=WHOLE, message=_l("Skriv et helt tall fra 0 til 100.")),
            ],
        )
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [
            InputRequired(_l("Skriv hva overføringen bygger på.")),
            Length(max=LONGEST_REASON),
        ],
        description=_l("For eksempel avtalen om deling mellom kommunene. Teksten blir en del av saken."),
    )

    def offer(self, successors: Sequence[Organisation]) -> None:
        """Offer those that took the kommune over; where there is one, it has all."""
        self.carrier.choices = [(one.id, one.name) for one in successors]
        while len(self.percents) < len(successors):
            self.percents.append_entry()
        for field, one in zip(self.percents, successors, strict=False):
            field.label.text = one.name

    def shared(self, successors: Sequence[Organisation]) -> dict[int, int]:
        """Give the percent of each that is to have something."""
        if len(successors) == 1:
            return {successors[0].id: WHOLE}
        typed = zip(successors, self.percents, strict=False)
        return {one.id: field.data for one, field in typed if field.data}
