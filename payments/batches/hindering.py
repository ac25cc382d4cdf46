"""What keeps a person from authorising a batch, line by line: asked when it is shown and when it is done."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from accounts.models import Person
from criteria.authority import AuthorityKind
from criteria.paying import LeftOut
from payments.batches.models import PaymentLine
from payments.batches.selecting import reasons_of
from payments.limits import over_limit
from payments.queries.hindrances import hindrances_to_authorise


def hindrances_of(
    lines: Sequence[PaymentLine], person: Person, *, at: datetime
) -> dict[int, StrEnum]:
    """Give what is in the way of each line, by its id; a line that may be authorised is not in it.

    What has come up in the case since the batch was made comes before what concerns the person: also that
    the case is paid to another account now than the line says.
    """
    rates = [one.instalment for one in lines]
    found: dict[int, StrEnum] = {
        **dict.fromkeys(
            over_limit(person.id, AuthorityKind.AUTHORISE, rates, at), LeftOut.OVER_LIMIT
        ),
        **hindrances_to_authorise(person.id, rates),
        **reasons_of(rates, in_batch=True),
    }
    moved = {
        one.instalment_id: LeftOut.ACCOUNT_UNLIKE
        for one in lines
        if one.account_number != one.instalment.account_number
    }
    found.update(moved)
    return {one.id: found[one.instalment_id] for one in lines if one.instalment_id in found}
