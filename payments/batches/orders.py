"""A batch as the order that its bank file is written from."""

from collections.abc import Sequence

from payments.bank.order import Order, Payer, Transfer
from payments.batches.models import PaymentBatch, PaymentLine


def order_of(batch: PaymentBatch, lines: Sequence[PaymentLine]) -> Order:
    """Give what an authorised batch asks the bank to pay. The same rows give the same order."""
    if batch.authorised_at is None:
        raise ValueError("a batch is no order before it is authorised")
    payer = batch.payer
    return Order(
        message_id=batch.message_id,
        made_at=batch.authorised_at,
        execute_on=batch.execute_on,
        payer=Payer(
            payer.name, payer.organisation_number, payer.account_number, payer.bic,
            payer.customer_id,
        ),
        transfers=[
            Transfer(
                reference=one.reference,
                amount=one.amount,
                name=one.name,
                organisation_number=one.organisation_number,
                account_number=one.account_number,
                text=one.text,
            )
            for one in lines
        ],
    )  # fmt: skip
