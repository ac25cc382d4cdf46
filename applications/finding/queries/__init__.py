"""Reading plans and groups. What a person may not see does not exist."""

from applications.finding.queries.calls import measures_by_code, next_calls
from applications.finding.queries.counts import Counted, PlanCounts, counts
from applications.finding.queries.groups import (
    group_of,
    groups_of,
    invitations_of,
    joined,
    unanswered_invitations,
)
from applications.finding.queries.kommuner import kommune_names, kommuner_by_id
from applications.finding.queries.plans import (
    PlanFilters,
    PlanPage,
    living_plans,
    own_living_plan,
    own_plan,
    plan_for,
    plan_page,
    plans_by_kommune,
    plans_of,
    public_plans,
    systems_named,
)

__all__ = [
    "Counted",
    "PlanCounts",
    "PlanFilters",
    "PlanPage",
    "counts",
    "group_of",
    "groups_of",
    "invitations_of",
    "joined",
    "kommune_names",
    "kommuner_by_id",
    "living_plans",
    "measures_by_code",
    "next_calls",
    "own_living_plan",
    "own_plan",
    "plan_for",
    "plan_page",
    "plans_by_kommune",
    "plans_of",
    "public_plans",
    "systems_named",
    "unanswered_invitations",
]
