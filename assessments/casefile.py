"""Everything about a case on one page, for a person to whom it is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from flask_babel import gettext as _

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications.corrections.shown import ShownCorrection, shown_corrections
from applications.facts import inhabitants, lead_of
from applications.models import Application
from applications.queries import open_deficiency
from applications.reading import Whole, read_over
from applications.words import told
from assessments import findings, overview, queries
from assessments.findings import ShownExamination
from assessments.models import Task
from assessments.overview import NextAct, Standing, WayMark
from assessments.panels import Shown, panels_of
from assessments.queries.contents import CaseContents, contents_of
from assessments.scoresheet import ScoreSheet, score_sheet
from criteria.procedure import Act, Step


class Happening(NamedTuple):
    """A line of the timeline, as the component draws it."""

    at: datetime
    text: str
    by: str | None
    note: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as its page shows it to one person.

    What is the same for everyone who may open it, and costs most, is put together only when a section
    is drawn anew: `contents.reading` tells when nothing has changed since it was last drawn.
    """

    contents: CaseContents
    way: Sequence[WayMark]
    waits_for: str | None
    acts: Sequence[NextAct]
    finished_by: frozenset[int]
    may_staff: bool
    may_declare: bool
    panels: Sequence[Shown]

    @property
    def application(self) -> Application:
        """Give the case itself, with everything in the application."""
        return self.contents.application

    @property
    def lead(self) -> str:
        """Name the organisation that answers towards the state."""
        return lead_of(self.application).organisation.name

    @property
    def others(self) -> int:
        """Count those who take part beside the lead."""
        return len(self.whole.partners) - 1

    @property
    def handler(self) -> str | None:
        """Name who handles the case; None when nobody does."""
        found = (one for one in self.contents.assignments if one.task is Task.HANDLE)
        return next((one.person.name for one in found), None)

    @property
    def assessors(self) -> list[str]:
        """Name those who read the case."""
        return [one.person.name for one in self.contents.assignments if one.task is Task.ASSESS]

    @property
    def answer_due(self) -> date | None:
        """Give the day by which the applicant must answer; None when nothing is asked."""
        deficiency = open_deficiency(self.application)
        return None if deficiency is None else deficiency.due_on

    @property
    def inhabitants(self) -> int:
        """Count the inhabitants of the kommuner that carry the project."""
        return inhabitants(self.application)

    @property
    def whole(self) -> Whole:
        """Read the application over."""
        return read_over(self.application)

    @property
    def examination(self) -> ShownExamination | None:
        """Say the newest examination in words."""
        return findings.shown(self.application, self.contents.examination)

    @property
    def corrections(self) -> dict[int, list[ShownCorrection]]:
        """Put both versions of what was opened for correction beside each other, by what was asked."""
        return shown_corrections(self.application)

    @property
    def ineligible_because(self) -> str | None:
        """Give the officer's reason for finding the case ineligible; None when it was not."""
        found = (one for one in self.contents.events if one.act is Act.FIND_INELIGIBLE)
        return next((str(one.detail["reason"]) for one in found), None)

    @property
    def sheet(self) -> ScoreSheet | None:
        """Put the officers' marks beside each other; None until all have finished."""
        score = self.contents.score
        return (
            None
            if score is None
            else score_sheet(self.contents.assessments, score, self.contents.moderations)
        )

    @property
    def happenings(self) -> list[Happening]:
        """Tell all that has happened, newest first, also what is internal."""
        return [
            Happening(event.at, told(event), event.person.name if event.person else None)
            for event in self.contents.events
        ]

    @property
    def control_is_over(self) -> bool:
        """Tell whether the formal control found the case fit, so that it can be folded away."""
        return self.contents.examination is not None and self.application.step not in (
            Step.SUBMITTED, Step.INCOMPLETE, Step.INELIGIBLE,
        )  # fmt: skip

    @property
    def control_in_short(self) -> str:
        """Say what the formal control came to."""
        examination = self.contents.examination
        rows = examination.findings if examination else ()
        met = sum(row.met for row in rows)
        overruled = sum(row.overruled_at is not None for row in rows)
        fit = _("%(met)s av %(all)s krav er oppfylt", met=met, all=len(rows))
        return f"{fit}, {_('%(number)s er overprøvd', number=overruled)}" if overruled else str(fit)


def case_file(application_id: int, person: Person) -> CaseFile:
    """Gather a case for a person to whom `queries.pass_gate` has opened it. Raises NotFoundError."""
    contents = contents_of(application_id)
    standing = _standing(contents, person)
    return CaseFile(
        contents=contents,
        way=overview.way_of(contents.application),
        waits_for=overview.waits_for(standing),
        acts=overview.next_acts(standing),
        finished_by=standing.finishers,
        may_declare=queries.takes_part(person),
        may_staff=allows(person, Permission.CASE_ASSIGN),
        panels=panels_of(application_id, person),
    )


def _standing(contents: CaseContents, person: Person) -> Standing:
    """Tell how a person stands to a case: who is put on it, and who has finished."""
    application = contents.application
    under_assessment = application.step is Step.ELIGIBLE
    return Standing(
        person=person,
        application=application,
        assignments=contents.assignments,
        finishers=queries.finishers_of(application.id) if under_assessment else frozenset(),
        deficiency=open_deficiency(application),
        score=contents.score,
        third=contents.third,
        approved=contents.approved,
    )
