"""Playing the bank: batches of what the controllers left, the files they become, and the bank's statement.

The bank is made up, and so are the account and every line of its statements, which say so.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from xml.sax.saxutils import escape

from demo.applying import Stage
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from payments.bank.order import amount_of
from payments.batches import queries, services
from payments.batches.models import PaymentLine
from payments.batches.selecting import Rule
from payments.batches.services import NewPayer

PAYER = NewPayer(
    name="Helsedirektoratet (demo)",
    organisation_number="983544622",
    account_number="76940512057",
    bic="DEMONOKK",
    customer_id="TILSAGN-DEMO",
)
OPENING, FEE = Ore(5_000_000_000_00), Ore(75_00)


def pay_in_a_batch(stage: Stage, *, on: date, at: datetime, finished: bool) -> None:
    """Send what is due in a round to the bank in one batch, and take in its statement the day after.

    Not `finished`: the batch waits for the second controller. Where nothing can be paid, none is made.
    """
    first, second = stage.cast.controllers
    if queries.payer() is None:
        services.set_payer(PAYER, by=first, at=at)
    try:
        made = services.attest_batch(Rule(on, stage.call.id), execute_on=on, by=first, at=at)
    except RuleBrokenError:
        return
    db.session.expunge_all()
    if not finished:
        return
    later = at + timedelta(hours=1)
    services.authorise_batch(queries.batch(made.id), by=second, at=later)
    services.fetch_file(queries.batch(made.id), by=second, at=later)
    services.mark_sent(queries.batch(made.id), by=second, at=later)
    lines = queries.lines_of(made.id)
    content = _statement(made.message_id, lines, on + timedelta(days=1))
    db.session.expunge_all()
    services.receive(content, filename=f"demo-{made.message_id}.xml", by=first, at=at + timedelta(days=1))
    db.session.expunge_all()


def _statement(order: str, lines: Sequence[PaymentLine], day: date) -> bytes:
    """Write a statement with every payment but the last, which the bank has not come to, and a fee."""
    moved = [(one.reference, one.amount, one.name) for one in lines[:-1]]
    out = Ore(sum(amount for _, amount, _ in moved) + FEE)
    entries = [_entry(f"D{place}-{order}"[:35], *one, day) for place, one in enumerate(moved, start=1)]
    entries.append(_entry(f"G-{order}", "NOTPROVIDED", FEE, "Gebyr (demo)", day))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!-- demo: made up -->'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>DEMO-{order}</MsgId><CreDtTm>{day}T23:00:00Z</CreDtTm></GrpHdr>"
        f"<Stmt><Id>DEMO-{order}</Id>"
        f"<Acct><Id><Othr><Id>{PAYER.account_number}</Id></Othr></Id></Acct>"
        f"{_balance('OPBD', OPENING, day)}{_balance('CLBD', Ore(OPENING - out), day)}"
        f"{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def _balance(kind: str, amount: Ore, day: date) -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="NOK">{amount_of(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        f"<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def _entry(number: str, reference: str, amount: Ore, text: str, day: date) -> str:
    money = f'<Amt Ccy="NOK">{amount_of(amount)}</Amt><CdtDbtInd>DBIT</CdtDbtInd>'
    return (
        f"<Ntry>{money}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<AcctSvcrRef>{number}</AcctSvcrRef><BkTxCd><Prtry><Cd>DEMO</Cd></Prtry></BkTxCd>"
        f"<NtryDtls><TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs>{money}"
        f"<RmtInf><Ustrd>{escape(text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )
