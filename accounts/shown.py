"""What pages show of the register: columns and cells worked out beforehand, so that templates only show."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import MunicipalityVersion, Organisation

YEARS = 4
"""How many years of inhabitants the list shows."""


@dataclass(frozen=True, slots=True)
class MunicipalityTable:
    """The list of kommuner: its heading, and the inhabitants of each organisation year by year."""

    columns: list[dict[str, object]]
    inhabitants: dict[int, list[int | None]]


def show_municipalities(rows: Iterable[MunicipalityVersion], last_year: int) -> MunicipalityTable:
    """Lay the list out with the years up to one; populations must be loaded."""
    years = range(last_year - YEARS + 1, last_year + 1)
    return MunicipalityTable(
        columns=[
            {"label": _("Navn")},
            {"label": _("Nummer")},
            {"label": _("Fylke")},
            {"label": _("Org.nr.")},
            *({"label": _("Innb. %(year)s", year=year), "number": True} for year in years),
            {"label": _("Sentralitet"), "number": True},
            {"label": _("Målform")},
            {"label": _("Helseregion")},
            {"label": _("Gjelder")},
        ],
        inhabitants={row.organisation_id: _per_year(row.organisation, years) for row in rows},
    )


def _per_year(organisation: Organisation, years: Iterable[int]) -> list[int | None]:
    known = {one.year: one.inhabitants for one in organisation.populations}
    return [known.get(year) for year in years]
