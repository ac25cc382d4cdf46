"""The scheme and its calls as data: YAML under `grants/reference`, read into frozen values.

Nothing is written here. An act reads a sheet and makes rows of it; the administrator changes the rows
afterwards. A sheet that is not whole stops the reading with its file, its place and what is wrong.
"""

from pathlib import Path

from grants.catalogue.call import load_call
from grants.catalogue.callsheets import (
    ActivitySheet,
    AttachmentSheet,
    CallSheet,
    ChoiceSheet,
    ConditionSheet,
    CriterionSheet,
    KindSheet,
    PlanStepSheet,
    QuestionSheet,
    RuleSheet,
)
from grants.catalogue.questions import load_bank, testable
from grants.catalogue.reader import SheetError
from grants.catalogue.reports import load_report_questions
from grants.catalogue.scheme import load_scheme
from grants.catalogue.schemesheets import (
    AppropriationSheet,
    BenefitSheet,
    BudgetPostSheet,
    GoalSheet,
    LevelSheet,
    MeasureSheet,
    NeedSheet,
    RegulationSheet,
    SchemeSheet,
    SenderSheet,
    StatuteSheet,
)

REFERENCE = Path(__file__).parent.parent / "reference"
SCHEME = REFERENCE / "helseteknologiordningen.yaml"
REPORTS = REFERENCE / "reports.yaml"
CALLS = (REFERENCE / "anskaffelse-2027.yaml", REFERENCE / "innforing-2027.yaml")

__all__ = [
    "CALLS",
    "REFERENCE",
    "REPORTS",
    "SCHEME",
    "ActivitySheet",
    "AppropriationSheet",
    "AttachmentSheet",
    "BenefitSheet",
    "BudgetPostSheet",
    "CallSheet",
    "ChoiceSheet",
    "ConditionSheet",
    "CriterionSheet",
    "GoalSheet",
    "KindSheet",
    "LevelSheet",
    "MeasureSheet",
    "NeedSheet",
    "PlanStepSheet",
    "QuestionSheet",
    "RegulationSheet",
    "RuleSheet",
    "SchemeSheet",
    "SenderSheet",
    "SheetError",
    "StatuteSheet",
    "load_bank",
    "load_call",
    "load_report_questions",
    "load_scheme",
    "testable",
]
