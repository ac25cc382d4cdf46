"""What is typed about the scheme: its level, whom to ask, its money."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from foundation.fields import MoneyField, OsloDateField, WholeNumberField
from foundation.forms import Form
from foundation.money import NOTHING, Ore
from grants.forms.draft import LONGEST_SOURCE, VersionedForm, bokmal_text, nynorsk_text

INCREASE = "increase"
REDUCTION = "reduction"


class LevelForm(VersionedForm):
    """Which ambition level the scheme follows."""

    level = RadioField(
        _l("Ambisjonsnivå"), [InputRequired(_l("Velg et ambisjonsnivå."))], coerce=str
    )


class ContactForm(VersionedForm):
    """Whom applicants can ask."""

    contact_nb = bokmal_text(_l("Kontakt (bokmål)"), _l("Skriv hvem søkere kan kontakte."))
    contact_nn = nynorsk_text(_l("Kontakt (nynorsk)"))


class AppropriationForm(Form):
    """What a decision gives a post for a year, or takes from it."""

    post = SelectField(_l("Budsjettpost"), [InputRequired(_l("Velg en post."))], coerce=str)
    year = WholeNumberField(_l("År"), [InputRequired(_l("Skriv året."))])
    direction = RadioField(
        _l("Endring"),
        [InputRequired(_l("Velg om bevilgningen øker eller går ned."))],
        default=INCREASE,
    )
    amount = MoneyField(_l("Beløp"), [InputRequired(_l("Skriv beløpet."))])
    authority = StringField(
        _l("Grunnlag"),
        [DataRequired(_l("Skriv hva bevilgningen bygger på.")), Length(max=LONGEST_SOURCE)],
    )
    decided_on = OsloDateField(_l("Vedtatt"), [InputRequired(_l("Skriv datoen for vedtaket."))])

    def offer_posts(self, posts: Iterable[tuple[str, str]]) -> None:
        """Offer the scheme's posts, and both ways a decision can go."""
        self.post.choices = [("", gettext("Velg post")), *posts]
        self.direction.choices = [
            (INCREASE, gettext("Bevilgning eller økning")),
            (REDUCTION, gettext("Reduksjon")),
        ]

    @property
    def change(self) -> Ore:
        """The amount with its sign, in øre."""
        amount = self.amount.data or NOTHING
        return Ore(-amount) if self.direction.data == REDUCTION else amount
