"""The grant of three years that is reported on: three real kommuner, made by the acts, and who does what."""

from dataclasses import dataclass

from accounts.models import OrganisationKind, Person
from accounts.queries import person
from accounts.registration import load_register
from applications.queries import any_application
from followup.benefits.services import fill_benefits
from followup.benefits.sheet import load_catalogue
from foundation import clock
from foundation.money import Ore
from grants import queries as grants
from payments import services as paying
from tests.builders.accounts import an_administrator, an_organisation
from tests.builders.assessments import a_chosen_proposal, officers
from tests.builders.decisions import (
    Round,
    a_controller,
    a_decision_maker,
    book_the_money,
    declare_all,
    draft_all,
    make_documents,
)
from tests.builders.grants import a_call, terms
from tests.builders.payments import Grant, an_accepted_grant, assess
from tests.journeys import sums
from tests.journeys.longrun import handed_in
from tests.journeys.people import OTHERS, Somebody, the_others

LEAD, STAYS, LEAVES = OTHERS
UNIVERSITY = "Prøveuniversitetet"
OF_THE_YEAR = """SELECT sum(y.amount) FROM decision_year y JOIN decision d ON d.id = y.decision_id
    WHERE d.application_id = :case AND y.year = :year"""


@dataclass
class Project:
    """The grant, and the persons of this journey."""

    grant: Grant
    case: int
    number: str
    administrator: Somebody
    handler: Somebody
    maker: Somebody
    lead: Somebody
    stays: Somebody
    leaves: Somebody

    def granted(self, year: int) -> Ore:
        """Ask the database what the grant is for a year."""
        return Ore(sums.ore(OF_THE_YEAR, case=self.case, year=year))

    def pay_what_is_due(self) -> None:
        """Let one controller attest and the other authorise what has fallen due."""
        attester, authoriser = (
            person(one.id) for one in (self.grant.attester, self.grant.authoriser)
        )
        due = [
            one.id
            for one in self.grant.instalments()
            if one.due_at and not one.authorised_at and one.year <= clock.today().year
        ]
        assert due
        attested = paying.attest_many(due, by=attester, at=clock.now())
        authorised = paying.authorise_many(due, by=authoriser, at=clock.now())
        refused = [*attested.refused, *authorised.refused]
        assert not refused, refused


def begin() -> Project:
    """Let Kongsberg, Flesberg and Rollag be granted money for three years, and accept it."""
    load_register(at=clock.now())
    an_organisation("UNI", OrganisationKind.RESEARCH, UNIVERSITY)
    administrator, team, maker = an_administrator("Alma Oppsett"), officers(), a_decision_maker()
    fill_benefits(load_catalogue(), by=administrator, at=clock.now())
    call = a_call(administrator, terms())
    book_the_money(a_controller())
    together = the_others(call.id)
    application = assess(handed_in(together), team)
    a_chosen_proposal(call, team[0])
    made = Round(grants.call(call.id), team, maker, [any_application(application.id)])
    draft_all(made)
    declare_all(made, maker)
    assert made.sign() == ()
    make_documents()
    made.publish()
    grant = an_accepted_grant(made)
    staying, leaving = together.others_signatories
    return Project(
        grant=grant,
        case=grant.application.id,
        number=str(grant.application.case_number),
        administrator=_known(administrator),
        handler=_known(made.drafter),
        maker=_known(maker),
        lead=_known(together.signatory),
        stays=_known(staying),
        leaves=_known(leaving),
    )


def _known(one: Person) -> Somebody:
    return Somebody(one.name, one.email)
