"""Bringing the world's cases through the office, with something hidden in all that it thinks."""

from dataclasses import dataclass

from applications.documents import Upload
from applications.models import Application
from applications.queries import any_application
from assessments import queries, services
from assessments.impartiality import services as ruling
from assessments.models import Task
from assessments.talking.services import answer_applicant, write_note
from criteria.impartiality import Outcome, View
from foundation import clock
from tests.builders.applications import A_PDF, a_stored_pdf
from tests.builders.assessments import an_assessed_case, scored
from tests.visibility.viewers import ADMITTED, LEAD, OFFICE, PARTNERS, RULERS, Viewer
from tests.visibility.world import World

DECLARING = (
    Viewer.HANDLER, Viewer.FIRST, Viewer.SECOND, Viewer.BYSTANDER, Viewer.MAKER, Viewer.CONTROLLER,
)  # fmt: skip


REPLIED_WITH_FILE = "eligible"
SOUGHT_BEST = "assessed"
REPLY = "the office's file"
DOUBTING = {
    Viewer.DOUBTER: View.DOUBT, Viewer.PARTIAL: View.PARTIAL, Viewer.RULED_OUT: View.DOUBT,
}  # fmt: skip
ALIKE = ("assessed", "proposed", "decided", "awarded", "accepted")
"""The places whose cases would get the same score, were it not for a point here and there."""


@dataclass(frozen=True)
class Marks:
    """What an assessor gives, and who may read it."""

    by: Viewer
    points: int
    seen_by: frozenset[Viewer]
    lower_for: int = 0
    """For how many criteria one point less is given."""


def staff(world: World, case: Application, place: str) -> None:
    """Put the team on a case; everybody who declares, declares."""
    at, handler = clock.now(), world.who(Viewer.HANDLER)
    for viewer in DECLARING:
        services.declare(case, View.IMPARTIAL, by=world.who(viewer), at=at)
    for viewer, task in (
        (Viewer.HANDLER, Task.HANDLE), (Viewer.FIRST, Task.ASSESS), (Viewer.SECOND, Task.ASSESS)
    ):  # fmt: skip
        services.assign(case, world.who(viewer), task, by=handler, at=at)
    for viewer, view in DOUBTING.items():
        words = world.secrets.plant(f"why {viewer.name.lower()}", place, RULERS | {viewer})
        services.declare(case, view, reason=words, by=world.who(viewer), at=at)
    ruling.rule(
        case, world.who(Viewer.RULED_OUT), Outcome.PARTIAL,
        reason=world.secrets.plant("ruling", place, RULERS | {Viewer.RULED_OUT}),
        by=world.who(Viewer.MAKER), at=at,
    )  # fmt: skip
    world.places[place]["person_id"] = world.people[Viewer.DOUBTER]
    world.places[place]["assignment_id"] = queries.assignments_of(case.id)[0].id


def talk(world: World, case: Application, place: str) -> None:
    """Write to the applicant, and a note that only the office reads."""
    at, handler, hide = clock.now(), world.who(Viewer.HANDLER), world.secrets.plant
    both = LEAD | PARTNERS | ADMITTED
    upload = None
    if place == REPLIED_WITH_FILE:
        content = A_PDF + f"% {hide('answer file', place, both)}\n".encode()
        upload = Upload(a_stored_pdf(content), "svar.pdf")
    message = answer_applicant(
        case, body=hide("office message", place, both), upload=upload, by=handler, at=at
    )
    if upload is not None:
        world.places[REPLY] = {"application_id": case.id, "message_id": message.id}
    note = write_note(case, body=hide("note", place, ADMITTED), by=handler, at=at)
    world.places[place]["note_id"] = note.id


def control(world: World, case: Application, place: str) -> None:
    """Examine a case, and find it eligible."""
    at, handler = clock.now(), world.who(Viewer.HANDLER)
    examine(world, case, place)
    services.find_eligible(any_application(case.id), by=handler, at=at)


def examine(world: World, case: Application, place: str) -> None:
    """Examine a case and leave it there."""
    services.examine(case, by=world.who(Viewer.HANDLER), at=clock.now())
    examination = queries.examination_of(case.id)
    assert examination is not None
    world.places[place]["finding_id"] = examination.findings[0].id


def mark(world: World, case: Application, place: str, marks: Marks) -> None:
    """Mark every criterion with much the same points, and a reason that tells who wrote it."""
    words = world.secrets.plant(f"marks of {marks.by.name.lower()}", place, marks.seen_by)
    lower = marks.lower_for
    sheet = {
        one.id: services.Marking(marks.points - (number < lower), words)
        for number, one in enumerate(scored(case))
    }
    services.save_marks(case, sheet, by=world.who(marks.by), at=clock.now())


def finish(world: World, case: Application, by: Viewer) -> None:
    """Finish somebody's marks."""
    services.finish_assessment(case, by=world.who(by), at=clock.now())


def assess(world: World, case: Application, place: str, seen_by: frozenset[Viewer]) -> None:
    """Have both mark a case and finish; hide the score that comes of it. A refused one gets little."""
    points_ = (1, 0) if place == "refused" else (5, 4)
    for one, points in zip((Viewer.FIRST, Viewer.SECOND), points_, strict=True):
        lower = ALIKE.index(place) if place in ALIKE else 0
        mark(world, case, place, Marks(one, points, seen_by, lower))
        finish(world, case, one)
    score = queries.score_of(case.id)
    assert score is not None
    shown = f"{score.total:.2f}".replace(".", ",")
    world.secrets.note("score", place, shown, seen_by)


def propose(world: World, place: str, *, choose: bool) -> None:
    """Make a proposal for a case's call, and perhaps choose it; hide the amount."""
    at, handler = clock.now(), world.who(Viewer.HANDLER)
    call = world.calls[place]
    proposal = services.make_proposal(call, by=handler, at=at)
    world.places[place] |= {"proposal_id": proposal.id, "med": proposal.id}
    if place == SOUGHT_BEST:
        run = services.ask_for_optimum(call, by=handler, at=at)
        world.places["a search for the best"] = {"run_id": run.id}
    if choose:
        words = world.secrets.plant("why this proposal", place, OFFICE)
        services.choose_proposal(proposal, reason=words, by=handler, at=at)


def accompany(world: World, place: str, number: int) -> None:
    """Let a case of other kommuner be marked in the same call, with nothing hidden in it."""
    team = [world.who(viewer) for viewer in (Viewer.HANDLER, Viewer.FIRST, Viewer.SECOND)]
    other = an_assessed_case(team, world.calls[place], number)
    for viewer in (Viewer.BYSTANDER, Viewer.MAKER, Viewer.CONTROLLER):
        services.declare(other.application, View.IMPARTIAL, by=world.who(viewer), at=clock.now())
