"""What a project is told by e-mail about its reports: that something awaits, never what it says."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application
from followup.models import Report


def tell_reviewed(report: Report, application: Application, at: datetime) -> None:
    """Tell the contact, and who sent the report, that it is reviewed. Inside the act that reviews."""
    with force_locale(language_of(application)):
        subject = _("Sak %(number)s: svar på rapporten", number=application.case_number)
        body = _(
            "Vi har gått gjennom rapporten for %(year)s i sak %(number)s. "
            "Logg inn for å se svaret.",
            year=report.duty.year,
            number=application.case_number,
        )
    for recipient in _recipients(report, application):
        tell(recipient, Topic.REPORTS, subject=subject, body=body, at=at)


def _recipients(report: Report, application: Application) -> list[str]:
    found = [contact_of(application).email]
    if report.submitted_by is not None:
        found.append(report.submitted_by.email)
    return list(dict.fromkeys(address.strip().lower() for address in found if address.strip()))
