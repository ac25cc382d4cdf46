"""Finding text in a bank's file, whichever version of the message it is."""

from decimal import Decimal, InvalidOperation

from lxml import etree

from foundation.money import ORE_PER_KRONE, Ore
from payments.bank.schema import BankFileError, BankFileRefusal

KRONER = "NOK"


def text_of(place: etree._Element | None, path: str) -> str | None:
    """Give the text at a path below an element; None where there is none."""
    found = None if place is None else place.find(_anywhere(path))
    text = None if found is None else found.text
    return text.strip() or None if text else None


def texts_of(place: etree._Element, path: str) -> list[str]:
    """Give all texts at a path below an element."""
    found = (one.text for one in place.findall(_anywhere(path)))
    return [text.strip() for text in found if text and text.strip()]


def amount_at(place: etree._Element, path: str) -> Ore | None:
    """Give the amount at a path in øre; None where there is none. Raises BankFileError."""
    found = place.find(_anywhere(path))
    if found is None:
        return None
    if found.get("Ccy") != KRONER:
        raise BankFileError(BankFileRefusal.NOT_KRONER)
    try:
        exact = Decimal(found.text or "") * ORE_PER_KRONE
    except InvalidOperation as error:
        raise BankFileError(BankFileRefusal.INCOMPLETE) from error
    if exact != exact.to_integral_value():
        raise BankFileError(BankFileRefusal.INCOMPLETE)
    return Ore(int(exact))


def _anywhere(path: str) -> str:
    return "/".join(f"{{*}}{name}" for name in path.split("/"))
