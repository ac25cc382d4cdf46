"""What partners answer and organisations say of themselves, made by the acts themselves."""

from dataclasses import replace

from accounts.models import Organisation, Person
from applications import contents, services
from applications.contactpersons import ContactPerson, ContactPersons
from applications.factsheets.models import FactSheet
from applications.factsheets.services import Facts, System, confirm_facts
from applications.interests.models import Interest
from applications.interests.services import Wish, register_interest
from applications.models import Application, CounterOffer, Partner
from applications.offered import Figures
from criteria.budget import Source
from criteria.reaching import WithoutGrant
from foundation import clock
from foundation.money import Ore, kroner
from grants.models import Measure

PERSONS = ContactPersons(
    ContactPerson("Kari Kontakt", "kari@example.org", "22 33 44 55"),
    ContactPerson("Bo Bakvakt", "bo@example.org", ""),
)
FACTS = Facts(
    persons=PERSONS,
    post_email="post@storfjord.example",
    networks="Fjordnettverket",
    hours_a_year=800,
    without_grant=WithoutGrant.EXTENSIVE,
    systems=(System("Gammelt system", "Pleie og omsorg"), System("Et annet", "Legevakt")),
)
WISH = Wish(contact_name="Kari Kontakt", contact_email="kari@example.org", note="Bytte i 2027")
WHY = "Vi har allerede en prosjektleder."


def less(draft: Application, partner: Partner, amount: Ore = kroner(400_000)) -> Figures:
    """Give a partner's part with a smaller own share and fewer hours."""
    cells = [
        replace(cell, amount=amount) if cell.source is Source.OWN_FUNDING else cell
        for cell in contents.cells_of(draft, partner.id)
    ]
    return Figures(tuple(cells), effort_hours=120)


def an_offer(draft: Application, partner: Partner, by: Person) -> CounterOffer:
    """Let a partner propose other figures for its part."""
    return services.offer_figures(
        partner, less(draft, partner), comment=WHY, by=by, at=clock.now()
    )


def a_fact_sheet(organisation: Organisation, by: Person, facts: Facts = FACTS) -> FactSheet:
    """Let an organisation confirm its facts for the first time."""
    return confirm_facts(organisation, facts, seen=None, by=by, at=clock.now())


def an_interest(organisation: Organisation, measure: Measure, by: Person) -> Interest:
    """Let an organisation wait for a call of a measure."""
    return register_interest(organisation, measure, WISH, by=by, at=clock.now())
