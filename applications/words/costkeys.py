"""What the ways to divide costs are called, and what is wrong with one."""

from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from criteria.costkey import CostKey, KeyProblem
from foundation import words
from foundation.wording import format_number

HUNDREDTH = Decimal("0.01")

words.register({
    CostKey.POPULATION: _l("Etter innbyggertall"),
    CostKey.EQUAL: _l("Likt på alle"),
    CostKey.CUSTOM: _l("Egne prosenter"),
    KeyProblem.NOBODY_LIVES_THERE: _l("Ingen av deltakerne har et innbyggertall. Velg en annen nøkkel."),
    KeyProblem.PERCENT_MISSING: _l(
        "Noen av dem som er med, har ingen prosent. Fordel prosentene på nytt."
    ),
    KeyProblem.NOT_WHOLE: _l("Prosentene blir ikke 100 til sammen. Fordel dem på nytt."),
})


def told_percent(hundredths: int) -> str:
    """Write a percentage that is kept in hundredths, as `33,33 prosent`."""
    return str(_("%(percent)s prosent", percent=format_number(hundredths * HUNDREDTH)))
