"""Beginning from an earlier application: what fits comes along, and nobody is bound by it."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from applications import contents, facts, queries, services
from applications.carrying import Bring, Carried
from applications.factsheets.services import confirm_facts
from applications.models import Application, PartnerRole
from applications.refusals import Refusal
from criteria.budget import Source
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.money import kroner
from grants.models import Call, QuestionKind
from tests.builders.accounts import an_administrator
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_kommune,
    a_signatory,
    a_submitted,
    participants,
)
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.builders.partners import FACTS

ALL = frozenset(Bring)


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def next_years() -> Call:
    """Publish next year's call of the same kind, open now."""
    given = terms(code="anskaffelse-2027", first_year=2027, last_year=2028)
    return a_call(an_administrator("Arne Administrator"), given)


def renew(
    together: Collaboration, earlier: Application, call: Call, bring: frozenset[Bring] = ALL
) -> tuple[Application, Carried]:
    made, carried = services.start_from_earlier(
        call, together.lead, earlier.id, title="Felles journal, år to", bring=bring,
        by=together.signatory, at=clock.now(),
    )  # fmt: skip
    return queries.led_by(together.signatory, made.id), carried


def test_partners_come_as_invitations_that_nobody_has_confirmed(together: Collaboration) -> None:
    earlier = a_submitted(together)
    made, carried = renew(together, earlier, next_years())
    assert [one.organisation.name for one in made.partners] == ["Lillevik", "Storfjord", "Midtdal"]
    assert facts.lead_of(made).organisation_id == together.lead.id
    assert all(one.effort_hours == 200 and one.systems_before == 2 for one in made.partners)
    assert facts.lacking(made) == participants(made)
    assert carried.left_partners == 0


def test_the_period_and_the_budget_move_with_the_years_of_the_calls(
    together: Collaboration,
) -> None:
    earlier = a_submitted(together)
    made, carried = renew(together, earlier, next_years())
    assert (made.start_on, made.end_on) == (date(2027, 9, 1), date(2028, 12, 31))
    assert {cell.year for cell in contents.cells_of(made)} == {2027}
    assert made.asked == earlier.asked == 3 * kroner(600_000)
    assert carried.left_lines == 0
    assert made.collaboration_name == earlier.collaboration_name


def test_answers_come_only_to_the_very_same_wording(together: Collaboration) -> None:
    earlier = a_submitted(together)
    made, carried = renew(together, earlier, next_years())
    kinds = {one.id: one.kind for one in earlier.call.questions}
    documents = [one for one in earlier.answers if kinds[one.question_id] is QuestionKind.FILE]
    assert len(made.answers) == len(earlier.answers) - len(documents) > 0
    assert carried.left_answers == len(documents)
    assert made.attachments == []
    old = {one.code: one for one in earlier.call.questions}
    for answer in made.answers:
        question = next(one for one in made.call.questions if one.id == answer.question_id)
        assert old[question.code].code_version == question.code_version


def test_another_kind_of_call_takes_along_only_what_it_asks_for_too(
    together: Collaboration,
) -> None:
    earlier = a_submitted(together)
    call = a_call(
        an_administrator("Arne Administrator"), terms(code="innforing-2026"), INTRODUCTION
    )
    made, carried = renew(together, earlier, call)
    old = {one.id: (one.code, one.code_version) for one in earlier.call.questions}
    new = {one.id: (one.code, one.code_version) for one in made.call.questions}
    assert {new[one.question_id] for one in made.answers} <= set(old.values())
    assert carried.left_answers + len(made.answers) == len(earlier.answers)
    assert contents.cells_of(made) == ()
    assert carried.left_lines == len(earlier.budget_lines)
    assert made.asked == 0


def test_years_outside_the_call_stay_behind(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    own = participants(draft)[0]
    cells = [*contents.cells_of(draft), replace(contents.cells_of(draft, own.id)[0], year=2028)]
    services.set_budget(draft, cells, by=together.signatory, at=clock.now())
    earlier = queries.led_by(together.signatory, draft.id)
    made, carried = renew(together, earlier, next_years())
    assert carried.left_lines == 1
    assert len(made.budget_lines) == len(earlier.budget_lines) - 1


def test_only_what_is_wished_for_comes(together: Collaboration) -> None:
    earlier = a_submitted(together)
    made, carried = renew(together, earlier, next_years(), frozenset({Bring.BUDGET}))
    assert [one.role for one in made.partners] == [PartnerRole.LEAD]
    assert [one.value for one in made.answers] == ["0"]  # what is unused of earlier grants: nothing
    assert (made.chosen_activities, made.budget_lines) == ([], [])
    assert carried.left_lines == len(earlier.budget_lines)


def test_newer_facts_go_before_what_stood_last_year(together: Collaboration) -> None:
    earlier = a_submitted(together)
    few = replace(FACTS, systems=FACTS.systems[:1])
    confirm_facts(together.lead, few, seen=None, by=together.signatory, at=clock.now())
    made, _ = renew(together, earlier, next_years())
    assert facts.lead_of(made).systems_before == 1
    assert made.contact_name == "Kari Kontakt"


def test_only_what_the_same_organisation_has_led_can_be_built_on(
    together: Collaboration,
) -> None:
    earlier = a_submitted(together)
    call = next_years()
    other = a_kommune("Bortevik", number="4699")
    by = a_signatory(other, "Bodil Bortevik")
    for who, lead in ((by, other), (together.others_signatories[0], together.others[0])):
        with pytest.raises(NotFoundError):
            services.start_from_earlier(
                call, lead, earlier.id, title="Ny", bring=ALL, by=who, at=clock.now()
            )
    both = a_signatory(together.lead, "Begge Lillevik")
    with pytest.raises(RuleBrokenError) as error:
        services.start_from_earlier(
            call, other, earlier.id, title="Ny", bring=ALL, by=both, at=clock.now()
        )
    assert error.value.reason is Refusal.NOT_AMONG_EARLIER


def test_the_earlier_one_stays_as_it_was(together: Collaboration) -> None:
    earlier = a_submitted(together)
    before = [(one.year, one.source, one.amount) for one in earlier.budget_lines]
    renew(together, earlier, next_years())
    kept = queries.any_application(earlier.id)
    assert [(one.year, one.source, one.amount) for one in kept.budget_lines] == before
    assert Source.GRANT in {source for _, source, _ in before}
    assert all(facts.is_confirmed(kept, one) for one in participants(kept))
