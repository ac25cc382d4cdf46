"""What the five were told by e-mail on the way: to whom, about what, and in which Norwegian."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import text

from foundation.database import db
from tests.journeys.agreeing import CHANGED
from tests.journeys.applying import TITLE
from tests.journeys.browsing import plain
from tests.journeys.correcting import ASKED_FOR, CORRECTED, QUESTION, REPLY
from tests.journeys.five import DECLINES, PROPOSES, Five
from tests.journeys.handing_in import Case

FALLEN = "Dere må bekrefte deres del på nytt"
TOLD_NOWHERE = re.compile("|".join(map(re.escape, (TITLE, ASKED_FOR, CORRECTED, QUESTION, REPLY))))


class Told(NamedTuple):
    """A mail that should have been put, and what its text says among other things."""

    recipient: str
    subject: str
    says: str


def the_mails_are_right(five: Five, case: Case) -> None:
    """Hold every notice to the five and the office against who should have heard what."""
    expected = [*_while_a_draft(five), *_as_a_case(five, case)]
    ours = {one.email for one in five}
    put = [mail for mail in _put() if mail[0] in ours]

    told, awaited = Counter(mail[:2] for mail in put), Counter(one[:2] for one in expected)
    assert told == awaited, (told - awaited, awaited - told)
    for one in expected:
        bodies = [body for *envelope, body in put if envelope == [one.recipient, one.subject]]
        assert all(one.says in body for body in bodies), (one, bodies)
    assert [body for _to, subject, body in put if TOLD_NOWHERE.search(f"{subject} {body}")] == []
    (fallen,) = (body for _to, subject, body in put if subject == FALLEN)
    assert CHANGED.search(fallen), fallen


def _put() -> list[tuple[str, str, str]]:
    with db.engine.connect() as connection:
        rows = connection.execute(text("SELECT recipient, subject, body FROM mail ORDER BY id"))
        return [(to, subject, plain(body)) for to, subject, body in rows]


def _while_a_draft(five: Five) -> Iterator[Told]:
    for one in five.partners:
        yield Told(one.email, "Dere er invitert til å delta i en søknad", "bekreft eller takk nei")
        yield Told(one.email, "Husk å bekrefte deres del av søknaden", "er 15. april 2026")
    yield Told(five.writer.email, f"{DECLINES} kommune har takka nei", "for å ta deltakaren ut")
    yield Told(
        five.decliner.email, "Dere er tatt ut av en søknad", "ikke lenger noen forpliktelser"
    )
    yield Told(five.writer.email, f"{PROPOSES} kommune foreslår andre tal", "godta forslaget")
    yield Told(
        five.proposer.email, "Hovedsøkeren har godtatt tallene deres", "Logg inn for å bekrefte"
    )
    yield Told(five.changer.email, FALLEN, "Bekreftelsen gjelder derfor ikke lenger.")


def _as_a_case(five: Five, case: Case) -> Iterator[Told]:
    yield Told(five.writer.email, f"Vi har fått søknaden, sak {case.number}", case.number)
    for one in (five.writer, five.signatory):
        yield Told(one.email, f"Sak {case.number}: vi treng meir frå dykk", "innan 4. mai 2026")
    yield Told(five.handler.email, f"Ny melding fra en søker, sak {case.number}", "skrevet til oss")
    for one in (five.writer, five.signatory, five.on_phone):
        yield Told(one.email, f"Ny melding om søknaden, sak {case.number}", "skrevet til dere")
