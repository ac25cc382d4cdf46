"""What keeps a person from paying, for many instalments at once, with the reason for each.

Neither who decided the grant, nor anybody who has not declared or is hindered in the case, may attest or
authorise; and who attested does not authorise the same instalment (økonomibestemmelsene). Nobody does either
while the account it is to be paid to is being changed.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum

from sqlalchemy import select

from assessments.impartiality.standing import closed_among
from criteria.impartiality import ASKED_AT_THE_GATE, Hindrance, may_attest, may_authorise
from decisions.accountchange.queries import changing_among
from decisions.models import Decision
from foundation import clock
from foundation.database import db
from payments.models import Instalment
from payments.payees import awaiting_successor, payees_of
from payments.refusals import PaymentRefusal

_Rule = Callable[[Instalment, int | None, Hindrance | None], Hindrance | None]


def hindrances_to_attest(
    person_id: int, instalments: Sequence[Instalment], closed: Mapping[int, Hindrance] | None = None
) -> dict[int, StrEnum]:
    """Give what keeps a person from attesting, by the instalments' ids; who may is not in it.

    `closed` are the cases that are closed to the person, where that is known. Ten queries at most,
    however many instalments there are.
    """

    def rule(_one: Instalment, decided_by: int | None, word: Hindrance | None) -> Hindrance | None:
        return may_attest(person_id, decided_by, word)

    return _hindrances(person_id, instalments, closed, rule)


def hindrances_to_authorise(
    person_id: int, instalments: Sequence[Instalment], closed: Mapping[int, Hindrance] | None = None
) -> dict[int, StrEnum]:
    """Give what keeps a person from authorising, as `hindrances_to_attest`."""

    def rule(one: Instalment, decided_by: int | None, word: Hindrance | None) -> Hindrance | None:
        return may_authorise(person_id, one.attested_by_id, decided_by, word)

    return _hindrances(person_id, instalments, closed, rule)


def _hindrances(
    person_id: int,
    instalments: Sequence[Instalment],
    closed: Mapping[int, Hindrance] | None,
    rule: _Rule,
) -> dict[int, StrEnum]:
    if closed is None:
        among = closed_among([person_id], {one.application_id for one in instalments})
        closed = {case: one for (_, case), one in among.items()}
    decided_by = _decided_by({one.decision_id for one in instalments})
    changing = changing_among({one.application_id for one in instalments})
    payees = payees_of(instalments) if changing else {}
    orphaned = awaiting_successor(instalments, clock.today())
    found: dict[int, StrEnum] = {}
    for one in instalments:
        case = one.application_id
        word = closed.get(case)
        asked = word if word in ASKED_AT_THE_GATE else None
        # What only the person can put right comes last: nobody is asked to declare in vain.
        known = None if asked else word
        hindrance = known or rule(one, decided_by[one.decision_id], asked)
        if hindrance is not None:
            found[one.id] = hindrance
        elif one.id in orphaned:
            found[one.id] = PaymentRefusal.AWAITS_SUCCESSOR
        elif changing and (case, payees[one.id].organisation_id) in changing:
            found[one.id] = PaymentRefusal.ACCOUNT_CHANGING
    return found


def _decided_by(decisions: Collection[int]) -> dict[int, int | None]:
    rows = db.session.execute(
        select(Decision.id, Decision.signed_by_id).where(Decision.id.in_(decisions))
    )
    return dict(rows.all())
