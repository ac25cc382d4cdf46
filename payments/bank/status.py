"""The bank's status report on a payment order (pain.002): what it took, and what it refused and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from payments.bank.reading import text_of, texts_of
from payments.bank.schema import BankFileError, BankFileRefusal

REFUSED = "RJCT"
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class PaymentStatus:
    """What the bank says of one payment. `code`: the reason's code, such as AC01 for an unknown account."""

    reference: str
    status: str
    code: str | None
    text: str


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What the bank says of an order. `status`: of all of it, where the bank says so."""

    message_id: str
    order_id: str
    status: str | None
    code: str | None
    text: str
    payments: tuple[PaymentStatus, ...]

    @property
    def refuses_all(self) -> bool:
        """Tell whether nothing of the order is paid."""
        return self.status == REFUSED


def status_report(root: etree._Element) -> StatusReport:
    """Read a status report. Raises BankFileError."""
    message_id = text_of(root, "CstmrPmtStsRpt/GrpHdr/MsgId")
    group = root.find("{*}CstmrPmtStsRpt/{*}OrgnlGrpInfAndSts")
    order_id = text_of(group, "OrgnlMsgId")
    if group is None or not message_id or not order_id:
        raise BankFileError(BankFileRefusal.INCOMPLETE)
    parts = root.findall("{*}CstmrPmtStsRpt/{*}OrgnlPmtInfAndSts")
    code, text = _reason(group)
    statuses = [text_of(group, "GrpSts"), *(text_of(part, "PmtInfSts") for part in parts)]
    if code is None and not text:
        code, text = next(
            (found for found in map(_reason, parts) if found != (None, "")), (None, "")
        )
    return StatusReport(
        message_id=message_id,
        order_id=order_id,
        status=REFUSED if REFUSED in statuses else next(filter(None, statuses), None),
        code=code,
        text=text,
        payments=tuple(one for part in parts for one in _payments(part)),
    )


def _payments(part: etree._Element) -> Iterator[PaymentStatus]:
    for place in part.findall("{*}TxInfAndSts"):
        reference, status = text_of(place, "OrgnlEndToEndId"), text_of(place, "TxSts")
        if not reference or not status:
            raise BankFileError(BankFileRefusal.INCOMPLETE)
        yield PaymentStatus(reference, status, *_reason(place))


def _reason(place: etree._Element) -> tuple[str | None, str]:
    reason = place.find("{*}StsRsnInf")
    if reason is None:
        return None, ""
    code = text_of(reason, "Rsn/Cd") or text_of(reason, "Rsn/Prtry")
    return code, " ".join(texts_of(reason, "AddtlInf"))[:LONGEST_TEXT]
