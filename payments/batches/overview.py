"""What the pages of batches show, put together from their queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from accounts.models import Person
from accounts.permissions import Permission, allows
from assessments.queries import closed_to
from criteria.authority import AuthorityKind
from criteria.impartiality import Hindrance
from criteria.reconciliation import Reconciliation
from payments.batches import queries
from payments.batches.bridging import Bridge, bridge_of
from payments.batches.hindering import hindrances_of
from payments.batches.kinds import BatchState
from payments.batches.models import BankMovement, PaymentBatch, PaymentLine
from payments.batches.reconciling import Period, lines_by, movements_by, reconciliation_of
from payments.batches.selecting import Rule, Selection, select_for
from payments.batches.states import state_of
from payments.limits import total_over_limit

SHOWN = 200
"""How many rows of each list a page shows; the sums are of all, and the file has all."""


@dataclass(frozen=True, slots=True)
class NewBatchView:
    """What a batch would pay, and the cases whose accounts the reader may not see."""

    selection: Selection
    closed: Mapping[int, Hindrance]
    may_attest: bool
    over_limit: bool
    """It is more together than the reader's authority covers."""


def new_batch_view(rule: Rule, person: Person, *, at: datetime) -> NewBatchView:
    """Put the page of a new batch together. A fixed number of queries."""
    found = select_for(rule, person, at=at)
    cases = {one.instalment.application_id for one in (*found.chosen, *found.left_out)}
    able = allows(person, Permission.PAYMENT_ATTEST)
    return NewBatchView(
        found,
        closed_to(person, cases),
        able,
        able and total_over_limit(person.id, AuthorityKind.ATTEST, found.total, at),
    )


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a batch, what keeps the reader from authorising it, and whether its account is hidden."""

    line: PaymentLine
    hindrance: StrEnum | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch and what the reader may do with it now."""

    batch: PaymentBatch
    state: BatchState
    lines: Sequence[LineView]
    sender: str | None
    may_authorise: bool
    over_limit: bool
    """It is more together than the authority covers of a reader who else might authorise it."""
    may_withdraw: bool
    may_send: bool
    may_fetch: bool

    @property
    def hindered(self) -> int:
        """How many lines the reader cannot authorise."""
        return sum(one.hindrance is not None for one in self.lines)

    @property
    def first_times(self) -> int:
        """How many lines go to an account that nothing was paid to before."""
        return sum(one.line.first_time for one in self.lines)


def batch_view(batch_id: int, person: Person, *, at: datetime) -> BatchView:
    """Put a batch's page together. A fixed number of queries. Raises NotFoundError."""
    batch = queries.batch(batch_id)
    lines, state = queries.lines_of(batch_id), state_of(batch)
    closed = closed_to(person, {one.instalment.application_id for one in lines})
    able = allows(person, Permission.PAYMENT_AUTHORISE)
    awaits = state is BatchState.TO_AUTHORISE and able and batch.attested_by_id != person.id
    hindrances = hindrances_of(lines, person, at=at) if awaits else {}
    unsent = state in (BatchState.TO_AUTHORISE, BatchState.TO_SEND)
    return BatchView(
        batch=batch,
        state=state,
        lines=[
            LineView(one, hindrances.get(one.id), one.instalment.application_id in closed)
            for one in lines
        ],
        sender=queries.sender_of(batch),
        may_authorise=awaits,
        over_limit=awaits and total_over_limit(person.id, AuthorityKind.AUTHORISE, batch.total, at),
        may_withdraw=unsent and allows(person, Permission.PAYMENT_ATTEST),
        may_send=state is BatchState.TO_SEND and able,
        may_fetch=state in (BatchState.TO_SEND, BatchState.SENT) and able and not closed,
    )


@dataclass(frozen=True, slots=True)
class ReconciliationView:
    """The three lists with what their first rows are, and the sums of all."""

    found: Reconciliation
    lines: Mapping[str, PaymentLine]
    movements: Mapping[int, BankMovement]
    bridge: Bridge


def reconciliation_view(period: Period, shown: int | None = SHOWN) -> ReconciliationView:
    """Put the reconciliation together, with so many rows of each list; None: all."""
    found = reconciliation_of(period)
    references = [one.reference for one in found.missing[:shown]]
    references += [one.reference for one in found.differing[:shown]]
    return ReconciliationView(
        found,
        lines_by(references),
        movements_by([one.number for one in found.extra[:shown]]),
        bridge_of(period, found.ours, shown),
    )
