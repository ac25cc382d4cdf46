"""What is told by e-mail: that something awaits somebody, never what is in the case."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l

from accounts.leading.queries import leader_now
from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.contacts.telling import tell_contact
from applications.models import Application
from assessments.impartiality.rulers import who_rule
from assessments.impartiality.standing import said_in
from criteria.impartiality import Said, awaits_ruling
from foundation import clock
from foundation.wording import format_day


def ask_applicant(application: Application, due_on: date, *, at: datetime) -> None:
    """Tell the contact, and who handed in, that the office asks for more. Inside an act.

    Needs the application whole. The lead's language resolution decides the form of Norwegian.
    """
    tell_contact(
        application,
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: vi trenger mer fra dere", number=application.case_number),
        body=_l(
            "Vi har gått gjennom søknaden i sak %(number)s og trenger flere opplysninger. "
            "Logg inn for å se hva vi ber om, og svar innen %(due_on)s.",
            number=application.case_number,
            due_on=format_day(due_on),
        ),
        at=at,
        also=application.submitted_by,
    )


def ask_leader(application: Application, person: Person, *, at: datetime) -> None:
    """Tell a person's nearest leader that a ruling on the person is awaited, where one is. Inside an act.

    Whose leader may not rule, or who has none, is found in the list of what waits. The mail names nobody.
    """
    said = said_in([person.id], [application.id]).get((person.id, application.id), Said())
    leader = leader_now(person.id, clock.in_oslo(at).date())
    if leader is None or not awaits_ruling(said) or leader.id not in who_rule([leader.id]):
        return
    tell_persons(
        [leader],
        Topic.RULINGS,
        subject=_l("Sak %(number)s: habilitet venter på deg", number=application.case_number),
        body=_l(
            "Det er meldt tvil om habiliteten til en av dine medarbeidere i sak %(number)s. "
            "Logg inn og gå til Habilitet for å avgjøre det. Saken er lukket for medarbeideren til da.",
            number=application.case_number,
        ),
        at=at,
    )
