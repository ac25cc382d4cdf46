"""The formal control runs by itself when the facts come in or change, and is confirmed by an officer."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from assessments import queries, services
from assessments.models import Examination, ExaminedBecause, FormalFinding
from assessments.reexamining import examine_anew
from assessments.refusals import Refusal
from criteria.eligibility import Reason, Rule
from criteria.procedure import Step
from foundation import clock, outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from tests.acts.test_assessments_formal import answer, ask
from tests.builders.assessments import Case, a_staffed_case, an_eligible_case
from tests.web import Web

HOUR = timedelta(hours=1)


def newest(case: Case) -> Examination:
    found = queries.examination_of(case.application.id)
    assert found is not None
    return found


def anew(case: Case, hours: int = 1) -> bool:
    """Run the control as if something had changed so many hours from now."""
    at = clock.now() + hours * HOUR
    return examine_anew(case.application.id, ExaminedBecause.SUPPLEMENTED, since=at, at=at)


def confirm(case: Case) -> None:
    services.confirm_control(case.again(), by=case.handler, at=clock.now() + 9 * HOUR)


def another_answer(case: Case, *, blocking: bool) -> None:
    """Let the kept control have found something else than the rules find now."""
    finding = newest(case).findings[0]
    with transaction():
        db.session.execute(
            update(FormalFinding)
            .where(FormalFinding.id == finding.id)
            .values(values=JsonValue(found=1), met=not blocking, blocking=blocking)
        )
    db.session.expire_all()


def test_what_comes_in_is_examined_by_nobody_and_once(app: Flask) -> None:
    del app
    case = a_staffed_case()
    assert queries.examination_of(case.application.id) is None
    outbox.work_until_empty(clock.now() + HOUR)
    first = newest(case)
    assert (first.because, first.examined_by_id) == (ExaminedBecause.HANDED_IN, None)
    assert first.confirmed_at is None
    assert case.again().step is Step.SUBMITTED
    assert not examine_anew(
        case.application.id, ExaminedBecause.HANDED_IN, since=clock.now(), at=clock.now()
    )


def test_an_answer_is_examined_anew_so_that_the_case_can_go_on(app: Flask) -> None:
    del app
    case = a_staffed_case()
    services.examine(case.application, by=case.handler, at=clock.now())
    ask(case)
    answer(case, at=clock.now() + HOUR)
    outbox.work_until_empty(clock.now() + 2 * HOUR)
    assert newest(case).because is ExaminedBecause.SUPPLEMENTED
    services.find_eligible(case.application, by=case.handler, at=clock.now() + 3 * HOUR)
    assert newest(case).confirmed_by_id == case.handler.id


def test_what_was_overruled_stays_so_only_as_long_as_the_answer_is_the_same(app: Flask) -> None:
    del app
    case = a_staffed_case()
    services.examine(case.application, by=case.handler, at=clock.now())
    finding = newest(case).findings[0]
    with transaction():
        db.session.execute(
            update(FormalFinding)
            .where(FormalFinding.id == finding.id)
            .values(
                overruled_at=clock.now(),
                overruled_by_id=case.handler.id,
                overruled_reason="Godt nok.",
            )
        )
    db.session.expire_all()
    assert anew(case)
    assert newest(case).findings[0].overruled_reason == "Godt nok."
    another_answer(case, blocking=False)
    assert anew(case, 2)
    assert newest(case).findings[0].overruled_reason is None


def test_a_confirmed_control_whose_answers_stand_needs_no_more(app: Flask) -> None:
    del app
    case = an_eligible_case()
    before = newest(case)
    assert before.confirmed_by_id == case.handler.id
    assert anew(case)
    after = newest(case)
    assert after.id > before.id
    assert after.confirmed_at == before.confirmed_at
    with pytest.raises(RuleBrokenError) as refused:
        confirm(case)
    assert refused.value.reason is Refusal.NOTHING_TO_CONFIRM


def test_a_control_that_finds_something_else_asks_to_be_confirmed(app: Flask) -> None:
    del app
    case = an_eligible_case()
    another_answer(case, blocking=False)
    assert anew(case)
    assert newest(case).confirmed_at is None
    confirm(case)
    assert newest(case).confirmed_by_id == case.handler.id


def test_what_stops_the_case_is_overruled_with_a_reason_before_it_is_confirmed(app: Flask) -> None:
    del app
    case = an_eligible_case()
    another_answer(case, blocking=False)
    assert anew(case)
    finding = newest(case).findings[0]
    stop(case)
    with pytest.raises(RuleBrokenError) as refused:
        confirm(case)
    assert refused.value.reason is Refusal.NOT_FIT
    services.overrule(
        queries.finding(case.application.id, finding.id), reason="Samme fagmiljø.",
        by=case.handler, at=clock.now(),
    )  # fmt: skip
    confirm(case)
    assert newest(case).confirmed_at is not None
    assert newest(case).findings[0].rule is next(iter(Rule))


def stop(case: Case) -> None:
    """Let the newest control have found that a rule stops the case."""
    with transaction():
        db.session.execute(
            update(FormalFinding)
            .where(FormalFinding.id == newest(case).findings[0].id)
            .values(met=False, blocking=True, reason=Reason.TOO_FEW_KOMMUNER)
        )
    db.session.expire_all()


def test_a_case_that_was_found_fit_is_rejected_only_when_its_facts_have_changed(app: Flask) -> None:
    del app
    case = an_eligible_case()

    def reject() -> None:
        services.find_ineligible(
            case.again(), reason="To kommuner har trukket seg.", by=case.handler, at=clock.now() + 9 * HOUR
        )

    with pytest.raises(RuleBrokenError) as refused:
        reject()
    assert refused.value.reason is Refusal.NOT_UNDER_CONTROL
    another_answer(case, blocking=False)
    assert anew(case)
    stop(case)
    reject()
    assert case.again().step is Step.INELIGIBLE


def test_the_officer_confirms_in_the_browser(web: Web) -> None:
    case = an_eligible_case()
    another_answer(case, blocking=False)
    anew(case)
    web.log_in(case.handler)
    address = f"/saker/{case.application.id}/kontroll"
    assert "Kontrollen er ikke bekreftet" in web.open(address).get_text()
    done = web.send(address, press="Bekreft kontrollen")
    assert "Den formelle kontrollen er bekreftet." in done.get_text()
    assert "Kontrollen er ikke bekreftet" not in done.get_text()
