"""Which organisations the page of overlaps shows."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import Length, Optional

from figures.overlaps import Chosen
from foundation.forms import FilterForm

_ALL = ""


class OverlapFilter(FilterForm):
    """A year, a name, a county and a measure; and whether those in one project are shown too."""

    year = SelectField(_l("Budsjettår"), [Optional()], coerce=str)
    name = StringField(_l("Kommune"), [Optional(), Length(max=80)])
    county = SelectField(_l("Fylke"), [Optional()], coerce=str)
    measure = SelectField(_l("Tiltak"), [Optional()], coerce=str)
    alone = BooleanField(_l("Også de som er med i bare ett prosjekt"))

    def offer_years(self, years: Iterable[int]) -> None:
        """Offer the years of the scheme; the others are offered when they have been read."""
        offered = [(_ALL, gettext("Alle år")), *((str(one), str(one)) for one in years)]
        self.year.choices = list(offered)
        if self.year.data not in dict(offered):
            self.year.data = _ALL

    def offer(self, counties: Iterable[str], measures: Iterable[str]) -> None:
        """Offer the counties and measures that have money."""
        self.county.choices = [(_ALL, gettext("Alle")), *((one, one) for one in counties)]
        self.measure.choices = [(_ALL, gettext("Alle")), *((one, one) for one in measures)]

    @property
    def chosen(self) -> Chosen:
        """What is asked for."""
        return Chosen(
            year=int(self.year.data) if self.year.data else None,
            name=(self.name.data or "").strip(),
            county=self.county.data or "",
            measure=self.measure.data or "",
            alone=bool(self.alone.data),
        )
