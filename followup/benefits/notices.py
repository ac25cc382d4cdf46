"""What is told by e-mail of benefits: that something awaits, never what it says."""

from datetime import date, datetime

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_in, tell_persons
from accounts.queries import person, signatories_of
from applications.messages.routing import officers_of
from applications.models import Application
from followup.benefits import queries
from followup.benefits.models import BenefitHandover
from foundation.language import BOKMAL
from foundation.wording import format_day


def tell_asked(application: Application, organisation_id: int, at: datetime) -> None:
    """Tell those who sign for whoever answers that the office asks about figures. Inside the act."""
    tell_persons(
        signatories_of(organisation_id),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: spørsmål om en gevinst", number=application.case_number),
        body=_l("Vi har spurt om tall dere har registrert. Logg inn for å lese og svare."),
        at=at,
    )


def tell_answered(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a kommune has answered. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar om en gevinst", number=application.case_number),
        body=_l("En kommune har svart på spørsmålet om tallene sine. Logg inn for å lese."),
        at=at,
    )


def tell_offered(handover: BenefitHandover, at: datetime) -> None:
    """Tell the receiver that benefits are offered to it. Inside the act."""
    _tell_receiver(
        handover,
        Topic.REPORTS,
        subject=_l("Noen vil overføre ansvaret for gevinster til dere"),
        body=_l("Logg inn for å se hva det gjelder. Dere kan godta eller avslå."),
        at=at,
    )


def tell_settled(handover: BenefitHandover, at: datetime) -> None:
    """Tell the giver, and who proposed it, what the receiver answered. Inside the act."""
    signing = signatories_of(handover.giver_id) if handover.giver_id is not None else []
    proposer = person(handover.proposed_by_id)
    tell_persons(
        {one.id: one for one in (*signing, proposer)}.values(),
        Topic.REPORTS,
        subject=_l("Svar om å overføre ansvaret for gevinster"),
        body=_l("Mottakeren har svart. Logg inn for å lese svaret."),
        at=at,
    )


def tell_receivers_due(application_id: int, due_on: date, today: date, at: datetime) -> None:
    """Remind those who have taken benefits over that they must be measured. Inside the act."""
    for one in queries.receivers_now(application_id, today):
        _tell_receiver(
            one,
            Topic.DEADLINES,
            subject=_l("Gevinster dere har overtatt, må måles"),
            body=_l(
                "Fristen for å registrere målingene er %(day)s. Logg inn for å registrere dem.",
                day=format_day(due_on),
            ),
            at=at,
        )


def _tell_receiver(
    handover: BenefitHandover, topic: Topic, *, subject: LazyString, body: LazyString, at: datetime
) -> None:
    """Tell those who sign for the receiver, and the contact it was given, each address once."""
    told = {handover.email.strip().lower(): BOKMAL}
    told |= {one.email.lower(): one.locale for one in signatories_of(handover.receiver_id)}
    for address, language in told.items():
        tell_in(language, address, topic, subject=subject, body=body, at=at)
