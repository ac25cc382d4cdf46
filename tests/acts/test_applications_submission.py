"""An application on its way in: what it takes, what happens, and that it happens once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import HealthRegion, Person
from accounts.queries import person
from applications import contents, facts, queries, services
from applications.models import Application, Deficiency, Event
from applications.record import fingerprint_of
from applications.refusals import Refusal
from applications.services import Upload
from criteria import completeness
from criteria.completeness import Lack
from criteria.procedure import Act
from criteria.steps import Step
from foundation import clock, outbox
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.outbox import Job, Mail
from tests.builders.applications import (
    A_PDF,
    Collaboration,
    a_collaboration,
    a_deficiency,
    a_filled_draft,
    a_kommune,
    a_ready_draft,
    a_signatory,
    a_stored_pdf,
    a_submitted,
    an_editor,
    confirm_all,
)
from tests.races import at_once

ONE_SECOND = timedelta(seconds=1)


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def closing(application: Application) -> datetime:
    return clock.end_of_day(application.call.closes_on)


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act()
    return error.value.reason


def hand_in(draft: Application, by: Person, at: datetime | None = None) -> Application:
    services.submit(draft.id, by=by, at=at or clock.now())
    return queries.led_by(by, draft.id)


def test_a_whole_application_gets_a_case_number(together: Collaboration) -> None:
    case = a_submitted(together)

    assert case.step is Step.SUBMITTED
    assert case.case_number == "2026/00001"
    assert case.submitted_by_id == together.signatory.id
    assert case.submitted_at == clock.now()
    submission = next(one for one in queries.events(case.id) if one.act is Act.SUBMIT)
    assert submission.public
    assert submission.detail["fingerprint"] == fingerprint_of(case)
    assert submission.detail["case_number"] == case.case_number


def test_its_contact_is_told_and_its_receipt_is_put(together: Collaboration) -> None:
    case = a_submitted(together)
    told = select(Mail).where(Mail.recipient == case.contact_email)
    assert db.session.scalars(told).all() == []
    outbox.work_until_empty(clock.now())

    mail = db.session.scalars(told).one()
    assert str(case.case_number) in mail.body
    assert case.title not in mail.body
    put = select(Job.kind).where(Job.subject == f"application:{case.id}").order_by(Job.id)
    assert list(db.session.scalars(put)) == ["take_in", "make_receipt"]
    examined = select(Job.kind).where(Job.subject == f"control:{case.id}")
    assert list(db.session.scalars(examined)) == ["examine_application"]


def test_a_second_submission_is_the_first_one(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    first = hand_in(draft, together.signatory)
    moment, number = first.submitted_at, first.case_number

    again = hand_in(draft, together.signatory, clock.now() + timedelta(minutes=1))

    assert (again.submitted_at, again.case_number) == (moment, number)
    count = select(func.count(Event.id)).where(Event.act == Act.SUBMIT)
    assert db.session.scalar(count) == 1
    told = select(func.count(Job.id)).where(Job.kind == "take_in")
    assert db.session.scalar(told) == 1


def test_it_is_in_time_to_the_last_second_and_not_after(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    for late in (closing(draft), closing(draft) + ONE_SECOND):
        assert refused(partial(hand_in, draft, together.signatory, late)) is Refusal.CALL_CLOSED
    untouched = queries.led_by(together.signatory, draft.id)
    assert (untouched.step, untouched.case_number) == (Step.DRAFT, None)

    last = closing(draft) - ONE_SECOND
    assert hand_in(draft, together.signatory, last).submitted_at == last


def test_only_the_leads_signatory_hands_in(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    editor = an_editor(together.lead, "Erik Lillevik")
    assert refused(partial(hand_in, draft, editor)) is Refusal.NOT_LEADS_SIGNATORY
    with pytest.raises(NotFoundError):
        hand_in(draft, together.others_signatories[0])


def test_what_is_missing_keeps_it_back(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    question = next(one for one in draft.call.questions if one.required)
    services.answer_questions(draft, {question.id: ""}, by=together.signatory, at=clock.now())
    assert refused(lambda: hand_in(draft, together.signatory)) is Refusal.INCOMPLETE


def test_partners_that_have_not_confirmed_are_named(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    with pytest.raises(RuleBrokenError) as error:
        hand_in(draft, together.signatory)
    assert error.value.reason is Refusal.PARTNER_UNCONFIRMED
    assert error.value.values["names"] == "Storfjord, Midtdal"


def test_a_rule_of_the_call_keeps_it_back(app: Flask) -> None:
    del app
    alone = a_collaboration(kommuner=2)
    draft = a_ready_draft(alone)
    assert completeness.missing(facts.draft_facts(draft)) == ()
    assert refused(lambda: hand_in(draft, alone.signatory)) is Refusal.NOT_ELIGIBLE


def test_an_organisation_leads_one_application_in_a_call(together: Collaboration) -> None:
    a_submitted(together)
    second = a_ready_draft(together)
    assert refused(lambda: hand_in(second, together.signatory)) is Refusal.NOT_ELIGIBLE


def test_the_health_region_is_that_of_the_kommune_when_it_was_handed_in(
    together: Collaboration,
) -> None:
    case = a_submitted(together)
    regions = {one.health_region for one in facts.eligibility_facts(case).partners}
    assert regions == {HealthRegion.WEST.value}
    assert facts.inhabitants(case) == 3 * 4321


def test_nothing_changes_after_it_is_handed_in(together: Collaboration) -> None:
    case, by, at = a_submitted(together), together.signatory, clock.now()
    basics = replace(contents.basics_of(case), title="Endret etterpå")
    for act in (
        lambda: services.change_basics(case, basics, by=by, at=at),
        lambda: services.set_budget(case, [], by=by, at=at),
        lambda: services.remove_attachment(case.attachments[0], by=by, at=at),
        lambda: services.decline_part(case.partners[1], by=together.others_signatories[0], at=at),
    ):
        assert refused(act) is Refusal.NOT_A_DRAFT
    assert fingerprint_of(queries.any_application(case.id)) == fingerprint_of(case)


def as_request(application_id: int, person_id: int) -> str:
    by = person(person_id)
    return services.submit(application_id, by=by, at=clock.now())


def test_eight_clicks_at_once_are_one_submission(app: Flask, together: Collaboration) -> None:
    draft = a_ready_draft(together)
    number, who = draft.id, together.signatory.id

    found = at_once(app, *[partial(as_request, number, who)] * 8)

    assert found == ["2026/00001"] * 8
    count = select(func.count(Event.id)).where(Event.act == Act.SUBMIT)
    assert db.session.scalar(count) == 1


def test_case_numbers_have_no_gaps_when_many_submit_at_once(
    app: Flask, together: Collaboration
) -> None:
    """Some of them are refused after they have begun: a refusal gives its number back."""
    ready: list[tuple[int, int]] = []
    for place in range(6):
        lead = a_kommune(f"Kommune {place}", number=f"50{place:02d}")
        own = replace(together, lead=lead, signatory=a_signatory(lead, f"Signe Nummer {place}"))
        ready.append((a_ready_draft(own).id, own.signatory.id))
    unready = [(a_filled_draft(together).id, together.signatory.id)]

    found = at_once(app, *[partial(as_request, *one) for one in (*unready, *ready)])

    assert isinstance(found[0], RuleBrokenError)
    assert found[0].reason is Refusal.PARTNER_UNCONFIRMED
    assert sorted(map(str, found[1:])) == [f"2026/{number:05d}" for number in range(1, 7)]


def test_a_lead_cannot_hand_two_in_at_once(app: Flask, together: Collaboration) -> None:
    drafts = [a_ready_draft(together).id for _ in range(2)]
    who = together.signatory.id

    found = at_once(app, *[partial(as_request, one, who) for one in drafts])

    assert sorted(map(str, found)) == ["2026/00001", "Refusal.NOT_ELIGIBLE"]


def test_a_draft_is_taken_back_by_anyone_for_the_lead(together: Collaboration) -> None:
    draft = together.begin()
    editor = an_editor(together.lead, "Erik Lillevik")
    services.withdraw(draft, reason="", by=editor, at=clock.now())
    assert queries.led_by(together.signatory, draft.id).step is Step.WITHDRAWN
    assert refused(lambda: hand_in(draft, together.signatory)) is Refusal.NOT_A_DRAFT


def test_a_case_is_taken_back_by_the_signatory_with_a_reason(together: Collaboration) -> None:
    case, at = a_submitted(together), clock.now()
    editor = an_editor(together.lead, "Erik Lillevik")
    assert refused(lambda: services.withdraw(case, reason="Nei", by=editor, at=at)) is (
        Refusal.NOT_LEADS_SIGNATORY
    )
    assert refused(lambda: services.withdraw(case, reason=" ", by=together.signatory, at=at)) is (
        Refusal.REASON_MISSING
    )

    services.withdraw(case, reason="Vi venter et år", by=together.signatory, at=at)

    withdrawn = queries.any_application(case.id)
    assert withdrawn.step is Step.WITHDRAWN
    assert withdrawn.case_number == case.case_number
    assert refused(
        lambda: services.withdraw(case, reason="Igjen", by=together.signatory, at=at)
    ) is Refusal.TOO_LATE_TO_WITHDRAW


def test_a_withdrawn_case_leaves_room_for_another(together: Collaboration) -> None:
    case = a_submitted(together)
    services.withdraw(case, reason="Feil", by=together.signatory, at=clock.now())
    assert a_submitted(together).case_number == "2026/00002"


@pytest.fixture
def asked(together: Collaboration) -> tuple[Application, Deficiency]:
    case = a_submitted(together)
    number = a_deficiency(case)
    again = queries.any_application(case.id)
    db.session.refresh(again, attribute_names=["deficiencies"])
    return again, queries.deficiency_of(again, number)


def test_an_answer_comes_beside_what_was_handed_in(
    together: Collaboration, asked: tuple[Application, Deficiency]
) -> None:
    case, deficiency = asked
    before = fingerprint_of(case)
    old = {one.sha256 for one in case.attachments}
    upload = Upload(a_stored_pdf(A_PDF + b"% ny\n"), "avtale.pdf")

    services.supplement(
        case, deficiency, answer="Her er avtalen.", uploads=[upload], by=together.signatory,
        at=clock.now(),
    )  # fmt: skip

    after = queries.any_application(case.id)
    assert after.step is Step.SUBMITTED
    assert fingerprint_of(after) == before
    answered = queries.deficiency_of(after, deficiency.id)
    assert (answered.asked, answered.answer) == ("Send avtalen.", "Her er avtalen.")
    new = [one for one in after.attachments if one.deficiency_id == deficiency.id]
    assert [one.filename for one in new] == ["avtale.pdf"]
    assert old < {one.sha256 for one in after.attachments}


def test_an_answer_is_given_once_by_the_lead_and_says_something(
    together: Collaboration, asked: tuple[Application, Deficiency]
) -> None:
    case, deficiency = asked

    def answer(text: str, by: Person) -> Callable[[], object]:
        return lambda: services.supplement(case, deficiency, answer=text, by=by, at=clock.now())

    assert refused(answer("Hei", together.others_signatories[0])) is Refusal.NOT_LEADS_EDITOR
    assert refused(answer("  ", together.signatory)) is Refusal.ANSWER_MISSING
    answer("Her er svaret.", together.signatory)()
    assert refused(answer("Enda et svar.", together.signatory)) is Refusal.NOTHING_ASKED_FOR


def test_a_deficiency_of_another_case_is_not_found(
    together: Collaboration, asked: tuple[Application, Deficiency]
) -> None:
    _, deficiency = asked
    with pytest.raises(NotFoundError):
        services.supplement(
            together.begin(), deficiency, answer="Hei", by=together.signatory, at=clock.now()
        )


def test_a_lack_of_confirmation_is_told_for_each_partner(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    lacks = [one.lack for one in completeness.missing(facts.draft_facts(draft))]
    assert lacks == [Lack.PARTNER_UNCONFIRMED] * 2
    confirm_all(together, draft)
    assert completeness.missing(
        facts.draft_facts(queries.led_by(together.signatory, draft.id))
    ) == ()
