"""Reading what we think: the gate first, then who works on what, findings, marks and proposals."""

from assessments.queries.assignments import (
    Load,
    assessors_of,
    assignment,
    assignments_of,
    is_put_on,
    loads,
)
from assessments.queries.declarations import (
    declaration_of,
    declarations_of,
    declared_view,
    declared_views,
)
from assessments.queries.formal import (
    examination_of,
    finding,
    ineligible_because,
    latest_deficiency,
)
from assessments.queries.gate import (
    ClosedCaseError,
    cover,
    hindrance_of,
    opened,
    participants_of,
    pass_gate,
)
from assessments.queries.hindrances import known_hindrances
from assessments.queries.marks import (
    assessments_of,
    finishers_of,
    own_assessment,
    round_of,
    score_of,
    scorers_of,
    scores_of,
    visible_assessments,
)
from assessments.queries.proposals import (
    chosen_line,
    chosen_proposal,
    entrants_of,
    proposal,
    proposals_of,
    unfinished_in,
)

__all__ = [
    "ClosedCaseError",
    "Load",
    "assessments_of",
    "assessors_of",
    "assignment",
    "assignments_of",
    "chosen_line",
    "chosen_proposal",
    "cover",
    "declaration_of",
    "declarations_of",
    "declared_view",
    "declared_views",
    "entrants_of",
    "examination_of",
    "finding",
    "finishers_of",
    "hindrance_of",
    "ineligible_because",
    "is_put_on",
    "known_hindrances",
    "latest_deficiency",
    "loads",
    "opened",
    "own_assessment",
    "participants_of",
    "pass_gate",
    "proposal",
    "proposals_of",
    "round_of",
    "score_of",
    "scorers_of",
    "scores_of",
    "unfinished_in",
    "visible_assessments",
]
