"""What a pack of evidence is to be about."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from figures.evidence.extent import Extent
from figures.evidence.scope import Scope, case_by_number
from foundation import words
from foundation.forms import Form


class EvidenceForm(Form):
    """A case by its number, a round, or a budget year."""

    extent = RadioField(_l("Hva pakken gjelder"), [InputRequired(_l("Velg hva pakken gjelder."))])
    case = StringField(
        _l("Saksnummer"),
        [Optional(), Length(max=12)],
        description=_l("For en sak, for eksempel 2026/00123"),
    )
    round = SelectField(_l("Runde"), coerce=int, description=_l("For en runde"))
    year = SelectField(_l("År"), coerce=int, description=_l("For et budsjettår"))

    def offer(self, rounds: Iterable[tuple[int, str]], years: Iterable[int]) -> None:
        """Offer the published rounds and the years of the scheme."""
        self.extent.choices = [(one.value, words.say(one)) for one in Extent]
        self.round.choices = list(rounds)
        self.year.choices = [(year, str(year)) for year in years]

    def chosen(self) -> Scope | None:
        """Give what was asked for, once the form is valid; None tells of a case that is not there."""
        match Extent(str(self.extent.data)):
            case Extent.CASE:
                found = case_by_number((self.case.data or "").strip())
                return None if found is None else Scope(Extent.CASE, found)
            case Extent.ROUND:
                return Scope(Extent.ROUND, int(self.round.data))
            case Extent.YEAR:
                return Scope(Extent.YEAR, int(self.year.data))
