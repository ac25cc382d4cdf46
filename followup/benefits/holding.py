"""Holding a case while an act on its benefits decides, and refusing whoever may not."""

from accounts.models import Person, Role
from applications.models import Application
from followup.benefits.models import ProjectBenefit
from followup.benefits.queries import FOLLOWED, takes_part
from followup.benefits.refusals import Refusal
from followup.holding import hold_case, refuse_strangers
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


def refuse_other_kommune(application_id: int, organisation_id: int, by: Person) -> None:
    """Refuse who does not act for a kommune that carries the project out. Raises RuleBrokenError."""
    own = by.organisations_as(Role.EDITOR, Role.SIGNATORY)
    if organisation_id not in own or not takes_part(application_id, organisation_id):
        raise RuleBrokenError(Refusal.NOT_OWN_KOMMUNE)


def said(words: str, refusal: Refusal = Refusal.REASON_MISSING) -> str:
    """Give words without blank edges. Raises RuleBrokenError when they say nothing."""
    if not says_something(words):
        raise RuleBrokenError(refusal)
    return words.strip()
