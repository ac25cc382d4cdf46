"""A round of 179 cases as who decides finds it: handed in, controlled, marked and proposed.

The rows are written in bulk: the hundreds of acts by hand are what the journey of the judging plays. What
follows of them is made as the acts make it: by the journal, the scores and the proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts import passwords
from accounts.models import Membership, Organisation, Person, Role
from accounts.queries import municipalities
from accounts.registration import load_register
from applications import journal, numbering
from applications import queries as applications
from applications.models import (
    Application,
    BudgetLine,
    ChosenActivity,
    Partner,
    PartnerRole,
)
from applications.searching.keeping import keep_text
from assessments.models import Assignment, Task
from assessments.services import declare_impartial
from criteria.budget import Source
from criteria.procedure import Act
from foundation import clock
from foundation.database import db, transaction
from foundation.money import Ore, kroner
from grants import queries as grants
from grants.models import Call
from tests.builders.accounts import PASSWORD, an_administrator
from tests.builders.assessments import a_chosen_proposal, an_officer
from tests.builders.decisions import a_controller, a_decision_maker, book_the_money
from tests.builders.grants import a_call, terms
from tests.journeys.marked import mark_cases
from tests.journeys.marking import HIGHEST_MARK
from tests.scenes import scene

CASES = 179
"""As many as applied for the first round of the scheme, in 2024."""
PAIRS = 179
STRIDE = 13
"""From a case's pair of kommuner to the next one's, so that every part of the list has all forms."""
FRAME = 40_000_000
"""What half of them get of, in kroner."""
OFFICERS = ("Sigrid Sakse", "Vegard Vurder", "Vilde Vekt")
HANDED_IN = datetime(2026, 4, 14, 10, 0, tzinfo=clock.OSLO)
JUDGED = datetime(2026, 4, 29, 10, 0, tzinfo=clock.OSLO)
YEARS = (2026, 2027)


@dataclass
class Proposed:
    """The round, and the people of the office."""

    call: int
    frame: Ore
    cases: list[int]
    officers: list[Person]
    maker: Person
    controller: Person


@scene
def a_proposed_round(cases: int = CASES) -> Proposed:
    """Bring cases of two kommuner each to a chosen proposal."""
    frame = kroner(FRAME * cases // CASES // 1_000 * 1_000)
    with clock.frozen(HANDED_IN):
        load_register(at=clock.now())
        call = a_call(an_administrator("Alma Oppsett"), terms(frame=frame))
        officers = [an_officer(name) for name in OFFICERS]
        maker, controller = a_decision_maker(), a_controller()
        book_the_money(controller)
        numbers = _handed_in(grants.call(call.id), cases)
        _staffed(numbers, officers)
    with clock.frozen(JUDGED):
        readers = [one.id for one in officers[1:]]
        mark_cases(
            grants.call(call.id),
            numbers,
            readers_of=lambda _case: readers,
            points=lambda place, seat: min(2 + (place * 7 + seat) % 4, HIGHEST_MARK),
        )
        a_chosen_proposal(grants.call(call.id), officers[0])
    return Proposed(call.id, frame, numbers, officers, maker, controller)


def _handed_in(call: Call, cases: int) -> list[int]:
    """Hand in cases of two kommuner that are neighbours in the list, each with who signs for it."""
    kommuner = _neighbours()
    signs = _signatories(kommuner)
    with transaction():
        made = [_case(call, number, kommuner, signs) for number in range(cases)]
        db.session.add_all(made)
        db.session.flush()
        activity = next(one for one in call.activities if one.supported)
        for one in made:
            _fill_in(one, activity.id)
        numbers = [numbering.next_case_number(clock.now()) for _ in made]
        for one, number in zip(made, numbers, strict=True):
            one.case_number, one.submitted_at = number, clock.now()
            one.submitted_by_id = one.created_by_id
        for act in (Act.SUBMIT, Act.FIND_ELIGIBLE):
            journal.move_all([(one, {}) for one in made], act, by=None, at=clock.now())
        keep_text([one.id for one in made])
    return [one.id for one in made]


def _neighbours() -> list[Organisation]:
    """List the kommuner by the form of Norwegian they have chosen: few cases are written to in both."""
    versions = municipalities(clock.today())
    versions.sort(key=lambda one: (one.language_form or "", one.number))
    return [one.organisation for one in versions]


def _signatories(kommuner: Sequence[Organisation]) -> dict[int, int]:
    """Let each kommune have one person who signs; give who, by the kommune."""
    sealed = passwords.hashed(PASSWORD)
    people = [
        Person(
            name=f"Signe {one.name.split()[0]}",
            email=f"signe.{one.code.lower()}@example.org",
            password_hash=sealed,
            created_at=clock.now(),
            memberships=[
                Membership(organisation_id=one.id, role=Role.SIGNATORY, given_at=clock.now())
            ],
        )
        for one in kommuner
    ]
    with transaction():
        db.session.add_all(people)
    return {one.memberships[0].organisation_id: one.id for one in people}


def _case(
    call: Call, number: int, kommuner: Sequence[Organisation], signs: dict[int, int]
) -> Application:
    pair = number * STRIDE % PAIRS
    lead, other = (kommuner[one % len(kommuner)] for one in (2 * pair, 2 * pair + 1))
    return Application(
        call_id=call.id,
        title=f"Felles journal i samarbeid nummer {number + 1}",
        asked=kroner(300_000 + 4_000 * (number % 90)),
        start_on=date(2026, 9, 1),
        end_on=date(2027, 12, 31),
        contact_name=f"Kontakt i {lead.name}",
        contact_email=f"post.{lead.code.lower()}@example.org",
        created_at=clock.now(),
        created_by_id=signs[lead.id],
        partners=[
            Partner(organisation_id=one.id, role=role, invited_at=clock.now())
            for one, role in ((lead, PartnerRole.LEAD), (other, PartnerRole.PARTICIPANT))
        ],
    )


def _fill_in(application: Application, activity: int) -> None:
    """Ask for two thirds of the money in the first year; the lead and the other put in as much."""
    first = Ore(application.asked * 2 // 3 // 100_00 * 100_00)
    asked = (first, Ore(application.asked - first))
    db.session.add(ChosenActivity(application_id=application.id, activity_id=activity))
    db.session.add_all(
        BudgetLine(
            application_id=application.id,
            year=year,
            partner_id=partner.id,
            activity_id=activity,
            source=source,
            amount=amount,
        )
        for year, amount in zip(YEARS, asked, strict=True)
        for source, partner in zip(
            (Source.GRANT, Source.OWN_FUNDING), application.partners, strict=True
        )
    )


def _staffed(cases: Sequence[int], officers: Sequence[Person]) -> None:
    """Put an officer on all cases to handle them, who is impartial, and two to assess them."""
    handler = officers[0]
    with transaction():
        db.session.add_all(
            Assignment(
                application_id=case,
                person_id=officer.id,
                task=task,
                assigned_at=clock.now(),
                assigned_by_id=handler.id,
            )
            for case in cases
            for officer, task in zip(officers, (Task.HANDLE, Task.ASSESS, Task.ASSESS), strict=True)
        )
    whole = applications.applications_by_id(cases)
    assert declare_impartial(whole, by=handler, at=clock.now()) == len(cases)
