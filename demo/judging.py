"""Playing the case officers: on the case, impartial or not, the formal control, marks and proposals."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from accounts.models import Person
from accounts.queries import person
from applications import queries as applications
from applications import services as applicants
from applications.models import Application
from assessments import services
from assessments.approval.queries import asked_by_activity
from assessments.approval.services import Approval, approve_budget
from assessments.lists.choice import Sort, Whose, read
from assessments.lists.services import open_with, save_view
from assessments.models import Proposal, Task
from assessments.queries import undeclared_cases
from assessments.services import Marking, Wish
from assessments.solving import FIND
from criteria.completeness import Section
from criteria.impartiality import View
from criteria.procedure import Step
from demo import texts
from demo.applying import Stage
from demo.drawing import Draw
from demo.people import Cast
from demo.plan import Stage as Reach
from foundation import outbox
from foundation.database import db
from foundation.money import Ore

PARTIAL_EVERY, DEFICIENT_EVERY, INELIGIBLE_EVERY = 23, 17, 45
ALL_OF_A_ROUND = 1000
DAY = timedelta(days=1)
_MIDDLE = 3


def team_of(stage: Stage, number: int) -> tuple[Person, Person, Person]:
    """Give the handler and the two assessors of the n-th case."""
    officers = stage.cast.officers
    return (
        officers[number % len(officers)],
        officers[(number + 1) % len(officers)],
        officers[(number + 2) % len(officers)],
    )


def take_on(stage: Stage, application: Application, number: int, *, at: datetime) -> None:
    """Put three officers on a case, each of whom declares; now and then one is not impartial."""
    leader = stage.cast.officers[0]
    handler, *assessors = team_of(stage, number)
    if number % PARTIAL_EVERY == PARTIAL_EVERY - 1:
        services.declare(
            application,
            View.PARTIAL,
            reason="Jeg har vært ansatt hos en av deltakerne det siste året.",
            by=_somebody_else(stage, number),
            at=at,
        )
    services.assign_many(
        [
            Wish(application, handler, Task.HANDLE),
            *(Wish(application, one, Task.ASSESS) for one in assessors),
        ],
        by=leader,
        at=at,
    )
    for officer in (handler, *assessors):
        services.declare(application, View.IMPARTIAL, reason="", by=officer, at=at)


def _somebody_else(stage: Stage, number: int) -> Person:
    """Give an officer who is not on the n-th case, nor the one who ranks: who ranks must be free in all."""
    officers = stage.cast.officers
    later = [officers[(number + step) % len(officers)] for step in (3, 4)]
    return next(one for one in later if one is not officers[0])


def control(stage: Stage, application: Application, number: int, *, at: datetime) -> bool:
    """Examine a case, ask for more now and then, and tell whether it went on to assessment."""
    handler = team_of(stage, number)[0]
    if number % DEFICIENT_EVERY == DEFICIENT_EVERY - 1:
        ask(stage, application, number, at=at)
        answer(stage, application, at=at + 2 * DAY)
        application = applications.any_application(application.id)
    services.examine(application, by=handler, at=at + 3 * DAY)
    if number % INELIGIBLE_EVERY == INELIGIBLE_EVERY - 1:
        services.find_ineligible(
            application,
            reason="Prosjektet er en ren utprøving (pilot). Ordningen gjelder løsninger som skal i drift.",
            by=handler,
            at=at + 3 * DAY,
        )
        return False
    services.find_eligible(application, by=handler, at=at + 3 * DAY)
    return True


def ask(stage: Stage, application: Application, number: int, *, at: datetime) -> None:
    """Write to the applicant for what is missing."""
    services.ask_for_more(
        application,
        text="Samarbeidsavtalen mangler underskrift fra en av deltakerne. Send den på nytt.",
        due_on=(at + 10 * DAY).date(),
        sections=[Section.ATTACHMENTS],
        by=team_of(stage, number)[0],
        at=at,
    )


def answer(stage: Stage, application: Application, *, at: datetime) -> None:
    """Let the lead answer what was asked for."""
    db.session.expunge_all()  # the lead reads the case anew
    whole = applications.any_application(application.id)
    lead = stage.cast.signatories[whole.partners[0].organisation_id]
    applicants.supplement(
        whole,
        whole.deficiencies[-1],
        answer="Avtalen er nå underskrevet av alle deltakerne.",
        by=lead,
        at=at,
    )


def mark(
    stage: Stage,
    application: Application,
    draw: Draw,
    number: int,
    *,
    at: datetime,
    readers: int = 2,
    apart: bool = False,
) -> None:
    """Let the officers read and mark a case, and finish; now and then they see it quite differently."""
    application = applications.any_application(application.id)
    criteria = {one.code: one.id for one in stage.call.criteria if one.scored}
    for reader, (officer, marks) in enumerate(
        zip(team_of(stage, number)[1:], draw.marks, strict=True)
    ):
        if reader >= readers:
            return
        services.save_marks(
            application,
            {
                criteria[code]: Marking(points, texts.verdict(stage.rng, points))
                for code, points in (_seen_otherwise(marks) if apart and reader else marks).items()
            },
            by=officer,
            at=at,
        )
        services.finish_assessment(application, by=officer, at=at + timedelta(hours=reader + 1))


def _seen_otherwise(marks: Mapping[str, int]) -> dict[str, int]:
    """Turn the first mark so far the other way that the call asks for a third reader."""
    first, points = next(iter(marks.items()))
    return {**marks, first: points - 3 if points >= _MIDDLE else points + 3}


def settle(stage: Stage, case_id: int, number: int, *, at: datetime) -> None:
    """Go through the budget of a case that two have read, and moderate a mark where they agree to."""
    handler = team_of(stage, number)[0]
    case = applications.any_application(case_id)
    if case.step is not Step.ASSESSED:
        return
    activity, asked = next(iter(asked_by_activity(case).items()))
    less = Approval(Ore(asked // 2), "Lønn til egne ansatte dekkes bare for prosjekttiden.")
    approve_budget(case, {activity: less}, by=handler, at=at)
    last = [one for one in stage.call.criteria if one.scored][-1]
    agreed = Marking(
        last.max_mark - 1, "Enige om at planen er god, men at ansvaret ikke er plassert."
    )
    services.moderate(case, {last.id: agreed}, by=handler, at=at + timedelta(hours=1))


def propose(stage: Stage, *, at: datetime) -> Proposal:
    """Rank, propose and choose; who ranks has answered for every case of the round.

    The round that is under decision has the best combination beside the one that is chosen.
    """
    officer = stage.cast.officers[0]
    cases = undeclared_cases(officer, call_id=stage.call.id, mine=False, limit=ALL_OF_A_ROUND)
    services.declare_impartial(cases, by=officer, at=at)
    if stage.plan.stage is Reach.ASSESSED:
        services.ask_for_optimum(stage.call, by=officer, at=at)
        outbox.work_once(at, kind=FIND)
        db.session.expunge_all()  # the work has read the officer anew, beside the one that acts here
    proposal = services.make_proposal(stage.call, by=officer, at=at)
    services.choose_proposal(
        proposal, reason="Innstillingen følger utlysningens regler uten avvik.", by=officer, at=at
    )
    return proposal


def keep_views(cast: Cast, *, at: datetime) -> None:
    """Let two officers keep what they look for: one for all, one for themselves that the list opens with."""
    first, second = (person(one.id) for one in cast.officers[:2])
    waiting = read({"whose": Whose.UNDERSTAFFED, "sort": Sort.OLDEST})
    save_view(name="Mangler noen (demodata)", query=waiting.query, shared=True, by=first, at=at)
    largest = read({"step": Step.ASSESSED, "sort": Sort.MOST_ASKED})
    view = save_view(
        name="Vurdert, de største først (demodata)", query=largest.query, shared=False, by=second, at=at
    )
    open_with(view, by=second, at=at)
