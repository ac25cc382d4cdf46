"""Leaders, ties and rulings, made by the acts themselves."""

from datetime import date

from accounts.leading import services as leading
from accounts.models import Organisation, Person, Role
from accounts.queries import person
from accounts.ties import services as ties
from accounts.ties.models import RegisteredTie
from applications.models import Application
from assessments import services
from assessments.impartiality import services as impartiality
from assessments.impartiality.models import Ruling
from criteria.impartiality import Outcome, TieKind, View
from foundation import clock
from tests.builders.accounts import a_person

LONG_AGO = date(2025, 1, 1)
BECAUSE = "Han er søskenbarn med kommunedirektøren."


def a_leader(*led: Person, name: str = "Lena Leder") -> Person:
    """Register a decision maker who leads some persons."""
    leader = person(a_person(Role.DECISION_MAKER, name=name).id)
    for one in led:
        leading.set_leader(one, leader, from_on=LONG_AGO, by=leader, at=clock.now())
    return leader


def doubt(application: Application, by: Person, view: View = View.DOUBT) -> None:
    """Let somebody say that they are in doubt, or partial."""
    services.declare(application, view, reason=BECAUSE, by=by, at=clock.now())


def ruled(
    application: Application,
    about: Person,
    outcome: Outcome,
    *,
    by: Person,
    substitute: Person | None = None,
) -> Ruling:
    """Let a leader rule."""
    return impartiality.rule(
        application, about, outcome, reason="Det er fast praksis.", substitute=substitute,
        by=by, at=clock.now(),
    )  # fmt: skip


def a_tie(
    by: Person,
    organisation: Organisation,
    kind: TieKind = TieKind.HOME,
    *,
    from_on: date | None = None,
    to_on: date | None = None,
) -> RegisteredTie:
    """Let somebody register a tie."""
    new = ties.NewTie(kind=kind, organisation=organisation, from_on=from_on, to_on=to_on)
    return ties.register_tie(new, by=by, at=clock.now())
