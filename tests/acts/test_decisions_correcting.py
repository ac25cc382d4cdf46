"""Clerical errors in decisions: proposed by one, signed by another, sent to all; the decision stands."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from criteria.correcting import ClericalError, Corrected, CorrectionRefusal, CorrectionState
from criteria.impartiality import Hindrance
from decisions import queries as decisions
from decisions.appeals.timing import deadlines_of
from decisions.correcting import queries, services
from decisions.correcting.chain import chain_of
from decisions.correcting.content import fingerprint
from decisions.correcting.reading import as_it_reads, enclosed
from decisions.models import Decision, Letter, LetterKind
from decisions.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from tests.builders.correcting import LATER, WHY, propose, sign
from tests.builders.decisions import (
    Round,
    a_decision_maker,
    a_published_round,
    a_signed_round,
    make_documents,
)
from tests.races import at_once

WRONG, RIGHT = "fjordkommunene", "fjordkommunane"


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def in_force(made: Round) -> Decision:
    db.session.rollback()
    found = decisions.decision_in_force(made.applications[0].id)
    assert found is not None
    return found


def test_a_corrected_decision_is_sent_to_all_and_stands_as_it_was(app: Flask) -> None:
    del app
    made = a_published_round()
    before = in_force(made)
    parties = [one.organisation_id for one in before.letters]
    stood = (before.id, before.outcome, before.amount, before.content_hash)
    to_complain = deadlines_of(before, parties)

    correction = propose(made, before, WRONG, RIGHT)
    assert refusal_of(lambda: propose(made, before, WRONG, RIGHT)) is CorrectionRefusal.ALREADY_PROPOSED
    told = set(db.session.scalars(select(Mail.id)))
    sign(made, correction)
    make_documents(LATER)

    after = in_force(made)
    assert (after.id, after.outcome, after.amount, after.content_hash) == stood
    assert deadlines_of(after, parties) == to_complain
    (link,) = chain_of(after.application_id)
    assert link.in_force
    assert [one.state for one in link.corrections] == [CorrectionState.SENT]
    letters = db.session.scalars(select(Letter).where(Letter.kind == LetterKind.CORRECTION)).all()
    assert sorted(one.organisation_id for one in letters) == sorted(parties)
    assert all(one.made_at and not one.failure and one.due_at == LATER for one in letters)
    mails = db.session.scalars(select(Mail).where(Mail.id.not_in(told))).all()
    assert {one.recipient for one in mails}
    assert not any(WRONG in one.subject + one.body for one in mails)


def test_the_letter_carries_the_decision_with_the_correction_marked(app: Flask) -> None:
    del app
    made = a_published_round()
    decision = in_force(made)
    first = sign(made, propose(made, decision, WRONG, RIGHT))
    second = sign(made, propose(made, decision, "Felles journal", "Samla journal"))
    one, both = enclosed(first, "nb", None) or "", enclosed(second, "nb", None) or ""
    mark = f'<strong class="corrected">{RIGHT}</strong> (rettet, det sto «{WRONG}»)'
    assert mark in one
    assert "<h1" not in one
    assert f"i {RIGHT}" in both
    assert WRONG not in both
    assert "(rettet, det sto «Felles journal»)" in both
    assert f"Samla journal i {RIGHT}" in as_it_reads(decision.id)["nb"]


def test_what_may_not_be_corrected(app: Flask) -> None:
    del app
    made = a_published_round()
    decision = in_force(made)

    def tries(wrong: str, right: str, why: str = WHY, by: Person = made.drafter) -> object:
        return refusal_of(
            lambda: services.propose_correction(
                decision, ClericalError.WORDING, {"nb": Corrected(wrong, right)}, why=why, by=by, at=LATER
            )
        )

    assert tries("inntil 1 620 000 kr", "inntil 1 800 000 kr") is CorrectionRefusal.CHANGES_AMOUNT
    assert tries("delvis innvilget", "ikke gitt") is CorrectionRefusal.CHANGES_OUTCOME
    assert tries("fjordkommune", "fjellkommune") is CorrectionRefusal.NOT_IN_THE_LETTER
    assert tries(WRONG, RIGHT, why="\u200b") is CorrectionRefusal.REASON_MISSING
    assert tries(WRONG, RIGHT, by=made.maker) is Refusal.NOT_CASE_OFFICER


def test_a_decision_that_nobody_knows_of_is_not_corrected(app: Flask) -> None:
    del app
    made = a_signed_round()
    refused = refusal_of(lambda: propose(made, made.first(), WRONG, RIGHT))
    assert refused is CorrectionRefusal.NOT_IN_FORCE


def test_who_signs_is_another_who_may_sign_the_decision(app: Flask) -> None:
    del app
    made = a_published_round()
    correction = queries.correction(propose(made, in_force(made), WRONG, RIGHT).id)

    def signs(by: Person, seen: str = fingerprint(correction)) -> Callable[[], None]:
        return lambda: services.sign_correction(correction, seen=seen, by=by, at=LATER)

    undeclared = a_decision_maker("Ny Leder")
    assert refusal_of(signs(made.drafter)) is Refusal.NOT_DECISION_MAKER
    assert isinstance(refusal_of(signs(undeclared)), Hindrance)
    assert refusal_of(signs(made.maker, "something else")) is CorrectionRefusal.CHANGED_SINCE
    services.withdraw_correction(correction, by=made.drafter, at=LATER)
    assert refusal_of(signs(made.maker)) is CorrectionRefusal.NOT_WAITING
    assert db.session.scalars(select(Letter.id).where(Letter.kind == LetterKind.CORRECTION)).all() == []
    again = propose(made, in_force(made), WRONG, RIGHT)
    assert again.number == correction.number + 1


def test_signed_by_one_while_another_withdraws_it(app: Flask) -> None:
    made = a_published_round()
    number = propose(made, in_force(made), WRONG, RIGHT).id
    seen = fingerprint(queries.correction(number))
    maker, drafter = made.maker.id, made.drafter.id

    def signs() -> None:
        services.sign_correction(
            queries.correction(number), seen=seen, by=person(maker), at=LATER
        )

    def withdraws() -> None:
        services.withdraw_correction(
            queries.correction(number), by=person(drafter), at=LATER + timedelta(seconds=1)
        )

    outcomes = at_once(app, signs, withdraws)
    db.session.rollback()
    assert sorted(one is None for one in outcomes) == [False, True]
    sent = queries.correction(number).state is CorrectionState.SENT
    letters = db.session.scalars(select(Letter.id).where(Letter.kind == LetterKind.CORRECTION)).all()
    assert bool(letters) == sent
