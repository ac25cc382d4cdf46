"""What applicants are told by e-mail: that something awaits them, never what is in the case."""

from datetime import date, datetime

from accounts.models import LanguageForm
from accounts.queries import version_on
from applications.facts import day_of, lead_of
from applications.models import Application
from foundation import outbox
from foundation.language import BOKMAL, NYNORSK, Bilingual
from foundation.wording import format_day

SUBJECT = Bilingual("Sak {case}: vi trenger mer fra dere", "Sak {case}: vi treng meir frå dykk")
BODY = Bilingual(
    "Vi har sett på søknaden deres i sak {case} og trenger flere opplysninger.\n\n"
    "Logg inn i Tilsagn for å se hva vi ber om, og svar der innen {due}.\n\n"
    "Helsedirektoratet",
    "Vi har sett på søknaden dykkar i sak {case} og treng fleire opplysningar.\n\n"
    "Logg inn i Tilsagn for å sjå kva vi ber om, og svar der innan {due}.\n\n"
    "Helsedirektoratet",
)


def ask_applicant(application: Application, due_on: date, *, at: datetime) -> None:
    """Tell the contact, and who handed in, that the office asks for more. Inside an act.

    Needs the application whole. The lead's language resolution decides the form of Norwegian.
    """
    form = language_of(application)
    words = {"case": application.case_number, "due": format_day(due_on)}
    for recipient in _recipients(application):
        outbox.put_mail(
            recipient=recipient,
            subject=SUBJECT.in_(form).format(**words),
            body=BODY.in_(form).format(**words),
            at=at,
        )


def language_of(application: Application) -> str:
    """Give the form of Norwegian that the lead is written to in; a neutral kommune gets bokmål."""
    version = version_on(lead_of(application).organisation, day_of(application))
    nynorsk = version is not None and version.language_form is LanguageForm.NYNORSK
    return NYNORSK if nynorsk else BOKMAL


def _recipients(application: Application) -> list[str]:
    found = [application.contact_email]
    if application.submitted_by is not None:
        found.append(application.submitted_by.email)
    return list(dict.fromkeys(address.strip().lower() for address in found if address.strip()))
