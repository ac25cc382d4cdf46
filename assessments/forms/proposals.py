"""Forms of the proposals: run, compare, choose, and share out an extra frame."""

from enum import StrEnum

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from assessments.services import ExtraFrame
from criteria.allocation.reserve import Extra, Order
from foundation.fields import MoneyField
from foundation.forms import Form, choices_of
from foundation.money import NOTHING

LONGEST_REASON = 4000
LONGEST_BASIS = 300


class Ways(StrEnum):
    """How a proposal is made: down the list, as the best combination, or both to compare."""

    LIST = "list"
    OPTIMUM = "optimum"
    BOTH = "both"


class FrameForm(Form):
    """Running a proposal under a frame."""

    frame = MoneyField(_l("Ramme"), [InputRequired(_l("Skriv rammen."))])
    way = RadioField(_l("Slik velges sakene"), [Optional()])

    def offer(self) -> None:
        """Offer both ways, and both beside each other."""
        self.way.choices = [
            (Ways.LIST, gettext("Nedover listen til rammen er brukt")),
            (Ways.OPTIMUM, gettext("Den fordelingen som gir mest til sammen")),
            (Ways.BOTH, gettext("Begge, ved siden av hverandre")),
        ]


class ChooseForm(Form):
    """Choosing a proposal."""

    reason = TextAreaField(
        _l("Hvorfor denne innstillingen velges"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )


class ExtraForm(Form):
    """Sharing out an extra frame over the reserve list."""

    frame = MoneyField(_l("Tilleggsramme"), [InputRequired(_l("Skriv beløpet."))])
    basis = TextAreaField(
        _l("Hvor pengene kommer fra"),
        [InputRequired(_l("Skriv hvor pengene kommer fra.")), Length(max=LONGEST_BASIS)],
    )
    order = RadioField(_l("Hvem som får først"), [InputRequired(_l("Velg en rekkefølge."))])
    for_new = MoneyField(_l("Av dette til dem som ikke har fått noe"), [Optional()])

    def offer(self) -> None:
        """Offer every order."""
        self.order.choices = choices_of(Order)

    @property
    def extra(self) -> ExtraFrame:
        """The extra frame as it was typed. Only after validation."""
        return ExtraFrame(
            Extra(self.frame.data or NOTHING, Order(self.order.data), self.for_new.data),
            self.basis.data or "",
        )
