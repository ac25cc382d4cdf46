"""Money: whole øre as integers, written the Norwegian way. Never floats."""

import re
from decimal import Decimal, InvalidOperation
from typing import NewType

Ore = NewType("Ore", int)
"""An amount in whole øre. 100 øre are one krone."""

NOTHING = Ore(0)
ORE_PER_KRONE = 100
_NO_BREAK_SPACE = "\u00a0"
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_WRITTEN = re.compile(r"-?\d+(,\d{1,2})?")


class MoneyError(ValueError):
    """The text is not an amount of money."""


def kroner(amount: int) -> Ore:
    """Give whole kroner as øre."""
    return Ore(amount * ORE_PER_KRONE)


def format_kroner(amount: Ore) -> str:
    """Write an amount as `1 234 567 kr`; øre are shown only when there are any."""
    return f"{format_amount(amount)}{_NO_BREAK_SPACE}kr"


def format_amount(amount: Ore) -> str:
    """Write an amount without its unit: `1 234 567` or `1 234 567,50`."""
    whole, ore = divmod(abs(amount), ORE_PER_KRONE)
    digits = f"{whole:,}".replace(",", _NO_BREAK_SPACE)
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{digits},{ore:02d}" if ore else f"{sign}{digits}"


def parse_kroner(text: str) -> Ore:
    """Read what a person types: `1 234 567`, `1234567,50`, `1.234.567 kr`.

    Raises MoneyError when the text is not an amount in kroner with at most two decimals.
    """
    bare = _SPACES.sub("", text).lower().removesuffix("kr").removesuffix(",-")
    bare = bare.replace("\u2212", "-")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d{1,2})?", bare):
        bare = bare.replace(".", "")
    if not _WRITTEN.fullmatch(bare):
        raise MoneyError(text)
    try:
        return Ore(int(Decimal(bare.replace(",", ".")) * ORE_PER_KRONE))
    except InvalidOperation as error:
        raise MoneyError(text) from error
