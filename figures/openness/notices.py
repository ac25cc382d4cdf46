"""What is told by e-mail of a request for a document: never which document, nor what the answer is."""

from datetime import datetime

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.messages.routing import officers_of
from applications.models import Application
from figures.openness.models import DisclosureRequest
from foundation import outbox
from foundation.settings import Settings
from foundation.wording import format_day

ANSWERS = "/innsyn/svar"
"""Where answers are read; a secret key follows."""


def tell_received(request: DisclosureRequest, at: datetime) -> None:
    """Confirm to who asked that the request has come, and when it is answered. Inside the act."""
    outbox.put_mail(
        recipient=request.email,
        subject=_("Vi har mottatt innsynskravet ditt"),
        body=_(
            "Vi har mottatt kravet ditt om innsyn i et dokument, og svarer innen %(day)s. "
            "Får du ikke svar innen da, kan du klage som om kravet var avslått (offentleglova § 32).",
            day=format_day(request.due_on),
        ),
        at=at,
    )


def tell_officers(application: Application, at: datetime) -> None:
    """Tell whoever has the case that somebody asks for a document of it. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: krav om innsyn", number=application.case_number),
        body=_l("Noen ber om innsyn i et dokument i en sak. Logg inn for å svare."),
        at=at,
    )


def tell_answered(request: DisclosureRequest, key: str, at: datetime) -> None:
    """Tell who asked where the answer is read. Inside the act."""
    settings: Settings = current_app.extensions["tilsagn"]
    outbox.put_mail(
        recipient=request.email,
        subject=_("Svar på innsynskravet ditt"),
        body=_(
            "Vi har svart på innsynskravet ditt. Les svaret her: %(address)s",
            address=f"{settings.base_url}{ANSWERS}/{key}",
        ),
        at=at,
    )
