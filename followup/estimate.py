"""What a report says that the project has cost, held against what the application expected."""

from collections.abc import Sequence

from applications.estimate import estimate_of
from applications.models import Application
from criteria.estimates import Deviation
from followup.asking.answers import answer_to, asked_in
from followup.models import Report
from foundation.money import Ore
from grants.models import Question

_COST = "KOST-05"


def deviation_of(
    report: Report, application: Application, questions: Sequence[Question]
) -> Deviation | None:
    """Hold a whole report's cost against its application's; None when either is not told.

    `questions`: what the call asks in reports of this kind.
    """
    estimate = estimate_of(application)
    asked = next((one for one in questions if one.code == _COST), None)
    if estimate is None or asked is None or _COST not in asked_in(report, questions):
        return None
    answer = answer_to(report, asked)
    if answer is None or answer.irrelevant_because is not None or not answer.value:
        return None
    return Deviation(Ore(int(answer.value)), estimate)
