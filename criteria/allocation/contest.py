"""Those who compete for a frame, and any distribution of it written down as lines with their reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from criteria.allocation.entitled import Entitled, Outcome, barred, entitled, given, line
from criteria.allocation.lines import Cutter, Line, Reason
from criteria.allocation.listed import down_the_list
from criteria.allocation.portfolio import Portfolio, not_kept
from criteria.allocation.terms import Selection, Terms
from criteria.ranking import Candidate, Ranked
from foundation.money import NOTHING, Ore


@dataclass(frozen=True, slots=True)
class Entrant:
    """One that can be funded, and what it would get from an endless frame."""

    candidate: Candidate
    due: Ore


@dataclass(frozen=True, slots=True)
class Contest:
    """The ranked applications in the order of their places, what each is due, and the terms."""

    ranking: tuple[Ranked, ...]
    dues: Mapping[int, Entitled]
    terms: Terms

    @classmethod
    def of(cls, ranking: Iterable[Ranked], terms: Terms) -> Self:
        """Work out what each is due."""
        in_order = tuple(sorted(ranking, key=lambda one: one.place))
        dues = {one.candidate.application: entitled(one.candidate, terms) for one in in_order}
        return cls(in_order, dues, terms)

    def entrants(self) -> tuple[Entrant, ...]:
        """Give those that can be funded, by application number."""
        by_number = sorted((one.candidate for one in self.ranking), key=lambda one: one.application)
        return tuple(
            Entrant(one, self.dues[one.application].amount)
            for one in by_number
            if barred(one, self.dues[one.application], self.terms) is None
        )

    def listed(self) -> tuple[Line, ...]:
        """Share out down the list, whatever the terms choose by."""
        return down_the_list(self.ranking, replace(self.terms, selection=Selection.DOWN_THE_LIST))

    def broken(self, lines: Iterable[Line]) -> bool:
        """Tell whether some lines break a bound; floors are asked of groups where somebody can be funded."""
        amounts = {one.application: one.amount for one in lines}
        candidates = (one.candidate for one in self.entrants())
        return bool(not_kept(candidates, amounts, self.terms.bounds))

    def lines(self, amounts: Mapping[int, Ore]) -> tuple[Line, ...]:
        """Write down some amounts, by application, each with why it is that."""
        portfolio = Portfolio(self.terms.bounds)
        for ranked in self.ranking:
            number = ranked.candidate.application
            portfolio.take(ranked.candidate, amounts.get(number, NOTHING))
        left = Ore(self.terms.frame - sum(amounts.values()))
        found = []
        for ranked in self.ranking:
            due = self.dues[ranked.candidate.application]
            amount = amounts.get(ranked.candidate.application, NOTHING)
            outcome = self._outcome(ranked.candidate, due, amount, portfolio)
            found.append(line(ranked, due, replace(outcome, left=left)))
        return tuple(found)

    def _outcome(
        self, candidate: Candidate, due: Entitled, amount: Ore, portfolio: Portfolio
    ) -> Outcome:
        reason = barred(candidate, due, self.terms)
        if reason is not None:
            return Outcome(NOTHING, reason)
        if amount > NOTHING:
            group = portfolio.short_of_money(candidate, self.terms.rounding)
            return given(due, amount, Cutter.GROUP if group else Cutter.FRAME, NOTHING, group)
        room, group = portfolio.room_for(candidate)
        least = self.terms.smallest if self.terms.method.gives_parts else due.amount
        if room is not None and room < least:
            return Outcome(NOTHING, Reason.GROUP_FULL, group=group)
        return Outcome(NOTHING, Reason.OUTSIDE_OPTIMUM)
