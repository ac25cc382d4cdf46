"""What a world of pages is known by: who may be visited as, and which ids pages are opened with."""

from dataclasses import dataclass, field

from accounts.models import Person
from accounts.queries import person
from applications.models import Application
from foundation.money import kroner
from grants.services import CallTerms
from tests.builders.decisions import NOW
from tests.builders.grants import terms
from tests.journeys.people import Somebody

OPEN_UNTIL = NOW.date().replace(month=6)
FRAME = kroner(4_000_000)


@dataclass
class World:
    """Who may be visited as, and the ids that pages are opened with."""

    persons: dict[str, Somebody] = field(default_factory=dict)
    ids: dict[str, int | str] = field(default_factory=dict)

    def knows(self, **persons: Person) -> None:
        """Name persons by what they do here."""
        for name, one in persons.items():
            self.persons[name] = Somebody(one.name, one.email)


def still_open(code: str) -> CallTerms:
    """Give the terms of a call that is open while the world is visited."""
    return terms(code=code, closes_on=OPEN_UNTIL, frame=FRAME)


def who_signed(application: Application) -> Person:
    """Give who handed an application in."""
    assert application.submitted_by_id is not None
    return person(application.submitted_by_id)
