"""What the state's register of grants (tilskudd.no) takes, and why a line is not sent there.

The register takes allocations in a workbook: the recipient's organisation number without spaces, text without
line breaks, and what was applied for of the same budget year as was granted: the traps that are seen in the
register's own data. Amounts are whole kroner there.
"""

from dataclasses import dataclass
from enum import StrEnum

from foundation.money import ORE_PER_KRONE, Ore

DIGITS = 9
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_MODULUS = 11


class RegisterProblem(StrEnum):
    """Why the register would not take a line."""

    NO_ORGANISATION_NUMBER = "no_organisation_number"
    WRONG_ORGANISATION_NUMBER = "wrong_organisation_number"
    NOTHING_GRANTED = "nothing_granted"
    NOT_WHOLE_KRONER = "not_whole_kroner"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """An allocation of a budget year, as it would be sent."""

    organisation_number: str | None
    asked: Ore
    granted: Ore


def problem_of(line: RegisterLine) -> RegisterProblem | None:
    """Tell why the register would not take a line, or None."""
    if not line.organisation_number:
        return RegisterProblem.NO_ORGANISATION_NUMBER
    if not is_organisation_number(line.organisation_number):
        return RegisterProblem.WRONG_ORGANISATION_NUMBER
    if line.granted <= 0:
        return RegisterProblem.NOTHING_GRANTED
    if line.granted % ORE_PER_KRONE or line.asked % ORE_PER_KRONE:
        return RegisterProblem.NOT_WHOLE_KRONER
    return None


def is_organisation_number(text: str) -> bool:
    """Tell whether nine digits are an organisation number: the last is a check digit (modulus 11)."""
    if len(text) != DIGITS or not (text.isascii() and text.isdecimal()):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return (_MODULUS - total % _MODULUS) % _MODULUS == int(text[-1])


def on_one_line(text: str) -> str:
    """Give a text without line breaks or spaces around it."""
    return " ".join(text.split())
