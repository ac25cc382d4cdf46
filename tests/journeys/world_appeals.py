"""Complaints at the steps that their pages show: a draft, one with a statement, one that was answered."""

from accounts.queries import person
from criteria.appeal import Result, Ruling
from decisions import queries
from decisions.appeals import queries as appeals
from decisions.appeals import services as acts
from decisions.appeals.models import Complaint, ReasonsRequest
from decisions.models import Decision
from tests.builders.appeals import a_written_complaint, who_signs
from tests.builders.decisions import NOW, Round
from tests.journeys.worldmap import World


def complain(world: World, made: Round) -> None:
    """Let three parties of a published round complain."""
    unanswered, refused = (_decision(made, place) for place in (2, 3))
    lead, participant = who_signs(refused), who_signs(refused, place=1)
    draft = a_written_complaint(refused, lead, NOW)
    sent = _upheld(made, a_written_complaint(refused, participant, NOW))
    answered = _answered(made, unanswered)
    world.knows(complainer=lead, objector=participant)
    world.ids |= {
        "complaint_draft": draft.id,
        "complaint_sent": sent.id,
        "complaint_answered": answered.id,
    }


def ask_the_office_why(made: Round) -> ReasonsRequest:
    """Let the lead of a round's first case ask for the reasons that its letter left out."""
    decision = made.first()
    lead = who_signs(decision)
    seen = queries.published_decision(lead, decision.application_id)
    organisation = seen.application.partners[0].organisation_id
    return acts.ask_for_reasons(seen, organisation, by=lead, at=NOW)


def _decision(made: Round, place: int) -> Decision:
    found = queries.decision_in_force(made.applications[place].id)
    assert found is not None
    return found


def _upheld(made: Round, draft: Complaint) -> Complaint:
    """Send a complaint and find that the decision stands: the party may comment."""
    by = person(draft.begun_by_id)
    acts.submit_complaint(draft, by=by, at=NOW)
    handler = person(made.team[0].id)
    acts.rule(
        appeals.complaint(draft.id), Ruling.UPHOLD, reason="Vi ser ikke noe nytt i klagen.",
        by=handler, at=NOW,
    )  # fmt: skip
    acts.confirm_ruling(appeals.complaint(draft.id), by=person(made.maker.id), at=NOW)
    return appeals.complaint(draft.id)


def _answered(made: Round, decision: Decision) -> Complaint:
    """Take a complaint to the appeal body and back, with a decision to make anew."""
    lead = who_signs(decision)
    sent = _upheld(made, a_written_complaint(decision, lead, NOW))
    acts.comment_on_statement(
        appeals.complaint_of(lead, sent.id), comment="Vi er uenige.", by=lead, at=NOW
    )
    handler = person(made.team[0].id)
    acts.send_to_appeal_body(appeals.complaint(sent.id), by=handler, at=NOW)
    acts.register_result(
        appeals.complaint(sent.id), Result.REVERSED, text="Beløpet skal være høyere.",
        decided_on=NOW.date(), by=handler, at=NOW,
    )  # fmt: skip
    return sent
