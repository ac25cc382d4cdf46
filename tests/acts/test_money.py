"""Random sequences of all that is done with money, held against a model in plain numbers after each act."""

from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.installation import EXTENSION
from tests.money.successions import Successions

FEW = settings(
    max_examples=2,
    stateful_step_count=36,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def test_every_sum_and_every_rule_holds_whatever_is_done_with_the_money(app: Flask) -> None:
    Successions.installation = app.extensions[EXTENSION]
    run_state_machine_as_test(Successions, settings=FEW)
