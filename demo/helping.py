"""Playing help with standards: one project has been helped and says so, and one waits for an answer."""

from datetime import UTC, date, datetime, time, timedelta

from applications.facts import lead_of
from applications.queries import any_application
from demo.applying import Stage
from demo.underway import officer_of, projects_under_way
from followup.assistance import queries, services
from followup.assistance.models import AssistanceKind, Usefulness
from followup.assistance.services import Given, Need
from foundation.database import db

NINE = time(9, 0, tzinfo=UTC)
ASKED_BEFORE = timedelta(days=40)
NEEDS = (
    (AssistanceKind.EXPERT_GROUP, "fhir", "Vi vet ikke hvilken FHIR-profil vi skal kreve. (Oppdiktet.)"),
    (AssistanceKind.COMPETENCE, "snomed_ct", "Vi trenger et kurs i SNOMED CT. (Oppdiktet.)"),
)  # fmt: skip


def help_projects(stage: Stage, as_of: date) -> None:
    """Let two projects under way ask for help; the first gets it and tells that it helped."""
    on = as_of - ASKED_BEFORE
    for number, case in enumerate(projects_under_way(stage, on, len(NEEDS))):
        at = datetime.combine(on + timedelta(days=20 * number), NINE)
        made = _ask(stage, case, number, at)
        if number == 0:
            _help(stage, case, made, at + timedelta(days=2))


def _ask(stage: Stage, case: int, number: int, at: datetime) -> int:
    application = any_application(case)
    kind, standard, words = NEEDS[number]
    lead = lead_of(application).organisation_id
    need = Need(lead, kind, words, standard, (at + timedelta(days=60)).date())
    made = services.ask_for_assistance(
        application, need, by=stage.cast.signatories[lead], at=at
    ).id
    db.session.expunge_all()
    return made


def _help(stage: Stage, case: int, number: int, at: datetime) -> None:
    officer = officer_of(stage, case, at)
    words = "Faggruppen for journal tar kontakt denne uken."
    services.answer_assistance(
        queries.any_request(number), take_on=True, words=words, by=officer, at=at
    )
    db.session.expunge_all()
    later = at + timedelta(days=9)
    given = Given(later.date(), "Faggruppe for journal", 14, "Gikk gjennom profilene og valgte én.")
    services.note_given(queries.any_request(number), given, by=officer, at=later)
    db.session.expunge_all()
    found = queries.any_request(number)
    services.close_assistance(
        found, Usefulness.HELPED, "", by=stage.cast.signatories[found.organisation_id],
        at=later + timedelta(days=3),
    )  # fmt: skip
    db.session.expunge_all()
