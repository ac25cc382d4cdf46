"""Where an account of experience stands: read from its facts, never stored."""

from enum import StrEnum

from followup.experience.models import Experience


class ExperienceState(StrEnum):
    """How far an account has come."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


def state_of(experience: Experience) -> ExperienceState:
    """Read where an account stands."""
    if experience.sent_at is None:
        return ExperienceState.DRAFT
    if experience.published is None:
        return ExperienceState.SENT
    if not experience.published:
        return ExperienceState.RETURNED
    return ExperienceState.WITHDRAWN if experience.withdrawn_at else ExperienceState.PUBLISHED
