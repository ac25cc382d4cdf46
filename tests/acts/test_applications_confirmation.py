"""A partner's yes: who gives it, and that it falls exactly when what it covers changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import randoms
from sqlalchemy import select

from applications import contents, facts, queries, services
from applications.models import Application, Partner, PartnerRole
from applications.offered import would_change
from applications.refusals import Refusal
from applications.services import BudgetCell
from criteria import eligibility
from criteria.budget import Source
from criteria.confirmation import fingerprint
from criteria.costkey import CostKey
from criteria.eligibility import Reason, Rule
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import kroner
from foundation.outbox import Mail
from grants.models import QuestionKind
from grants.rules import rules_of
from tests.builders.applications import (
    AUTHORITY,
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    an_answer,
    an_editor,
    confirm_all,
    participants,
)
from tests.builders.partners import WHY, less

EDITS = 30


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def confirmed(together: Collaboration, draft: Application) -> set[int]:
    """Give those whose confirmation holds; what lists count by says the same of everybody."""
    now = queries.led_by(together.signatory, draft.id)
    holding = {one.id for one in participants(now) if facts.is_confirmed(now, one)}
    noted = {
        one.id
        for one in participants(now)
        if one.confirmations and one.confirmations[-1].fell_at is None and not one.declined_at
    }
    assert noted == holding
    return holding


def test_the_partners_signatory_confirms_with_an_authority(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    partner, signatory = participants(draft)[0], together.others_signatories[0]

    made = services.confirm_part(partner, authority=f" {AUTHORITY} ", by=signatory, at=clock.now())

    assert (made.authority, made.person_id) == (AUTHORITY, signatory.id)
    assert confirmed(together, draft) == {partner.id}


def test_nobody_else_confirms(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    partner = participants(draft)[0]
    editor = an_editor(together.others[0], "Egil Storfjord")
    for person in (editor, together.signatory, together.others_signatories[1]):
        with pytest.raises(RuleBrokenError) as error:
            services.confirm_part(partner, authority=AUTHORITY, by=person, at=clock.now())
        assert error.value.reason is Refusal.NOT_PARTNERS_SIGNATORY
    assert confirmed(together, draft) == set()


def test_a_yes_without_authority_is_none(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    with pytest.raises(RuleBrokenError) as error:
        services.confirm_part(
            participants(draft)[0], authority="  ", by=together.others_signatories[0],
            at=clock.now(),
        )  # fmt: skip
    assert error.value.reason is Refusal.AUTHORITY_MISSING


def test_a_lead_has_nothing_to_confirm(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    with pytest.raises(RuleBrokenError) as error:
        services.confirm_part(
            facts.lead_of(draft), authority=AUTHORITY, by=together.signatory, at=clock.now()
        )
    assert error.value.reason is Refusal.NOTHING_TO_CONFIRM


def test_a_no_takes_back_the_yes_until_a_new_one(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    partner, signatory = participants(draft)[0], together.others_signatories[0]
    services.decline_part(partner, by=signatory, at=clock.now())
    assert partner.id not in confirmed(together, draft)

    found = eligibility.examine(
        facts.eligibility_facts(queries.led_by(together.signatory, draft.id)),
        rules_of(draft.call),
    )
    missing = next(one for one in found if one.rule is Rule.PARTNERS_CONFIRMED)
    assert missing.reason is Reason.PARTNER_NOT_CONFIRMED

    services.confirm_part(partner, authority=AUTHORITY, by=signatory, at=clock.now())
    assert partner.id in confirmed(together, draft)


def test_a_yes_to_what_has_changed_since_it_was_read_is_refused(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    partner, signatory = participants(draft)[0], together.others_signatories[0]
    read = fingerprint(facts.part_of(draft, partner))
    more = replace(contents.terms_of(partner), effort_hours=2000)
    services.change_partner(partner, more, by=together.signatory, at=clock.now())

    with pytest.raises(StaleError):
        services.confirm_part(
            partner, authority=AUTHORITY, by=signatory, at=clock.now(), seen=read
        )
    assert confirmed(together, draft) == set()


def test_whoever_signs_for_a_partner_is_told_of_the_invitation(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    mails = db.session.scalars(select(Mail).order_by(Mail.id)).all()
    assert [mail.recipient for mail in mails] == [
        person.email for person in together.others_signatories
    ]
    assert all(draft.title not in mail.body for mail in mails)


Edit = Callable[[Random, Collaboration, Application], set[int]]
"""Changes something in a draft and gives the participants whose part it changes."""


def change_title(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    basics = replace(contents.basics_of(draft), title=chance.choice(["Felles journal", "Felles"]))
    return _save_basics(together, draft, basics)


def change_period(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    end = date(2027, 12, 31) - timedelta(days=chance.choice([0, 0, 30]))
    return _save_basics(together, draft, replace(contents.basics_of(draft), end_on=end))


def change_contact(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    basics = contents.basics_of(draft)
    name = chance.choice(["Kari Lillevik", "Signe Lillevik"])
    services.change_basics(
        draft, replace(basics, contact_name=name), by=together.signatory, at=clock.now()
    )
    return set()


def _save_basics(
    together: Collaboration, draft: Application, basics: contents.Basics
) -> set[int]:
    before = (draft.title, draft.start_on, draft.end_on)
    services.change_basics(draft, basics, by=together.signatory, at=clock.now())
    changed = (basics.title, basics.start_on, basics.end_on) != before
    return {one.id for one in participants(draft)} if changed else set()


def change_effort(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    partner = chance.choice(draft.partners)
    terms = replace(contents.terms_of(partner), effort_hours=chance.choice([100, 200]))
    changed = terms.effort_hours != partner.effort_hours
    services.change_partner(partner, terms, by=together.signatory, at=clock.now())
    return _touched(partner, changed=changed)


def change_systems(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    partner = chance.choice(draft.partners)
    terms = replace(contents.terms_of(partner), systems_before=chance.choice([1, 2, 3]))
    services.change_partner(partner, terms, by=together.signatory, at=clock.now())
    return set()


def change_amount(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    partner = chance.choice(draft.partners)
    cells = list(contents.cells_of(draft, partner.id))
    place = chance.randrange(len(cells))
    amount = chance.choice([kroner(600_000), kroner(500_000)])
    changed = cells[place].amount != amount
    cells[place] = replace(cells[place], amount=amount)
    chance.shuffle(cells)
    services.set_partner_budget(partner, cells, by=together.signatory, at=clock.now())
    return _touched(partner, changed=changed)


def move_to_another_year(
    chance: Random, together: Collaboration, draft: Application
) -> set[int]:
    partner = chance.choice(draft.partners)
    cells: list[BudgetCell] = [
        replace(cell, year=2027 if cell.year == 2026 else 2026)
        for cell in contents.cells_of(draft, partner.id)
    ]
    others = [cell for cell in contents.cells_of(draft) if cell.partner_id != partner.id]
    services.set_budget(draft, [*others, *cells], by=together.signatory, at=clock.now())
    return _touched(partner, changed=bool(cells))


def answer_a_question(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    typed = [one for one in draft.call.questions if one.kind is not QuestionKind.FILE]
    question = chance.choice(typed)
    value = chance.choice([an_answer(question), ""])
    services.answer_questions(draft, {question.id: value}, by=together.signatory, at=clock.now())
    return set()


def describe_activities(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    texts = {number: str(chance.random()) for number in contents.activities_of(draft)}
    services.choose_activities(draft, texts, by=together.signatory, at=clock.now())
    return set()


def accept_other_figures(
    chance: Random, together: Collaboration, draft: Application
) -> set[int]:
    place = chance.randrange(len(together.others))
    partner, by = participants(draft)[place], together.others_signatories[place]
    figures = less(draft, partner, chance.choice([kroner(600_000), kroner(400_000)]))
    if not would_change(draft, partner, figures):
        return set()
    made = services.offer_figures(partner, figures, comment=WHY, by=by, at=clock.now())
    services.accept_offer(partner, made.id, by=together.signatory, at=clock.now())
    return {partner.id}


def propose_without_an_answer(
    chance: Random, together: Collaboration, draft: Application
) -> set[int]:
    place = chance.randrange(len(together.others))
    partner, by = participants(draft)[place], together.others_signatories[place]
    figures = less(draft, partner, kroner(123_000))
    services.offer_figures(partner, figures, comment=WHY, by=by, at=clock.now())
    return set()


def agree_on_a_key(chance: Random, together: Collaboration, draft: Application) -> set[int]:
    key = chance.choice([None, CostKey.EQUAL, CostKey.POPULATION, CostKey.CUSTOM])
    first, second, third = draft.partners
    percents = {first.id: 5_000, second.id: chance.choice([2_500, 3_000])}
    percents[third.id] = 5_000 - percents[second.id]
    division = contents.Division(key, percents if key is CostKey.CUSTOM else {})
    before = contents.division_of(draft)
    services.set_cost_key(draft, division, by=together.signatory, at=clock.now())
    return {
        one.id
        for one in participants(draft)
        if before.key is not key or before.percents.get(one.id) != division.percents.get(one.id)
    }


def _touched(partner: Partner, *, changed: bool) -> set[int]:
    return {partner.id} if changed and partner.role is PartnerRole.PARTICIPANT else set()


ALL_EDITS: tuple[Edit, ...] = (
    change_title, change_period, change_contact, change_effort, change_systems, change_amount,
    move_to_another_year, answer_a_question, describe_activities, accept_other_figures,
    propose_without_an_answer, agree_on_a_key,
)  # fmt: skip


@settings(
    max_examples=3, derandomize=True, deadline=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(chance=randoms(use_true_random=False))
def test_a_yes_falls_exactly_when_its_part_changes(
    together: Collaboration, chance: Random
) -> None:
    """After any edit, those who still stand confirmed are those whose part the edit left alone."""
    draft = a_ready_draft(together)
    fallen = 0
    for _ in range(EDITS):
        before = confirmed(together, draft)
        edit = chance.choice(ALL_EDITS)
        touched = edit(chance, together, queries.led_by(together.signatory, draft.id))
        after = confirmed(together, draft)
        assert after == before - touched, edit.__name__
        fallen += len(before - after)
        if len(after) < len(together.others):
            confirm_all(together, queries.led_by(together.signatory, draft.id))
            assert confirmed(together, draft) == {one.id for one in participants(draft)}
    assert fallen, "no edit touched any part: the test has tried nothing"


def test_a_part_changed_back_is_the_part_that_was_confirmed(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    partner = participants(draft)[0]
    cells = contents.cells_of(draft, partner.id)
    by, at = together.signatory, clock.now()
    services.set_partner_budget(
        partner, [*cells, replace(cells[0], year=2027, source=Source.OTHER_PUBLIC)], by=by, at=at
    )
    assert partner.id not in confirmed(together, draft)

    services.set_partner_budget(partner, cells, by=by, at=at)
    assert partner.id in confirmed(together, draft)
