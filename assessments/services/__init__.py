"""Acts of the assessment: who works on a case, its formal control, its marks, and the proposals."""

from assessments.services.assignment import (
    CasePlan,
    Refused,
    Wish,
    assign,
    assign_many,
    end_assignment,
    staff_as_planned,
)
from assessments.services.examining import confirm_control, examine
from assessments.services.formal import (
    ask_for_more,
    find_eligible,
    find_ineligible,
    overrule,
)
from assessments.services.impartiality import declare, declare_impartial
from assessments.services.marking import Marking, finish_assessment, save_mark, save_marks
from assessments.services.moderation import moderate
from assessments.services.optimum import ask_for_optimum, keep_optimum
from assessments.services.proposals import choose_proposal, make_proposal
from assessments.services.returning import Return, return_many, return_to_assessment
from assessments.services.supplements import ExtraFrame, choose_extra, propose_extra

__all__ = [
    "CasePlan",
    "ExtraFrame",
    "Marking",
    "Refused",
    "Return",
    "Wish",
    "ask_for_more",
    "ask_for_optimum",
    "assign",
    "assign_many",
    "choose_extra",
    "choose_proposal",
    "confirm_control",
    "declare",
    "declare_impartial",
    "end_assignment",
    "examine",
    "find_eligible",
    "find_ineligible",
    "finish_assessment",
    "keep_optimum",
    "make_proposal",
    "moderate",
    "overrule",
    "propose_extra",
    "return_many",
    "return_to_assessment",
    "save_mark",
    "save_marks",
    "staff_as_planned",
]
