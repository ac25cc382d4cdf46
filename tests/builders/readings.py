"""Calls that allow little between two readings, and those who read as the third."""

from accounts.models import Person
from assessments import services
from assessments.models import Task
from criteria.impartiality import View
from foundation import clock
from grants import queries
from grants import services as granting
from grants.models import Call, RuleKey
from tests.builders.accounts import an_administrator
from tests.builders.assessments import Case, an_officer
from tests.builders.grants import a_draft


def a_strict_call(**values: str) -> Call:
    """Publish a call with some rules set, by their keys."""
    by = an_administrator()
    draft = a_draft(by)
    for key, value in values.items():
        rule = next(one for one in draft.rules if one.key is RuleKey(key))
        setting = granting.RuleSetting(value, rule.note, chosen_by_administrator=True)
        granting.change_rule(draft, rule, setting, by=by, at=clock.now())
        draft = queries.call(draft.id)
    granting.publish_call(draft, by=by, at=clock.now())
    return draft


def a_third_reader(case: Case) -> Person:
    """Put a third reader on a case, who declares to be impartial."""
    third = an_officer("Tora Tredje")
    services.assign(case.application, third, Task.ASSESS, by=case.handler, at=clock.now())
    services.declare(case.application, View.IMPARTIAL, by=third, at=clock.now())
    return third
