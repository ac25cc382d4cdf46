"""Who would save time, as the reader says it. What the address does not say is as usual."""

from decimal import Decimal

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, NumberRange, Optional

from criteria.freedtime import WORKING_DAYS, WORKING_MINUTES, Assumption, Workplace
from foundation import words
from foundation.fields import MoneyField, WholeNumberField
from foundation.forms import FilterForm

MOST_EMPLOYEES, MOST_DAYS, MOST_MINUTES = 1_000_000, 366, 1440

words.register(
    {
        Assumption.LEAST: _l("Det minste som er ventet"),
        Assumption.SHARE: _l("Fra 15 til 10 prosent av arbeidsdagen"),
        Assumption.MOST: _l("Det meste som er ventet"),
        Assumption.OWN: _l("Deres eget anslag"),
    }
)


class FreedTimeForm(FilterForm):
    """How many there are, how long they work, and what they believe to save themselves."""

    ansatte = WholeNumberField(
        _l("Ansatte som bruker journalen"),
        [
            InputRequired(_l("Skriv hvor mange ansatte det gjelder.")),
            NumberRange(1, MOST_EMPLOYEES, _l("Skriv et tall fra 1 til 1 000 000.")),
        ],
    )
    dager = WholeNumberField(
        _l("Arbeidsdager i året"),
        [Optional(), NumberRange(1, MOST_DAYS, _l("Skriv et tall fra 1 til 366."))],
        description=_l("Vanligvis 230."),
    )
    minutter = WholeNumberField(
        _l("Minutter i en arbeidsdag"),
        [Optional(), NumberRange(1, MOST_MINUTES, _l("Skriv et tall fra 1 til 1440."))],
        description=_l("Vanligvis 450, sju og en halv time."),
    )
    timekostnad = MoneyField(
        _l("Kostnad per time, i kroner"),
        [Optional()],
        description=_l("Lønn med sosiale kostnader. Kan stå tomt."),
    )
    spart = WholeNumberField(
        _l("Minutter dere tror hver sparer"),
        [Optional(), NumberRange(1, MOST_MINUTES, _l("Skriv et tall fra 1 til 1440."))],
        description=_l("Om dagen, i gjennomsnitt. Kan stå tomt."),
    )

    def workplace(self) -> Workplace | None:
        """Give what can be reckoned with; None before anything is told, or when it is wrong."""
        if self.is_empty or not self.validate():
            return None
        return Workplace(
            employees=self.ansatte.data or 0,
            days=self.dager.data or WORKING_DAYS,
            minutes=self.minutter.data or WORKING_MINUTES,
            hourly=self.timekostnad.data,
            own=Decimal(self.spart.data) if self.spart.data else None,
        )

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was sent: nobody is told that something is missing before that."""
        return not any(field.raw_data for field in self)
