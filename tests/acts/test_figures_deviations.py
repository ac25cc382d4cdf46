"""What did not go as decided is in the controller's workbook, once, with its amount."""

from datetime import date, timedelta

from flask import Flask
from sqlalchemy import select

from figures import services
from figures.asking import exported
from figures.catalogue.exported import Deviation
from figures.checks import run
from figures.extracts import Maker
from figures.queries.deviations import LATE_AFTER, deviations
from figures.queries.rows import Selection
from followup.carryover.money import years_money
from followup.models import Report
from followup.queries import any_report
from followup.services import review_report
from foundation import clock
from foundation.database import db
from foundation.money import kroner
from payments.queries import instalments_of
from tests.builders.carryover import NEXT_YEAR, an_unspent_grant, answered
from tests.builders.decisions import NOW
from tests.builders.figures import a_year
from tests.builders.reclaims import LATER, PAY_BY, a_claim, a_paid_grant, an_officer_of
from tests.figuring import ore

UNPAID = "SELECT sum(amount) FROM instalment WHERE authorised_at IS NULL AND year = :year"
CORRECTED = "SELECT sum(amount) FROM entry WHERE kind = 'reversal'"


def found(kind: Deviation, year: int | None = None) -> list[tuple[object, ...]]:
    return [row[1:] for row in deviations(Selection(year)) if row[0] is kind]


def test_a_rate_is_late_thirty_days_after_it_fell_due_and_left_over_when_its_year_is_over(
    app: Flask,
) -> None:
    del app
    year = a_year()
    paid, *_left = instalments_of(year.grant.application.id)
    assert paid.authorised_at is not None
    with clock.frozen(NOW + LATE_AFTER + timedelta(days=60)):
        assert found(Deviation.LATE_INSTALMENT) == []  # what is paid is not late
    with clock.frozen(NOW.replace(year=2027)):
        rows = found(Deviation.LEFT_OVER)
        assert sum(int(str(row[3])) for row in rows) == ore(UNPAID, year=2026) > 0
        assert found(Deviation.LEFT_OVER, 2027) == []
        assert {row[0] for row in rows} == {year.grant.application.case_number}


def test_what_was_taken_back_and_what_was_not_reported_are_told(app: Flask) -> None:
    del app
    year = a_year()
    (corrected,) = found(Deviation.CORRECTED)
    assert corrected[3] == ore(CORRECTED)
    assert found(Deviation.REPORT_OVERDUE) == []
    with clock.frozen(NOW.replace(year=2027, month=6)):
        rows = found(Deviation.REPORT_OVERDUE, 2026)
    case = year.grant.application.case_number
    due = (2026, 0, date(2027, 4, 1))
    assert [(row[0], *row[2:]) for row in rows] == [(case, *due)] * 2  # the yearly and the last one


def test_what_is_left_of_a_year_is_told_until_it_may_be_used_later(app: Flask) -> None:
    del app
    grant = an_unspent_grant(kroner(1_000_000))
    assert found(Deviation.UNUSED) == []  # the report is not approved yet
    (report,) = db.session.scalars(select(Report).where(Report.submitted_at.is_not(None)))
    review_report(
        any_report(report.id), approved=True, text="", by=an_officer_of(grant), at=NEXT_YEAR
    )
    (row,) = found(Deviation.UNUSED, 2026)
    held = years_money(grant.application.id)[2026].held
    assert (row[0], row[3]) == (grant.application.case_number, held)
    assert held > 0
    answered(grant, held, held)
    assert found(Deviation.UNUSED) == []


def test_what_is_asked_back_and_not_paid_is_told_from_the_day_it_was_due(app: Flask) -> None:
    del app
    grant = a_paid_grant()
    a_claim(grant)
    with clock.frozen(LATER):
        assert found(Deviation.CLAIM_OVERDUE) == []
    with clock.frozen(LATER + timedelta(days=60)):
        (row,) = found(Deviation.CLAIM_OVERDUE, 2026)
        assert found(Deviation.CLAIM_OVERDUE, 2027) == []
    assert row[2:] == (2026, kroner(1_000), PAY_BY)


def test_what_was_taken_out_is_no_file_of_the_store(app: Flask) -> None:
    year = a_year()
    with app.test_request_context("/eksport"):
        maker = Maker(year.controller.name, NOW, made_up=False)
        extract = exported("deviations", Selection(), maker, "nb")
        services.keep_extract(extract, by=year.controller, at=NOW)
        extract.file.close()
    assert list(run("files")) == []
