"""Complaints (klage): how long there is to complain, and what may come of one.

Forvaltningsloven 1967 §§ 24, 28 to 34 and domstolloven §§ 148 and 149; the act of 2025 §§ 56 and 62 to 68.
A deadline carries the steps it was computed by, so that page, letter and statement tell the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from criteria.deadlines import closing_moment, days_after, years_after
from criteria.lawful_days import Rest, rest_on, weeks_after, working_day_from
from foundation.money import Ore

COMPLAINT_WEEKS = 3
"""1967 § 29 first paragraph; 2025 § 63."""
COMMENT_WEEKS = 3
"""How long a party has to comment on the statement to the appeal body: the office's own choice, as long
as the time to complain. 1967 § 33 fourth paragraph only gives the party a copy."""


class Law(StrEnum):
    """The act that a decision's complaint is judged by."""

    OF_1967 = "1967"
    OF_2025 = "2025"


class Counted(StrEnum):
    """A step in computing a deadline."""

    REACHED = "reached"
    WARNED = "warned"
    OPENED = "opened"
    NOT_REACHED = "not_reached"
    WEEKS = "weeks"
    REASONS_ASKED = "reasons_asked"
    REASONS_AWAITED = "reasons_awaited"
    REASONS_GIVEN = "reasons_given"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    ENDS = "ends"


class Timeliness(StrEnum):
    """Whether a complaint came in time."""

    IN_TIME = "in_time"
    LATE = "late"
    PAST_A_YEAR = "past_a_year"


class Leave(StrEnum):
    """Why a late complaint is taken up all the same (1967 § 31 first paragraph; 2025 § 65)."""

    NOT_TO_BLAME = "not_to_blame"
    SPECIAL_REASONS = "special_reasons"


class Ruling(StrEnum):
    """What the body that decided finds when it looks at its decision again (1967 § 33; 2025 § 67)."""

    UPHOLD = "uphold"
    REVERSE_IN_PART = "reverse_in_part"
    REVERSE = "reverse"
    REJECT = "reject"


class Result(StrEnum):
    """What the appeal body came to (1967 § 34; 2025 § 68)."""

    UPHELD = "upheld"
    REVERSED = "reversed"
    SENT_BACK = "sent_back"
    REJECTED = "rejected"


class Unlawful(StrEnum):
    """Why a ruling cannot be made."""

    LATE_WITHOUT_LEAVE = "late_without_leave"
    PAST_A_YEAR = "past_a_year"
    NOT_MORE = "not_more"
    NOT_ALL = "not_all"
    MORE_THAN_ASKED = "more_than_asked"


@dataclass(frozen=True, slots=True)
class Notice:
    """How a party was told. `warned_at`: when the notice of the letter went to somebody it reaches.

    A party that nobody could be warned of has been told when somebody opened the letter.
    """

    available_at: datetime
    warned_at: datetime | None
    opened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReasonsAsked:
    """A request for the reasons that were left out, and when the answer reached the party."""

    asked_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StepOfCount:
    """One step: what happened and the date in Oslo that it gives."""

    counted: Counted
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for a complaint, whole in Oslo; None while the time has not begun or stands still."""

    law: Law
    last_day: date | None
    steps: tuple[StepOfCount, ...]

    def has_passed(self, at: datetime) -> bool:
        """Tell whether a moment is too late: to the second, at midnight in Oslo."""
        return self.last_day is not None and at >= closing_moment(self.last_day)


def law_on(day: date, new_act_from: date | None) -> Law:
    """Give the act that a decision of a day is complained of by."""
    return Law.OF_2025 if new_act_from is not None and day >= new_act_from else Law.OF_1967


def complaint_deadline(law: Law, notice: Notice, requests: Iterable[ReasonsAsked] = ()) -> Deadline:
    """Compute the last day for a party's complaint, with every step.

    1967 § 29: three weeks from when the notice came to the party. 2025 § 63: in an electronic system,
    from when the notice of it was sent. A request for reasons within the time interrupts it, and a new
    time runs from when the reasons came (1967 § 29 third paragraph); one that is late does nothing.
    """
    begun = _begins(law, notice)
    steps = [begun]
    if begun.day is None:
        return Deadline(law, None, tuple(steps))
    steps += _three_weeks(begun.day)
    for asked in sorted(requests, key=lambda one: one.asked_at):
        last = steps[-1].day
        if last is None or asked.asked_at >= closing_moment(last):
            break
        steps.append(StepOfCount(Counted.REASONS_ASKED, days_after(asked.asked_at, 0)))
        if asked.answered_at is None:
            steps.append(StepOfCount(Counted.REASONS_AWAITED))
            break
        given = days_after(asked.answered_at, 0)
        steps += [StepOfCount(Counted.REASONS_GIVEN, given), *_three_weeks(given)]
    return Deadline(law, steps[-1].day, tuple(steps))


def timeliness(deadline: Deadline, decided_on: date, at: datetime) -> Timeliness:
    """Tell whether a complaint of a moment is in time; after a year a late one cannot be taken up.

    The year (1967 § 31 third paragraph; 2025 § 65) bars only who has let the deadline pass.
    """
    if not deadline.has_passed(at):
        return Timeliness.IN_TIME
    barred = at >= closing_moment(years_after(decided_on, 1))
    return Timeliness.PAST_A_YEAR if barred else Timeliness.LATE


def comments_due(sent: datetime) -> date:
    """Give the last day for a party's comment on the statement to the appeal body."""
    return working_day_from(weeks_after(days_after(sent, 0), COMMENT_WEEKS))


def lacks_of_ruling(ruling: Ruling, came: Timeliness, leave: Leave | None) -> Unlawful | None:
    """Tell why a ruling cannot be made of a complaint that came so, or None."""
    if ruling is Ruling.REJECT:
        return None
    if came is Timeliness.PAST_A_YEAR:
        return Unlawful.PAST_A_YEAR
    if came is Timeliness.LATE and leave is None:
        return Unlawful.LATE_WITHOUT_LEAVE
    return None


def lacks_of_amount(ruling: Ruling, amount: Ore, before: Ore, asked: Ore) -> Unlawful | None:
    """Tell why a reversal cannot give an amount, or None. Never less than before (1967 § 34 third)."""
    if amount > asked:
        return Unlawful.MORE_THAN_ASKED
    if amount <= before:
        return Unlawful.NOT_MORE
    if ruling is Ruling.REVERSE and amount != asked:
        return Unlawful.NOT_ALL
    return None


_RESTS = {
    Rest.SATURDAY: Counted.SATURDAY,
    Rest.SUNDAY: Counted.SUNDAY,
    Rest.HOLIDAY: Counted.HOLIDAY,
}


def _begins(law: Law, notice: Notice) -> StepOfCount:
    if notice.warned_at is None:
        if notice.opened_at is None:
            return StepOfCount(Counted.NOT_REACHED)
        return StepOfCount(Counted.OPENED, days_after(notice.opened_at, 0))
    if law is Law.OF_2025:
        return StepOfCount(Counted.WARNED, days_after(notice.warned_at, 0))
    came = max(notice.available_at, notice.warned_at)
    return StepOfCount(Counted.REACHED, days_after(came, 0))


def _three_weeks(begun: date) -> Iterator[StepOfCount]:
    day = weeks_after(begun, COMPLAINT_WEEKS)
    yield StepOfCount(Counted.WEEKS, day)
    while (rest := rest_on(day)) is not None:
        yield StepOfCount(_RESTS[rest], day)
        day += timedelta(days=1)
    yield StepOfCount(Counted.ENDS, day)
