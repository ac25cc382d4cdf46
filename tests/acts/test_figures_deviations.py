"""What did not go as decided is in the controller's workbook, once, with its amount."""

from datetime import date, timedelta

from flask import Flask

from figures import services
from figures.asking import exported
from figures.catalogue.exported import Deviation
from figures.checks import run
from figures.extracts import Maker
from figures.queries.deviations import LATE_AFTER, deviations
from figures.queries.rows import Selection
from foundation import clock
from payments.queries import instalments_of
from tests.builders.decisions import NOW
from tests.builders.figures import a_year
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


def test_what_was_taken_out_is_no_file_of_the_store(app: Flask) -> None:
    year = a_year()
    with app.test_request_context("/eksport"):
        maker = Maker(year.controller.name, NOW, made_up=False)
        extract = exported("deviations", Selection(), maker, "nb")
        services.keep_extract(extract, by=year.controller, at=NOW)
        extract.file.close()
    assert list(run("files")) == []
