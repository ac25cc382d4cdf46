"""Making a proposal again from its file alone, as anyone may, and saying whether it comes out the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from criteria.allocation import allocate
from criteria.allocation.lines import Line
from criteria.allocation.optimum import SOLVER, find
from criteria.allocation.reserve import Extra
from criteria.allocation.supplement import (
    Standing,
    supplement_from,
    supplement_hash,
    supplemented,
)
from criteria.allocation.terms import Selection, Terms
from criteria.allocation.written import Result, from_inputs, inputs_hash, results_from
from criteria.ranking import Ranked, rank


class Verdict(StrEnum):
    """How a proposal comes out when it is made again. Of several faults the first here is told."""

    OTHER_INPUTS = "other_inputs"
    OTHER_ORDER = "other_order"
    OTHER_LINES = "other_lines"
    SAME = "same"


class NotAProposalError(ValueError):
    """The content is not what a proposal hands out."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What an application has in the file and what it has when made again; None where it has no line."""

    application: int
    stored: Result | None
    computed: Result | None


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The verdict, the fingerprint of the inputs as they are, the solver if one was needed, what differs."""

    verdict: Verdict
    sha256: str
    solver: str | None
    differences: tuple[Difference, ...] = ()


def recompute(content: Mapping[str, Any]) -> Recomputed:
    """Rank and share out again from what a proposal's file holds.

    Raises NotAProposalError for what is no such file, and OptimumError when the solver cannot answer.
    """
    try:
        made = _Made.of(content)
        stored = results_from(content["lines"])
        fingerprint = content["sha256"]
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise NotAProposalError(repr(error)) from error
    if made.sha256 != fingerprint:
        return Recomputed(Verdict.OTHER_INPUTS, made.sha256, made.solver)
    if rank((one.candidate for one in made.ranking), made.terms.ties) != made.ranking:
        return Recomputed(Verdict.OTHER_ORDER, made.sha256, made.solver)
    differences = tuple(_differences(stored, made.lines()))
    verdict = Verdict.OTHER_LINES if differences else Verdict.SAME
    return Recomputed(verdict, made.sha256, made.solver, differences)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a file says that a proposal was made from; with an extra frame when it builds on another."""

    ranking: tuple[Ranked, ...]
    terms: Terms
    supplement: tuple[Standing, Extra] | None

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        if "extra" not in content:
            return cls(*from_inputs(content["allocation"]), None)
        standing, extra = supplement_from(content)
        return cls(standing.ranking, standing.terms, (standing, extra))

    @property
    def sha256(self) -> str:
        if self.supplement is not None:
            return supplement_hash(*self.supplement)
        return inputs_hash(self.ranking, self.terms)

    @property
    def solver(self) -> str | None:
        solved = self.supplement is None and self.terms.selection is Selection.OPTIMUM
        return SOLVER if solved else None

    def lines(self) -> tuple[Line, ...]:
        if self.supplement is not None:
            return supplemented(*self.supplement)
        return _lines(self.ranking, self.terms)


def _lines(ranking: tuple[Ranked, ...], terms: Terms) -> tuple[Line, ...]:
    if terms.selection is Selection.OPTIMUM:
        return find(ranking, terms).lines
    return allocate(ranking, terms)


def _differences(stored: Mapping[int, Result], lines: Iterable[Line]) -> Iterable[Difference]:
    computed = {one.application: Result(one.amount, one.reason) for one in lines}
    for application in sorted({*stored, *computed}):
        before, after = stored.get(application), computed.get(application)
        if before != after:
            yield Difference(application, before, after)
