"""What a project is told by e-mail about its reports: that something awaits, never what it says."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from applications.contacts.telling import tell_contact
from applications.models import Application
from followup.models import Report


def tell_reviewed(report: Report, application: Application, at: datetime) -> None:
    """Tell the contact, and who sent the report, that it is reviewed. Inside the act that reviews."""
    tell_contact(
        application,
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar på rapporten", number=application.case_number),
        body=_l(
            "Vi har gått gjennom rapporten for %(year)s i sak %(number)s. "
            "Logg inn for å se svaret.",
            year=report.duty.year,
            number=application.case_number,
        ),
        at=at,
        also=report.submitted_by,
    )
