"""What a controller takes out: which year, and everything, one table, a report or the register's file."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired, ValidationError

from figures.catalogue import Table
from figures.queries.rows import Selection
from figures.sources import REGISTER, WORKBOOK, YEAR_REPORT
from foundation.forms import Form

_ALL = ""
_OF_ONE_YEAR = frozenset({REGISTER, YEAR_REPORT})


class ExportForm(Form):
    """A year, or all of them, and what of it."""

    year = SelectField(_l("Budsjettår"), coerce=str)
    content = RadioField(_l("Innhold"), [InputRequired(_l("Velg hva som skal tas ut."))])

    def offer(self, years: Iterable[int], tables: Iterable[Table], language: str) -> None:
        """Offer the years of the scheme, the workbook and each of its tables."""
        self.year.choices = [
            (_ALL, gettext("Alle år")), *((str(year), str(year)) for year in years)
        ]  # fmt: skip
        self.content.choices = [
            (WORKBOOK, gettext("Regneark med alle arkene (XLSX)")),
            *(
                (
                    table.code,
                    gettext("Bare %(table)s (CSV)", table=table.name.in_(language).lower()),
                )
                for table in tables
            ),
            (YEAR_REPORT, gettext("Årsrapport med figurer (PDF)")),
            (REGISTER, gettext("Fil til tilskuddsregisteret, tilskudd.no (XLSX)")),
        ]

    def validate_year(self, field: SelectField) -> None:
        """Demand a year of what is about one."""
        if not field.data and self.content.data in _OF_ONE_YEAR:
            raise ValidationError(
                gettext("Velg et budsjettår. Rapporten og registerfilen gjelder ett år.")
            )

    @property
    def what(self) -> str:
        """The code of what is asked for."""
        return str(self.content.data)

    @property
    def chosen(self) -> Selection:
        """What is asked for, once the form is valid."""
        return Selection(int(self.year.data) if self.year.data else None)
