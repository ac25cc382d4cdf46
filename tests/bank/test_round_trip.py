"""What we send is what a bank reads, and what it answers is what we read: without any database."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from foundation.money import Ore
from payments.bank.kinds import MessageKind
from payments.bank.message import read_answer
from payments.bank.order import MESSAGE, Order, Payer, Transfer, bank_file
from payments.bank.schema import LARGEST, BankFileError, BankFileRefusal, parsed, schema_of
from payments.bank.statement import Statement
from payments.bank.status import REFUSED, StatusReport
from tests.builders import bank
from tests.builders.batches import OWN_ACCOUNT, OWN_NUMBER

PAYER = Payer("Helsedirektoratet", OWN_NUMBER, OWN_ACCOUNT, "DNBANOKK", "TILSAGN")
AT = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
texts = st.text(max_size=200)
amounts = st.integers(1, 10**12).map(Ore)


def transfers(found: list[tuple[Ore, str, str]]) -> list[Transfer]:
    return [
        Transfer(f"2026-{place:05d}-1", amount, name, "964338531", "86011117947", text)
        for place, (amount, name, text) in enumerate(found, start=1)
    ]


orders = st.lists(st.tuples(amounts, texts, texts), min_size=1, max_size=6).map(
    lambda found: Order("983544622-0000001", AT, date(2026, 5, 5), PAYER, transfers(found))
)


@settings(max_examples=25, deadline=None)
@given(orders)
def test_every_order_follows_the_schema_and_is_read_back_as_it_was(order: Order) -> None:
    content = bank_file(order)
    assert bank_file(order) == content
    schema = schema_of(MESSAGE)
    assert schema.validate(etree.fromstring(content)), schema.error_log
    found = bank.read_order(content)
    assert (found.message_id, found.total) == (order.message_id, order.total)
    assert [(one.reference, one.amount, one.account) for one in found.payments] == [
        (one.reference, one.amount, one.account_number) for one in order.transfers
    ]


@settings(max_examples=20, deadline=None)
@given(orders, st.data(), st.sampled_from(["03", "10"]))
def test_the_banks_status_is_read_back_payment_by_payment(
    order: Order, data: st.DataObject, version: str
) -> None:
    read = bank.read_order(bank_file(order))
    refused = data.draw(st.sets(st.sampled_from([one.reference for one in read.payments])))
    told = read_answer(
        bank.status_report(read, dict.fromkeys(refused, ("AC01", "Ukjent")), version=version)
    )
    assert told.kind is MessageKind.STATUS
    assert isinstance(told.content, StatusReport)
    assert told.content.order_id == order.message_id
    assert {one.reference for one in told.content.payments if one.status == REFUSED} == refused
    assert len(told.content.payments) == len(order.transfers)


@settings(max_examples=20, deadline=None)
@given(orders, st.data(), st.sampled_from(["02", "08"]))
def test_a_statement_is_read_back_to_the_ore(
    order: Order, data: st.DataObject, version: str
) -> None:
    lines = bank.booked(bank.read_order(bank_file(order)))
    back = data.draw(st.lists(st.sampled_from(lines), unique_by=lambda one: one.number))
    lines = [*lines, *(bank.sent_back(one, "AC04") for one in back)]
    told = read_answer(bank.statement(OWN_ACCOUNT, lines, version=version))
    assert isinstance(told.content, tuple)
    (found,) = told.content
    assert [(one.reference, one.amount, one.servicer_reference) for one in found.movements] == [
        (one.reference, one.amount, one.number) for one in lines
    ]
    assert found.account == OWN_ACCOUNT
    assert sum(one.amount for one in found.movements) == order.total - sum(
        one.amount for one in back
    )


def test_a_notice_tells_the_same_of_an_account_written_as_iban() -> None:
    told = read_answer(bank.notice(OWN_ACCOUNT, [bank.Booked("A-1", Ore(5), "B1")]))
    assert told.kind is MessageKind.NOTICE
    assert isinstance(told.content, tuple)
    assert [type(one) for one in told.content] == [Statement]
    assert told.content[0].account == OWN_ACCOUNT


BILLION_LAUGHS = b"""<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">&b;</Document>"""
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">&a;</Document>"""
WHOLE = bank.statement(OWN_ACCOUNT, [bank.Booked("A-1", Ore(500), "B1")])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", BankFileRefusal.NOT_XML),
        (b"hei", BankFileRefusal.NOT_XML),
        (BILLION_LAUGHS, BankFileRefusal.NOT_XML),
        (OUTSIDE, BankFileRefusal.NOT_XML),
        (b"<a/>", BankFileRefusal.UNKNOWN_MESSAGE),
        (WHOLE.replace(b"camt.053.001.08", b"camt.053.001.99"), BankFileRefusal.UNKNOWN_MESSAGE),
        (WHOLE.replace(b"<Amt Ccy='NOK'>5.00</Amt>", b"", 1), BankFileRefusal.AGAINST_SCHEMA),
        (WHOLE.replace(b"'NOK'", b"'EUR'"), BankFileRefusal.NOT_KRONER),
        (WHOLE.replace(b">5.00<", b">5.001<"), BankFileRefusal.INCOMPLETE),
        (
            bank.statement(OWN_ACCOUNT, [bank.Booked(None, Ore(1), "B1")], lost=Ore(1)),
            BankFileRefusal.DOES_NOT_ADD_UP,
        ),
        (b" " * (LARGEST + 1), BankFileRefusal.TOO_LARGE),
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_is_refused_with_its_reason(
    content: bytes, reason: BankFileRefusal
) -> None:
    with pytest.raises(BankFileError) as error:
        read_answer(content)
    assert error.value.reason is reason


def test_our_own_order_is_no_answer() -> None:
    order = Order("M", AT, date(2026, 5, 5), PAYER, transfers([(Ore(1), "A", "B")]))
    assert parsed(bank_file(order))[0] == MESSAGE
    with pytest.raises(BankFileError):
        read_answer(bank_file(order))
