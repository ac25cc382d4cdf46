"""The mails of a decided round: who was told what, when, and that nobody was told anything else."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import text

from foundation.database import db
from tests.journeys.parties import Party, Ruled
from tests.journeys.sums import ore

AWAITS = {
    "nb": "Sak {number}: et brev venter på dere",
    "nn": "Sak {number}: eit brev ventar på dykk",
}
RECEIVED = "Klagen i sak {number} er mottatt"
OFFICE = "Sak {number}: nytt om klage"
PARTY = "Sak {number}: nytt i klagesaken"
CONTENT = re.compile(
    r"\bkr\b|\d{3} \d{3}|innvilg|avsl[aå]|poeng|tilsagn|tilskudd|tilskot|Felles journal|stadfest|omgj",
    re.IGNORECASE,
)
"""What stands in decisions, and in no notice."""

Mails = Counter[tuple[str, str]]


class Postbox:
    """Every mail that was put since one last looked."""

    def __init__(self) -> None:
        """Begin with what is put from now on."""
        self._last = ore("SELECT coalesce(max(id), 0) FROM mail")

    def holds(self, expected: Iterable[tuple[str, str]]) -> None:
        """Hold what was put since the last time against who should have heard what: no more, no less."""
        with db.engine.connect() as connection:
            put = connection.execute(
                text("SELECT id, recipient, subject, body FROM mail WHERE id > :last ORDER BY id"),
                {"last": self._last},
            ).all()
        told: Mails = Counter((mail.recipient, mail.subject) for mail in put)
        awaited: Mails = Counter(expected)
        assert told == awaited, (told - awaited, awaited - told)
        assert [mail.body for mail in put if CONTENT.search(f"{mail.subject} {mail.body}")] == []
        self._last = max([self._last, *(mail.id for mail in put)])


def letters_await(cases: Iterable[Ruled]) -> Iterator[tuple[str, str]]:
    """Tell who hears that the letters of decisions await them: who signs for each, and the contact."""
    for one in cases:
        yield _awaits(one, one.lead, one.lead.signs.email)
        yield _awaits(one, one.lead, one.lead.contact)
        yield _awaits(one, one.other, one.other.signs.email)


def letter_awaits(one: Ruled) -> Iterator[tuple[str, str]]:
    """Tell who hears that a letter to the lead alone awaits it."""
    yield _awaits(one, one.lead, one.lead.signs.email)
    yield _awaits(one, one.lead, one.lead.contact)


def received(one: Ruled) -> tuple[str, str]:
    """Tell who hears that the lead's complaint has come."""
    return one.lead.signs.email, RECEIVED.format(number=one.number)


def goes_on(one: Ruled) -> tuple[str, str]:
    """Tell who hears that something has happened to the lead's complaint."""
    return one.lead.signs.email, PARTY.format(number=one.number)


def _awaits(one: Ruled, party: Party, address: str) -> tuple[str, str]:
    return address, AWAITS[party.language].format(number=one.number)
