"""A year with something of everything: paid, signed and not sent out, and only asked for."""

from dataclasses import dataclass

from accounts.models import Person
from applications.models import Application
from foundation.database import transaction
from foundation.money import Ore, kroner
from payments import services
from tests.builders.assessments import a_submitted_case
from tests.builders.decisions import NOW, a_controller
from tests.builders.payments import Grant, an_accepted_grant, an_appropriation, signed_rounds
from tests.scenes import scene

FORMULA = '=HYPERLINK("http://example.org";"Klikk")'
"""A title that a careless spreadsheet would run."""


@dataclass(frozen=True)
class Year:
    """What a controller takes out: a paid grant, a case that is signed, and one that is only asked for."""

    grant: Grant
    signed: Application
    undecided: Application
    controller: Person


@scene
def a_year() -> Year:
    """Play a year, with øre in an appropriation and a booking that was taken back."""
    published, signed = signed_rounds("anskaffelse-a", "anskaffelse-b", booked=kroner(20_000_000))
    published.publish()
    grant = an_accepted_grant(published)
    services.attest(grant.first(), by=grant.attester, at=NOW)
    services.authorise(grant.first(), by=grant.authoriser, at=NOW)
    controller = a_controller("Britt Bok")
    for amount in (kroner(100), Ore(1_234_567)):
        appropriation = an_appropriation(2027, amount)
        entry = services.book_appropriation(appropriation, by=controller, at=NOW)
    services.reverse(entry, reason="Feil år.", by=controller, at=NOW)
    appropriation = an_appropriation(2026, Ore(789))
    services.book_appropriation(appropriation, by=controller, at=NOW)
    undecided = a_submitted_case(signed.call, place=8)
    with transaction():
        undecided.title = FORMULA
    return Year(grant, signed.applications[0], undecided, controller)
