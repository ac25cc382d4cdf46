"""A report beside the one before it: each text, and what each activity has cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup.models import Report
from followup.reading import ReportView
from foundation.language import Bilingual
from foundation.money import Ore

TEXTS = ("progress", "results", "deviations", "experience")


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text of a report as it was and as it is; `name`: of the field."""

    name: str
    before: str
    now: str

    @property
    def same(self) -> bool:
        """Tell whether nothing was changed."""
        return self.before.strip() == self.now.strip()


@dataclass(frozen=True, slots=True)
class SpentPair:
    """What an activity cost by the report before and by this one; None: not accounted for."""

    activity: Bilingual
    before: Ore | None
    now: Ore | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report beside the last that was sent. `answers`: it answers that one, which was returned."""

    before: Report
    answers: bool
    texts: Sequence[TextPair]
    spent: Sequence[SpentPair]


def comparison(view: ReportView) -> Comparison | None:
    """Set a report beside the one sent before it; None for the first in a case."""
    if not view.earlier:
        return None
    report, before = view.report, view.earlier[0]
    answers = before.duty_id == report.duty_id
    pairs = (TextPair(one, getattr(before, one), getattr(report, one)) for one in TEXTS)
    return Comparison(
        before=before,
        answers=answers,
        texts=[one for one in pairs if one.before or one.now],
        spent=_spent(view, before) if answers else (),
    )


def _spent(view: ReportView, before: Report) -> tuple[SpentPair, ...]:
    names = {one.id: one.text for one in view.application.call.activities}
    then = {one.activity_id: one.spent for one in before.accounts}
    now = {one.activity_id: one.spent for one in view.report.accounts}
    return tuple(
        SpentPair(names[one], then.get(one), now.get(one)) for one in sorted({*then, *now})
    )
