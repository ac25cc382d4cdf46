"""The marks of a round measured, with the names of what is measured."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from accounts.models import Person
from assessments import queries
from assessments.models import Assessment
from criteria.quality.reported import TOTAL, Measured, Reading
from criteria.scoring import Criterion
from foundation.late import late
from foundation.showing import show_text
from grants import rounds
from grants.models import Call
from grants.rules import scoring_criteria


@dataclass(frozen=True, slots=True)
class Quality:
    """What was measured in a round, and how many cases and officers it is from.

    `names` are the criteria's by their code, `officers` the persons' by their id.
    """

    call: Call
    measured: tuple[Measured, ...]
    cases: int
    names: dict[str, str]
    officers: dict[int, str]

    def one(self, code: str) -> Measured | None:
        """Give what was measured of a criterion or of the scores in all; the first for any other."""
        return next(
            (one for one in self.measured if one.code == code), next(iter(self.measured), None)
        )


def quality_of(call_id: int, person: Person) -> Quality:
    """Measure the sheets of a round that a person may see. Raises NotFoundError."""
    call = rounds.first(call_id)
    sheets = queries.readings_in(person, call.round_id)
    criteria = scoring_criteria(call)
    return Quality(
        call=call,
        measured=_measured(criteria, sheets) if sheets else (),
        cases=len({one.application_id for one in sheets}),
        names={one.code: show_text(one.name) for one in call.criteria}
        | {TOTAL: str(_("Samlet poengsum"))},
        officers={one.person_id: one.person.name for one in sheets},
    )


def _measured(criteria: tuple[Criterion, ...], sheets: list[Assessment]) -> tuple[Measured, ...]:
    measured: tuple[Measured, ...] = late("criteria.quality.report", "report")(
        criteria, list(_readings(sheets))
    )
    return measured


def _readings(sheets: Iterable[Assessment]) -> Iterator[Reading]:
    """Place each sheet among those that its officer has read, as they were read.

    A sheet from before places were kept comes first, by when it was finished.
    """
    by_officer: dict[int, list[Assessment]] = defaultdict(list)
    for one in sheets:
        by_officer[one.person_id].append(one)
    for theirs in by_officer.values():
        ordered = sorted(theirs, key=_as_read)
        for place, one in enumerate(ordered, start=1):
            yield Reading(one.application_id, place, queries.marks_of(one))


def _as_read(sheet: Assessment) -> tuple[int, datetime, int]:
    return sheet.reading_place or 0, sheet.finished_at or sheet.begun_at, sheet.id
