"""Changes of a granted project: asked for, confirmed by those concerned, decided, and in force."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from applications.queries import any_application, public_events
from applications.refusals import Refusal as ApplicantRefusal
from assessments.services import declare
from criteria.changes import Change, ChangeProblem
from criteria.duties import DutyKind
from criteria.eligibility import Rule
from criteria.impartiality import Hindrance, View
from decisions import queries as decisions
from decisions.letter.keeping import from_json
from decisions.letter.said import ChangeAnswer
from decisions.models import LetterKind
from decisions.refusals import Refusal as OfficeRefusal
from followup.changing import queries, services
from followup.changing.notes import ChangeNote
from followup.changing.refusals import Refusal
from followup.models import Duty
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.money import Ore, kroner
from foundation.outbox import Mail
from foundation.wording import format_day
from tests.builders.applications import an_editor
from tests.builders.assessments import an_officer
from tests.builders.changing import (
    AUTHORITY,
    LATER,
    WHY,
    a_change,
    a_longer_project,
    a_new_activity,
    a_sent_change,
    anew,
    approve,
    beside,
    confirm,
    confirm_all,
    participants,
    signs_for,
)
from tests.builders.decisions import NOW
from tests.builders.followup import a_draft, an_approved_report, project_of
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.races import at_once


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def test_a_longer_project_is_confirmed_by_all_and_in_force_when_approved(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    before = project_of(grant).plan
    change = a_sent_change(grant, Change(end_on=LATER))
    assert project_of(grant).plan == before
    asked = [one.recipient for one in db.session.scalars(select(Mail)) if "bekreft" in one.subject]
    assert asked == [signs_for(one).email for one in participants(grant)]
    assert refused(lambda: approve(grant, change)) is Refusal.NOT_CONFIRMED
    confirm_all(grant, change)
    approve(grant, change)
    project = project_of(grant)
    assert project.plan == replace(before, end_on=LATER)
    final = db.session.scalars(select(Duty).where(Duty.kind == DutyKind.FINAL)).one()
    assert final.due_on == date(2029, 4, 1), "the final report waits for the end"
    kinds = [one.kind for one in public_events(grant.application.id)]
    assert kinds.count(ChangeNote.CONFIRMED) == len(participants(grant))
    assert kinds[0] == ChangeNote.APPROVED
    assert refused(lambda: approve(grant, change)) is Refusal.NOT_TO_DECIDE


def test_all_who_take_part_get_the_answer_in_their_own_form_of_norwegian(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    approve(grant, a_longer_project(grant))
    letters = [
        one
        for one in decisions.letters_in_case(grant.application.id)
        if one.kind is LetterKind.CHANGE_APPROVAL
    ]
    assert len(letters) == 1 + len(participants(grant))
    said = from_json(LetterKind.CHANGE_APPROVAL, (letters[0].content or JsonValue())["said"])
    assert isinstance(said, ChangeAnswer)
    later, before = format_day(LATER), format_day(date(2027, 12, 31))
    assert said.change == f"Prosjektet avsluttes {later} i stedet for {before}."
    assert said.change_nn == f"Prosjektet blir avslutta {later} i staden for {before}."
    assert (said.approved, said.reason) == (True, "Endringen er nødvendig.")
    outbox.work_until_empty(NOW)
    made = decisions.letters_in_case(grant.application.id)
    assert all(one.made_at and not one.failure for one in made)


def test_a_refused_change_changes_nothing(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    before, change = project_of(grant).plan, a_sent_change(grant, Change(end_on=LATER))

    def refuse(answer: str) -> None:
        services.decide_change(
            change, approved=False, answer=answer, by=grant.round.drafter, at=NOW
        )

    assert refused(lambda: refuse(" ")) is OfficeRefusal.REASON_MISSING
    refuse("Anskaffelsen kan gå raskere.")
    assert project_of(grant).plan == before
    assert anew(grant, change).broken is None
    again = a_change(grant, Change(end_on=LATER))
    assert again.number == 2


def test_only_an_officer_whom_nothing_hinders_answers(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    change = a_longer_project(grant)
    stranger, new = person(signatory_of(grant.application).id), an_officer("Oda Onsrud")

    def answer(by: Person) -> Callable[[], None]:
        return lambda: services.decide_change(change, approved=True, answer="Ja.", by=by, at=NOW)

    assert refused(answer(stranger)) is OfficeRefusal.NOT_CASE_OFFICER
    assert refused(answer(new)) is Hindrance.NOT_DECLARED
    declare(grant.application, View.IMPARTIAL, by=new, at=NOW)
    answer(new)()


def test_a_partner_that_leaves_opens_a_change_with_its_yes_in_it(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    leaver, stays = participants(grant)
    by = signs_for(leaver)

    def leave(reason: str = "Vi skal slås sammen.", partner: int = leaver.id) -> object:
        return services.leave_project(
            grant.application, partner, reason=reason, authority=AUTHORITY, by=by, at=NOW
        )

    assert refused(lambda: leave(" ")) is Refusal.REASON_MISSING
    assert refused(lambda: leave(partner=stays.id)) is Refusal.NOT_PARTNERS_SIGNATORY
    leave()
    (change,) = queries.changes_in(grant.application.id)
    assert queries.change_of(by, change.id).is_draft, "who opened it sees the draft"
    with pytest.raises(NotFoundError):
        queries.change_of(signs_for(stays), change.id)
    found = beside(grant, change)
    assert found.change.leaving == {leaver.id}
    assert (found.lacking, found.problems) == ([], ())
    assert f"{leaver.organisation.name}: Vi skal slås sammen." in found.request.reason
    broken = {one.rule: new for one, new in found.broken}
    assert broken == {Rule.MIN_KOMMUNER: True}
    services.submit_change(found.request, by=signatory_of(grant.application), at=NOW)
    approve(grant, change)
    project = project_of(grant)
    assert project.left == {leaver.id}
    assert project.plan.participants == {stays.id, project.plan.lead}
    assert anew(grant, change).broken == {"rules": ["min_kommuner"]}
    with pytest.raises(NotFoundError):
        leave()


def test_the_lead_cannot_leave_and_a_leaver_joins_the_leads_draft(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    leaver = participants(grant)[0]
    application = any_application(grant.application.id)
    lead = signatory_of(application)
    assert refused(
        lambda: services.leave_project(
            application, application.partners[0].id, reason="Nei.", authority="Ja.", by=lead, at=NOW
        )
    ) is Refusal.LEAD_CANNOT_LEAVE  # fmt: skip
    draft = a_change(grant, Change(end_on=LATER))
    joined = services.leave_project(
        application, leaver.id, reason="Vi rekker det ikke.", authority=AUTHORITY,
        by=signs_for(leaver), at=NOW,
    )  # fmt: skip
    assert joined.id == draft.id
    found = beside(grant, draft)
    assert found.change.end_on == LATER
    assert found.change.leaving == {leaver.id}
    assert WHY in found.request.reason
    assert leaver.id not in {one.id for one in found.lacking}


def test_money_is_moved_to_a_new_activity_and_reports_are_held_against_it(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    draft = a_draft(grant)
    new = a_new_activity(any_application(grant.application.id))
    amount = grant.decision.amount
    less = Ore(amount - kroner(100_000))
    unbalanced = replace(new.change, budget=((2026, ((new.first, less),)),))
    change = a_change(grant, unbalanced)
    assert [one.problem for one in beside(grant, change).problems] == [
        ChangeProblem.YEAR_DOES_NOT_ADD_UP
    ]
    signatory = signatory_of(grant.application)
    assert (
        refused(lambda: services.submit_change(change, by=signatory, at=NOW)) is Refusal.NOT_WHOLE
    )
    whole = ((2026, ((new.first, less), (new.second, kroner(100_000)))),)
    services.save_change(
        change, replace(new.change, budget=whole), reason=WHY,
        seen=anew(grant, change).version, by=signatory, at=NOW,
    )  # fmt: skip
    services.submit_change(change, by=signatory, at=NOW)
    confirm_all(grant, change)
    approve(grant, change)
    assert project_of(grant).budgets == {2026: {new.first: less, new.second: kroner(100_000)}}
    assert [one.activity_id for one in a_draft(grant).activities] == [new.first, new.second]
    assert a_draft(grant).id == draft.id, "the report that was being written tells of it too"


def test_money_of_a_year_that_is_settled_is_not_moved(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    new = a_new_activity(any_application(grant.application.id))
    wanted = replace(new.change, budget=((2026, ((new.second, grant.decision.amount),)),))
    change = a_sent_change(grant, wanted)
    confirm_all(grant, change)
    an_approved_report(grant)
    assert refused(lambda: approve(grant, change)) is Refusal.NO_LONGER_FITS


def test_a_yes_is_bound_to_what_was_read(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    change = a_sent_change(grant, Change(end_on=LATER))
    partner, other = participants(grant)
    with pytest.raises(StaleError):
        services.confirm_change(
            change, partner.id, authority="Ja.", seen="noe annet", by=signs_for(partner), at=NOW
        )
    seen = beside(grant, change).fingerprint_of(partner)
    assert refused(
        lambda: services.confirm_change(
            change, partner.id, authority="Ja.", seen=seen, by=signs_for(other), at=NOW
        )
    ) is Refusal.NOT_PARTNERS_SIGNATORY  # fmt: skip
    assert refused(
        lambda: services.confirm_change(
            change, partner.id, authority=" ", seen=seen, by=signs_for(partner), at=NOW
        )
    ) is Refusal.AUTHORITY_MISSING  # fmt: skip
    confirm(grant, change, partner)
    assert [one.id for one in beside(grant, change).lacking] == [other.id]
    assert refused(lambda: confirm(grant, change, partner)) is Refusal.NOT_TO_CONFIRM


def test_a_change_is_the_leads_to_write_send_and_take_back(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    lead = signatory_of(grant.application)
    editor = an_editor(grant.application.partners[0].organisation, "Eva Editor")
    partner = participants(grant)[0]
    by = signs_for(partner)
    assert refused(
        lambda: services.begin_change(grant.application, by=by, at=NOW)
    ) is ApplicantRefusal.NOT_LEADS_EDITOR  # fmt: skip
    change = a_change(grant, Change(end_on=LATER))
    with pytest.raises(NotFoundError):
        queries.change_of(by, change.id)
    with pytest.raises(NotFoundError):
        queries.any_change(change.id)
    with pytest.raises(StaleError):
        services.save_change(change, Change(), reason="", seen=change.version - 1, by=lead, at=NOW)
    assert refused(
        lambda: services.submit_change(change, by=editor, at=NOW)
    ) is ApplicantRefusal.NOT_LEADS_SIGNATORY  # fmt: skip
    services.submit_change(change, by=lead, at=NOW)
    assert queries.change_of(by, change.id).awaits_answer
    assert refused(
        lambda: services.begin_change(grant.application, by=lead, at=NOW)
    ) is Refusal.AWAITS_ANSWER  # fmt: skip
    assert refused(
        lambda: services.save_change(change, Change(), reason="", seen=9, by=lead, at=NOW)
    ) is Refusal.NOT_A_DRAFT  # fmt: skip
    services.withdraw_change(change, by=lead, at=NOW)
    assert refused(lambda: services.withdraw_change(change, by=lead, at=NOW)) is Refusal.NOT_OPEN
    assert a_change(grant, Change(end_on=LATER)).number == 2


def test_two_who_begin_at_once_get_the_same_change_and_it_is_answered_once(app: Flask) -> None:
    grant = an_accepted_grant()
    case, lead, officer = (
        grant.application.id,
        signatory_of(grant.application).id,
        grant.round.drafter.id,
    )

    def begin() -> int:
        return services.begin_change(any_application(case), by=person(lead), at=NOW).id

    assert len(set(at_once(app, begin, begin))) == 1
    change = a_longer_project(grant).id

    def answer(*, approved: bool) -> Callable[[], None]:
        return lambda: services.decide_change(
            queries.any_change(change),
            approved=approved,
            answer="Svar.",
            by=person(officer),
            at=NOW,
        )

    outcomes = at_once(app, answer(approved=True), answer(approved=False))
    reasons = [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]
    assert reasons == [Refusal.NOT_TO_DECIDE]
