"""A round of 179 cases as the office finds it: handed in and controlled, and nobody put on any of them."""

from typing import NamedTuple

from accounts.models import Person
from accounts.queries import municipalities, person
from accounts.registration import load_register
from applications import queries as applications
from applications.models import Application, Partner, PartnerRole
from applications.searching.keeping import keep_text
from assessments import queries, services
from criteria.impartiality import TieKind
from criteria.procedure import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.money import kroner
from grants import queries as grants
from grants.models import RuleKey
from grants.services import RuleSetting, change_rule, publish_call
from tests.builders.accounts import an_administrator
from tests.builders.assessments import an_officer, finish, scored
from tests.builders.grants import a_draft
from tests.builders.impartiality import a_leader, a_tie
from tests.journeys.marked import SAID, mark_cases
from tests.journeys.marking import HIGHEST_MARK
from tests.journeys.people import Somebody

CASES = 179
"""As many as applied for the first round of the scheme, in 2024."""
LARGEST_GAP = 2
OFFICERS = ("Sigrid Sakse", "Vegard Vurder", "Vilde Vekt", "Oda Onsrud")


class Office(NamedTuple):
    """The round, and those who judge it; the second officer lives in the lead of the seventh case."""

    call: int
    cases: list[int]
    officers: list[Person]
    leader: Person

    def sign_in_of(self, number: int) -> Somebody:
        """Give an officer as the sign-in page knows them."""
        return Somebody(self.officers[number].name, self.officers[number].email)

    @property
    def tied(self) -> int:
        """The case that the second officer has a tie to."""
        return self.cases[6]


def gather() -> Office:
    """Publish a call that lets two marks differ by two, and put 179 controlled cases in it."""
    load_register(at=clock.now())
    administrator = an_administrator("Alma Oppsett")
    draft = a_draft(administrator)
    rule = next(one for one in draft.rules if one.key is RuleKey.MARK_GAP)
    setting = RuleSetting(str(LARGEST_GAP), rule.note, chosen_by_administrator=False)
    change_rule(draft, rule, setting, by=administrator, at=clock.now())
    publish_call(grants.call(draft.id), by=administrator, at=clock.now())
    team = [an_officer(name) for name in OFFICERS]
    cases = _cases(draft.id, team[0])
    home = applications.any_application(cases[6]).partners[0].organisation
    a_tie(team[1], home, TieKind.HOME)
    return Office(draft.id, cases, team, a_leader(*team))


def _cases(call_id: int, by: Person) -> list[int]:
    """Put in cases of two kommuner each; every kommune leads one at most."""
    kommuner = [one.organisation_id for one in municipalities(clock.today())]
    made = [
        Application(
            call_id=call_id,
            title=f"Felles journal i samarbeid nummer {one + 1}",
            asked=kroner(300_000 + 4_000 * (one % 90)),
            step=Step.ELIGIBLE,
            case_number=f"2026/{one + 1:05d}",
            created_at=clock.now(),
            created_by_id=by.id,
            submitted_at=clock.now(),
            submitted_by_id=by.id,
            partners=[
                Partner(
                    organisation_id=kommuner[one], role=PartnerRole.LEAD, invited_at=clock.now()
                ),
                Partner(
                    organisation_id=kommuner[(one + CASES) % len(kommuner)],
                    role=PartnerRole.PARTICIPANT,
                    invited_at=clock.now(),
                ),
            ],
        )
        for one in range(CASES)
    ]
    with transaction():
        db.session.add_all(made)
        db.session.flush()
        keep_text([one.id for one in made])
    return [one.id for one in made]


def mark_the_rest(office: Office) -> None:
    """Let those who are put on the cases that nobody has finished mark them: the marks differ a little."""
    db.session.commit()  # ends the reading that saw how it was before
    waiting = [
        one.id for one in applications.applications_by_id(office.cases) if one.step is Step.ELIGIBLE
    ]
    mark_cases(
        grants.call(office.call),
        waiting,
        readers_of=lambda case: sorted(queries.assessors_of(case)),
        points=lambda place, seat: min(1 + place * 7 % 5 + seat, HIGHEST_MARK),
    )


def mark(application_id: int, officer_id: int, points: int) -> None:
    """Mark every criterion of a case alike and finish."""
    officer, application = person(officer_id), applications.any_application(application_id)
    sheet = {one.id: services.Marking(points, SAID) for one in scored(application)}
    services.save_marks(application, sheet, by=officer, at=clock.now())
    finish(application, officer)


def readers(application_id: int) -> frozenset[int]:
    """Give those who are put on a case to assess it now."""
    db.session.commit()  # ends the reading that saw how it was before
    return queries.assessors_of(application_id)
