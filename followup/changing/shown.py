"""What is wrong with a change, and which rules it breaks, said in the reader's language."""

from applications.words import explained
from applications.words.findings import Told
from criteria.changes import ChangeProblem, Problem
from followup.changing.project import Changing
from foundation import words
from foundation.showing import show_text

_OF_ACTIVITIES = frozenset(
    {ChangeProblem.MONEY_OUTSIDE_ACTIVITIES, ChangeProblem.NEW_ACTIVITY_NOT_DESCRIBED}
)


def told_problems(found: Changing) -> list[str]:
    """Say everything that stops a change from being sent."""
    names = {one.id: show_text(one.text) for one in found.application.call.activities}

    def subject(one: Problem) -> str | int | None:
        if one.problem in _OF_ACTIVITIES and one.subject is not None:
            return names.get(one.subject, one.subject)
        return one.subject

    return [words.say(one.problem, subject=subject(one)) for one in found.problems]


def told_rules(found: Changing) -> list[tuple[Told, bool]]:
    """Say the rules of the call that the project does not meet afterwards, and whether that is new."""
    return [(explained(finding), new) for finding, new in found.broken]
