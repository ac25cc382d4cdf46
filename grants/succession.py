"""What the next call could be called and when it could open: the same, a year later. Only a suggestion."""

import re
from dataclasses import dataclass
from datetime import date

from criteria.deadlines import years_after
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Successor:
    """A call a year after another; its years of grants stay within the scheme's. The frame is in øre."""

    code: str
    title: Bilingual
    opens_on: date
    closes_on: date
    frame: Ore
    first_year: int
    last_year: int


def successor_of(call: Call, last_year: int) -> Successor:
    """Suggest the call after a call, in a scheme that ends with a year."""
    code = next_year_in(call.code)
    return Successor(
        code=code if code != call.code else f"{call.code}-{call.first_year + 1}",
        title=Bilingual(next_year_in(call.title.nb), next_year_in(call.title.nn)),
        opens_on=a_year_after(call.opens_on),
        closes_on=a_year_after(call.closes_on),
        frame=Ore(call.frame),
        first_year=min(call.first_year + 1, last_year),
        last_year=min(call.last_year + 1, last_year),
    )


def next_year_in(text: str) -> str:
    """Raise every year that a text names by one."""
    return _YEAR.sub(lambda year: str(int(year[0]) + 1), text)


def a_year_after(day: date) -> date:
    """Give the same day of the next year; the day before it when there is none."""
    return years_after(day, 1)
