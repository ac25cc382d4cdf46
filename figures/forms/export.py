"""What a controller takes out: which year, and everything or one table."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from figures.catalogue import Table
from figures.queries.rows import Selection
from figures.sources import WORKBOOK
from foundation.forms import Form

_ALL = ""


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
        ]

    @property
    def table(self) -> str | None:
        """The code of the one table that is asked for, or None for the workbook."""
        return None if self.content.data == WORKBOOK else str(self.content.data)

    @property
    def chosen(self) -> Selection:
        """What is asked for, once the form is valid."""
        return Selection(int(self.year.data) if self.year.data else None)
