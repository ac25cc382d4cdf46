"""Acts on batches: whose account, making one, authorising, sending, and taking in what the bank answers."""

from payments.batches.services.answering import look_into, receive
from payments.batches.services.composing import attest_batch
from payments.batches.services.payer import NewPayer, set_payer
from payments.batches.services.paying import authorise_batch
from payments.batches.services.sending import fetch_file, mark_sent, withdraw

__all__ = [
    "NewPayer",
    "attest_batch",
    "authorise_batch",
    "fetch_file",
    "look_into",
    "mark_sent",
    "receive",
    "set_payer",
    "withdraw",
]
