"""Two proposals of a round beside each other: the sums, and in words why each case gets otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.explaining import explained
from assessments.groups import group_named
from assessments.models import Proposal
from criteria.allocation import Line, Selection, from_inputs
from criteria.allocation.difference import Difference, Flip, difference
from foundation import words
from foundation.showing import show_number


@dataclass(frozen=True, slots=True)
class Methods:
    """The list beside the best combination made from the same ranking: both sums and why they part."""

    listed: Proposal
    best: Proposal
    difference: Difference
    why: Mapping[int, str]
    """A sentence for each case that gets otherwise, by number."""


def methods(one: Proposal, other: Proposal) -> Methods | None:
    """Explain what the best combination changes; None unless they are the two ways of one ranking."""
    if one.builds_on_id or other.builds_on_id or one.selection is other.selection:
        return None
    listed, best = (one, other) if other.selection is Selection.OPTIMUM else (other, one)
    ranking, terms = from_inputs(best.inputs["allocation"])
    same_ranking, same_terms = from_inputs(listed.inputs["allocation"])
    if ranking != same_ranking or terms.frame != same_terms.frame:
        return None
    found = difference(ranking, _lines(listed), _lines(best), terms)
    return Methods(listed, best, found, {flip.application: _said(flip) for flip in found.flips})


def _lines(proposal: Proposal) -> list[Line]:
    return list(explained(proposal).values())


def _said(flip: Flip) -> str:
    return words.say(
        flip.why,
        group=group_named(flip.group) if flip.group else "",
        points=show_number(flip.points_per_million, 1),
    )
