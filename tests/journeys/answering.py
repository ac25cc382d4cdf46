"""The leads answer: yes with an account number, no, or nothing before the time is out."""

import re
from collections.abc import Sequence

from decisions import queries, services
from foundation import clock
from foundation.database import db
from tests.builders.decisions import AN_ACCOUNT
from tests.journeys.announcing import left
from tests.journeys.browsing import Visits, fetched, follow, press, words
from tests.journeys.paperwork import kr
from tests.journeys.parties import Ruled
from tests.journeys.people import Somebody


def open_and_accept(visits: Visits, case: Ruled) -> None:
    """Find the letter, open it, and accept the award with its conditions."""
    with visits.of(case.lead.signs) as page:
        page.goto("/brev")
        assert "Ulest" in words(page.get_by_role("table", name="Brev til dere"))
        fetched(page, re.compile("^Tilskuddsbrev"))
        page.goto("/brev")
        assert "Ulest" not in words(page.get_by_role("table", name="Brev til dere"))
        page.goto(f"/soknader/{case.id}")
        follow(page, "Se vedtaket og svar")
        page.get_by_label("Kontonummer tilskuddet skal betales til").fill("8601 11 17948")
        page.get_by_role("checkbox", name="Vi har lest tilskuddsbrevet").check()
        press(page, "Aksepter tilskuddet")
        assert "Kontonummeret" in words(page)
        page.get_by_label("Kontonummer tilskuddet skal betales til").fill(AN_ACCOUNT)
        press(page, "Aksepter tilskuddet")
        assert "Tilskuddet er akseptert" in words(page)


def is_opened(visits: Visits, somebody: Somebody, case: Ruled, at: str) -> None:
    """See in the office when the lead opened its letter, and that the partner has not."""
    with visits.of(somebody) as page:
        page.goto(f"/vedtak/sak/{case.decision}")
        letters = page.get_by_role("table", name="Brev i saken om vedtaket").get_by_role("row")
        assert at in words(letters.filter(has_text=case.lead.name))
        assert "Ikke åpnet" in words(letters.filter(has_text=case.other.name))


def accept(cases: Sequence[Ruled]) -> None:
    """Let the leads of many cases open their letters and accept, as they would by hand."""
    for one in cases:
        by = one.lead.person()
        decision = queries.published_decision(by, one.id)
        (letter,) = queries.letters_to(by, one.id)
        services.open_letter(queries.letter_to(by, letter.id), by=by, at=clock.now())
        services.answer_award(
            decision, accepted=True, account_number=AN_ACCOUNT, by=by, at=clock.now()
        )
        db.session.expunge_all()


def decline(visits: Visits, case: Ruled) -> None:
    """Decline an award."""
    with visits.of(case.lead.signs) as page:
        page.goto(f"/soknader/{case.id}/vedtak")
        follow(page, "Takk nei til tilskuddet")
        assert f"Dere er innvilget {kr(case.amount)}" in words(page)
        page.get_by_role("checkbox", name="Vi takker nei til tilskuddet").check()
        press(page, "Takk nei")
        assert "Dere har takket nei" in words(page)


def lapse(visits: Visits, officer: Somebody, case: Ruled) -> None:
    """Register, the day after the last day to answer, that an award has lapsed."""
    with visits.of(officer) as page:
        page.goto(f"/vedtak/sak/{case.decision}")
        assert "Fristen er ute" in words(page)
        press(page, "Registrer at tilsagnet er falt bort")
        assert "Tilsagnet er registrert som bortfalt." in words(page)


def is_back(visits: Visits, maker: Somebody, call: int, amount: int) -> None:
    """See that what was given back is left of the frame again."""
    with visits.of(maker) as page:
        assert left(page, call) == kr(amount)
