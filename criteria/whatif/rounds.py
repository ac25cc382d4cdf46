"""A round with everything its outcome follows from: criteria, marks, and terms."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Self, TypeAlias

from criteria.allocation import Line, Terms
from criteria.ranking import Candidate, Ranked, rank
from criteria.scoring import Criterion, Marks, Settling, settled, weighted

Share: TypeAlias = Callable[[Iterable[Ranked], Terms], tuple[Line, ...]]
"""How the frame is shared out: `allocate`, or the solver's own where the terms ask for the optimum."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its assessors' marks, and those that are moderated as (criterion code, mark).

    Its candidate's score is what the marks give, whatever it says.
    """

    candidate: Candidate
    sheets: tuple[Marks, ...]
    moderated: tuple[tuple[str, int], ...] = ()

    def mark(self, code: str, settling: Settling = Settling.MEAN) -> Fraction:
        """Give the mark that counts for a criterion, exactly."""
        agreed = dict(self.moderated).get(code)
        if agreed is not None:
            return Fraction(agreed)
        return settled([dict(one.marks)[code] for one in self.sheets], settling)


@dataclass(frozen=True, slots=True)
class Round:
    """All that an outcome follows from.

    `main` is the criterion that ties may be broken by; `settling` is how three readers' marks become one.
    """

    criteria: tuple[Criterion, ...]
    cases: tuple[Case, ...]
    terms: Terms
    main: str | None = None
    settling: Settling = Settling.MEAN

    def ranking(self) -> tuple[Ranked, ...]:
        """Rank those that anybody has assessed."""
        return rank((self._scored(one) for one in self.cases if one.sheets), self.terms.ties)

    def unassessed(self) -> tuple[int, ...]:
        """Give the cases that nobody has assessed, by number."""
        return tuple(sorted(one.candidate.application for one in self.cases if not one.sheets))

    def counted(self) -> tuple[tuple[Candidate, Mapping[str, Fraction]], ...]:
        """Give those that anybody has assessed, each with the mark that counts for every criterion."""
        return tuple(
            (
                self._scored(one),
                {
                    criterion.code: one.mark(criterion.code, self.settling)
                    for criterion in self.criteria
                },
            )
            for one in self.cases
            if one.sheets
        )

    def with_terms(self, terms: Terms) -> Self:
        """Give the same round under other terms."""
        return replace(self, terms=terms)

    def _scored(self, case: Case) -> Candidate:
        score = weighted(self.criteria, case.sheets, self.settling, dict(case.moderated))
        points = {part.code: part.points for part in score.parts}
        return replace(
            case.candidate,
            score=score.total,
            below_threshold=bool(score.below_threshold),
            main_points=None if self.main is None else points[self.main],
        )
