"""Tables as one statement of SQL gives them, where the app reads them piece by piece.

The pieces of such a table are fewer and narrower than its rows: whoever wrote it as SQL would join them.
"""

REPORT_ANSWERS = (
    "SELECT application.case_number, call.code, duty.year, duty.kind, question.code, question.code_version, "
    "question.kind, report_answer.value, report_answer.irrelevant_because IS NOT NULL "
    "FROM report JOIN duty ON duty.id = report.duty_id "
    "JOIN application ON application.id = report.application_id "
    "JOIN call ON call.id = application.call_id "
    "JOIN question ON question.call_id = call.id AND question.purpose = duty.kind "
    "LEFT JOIN report_answer ON report_answer.report_id = report.id "
    "AND report_answer.question_id = question.id "
    "WHERE report.approved AND EXISTS (SELECT 1 FROM decision WHERE decision.application_id = application.id "
    "AND decision.published_at IS NOT NULL) "
    "ORDER BY call.closes_on, call.id, duty.due_on, duty.id, question.position"
)
JOINED = {"report_answers": REPORT_ANSWERS}
"""The statement, by the code of the table."""
