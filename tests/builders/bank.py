"""A bank that reads our payment files and answers them, as far as the tests need one.

It reads the file by itself and writes its answers by templates, so that it shares nothing with what it tests.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from foundation.money import Ore

_ISO = "urn:iso:std:iso:20022:tech:xsd:"
BANK_DAY = date(2026, 5, 6)


@dataclass(frozen=True)
class Ordered:
    """A payment as the bank has read it."""

    reference: str
    amount: Ore
    name: str
    account: str


@dataclass(frozen=True)
class Read:
    """A payment file as the bank has read it."""

    message_id: str
    debtor_account: str
    payments: tuple[Ordered, ...]

    @property
    def total(self) -> Ore:
        """All its payments."""
        return Ore(sum(one.amount for one in self.payments))


@dataclass(frozen=True)
class Booked:
    """A line of the bank's books: øre out of the account, negative when it comes in."""

    reference: str | None
    amount: Ore
    number: str
    code: str | None = None
    text: str = ""
    on: date = BANK_DAY


def read_order(content: bytes) -> Read:
    """Read a payment file as a bank does."""
    root = etree.fromstring(content)

    def text(place: etree._Element, path: str) -> str:
        found = place.findtext("/".join(f"{{*}}{name}" for name in path.split("/")))
        assert found, path
        return str(found)

    order, payment = root[0], root[0].find("{*}PmtInf")
    assert payment is not None
    return Read(
        message_id=text(order, "GrpHdr/MsgId"),
        debtor_account=text(payment, "DbtrAcct/Id/Othr/Id"),
        payments=tuple(
            Ordered(
                reference=text(one, "PmtId/EndToEndId"),
                amount=ore(text(one, "Amt/InstdAmt")),
                name=text(one, "Cdtr/Nm"),
                account=text(one, "CdtrAcct/Id/Othr/Id"),
            )
            for one in payment.findall("{*}CdtTrfTxInf")
        ),
    )


def ore(written: str) -> Ore:
    """Read an amount such as 12.50."""
    whole, _, part = written.partition(".")
    return Ore(int(whole) * 100 + int(part.ljust(2, "0")))


def written(amount: Ore) -> str:
    """Write øre without a sign as the messages have them."""
    return f"{abs(amount) // 100}.{abs(amount) % 100:02d}"


def status_report(
    order: Read,
    refused: Mapping[str, tuple[str, str]],
    *,
    message_id: str = "STATUS-1",
    version: str = "03",
) -> bytes:
    """Answer an order: what is not refused by its reference, with code and words, is accepted."""
    answers = []
    for one in order.payments:
        status, reason = "ACSP", ""
        if one.reference in refused:
            code, words = refused[one.reference]
            status = "RJCT"
            reason = (
                f"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn><AddtlInf>{words}</AddtlInf></StsRsnInf>"
            )
        answers.append(
            f"<TxInfAndSts><OrgnlEndToEndId>{one.reference}</OrgnlEndToEndId>"
            f"<TxSts>{status}</TxSts>{reason}</TxInfAndSts>"
        )
    group = "PART" if refused else "ACSP"
    return _document(
        f"pain.002.001.{version}",
        f"<CstmrPmtStsRpt><GrpHdr><MsgId>{message_id}</MsgId><CreDtTm>2026-05-05T12:00:00</CreDtTm></GrpHdr>"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{order.message_id}</OrgnlMsgId>"
        f"<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>{group}</GrpSts></OrgnlGrpInfAndSts>"
        f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{order.message_id}</OrgnlPmtInfId>{''.join(answers)}"
        "</OrgnlPmtInfAndSts></CstmrPmtStsRpt>",
    )


def refusal_of_all(order: Read, code: str, *, message_id: str = "STATUS-ALL") -> bytes:
    """Refuse a whole order, without a word of each payment."""
    return _document(
        "pain.002.001.03",
        f"<CstmrPmtStsRpt><GrpHdr><MsgId>{message_id}</MsgId><CreDtTm>2026-05-05T12:00:00</CreDtTm></GrpHdr>"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{order.message_id}</OrgnlMsgId>"
        "<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>"
        f"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts></CstmrPmtStsRpt>",
    )


