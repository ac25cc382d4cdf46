"""What is typed about a rate of interest, and when interest is charged."""

from decimal import Decimal

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired, Length, Regexp

from foundation.fields import OsloDateField
from foundation.forms import Form

_POINTS = 100


class RateForm(Form):
    """The rate of a year, from when, and by what rule."""

    percent = StringField(
        _l("Rente i året"),
        [
            InputRequired(
                _l("Skriv renten i prosent. Skriv 0 når det ikke lenger skal være renter.")
            ),
            Regexp(r"[0-9]{1,2}(,[0-9]{1,2})?$", message=_l("Skriv prosenten som 12 eller 12,25.")),
        ],
    )
    from_on = OsloDateField(_l("Gjelder fra og med"), [InputRequired(_l("Skriv datoen."))])
    source = StringField(
        _l("Regelen renten følger av"),
        [InputRequired(_l("Skriv hvilken regel renten følger av.")), Length(max=300)],
        description=_l("For eksempel paragrafen i regelverket. Teksten står i brevet om kravet."),
    )

    @property
    def basis_points(self) -> int:
        """The rate in hundredths of a percent. Only after validation."""
        return int(Decimal((self.percent.data or "0").replace(",", ".")) * _POINTS)


class ChargeForm(Form):
    """Until which day the interest that has run is charged."""

    until = OsloDateField(_l("Til og med"), [InputRequired(_l("Skriv datoen."))])
