"""The dates and years that a call may have."""

from datetime import date

from foundation.errors import RuleBrokenError
from grants.models import Scheme
from grants.words import CallRefusal


def refuse_bad_period(
    scheme: Scheme, opens_on: date, closes_on: date, first_year: int, last_year: int
) -> None:
    """Refuse dates and years that are backwards or outside the scheme's. Raises RuleBrokenError."""
    if closes_on < opens_on:
        raise RuleBrokenError(CallRefusal.CLOSES_BEFORE_OPENING)
    if last_year < first_year:
        raise RuleBrokenError(CallRefusal.YEARS_BACKWARDS)
    if not scheme.first_year <= first_year <= last_year <= scheme.last_year:
        raise RuleBrokenError(
            CallRefusal.YEARS_OUTSIDE_PERIOD, first=scheme.first_year, last=scheme.last_year
        )
