"""What the five were told by e-mail on the way: to whom, about what, and in which Norwegian."""

import re
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import text

from foundation.database import db
from tests.journeys.agreeing import CHANGED
from tests.journeys.applying import TITLE
from tests.journeys.browsing import plain
from tests.journeys.correcting import ASKED_FOR, QUESTION, REPLY
from tests.journeys.five import DECLINES, PROPOSES, Five
from tests.journeys.handing_in import Case

INVITED = "Dere er invitert til å delta i en søknad"
FALLEN = "Dere må bekrefte deres del på nytt"
TOLD_NOWHERE = re.compile("|".join(map(re.escape, (TITLE, ASKED_FOR, QUESTION, REPLY))))


def the_mails_are_right(five: Five, case: Case) -> None:
    """Hold every notice to the five and the office against who should have heard what."""
    with db.engine.connect() as connection:
        put = connection.execute(text("SELECT recipient, subject, body FROM mail ORDER BY id")).all()
    ours = {one.email for one in five}
    told = Counter((one.recipient, one.subject) for one in put if one.recipient in ours)
    expected = Counter([*_while_a_draft(five), *_as_a_case(five, case)])
    assert told == expected, (told - expected, expected - told)
    assert [one.body for one in put if TOLD_NOWHERE.search(f"{one.subject} {one.body}")] == []
    (fallen,) = (plain(one.body) for one in put if one.subject == FALLEN)
    assert CHANGED.search(fallen)
    (asked, _again) = (plain(one.body) for one in put if "treng meir" in one.subject)
    assert "innan 4. mai 2026" in asked


def _while_a_draft(five: Five) -> Iterator[tuple[str, str]]:
    for partner in five.partners:
        yield partner.email, INVITED
        yield partner.email, "Husk å bekrefte deres del av søknaden"
    yield five.writer.email, f"{DECLINES} kommune har takka nei"
    yield five.decliner.email, "Dere er tatt ut av en søknad"
    yield five.writer.email, f"{PROPOSES} kommune foreslår andre tal"
    yield five.proposer.email, "Hovedsøkeren har godtatt tallene deres"
    yield five.changer.email, FALLEN


def _as_a_case(five: Five, case: Case) -> Iterator[tuple[str, str]]:
    yield five.writer.email, f"Vi har fått søknaden, sak {case.number}"
    for person in (five.writer, five.signatory):
        yield person.email, f"Sak {case.number}: vi treng meir frå dykk"
    yield five.handler.email, f"Ny melding fra en søker, sak {case.number}"
    for person in (five.writer, five.signatory, five.on_phone):
        yield person.email, f"Ny melding om søknaden, sak {case.number}"
