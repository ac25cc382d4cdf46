"""A published decision as those see it whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Organisation, Person, Role
from applications.facts import lead_of
from applications.queries.one import ACTS_FOR
from decisions import queries
from decisions.accountchange.queries import account_of
from decisions.correcting.models import DecisionCorrection
from decisions.correcting.queries import sent_corrections
from decisions.deadlines import answer_due, is_late
from decisions.grounds import AWARDS
from decisions.models import Decision, Letter
from decisions.states import DecisionState, state_of
from foundation.wording import format_account
from grants import queries as grants
from grants.models import Call


@dataclass(frozen=True, slots=True)
class DecisionOutside:
    """A decision with its call, its letters to the reader, and the answer it waits for."""

    decision: Decision
    call: Call
    lead: Organisation
    state: DecisionState
    letters: Sequence[Letter]
    due_on: date | None
    late: bool
    signs: bool
    account: str
    """The account number that the award is paid to now, as banks write it; empty without a yes."""
    acts_for_lead: bool
    corrections: Sequence[DecisionCorrection]
    """What was corrected in the decision, the first one first."""

    @property
    def is_award(self) -> bool:
        """Tell whether something was granted."""
        return self.decision.outcome in AWARDS

    @property
    def waits(self) -> bool:
        """Tell whether the award still waits for an answer that can be given."""
        return self.is_award and self.state is DecisionState.PUBLISHED and not self.late

    @property
    def may_answer(self) -> bool:
        """Tell whether the reader is the one who can give it."""
        return self.waits and self.signs


def seen_from_outside(person: Person, application_id: int, at: datetime) -> DecisionOutside:
    """Read the decision in force for a person whose organisation takes part. Raises NotFoundError."""
    decision = queries.published_decision(person, application_id)
    lead = lead_of(decision.application).organisation
    is_award = decision.outcome in AWARDS
    answer = decision.acceptance
    account = account_of(application_id) if answer and answer.accepted else None
    return DecisionOutside(
        decision=decision,
        call=grants.call(decision.application.call_id),
        lead=lead,
        state=state_of(decision),
        letters=queries.letters_to(person, application_id),
        due_on=answer_due(decision) if is_award else None,
        late=is_award and is_late(decision, at),
        signs=lead.id in person.organisations_as(Role.SIGNATORY),
        account=format_account(account) if account else "",
        acts_for_lead=lead.id in person.organisations_as(*ACTS_FOR),
        corrections=sent_corrections(decision.id),
    )
