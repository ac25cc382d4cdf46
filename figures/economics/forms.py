"""How the reader wants the draft read. What the address does not name is as its table 8 was made."""

from decimal import Decimal

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import NumberRange, Optional

from criteria.economics import DISCOUNTED_TO, Introduction, Level, Reading, TaxBase
from foundation.fields import WholeNumberField
from foundation.forms import FilterForm, choices_of

PER_CENT = 100
_RATES, _TAXES = range(9), (10, 15, 20, 25, 30)
_YES, _NO = "ja", "nei"
MOST = 1000
"""There were 744 kommuner at the most, in 1930."""


class ReadingForm(FilterForm):
    """The choices that the draft leaves open, and the two rates."""

    diskontert_til = SelectField(_l("Diskontert til"))
    innforing = SelectField(_l("Spart på innføring, nivå 3"))
    leverandorer = SelectField(_l("Det leverandørene sparer"))
    skattegrunnlag = SelectField(_l("Skattefinansieringskostnad av"))
    rente = SelectField(_l("Kalkulasjonsrente"))
    skatt = SelectField(_l("Skattefinansiering"))
    kommuner = WholeNumberField(
        _l("Antall kommuner"),
        [Optional(), NumberRange(1, MOST, _l("Skriv et tall fra 1 til 1000."))],
        description=_l("Utkastet sier ikke hvor mange det regner med."),
    )
    niva = SelectField(_l("Følsomhet vises for"))

    def offer(self) -> None:
        """Offer the choices, and choose those of the draft's table 8 where nothing is chosen."""
        usual = Reading()
        self.diskontert_til.choices = [(str(year), str(year)) for year in DISCOUNTED_TO]
        self.innforing.choices = choices_of(Introduction)
        self.leverandorer.choices = [(_YES, str(_l("Regnes med"))), (_NO, str(_l("Regnes ikke med")))]
        self.skattegrunnlag.choices = choices_of(TaxBase)
        self.rente.choices = [_per_cent(one) for one in _RATES]
        self.skatt.choices = [_per_cent(one) for one in _TAXES]
        self.niva.choices = choices_of(Level)
        for field, value in (
            (self.diskontert_til, str(usual.discounted_to)),
            (self.innforing, usual.introduction.value),
            (self.leverandorer, _YES),
            (self.skattegrunnlag, usual.tax_base.value),
            (self.rente, str(int(usual.rate * PER_CENT))),
            (self.skatt, str(int(usual.tax * PER_CENT))),
            (self.niva, Level.THREE.value),
        ):
            if field.data not in {choice[0] for choice in field.choices or ()}:
                field.data = value

    def reading(self) -> Reading:
        """Give the reading that is asked for."""
        return Reading(
            rate=_share(self.rente.data),
            tax=_share(self.skatt.data),
            discounted_to=int(self.diskontert_til.data),
            introduction=Introduction(self.innforing.data),
            with_suppliers=self.leverandorer.data == _YES,
            tax_base=TaxBase(self.skattegrunnlag.data),
        )

    def municipalities(self, today: int) -> int:
        """Give how many kommuner to reckon with: what is asked for, or else as many as there are."""
        asked = self.kommuner.data
        return asked if asked and not self.kommuner.errors else today

    @property
    def level(self) -> Level:
        """Give the level that the sensitivity is shown for."""
        return Level(self.niva.data)


def _share(per_cent: str) -> Decimal:
    return Decimal(per_cent) / PER_CENT


def _per_cent(number: int) -> tuple[str, str]:
    return str(number), str(_l("%(number)s prosent", number=number))
