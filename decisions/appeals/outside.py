"""A complaint as the party sees it, and whether it may complain at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Organisation, Person, Role
from applications.queries.one import ACTS_FOR
from criteria.appeal import Deadline, Timeliness, timeliness
from criteria.deadlines import closing_moment
from decisions import queries
from decisions.appeals import queries as appeals
from decisions.appeals.models import Complaint, ReasonsRequest
from decisions.appeals.refusals import Refusal
from decisions.appeals.rights import acts_for, why_not_appealable
from decisions.appeals.states import ComplaintState, state_of
from decisions.appeals.telling import told_steps
from decisions.appeals.timing import deadlines_of, references_of
from decisions.models import Decision
from foundation import clock
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from foundation.law import References


@dataclass(frozen=True, slots=True)
class OwnParty:
    """An organisation that the reader acts for: its time, its complaint, its request for reasons."""

    organisation: Organisation
    deadline: Deadline
    came: Timeliness
    complaint: Complaint | None
    request: ReasonsRequest | None
    signs: bool

    @property
    def steps(self) -> list[str]:
        """How the time was computed, in words."""
        return told_steps(self.deadline)

    @property
    def state(self) -> ComplaintState | None:
        """Where the complaint stands, if there is one."""
        return state_of(self.complaint) if self.complaint else None


@dataclass(frozen=True, slots=True)
class RightToComplain:
    """What the reader may do about the decision in force, for each party that the reader acts for."""

    decision: Decision
    refusal: Refusal | None
    text: Bilingual
    law: References
    parties: Sequence[OwnParty]
    earlier: Sequence[Complaint]

    @property
    def may(self) -> bool:
        """Tell whether decisions of the call can be complained of."""
        return self.refusal is None


def right_to_complain(person: Person, application_id: int, at: datetime) -> RightToComplain:
    """Read what a person may do about the decision in force in a case. Raises NotFoundError.

    Needs the memberships. Nothing is found before publication, nor by an observer.
    """
    decision = queries.published_decision(person, application_id)
    own = acts_for(person, decision.application, *ACTS_FOR)
    if not own:
        raise NotFoundError
    found = appeals.complaints_of(person, application_id)
    ids = [one.organisation_id for one in own]
    deadlines = deadlines_of(decision, ids)
    signed = person.organisations_as(Role.SIGNATORY)
    decided = clock.in_oslo(decision.signed_at or at).date()
    living = {
        one.organisation_id: one
        for one in found
        if one.decision_id == decision.id and one.withdrawn_at is None
    }
    parties = [
        OwnParty(
            organisation=one.organisation,
            deadline=deadlines[one.organisation_id],
            came=timeliness(deadlines[one.organisation_id], decided, at),
            complaint=living.get(one.organisation_id),
            request=appeals.request_of(decision.id, one.organisation_id),
            signs=one.organisation_id in signed,
        )
        for one in own
    ]
    return RightToComplain(
        decision=decision,
        refusal=why_not_appealable(decision, appeals.versions_of(decision)),
        text=decision.application.call.appeal_text,
        law=references_of(decision),
        parties=parties,
        earlier=[one for one in found if one not in living.values()],
    )


def may_comment(complaint: Complaint, at: datetime) -> bool:
    """Tell whether the party may comment on the statement now. Needs the forwarding."""
    forwarding = complaint.forwarding
    return (
        forwarding is not None
        and forwarding.commented_at is None
        and forwarding.sent_at is None
        and at < closing_moment(forwarding.comment_due_on)
    )
