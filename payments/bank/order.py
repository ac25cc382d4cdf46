"""A payment order: what the bank is asked to pay, and the file that asks it (ISO 20022 pain.001.001.09).

The same order gives the same bytes, at any time and on any machine.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lxml import etree

from foundation.money import ORE_PER_KRONE, Ore
from payments.bank.schema import STANDARD

MESSAGE = "pain.001.001.09"
LONGEST_NAME, LONGEST_TEXT = 70, 140
_NAMESPACE = STANDARD + MESSAGE
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\u00a1-\u017f]+")
_SPACES = re.compile(r"\s+")
_UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose account is drawn on, and what the bank knows them as."""

    name: str
    organisation_number: str
    account_number: str
    bic: str
    customer_id: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payment: øre to an account, with the reference that follows it through the banks."""

    reference: str
    amount: Ore
    name: str
    organisation_number: str
    account_number: str
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """All that is asked for in one file."""

    message_id: str
    made_at: datetime
    execute_on: date
    payer: Payer
    transfers: Sequence[Transfer]

    @property
    def total(self) -> Ore:
        """The control sum."""
        return Ore(sum(one.amount for one in self.transfers))


def bank_file(order: Order) -> bytes:
    """Write an order as the bank reads it. The order must ask for something."""
    document = etree.Element(f"{{{_NAMESPACE}}}Document", nsmap={None: _NAMESPACE})
    root = _add(document, "CstmrCdtTrfInitn")
    _write_head(_add(root, "GrpHdr"), order)
    payment = _add(root, "PmtInf")
    _write_payer(payment, order)
    for transfer in order.transfers:
        _write_transfer(_add(payment, "CdtTrfTxInf"), transfer)
    etree.indent(document)
    written: bytes = etree.tostring(document, xml_declaration=True, encoding="UTF-8")
    return written


def _write_head(head: etree._Element, order: Order) -> None:
    _add(head, "MsgId", order.message_id)
    _add(head, "CreDtTm", f"{order.made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z")
    _write_sums(head, order)
    initiator = _add(head, "InitgPty")
    _add(initiator, "Nm", plain(order.payer.name, LONGEST_NAME))
    _write_organisation(initiator, order.payer.customer_id, "CUST")


def _write_payer(payment: etree._Element, order: Order) -> None:
    payer = order.payer
    _add(payment, "PmtInfId", order.message_id)
    _add(payment, "PmtMtd", "TRF")
    _add(payment, "BtchBookg", "false")  # each payment is a line of its own on the statement
    _write_sums(payment, order)
    _add(payment, "ReqdExctnDt/Dt", order.execute_on.isoformat())
    debtor = _add(payment, "Dbtr")
    _add(debtor, "Nm", plain(payer.name, LONGEST_NAME))
    _add(debtor, "PstlAdr/Ctry", "NO")
    _write_organisation(debtor, payer.organisation_number)
    account = _add(payment, "DbtrAcct")
    _write_account(account, payer.account_number)
    _add(account, "Ccy", "NOK")
    _add(payment, "DbtrAgt/FinInstnId/BICFI", payer.bic)
    _add(payment, "ChrgBr", "SHAR")


def _write_transfer(place: etree._Element, transfer: Transfer) -> None:
    identity = _add(place, "PmtId")
    _add(identity, "InstrId", transfer.reference)
    _add(identity, "EndToEndId", transfer.reference)
    _add(place, "Amt/InstdAmt", amount_of(transfer.amount)).set("Ccy", "NOK")
    creditor = _add(place, "Cdtr")
    _add(creditor, "Nm", plain(transfer.name, LONGEST_NAME))
    _add(creditor, "PstlAdr/Ctry", "NO")
    _write_organisation(creditor, transfer.organisation_number)
    _write_account(_add(place, "CdtrAcct"), transfer.account_number)
    _add(place, "RmtInf/Ustrd", plain(transfer.text, LONGEST_TEXT))


def _write_sums(place: etree._Element, order: Order) -> None:
    _add(place, "NbOfTxs", str(len(order.transfers)))
    _add(place, "CtrlSum", amount_of(order.total))


def _write_organisation(party: etree._Element, number: str, scheme: str | None = None) -> None:
    other = _add(party, "Id/OrgId/Othr")
    _add(other, "Id", number)
    if scheme is not None:
        _add(other, "SchmeNm/Cd", scheme)


def _write_account(account: etree._Element, number: str) -> None:
    """Write a Norwegian account number as it is, not as IBAN."""
    other = _add(account, "Id/Othr")
    _add(other, "Id", number)
    _add(other, "SchmeNm/Cd", "BBAN")


def _add(parent: etree._Element, path: str, text: str | None = None) -> etree._Element:
    """Add an element, or one inside another, and give the innermost."""
    for name in path.split("/"):
        parent = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    parent.text = text
    return parent


def amount_of(amount: Ore) -> str:
    """Write øre as the files have them: `1620000.00`."""
    return f"{amount // ORE_PER_KRONE}.{amount % ORE_PER_KRONE:02d}"


def plain(text: str, longest: int) -> str:
    """Keep the letters that banks take, in Latin script with Norwegian and Sámi ones, and no more of them."""
    kept = _SPACES.sub(" ", _UNPRINTABLE.sub(" ", text)).strip()
    return kept[:longest].strip() or _UNNAMED
