"""The duty to follow benefits up is met by measuring; who has left a project only reads what it measured."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select, text

from accounts.models import Person
from applications.models import Application
from criteria.benefits import Unmeasured
from criteria.benefitwords import ValueKind
from criteria.changes import Change
from criteria.duties import DutyKind
from criteria.reporting import Lack, Missing, missing
from followup import services as submitting
from followup.benefits import queries, services
from followup.benefits.meeting import MEASURED, lacking_in, without_baseline
from followup.benefits.models import Measurement
from followup.benefits.refusals import Refusal
from followup.facts import facts_of
from followup.models import Duty, Report
from followup.refusals import Refusal as ReportRefusal
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from tests.builders.benefits import BEFORE, Followed, a_followed_benefit, given
from tests.builders.changing import a_sent_change, approve, confirm_all, participants, signs_for
from tests.builders.followup import a_filled_draft, project_of
from tests.builders.payments import Grant
from tests.web import Web

YEAR = 2028
DAY = date(YEAR, 11, 30)
AFTER = datetime(YEAR, 12, 31, 12, tzinfo=UTC)


def members(followed: Followed) -> list[tuple[int, Person]]:
    partners = [(one.organisation_id, signs_for(one)) for one in participants(followed.grant)]
    return [(followed.lead_kommune, followed.lead), *partners]


def measure(followed: Followed, kommune: int, by: Person, day: date = DAY) -> Measurement:
    if not queries.values_for(followed.indicator.id, kommune):
        services.record_value(
            followed.indicator, kommune, given(ValueKind.BASELINE, "52", BEFORE), by=by, at=AFTER
        )
    return services.record_value(
        followed.indicator, kommune, given(ValueKind.MEASURED, "50", day), by=by, at=AFTER
    )


def owed(followed: Followed) -> Duty:
    duty = db.session.scalars(
        select(Duty)
        .where(
            Duty.application_id == followed.grant.application.id,
            Duty.kind == DutyKind.BENEFITS,
        )
        .order_by(Duty.year)
        .execution_options(populate_existing=True)
    ).first()
    assert duty is not None
    return duty


def leave(followed: Followed) -> tuple[int, Person]:
    leaver = followed.partner
    change = a_sent_change(followed.grant, Change(leaving=frozenset({leaver.id})))
    confirm_all(followed.grant, change)
    approve(followed.grant, change)
    return leaver.organisation_id, signs_for(leaver)


def test_a_years_duty_is_met_when_everybody_has_measured_in_it(app: Flask) -> None:
    del app
    followed = a_followed_benefit()
    case, year = followed.grant.application.id, owed(followed).year
    day = date(year, 6, 1)
    *first, (last, by) = members(followed)
    for kommune, signatory in first:
        measure(followed, kommune, signatory, day)
    measure(followed, last, by, date(year - 1, 12, 31))
    assert lacking_in(case, year) == (Unmeasured("G2", last),), "the year before does not count"
    assert owed(followed).met_at is None
    value = measure(followed, last, by, day)
    assert (owed(followed).met_how, owed(followed).met_by_id) == (MEASURED, by.id)
    services.withdraw_measurement(value, reason="Feil vakter.", by=by, at=AFTER)
    assert owed(followed).met_at is None, "what is taken back is owed again"


def test_who_has_left_reads_and_does_not_write_and_is_not_waited_for(
    app: Flask, web: Web
) -> None:
    del app
    followed = a_followed_benefit()
    partner, by = followed.partner.organisation_id, signs_for(followed.partner)
    value = measure(followed, partner, by, date(2026, 2, 1))
    assert leave(followed)[0] == partner
    case, indicator = followed.grant.application.id, followed.indicator
    with pytest.raises(RuleBrokenError) as refusal:
        measure(followed, partner, by)
    assert refusal.value.reason is Refusal.NOT_OWN_KOMMUNE
    with pytest.raises(RuleBrokenError):
        services.withdraw_measurement(value, reason="Feil.", by=by, at=AFTER)
    assert partner not in {one.organisation for one in lacking_in(case, YEAR) or ()}
    with pytest.raises(NotFoundError):
        services.ask_about(indicator, partner, "Hvorfor?", by=followed.grant.round.drafter, at=AFTER)
    web.log_in(by)
    page = web.open(f"/gevinster/indikator/{indicator.id}/{partner}")
    assert "har gått ut av prosjektet" in page.text
    assert "Registrer måling" not in page.text
    web.open(f"/gevinster/indikator/{indicator.id}/{partner}/maling", status=404)
    web.open(f"/gevinster/verdi/{value.id}/rett", status=404)


def test_an_introduction_is_not_told_of_as_begun_before_everybody_has_a_baseline(app: Flask) -> None:
    del app
    followed = a_followed_benefit()
    grant, (first, *others) = followed.grant, members(followed)
    assert without_baseline(grant.application) == (), "a procurement introduces nothing"
    introduces(grant.application)
    lacking = tuple(Unmeasured("G2", kommune) for kommune, _by in members(followed))
    assert without_baseline(grant.application) == lacking
    report = a_filled_draft(grant)
    baseline(followed, *first)
    assert lacks(grant, report) == (Missing(Lack.NO_BASELINE, "G2"),)
    with pytest.raises(RuleBrokenError) as refusal:
        submitting.submit_report(report, by=followed.lead, at=AFTER)
    assert refusal.value.reason is ReportRefusal.INCOMPLETE
    for one in others:
        baseline(followed, *one)
    assert lacks(grant, report) == ()
    submitting.submit_report(report, by=followed.lead, at=AFTER)


def baseline(followed: Followed, kommune: int, by: Person) -> None:
    value = given(ValueKind.BASELINE, "52", BEFORE)
    services.record_value(followed.indicator, kommune, value, by=by, at=AFTER)


def lacks(grant: Grant, report: Report) -> tuple[Missing, ...]:
    return missing(facts_of(report, project_of(grant)))


def introduces(case: Application) -> None:
    """Let the case's call be of the measure that introduces something."""
    db.session.execute(
        text("UPDATE call SET measure_id = (SELECT id FROM measure WHERE code = 'T2') WHERE id = :id"),
        {"id": case.call_id},
    )
    db.session.commit()
