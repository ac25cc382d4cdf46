"""The formal control: rules asked, answers kept, and what the officer makes of them."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Organisation, OrganisationKind, Person
from accounts.queries import person
from applications import queries as applications
from applications import services as applicants
from applications.models import Application, Partner, PartnerRole
from assessments import queries, services
from assessments.models import FormalFinding
from assessments.refusals import Refusal
from criteria.eligibility import Reason, Rule
from criteria.impartiality import View
from criteria.procedure import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.outbox import Mail
from tests.builders.accounts import an_organisation
from tests.builders.assessments import Case, a_staffed_case

DUE = date(2026, 3, 20)


def examine(case: Case) -> dict[Rule, FormalFinding]:
    examination = services.examine(case.application, by=case.handler, at=clock.now())
    return {one.rule: one for one in examination.findings}


def a_case_with_a_partner_too_many() -> Case:
    """A case with a partner of a kind that the call does not let take part."""
    case = a_staffed_case()
    lender = an_organisation("IO", OrganisationKind.INTEREST_ORGANISATION, "Prøve forbund")
    add_partner(case.application, lender)
    services.declare(case.again(), View.IMPARTIAL, by=case.handler, at=clock.now())
    return case


def add_partner(application: Application, organisation: Organisation) -> None:
    with transaction():
        db.session.add(
            Partner(
                application_id=application.id,
                organisation_id=organisation.id,
                role=PartnerRole.PARTICIPANT,
                invited_at=clock.now(),
            )
        )
    db.session.expire_all()


def test_every_rule_is_asked_and_kept_with_its_numbers(app: Flask) -> None:
    del app
    found = examine(a_staffed_case())

    assert list(found) == list(Rule)
    kommuner = found[Rule.MIN_KOMMUNER]
    assert (kommuner.met, kommuner.reason) == (True, Reason.MET)
    assert kommuner.values["found"] == 3
    assert not any(one.blocking for one in found.values())


def test_a_new_run_adds_an_examination_and_the_newest_counts(app: Flask) -> None:
    del app
    case = a_staffed_case()
    first = services.examine(case.application, by=case.handler, at=clock.now())
    second = services.examine(case.application, by=case.handler, at=clock.now())

    newest = queries.examination_of(case.application.id)
    assert newest is not None
    assert newest.id == second.id != first.id


def test_a_case_with_everything_met_goes_on_to_assessment(app: Flask) -> None:
    del app
    case = a_staffed_case()
    examine(case)
    services.find_eligible(case.application, by=case.handler, at=clock.now())
    assert case.again().step is Step.ELIGIBLE


def test_no_case_goes_on_unexamined(app: Flask) -> None:
    del app
    case = a_staffed_case()
    with pytest.raises(RuleBrokenError) as refused:
        services.find_eligible(case.application, by=case.handler, at=clock.now())
    assert refused.value.reason is Refusal.NOT_EXAMINED


def test_what_stops_a_case_is_overruled_only_with_a_reason(app: Flask) -> None:
    del app
    case = a_case_with_a_partner_too_many()
    kind = examine(case)[Rule.APPLICANT_KIND]
    assert kind.blocking
    with pytest.raises(RuleBrokenError) as refused:
        services.find_eligible(case.application, by=case.handler, at=clock.now())
    assert refused.value.reason is Refusal.NOT_FIT

    with pytest.raises(RuleBrokenError) as wordless:
        overrule(case, kind, "  ")
    assert wordless.value.reason is Refusal.REASON_MISSING


def overrule(case: Case, finding: FormalFinding, reason: str) -> None:
    found = queries.finding(case.application.id, finding.id)
    services.overrule(found, reason=reason, by=case.handler, at=clock.now())


def test_an_overruled_case_goes_on_and_the_finding_stays(app: Flask) -> None:
    del app
    case = a_case_with_a_partner_too_many()
    found = examine(case)
    for rule in (Rule.APPLICANT_KIND, Rule.PARTNERS_CONFIRMED):
        overrule(case, found[rule], "Forbundet er bare med som rådgiver.")
    services.find_eligible(case.application, by=case.handler, at=clock.now())

    kept = queries.finding(case.application.id, found[Rule.APPLICANT_KIND].id)
    assert (kept.met, kept.blocking) == (False, True)
    assert kept.overruled_reason == "Forbundet er bare med som rådgiver."
    assert kept.overruled_by_id == case.handler.id
    assert case.again().step is Step.ELIGIBLE


def test_a_finding_is_overruled_once_and_only_when_it_stops(app: Flask) -> None:
    del app
    case = a_case_with_a_partner_too_many()
    found = examine(case)
    overrule(case, found[Rule.APPLICANT_KIND], "Rådgiver.")
    with pytest.raises(RuleBrokenError) as twice:
        overrule(case, found[Rule.APPLICANT_KIND], "Noe annet.")
    with pytest.raises(RuleBrokenError) as needless:
        overrule(case, found[Rule.OWN_SHARE], "For sikkerhets skyld.")
    assert twice.value.reason is Refusal.ALREADY_OVERRULED
    assert needless.value.reason is Refusal.NOTHING_TO_OVERRULE


def test_somebody_else_cannot_run_the_control(app: Flask) -> None:
    del app
    case = a_staffed_case()
    with pytest.raises(RuleBrokenError) as refused:
        services.examine(case.application, by=case.assessors[0], at=clock.now())
    assert refused.value.reason is Refusal.NOT_YOUR_CASE


def test_the_applicant_is_asked_for_more_and_told_by_mail(app: Flask) -> None:
    del app
    case = a_staffed_case()
    ask(case)

    assert case.again().step is Step.INCOMPLETE
    mails = db.session.scalars(select(Mail).order_by(Mail.id.desc())).all()
    about = [mail for mail in mails if "trenger mer" in mail.subject]
    assert {mail.recipient for mail in about} >= {"signe@example.org"}
    assert "20.\u00a0mars 2026" in about[0].body
    assert "regnskapet" not in about[0].body


def ask(case: Case, due_on: date = DUE) -> None:
    services.ask_for_more(
        case.application, text="Send regnskapet.", due_on=due_on, by=case.handler, at=clock.now()
    )


@pytest.mark.parametrize("due_on", [date(2026, 3, 2), date(2026, 2, 1)])
def test_the_time_to_answer_is_never_today_or_past(app: Flask, due_on: date) -> None:
    del app
    case = a_staffed_case()
    with pytest.raises(RuleBrokenError) as refused:
        ask(case, due_on)
    assert refused.value.reason is Refusal.DUE_IN_THE_PAST
    assert case.again().step is Step.SUBMITTED


def test_an_answer_asks_for_another_examination(app: Flask) -> None:
    del app
    case = a_staffed_case()
    examine(case)
    ask(case)
    answer(case, at=clock.now() + timedelta(hours=1))
    with pytest.raises(RuleBrokenError) as refused:
        services.find_eligible(case.application, by=case.handler, at=clock.now())
    assert refused.value.reason is Refusal.EXAMINE_AGAIN

    services.examine(case.application, by=case.handler, at=clock.now() + timedelta(hours=2))
    services.find_eligible(case.application, by=case.handler, at=clock.now() + timedelta(hours=3))
    assert case.again().step is Step.ELIGIBLE


def answer(case: Case, at: datetime) -> None:
    application = case.again()
    deficiency = applications.open_deficiency(application)
    assert deficiency is not None
    assert application.submitted_by is not None
    applicants.supplement(
        application, deficiency, answer="Her er det.", by=signatory(application), at=at
    )


def signatory(application: Application) -> Person:
    assert application.submitted_by_id is not None
    return person(application.submitted_by_id)


def test_nobody_is_found_ineligible_before_the_time_to_answer_is_out(app: Flask) -> None:
    del app
    case = a_staffed_case()
    examine(case)
    ask(case)
    last_second = clock.end_of_day(DUE) - timedelta(seconds=1)
    with pytest.raises(RuleBrokenError) as refused:
        services.find_ineligible(
            case.application, reason="Svarte ikke.", by=case.handler, at=last_second
        )
    assert refused.value.reason is Refusal.WAITING_FOR_APPLICANT

    services.find_ineligible(
        case.application, reason="Svarte ikke.", by=case.handler, at=clock.end_of_day(DUE)
    )
    assert case.again().step is Step.INELIGIBLE
    assert queries.ineligible_because(case.application.id) == "Svarte ikke."


def test_ineligible_takes_words(app: Flask) -> None:
    del app
    case = a_staffed_case()
    examine(case)
    with pytest.raises(RuleBrokenError) as refused:
        services.find_ineligible(case.application, reason="\u00a0 ", by=case.handler,
                                 at=clock.now())  # fmt: skip
    assert refused.value.reason is Refusal.REASON_MISSING


def test_the_control_is_over_once_the_case_is_found_eligible(app: Flask) -> None:
    del app
    case = a_staffed_case()
    examine(case)
    services.find_eligible(case.application, by=case.handler, at=clock.now())
    with pytest.raises(RuleBrokenError) as refused:
        examine(case)
    assert refused.value.reason is Refusal.NOT_UNDER_CONTROL


def test_another_case_has_no_such_finding(app: Flask) -> None:
    del app
    case = a_staffed_case()
    finding = examine(case)[Rule.OWN_SHARE]
    with pytest.raises(NotFoundError):
        queries.finding(case.application.id + 1, finding.id)
