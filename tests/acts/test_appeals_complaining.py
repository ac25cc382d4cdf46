"""A party complains: who may, in time or late, and how the time is judged and kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Role
from accounts.notices.services import mark_dead
from accounts.queries import person, signatories_of
from criteria.appeal import Counted, Leave, Timeliness, Unlawful
from criteria.steps import Step
from decisions import queries, services
from decisions.appeals import queries as appeals
from decisions.appeals import services as acts
from decisions.appeals.content import ComplaintContent, counted_as
from decisions.appeals.models import Complaint
from decisions.appeals.refusals import Refusal
from decisions.appeals.states import ComplaintState, state_of
from decisions.appeals.timing import deadline_of
from decisions.refusals import Refusal as DecisionRefusal
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from tests.builders.appeals import (
    GROUNDS,
    LATER,
    WANTED,
    a_written_complaint,
    an_appeal,
    an_appeal_in,
    who_signs,
)
from tests.builders.applications import an_editor
from tests.builders.decisions import NOW, a_published_round
from tests.races import at_once

LAST_DAY = date(2026, 5, 26)
"""Three weeks after Monday 4 May is 25 May, which is Whit Monday in 2026."""
TOO_LATE = datetime(2026, 5, 26, 22, 0, tzinfo=UTC)
"""Midnight in Oslo after the last day."""


def reason_of(refusal: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return refusal.value.reason


def test_a_complaint_is_taken_in_with_how_its_time_was_counted(app: Flask) -> None:
    del app
    appeal = an_appeal()
    complaint = appeal.again()
    assert (complaint.wanted, complaint.grounds) == (WANTED, GROUNDS)
    assert complaint.came is Timeliness.IN_TIME
    assert complaint.last_day == LAST_DAY
    assert complaint.counting is not None
    steps = [one.counted for one in counted_as(complaint.counting).steps]
    assert steps == [Counted.REACHED, Counted.WEEKS, Counted.HOLIDAY, Counted.ENDS]
    assert state_of(complaint) is ComplaintState.RECEIVED
    assert appeal.decision().application.step is Step.AWARDED


@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_the_time_holds_to_the_second(app: Flask, seconds: int) -> None:
    del app
    made = a_published_round((5, 4, 3))
    at = TOO_LATE + timedelta(seconds=seconds)
    came = an_appeal_in(made, 0, at, because="Brevet ble liggende.").again().came
    assert came is (Timeliness.IN_TIME if seconds < 0 else Timeliness.LATE)


def test_a_late_complaint_says_why_and_waits_for_leave(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    signatory = who_signs(made.first())
    draft = a_written_complaint(made.first(), signatory, TOO_LATE)
    with pytest.raises(RuleBrokenError) as refusal:
        acts.submit_complaint(draft, by=signatory, at=TOO_LATE)
    assert reason_of(refusal) is Refusal.LATE_BECAUSE_MISSING
    content = ComplaintContent(WANTED, GROUNDS, "Vi fant ikke brevet.")
    acts.save_complaint(draft, content, by=signatory, at=TOO_LATE)
    sent = acts.submit_complaint(draft, by=signatory, at=TOO_LATE)
    assert state_of(appeals.complaint(sent.id)) is ComplaintState.LATE


def test_a_late_complaint_may_be_taken_up_but_not_after_a_year(app: Flask) -> None:
    del app
    made = a_published_round((5, 4))
    late = an_appeal_in(made, 0, TOO_LATE, because="Vi var borte.")
    acts.grant_leave(
        late.again(), Leave.SPECIAL_REASONS, reason="Tallet er åpenbart galt.", by=late.officer,
        at=TOO_LATE,
    )  # fmt: skip
    assert state_of(late.again()) is ComplaintState.RECEIVED
    year_later = NOW + timedelta(days=370)
    barred = an_appeal_in(made, 1, year_later, because="Vi var borte lenge.")
    with pytest.raises(RuleBrokenError) as refusal:
        acts.grant_leave(
            barred.again(), Leave.SPECIAL_REASONS, reason="Likevel.", by=late.officer,
            at=year_later,
        )  # fmt: skip
    assert reason_of(refusal) is Unlawful.PAST_A_YEAR


def test_nobody_reached_has_no_time_running(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    decision = made.first()
    lead = decision.application.partners[0].organisation_id
    addresses = {one.email for one in signatories_of(lead)}
    for address in {*addresses, decision.application.contact_email}:
        mark_dead(address, reason="Kom i retur.", by=made.team[0], at=NOW + timedelta(hours=1))
    assert deadline_of(decision, lead).last_day is None
    signatory = who_signs(decision)
    letters = queries.letters_to(signatory, decision.application_id)
    letter = next(one for one in letters if one.decision_id == decision.id)
    letter = queries.letter_to(signatory, letter.id)
    services.open_letter(letter, by=signatory, at=NOW + timedelta(days=30))
    db.session.expire_all()
    opened = deadline_of(made.first(), lead)
    assert opened.steps[0].counted is Counted.OPENED
    assert opened.last_day == date(2026, 6, 24)


def test_only_a_party_complains_and_only_its_signatory_sends(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    decision = made.first()
    lead, participant = decision.application.partners[:2]
    stranger = who_signs(decision, place=1)
    seen = queries.published_decision(stranger, decision.application_id)
    with pytest.raises(RuleBrokenError) as refusal:
        acts.begin_complaint(seen, lead.organisation_id, by=stranger, at=NOW)
    assert reason_of(refusal) is Refusal.NOT_A_PARTY
    own = acts.begin_complaint(seen, participant.organisation_id, by=stranger, at=NOW)
    assert own.organisation_id == participant.organisation_id
    editor = person(an_editor(lead.organisation, "Eva Editor").id)
    begun = acts.begin_complaint(
        queries.published_decision(editor, decision.application_id), lead.organisation_id,
        by=editor, at=NOW,
    )  # fmt: skip
    draft = appeals.complaint_of(editor, begun.id)
    acts.save_complaint(draft, ComplaintContent(WANTED, GROUNDS, ""), by=editor, at=NOW)
    with pytest.raises(RuleBrokenError) as refusal:
        acts.submit_complaint(draft, by=editor, at=NOW)
    assert reason_of(refusal) is Refusal.NOT_SIGNATORY
    with pytest.raises(NotFoundError):
        appeals.complaint_of(editor, own.id)
    with pytest.raises(NotFoundError):
        appeals.complaint(begun.id)  # the office sees no draft


def test_what_is_not_written_is_asked_for(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    signatory = who_signs(made.first())
    draft = a_written_complaint(made.first(), signatory, NOW)
    for content, expected in (
        (ComplaintContent("", GROUNDS, ""), Refusal.WANTED_MISSING),
        (ComplaintContent(WANTED, "  ", ""), Refusal.GROUNDS_MISSING),
    ):
        acts.save_complaint(draft, content, by=signatory, at=NOW)
        with pytest.raises(RuleBrokenError) as refusal:
            acts.submit_complaint(draft, by=signatory, at=NOW)
        assert reason_of(refusal) is expected


def test_a_stale_save_is_refused(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    signatory = who_signs(made.first())
    draft = a_written_complaint(made.first(), signatory, NOW)
    content = ComplaintContent("Noe annet", GROUNDS, "", seen=draft.version)
    acts.save_complaint(draft, content, by=signatory, at=NOW)
    with pytest.raises(StaleError):
        acts.save_complaint(draft, content, by=signatory, at=NOW)


def test_one_complaint_of_a_party_until_it_is_taken_back(app: Flask) -> None:
    del app
    appeal = an_appeal()
    seen = queries.published_decision(appeal.signatory, appeal.complaint.application_id)
    organisation = appeal.complaint.organisation_id
    with pytest.raises(RuleBrokenError) as refusal:
        acts.begin_complaint(seen, organisation, by=appeal.signatory, at=LATER)
    assert reason_of(refusal) is Refusal.ALREADY_COMPLAINED
    acts.withdraw_complaint(appeal.again(), by=appeal.signatory, at=LATER)
    assert state_of(appeal.again()) is ComplaintState.WITHDRAWN
    with pytest.raises(RuleBrokenError) as refusal:
        acts.withdraw_complaint(appeal.again(), by=appeal.signatory, at=LATER)
    assert reason_of(refusal) is Refusal.NOT_OPEN
    seen = queries.published_decision(appeal.signatory, appeal.complaint.application_id)
    again = acts.begin_complaint(seen, organisation, by=appeal.signatory, at=LATER)
    assert again.id != appeal.complaint.id


def test_two_who_begin_at_once_write_in_one_draft(app: Flask) -> None:
    made = a_published_round((5,))
    case = made.first().application_id
    who = who_signs(made.first()).id

    def begin() -> int:
        by = person(who)
        organisation = next(iter(by.organisations_as(Role.SIGNATORY)))
        seen = queries.published_decision(by, case)
        return acts.begin_complaint(seen, organisation, by=by, at=NOW).id

    first, second = at_once(app, begin, begin)
    assert first == second
    assert len(db.session.scalars(select(Complaint)).all()) == 1


def test_a_call_may_close_its_decisions_to_complaints(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    signatory = who_signs(made.first())
    seen = queries.published_decision(signatory, made.first().application_id)
    organisation = seen.application.partners[0].organisation_id
    with transaction():
        locked(seen.application.call).appeal_allowed = False
    with pytest.raises(RuleBrokenError) as refusal:
        acts.begin_complaint(seen, organisation, by=signatory, at=NOW)
    assert reason_of(refusal) is Refusal.NOT_ALLOWED_HERE


def test_an_award_does_not_lapse_while_it_is_complained_of(app: Flask) -> None:
    del app
    appeal = an_appeal()
    decision = queries.decision(appeal.decision().id)
    with pytest.raises(RuleBrokenError) as refusal:
        services.register_lapse(decision, by=appeal.officer, at=NOW + timedelta(days=40))
    assert reason_of(refusal) is DecisionRefusal.COMPLAINT_IS_OPEN
    acts.withdraw_complaint(appeal.again(), by=appeal.signatory, at=LATER)
    services.register_lapse(
        queries.decision(decision.id), by=appeal.officer, at=NOW + timedelta(days=40)
    )
    assert appeal.decision().application.step is Step.LAPSED


def test_now_is_a_monday_three_weeks_before_whit_monday() -> None:
    assert clock.in_oslo(NOW).date() == date(2026, 5, 4)
