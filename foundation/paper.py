"""Values in, paper out: fills the templates of letters and reports, then prints or reads them.

The letter's language picks the template folder, so bokmål and nynorsk are each written by hand
and share only the markup. Nothing here knows the request, the user or the database.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from foundation import clock, pdf
from foundation.language import LANGUAGES
from foundation.letterhead import LetterError, Letterhead
from foundation.money import format_amount, format_kroner
from foundation.plaintext import plain

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
NO_BREAK = "\u00a0"
KILOBYTE = 1000
MEGABYTE = 1000 * KILOBYTE
MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def print_out(template: str, content: object, head: Letterhead) -> bytes:
    """Print a document as PDF. The same content always gives the same bytes.

    `template` is a path with a place for the language, as `letters/{language}/award.html`.
    """
    return pdf.print_pdf(_fill(template, content, head))


def read_out(template: str, content: object, head: Letterhead) -> str:
    """Give the words of a document in reading order, without layout."""
    return plain(_fill(template, content, head))


def _fill(template: str, content: object, head: Letterhead) -> str:
    if head.language not in LANGUAGES:
        raise LetterError(f"Letterhead.language: {head.language}")
    page = _templates().get_template(template.format(language=head.language))
    return page.render(content=content, head=head, language=head.language)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters.update(
        kroner=format_kroner,
        amount=format_amount,
        day=format_day,
        moment=format_moment,
        number=format_number,
        organisation_number=format_organisation_number,
        account=format_account,
        size=format_size,
    )
    return templates


def format_day(day: date) -> str:
    """Write a date as `16. februar 2026`: the same in both forms of Norwegian."""
    return f"{day.day}.{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def format_moment(moment: datetime) -> str:
    """Write an aware moment as people in Oslo read it: `15. januar 2026 kl. 23.59.59`."""
    there = clock.in_oslo(moment)
    return f"{format_day(there.date())} kl.{NO_BREAK}{there:%H.%M.%S}"


def format_number(value: Decimal | int) -> str:
    """Write a number with decimal comma and thousands apart, without trailing zeros: `1 234,5`."""
    exact = Decimal(value)
    whole = exact.to_integral_value()
    shown = whole if exact == whole else exact.normalize()
    return f"{shown:,f}".replace(",", NO_BREAK).replace(".", ",").replace("-", "\u2212")


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
