"""How dates, numbers and identities are written in Norwegian: the same in bokmål and nynorsk."""

from datetime import date, datetime
from decimal import Decimal

from foundation import clock

NO_BREAK = "\u00a0"
KILOBYTE = 1000
MEGABYTE = 1000 * KILOBYTE
# Bokmål and nynorsk have the same names of months.
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


def format_day(day: date) -> str:
    """Write a date as `16. februar 2026`: the same in both forms of Norwegian."""
    return f"{day.day}.{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def format_day_of_year(month: int, day: int) -> str:
    """Write a day that every year has, as `16. februar`."""
    return f"{day}.{NO_BREAK}{MONTHS[month - 1]}"


def format_moment(moment: datetime) -> str:
    """Write an aware moment as people in Oslo read it: `15. januar 2026 kl. 23:59:59`."""
    there = clock.in_oslo(moment)
    return f"{format_day(there.date())} kl.{NO_BREAK}{there:%H:%M:%S}"


def format_number(value: Decimal | int) -> str:
    """Write a number with decimal comma and thousands apart, without trailing zeros: `1 234,5`."""
    exact = Decimal(value)
    whole = exact.to_integral_value()
    return format_measured(whole if exact == whole else exact.normalize())


def format_measured(value: Decimal) -> str:
    """Write a number with all the decimals it was given: `0,50` says more than `0,5`."""
    return f"{value:,f}".replace(",", NO_BREAK).replace(".", ",").replace("-", "\u2212")


def format_organisation_number(number: str) -> str:
    """Write an organisation number in threes: `123 456 789`."""
    return NO_BREAK.join((number[:3], number[3:6], number[6:]))


def format_account(number: str) -> str:
    """Write a bank account number as banks do: `1234 56 78901`."""
    return NO_BREAK.join((number[:4], number[4:6], number[6:]))


def format_size(size: int) -> str:
    """Write a file's size in whole kB or MB with one decimal, rounded up so that nothing is 0."""
    if size < MEGABYTE:
        return f"{-(-size // KILOBYTE)}{NO_BREAK}kB"
    tenths = -(-size * 10 // MEGABYTE)
    return f"{format_number(Decimal(tenths) / 10)}{NO_BREAK}MB"
