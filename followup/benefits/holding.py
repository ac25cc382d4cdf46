"""Holding a case while an act on its benefits decides, and refusing whoever may not."""

from datetime import datetime

from accounts.models import Person, Role
from applications.models import Application
from followup.benefits.models import ProjectBenefit
from followup.benefits.queries import FOLLOWED, responsibility, takes_part
from followup.benefits.refusals import Refusal
from followup.holding import hold_case, refuse_strangers
from foundation import clock
from foundation.database import locked
from foundation.errors import RuleBrokenError
from foundation.saying import says_something


def hold_project(application_id: int) -> Application:
    """Hold the case of a grant that is accepted or completed. Raises RuleBrokenError for any other."""
    held = hold_case(application_id)
    if held.step not in FOLLOWED:
        raise RuleBrokenError(Refusal.NOT_IN_FORCE)
    return held


def hold_led(application_id: int, by: Person) -> Application:
    """Hold a case that the person acts for the lead of. Raises RuleBrokenError."""
    held = hold_project(application_id)
    refuse_strangers(held.id, by, Role.EDITOR, Role.SIGNATORY)
    return held


def hold_benefit(benefit: ProjectBenefit) -> ProjectBenefit:
    """Hold a benefit of a held case. Raises RuleBrokenError when it is dropped."""
    held = locked(benefit)
    if held.dropped_at is not None:
        raise RuleBrokenError(Refusal.DROPPED)
    return held


def refuse_others(benefit: ProjectBenefit, organisation_id: int, *, by: Person, at: datetime) -> None:
    """Refuse who does not act for whoever answers for a kommune's benefit now. Raises RuleBrokenError.

    That is the kommune itself while it carries the project out, or who has taken the benefit over from it.
    """
    if not takes_part(benefit.application_id, organisation_id):
        raise RuleBrokenError(Refusal.NOT_OWN_KOMMUNE)
    own = by.organisations_as(Role.EDITOR, Role.SIGNATORY)
    answering = responsibility(benefit.application_id).answers(
        benefit.code, organisation_id, clock.in_oslo(at).date()
    )
    if answering not in own:
        passed_on = organisation_id in own
        raise RuleBrokenError(Refusal.HANDED_OVER if passed_on else Refusal.NOT_OWN_KOMMUNE)


def said(words: str, refusal: Refusal = Refusal.REASON_MISSING) -> str:
    """Give words without blank edges. Raises RuleBrokenError when they say nothing."""
    if not says_something(words):
        raise RuleBrokenError(refusal)
    return words.strip()
