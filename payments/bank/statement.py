"""The bank's statement of an account (camt.053) and its notices of movements (camt.054).

Only what is booked is read. A booking that says which payments it is made of is read as those payments, and
they must come to the booking; a statement must lead from its opening to its closing balance.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from foundation.money import NOTHING, Ore
from payments.bank.reading import amount_at, text_of, texts_of
from payments.bank.schema import BankFileError, BankFileRefusal

UNKNOWN = "NOTPROVIDED"
"""What banks write where a payment has no reference."""
_BOOKED, _OUT = "BOOK", "DBIT"
_OPENING, _CLOSING = frozenset({"OPBD", "PRCD"}), frozenset({"CLBD"})
_ACCOUNT_DIGITS = 11
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that went over the account: øre, negative when it came in.

    `reference` is the end-to-end id; `servicer_reference` the bank's own number of the movement. `code` says
    why, when it is money that comes back.
    """

    reference: str | None
    servicer_reference: str | None
    amount: Ore
    booked_on: date
    account: str | None
    name: str | None
    text: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """The movements of one account, and its balances where they are told."""

    message_id: str
    account: str
    from_on: date | None
    to_on: date | None
    opening: Ore | None
    closing: Ore | None
    movements: tuple[Movement, ...]

    @property
    def adds_up(self) -> bool:
        """Tell whether the movements lead from the opening to the closing balance, if both are told."""
        if self.opening is None or self.closing is None:
            return True
        return self.opening - sum(one.amount for one in self.movements) == self.closing


def statements(root: etree._Element) -> tuple[Statement, ...]:
    """Read the statements or notices of a file, one for each account or day. Raises BankFileError."""
    message_id = text_of(root[0], "GrpHdr/MsgId")
    parts = [*root[0].findall("{*}Stmt"), *root[0].findall("{*}Ntfctn")]
    if not message_id or not parts:
        raise BankFileError(BankFileRefusal.INCOMPLETE)
    found = tuple(_statement(part, message_id) for part in parts)
    if not all(one.adds_up for one in found):
        raise BankFileError(BankFileRefusal.DOES_NOT_ADD_UP)
    return found


def _statement(part: etree._Element, message_id: str) -> Statement:
    account = _account(part.find("{*}Acct"))
    if account is None:
        raise BankFileError(BankFileRefusal.INCOMPLETE)
    movements = [one for entry in part.findall("{*}Ntry") for one in _movements(entry)]
    days = sorted(one.booked_on for one in movements)
    return Statement(
        message_id=message_id,
        account=account,
        from_on=_day(part, "FrToDt/FrDtTm") or (days[0] if days else None),
        to_on=_day(part, "FrToDt/ToDtTm") or (days[-1] if days else None),
        opening=_balance(part, _OPENING),
        closing=_balance(part, _CLOSING),
        movements=tuple(movements),
    )


def _balance(part: etree._Element, kinds: frozenset[str]) -> Ore | None:
    for balance in part.findall("{*}Bal"):
        if text_of(balance, "Tp/CdOrPrtry/Cd") in kinds:
            amount = amount_at(balance, "Amt")
            is_debt = text_of(balance, "CdtDbtInd") == _OUT
            return None if amount is None else Ore(-amount) if is_debt else amount
    return None


def _movements(entry: etree._Element) -> Iterator[Movement]:
    """Give what a booking is made of; one that is not booked yet is made of nothing."""
    if (text_of(entry, "Sts/Cd") or text_of(entry, "Sts")) != _BOOKED:
        return
    day = _day(entry, "BookgDt/Dt") or _day(entry, "BookgDt/DtTm")
    whole = _signed(entry, amount_at(entry, "Amt"))
    if day is None or whole is None:
        raise BankFileError(BankFileRefusal.INCOMPLETE)
    details = entry.findall("{*}NtryDtls/{*}TxDtls")
    if not details:
        reference = text_of(entry, "AcctSvcrRef")
        text = text_of(entry, "AddtlNtryInf") or ""
        yield Movement(None, reference, whole, day, None, None, text[:LONGEST_TEXT], None)
        return
    found = [_detail(one, entry, whole if len(details) == 1 else None, day) for one in details]
    if sum(one.amount for one in found) != whole:
        raise BankFileError(BankFileRefusal.DOES_NOT_ADD_UP)
    yield from found


def _detail(
    detail: etree._Element, entry: etree._Element, whole: Ore | None, day: date
) -> Movement:
    told = amount_at(detail, "Amt")
    told = told if told is not None else amount_at(detail, "AmtDtls/TxAmt/Amt")
    way = detail if text_of(detail, "CdtDbtInd") else entry
    amount = whole if told is None else _signed(way, told)
    if amount is None:
        raise BankFileError(BankFileRefusal.INCOMPLETE)
    reference = text_of(detail, "Refs/EndToEndId")
    party = "Cdtr" if amount > 0 else "Dbtr"
    return Movement(
        reference=None if reference == UNKNOWN else reference,
        servicer_reference=text_of(detail, "Refs/AcctSvcrRef") or text_of(entry, "AcctSvcrRef"),
        amount=amount,
        booked_on=day,
        account=_account(detail.find(f"{{*}}RltdPties/{{*}}{party}Acct")),
        name=text_of(detail, f"RltdPties/{party}/Nm")
        or text_of(detail, f"RltdPties/{party}/Pty/Nm"),
        text=" ".join(texts_of(detail, "RmtInf/Ustrd"))[:LONGEST_TEXT],
        code=text_of(detail, "RtrInf/Rsn/Cd") or text_of(detail, "RtrInf/Rsn/Prtry"),
    )


def _signed(way: etree._Element, amount: Ore | None) -> Ore | None:
    """Give an amount its sign: out of the account is positive."""
    if amount is None:
        return None
    return amount if text_of(way, "CdtDbtInd") == _OUT else Ore(NOTHING - amount)


def _account(place: etree._Element | None) -> str | None:
    """Give an account as eleven digits, also where it is written as a Norwegian IBAN."""
    iban, own = text_of(place, "Id/IBAN"), text_of(place, "Id/Othr/Id")
    if iban is not None and iban.startswith("NO"):
        return iban[-_ACCOUNT_DIGITS:]
    return iban or own


def _day(place: etree._Element, path: str) -> date | None:
    """Give the day of a date or moment, as the bank writes it."""
    text = text_of(place, path)
    try:
        return None if text is None else date.fromisoformat(text[:10])
    except ValueError as error:
        raise BankFileError(BankFileRefusal.INCOMPLETE) from error
