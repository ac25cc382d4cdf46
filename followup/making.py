"""Making the printed report: a job that the act of sending puts, done by a worker.

It may be done twice without doubling anything: what is made is not made again, and the same words give the
same bytes, which lie in the store once.
"""

from datetime import datetime

from decisions.making import PDF, made_up_notice
from followup import document
from followup.filling import document_of, language_of
from followup.models import Report
from followup.queries.paper import report_paper
from followup.queries.reports import report_by_id
from foundation import files, outbox
from foundation.columns import JsonValue
from foundation.database import locked, transaction

JOB = "make_report"


def ask_for_document(report: Report, at: datetime) -> None:
    """Put the job that prints a report. Inside the act that sends it."""
    outbox.put(JOB, subject=report.subject, at=at, report=report.id)


@outbox.handles(JOB)
def make_document(detail: JsonValue, at: datetime) -> None:
    """Print a report that is sent, and keep it by its checksum."""
    del at
    report = report_by_id(int(detail["report"]))
    if report.document_sha256 is not None:
        return
    paper = report_paper(report)
    filled = document_of(paper, notice=made_up_notice(language_of(paper)))
    stored = files.store().keep(document.render(filled), PDF)
    with transaction():
        locked(report).document_sha256 = stored.sha256
