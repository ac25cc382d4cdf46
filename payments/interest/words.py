"""What keeps a rate of interest from being set."""

from decimal import Decimal

from flask_babel import lazy_gettext as _l

from criteria.interest import ChargeRefusal, InterestRefusal
from foundation import words
from foundation.wording import format_number


def percent_of(basis_points: int) -> str:
    """Write a rate in basis points as a percent: `12,25`."""
    return format_number(Decimal(basis_points) / 100)


words.register(
    {
        InterestRefusal.TOO_HIGH: _l("Renten kan være høyst 30 prosent i året."),
        InterestRefusal.FROM_PASSED: _l("Renten kan ikke gjelde fra en dag som er over."),
        InterestRefusal.SAME_DAY: _l("Det er allerede satt en rente fra den dagen."),
        ChargeRefusal.NOTHING_RUN: _l(
            "Det er ikke påløpt renter til og med den dagen som ikke allerede er beregnet."
        ),
        ChargeRefusal.UNTIL_IN_FUTURE: _l("Datoen kan ikke være etter i dag."),
        ChargeRefusal.CHARGED_PAST: _l(
            "Det er beregnet renter til og med %(day)s. Er noe betalt før den dagen, må rentene rettes "
            "med en motpostering før innbetalingen bokføres."
        ),
    }
)
