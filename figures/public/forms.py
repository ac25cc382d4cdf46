"""Which awards to show."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length, Optional

from figures.public.awards import AwardFilter, Grouping
from foundation.forms import FilterForm, choices_of
from foundation.language import Bilingual
from foundation.showing import show_text


class AwardFilterForm(FilterForm):
    """Awards by title, kommune, county, call and year, added up by something."""

    text = StringField(
        _l("Prosjekt"), [Optional(), Length(max=80)], description=_l("Del av tittelen")
    )
    kommune = StringField(
        _l("Deltaker"), [Optional(), Length(max=80)], description=_l("Del av navnet")
    )
    county = SelectField(_l("Fylke"), [Optional()], description=_l("Der hovedsøkeren ligger"))
    call = SelectField(_l("Utlysning"), [Optional()])
    year = SelectField(_l("År"), [Optional()])
    group = SelectField(_l("Summer etter"), [Optional()])

    def offer(
        self,
        counties: Iterable[str],
        calls: Iterable[tuple[int, Bilingual]],
        years: Iterable[int],
    ) -> None:
        """Offer what there are awards of."""
        every = ("", str(_l("Alle")))
        self.county.choices = [every, *((one, one) for one in counties)]
        self.call.choices = [every, *((str(number), show_text(title)) for number, title in calls)]
        self.year.choices = [every, *((str(one), str(one)) for one in years)]
        self.group.choices = choices_of(Grouping)

    @property
    def chosen(self) -> AwardFilter:
        """Give what the address asks for; what is no choice is left out."""
        call, year = self.call.data or "", self.year.data or ""
        return AwardFilter(
            text=self.text.data or "",
            kommune=self.kommune.data or "",
            county=self.county.data or "",
            call=int(call) if call.isdecimal() else None,
            year=int(year) if year.isdecimal() else None,
        )

    @property
    def grouping(self) -> Grouping:
        """Give what the awards are added up by."""
        wish = self.group.data
        return Grouping(wish) if wish in set(Grouping) else Grouping.CALL
