"""Notices by e-mail between a lead and its partners, put inside the acts that cause them.

They name neither the project nor what stands in it. A partner whose confirmation has fallen is told what
changed from what to what: these are the figures that it has promised itself.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from accounts.queries import signatories_of
from applications.facts import language_of
from applications.models import Application, Partner, PartnerRole
from applications.words.changes import told_changes
from criteria.confirmation import Change
from foundation.wording import format_day
from grants.models import Activity


def tell_fallen(
    partner: Partner, changed: Iterable[Change], activities: Iterable[Activity], at: datetime
) -> None:
    """Tell a partner that its confirmation no longer holds, and what has changed."""
    found, offered = list(changed), list(activities)

    def body() -> str:
        lines = [f"- {line}" for line in told_changes(found, offered)]
        return "\n".join([
            _("Delen deres av en søknad er endret etter at dere bekreftet den. "
              "Bekreftelsen gjelder derfor ikke lenger."),
            *([_("Dette er endret:"), *lines] if lines else []),
            _("Logg inn for å se delen, og bekreft, foreslå andre tall eller takk nei."),
        ])  # fmt: skip

    _tell_people(partner, at, lambda: (_("Dere må bekrefte deres del på nytt"), body()))


def tell_stands_again(partner: Partner, at: datetime) -> None:
    """Tell a partner that its part is as it confirmed it after all."""
    _tell_people(partner, at, lambda: (
        _("Bekreftelsen deres gjelder igjen"),
        _("Delen deres av søknaden er igjen slik dere bekreftet den. "
          "Dere trenger ikke å gjøre noe."),
    ))  # fmt: skip


def remind(partner: Partner, application: Application, at: datetime) -> None:
    """Ask those who sign for a partner once more."""
    _tell_people(partner, at, lambda: (
        _("Husk å bekrefte deres del av søknaden"),
        _("Hovedsøkeren venter på at dere bekrefter deres del. Siste dag for å sende inn "
          "søknaden er %(day)s. Logg inn for å se delen, og bekreft, foreslå andre tall "
          "eller takk nei.", day=format_day(application.call.closes_on)),
    ))  # fmt: skip


def tell_taken_out(partner: Partner, at: datetime) -> None:
    """Tell a partner that it no longer takes part."""
    _tell_people(partner, at, lambda: (
        _("Dere er tatt ut av en søknad"),
        _("Hovedsøkeren har tatt dere ut av en søknad om tilskudd. Dere har ikke lenger "
          "noen forpliktelser i den."),
    ))  # fmt: skip


def tell_withdrawn(application: Application, at: datetime) -> None:
    """Tell the partners that have not declined that the lead has taken the application back."""
    for partner in application.partners:
        if partner.role is not PartnerRole.LEAD and partner.declined_at is None:
            _tell_people(partner, at, lambda: (
                _("En søknad dere er med i, er trukket"),
                _("Hovedsøkeren har trukket søknaden. Det dere har bekreftet i den, "
                  "gjelder ikke lenger."),
            ))  # fmt: skip


def tell_declined(application: Application, partner: Partner, at: datetime) -> None:
    """Tell the lead's contact that a partner will not take part."""
    with force_locale(language_of(application)):
        _put(
            application.contact_email,
            _("%(name)s har takket nei", name=partner.organisation.name),
            _("%(name)s har takket nei til å delta i søknaden. Logg inn for å ta deltakeren ut, "
              "eller spør på nytt.", name=partner.organisation.name),
            at,
        )  # fmt: skip


def tell_offered(application: Application, partner: Partner, at: datetime) -> None:
    """Tell the lead's contact that a partner proposes other figures."""
    with force_locale(language_of(application)):
        _put(
            application.contact_email,
            _("%(name)s foreslår andre tall", name=partner.organisation.name),
            _("%(name)s foreslår andre tall for sin del av søknaden. Logg inn for å godta "
              "forslaget eller svare.", name=partner.organisation.name),
            at,
        )  # fmt: skip


def tell_answered(partner: Partner, at: datetime, *, accepted: bool) -> None:
    """Tell a partner what the lead answered to its figures."""
    _tell_people(partner, at, lambda: (
        _("Hovedsøkeren har godtatt tallene deres"),
        _("Tallene dere foreslo, står nå i søknaden. Logg inn for å bekrefte delen deres."),
    ) if accepted else (
        _("Hovedsøkeren har svart på forslaget deres"),
        _("Hovedsøkeren godtar ikke tallene dere foreslo. Logg inn for å se begrunnelsen."),
    ))  # fmt: skip


def _tell_people(partner: Partner, at: datetime, written: Callable[[], tuple[str, str]]) -> None:
    """Tell those who sign for a partner, each in the own language: a subject and a body, written anew."""
    for address, locale in _people_of(partner):
        with force_locale(locale):
            subject, body = written()
            _put(address, subject, body, at)


def _people_of(partner: Partner) -> Iterator[tuple[str, str]]:
    """Give those who sign for a partner, and its contact when that is somebody else, with locales."""
    told = set()
    for person in signatories_of(partner.organisation_id):
        told.add(person.email)
        yield person.email, person.locale
    if partner.contact_email and partner.contact_email not in told:
        yield partner.contact_email, "nb"


def _put(recipient: str, subject: str, body: str, at: datetime) -> None:
    tell(recipient, Topic.PARTNERS, subject=subject, body=body, at=at)
