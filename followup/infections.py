"""What happens to a report whose enclosed statement turns out to be infected."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.notices.models import Topic
from applications import journal
from applications.contacts.telling import tell_contact
from applications.queries import any_application
from followup.models import Report, ReportFile
from foundation import scans
from foundation.database import db


def note_infection(sha256: str, at: datetime) -> None:
    """Tell those behind each report that has an infected statement. Nobody can open it any more."""
    for report in db.session.scalars(
        select(Report).where(Report.audit_sha256 == sha256).options(joinedload(Report.duty))
    ):
        _tell(report, report.audit_filename or "", at)


def _tell(report: Report, name: str, at: datetime) -> None:
    application = any_application(report.application_id)
    journal.note(application, "infected", by=None, at=at, public=True, name=name)
    tell_contact(
        application,
        Topic.FILES,
        at=at,
        subject=_l("En fil kan ikke brukes"),
        body=_l(
            "Viruskontrollen har funnet noe i vedlegget til rapporten for %(year)s. "
            "Filen kan ikke åpnes. Lag den på nytt på en trygg maskin.",
            year=report.duty.year,
        ),
    )


def note_infected_answers(sha256: str, at: datetime) -> None:
    """Let an infected file be no answer any more, and tell those behind the reports."""
    for file in db.session.scalars(
        select(ReportFile).where(ReportFile.sha256 == sha256, ReportFile.infected_at.is_(None))
    ):
        file.infected_at = at
        report = db.session.get_one(Report, file.report_id, options=[joinedload(Report.duty)])
        _tell(report, file.filename, at)


def register() -> None:
    """Hear when a file is infected."""
    scans.when_infected("followup", note_infection)
    scans.when_infected("followup_answers", note_infected_answers)
