"""What came of it, in as many cases as there are: an approved report, and a measured benefit, by SQL."""

from sqlalchemy import Connection, text

DUTY = (
    "INSERT INTO duty (application_id, kind, year, due_on, created_at, met_how) "
    "SELECT id, 'annual', 2025, '2026-02-01', submitted_at, '' FROM application "
    "WHERE submitted_at IS NOT NULL AND id NOT IN (SELECT application_id FROM duty)"
)
REPORT = (
    "INSERT INTO report (duty_id, application_id, number, progress, results, deviations, experience, "
    "started_at, submitted_at, submitted_by_id, reviewed_at, reviewed_by_id, approved, version) "
    "SELECT duty.id, duty.application_id, 1, '', '', '', '', duty.created_at, duty.created_at, "
    "(SELECT MIN(id) FROM person), duty.created_at, (SELECT MAX(id) FROM person), :yes, 1 "
    "FROM duty WHERE kind = 'annual' AND id NOT IN (SELECT duty_id FROM report)"
)
ANSWERED = (
    "INSERT INTO report_answer (report_id, question_id, value, answered_at, answered_by_id) "
    "SELECT report.id, question.id, '7', report.started_at, report.submitted_by_id FROM report "
    "JOIN application ON application.id = report.application_id "
    "JOIN question ON question.call_id = application.call_id AND question.purpose = 'annual' "
    "AND question.kind IN ('text', 'number', 'choice')"
)
BENEFIT = (
    "INSERT INTO project_benefit (application_id, code, name, actors, potential, strategy, measurability, "
    "causality, risk, added_at, added_by_id, dropped_why) "
    "SELECT id, 'P99', :name, '', 'middle', 'middle', 'middle', 'middle', 'middle', submitted_at, "
    "(SELECT MIN(id) FROM person), '' FROM application WHERE submitted_at IS NOT NULL"
)
INDICATOR = (
    "INSERT INTO project_indicator (project_benefit_id, code, kind, name, unit, added_at, added_by_id) "
    "SELECT id, 'P99-1', 'benefit', :name, :name, added_at, added_by_id FROM project_benefit "
    "WHERE code = 'P99'"
)
MEASURE = (
    "INSERT INTO benefit_measurement (project_indicator_id, organisation_id, kind, place, revision, value, "
    "valid_on, method, grade, explanation, reason, recorded_at, recorded_by_id) "
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :each) "
    "SELECT one.id, partner.organisation_id, 'maling', i, 1, 10 * i + 0.5, "
    "date('2024-06-01', (3 * i) || ' months'), 'Telling', 'measured', '', '', one.added_at, one.added_by_id "
    "FROM project_indicator AS one JOIN project_benefit AS benefit ON benefit.id = one.project_benefit_id "
    "JOIN partner ON partner.application_id = benefit.application_id AND partner.role = 'lead', n "
    "WHERE benefit.code = 'P99'"
)
NAME = '{"nb": "Gevinst", "nn": "Gevinst"}'


def measure(connection: Connection, each: int) -> None:
    """Report, and measure a benefit so many times, in every case that was handed in; on SQLite."""
    connection.execute(text(DUTY))
    connection.execute(text(REPORT), {"yes": True})
    connection.execute(text(ANSWERED))
    connection.execute(text(BENEFIT), {"name": NAME})
    connection.execute(text(INDICATOR), {"name": NAME})
    connection.execute(text(MEASURE), {"each": each})