def booked(order: Read, change: Callable[[Booked], Booked] = lambda one: one) -> list[Booked]:
    """Book an order: each payment goes out as it was asked for, unless the change says otherwise."""
    return [
        change(Booked(one.reference, one.amount, f"B{place}", text=one.name))
        for place, one in enumerate(order.payments, start=1)
    ]


def sent_back(one: Booked, code: str) -> Booked:
    """Give the line by which the same money comes back."""
    return replace(one, amount=Ore(-one.amount), number=f"{one.number}R", code=code)


def statement(
    account: str,
    lines: Sequence[Booked],
    *,
    message_id: str = "STATEMENT-1",
    version: str = "08",
    opening: Ore = Ore(900_000_000_00),
    lost: Ore = Ore(0),
) -> bytes:
    """Write a statement; `lost` is what its closing balance is wrong by."""
    closing = Ore(opening - sum(one.amount for one in lines) + lost)
    entries = "".join(_entry(one, version) for one in lines)
    return _document(
        f"camt.053.001.{version}",
        f"<BkToCstmrStmt><GrpHdr><MsgId>{message_id}</MsgId><CreDtTm>2026-05-06T23:00:00</CreDtTm></GrpHdr>"
        f"<Stmt><Id>{message_id}</Id>{_created(version)}"
        f"<Acct><Id><Othr><Id>{account}</Id></Othr></Id></Acct>"
        f"{_balance('OPBD', opening)}{_balance('CLBD', closing)}{entries}</Stmt></BkToCstmrStmt>",
    )


def notice(account: str, lines: Sequence[Booked], *, message_id: str = "NOTICE-1") -> bytes:
    """Write a notice of movements."""
    entries = "".join(_entry(one, "08") for one in lines)
    return _document(
        "camt.054.001.08",
        f"<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>{message_id}</MsgId><CreDtTm>2026-05-06T12:00:00</CreDtTm>"
        f"</GrpHdr><Ntfctn><Id>{message_id}</Id>"
        f"<Acct><Id><IBAN>NO93{account}</IBAN></Id></Acct>{entries}</Ntfctn></BkToCstmrDbtCdtNtfctn>",
    )


def _created(version: str) -> str:
    return "<CreDtTm>2026-05-06T23:00:00</CreDtTm>" if version == "02" else ""


def _balance(kind: str, amount: Ore) -> str:
    way = "CRDT" if amount >= 0 else "DBIT"
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy='NOK'>{written(amount)}</Amt>"
        f"<CdtDbtInd>{way}</CdtDbtInd><Dt><Dt>{BANK_DAY}</Dt></Dt></Bal>"
    )


def _entry(one: Booked, version: str) -> str:
    way = "DBIT" if one.amount > 0 else "CRDT"
    status = "BOOK" if version == "02" else "<Cd>BOOK</Cd>"
    amount = f"<Amt Ccy='NOK'>{written(one.amount)}</Amt>"
    reference = f"<EndToEndId>{one.reference}</EndToEndId>" if one.reference else ""
    told = "" if version == "02" else f"{amount}<CdtDbtInd>{way}</CdtDbtInd>"
    back = f"<RtrInf><Rsn><Cd>{one.code}</Cd></Rsn></RtrInf>" if one.code else ""
    return (
        f"<Ntry>{amount}<CdtDbtInd>{way}</CdtDbtInd><Sts>{status}</Sts><BookgDt><Dt>{one.on}</Dt></BookgDt>"
        f"<AcctSvcrRef>{one.number}</AcctSvcrRef><BkTxCd><Prtry><Cd>700</Cd></Prtry></BkTxCd>"
        f"<NtryDtls><TxDtls><Refs>{reference}</Refs>{told}{back}</TxDtls></NtryDtls></Ntry>"
    )


def _document(message: str, body: str) -> bytes:
    return f"<Document xmlns='{_ISO}{message}'>{body}</Document>".encode()
