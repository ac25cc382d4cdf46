"""Complaints on their way, made by the acts themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.models import Membership, Person, Role
from accounts.queries import person, signatories_of
from criteria.appeal import Ruling
from decisions import queries, services
from decisions.appeals import queries as appeals
from decisions.appeals import services as acts
from decisions.appeals.content import ComplaintContent
from decisions.appeals.models import Complaint
from decisions.models import Decision
from foundation.database import db
from foundation.money import Ore, kroner
from tests.builders.decisions import NOW, Round, a_published_round, make_documents
from tests.scenes import scene

WANTED = "Vi ber om at hele søknadsbeløpet innvilges."
GROUNDS = "Vurderingen bygger på et tall som er galt."
REASON = "Klagen viser at tallet var galt."
LATER: datetime = NOW + timedelta(days=3)
ROOMY = kroner(9_000_000)
"""A frame that has something left for who complains."""


@dataclass
class Appeal:
    """A complaint of the decision in a case of a published round, and who works on it."""

    round: Round
    complaint: Complaint
    signatory: Person
    officer: Person

    @property
    def maker(self) -> Person:
        """Who signs and confirms."""
        return self.round.maker

    def again(self) -> Complaint:
        """Read the complaint anew, as the office does."""
        _let_go()
        return appeals.complaint(self.complaint.id)

    def decision(self) -> Decision:
        """Read the decision in force anew."""
        _let_go()
        found = queries.decision_in_force(self.complaint.application_id)
        assert found is not None
        return found

    def rule(self, ruling: Ruling, amount: Ore | None = None, at: datetime = LATER) -> None:
        """Let the officer find something."""
        acts.rule(self.again(), ruling, amount=amount, reason=REASON, by=self.officer, at=at)

    def confirm(self, at: datetime = LATER) -> None:
        """Let the decision maker confirm it."""
        acts.confirm_ruling(self.again(), by=self.maker, at=at)

    def sign(self, at: datetime = LATER) -> Decision:
        """Let the decision maker sign the drafted reversal."""
        drafted = queries.latest_of(self.complaint.application_id)
        assert drafted is not None
        services.sign(drafted, by=self.maker, at=at)
        return drafted

    def publish(self, at: datetime = LATER) -> Decision:
        """Sign the drafted reversal, make its letters and publish it."""
        self.sign(at)
        make_documents(at)
        services.publish_round(self.round.call, by=self.maker, at=at)
        return self.decision()


def who_signs(decision: Decision, place: int = 0) -> Person:
    """Give who signs for a participant of a decision's case, the lead first."""
    organisation = decision.application.partners[place].organisation_id
    return person(signatories_of(organisation)[0].id)


def a_written_complaint(
    decision: Decision, by: Person, at: datetime, because: str = ""
) -> Complaint:
    """Begin a complaint for the organisation of who signs, and write it."""
    seen = queries.published_decision(by, decision.application_id)
    organisation = next(iter(by.organisations_as(Role.SIGNATORY)))
    complaint = acts.begin_complaint(seen, organisation, by=by, at=at)
    content = ComplaintContent(WANTED, GROUNDS, because)
    acts.save_complaint(appeals.complaint_of(by, complaint.id), content, by=by, at=at)
    return appeals.complaint_of(by, complaint.id)


@scene
def an_appeal(
    points: tuple[int, ...] = (5, 4, 3),
    place: int = 0,
    at: datetime = NOW + timedelta(days=2),
    because: str = "",
    frame: Ore = ROOMY,
) -> Appeal:
    """Let the lead of a case of a published round complain; by default the one ranked first."""
    made = a_published_round(points, frame)
    return an_appeal_in(made, place, at, because)


def an_appeal_in(
    made: Round, place: int, at: datetime = NOW + timedelta(days=2), because: str = ""
) -> Appeal:
    """Let the lead of a case of a round complain of its published decision."""
    decision = made.decisions()[place]
    signatory = who_signs(decision)
    draft = a_written_complaint(decision, signatory, at, because)
    complaint = acts.submit_complaint(draft, by=signatory, at=at)
    return Appeal(made, complaint, signatory, person(made.team[0].id))


def _let_go() -> None:
    """Let everything that was read be read anew, but persons and what they may do."""
    for row in list(db.session):
        if row in db.session and not isinstance(row, Person | Membership):
            db.session.expire(row)
