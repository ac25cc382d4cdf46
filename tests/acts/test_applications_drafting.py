"""A draft: who may begin and write it, and what it refuses to hold."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from applications import contents, facts, queries, services
from applications.models import Application, PartnerRole
from applications.refusals import Refusal
from applications.services import BudgetCell, PartnerTerms
from criteria import completeness
from criteria.budget import BudgetProblem, Source
from criteria.completeness import Lack
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.money import Ore, kroner
from grants.models import Activity, QuestionKind
from tests.builders.accounts import an_administrator
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_kommune,
    a_signatory,
    an_answer,
    an_editor,
    participants,
    the_basics,
)
from tests.builders.grants import a_call, terms


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def refusal(error: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return error.value.reason


def an_activity(application: Application, *, supported: bool) -> Activity:
    found = [one for one in application.call.activities if one.supported is supported]
    return found[-1]


def test_whoever_begins_is_the_contact_and_the_lead_stands(together: Collaboration) -> None:
    application = together.begin("  Felles journal ")

    assert application.title == "Felles journal"
    assert application.contact_name == together.signatory.name
    assert facts.lead_of(application).organisation_id == together.lead.id
    assert application.call_id == together.call.id


def test_nobody_begins_for_an_organisation_that_is_not_theirs(together: Collaboration) -> None:
    stranger = a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik")
    with pytest.raises(RuleBrokenError) as error:
        services.start_application(
            together.call, together.lead, title="Felles journal", by=stranger, at=clock.now()
        )
    assert refusal(error) is Refusal.NOT_LEADS_EDITOR


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 4, 16)])
def test_nobody_begins_before_a_call_opens_or_after_it_closes(
    together: Collaboration, day: date
) -> None:
    with pytest.raises(RuleBrokenError) as error:
        services.start_application(
            together.call, together.lead, title="Felles journal", by=together.signatory,
            at=clock.start_of_day(day),
        )  # fmt: skip
    assert refusal(error) is Refusal.CALL_NOT_OPEN


def test_the_leads_editor_writes_and_a_partners_does_not(
    together: Collaboration, draft: Application
) -> None:
    editor = an_editor(together.lead, "Erik Lillevik")
    services.change_basics(draft, the_basics("Skrevet av Erik"), by=editor, at=clock.now())
    assert queries.led_by(together.signatory, draft.id).title == "Skrevet av Erik"

    other = together.others_signatories[0]
    with pytest.raises(RuleBrokenError) as error:
        services.change_basics(draft, the_basics("Skrevet av andre"), by=other, at=clock.now())
    assert refusal(error) is Refusal.NOT_LEADS_EDITOR
    assert queries.led_by(together.signatory, draft.id).title == "Skrevet av Erik"


def test_who_takes_part_sees_it_and_nobody_else(
    together: Collaboration, draft: Application
) -> None:
    stranger = a_signatory(a_kommune("Bortevik", number="4699"), "Bodil Bortevik")
    for person in (together.signatory, *together.others_signatories):
        assert queries.application_of(person, draft.id).id == draft.id
    for person in together.others_signatories:
        with pytest.raises(NotFoundError):
            queries.led_by(person, draft.id)
    with pytest.raises(NotFoundError):
        queries.application_of(stranger, draft.id)
    with pytest.raises(NotFoundError):
        queries.any_application(draft.id)
    assert queries.applications_of(stranger) == []


def test_a_stale_section_is_refused_and_another_section_is_not(
    together: Collaboration, draft: Application
) -> None:
    seen = contents.seal_basics(contents.basics_of(draft))
    seen_activities = contents.seal_texts(contents.activities_of(draft))
    by, at = together.signatory, clock.now()
    services.change_basics(draft, the_basics("Først"), by=by, at=at, seen=seen)

    with pytest.raises(StaleError):
        services.change_basics(draft, the_basics("Etterpå"), by=by, at=at, seen=seen)
    assert queries.led_by(by, draft.id).title == "Først"

    activity = an_activity(draft, supported=True)
    kept = {**contents.activities_of(draft), activity.id: "Ny tekst"}
    services.choose_activities(draft, kept, by=by, at=at, seen=seen_activities)
    assert contents.activities_of(queries.led_by(by, draft.id))[activity.id] == "Ny tekst"


def test_a_period_does_not_end_before_it_begins(
    together: Collaboration, draft: Application
) -> None:
    backwards = replace(the_basics(), start_on=date(2027, 5, 1), end_on=date(2027, 4, 30))
    with pytest.raises(RuleBrokenError) as error:
        services.change_basics(draft, backwards, by=together.signatory, at=clock.now())
    assert refusal(error) is Refusal.PERIOD_BACKWARDS


def test_only_supported_activities_are_chosen(
    together: Collaboration, draft: Application
) -> None:
    purchase = an_activity(draft, supported=False)
    with pytest.raises(RuleBrokenError) as error:
        services.choose_activities(
            draft, {purchase.id: "Vi kjøper"}, by=together.signatory, at=clock.now()
        )
    assert refusal(error) is Refusal.ACTIVITY_NOT_OFFERED


def test_an_activity_with_money_is_not_left_out(
    together: Collaboration, draft: Application
) -> None:
    with pytest.raises(RuleBrokenError) as error:
        services.choose_activities(draft, {}, by=together.signatory, at=clock.now())
    assert refusal(error) is Refusal.ACTIVITY_HAS_BUDGET


def test_a_purchase_is_paid_by_the_partners_and_never_by_the_grant(
    together: Collaboration, draft: Application
) -> None:
    purchase, lead = an_activity(draft, supported=False), draft.partners[0]
    cells = contents.cells_of(draft, lead.id)

    def with_purchase(source: Source) -> list[BudgetCell]:
        return [*cells, BudgetCell(2026, lead.id, purchase.id, source, kroner(90_000))]

    by, at = together.signatory, clock.now()
    with pytest.raises(RuleBrokenError) as error:
        services.set_partner_budget(lead, with_purchase(Source.GRANT), by=by, at=at)
    assert refusal(error) is BudgetProblem.UNSUPPORTED_ACTIVITY_FROM_GRANT

    services.set_partner_budget(lead, with_purchase(Source.OWN_FUNDING), by=by, at=at)
    assert contents.cells_of(queries.led_by(by, draft.id), lead.id) != cells


def test_an_activity_is_chosen_before_money_is_put_on_it(
    together: Collaboration, draft: Application
) -> None:
    unchosen, lead = an_activity(draft, supported=True), draft.partners[0]
    cell = BudgetCell(2026, lead.id, unchosen.id, Source.GRANT, kroner(1))
    with pytest.raises(RuleBrokenError) as error:
        services.set_partner_budget(lead, [cell], by=together.signatory, at=clock.now())
    assert refusal(error) is Refusal.ACTIVITY_NOT_CHOSEN


def test_one_partners_budget_leaves_the_others_and_the_sum_follows(
    together: Collaboration, draft: Application
) -> None:
    lead, other = draft.partners[0], draft.partners[1]
    before, by = contents.cells_of(draft, other.id), together.signatory
    assert draft.asked == kroner(3 * 600_000)

    cells = [replace(cell, amount=Ore(cell.amount * 2)) for cell in contents.cells_of(draft, lead.id)]
    services.set_partner_budget(lead, cells, by=by, at=clock.now())

    after = queries.led_by(by, draft.id)
    assert after.asked == kroner(4 * 600_000)
    assert contents.cells_of(after, other.id) == before


def test_a_year_outside_the_period_is_kept_and_told(
    together: Collaboration, draft: Application
) -> None:
    shorter = replace(the_basics(), start_on=date(2027, 1, 1))
    services.change_basics(draft, shorter, by=together.signatory, at=clock.now())

    breaches = facts.budget_breaches(queries.led_by(together.signatory, draft.id))
    assert {one.problem for one in breaches} == {BudgetProblem.YEAR_OUTSIDE_PERIOD}
    assert len(breaches) == len(draft.budget_lines)


def test_a_removed_partner_takes_its_money_with_it_and_sees_nothing_more(
    together: Collaboration, draft: Application
) -> None:
    partner = participants(draft)[0]
    services.confirm_part(
        partner, authority="Fullmakt", by=together.others_signatories[0], at=clock.now()
    )
    services.remove_partner(partner, by=together.signatory, at=clock.now())

    after = queries.led_by(together.signatory, draft.id)
    assert after.asked == kroner(2 * 600_000)
    assert partner.id not in {one.id for one in after.partners}
    assert {line.partner_id for line in after.budget_lines} <= {one.id for one in after.partners}
    with pytest.raises(NotFoundError):
        queries.application_of(together.others_signatories[0], draft.id)


def test_the_lead_stays_and_is_alone(together: Collaboration, draft: Application) -> None:
    by, at = together.signatory, clock.now()
    lead, other = draft.partners[0], draft.partners[1]
    with pytest.raises(RuleBrokenError) as error:
        services.remove_partner(lead, by=by, at=at)
    assert refusal(error) is Refusal.LEAD_STAYS
    for partner, role in ((lead, PartnerRole.PARTICIPANT), (other, PartnerRole.LEAD)):
        with pytest.raises(RuleBrokenError) as error:
            services.change_partner(partner, PartnerTerms(role=role), by=by, at=at)
        assert refusal(error) is Refusal.LEAD_STAYS
    with pytest.raises(RuleBrokenError) as error:
        services.add_partner(draft, together.others[0], PartnerRole.PARTICIPANT, by=by, at=at)
    assert refusal(error) is Refusal.ALREADY_PARTNER


def test_too_long_an_answer_is_kept_and_told(
    together: Collaboration, draft: Application
) -> None:
    question = next(one for one in draft.call.questions if one.max_chars)
    text = "å" * ((question.max_chars or 0) + 1)
    services.answer_questions(draft, {question.id: text}, by=together.signatory, at=clock.now())

    after = queries.led_by(together.signatory, draft.id)
    assert contents.answers_of(after, [question.id]) == {question.id: text}
    lacks = [(one.lack, one.subject) for one in completeness.missing(facts.draft_facts(after))]
    assert (Lack.ANSWER_TOO_LONG, question.code) in lacks


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (QuestionKind.NUMBER, "fire"),
        (QuestionKind.NUMBER, "-4"),
        (QuestionKind.DATE, "1.11.2026"),
        (QuestionKind.CHOICE, "noe annet"),
        (QuestionKind.CHOICES, "noe annet"),
        (QuestionKind.DECLARATION, "kanskje"),
    ],
)
def test_what_cannot_be_an_answer_is_refused(
    together: Collaboration, draft: Application, kind: QuestionKind, value: str
) -> None:
    question = next(one for one in draft.call.questions if one.kind is kind)
    with pytest.raises(RuleBrokenError) as error:
        services.answer_questions(
            draft, {question.id: value}, by=together.signatory, at=clock.now()
        )
    assert refusal(error) is Refusal.NOT_AN_ANSWER
    kept = contents.answers_of(queries.led_by(together.signatory, draft.id), [question.id])
    assert kept == {question.id: an_answer(question)}


def test_an_empty_answer_takes_the_old_one_back(
    together: Collaboration, draft: Application
) -> None:
    question = draft.call.questions[0]
    services.answer_questions(draft, {question.id: " \n "}, by=together.signatory, at=clock.now())
    after = queries.led_by(together.signatory, draft.id)
    assert question.id not in {answer.question_id for answer in after.answers}


def test_a_question_of_another_call_is_refused(
    together: Collaboration, draft: Application
) -> None:
    other = a_call(an_administrator("Arne Administrator"), terms(code="anskaffelse-2027"))
    with pytest.raises(RuleBrokenError) as error:
        services.answer_questions(
            draft, {other.questions[0].id: "Ja"}, by=together.signatory, at=clock.now()
        )
    assert refusal(error) is Refusal.QUESTION_NOT_ASKED
