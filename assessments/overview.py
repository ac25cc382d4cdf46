"""Where a case stands for the officers: its way, what it waits for, and what one can do next."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications.models import Application, Deficiency
from assessments.approval.models import ApprovedBudget
from assessments.approval.services import APPROVED_AT
from assessments.models import Assignment, Score, Task
from assessments.readings.models import ThirdReading
from assessments.rights import MODERATED_AT
from assessments.staffing import WANTED, readers_wanted
from criteria.procedure import Step
from foundation import clock, words
from foundation.wording import format_day


class Phase(StrEnum):
    """The parts of a case's way, as officers speak of them."""

    CONTROL = "control"
    ASSESSMENT = "assessment"
    PROPOSAL = "proposal"
    DECISION = "decision"
    FOLLOW_UP = "follow_up"


class WayMark(NamedTuple):
    """A part of the way, as the steps component draws it."""

    label: str
    state: str
    note: str | None = None
    href: str | None = None


class NextAct(NamedTuple):
    """Something that this person can do now."""

    text: str
    href: str


_PHASES = {
    Step.SUBMITTED: Phase.CONTROL,
    Step.INCOMPLETE: Phase.CONTROL,
    Step.INELIGIBLE: Phase.DECISION,
    Step.ELIGIBLE: Phase.ASSESSMENT,
    Step.ASSESSED: Phase.PROPOSAL,
    Step.PROPOSED: Phase.DECISION,
    Step.DECIDED: Phase.DECISION,
    Step.AWARDED: Phase.FOLLOW_UP,
    Step.ACCEPTED: Phase.FOLLOW_UP,
}
"""Where a case stands that is still on its way; one that is not here has ended."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A case with who is put on it and who has finished its marks, as one person meets it."""

    person: Person
    application: Application
    assignments: Collection[Assignment]
    finishers: frozenset[int]
    deficiency: Deficiency | None
    score: Score | None = None
    third: ThirdReading | None = None
    approved: ApprovedBudget | None = None

    def does(self, task: Task) -> bool:
        """Tell whether the person is put on the case to do a task."""
        return any(one.person_id == self.person.id and one.task is task for one in self.assignments)

    def officers(self, task: Task) -> list[Assignment]:
        """Give who does a task."""
        return [one for one in self.assignments if one.task is task]

    @property
    def is_staffed(self) -> bool:
        """Tell whether the case has everyone it takes."""
        return all(len(self.officers(task)) >= self.wanted(task) for task in Task)

    def wanted(self, task: Task) -> int:
        """Tell how many the case takes for a task; one more reads it where a third is asked for."""
        return WANTED[task] if task is Task.HANDLE else readers_wanted(wants_third=self.reads_third)

    @property
    def reads_third(self) -> bool:
        """Tell whether a third reader is asked for and has not finished."""
        return self.third is not None and self.score is None

    @property
    def may_moderate(self) -> bool:
        """Tell whether the person may set moderated marks now, as the act would."""
        leads = allows(self.person, Permission.DECISION_SIGN)
        return (
            self.score is not None
            and self.application.step in MODERATED_AT
            and self.person.id not in self.score.assessors
            and (leads or self.does(Task.HANDLE))
        )


def way_of(application: Application) -> list[WayMark]:
    """Give the case's way through the phases; a case that has ended has only what it came through."""
    here = _PHASES.get(application.step)
    phases = list(Phase)
    place = phases.index(here) if here else len(phases)
    return [WayMark(words.say(phase), _state(number, place)) for number, phase in enumerate(phases)]


def _state(number: int, place: int) -> str:
    if number == place:
        return "current"
    return "done" if number < place else "todo"


_WAITS_FOR = {
    Step.ASSESSED: _l("Saken er ferdig vurdert og venter på innstilling."),
    Step.PROPOSED: _l("Saken er i den valgte innstillingen og venter på vedtak."),
    Step.INELIGIBLE: _l("Saken oppfyller ikke vilkårene og venter på vedtak om avvisning."),
}


def waits_for(standing: Standing) -> str | None:
    """Say in a sentence what the case waits for; None when it has ended or later rooms know."""
    step, deficiency = standing.application.step, standing.deficiency
    if step is Step.SUBMITTED:
        return _waits_for_control(standing)
    if step is Step.INCOMPLETE and deficiency is not None:
        return _waits_for_answer(deficiency)
    if step is Step.ELIGIBLE:
        return _waits_for_marks(standing)
    return str(_WAITS_FOR[step]) if step in _WAITS_FOR else None


def _waits_for_answer(deficiency: Deficiency) -> str:
    day = format_day(deficiency.due_on)
    if clock.today() > deficiency.due_on:
        return str(_("Fristen for å svare var %(day)s. Søkeren har ikke svart.", day=day))
    return str(_("Søkeren har frist til %(day)s med å svare.", day=day))


def _waits_for_control(standing: Standing) -> str:
    handlers = [one.person.name for one in standing.officers(Task.HANDLE)]
    if not handlers:
        return str(_("Saken har ingen saksbehandler."))
    return str(_("Saken venter på formell kontroll hos %(name)s.", name=handlers[0]))


def _waits_for_marks(standing: Standing) -> str:
    assessors = standing.officers(Task.ASSESS)
    if standing.reads_third and len(assessors) < standing.wanted(Task.ASSESS):
        return str(_("Saken venter på at en tredje blir satt til å lese den."))
    if len(assessors) < standing.wanted(Task.ASSESS):
        return str(_("Saken mangler saksbehandlere som skal vurdere den."))
    left = [one.person.name for one in assessors if one.person_id not in standing.finishers]
    return str(_("Saken venter på vurdering fra %(names)s.", names=_joined(left)))


def _joined(names: list[str]) -> str:
    return str(_(" og ")).join(names)


def next_acts(standing: Standing) -> list[NextAct]:
    """List what the person can do in the case now, the most pressing first."""
    return list(_next_acts(standing))


def _next_acts(standing: Standing) -> Iterator[NextAct]:
    case, person = standing.application, standing.person
    if case.step in (Step.SUBMITTED, Step.INCOMPLETE) and standing.does(Task.HANDLE):
        yield NextAct(_("Gå til formell kontroll"), _url("control", case))
    if case.step is Step.ELIGIBLE and standing.does(Task.ASSESS):
        text = _("Se vurderingen din") if person.id in standing.finishers else _("Vurder søknaden")
        yield NextAct(text, _url("marks", case))
    wants_staff = case.step in (Step.SUBMITTED, Step.INCOMPLETE, Step.ELIGIBLE)
    if wants_staff and not standing.is_staffed and allows(person, Permission.CASE_ASSIGN):
        yield NextAct(_("Fordel saken"), _url("staff", case))
    if case.step in APPROVED_AT and standing.does(Task.HANDLE):
        text = (
            _("Gå gjennom budsjettet på nytt") if standing.approved else _("Gå gjennom budsjettet")
        )
        yield NextAct(text, _url("budget", case))
    if standing.may_moderate:
        yield NextAct(_("Moderer karakterene"), _url("moderate", case))
    if case.step is Step.PROPOSED and allows(person, Permission.DECISION_SIGN):
        yield NextAct(_("Send tilbake til vurdering"), _url("send_back", case))
    if case.step is Step.ASSESSED and allows(person, Permission.PROPOSAL_READ):
        href = url_for("assessments.call_proposals", call_id=case.call.round_id)
        yield NextAct(_("Gå til innstillingene"), href)


def _url(endpoint: str, application: Application) -> str:
    return url_for(f"assessments.{endpoint}", application_id=application.id)
