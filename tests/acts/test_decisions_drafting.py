"""Drafting decisions: what follows from the proposal, and what does not."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from accounts.queries import person
from applications.models import BudgetLine
from applications.queries import any_application
from assessments import services as assessing
from assessments.models import Proposal
from assessments.queries import chosen_proposal
from criteria.allocation import Reason
from criteria.budget import Source
from criteria.impartiality import Hindrance, View
from criteria.instalments import split_years
from decisions import queries, services
from decisions.models import Decision, Outcome
from decisions.refusals import Refusal
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore, kroner
from tests.builders.decisions import (
    A_REJECTION,
    NOW,
    Round,
    a_drafted_round,
    a_proposed_round,
    an_ineligible_case,
    draft_all,
)


def the_proposal(made: Round) -> Proposal:
    found = chosen_proposal(made.call.id)
    assert found is not None
    return found


def asks_also_for(made: Round, year: int, amount: Ore) -> None:
    """Spread what the first case asks for over another year too, as if it always had been so."""
    with transaction():
        line = db.session.scalars(
            select(BudgetLine)
            .where(
                BudgetLine.application_id == made.applications[0].id,
                BudgetLine.source == Source.GRANT,
            )
            .limit(1)
        ).one()
        line.amount = Ore(line.amount - amount)
        db.session.add(
            BudgetLine(
                application_id=line.application_id,
                year=year,
                partner_id=line.partner_id,
                activity_id=line.activity_id,
                source=Source.GRANT,
                amount=amount,
            )
        )


def test_the_outcome_follows_from_the_amount(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4, 3, 1))
    drafted = [
        (one.outcome, one.amount, one.proposal_line and one.proposal_line.reason)
        for one in made.decisions()
    ]
    assert drafted == [
        (Outcome.PARTIAL_AWARD, kroner(1_620_000), Reason.FUNDED_IN_PART_RATE),
        (Outcome.PARTIAL_AWARD, kroner(1_620_000), Reason.FUNDED_IN_PART_RATE),
        (Outcome.PARTIAL_AWARD, kroner(760_000), Reason.FUNDED_IN_PART_FRAME),
        (Outcome.REFUSAL, kroner(0), Reason.BELOW_THRESHOLD),
    ]
    assert [sum(year.amount for year in one.years) for one in made.decisions()] == [
        one.amount for one in made.decisions()
    ]


def test_a_grant_is_spread_over_the_years_that_were_asked_for(app: Flask) -> None:
    del app
    made = a_proposed_round(points=(5,))
    asks_also_for(made, 2027, kroner(450_000))
    draft_all(made)
    spread = {year.year: year.amount for year in made.first().years}
    assert spread == split_years(
        kroner(1_620_000), {2026: kroner(1_350_000), 2027: kroner(450_000)}
    )
    assert spread[2027] == kroner(405_000)


def test_all_that_is_asked_for_is_an_award_in_full(app: Flask) -> None:
    del app
    made = a_proposed_round(points=(5,))
    with transaction():
        line = the_proposal(made).lines[0]
        line.amount = line.asked
    draft_all(made)
    assert made.first().outcome is Outcome.AWARD


def test_a_case_is_drafted_once(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4))
    with pytest.raises(RuleBrokenError) as refusal:
        services.draft_decisions(the_proposal(made), by=made.drafter, at=NOW)
    assert refusal.value.reason is Refusal.NOTHING_TO_DRAFT
    assert len(made.decisions()) == 2


def test_only_a_case_officer_drafts(app: Flask) -> None:
    del app
    made = a_proposed_round(points=(5,))
    with pytest.raises(RuleBrokenError) as refusal:
        services.draft_decisions(the_proposal(made), by=made.maker, at=NOW)
    assert refusal.value.reason is Refusal.NOT_CASE_OFFICER


def test_who_is_partial_in_a_case_leaves_its_draft_to_somebody_else(app: Flask) -> None:
    del app
    made = a_proposed_round(points=(5, 4))
    assessing.declare(
        any_application(made.applications[0].id),
        View.PARTIAL,
        reason="Søsteren min leder prosjektet.",
        by=made.drafter,
        at=NOW,
    )
    proposal = the_proposal(made)
    assert services.draft_decisions(proposal, by=made.drafter, at=NOW) == 1
    assert [line.place for line in queries.lines_without_draft(proposal)] == [1]
    assert services.draft_decisions(proposal, by=person(made.team[1].id), at=NOW) == 1


def test_a_proposal_that_is_no_longer_chosen_gives_no_drafts(app: Flask) -> None:
    del app
    made = a_proposed_round(points=(5,))
    before = the_proposal(made)
    after = assessing.make_proposal(made.call, frame=kroner(1_000_000), by=made.drafter, at=NOW)
    assessing.choose_proposal(after, reason="Rammen er mindre.", by=made.drafter, at=NOW)
    with pytest.raises(RuleBrokenError) as refusal:
        services.draft_decisions(before, by=made.drafter, at=NOW)
    assert refusal.value.reason is Refusal.PROPOSAL_NOT_CHOSEN


def test_a_later_choice_supersedes_the_draft_of_an_earlier_one(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    first = made.first()
    after = assessing.make_proposal(made.call, frame=kroner(1_000_000), by=made.drafter, at=NOW)
    assessing.choose_proposal(after, reason="Rammen er mindre.", by=made.drafter, at=NOW)
    with pytest.raises(RuleBrokenError) as refusal:
        services.sign(first, by=made.maker, at=NOW)
    assert refusal.value.reason is Refusal.PROPOSAL_NOT_CHOSEN

    draft_all(made)
    second = made.first()
    assert (second.number, second.supersedes_id, second.amount) == (
        2, first.id, kroner(1_000_000),
    )  # fmt: skip
    with pytest.raises(RuleBrokenError) as refusal:
        services.sign(queries.decision(first.id), by=made.maker, at=NOW)
    assert refusal.value.reason is Refusal.NEWER_VERSION


def test_a_rejection_needs_a_case_that_is_not_fit_and_a_reason(app: Flask) -> None:
    del app
    made = a_proposed_round(points=(5,))
    ineligible = an_ineligible_case(made)
    for application, reason, expected in (
        (made.applications[0], A_REJECTION, Refusal.NOT_INELIGIBLE),
        (ineligible, "  ", Refusal.REASON_MISSING),
    ):
        with pytest.raises(RuleBrokenError) as refusal:
            services.draft_rejection(application, reason=reason, by=made.drafter, at=NOW)
        assert refusal.value.reason is expected
    decision = services.draft_rejection(
        any_application(ineligible.id), reason=A_REJECTION, by=made.drafter, at=NOW
    )
    assert (decision.outcome, decision.amount, decision.reason) == (
        Outcome.REJECTION, 0, A_REJECTION,
    )  # fmt: skip
    assert queries.ineligible_without_draft(made.call.id) == []


def test_more_words_make_a_new_version_and_the_old_one_stays(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    first = made.first()
    services.write_reason(first, reason=" Prosjektet er modent. ", by=made.drafter, at=NOW)
    second = made.first()
    assert (second.number, second.supersedes_id) == (2, first.id)
    assert (second.reason, first.reason) == ("Prosjektet er modent.", "")
    assert second.amount == first.amount == sum(year.amount for year in second.years)
    with pytest.raises(RuleBrokenError) as refusal:
        services.write_reason(first, reason="Nei.", by=made.drafter, at=NOW)
    assert refusal.value.reason is Refusal.NEWER_VERSION


def test_whoever_wrote_any_version_may_not_sign(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    services.write_reason(made.first(), reason="Modent.", by=person(made.team[1].id), at=NOW)
    decision = made.first()
    for officer in (made.drafter, made.team[1]):
        found = queries.hindrances_of(officer.id, [decision])[decision.id]
        assert found in (Hindrance.DRAFTED_THE_CASE, Hindrance.SCORED_THE_CASE)
    assert queries.hindrances_of(made.drafter.id, [decision])[decision.id] is (
        Hindrance.DRAFTED_THE_CASE
    )


def sign_the_own_draft(decision_id: int) -> None:
    with transaction():
        decision = db.session.get_one(Decision, decision_id)
        decision.signed_at, decision.signed_by_id = NOW, decision.drafted_by_id
        decision.content_hash = "0" * 64


def test_the_database_refuses_one_who_signs_the_own_draft(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    with pytest.raises(IntegrityError, match="four_eyes"):
        sign_the_own_draft(made.first().id)
