"""What looks promised twice, as the office is told of it."""

from collections.abc import Mapping

from flask_babel import gettext as _

from criteria.promises import Doubt, Overlap
from foundation.money import Ore, format_kroner
from foundation.wording import format_number


def told(doubt: Doubt, numbers: Mapping[int, str]) -> str:
    """Say why to look again; cases are named by their numbers."""
    cases = ", ".join(numbers[one] for one in doubt.applications)
    match doubt.overlap:
        case Overlap.SAME_EFFORT:
            return str(
                _("%(year)s: egne timer i flere saker om samme tiltak (%(cases)s)",
                  year=doubt.year, cases=cases)
            )  # fmt: skip
        case Overlap.SAME_MONEY:
            return str(
                _("%(year)s: det samme egne beløpet, %(amount)s, i flere saker (%(cases)s)",
                  year=doubt.year, amount=format_kroner(Ore(doubt.found or 0)), cases=cases)
            )  # fmt: skip
        case Overlap.OVER_CAPACITY:
            return str(
                _("%(year)s: %(found)s timer lovet, og %(limit)s oppgitt i faktaarket (%(cases)s)",
                  year=doubt.year, found=format_number(doubt.found or 0),
                  limit=format_number(doubt.limit or 0), cases=cases)
            )  # fmt: skip
