"""Handovers of benefits, made by the acts themselves: another organisation, its signatory, and the offer."""

from dataclasses import dataclass

from accounts.models import Organisation, OrganisationKind, Person
from followup.benefits import queries, services
from followup.benefits.models import BenefitHandover
from followup.benefits.services import Offer
from tests.builders.accounts import an_organisation
from tests.builders.applications import a_signatory
from tests.builders.benefits import Followed, a_measured_benefit
from tests.builders.decisions import NOW
from tests.scenes import scene

PLAN = "Hvert år i mars, med samme stikkprøve."


@dataclass
class Handing:
    """A measured benefit, and an organisation outside the project that may take it over."""

    followed: Followed
    receiver: Organisation
    receivers_signatory: Person

    @property
    def offer(self) -> Offer:
        """What the lead's kommune offers: the benefit from today on."""
        return Offer(
            receiver=self.receiver.id,
            contact="Leder for e-helse",
            email="gevinster@example.org",
            takes_over_on=NOW.date(),
            codes=("G2",),
            plan=PLAN,
            why="Prosjektet er slutt.",
        )

    def propose(self, offer: Offer | None = None) -> BenefitHandover:
        """Let the lead's signatory offer its kommune's benefit."""
        made = services.propose_handover(
            self.followed.grant.application, self.followed.lead_kommune,
            offer or self.offer, by=self.followed.lead, at=NOW,
        )  # fmt: skip
        return queries.any_handover(made.id)

    def accepted(self) -> BenefitHandover:
        """Let it be offered and taken over."""
        made = self.propose()
        services.accept_handover(made, by=self.receivers_signatory, at=NOW)
        return made


@scene
def a_possible_receiver() -> Handing:
    """Let a task community with somebody who signs for it stand beside a project."""
    followed = a_measured_benefit()
    receiver = an_organisation(
        "IKO-1", OrganisationKind.MUNICIPAL_TASK_COMMUNITY, "Fjordhelse oppgavefellesskap"
    )
    return Handing(followed, receiver, a_signatory(receiver, "Mona Mottaker"))
