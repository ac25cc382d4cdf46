"""Playing the talk between applicants and officers: questions, answers, notes, a contact who has left."""

from datetime import datetime, timedelta

from accounts.notices.services import mark_dead
from applications.messages.services import ask_office
from applications.models import Application
from applications.queries import application_of
from assessments.talking.services import answer_applicant, write_note
from demo.applying import Stage
from demo.judging import team_of
from foundation.language import Bilingual

HOURS = timedelta(hours=3)
ABOUT_THE_CALL = Bilingual(
    "Kan en kommune være med i to søknader samtidig?",
    "Kan ein kommune vere med i to søknader samtidig?",
)
ABOUT_THE_CASE = Bilingual(
    "Vi har fått ny prosjektleder. Hvordan melder vi fra om det?",
    "Vi har fått ny prosjektleiar. Korleis melder vi frå om det?",
)
ANSWER = Bilingual(
    "Dere endrer kontaktpersonen selv, nederst på siden om saken.",
    "De endrar kontaktpersonen sjølve, nedst på sida om saka.",
)
NOTE = "Avklart på telefon at helseforetaket er med. Det bør framgå av svaret deres."


def ask_about_the_call(stage: Stage, application: Application, *, at: datetime) -> None:
    """Let the lead of a draft ask, and leave the question unanswered."""
    _ask(stage, application, ABOUT_THE_CALL, at=at)


def talk_about_the_case(
    stage: Stage, application: Application, number: int, *, at: datetime
) -> None:
    """Let the lead ask and the officer answer, who also leaves a note for the office."""
    handler = team_of(stage, number)[0]
    language = _ask(stage, application, ABOUT_THE_CASE, at=at)
    answer_applicant(application, body=ANSWER.in_(language), by=handler, at=at + HOURS)
    write_note(application, body=NOTE, by=handler, at=at + 2 * HOURS)


def lose_the_contact(stage: Stage, application: Application, *, at: datetime) -> None:
    """Let an officer hear that nobody reads the contact's address any more."""
    mark_dead(
        application.contact_email, reason="E-posten kom i retur: ukjent mottaker.",
        by=stage.cast.officers[0], at=at,
    )  # fmt: skip


def _ask(stage: Stage, application: Application, question: Bilingual, *, at: datetime) -> str:
    """Ask in the lead's form of Norwegian, and give it."""
    lead = application.partners[0].organisation
    by = stage.cast.signatories[lead.id]
    nynorsk = any(one.language_form == "nynorsk" for one in lead.versions)
    language = "nn" if nynorsk else "nb"
    ask_office(application_of(by, application.id), body=question.in_(language), by=by, at=at)
    return language
