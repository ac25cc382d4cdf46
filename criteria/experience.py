"""What an account of a project's experience must tell before others can use it (erfaringsdeling, inv. 199).

Also what did not work belongs there (inv. 210): both are asked for, and both must say something.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What an account is about: what people look for."""

    PROCUREMENT = "procurement"
    IMPLEMENTATION = "implementation"
    TRAINING = "training"
    INTEGRATION = "integration"
    SECURITY = "security"
    PRIVACY = "privacy"
    BENEFITS = "benefits"
    COOPERATION = "cooperation"
    SUPPLIERS = "suppliers"
    MIGRATION = "migration"


class Gap(StrEnum):
    """What an account lacks."""

    TITLE = "title"
    DONE = "done"
    WORKED = "worked"
    FAILED = "failed"
    SUBJECTS = "subjects"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """An account as its kommune has written it."""

    title: str
    done: str
    worked: str
    failed: str
    subjects: Collection[Subject]
    contact_name: str
    contact_email: str


def gaps(account: AccountFacts) -> tuple[Gap, ...]:
    """List what an account lacks before it can be sent, in the order of its form."""
    return tuple(_gaps(account))


def _gaps(account: AccountFacts) -> Iterator[Gap]:
    for gap, text in (
        (Gap.TITLE, account.title),
        (Gap.DONE, account.done),
        (Gap.WORKED, account.worked),
        (Gap.FAILED, account.failed),
    ):
        if not text.strip():
            yield gap
    if not account.subjects:
        yield Gap.SUBJECTS
    if not account.contact_name.strip() or "@" not in account.contact_email:
        yield Gap.CONTACT
