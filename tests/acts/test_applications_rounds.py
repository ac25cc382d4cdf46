"""What happens to a published call, and what it means for the applications begun under it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm.attributes import set_committed_value

from accounts.models import Person
from accounts.queries import person
from applications import journal, queries, services
from applications.facts import is_confirmed
from applications.models import Answer, Application
from applications.refusals import Refusal
from applications.rounds import affected
from applications.rounds.following import follow_edition
from applications.rounds.services import extend_deadline, publish_edition, withdraw_call
from assessments.queries import entrants_of
from criteria.procedure import Act
from criteria.steps import Step
from foundation import clock, outbox
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries as grants
from grants import rounds
from grants import services as calls
from grants.basis import basis_of
from grants.catalogue import ActivitySheet
from grants.models import Announcement, AnnouncementKind
from grants.rules import rules_of
from grants.states import state_of
from grants.words import CallRefusal, CallState
from tests.builders.applications import Collaboration, a_collaboration, a_ready_draft, a_submitted
from tests.builders.assessments import a_proposal, after_the_deadline, an_assessed_case
from tests.builders.rounds import BECAUSE, a_change, a_published_change
from tests.races import at_once


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def anne(together: Collaboration) -> Person:
    del together
    return admin()


def admin() -> Person:
    """Find the one who made the call."""
    found = db.session.scalars(
        select(Person).where(Person.email == "anne.administrator@example.org")
    ).one()
    return person(found.id)


def mails() -> list[tuple[str, str]]:
    found = db.session.scalars(select(outbox.Mail).order_by(outbox.Mail.id))
    return [(one.recipient, one.subject) for one in found]


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def test_a_deadline_moves_forward_for_everybody_and_is_told(
    together: Collaboration, anne: Person
) -> None:
    application = together.begin()
    before, later = together.call.closes_on, together.call.closes_on + timedelta(days=7)

    extend_deadline(together.call, later, reason=BECAUSE, by=anne, at=clock.now())

    assert grants.call(together.call.id).closes_on == later
    (told,) = rounds.announcements(together.call.id)
    assert (told.kind, told.closed_on, told.closes_on) == (AnnouncementKind.EXTENDED, before, later)
    assert told.reason == BECAUSE
    assert (application.contact_email, "Søknadsfristen er forlenget") in mails()


@pytest.mark.parametrize("days", [0, -1, -30])
def test_a_deadline_never_moves_backwards(together: Collaboration, anne: Person, days: int) -> None:
    wanted = together.call.closes_on + timedelta(days=days)
    assert (
        refusal_of(
            lambda: extend_deadline(together.call, wanted, reason=BECAUSE, by=anne, at=clock.now())
        )
        is CallRefusal.NOT_LATER
    )
    assert grants.call(together.call.id).closes_on == together.call.closes_on


def test_a_past_deadline_is_extended_only_before_the_office_has_begun(
    together: Collaboration, anne: Person
) -> None:
    application = a_submitted(together)
    call, at = application.call, clock.end_of_day(application.call.closes_on) + timedelta(days=2)
    today = clock.in_oslo(at).date()

    def extend(to: date) -> Announcement:
        return extend_deadline(call, to, reason=BECAUSE, by=anne, at=at)

    assert refusal_of(lambda: extend(today - timedelta(days=1))) is CallRefusal.ALREADY_PAST
    extend(today)
    assert state_of(grants.call(call.id), at) is CallState.OPEN
    with transaction():
        held = db.session.get_one(Application, application.id)
        journal.move(held, Act.FIND_ELIGIBLE, by=anne, at=at)
    at = clock.end_of_day(today)
    assert refusal_of(lambda: extend(today + timedelta(days=9))) is CallRefusal.HANDLING_BEGUN


def test_a_withdrawn_call_ends_every_case_and_says_so(
    together: Collaboration, anne: Person
) -> None:
    case = a_submitted(together)
    draft = together.begin("Et utkast")

    withdraw_call(case.call, reason=BECAUSE, by=anne, at=clock.now())

    call = grants.call(case.call_id)
    assert state_of(call, clock.now()) is CallState.WITHDRAWN
    assert grants.open_calls(clock.now()) == []
    steps = [db.session.get_one(Application, one.id).step for one in (case, draft)]
    assert steps == [Step.WITHDRAWN, Step.WITHDRAWN]
    assert queries.public_events(case.id)[0].act is Act.WITHDRAW_CALL
    told = [one for one, subject in mails() if subject == "Utlysningen er trukket tilbake"]
    assert sorted(told) == sorted([case.contact_email, draft.contact_email])
    assert refusal_of(lambda: together.begin("For sent")) is Refusal.CALL_NOT_OPEN
    assert (
        refusal_of(lambda: withdraw_call(call, reason=BECAUSE, by=anne, at=clock.now()))
        is CallRefusal.WITHDRAWN
    )


def test_a_withdrawn_calls_money_is_free_again(together: Collaboration, anne: Person) -> None:
    call = together.call
    held = grants.promised_frames(call.budget_post_id, call.first_year, but=0)
    withdraw_call(call, reason=BECAUSE, by=anne, at=clock.now())
    freed = held - grants.promised_frames(call.budget_post_id, call.first_year, but=0)
    assert freed == call.frame > kroner(0)


def test_nothing_happens_to_a_call_without_a_reason_in_both_forms(
    together: Collaboration, anne: Person
) -> None:
    half = Bilingual("Bare bokmål", " ")
    later = together.call.closes_on + timedelta(days=1)
    draft = a_change(together.call, anne)
    for act in (
        lambda: extend_deadline(together.call, later, reason=half, by=anne, at=clock.now()),
        lambda: withdraw_call(together.call, reason=half, by=anne, at=clock.now()),
        lambda: publish_edition(draft, reason=half, by=anne, at=clock.now()),
    ):
        assert refusal_of(act) is CallRefusal.REASON_MISSING
    assert rounds.announcements(together.call.id) == []


def test_what_was_begun_is_judged_by_the_rules_it_was_begun_under(
    together: Collaboration, anne: Person
) -> None:
    old = together.begin("Før endringen")
    before = rules_of(old.call)
    edition = a_published_change(together.call, anne)
    together.call = rounds.newest(together.call.id)
    new = together.begin("Etter endringen")

    old = together.read(old.id)
    assert (old.call_id, rules_of(old.call)) == (together.call.round_id, before)
    assert (new.call_id, rules_of(new.call).max_months) == (edition.id, 60)
    assert [one.id for one in grants.open_calls(clock.now())] == [edition.id]
    assert [one.edition for one in affected.affected_by(edition)] == [1, 2]


def test_nobody_begins_under_what_has_been_changed(together: Collaboration, anne: Person) -> None:
    a_published_change(together.call, anne)
    assert refusal_of(lambda: together.begin("Gammel")) is Refusal.CALL_HAS_CHANGED


def test_no_act_changes_what_is_published_when_an_edition_follows(
    together: Collaboration, anne: Person
) -> None:
    before = together.call
    a_published_change(before, anne)
    old = grants.call(before.id)
    rule = old.rules[0]
    setting = calls.RuleSetting("1", rule.note, chosen_by_administrator=True)
    assert (
        refusal_of(lambda: calls.change_rule(old, rule, setting, by=anne, at=clock.now()))
        is CallRefusal.ALREADY_PUBLISHED
    )
    assert basis_of(old) == basis_of(rounds.newest(before.id))


def test_an_edition_must_differ_and_cannot_be_published_as_a_call_of_its_own(
    together: Collaboration, anne: Person
) -> None:
    draft = grants.call(calls.begin_edition(together.call, by=anne, at=clock.now()).id)
    assert (
        refusal_of(lambda: publish_edition(draft, reason=BECAUSE, by=anne, at=clock.now()))
        is CallRefusal.NOTHING_DIFFERS
    )
    assert (
        refusal_of(lambda: calls.publish_call(draft, by=anne, at=clock.now()))
        is CallRefusal.IS_AN_EDITION
    )


def test_who_publishes_an_edition_that_somebody_has_just_changed_is_told(
    together: Collaboration, anne: Person
) -> None:
    draft = a_change(together.call, anne)
    seen = draft.version
    other = grants.call(draft.id)
    calls.change_applicants(
        other, other.applicants, leads=frozenset(k.kind for k in other.kinds if k.may_lead),
        partners=frozenset(k.kind for k in other.kinds), by=anne, at=clock.now(),
    )  # fmt: skip
    set_committed_value(draft, "version", seen)  # as the page read it before
    with pytest.raises(StaleError):
        publish_edition(draft, reason=BECAUSE, by=anne, at=clock.now())


def test_a_longer_deadline_holds_for_every_edition_and_its_draft(
    together: Collaboration, anne: Person
) -> None:
    edition = a_published_change(together.call, anne)
    draft = calls.begin_edition(edition, by=anne, at=clock.now())
    later = together.call.closes_on + timedelta(days=3)
    extend_deadline(edition, later, reason=BECAUSE, by=anne, at=clock.now())
    found = {grants.call(one).closes_on for one in (together.call.id, edition.id, draft.id)}
    assert found == {later}


def test_a_draft_follows_the_new_edition_when_its_lead_says_so(
    together: Collaboration, anne: Person
) -> None:
    application = a_ready_draft(together)
    said = {one.question_id: one.value for one in application.answers}
    codes = {one.id: one.code for one in application.call.questions}
    edition = a_published_change(together.call, anne)

    follow_edition(application, 2, by=together.signatory, at=clock.now())

    moved = together.read(application.id)
    new_codes = {one.id: one.code for one in moved.call.questions}
    assert moved.call_id == edition.id
    assert {new_codes[one.question_id]: one.value for one in moved.answers} == {
        codes[number]: value for number, value in said.items()
    }
    assert {one.activity_id for one in moved.budget_lines} <= {one.id for one in edition.activities}
    assert all(
        is_confirmed(moved, one) for one in moved.partners if one.role.value == "participant"
    )
    assert services.submit(moved.id, by=together.signatory, at=clock.now())


def test_what_the_new_edition_does_not_ask_for_or_support_goes_and_its_confirmations_fall(
    together: Collaboration, anne: Person
) -> None:
    application = a_ready_draft(together)
    draft = grants.call(calls.begin_edition(together.call, by=anne, at=clock.now()).id)
    activity = next(one for one in draft.activities if one.supported)
    sheet = ActivitySheet(
        activity.code, activity.text, supported=False, reason=BECAUSE, source=activity.source
    )
    calls.change_activity(draft, activity, sheet, by=anne, at=clock.now())
    draft = grants.call(draft.id)
    asked = {one.question_id for one in application.answers}
    codes = {one.code for one in application.call.questions if one.id in asked}
    question = next(one for one in draft.questions if one.code in codes)
    calls.remove_row(draft, question, by=anne, at=clock.now())
    (touched,) = affected.drafts_touched_by(grants.call(draft.id))
    publish_edition(grants.call(draft.id), reason=BECAUSE, by=anne, at=clock.now())

    assert [one.code for one in touched.move.lost] == [question.code]
    assert [one.code for one in touched.move.dropped] == [activity.code]
    assert touched.move.lines
    assert touched.move.fallen

    follow_edition(application, 2, by=together.signatory, at=clock.now())
    moved = together.read(application.id)
    assert (moved.budget_lines, moved.chosen_activities, moved.asked) == ([], [], 0)
    assert len(moved.answers) == len(asked) - 1
    assert not any(is_confirmed(moved, one) for one in moved.partners)


def test_what_is_handed_in_never_follows(together: Collaboration, anne: Person) -> None:
    case = a_submitted(together)
    a_published_change(case.call, anne)
    by = person(together.signatory.id)
    assert refusal_of(lambda: follow_edition(case, 2, by=by, at=clock.now())) is Refusal.NOT_A_DRAFT
    assert db.session.get_one(Application, case.id).call_id == case.call.round_id


def test_who_follows_an_edition_that_is_no_longer_the_newest_is_told(
    together: Collaboration, anne: Person
) -> None:
    application = together.begin()
    a_published_change(together.call, anne)
    a_published_change(together.call, anne, value="59")
    with pytest.raises(StaleError):
        follow_edition(application, 2, by=together.signatory, at=clock.now())
    follow_edition(application, 3, by=together.signatory, at=clock.now())
    assert (
        refusal_of(lambda: follow_edition(application, 3, by=together.signatory, at=clock.now()))
        is Refusal.FOLLOWS_NEWEST
    )


def test_one_application_a_round_is_counted_across_editions(
    together: Collaboration, anne: Person
) -> None:
    a_submitted(together)
    a_published_change(together.call, anne)
    together.call = rounds.newest(together.call.id)
    again = together.begin("En til")
    assert queries.led_elsewhere(again.id, again.call_id, together.lead.id) == 1
    assert len(queries.led_in_call(together.signatory, together.call.id)) == 2


def test_withdrawing_and_beginning_at_once_leave_no_living_application(
    app: Flask, together: Collaboration, anne: Person
) -> None:
    call_id, by, lead_id = together.call.id, anne.id, together.lead.id
    signatory = together.signatory.id

    def begin() -> object:
        lead = next(one.organisation for one in person(signatory).memberships)
        assert lead.id == lead_id
        return services.start_application(
            grants.call(call_id), lead, title="Samtidig", by=person(signatory), at=clock.now()
        ).id

    def withdraw() -> object:
        return withdraw_call(grants.call(call_id), reason=BECAUSE, by=person(by), at=clock.now()).id

    at_once(app, begin, withdraw, begin)
    assert affected.living_in(call_id) == []
    assert state_of(grants.call(call_id), clock.now()) is CallState.WITHDRAWN


def test_withdrawing_and_handing_in_at_once_leave_no_living_case(
    app: Flask, together: Collaboration, anne: Person
) -> None:
    ready, by, signatory = a_ready_draft(together).id, anne.id, together.signatory.id
    call_id = together.call.id

    def hand_in() -> object:
        return services.submit(ready, by=person(signatory), at=clock.now())

    def withdraw() -> object:
        return withdraw_call(grants.call(call_id), reason=BECAUSE, by=person(by), at=clock.now()).id

    at_once(app, hand_in, withdraw)
    assert db.session.get_one(Application, ready).step is Step.WITHDRAWN


def test_answers_never_stand_under_another_edition_than_their_application(
    together: Collaboration, anne: Person
) -> None:
    application = a_ready_draft(together)
    edition = a_published_change(together.call, anne)
    follow_edition(application, 2, by=together.signatory, at=clock.now())
    asked = db.session.scalars(
        select(Answer.question_id).where(Answer.application_id == application.id)
    )
    assert set(asked) <= {one.id for one in edition.questions}


def test_one_round_is_ranked_as_one(app: Flask) -> None:
    del app
    first = an_assessed_case()
    edition = a_published_change(first.application.call, admin())
    second = an_assessed_case(list(first.officers), edition, 1)
    assert second.application.call_id == edition.id
    root = rounds.first(edition.id)
    ranked = {one.candidate.application for one in entrants_of(root)}
    assert ranked == {first.application.id, second.application.id}
    with after_the_deadline():
        made = a_proposal(edition, first.handler)
    assert made.call_id == root.id
