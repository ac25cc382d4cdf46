"""What extra frames have added to cases that are decided, and that no published decision grants yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import joinedload, selectinload

from applications.models import Application
from assessments.models import ProposalLine
from assessments.queries import supplementary_lines
from decisions.grounds import REVERSIBLE
from decisions.models import Decision, DecisionKind
from decisions.queries.decisions import in_force_among
from decisions.queries.rounds import newest
from foundation.database import db
from foundation.money import NOTHING, Ore
from grants.models import Call


@dataclass(frozen=True, slots=True)
class Supplement:
    """What a case shall be granted, in øre: the decision in force, with all that was added after it.

    `line` is the newest that added something. Never more than the case asked for.
    """

    application: Application
    before: Decision
    line: ProposalLine
    amount: Ore


def supplements_due(call: Call) -> dict[int, Supplement]:
    """Give what is added to the published cases of a call and not published, by their ids.

    A case that has given its award back, or has come to its end, gets nothing more.
    """
    added: dict[int, list[ProposalLine]] = {}
    for line in supplementary_lines(call):
        added.setdefault(line.application_id, []).append(line)
    found = {}
    for before in _published(added):
        after = [one for one in added[before.application_id] if _came_after(one, before)]
        more = sum(one.added for one in after)
        amount = min(Ore(before.amount + more), Ore(before.application.asked))
        if amount > before.amount:
            found[before.application_id] = Supplement(
                before.application, before, after[-1], amount
            )
    return found


def supplements_without_draft(
    due: Mapping[int, Supplement], overtaken: frozenset[int]
) -> list[Supplement]:
    """List those that wait for a draft. `overtaken`: drafts of another kind that nothing backs any more.

    One that is signed, or that a complaint stands behind, is let out first.
    """
    drafts = {
        one.application_id: one
        for one in db.session.scalars(newest().where(Decision.application_id.in_(due)))
    }
    return [
        one
        for case, one in due.items()
        if _may_be_drafted(one, drafts[case], overtaken)
    ]


def drafted_reversals(due: Mapping[int, Supplement]) -> list[Decision]:
    """List the unsigned drafts that reverse the decisions which something is added to."""
    return list(
        db.session.scalars(
            newest().where(
                Decision.application_id.in_(due),
                Decision.kind == DecisionKind.REVERSAL,
                Decision.signed_at.is_(None),
            )
        )
    )


def _may_be_drafted(due: Supplement, newest_one: Decision, overtaken: frozenset[int]) -> bool:
    if newest_one.id == due.before.id or newest_one.id in overtaken:
        return True
    drafted = newest_one.kind is DecisionKind.SUPPLEMENT and newest_one.signed_at is None
    says = (newest_one.proposal_line_id, newest_one.amount)
    return drafted and says != (due.line.id, due.amount)


def _came_after(line: ProposalLine, before: Decision) -> bool:
    stood_on = before.proposal_line
    return line.added > NOTHING and (
        stood_on is None or line.proposal_id > stood_on.proposal_id
    )


def _published(applications: Iterable[int]) -> list[Decision]:
    return list(
        db.session.scalars(
            in_force_among()
            .join(Decision.application)
            .where(
                Decision.application_id.in_(list(applications)), Application.step.in_(REVERSIBLE)
            )
            .options(
                joinedload(Decision.application),
                joinedload(Decision.proposal_line),
                selectinload(Decision.years),
            )
            .order_by(Decision.application_id)
        )
    )
