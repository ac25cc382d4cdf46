"""What was said by e-mail on the way: to whom, about what, and never what a case holds."""

import re
from collections import Counter

from sqlalchemy import text

from foundation.database import db
from tests.journeys.applying import TITLE
from tests.journeys.handing_in import OTHER_TITLE, Case
from tests.journeys.people import OTHERS, Cast

OTHERS_CONTACT = "signe@example.org"
TOLD_NOWHERE = re.compile(
    rf"\bkr\b|\d{{3}} \d{{3}}|innvilg|avsl[aå]|avslåt|poeng|tilsagn|{TITLE}|{OTHER_TITLE}",
    re.IGNORECASE,
)


def the_mails_are_right(cast: Cast, case: Case, other: Case) -> None:
    """Hold every notice that was put against who should have heard what, each in its own Norwegian."""
    with db.engine.connect() as connection:
        put = connection.execute(
            text("SELECT recipient, subject, body FROM mail ORDER BY id")
        ).all()
    assert Counter((mail.recipient, mail.subject) for mail in put) == Counter(
        [*_of_the_awarded(cast, case), *_of_the_refused(other)]
    )
    assert [mail.body for mail in put if TOLD_NOWHERE.search(f"{mail.subject} {mail.body}")] == []


def _of_the_awarded(cast: Cast, case: Case) -> list[tuple[str, str]]:
    editor, signatory = cast.editor.email, cast.signatory.email
    partners = [one.email for one in cast.partners]
    number = case.number
    return [
        *((one, "Dere er invitert til å delta i en søknad") for one in partners),
        (editor, f"Vi har fått søknaden, sak {number}"),
        *((one, f"Sak {number}: vi treng meir frå dykk") for one in (editor, signatory)),
        *(
            (one, f"Sak {number}: eit brev ventar på dykk")
            for one in (signatory, *partners, editor)
        ),
        *((one, f"Sak {number}: svar på rapporten") for one in (editor, signatory)),
    ]


def _of_the_refused(other: Case) -> list[tuple[str, str]]:
    lead, *partners = (f"stine.{name.lower()}@example.org" for name in OTHERS)
    return [
        *((one, "Dere er invitert til å delta i en søknad") for one in partners),
        (OTHERS_CONTACT, f"Vi har mottatt søknaden, sak {other.number}"),
        *(
            (one, f"Sak {other.number}: et brev venter på dere")
            for one in (lead, *partners, OTHERS_CONTACT)
        ),
    ]
