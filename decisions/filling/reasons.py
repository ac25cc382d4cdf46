"""The reasons of a decision, assembled from what was recorded: nothing is written for the letter alone."""

from dataclasses import replace
from decimal import Decimal

from flask_babel import force_locale

from assessments.models import ProposalLine
from criteria.allocation import Method, Reason
from criteria.rates import FULL_RATE, reduced
from decisions.filling import sentences
from decisions.findings import told
from decisions.grounds import CriterionGround
from decisions.letter import Competition, CriterionReason, Fault, LetterError, Reduction
from decisions.models import DecisionKind
from decisions.queries.paperwork import DecisionPaper
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore, format_kroner
from foundation.wording import format_number
from grants.models import Criterion


def main_reason(paper: DecisionPaper, language: str) -> str:
    """Give why the case got its amount, and then what the office has added in its own words."""
    if _is_reversal(paper):
        return "\n\n".join((sentences.REVERSED.in_(language), paper.decision.reason.strip()))
    line = paper.decision.proposal_line
    new = what_is_new(paper, language)
    first = _of_line(line).in_(language) if line else ""
    if line is not None:
        first = first.format(
            points=format_number(line.score), least=format_number(line.proposal.threshold)
        )
    return "\n\n".join(part for part in (new, first, paper.decision.reason.strip()) if part)


def what_is_new(paper: DecisionPaper, language: str) -> str:
    """Tell what a supplementary award adds to the decision that it replaces; nothing in other letters."""
    if paper.decision.kind is not DecisionKind.SUPPLEMENT or paper.replaced is None:
        return ""
    if paper.replaced == NOTHING:
        return sentences.AWARDED_FROM_RESERVE.in_(language)
    return sentences.SUPPLEMENTED.in_(language).format(
        before=format_kroner(paper.replaced),
        more=format_kroner(Ore(paper.decision.amount - paper.replaced)),
        amount=format_kroner(paper.decision.amount),
    )


def criteria(paper: DecisionPaper, language: str) -> tuple[CriterionReason, ...]:
    """Give each scored criterion's mark, what the mark means, and both assessors' words.

    After a reversal no mark alone is said to be too low: the decision does not rest on that any more.
    """
    grounds = {one.code: one for one in paper.grounds.criteria}
    told = tuple(
        _criterion(one, grounds[one.code], language)
        for one in paper.call.criteria
        if one.scored and one.code in grounds
    )
    if _is_reversal(paper):
        return tuple(replace(one, threshold=None) for one in told)
    return told


def competition(paper: DecisionPaper) -> Competition:
    """Give the priority situation. Raises LetterError for a case that was never ranked."""
    line, field = paper.decision.proposal_line, paper.field
    if line is None or field is None:
        raise LetterError("Competition")
    return Competition(
        deadline=paper.call.closes_on,
        applications=field.applications,
        asked=field.asked,
        frame=field.frame,
        assessed=field.assessed,
        awarded=field.awarded,
        rank=line.place,
        points=line.score,
        line=field.line,
    )


def reductions(paper: DecisionPaper, language: str) -> tuple[Reduction, ...]:
    """Tell where the difference between what was asked and what is granted went, to the øre.

    First the call's own limit, the lower of the rate by start year and the share; then what the frame,
    another rule or the rounding took of the rest. A reversal tells it in its own words.
    """
    if _is_reversal(paper):
        left = Ore(paper.application.asked - paper.decision.amount)
        why = sentences.LESS_AFTER_REVERSAL.in_(language)
        return (Reduction(amount=left, reason=why),) if left else ()
    line = paper.decision.proposal_line
    if line is None:
        return ()
    missing = Ore(line.asked - paper.decision.amount)
    most, limit, percent = min(_limits(line), key=lambda one: one[0])
    by_limit = min(missing, Ore(line.asked - most))
    rest = sentences.LESS_BY.get(line.reason, sentences.LESS_BY_ROUNDING)
    parts = (
        (by_limit, limit.in_(language).format(percent=percent)),
        (Ore(missing - by_limit), rest.in_(language)),
    )
    return tuple(Reduction(amount=amount, reason=reason) for amount, reason in parts if amount)


def share_limit(paper: DecisionPaper) -> int | None:
    """Give the most percent of what is asked that the round gives anybody; None when it gives all."""
    line = paper.decision.proposal_line
    share = FULL_RATE if line is None or _is_reversal(paper) else _share(line)
    return share if share < FULL_RATE else None


def _is_reversal(paper: DecisionPaper) -> bool:
    return paper.decision.kind is DecisionKind.REVERSAL


def _share(line: ProposalLine) -> int:
    if line.proposal.method is not Method.SHARE_OF_ASKED:
        return FULL_RATE
    return int(line.proposal.inputs["allocation"]["share_percent"])


def _limits(line: ProposalLine) -> tuple[tuple[Ore, Bilingual, int], ...]:
    """Give the most that the call allows by rate and by share; the rate stands first when they meet."""
    asked, share = Ore(line.asked), _share(line)
    return (
        (reduced(asked, line.rate_percent), sentences.LESS_BY_RATE, line.rate_percent),
        (Ore(asked * share // FULL_RATE), sentences.LESS_BY_SHARE, share),
    )


def faults(paper: DecisionPaper, language: str) -> tuple[Fault, ...]:
    """List what the application does not meet: the officer's reason, then the rules' own findings."""
    basis = paper.call.title.in_(language)
    own = Fault(
        requirement=sentences.REQUIREMENTS_OF_CALL.in_(language),
        finding=paper.decision.reason,
        basis=basis,
    )
    with force_locale(language):
        found = told(paper.grounds)
    return (
        own,
        *(Fault(requirement=one.rule, finding=one.reason, basis=basis) for one in found),
    )


def _of_line(line: ProposalLine) -> Bilingual:
    if line.reason is not Reason.BELOW_THRESHOLD:
        return sentences.MAIN_REASONS[line.reason]
    short_of_points = line.score < line.proposal.threshold
    return sentences.BELOW_THRESHOLD if short_of_points else sentences.BELOW_ON_A_CRITERION


def _criterion(criterion: Criterion, ground: CriterionGround, language: str) -> CriterionReason:
    return CriterionReason(
        name=criterion.name.in_(language),
        weight=Decimal(criterion.weight),
        mark=ground.mean,
        best_mark=Decimal(criterion.max_mark),
        points=ground.points,
        anchor=_anchor(criterion, ground.mean).in_(language),
        reason="\n\n".join(dict.fromkeys(ground.reasons)),
        threshold=None if criterion.threshold is None else Decimal(criterion.threshold),
    )


def _anchor(criterion: Criterion, mean: Decimal) -> Bilingual:
    """Give what the mark means. A mark between two means what the lower does, and something more."""
    reached = [one for one in criterion.anchors if one.mark <= mean]
    if not reached:
        raise LetterError(f"CriterionReason.anchor: {criterion.code}")
    return reached[-1].text
