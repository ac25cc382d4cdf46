"""The marks of many cases written in bulk: two by hand and by the acts are the journey of the judging."""

from collections.abc import Callable, Collection, Sequence

from applications import journal
from applications.models import Application
from applications.queries import applications_by_id
from assessments.models import Assessment, Mark
from assessments.queries.marks import readings_of
from assessments.scoring import add_score
from criteria.procedure import Act
from foundation import clock
from foundation.database import db, transaction
from grants.models import Call

SAID = "Behovene er de samme i alle kommunene, og de er tallfestet."


def mark_cases(
    call: Call,
    cases: Collection[int],
    readers_of: Callable[[int], Sequence[int]],
    points: Callable[[int, int], int],
) -> None:
    """Let the readers of each case give it marks, alike for every criterion, by its place and their seat."""
    with transaction():
        standing = readings_of(cases)
        done = []
        for place, application in enumerate(applications_by_id(cases)):
            sheets = [
                _sheet(call, application, reader, place, points(place, seat))
                for seat, reader in enumerate(readers_of(application.id))
            ]
            db.session.add_all(sheets)
            db.session.flush()
            score = add_score(application, call, sheets, standing[application.id], clock.now())
            done.append((application, {"score": str(score.total)}))
        journal.move_all(done, Act.FINISH_ASSESSMENT, by=None, at=clock.now())


def _sheet(
    call: Call, application: Application, reader: int, place: int, points: int
) -> Assessment:
    return Assessment(
        application_id=application.id,
        person_id=reader,
        begun_at=clock.now(),
        finished_at=clock.now(),
        reading_place=place + 1,
        marks=[
            Mark(criterion=criterion, points=points, reason=SAID, marked_at=clock.now())
            for criterion in call.criteria
            if criterion.scored
        ],
    )
