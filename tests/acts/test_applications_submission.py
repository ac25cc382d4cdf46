"""An application on its way in: what it takes, what happens, and that it happens once."""

from datetime import timedelta

import pytest
from flask import Flask

from applications import facts, queries, services
from applications.refusals import Refusal
from criteria import completeness
from criteria.steps import Step
from foundation import clock
from foundation.errors import RuleBrokenError
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    a_submitted,
)


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def test_a_whole_application_gets_a_case_number(together: Collaboration) -> None:
    case = a_submitted(together)

    assert case.step is Step.SUBMITTED
    assert case.case_number == "2026/00001"
    assert case.submitted_by_id == together.signatory.id
    assert case.submitted_at == clock.now()
