"""From cases that were picked to a suggestion of who does what, and from what was chosen to a plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from accounts.models import Person
from applications.models import Application
from assessments import queries
from assessments.models import Assignment, Task
from assessments.queries import Load
from assessments.queries.assignments import UNDER_WORK
from assessments.queries.hindrances import Pair
from assessments.queries.marks import readings_of
from assessments.services import CasePlan, Wish
from assessments.staffing import readers_wanted
from criteria import staffing
from criteria.impartiality import Hindrance
from foundation.errors import NotFoundError

MOST = 300
"""How many cases are shared out at a time: as many as one can look over."""


@dataclass(frozen=True, slots=True)
class SuggestedCase:
    """A case with who is on it, whom it should get, and who cannot be put on it."""

    application: Application
    there: tuple[Assignment, ...]
    able: tuple[Person, ...]
    hindered: tuple[tuple[Person, Hindrance], ...]
    handler: int | None
    assessors: tuple[int | None, ...]
    """One for each that the case lacks; None where nobody is suggested."""
    lacks_handler: bool

    @property
    def seen(self) -> str:
        """Write down which assignments the suggestion was made from."""
        return "-".join(str(one.id) for one in self.there)


@dataclass(frozen=True, slots=True)
class OfficerShare:
    """What an officer has now, and would have with the suggestion."""

    person: Person
    before: staffing.Load
    after: staffing.Load
    hindered: int
    """In how many of the cases the officer is known to be hindered."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """The cases that lack somebody, each officer's share, and how many lack nobody."""

    cases: tuple[SuggestedCase, ...]
    shares: tuple[OfficerShare, ...]
    whole: int


def suggested(ids: Sequence[int], among: Collection[int]) -> Suggested:
    """Suggest officers for some cases; `among` some of the officers, or among all when it is empty."""
    found = queries.cases_by_id(ids)
    there = _by_case(queries.living_assignments([one.id for one in found]))
    open_cases = _open_cases([one for one in found if one.step in UNDER_WORK], there)
    applications = [one for one in found if one.id in open_cases and open_cases[one.id].lacks]
    loads = [one for one in queries.loads() if not among or one.person.id in among]
    before = {one.person.id: staffing.Load(one.handles, one.assesses) for one in loads}
    hindered = queries.known_hindrances(list(before), [one.id for one in applications])
    answer = staffing.suggest(
        (open_cases[one.id] for one in applications), before, hindered
    )
    staff = {one.case: one for one in answer.staff}
    return Suggested(
        tuple(
            _case(
                one, there.get(one.id, ()), loads, hindered,
                open_case=open_cases[one.id], staff=staff[one.id],
            )
            for one in applications
        ),
        tuple(
            OfficerShare(
                one.person, before[one.person.id], answer.after[one.person.id],
                sum(person == one.person.id for person, _case_id in hindered),
            )
            for one in sorted(loads, key=lambda load: (load.person.name, load.person.id))
        ),
        len(found) - len(applications),
    )  # fmt: skip


def planned(chosen: Sequence["ChosenStaff"]) -> tuple[CasePlan, ...]:
    """Make a plan of what was chosen. Raises NotFoundError for cases and officers that are not there."""
    officers = {one.person.id: one.person for one in queries.loads()}
    cases = {one.id: one for one in queries.cases_by_id([one.case for one in chosen])}
    try:
        return tuple(
            CasePlan(
                cases[one.case], one.seen,
                tuple(Wish(cases[one.case], officers[person], task) for task, person in one.wishes),
            )
            for one in chosen
        )  # fmt: skip
    except KeyError as error:
        raise NotFoundError from error


@dataclass(frozen=True, slots=True)
class ChosenStaff:
    """What was chosen for a case, by somebody who saw these assignments on it."""

    case: int
    seen: frozenset[int]
    wishes: tuple[tuple[Task, int], ...]


def _by_case(assignments: Sequence[Assignment]) -> dict[int, tuple[Assignment, ...]]:
    found: dict[int, tuple[Assignment, ...]] = {}
    for one in assignments:
        found[one.application_id] = (*found.get(one.application_id, ()), one)
    return found


def _of(task: Task, there: Sequence[Assignment]) -> list[int]:
    return [one.person_id for one in there if one.task is task]


def _open_cases(
    applications: Sequence[Application], there: Mapping[int, Sequence[Assignment]]
) -> dict[int, staffing.OpenCase]:
    readings = readings_of([one.id for one in applications])
    return {
        one.id: staffing.OpenCase(
            one.id, str(one.case_number),
            next(iter(_of(Task.HANDLE, there.get(one.id, ()))), None),
            frozenset(_of(Task.ASSESS, there.get(one.id, ()))),
            readers_wanted(wants_third=readings[one.id].wants_third),
        )
        for one in applications
    }  # fmt: skip


def _case(
    application: Application,
    there: tuple[Assignment, ...],
    loads: Sequence[Load],
    hindered: Mapping[Pair, Hindrance],
    *,
    open_case: staffing.OpenCase,
    staff: staffing.Staff,
) -> SuggestedCase:
    by_name = sorted((one.person for one in loads), key=lambda person: (person.name, person.id))
    stopped = {
        one.id: hindered[one.id, application.id]
        for one in by_name
        if (one.id, application.id) in hindered
    }
    open_places = max(open_case.wanted - len(open_case.assessors), 0)
    nobody: tuple[int | None, ...] = (None,) * (open_places - len(staff.assessors))
    return SuggestedCase(
        application, there,
        tuple(one for one in by_name if one.id not in stopped),
        tuple((one, stopped[one.id]) for one in by_name if one.id in stopped),
        staff.handler, (*staff.assessors, *nobody), open_case.handler is None,
    )  # fmt: skip
