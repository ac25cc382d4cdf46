"""Where a batch stands: read from its moments, never stored."""

from payments.batches.kinds import BatchState
from payments.batches.models import PaymentBatch


def state_of(batch: PaymentBatch) -> BatchState:
    """Read a batch's state from its moments."""
    if batch.withdrawn_at is not None:
        return BatchState.WITHDRAWN
    if batch.sent_at is not None:
        return BatchState.SENT
    return BatchState.TO_SEND if batch.authorised_at is not None else BatchState.TO_AUTHORISE
