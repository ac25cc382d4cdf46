"""What is typed when a case is passed on."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from accounts.models import Organisation
from criteria.succeeding import WHOLE, evenly
from foundation.fields import CheckboxesField, WholeNumberField
from foundation.forms import Form

LONGEST_REASON = 1000


class PassOnForm(Form):
    """Who carries the case on, what each is to have of the money, and why so."""

    carrier = RadioField(
        _l("Hvem fører saken videre?"),
        coerce=int,
        validators=[InputRequired(_l("Velg hvem som fører saken videre."))],
    )
    divides = True
    percents = FieldList(
        WholeNumberField(
            _l("Prosent"),
            [
                Optional(),
                NumberRange(min=0, max=WHOLE, message=_l("Skriv et helt tall fra 0 til 100.")),
            ],
        )
    )
    others = CheckboxesField(
        _l("Hvem andre deltar videre?"),
        coerce=int,
        validators=[Optional()],
        description=_l("Kryss bare av for kommuner som skal være med i prosjektet."),
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [
            InputRequired(_l("Skriv hva overføringen bygger på.")),
            Length(max=LONGEST_REASON),
        ],
        description=_l("For eksempel avtalen om deling mellom kommunene. Teksten blir en del av saken."),
    )

    def offer(self, successors: Sequence[Organisation], *, divides: bool) -> None:
        """Offer those that took the kommune over; where there is one, it has all.

        `divides`: there is something to divide. Else nobody is asked for percents, only who takes part.
        """
        self.divides = divides
        self.carrier.choices = self.others.choices = [(one.id, one.name) for one in successors]
        if not divides:
            self.carrier.label.text = str(_l("Hvem overtar delen i saken?"))
        while len(self.percents) < len(successors):
            self.percents.append_entry()
        for field, one in zip(self.percents, successors, strict=False):
            field.label.text = one.name

    def shared(self, successors: Sequence[Organisation]) -> dict[int, int]:
        """Give the percent of each that is to have something."""
        if len(successors) == 1:
            return {successors[0].id: WHOLE}
        if not self.divides:
            return evenly(self.others.data or (), self.carrier.data)
        typed = zip(successors, self.percents, strict=False)
        return {one.id: field.data for one, field in typed if field.data}
