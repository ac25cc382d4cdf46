"""Everything a letter is filled from, read at once."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select

from accounts.models import Person
from applications.models import Application, Deficiency
from applications.queries import any_application
from assessments.models import Assignment, ProposalLine, Task
from decisions.grounds import NO_GROUNDS, Grounds
from decisions.models import Decision
from decisions.queries.decisions import decision as read_decision
from decisions.queries.grounds import grounds_of
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants import queries as grants
from grants.models import Call
from grants.rounds import calls_in


@dataclass(frozen=True, slots=True)
class Field:
    """The competition that a decision was made in: what was asked of the call, and where the line went."""

    applications: int
    asked: Ore
    frame: Ore
    assessed: int
    awarded: int
    line: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaper:
    """A case with its call, both whole, who handed it in, and the officer who handles it, if any."""

    application: Application
    call: Call
    submitted_by: Person | None
    handler: Person | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPaper(CasePaper):
    """A decision with its case, its grounds and, for what was ranked, the competition.

    `replaced`: what the published decision that it replaces grants, in øre; None when it is the first.
    """

    decision: Decision
    grounds: Grounds
    field: Field | None
    replaced: Ore | None


def case_paper(application_id: int) -> CasePaper:
    """Read a case for its receipt or for a request to mend it. Raises NotFoundError."""
    application = any_application(application_id)
    return CasePaper(
        application=application,
        call=grants.call(application.call_id),
        submitted_by=_submitter(application_id),
        handler=_handler(application_id),
    )


def decision_paper(decision_id: int) -> DecisionPaper:
    """Read a decision for its letter. Raises NotFoundError."""
    decision = read_decision(decision_id)
    paper = case_paper(decision.application_id)
    grounds = grounds_of([decision.application_id])
    return DecisionPaper(
        application=paper.application,
        call=paper.call,
        submitted_by=paper.submitted_by,
        handler=paper.handler,
        decision=decision,
        grounds=grounds.get(decision.application_id, NO_GROUNDS),
        field=_field(paper.call, decision.proposal_line),
        replaced=_replaced(decision),
    )


def deficiency(deficiency_id: int) -> Deficiency:
    """Find what an applicant is asked to mend. Raises NotFoundError."""
    found = db.session.scalars(select(Deficiency).where(Deficiency.id == deficiency_id)).first()
    if found is None:
        raise NotFoundError
    return found


def person_named(person_id: int | None) -> Person | None:
    """Give a person by the id that a letter keeps."""
    return db.session.get(Person, person_id) if person_id is not None else None


def _submitter(application_id: int) -> Person | None:
    return db.session.scalars(
        select(Person)
        .join(Application, Application.submitted_by_id == Person.id)
        .where(Application.id == application_id)
    ).first()


def _handler(application_id: int) -> Person | None:
    return db.session.scalars(
        select(Person)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(
            Assignment.application_id == application_id,
            Assignment.task == Task.HANDLE,
            Assignment.ended_at.is_(None),
        )
    ).first()


def _replaced(decision: Decision) -> Ore | None:
    return db.session.scalars(
        select(Decision.amount)
        .where(
            Decision.application_id == decision.application_id,
            Decision.number < decision.number,
            Decision.published_at.is_not(None),
        )
        .order_by(Decision.number.desc())
        .limit(1)
    ).first()


def _field(call: Call, line: ProposalLine | None) -> Field | None:
    if line is None:
        return None
    applications, asked = db.session.execute(
        select(func.count(), func.coalesce(func.sum(Application.asked), 0)).where(
            Application.call_id.in_(calls_in(call.id)), Application.submitted_at.is_not(None)
        )
    ).one()
    of_proposal = ProposalLine.proposal_id == line.proposal_id
    assessed = db.session.scalar(select(func.count()).where(of_proposal)) or 0
    awarded, lowest = db.session.execute(
        select(func.count(), func.min(ProposalLine.score)).where(
            of_proposal, ProposalLine.amount > 0
        )
    ).one()
    return Field(applications, Ore(int(asked)), line.proposal.frame, assessed, awarded, lowest)
