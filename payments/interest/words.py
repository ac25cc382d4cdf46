"""What keeps a rate of interest from being set."""

from decimal import Decimal

from flask_babel import lazy_gettext as _l

from criteria.interest import InterestRefusal
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
    }
)
