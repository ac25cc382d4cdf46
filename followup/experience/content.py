"""What a kommune writes in an account of experience, as the form hands it to the act that saves it."""

from dataclasses import dataclass

from criteria.experience import AccountFacts, Subject
from followup.experience.models import Experience


@dataclass(frozen=True, slots=True)
class ExperienceContent:
    """A whole account. `seen`: the version that was changed; None for the first words of it."""

    seen: int | None = None
    title: str = ""
    done: str = ""
    worked: str = ""
    failed: str = ""
    contact_name: str = ""
    contact_email: str = ""
    subjects: tuple[Subject, ...] = ()
    standards: tuple[str, ...] = ()
    """Codes of the register of standards."""


def facts_of(experience: Experience) -> AccountFacts:
    """Give what `criteria.experience` asks of an account. Needs its tags."""
    return AccountFacts(
        title=experience.title,
        done=experience.done,
        worked=experience.worked,
        failed=experience.failed,
        subjects=experience.subjects,
        contact_name=experience.contact_name,
        contact_email=experience.contact_email,
    )
