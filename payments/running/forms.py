"""What a controller types about a cost of running the scheme."""

from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from foundation.fields import MoneyField, OsloDateField, WholeNumberField
from foundation.forms import Form, choices_of
from foundation.money import NOTHING
from payments.running.kinds import CostKind
from payments.running.services import LONGEST_SOURCE, Spent


class CostForm(Form):
    """A cost, the year it belongs to, and where the amount is from."""

    kind = SelectField(_l("Slag kostnad"), [InputRequired()])
    year = WholeNumberField(_l("År"), [InputRequired(_l("Skriv året kostnaden hører til."))])
    amount = MoneyField(_l("Beløp uten merverdiavgift"), [InputRequired(_l("Skriv beløpet."))])
    happened_on = OsloDateField(_l("Dato"), [InputRequired(_l("Skriv datoen."))])
    source = StringField(
        _l("Kilde"),
        [InputRequired(_l("Skriv hvor beløpet er hentet fra.")), Length(max=LONGEST_SOURCE)],
        description=_l("For eksempel regnskapet, bilaget eller saken beløpet står i."),
    )

    def offer(self) -> None:
        """Offer the kinds of cost."""
        self.kind.choices = choices_of(CostKind)

    def spent(self, today: date) -> Spent:
        """Give what was typed. Only after validation."""
        return Spent(
            CostKind(self.kind.data),
            self.year.data or 0,
            self.amount.data or NOTHING,
            self.happened_on.data or today,
            self.source.data or "",
        )


class TakeCostBackForm(Form):
    """Why a line is taken back."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_SOURCE)],
        description=_l("Begrunnelsen blir stående ved motposteringen og kan ikke endres."),
    )
