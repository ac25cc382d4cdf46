"""The days of reports: reminded of by rule, and put off on request."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from applications.refusals import Refusal as ApplicantRefusal
from decisions import queries as decisions
from decisions.models import LetterKind
from decisions.refusals import Refusal as OfficeRefusal
from followup.deadlines import queries, services
from followup.deadlines.models import DutyExtension
from followup.deadlines.refusals import Refusal
from followup.deadlines.reminding import remind_of_reports
from followup.models import Duty
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from tests.builders.changing import participants, signs_for
from tests.builders.decisions import NOW
from tests.builders.followup import a_sent_report, duty_of
from tests.builders.payments import Grant, an_accepted_grant, forget, signatory_of
from tests.races import at_once

DUE = date(2027, 4, 1)
LATER = date(2027, 5, 15)


def reminded(grant: Grant) -> list[str]:
    letters = decisions.letters_in_case(grant.application.id)
    return [str(one.about) for one in letters if one.kind is LetterKind.REMINDER]


def mails() -> int:
    subjects = db.session.scalars(select(Mail.subject)).all()
    return sum("har frist snart" in one for one in subjects)


def morning(day: date) -> None:
    remind_of_reports(clock.start_of_day(day) + timedelta(hours=8))


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def an_extension(grant: Grant) -> DutyExtension:
    services.ask_for_extension(
        duty_of(grant), wanted_on=LATER, reason="Revisor er syk.",
        by=signatory_of(grant.application), at=NOW,
    )  # fmt: skip
    (found,) = queries.extensions_to_answer()
    return queries.extension(found.id)


def test_what_is_owed_is_reminded_of_once_before_and_once_after(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    a_sent_report(grant)
    (final,) = [one.id for one in queries.owed_between(DUE, DUE)]
    morning(DUE - timedelta(days=15))
    assert mails() == 0
    for day in (DUE - timedelta(days=14), DUE - timedelta(days=13), DUE + timedelta(days=1)):
        morning(day)
    assert (mails(), reminded(grant)) == (1, [])
    for day in (DUE + timedelta(days=3), DUE + timedelta(days=4)):
        morning(day)
    assert (mails(), reminded(grant)) == (1, [f"duty:{final}/2027-04-01"])


def test_a_day_that_is_put_off_holds_and_is_reminded_of_anew(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    asked = an_extension(grant)
    assert duty_of(grant).due_on == DUE, "the day holds until there is an answer"
    officer = grant.round.drafter

    def answer(day: date | None) -> Callable[[], None]:
        return lambda: services.answer_extension(
            asked, granted_on=day, answer=" ", by=officer, at=NOW
        )

    assert refused(answer(DUE)) is Refusal.NOT_LATER
    assert refused(answer(None)) is Refusal.ANSWER_MISSING
    services.answer_extension(asked, granted_on=LATER, answer="", by=officer, at=NOW)
    forget(Duty)
    assert duty_of(grant).due_on == LATER
    annual, before = duty_of(grant).id, mails()
    morning(LATER)
    assert mails() == before + 1, "the new day is reminded of"
    morning(LATER + timedelta(days=3))
    assert f"duty:{annual}/2027-05-15" in reminded(grant)
    assert refused(
        lambda: services.answer_extension(asked, granted_on=LATER, answer="", by=officer, at=NOW)
    ) is Refusal.ANSWERED_ALREADY  # fmt: skip


def test_it_is_the_leads_to_ask_and_an_officers_to_answer(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    lead, partner = signatory_of(grant.application), signs_for(participants(grant)[0])

    def ask(wanted_on: date = LATER, reason: str = "Fordi.", by: Person = lead) -> object:
        return services.ask_for_extension(
            duty_of(grant), wanted_on=wanted_on, reason=reason, by=by, at=NOW
        )

    assert refused(lambda: ask(by=partner)) is ApplicantRefusal.NOT_LEADS_EDITOR
    assert refused(lambda: ask(wanted_on=DUE)) is Refusal.NOT_LATER
    assert refused(lambda: ask(reason="\u2800 ")) is Refusal.REASON_MISSING
    asked = an_extension(grant)
    assert refused(ask) is Refusal.ASKED_ALREADY
    assert refused(
        lambda: services.answer_extension(asked, granted_on=LATER, answer="", by=lead, at=NOW)
    ) is OfficeRefusal.NOT_CASE_OFFICER  # fmt: skip
    services.answer_extension(
        asked, granted_on=None, answer="Fristen er lang nok.", by=grant.round.drafter, at=NOW
    )
    assert duty_of(grant).due_on == DUE
    a_sent_report(grant)
    assert refused(ask) is Refusal.NOT_OWED


def test_two_who_ask_at_once_have_asked_once(app: Flask) -> None:
    grant = an_accepted_grant()
    duty, lead = duty_of(grant).id, signatory_of(grant.application).id

    def ask() -> None:
        found = queries.owed_between(DUE, DUE)
        services.ask_for_extension(
            next(one for one in found if one.id == duty),
            wanted_on=LATER, reason="Fordi.", by=person(lead), at=NOW,
        )  # fmt: skip

    outcomes = at_once(app, ask, ask)
    assert [one.reason for one in outcomes if isinstance(one, RuleBrokenError)] == [
        Refusal.ASKED_ALREADY
    ]
