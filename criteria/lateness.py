"""When what a case waits for is late: pure reckoning with dates in Oslo.

An applicant who must wait longer than a month is told so in the meantime (fvl. 1967 § 11 a second and
third paragraph, 2025 § 17). How soon a question is answered is the office's own promise.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

QUESTION_WITHIN = timedelta(days=7)


class Late(StrEnum):
    """What may be late in a case, the heaviest first."""

    INTERIM_REPLY = "interim_reply"
    SUPPLEMENT = "supplement"
    MARKS = "marks"
    QUESTION = "question"


def month_after(day: date) -> date:
    """Give the same day of the next month, or that month's last."""
    first = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def last_month_before(day: date) -> date:
    """Give the last day whose month was over before a day: what came in then should be answered by now."""
    found = day - timedelta(days=28)
    while month_after(found) >= day:
        found -= timedelta(days=1)
    return found
