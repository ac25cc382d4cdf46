"""Everything about a case on one page, for a person to whom it is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from flask_babel import gettext as _

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications.facts import inhabitants, lead_of
from applications.models import Application
from applications.queries import events, open_deficiency
from applications.reading import Whole, read_over
from applications.words import told
from assessments import findings, overview, queries
from assessments.findings import ShownExamination
from assessments.models import Assignment, Declaration, ProposalLine
from assessments.overview import NextAct, Standing, WayMark
from assessments.panels import Shown, panels_of
from assessments.scoresheet import ScoreSheet, score_sheet
from criteria.procedure import Step


class Happening(NamedTuple):
    """A line of the timeline, as the component draws it."""

    at: datetime
    text: str
    by: str | None
    note: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as its page shows it."""

    application: Application
    lead: str
    inhabitants: int
    whole: Whole
    way: Sequence[WayMark]
    waits_for: str | None
    acts: Sequence[NextAct]
    assignments: Sequence[Assignment]
    declarations: Sequence[Declaration]
    examination: ShownExamination | None
    ineligible_because: str | None
    sheet: ScoreSheet | None
    finished_by: frozenset[int]
    may_staff: bool
    may_declare: bool
    line: ProposalLine | None
    panels: Sequence[Shown]
    happenings: Sequence[Happening]

    @property
    def control_is_over(self) -> bool:
        """Tell whether the formal control found the case fit, so that it can be folded away."""
        return self.examination is not None and self.application.step not in (
            Step.SUBMITTED, Step.INCOMPLETE, Step.INELIGIBLE,
        )  # fmt: skip

    @property
    def control_in_short(self) -> str:
        """Say what the formal control came to."""
        rows = self.examination.rows if self.examination else ()
        met = sum(row.kept.met for row in rows)
        overruled = sum(row.kept.overruled_at is not None for row in rows)
        fit = _("%(met)s av %(all)s krav er oppfylt", met=met, all=len(rows))
        return f"{fit}, {_('%(number)s er overprøvd', number=overruled)}" if overruled else str(fit)


def case_file(application: Application, person: Person) -> CaseFile:
    """Gather a case that `queries.opened` has opened to a person."""
    standing = standing_of(application, person)
    return CaseFile(
        application=application,
        lead=lead_of(application).organisation.name,
        inhabitants=inhabitants(application),
        whole=read_over(application),
        way=overview.way_of(application),
        waits_for=overview.waits_for(standing),
        acts=overview.next_acts(standing),
        assignments=list(standing.assignments),
        declarations=queries.declarations_of(application.id),
        examination=findings.shown(application, queries.examination_of(application.id)),
        ineligible_because=queries.ineligible_because(application.id),
        sheet=sheet_of(application.id),
        finished_by=standing.finishers,
        may_declare=queries.takes_part(person),
        may_staff=allows(person, Permission.CASE_ASSIGN),
        line=queries.chosen_line(application.id),
        panels=panels_of(application.id, person),
        happenings=timeline_of(application.id),
    )


def standing_of(application: Application, person: Person) -> Standing:
    """Tell how a person stands to a case: who is put on it, and who has finished."""
    under_assessment = application.step is Step.ELIGIBLE
    return Standing(
        person=person,
        application=application,
        assignments=queries.assignments_of(application.id),
        finishers=queries.finishers_of(application.id) if under_assessment else frozenset(),
        deficiency=open_deficiency(application),
    )


def sheet_of(application_id: int) -> ScoreSheet | None:
    """Give both officers' marks beside each other; None until both have finished."""
    score = queries.score_of(application_id)
    return None if score is None else score_sheet(queries.assessments_behind(score), score)


def timeline_of(application_id: int) -> list[Happening]:
    """Tell all that has happened in a case, newest first, also what is internal."""
    return [
        Happening(event.at, told(event), event.person.name if event.person else None)
        for event in events(application_id)
    ]
