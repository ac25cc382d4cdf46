"""Pages of the batches and the bank. Importing a module puts its pages on the room's blueprint."""

from payments.batches.views import answers, batches, making, payer, reconciling

__all__ = ["answers", "batches", "making", "payer", "reconciling"]
