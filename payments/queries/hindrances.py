"""What keeps a person from paying, for many instalments at once, with the reason for each.

Neither who decided the grant, nor anybody who has not declared or is hindered in the case, may attest or
authorise; and who attested does not authorise the same instalment (økonomibestemmelsene).
"""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import select

from assessments.queries import declared_views, known_hindrances
from criteria.impartiality import Hindrance, View, may_attest, may_authorise
from decisions.models import Decision
from foundation.database import db
from payments.models import Instalment

_Rule = Callable[[Instalment, int | None, View | None], Hindrance | None]


def hindrances_to_attest(person_id: int, instalments: Sequence[Instalment]) -> dict[int, Hindrance]:
    """Give what keeps a person from attesting, by the instalments' ids; who may is not in it.

    Five queries, however many instalments there are.
    """

    def rule(_one: Instalment, decided_by: int | None, view: View | None) -> Hindrance | None:
        return may_attest(person_id, decided_by, view)

    return _hindrances(person_id, instalments, rule)


def hindrances_to_authorise(
    person_id: int, instalments: Sequence[Instalment]
) -> dict[int, Hindrance]:
    """Give what keeps a person from authorising, by the instalments' ids; who may is not in it.

    Five queries, however many instalments there are.
    """

    def rule(one: Instalment, decided_by: int | None, view: View | None) -> Hindrance | None:
        return may_authorise(person_id, one.attested_by_id, decided_by, view)

    return _hindrances(person_id, instalments, rule)


def _hindrances(
    person_id: int, instalments: Sequence[Instalment], rule: _Rule
) -> dict[int, Hindrance]:
    cases = {one.application_id for one in instalments}
    known = known_hindrances([person_id], cases)
    views = declared_views(person_id, cases)
    decided_by = _decided_by({one.decision_id for one in instalments})
    found = {}
    for one in instalments:
        case = one.application_id
        hindrance = known.get((person_id, case)) or rule(
            one, decided_by[one.decision_id], views.get(case)
        )
        if hindrance is not None:
            found[one.id] = hindrance
    return found


def _decided_by(decisions: Collection[int]) -> dict[int, int | None]:
    rows = db.session.execute(
        select(Decision.id, Decision.signed_by_id).where(Decision.id.in_(decisions))
    )
    return dict(rows.all())
