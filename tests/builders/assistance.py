"""Requests for help with standards, made by the acts themselves."""

from accounts.models import Person
from applications.facts import lead_of
from applications.queries import any_application
from followup.assistance import queries, services
from followup.assistance.models import AssistanceGiven, AssistanceKind, AssistanceRequest
from followup.assistance.services import Given, Need
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, forget, signatory_of

NEED = "Vi vet ikke hvilken FHIR-profil leverandøren skal bruke."
ANSWER = "Faggruppen tar kontakt denne uken."
DONE = "Gikk gjennom profilene og valgte én."


def a_need(grant: Grant) -> Need:
    """Say what the lead of a grant wants help with."""
    lead = lead_of(any_application(grant.application.id)).organisation_id
    return Need(lead, AssistanceKind.EXPERT_GROUP, NEED, standard="fhir")


def a_request(grant: Grant, by: Person | None = None) -> AssistanceRequest:
    """Let the lead ask for help."""
    asker = by or signatory_of(grant.application)
    application = any_application(grant.application.id)
    made = services.ask_for_assistance(application, a_need(grant), by=asker, at=NOW)
    return again(made)


def a_request_taken_on(grant: Grant) -> AssistanceRequest:
    """Let the office take a request on."""
    found = a_request(grant)
    services.answer_assistance(found, take_on=True, words=ANSWER, by=grant.round.drafter, at=NOW)
    return again(found)


def some_help(hours: int = 6) -> Given:
    """Say what help was given."""
    return Given(on=NOW.date(), by_whom="Faggruppe for journal", hours=hours, done=DONE)


def again(request: AssistanceRequest) -> AssistanceRequest:
    """Read a request anew, whole."""
    number = request.id
    forget(AssistanceRequest, AssistanceGiven)
    return queries.any_request(number)
