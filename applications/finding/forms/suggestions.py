"""For which kommune and measure partners are suggested."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from accounts.models import Organisation
from foundation.forms import FilterForm
from foundation.locale import language
from grants.models import Measure


class SuggestionFilter(FilterForm):
    """One of the person's own kommuner, and a measure that kommuner apply for."""

    kommune = SelectField(_l("Kommune"), coerce=int)
    tiltak = SelectField(_l("Tiltak"), coerce=int)

    def offer(
        self, organisations: list[Organisation], measures: list[Measure], first: int | None
    ) -> None:
        """Offer what there is; `first` is the measure shown when none is asked for."""
        self.kommune.choices = [(one.id, one.name) for one in organisations]
        self.tiltak.choices = [(one.id, one.name.in_(language())) for one in measures]
        if self.kommune.data not in {one.id for one in organisations}:
            self.kommune.data = organisations[0].id
        if self.tiltak.data not in {one.id for one in measures}:
            self.tiltak.data = first
