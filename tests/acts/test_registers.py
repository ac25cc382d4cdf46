"""The registers: only added to, controlled by another, and drawn so that it can be drawn again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from accounts.models import AuditEntry
from accounts.queries import person
from applications.models import Answer
from criteria.conformity import Fault, Mode, Standing
from criteria.sampling import draw
from figures.checks import run
from figures.standardusers import users_of
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from grants import wordings
from grants.models import Question
from grants.questionwords import QuestionRefusal
from grants.registers import queries, services
from grants.registers.contents import ClaimTerms, StandardWords
from grants.registers.models import SpotCheck, StandardKind, StandardSource
from grants.registers.refusals import RegisterRefusal
from grants.registers.services.offering import CODE
from tests.builders.accounts import an_administrator
from tests.builders.assessments import an_officer
from tests.builders.payments import an_accepted_grant
from tests.builders.registers import NAME, a_step, claims
from tests.races import at_once

WORDS = StandardWords(
    title=Bilingual("Ny", "Ny"), kind=StandardKind.RECOMMENDED, source=StandardSource.OTHER,
    reason="Den kom.",
)  # fmt: skip


def refusal(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act()
    return error.value.reason


def test_a_standard_is_worded_in_versions_and_ended_with_a_reason(app: Flask) -> None:
    del app
    by, at = an_administrator(), clock.now()
    services.register_standard("ny", WORDS, by=by, at=at)
    taken = partial(services.register_standard, "ny", WORDS, by=by, at=at)
    assert refusal(taken) is RegisterRefusal.CODE_TAKEN
    yesterday = clock.today() - timedelta(days=1)
    ended = replace(WORDS, valid_to=yesterday, reason="Erstattet.")
    services.word_standard(queries.standard("ny"), ended, seen=1, by=by, at=at)
    with pytest.raises(StaleError):
        services.word_standard(queries.standard("ny"), ended, seen=1, by=by, at=at)
    found = queries.standard("ny")
    assert [one.reason for one in found.versions] == ["Den kom.", "Erstattet."]
    assert "ny" not in {one.code for one in queries.standards_on(clock.today())}
    solution = services.register_solution(NAME, by=by, at=at)
    terms = ClaimTerms(standard_id=found.id, mode=Mode.DOCUMENTS)
    late = partial(services.declare, solution, terms, a_step(Standing.DECLARED), by=by, at=at)
    assert refusal(late) is RegisterRefusal.STANDARD_NOT_IN_FORCE


def test_what_came_with_the_installation_is_what_projects_named_before(app: Flask) -> None:
    del app
    found = {one.code: one.newest for one in queries.standards()}
    assert {"fhir", "snomed_ct", "code_of_conduct", "plo_messages"} <= set(found)
    assert all(one.title.is_whole and not one.level for one in found.values())


def test_another_controls_and_no_step_is_ever_changed(app: Flask) -> None:
    del app
    officer, other, at = an_officer("Oda"), an_officer("Kai"), clock.now()
    (claim,) = claims(officer)
    control = a_step(Standing.CONTROLLED)
    own = partial(services.take_step, claim, control, by=officer, at=at)
    assert refusal(own) is Fault.OWN_DECLARATION
    services.take_step(claim, control, by=other, at=at)
    services.suspect(claim, why="En kommune meldte om feil.", by=officer, at=at)
    again = partial(services.suspect, claim, why="Igjen.", by=officer, at=at)
    assert refusal(again) is Fault.CHECK_OPEN
    assert queries.claim(claim.id).open_check is not None
    services.take_step(claim, a_step(Standing.NOT_FULFILLED), by=other, at=at)
    told = queries.claim(claim.id)
    assert [one.standing.value for one in told.steps] == ["declared", "controlled", "not_fulfilled"]
    assert told.open_check is None
    acts = list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)))
    assert acts[-4:] == ["solution.stepped", "solution.stepped", "spot_check.opened", "solution.stepped"]
    for damage in (
        "UPDATE solution_claim_step SET standing = 'controlled'",
        "DELETE FROM solution_claim_step", "DELETE FROM standard_version", "DELETE FROM spot_check",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction():
            db.session.execute(text(damage))
    assert list(run("registers")) == []


def test_a_spot_check_is_drawn_again_by_anybody(app: Flask) -> None:
    del app
    officer, at = an_officer(), clock.now()
    made = claims(officer, 4, Mode.SAMPLES)
    act = partial(services.draw_checks, seed="1 2 3", seed_source="Lotto", by=officer, at=at)
    assert refusal(partial(act, size=5)) is RegisterRefusal.TOO_MANY
    act(size=2)
    assert refusal(partial(act, size=1)) is RegisterRefusal.SEED_USED
    expected = draw("1 2 3", {str(one.id): 1 for one in made}, 2)[:2]
    checked = set(db.session.scalars(select(SpotCheck.claim_id)))
    assert checked == {int(one.case) for one in expected}
    assert {one.id for one in queries.open_claims()} == {one.id for one in made} - checked
    assert list(run("registers")) == []


def test_the_catalogue_offers_what_is_in_force_and_one_sees_who_picked_what(app: Flask) -> None:
    del app
    grant, by, at = an_accepted_grant(), an_administrator("Rita Register"), clock.now()
    assert services.offer_standards(by=by, at=at) == 1
    same = partial(services.offer_standards, by=by, at=at)
    assert refusal(same) is QuestionRefusal.NOTHING_NEW
    services.register_standard("ny", WORDS, by=by, at=at)
    assert services.offer_standards(by=by, at=at) == len(("before", "with the new one"))
    first, second = wordings.wordings_of(CODE)
    kept = {choice.value for choice in wordings.sheet_of_wording(first).choices}
    offered = {choice.value for choice in wordings.sheet_of_wording(second).choices}
    assert offered - kept == {"ny"}
    asked = select(Answer).where(Answer.application_id == grant.application.id).limit(1)
    with transaction():
        answer = db.session.scalars(asked).one()
        answer.value = "icd_10 snomed_ct"
        question = db.session.get_one(Question, answer.question_id)
        question.code, question.code_version = CODE, 1
    assert [one.case_number for one in users_of("snomed_ct")] == [grant.application.case_number]
    assert list(users_of("snomed")) == []


def control_as(person_id: int, claim_id: int, standing: Standing) -> str:
    services.take_step(
        queries.claim(claim_id), a_step(standing), by=person(person_id), at=clock.now()
    )
    return "taken"


def test_two_who_withdraw_at_once_withdraw_once(app: Flask) -> None:
    officer = an_officer()
    (claim,) = claims(officer)
    number = claim.id
    act = partial(control_as, officer.id, number, Standing.WITHDRAWN)
    assert sum(one == "taken" for one in at_once(app, act, act)) == 1
    db.session.expunge_all()
    assert len(queries.claim(number).steps) == len(("declared", "withdrawn"))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_check_notices_what_somebody_added_by_hand(app: Flask) -> None:
    del app
    officer = an_officer()
    number = claims(officer)[0].id
    with transaction():
        db.session.execute(
            text(
                "INSERT INTO solution_claim_step (claim_id, number, standing, happened_on, reason, "
                "evidence, link, lab, certificate, made_at, made_by_id) SELECT claim_id, 3, 'controlled', "
                "happened_on, 'x', 'x', '', '', '', made_at, made_by_id FROM solution_claim_step"
            )
        )
    db.session.expunge_all()
    found = " ".join(run("registers"))
    assert f"declaration {number} lacks a step" in found
    assert "is by who registered the declaration" in found
