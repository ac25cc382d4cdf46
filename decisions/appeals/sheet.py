"""A complaint as the office sees it, and what the reader can do with it now."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person
from accounts.permissions import Permission, allows
from criteria.appeal import Deadline, Ruling, Timeliness
from criteria.deadlines import closing_moment
from decisions import queries
from decisions.appeals import queries as appeals
from decisions.appeals.content import counted_as
from decisions.appeals.models import Complaint, ComplaintRuling
from decisions.appeals.states import ComplaintState, latest_ruling, state_of
from decisions.appeals.telling import told_steps
from decisions.appeals.timing import references_of
from decisions.models import Decision
from foundation.law import References
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class ComplaintSheet:
    """A complaint with everything its pages show to the office."""

    complaint: Complaint
    state: ComplaintState
    counted: Deadline | None
    law: References
    before: Decision | None
    ruling: ComplaintRuling | None
    drafts: bool
    confirms: bool
    at: datetime

    @property
    def asked(self) -> Ore:
        """What the application asked for."""
        return Ore(self.complaint.application.asked)

    @property
    def steps(self) -> list[str]:
        """How the time was computed when the complaint came, in words."""
        return told_steps(self.counted) if self.counted else []

    @property
    def is_barred(self) -> bool:
        """Tell whether it can only be rejected."""
        return self.complaint.came is Timeliness.PAST_A_YEAR

    @property
    def may_take_up(self) -> bool:
        """Tell whether the reader may take up a late complaint."""
        late = self.state is ComplaintState.LATE and not self.is_barred
        return self.drafts and late

    @property
    def may_rule(self) -> bool:
        """Tell whether the reader may find something, or something else."""
        open_states = (
            ComplaintState.RECEIVED,
            ComplaintState.LATE,
            ComplaintState.PREPARED,
            ComplaintState.REVERSAL_DRAFTED,
        )
        return self.drafts and self.state in open_states

    @property
    def may_confirm(self) -> bool:
        """Tell whether the reader may be the second person."""
        return self.confirms and self.state is ComplaintState.PREPARED

    @property
    def comment_is_over(self) -> bool:
        """Tell whether the party has commented, or had its time to."""
        forwarding = self.complaint.forwarding
        return forwarding is not None and (
            forwarding.commented_at is not None
            or self.at >= closing_moment(forwarding.comment_due_on)
        )

    @property
    def may_send(self) -> bool:
        """Tell whether the reader may send it to the appeal body."""
        waiting = self.state in (ComplaintState.COMMENTS, ComplaintState.TO_SEND)
        return self.drafts and waiting and self.comment_is_over

    @property
    def may_register(self) -> bool:
        """Tell whether the reader may register what the appeal body came to."""
        return self.drafts and self.state is ComplaintState.AT_APPEAL_BODY

    @property
    def may_act(self) -> bool:
        """Tell whether the reader may draft what the result asks for."""
        return self.drafts and self.state is ComplaintState.TO_ACT_ON

    @property
    def drafted_decision(self) -> int | None:
        """The id of the decision that was drafted for it, if any."""
        forwarding = self.complaint.forwarding
        if forwarding is not None and forwarding.decision_id is not None:
            return forwarding.decision_id
        return self.ruling.decision_id if self.ruling else None

    @property
    def upholds(self) -> bool:
        """Tell whether what was found sends it to the appeal body."""
        return self.ruling is not None and self.ruling.ruling is Ruling.UPHOLD


def sheet_of(complaint: Complaint, person: Person, at: datetime) -> ComplaintSheet:
    """Gather a complaint that `queries.complaint` has read, for a person of the office."""
    return ComplaintSheet(
        complaint=complaint,
        state=state_of(complaint),
        counted=counted_as(complaint.counting) if complaint.counting else None,
        law=references_of(appeals.decision_complained_of(complaint)),
        before=queries.decision_in_force(complaint.application_id),
        ruling=latest_ruling(complaint),
        drafts=allows(person, Permission.DECISION_DRAFT),
        confirms=allows(person, Permission.DECISION_SIGN),
        at=at,
    )
