"""The kommuner behind a figure: which ones are chosen, and as a file."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import HealthRegion
from criteria.sizes import size_class
from figures.extracts.cells import harmless
from figures.statistics.reach import Grouping, Place, group_of
from foundation import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A group of a grouping, None for all kommuner, and which of them: reached, outside Helse Midt-Norge."""

    grouping: Grouping
    group: str | None
    reached_only: bool
    outside_mid: bool = False

    def of(self, found: Iterable[Place]) -> list[Place]:
        """Give the kommuner that are chosen."""
        return [
            one
            for one in found
            if (self.group is None or group_of(self.grouping, one) == self.group)
            and (one.reached or not self.reached_only)
            and not (self.outside_mid and one.health_region == HealthRegion.MID)
        ]


def as_csv(places: Iterable[Place]) -> bytes:
    """Write kommuner as Norwegian spreadsheets read CSV: `;` and a byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (
            _("Kommunenummer"), _("Kommune"), _("Fylke"), _("Helseregion"), _("Innbyggere"),
            _("Størrelse"), _("Sentralitet"), _("Kommunetype"), _("Saker"),
            _("Innvilget som hovedsøker, i øre"),
        )
    )  # fmt: skip
    for one in places:
        writer.writerow(
            (
                one.number, harmless(one.name), harmless(one.county), one.health_region,
                one.inhabitants, words.say(size_class(one.inhabitants)), one.centrality or "",
                one.kind.value, ", ".join(case.case_number for case in one.cases),
                one.granted,
            )
        )  # fmt: skip
    return text.getvalue().encode("utf-8-sig")
