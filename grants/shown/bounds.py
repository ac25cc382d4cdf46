"""How the bounds of a call's portfolio read."""

from flask_babel import gettext as _

from criteria.ranking import Trait
from criteria.sizes import SizeClass
from foundation import words
from foundation.money import Ore, format_kroner
from grants.models import PortfolioBound


def group_said(trait: Trait, value: str) -> str:
    """Name a group; an empty value is every group of the trait by itself."""
    if not value:
        return str(
            {
                Trait.LEAD: _("Hver hovedsøker for seg"),
                Trait.COUNTY: _("Hvert fylke for seg"),
                Trait.SIZE_CLASS: _("Hver størrelse for seg"),
                Trait.MEASURE: _("Hvert tiltak for seg"),
            }[trait]
        )
    return words.say(SizeClass(value)) if trait is Trait.SIZE_CLASS else value


def limits_said(row: PortfolioBound) -> list[str]:
    """Write what a bound asks, one limit each."""
    found = []
    if row.least_cases:
        found.append(_("minst %(number)s saker", number=row.least_cases))
    if row.most_cases is not None:
        found.append(_("høyst %(number)s saker", number=row.most_cases))
    if row.least_amount:
        found.append(_("minst %(amount)s", amount=format_kroner(Ore(row.least_amount))))
    if row.most_amount is not None:
        found.append(_("høyst %(amount)s", amount=format_kroner(Ore(row.most_amount))))
    return [str(one) for one in found]
