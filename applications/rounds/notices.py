"""Notices to those whose applications are touched when something happens to a published call."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application
from criteria.steps import Step
from foundation.wording import format_day
from grants.models import Announcement, AnnouncementKind


def tell_of(announcement: Announcement, applications: Iterable[Application], at: datetime) -> None:
    """Tell the contact of each application, in the lead's form of Norwegian. Inside the act.

    Needs the applications with call, partners and the versions of their organisations.
    """
    for application in applications:
        language = language_of(application)
        with force_locale(language):
            subject, body = _words(announcement, application, language)
            tell(contact_of(application).email, Topic.CALLS, subject=subject, body=body, at=at)


def _words(announcement: Announcement, application: Application, language: str) -> tuple[str, str]:
    title = application.call.title.in_(language)
    if announcement.kind is AnnouncementKind.EXTENDED and announcement.closes_on is not None:
        return (
            _("Søknadsfristen er forlenget"),
            _(
                "Søknadsfristen for «%(title)s» er forlenget til og med %(day)s. "
                "Begrunnelsen står på siden til utlysningen.",
                title=title,
                day=format_day(announcement.closes_on),
            ),
        )
    if announcement.kind is AnnouncementKind.WITHDRAWN:
        return (
            _("Utlysningen er trukket tilbake"),
            _(
                "Utlysningen «%(title)s» er trukket tilbake, og søknaden deres blir ikke behandlet. "
                "Begrunnelsen står på siden til utlysningen.",
                title=title,
            ),
        )
    if application.step is Step.DRAFT:
        body = _(
            "Utlysningen «%(title)s» er endret. Søknaden deres følger fortsatt den versjonen den ble "
            "begynt under. Logg inn for å se hva som er endret, og om dere vil følge den nye.",
            title=title,
        )
    else:
        body = _(
            "Utlysningen «%(title)s» er endret. Søknaden deres er sendt inn og blir behandlet etter den "
            "versjonen den ble begynt under. Dere trenger ikke å gjøre noe.",
            title=title,
        )
    return _("Utlysningen er endret"), body
