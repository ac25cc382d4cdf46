"""The world itself: one case at every step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from applications import services as applying
from applications.models import Application
from applications.queries import any_application
from assessments import services
from criteria.completeness import Section
from foundation import clock
from foundation.money import kroner
from tests.builders.decisions import NOW, book_the_money
from tests.builders.grants import a_call, terms
from tests.conftest import MOMENT
from tests.scenes import scene
from tests.visibility.applying import DRAFT, OPEN, ask, hand_in, write_draft
from tests.visibility.assessing import (
    Marks,
    accompany,
    assess,
    control,
    examine,
    finish,
    mark,
    propose,
    staff,
    talk,
)
from tests.visibility.benefits import follow_benefits
from tests.visibility.deciding import (
    TOLD,
    ask_why,
    complain,
    decide,
    draft,
    follow_up,
    publish,
    reject,
    sign,
)
from tests.visibility.openness import keep_a_journal
from tests.visibility.surroundings import furnish
from tests.visibility.viewers import ADMITTED, LEAD, PARTNERS, Viewer
from tests.visibility.world import World, a_peopled_world

LATE = date(2026, 6, 1)
FRAME = kroner(3_000_000)
CLOSED = (
    "assessed", "proposed", "ineligible", "decided", "awarded", "refused", "rejected", "accepted",
)  # fmt: skip

ACCOMPANIED = ("proposed", "decided")
"""The places whose call has another case: a sum of one would tell its amount."""


@scene
def a_world() -> World:
    """Make it all: the applications while their calls are open, the rest when most have closed."""
    with clock.frozen(MOMENT):
        world = a_peopled_world()
        for place in (*OPEN, *CLOSED):
            wanted = terms(code=f"i-{place}", frame=FRAME)
            if place in OPEN:
                wanted = replace(wanted, closes_on=LATE)
            world.calls[place] = a_call(world.administrator, wanted)
        book_the_money(world.who(Viewer.CONTROLLER))
        draft = write_draft(world, world.calls[DRAFT], DRAFT)
        ask(world, draft, DRAFT)
        cases = {place: hand_in(world, world.calls[place], place) for place in (*OPEN[1:], *CLOSED)}
        for number, place in enumerate(ACCOMPANIED, start=60):
            accompany(world, place, number)
    with clock.frozen(NOW):
        _work(world, cases)
        furnish(world)
        keep_a_journal(world)
    return world


def _work(world: World, cases: dict[str, Application]) -> None:
    for place, case in cases.items():
        staff(world, case, place)
        talk(world, any_application(case.id), place)
        STEPS[place](world, any_application(case.id), place)
        assert any_application(case.id).step == place


def _withdraw(world: World, case: Application, place: str) -> None:
    words = world.secrets.plant("why withdrawn", place, LEAD | PARTNERS | ADMITTED)
    applying.withdraw(case, reason=words, by=world.who(Viewer.LEAD_SIGNATORY), at=clock.now())


def _ask_for_more(world: World, case: Application, place: str) -> None:
    examine(world, case, place)
    words = world.secrets.plant("deficiency", place, LEAD | PARTNERS | ADMITTED)
    made = services.ask_for_more(
        any_application(case.id), text=words, due_on=LATE, sections=[Section.QUESTIONS],
        by=world.who(Viewer.HANDLER), at=clock.now(),
    )  # fmt: skip
    world.places[place]["deficiency_id"] = made.id


def _half_assess(world: World, case: Application, place: str) -> None:
    control(world, case, place)
    mark(world, case, place, Marks(Viewer.FIRST, 5, frozenset({Viewer.FIRST})))
    finish(world, case, Viewer.FIRST)
    mark(world, case, place, Marks(Viewer.SECOND, 2, frozenset({Viewer.SECOND})))


def _assess(world: World, case: Application, place: str) -> None:
    control(world, case, place)
    assess(world, case, place, ADMITTED)
    propose(world, place, choose=False)


def _propose(world: World, case: Application, place: str) -> None:
    control(world, case, place)
    assess(world, case, place, ADMITTED)
    propose(world, place, choose=True)
    draft(world, case, place, ADMITTED)


def _find_ineligible(world: World, case: Application, place: str) -> None:
    reject(world, case, place, ADMITTED)


def _decide(world: World, case: Application, place: str) -> None:
    decide(world, case, place, ADMITTED)


def _publish(world: World, case: Application, place: str) -> None:
    decide(world, case, place, TOLD)
    publish(world, place)


def _award(world: World, case: Application, place: str) -> None:
    decide(world, case, place, ADMITTED)
    publish(world, place)
    ask_why(world, any_application(case.id), place)


def _refuse(world: World, case: Application, place: str) -> None:
    _publish(world, case, place)
    complain(world, any_application(case.id), place)


def _reject(world: World, case: Application, place: str) -> None:
    reject(world, case, place, TOLD)
    sign(world, place)
    publish(world, place)


def _accept(world: World, case: Application, place: str) -> None:
    _publish(world, case, place)
    follow_up(world, any_application(case.id), place)
    follow_benefits(world, any_application(case.id))


STEPS: dict[str, Callable[[World, Application, str], None]] = {
    "submitted": examine,
    "withdrawn": _withdraw,
    "incomplete": _ask_for_more,
    "eligible": _half_assess,
    "assessed": _assess,
    "proposed": _propose,
    "ineligible": _find_ineligible,
    "decided": _decide,
    "awarded": _award,
    "refused": _refuse,
    "rejected": _reject,
    "accepted": _accept,
}
