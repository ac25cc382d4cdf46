from collections.abc import Callable, Sequence

from flask import Flask
from sqlalchemy import func, select

from accounts.queries import person
from assessments.services import declare
from criteria.impartiality import View
from followup import queries, services
from followup.models import Report
from followup.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.outbox import Job
from tests.builders.assessments import an_officer
from tests.builders.decisions import NOW
from tests.builders.followup import a_filled_draft, a_sent_report, duty_of
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.races import at_once


def reasons(outcomes: Sequence[object]) -> list[object]:
    return [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]


def test_two_who_begin_at_once_get_the_same_report(app: Flask) -> None:
    grant = an_accepted_grant()
    duty, signatory = duty_of(grant).id, signatory_of(grant.application).id

    def begin() -> int:
        by = person(signatory)
        return services.begin_report(queries.duty_of(by, duty), by=by, at=NOW).id

    assert len(set(at_once(app, begin, begin, begin))) == 1
    assert db.session.scalar(select(func.count(Report.id))) == 1


def test_a_report_is_sent_once_however_often_it_is_pressed(app: Flask) -> None:
    grant = an_accepted_grant()
    report, signatory = a_filled_draft(grant).id, signatory_of(grant.application).id

    def send() -> None:
        by = person(signatory)
        services.submit_report(queries.report_of(by, report), by=by, at=NOW)

    outcomes = at_once(app, send, send)
    assert reasons(outcomes) == [Refusal.NOT_A_DRAFT]
    jobs = select(func.count(Job.id)).where(Job.kind == "make_report")
    assert db.session.scalar(jobs) == 1


def test_a_report_is_answered_once_by_those_who_answer_together(app: Flask) -> None:
    grant = an_accepted_grant()
    report = a_sent_report(grant).id
    other = an_officer("Oda Onsrud")
    declare(grant.application, View.IMPARTIAL, by=other, at=NOW)
    first, second = grant.round.drafter.id, other.id
    outcomes = at_once(
        app, answering(report, first, approved=True), answering(report, second, approved=False)
    )
    assert reasons(outcomes) == [Refusal.NOT_TO_REVIEW]
    approved = db.session.scalars(select(Report.approved)).one()
    assert [one.due_at is not None for one in grant.instalments()] == [True, approved, False]


def answering(report: int, by: int, *, approved: bool) -> Callable[[], None]:
    def answer() -> None:
        services.review_report(
            queries.any_report(report), approved=approved, text="Svar.", by=person(by), at=NOW
        )

    return answer
