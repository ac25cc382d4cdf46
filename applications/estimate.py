"""What an application expects to cost, by the codes of the bank's questions."""

from applications.facts import counted_answers
from applications.models import Application
from criteria.estimates import Estimate
from foundation.money import Ore

_EXPECTED, _UPPER = "KOST-02", "KOST-03"


def estimate_of(application: Application) -> Estimate | None:
    """Read the expected cost of a whole application; None when it is not asked for, or not told."""
    codes = {one.id: one.code for one in application.call.questions}
    told = {codes[number]: value for number, value in counted_answers(application).items()}
    expected, upper = told.get(_EXPECTED), told.get(_UPPER)
    if not expected or int(expected) <= 0:
        return None
    return Estimate(Ore(int(expected)), Ore(int(upper)) if upper else None)
