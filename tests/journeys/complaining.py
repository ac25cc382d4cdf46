"""Three complaints and their three ends: reversed, upheld above, and rejected as too late."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from foundation import clock, outbox
from tests.journeys.browsing import Visits, fact, follow, lacking, press, row, words
from tests.journeys.paperwork import kr, saying
from tests.journeys.parties import Ruled
from tests.journeys.people import Somebody

WANTED = "Vi ber om at hele beløpet blir innvilget."
GROUNDS = "Tallet på journalsystemer er lest feil. Det er fem av dem, ikke tre."
LATE = "Brevet ble liggende hos en som hadde permisjon."
COMMENT = "Vi mener fortsatt at tallet er oversett."
REVERSED = "Tallet var lest feil, og alle kostnadene kan godkjennes."
UPHELD = "Vi har lest karakterene på nytt, og finner ikke grunn til å endre vedtaket."
REJECTED = "Klagen kom for sent, og ingenting taler for å ta den opp."
ABOVE = "Departementet er enig i vurderingen."


def complain(visits: Visits, case: Ruled, last_day: str, late_because: str = "") -> None:
    """Find the button and until when it may be pressed, write the complaint, and send it."""
    with visits.of(case.lead.signs) as page:
        page.goto(f"/soknader/{case.id}")
        follow(page, "Klag, eller se hvordan fristen er regnet ut")
        assert last_day in words(page)
        press(page, f"Begynn på en klage – {case.lead.name}")
        page.get_by_label("Hva ønsker dere endret i vedtaket?").fill(WANTED)
        page.get_by_label("Hvorfor mener dere det?").fill(GROUNDS)
        page.get_by_label("Hvorfor kommer klagen for sent?").fill(late_because)
        press(page, "Lagre")
        page.get_by_role("navigation", name="Klagen").get_by_role(
            "link", name="Les over og send"
        ).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Les over og send klagen")
        page.get_by_role("checkbox", name="Jeg sender klagen på vegne av parten").check()
        press(page, "Send klagen")
        assert "Klagen er sendt." in words(page)
        in_time = "I tide" if not late_because else "For sent"
        assert fact(page, "Kom klagen i tide?") == in_time


def reverse(visits: Visits, officer: Somebody, case: Ruled) -> None:
    """Reverse a decision wholly: the new one is drafted with all that is asked."""
    with visits.of(officer) as page:
        _open(page, case)
        _conclude(page, "Vedtaket gjøres om helt", REVERSED)
        assert "Utkastet til nytt vedtak er laget. Det må signeres." in words(page)
        assert fact(page, "Innvilget") == kr(case.asked)
        assert REVERSED in words(page)


def sign_reversal(visits: Visits, maker: Somebody, case: Ruled) -> None:
    """Sign the decision that a complaint has led to."""
    with visits.of(maker) as page:
        _open(page, case)
        follow(page, "Se det nye vedtaket")
        page.get_by_role("checkbox", name="Jeg har lest vedtaket").check()
        press(page, "Signer vedtaket")
        assert "Vedtaket er signert. Brevene lages nå." in words(page)


def uphold(visits: Visits, officer: Somebody, case: Ruled) -> None:
    """Find that a decision stands, and that the complaint goes on."""
    with visits.of(officer) as page:
        _open(page, case)
        _conclude(page, "Vedtaket opprettholdes, og klagen sendes til klageinstansen", UPHELD)
        assert "En annen må bekrefte den." in words(page)


def reject(visits: Visits, officer: Somebody, case: Ruled) -> None:
    """Find that a complaint came too late, and that it is not taken up."""
    with visits.of(officer) as page:
        _open(page, case)
        assert "Avgjør først om den skal tas opp eller avvises" in words(page)
        _conclude(page, "Klagen avvises", REJECTED)


def confirm(visits: Visits, maker: Somebody, case: Ruled) -> None:
    """Confirm what another has found; the letter of it is made."""
    with visits.of(maker) as page:
        _open(page, case)
        press(page, "Bekreft konklusjonen")
        assert "Konklusjonen er bekreftet, og parten har fått beskjed." in words(page)
    outbox.work_until_empty(clock.now())


def comment(visits: Visits, case: Ruled) -> None:
    """Say what the party thinks of the statement."""
    with visits.of(case.lead.signs) as page:
        page.goto(f"/soknader/{case.id}/klage")
        follow(page, re.compile("^Se klagen"))
        assert UPHELD in words(page)
        page.get_by_label("Uttalelse til klageinstansen").fill(COMMENT)
        press(page, "Send uttalelsen")
        assert "Uttalelsen er sendt." in words(page)


def send_on(visits: Visits, officer: Somebody, case: Ruled) -> None:
    """Send complaint, statement and comment to the appeal body."""
    with visits.of(officer) as page:
        _open(page, case)
        assert COMMENT in words(page)
        press(page, "Registrer at klagen er sendt til klageinstansen")
        assert "Hos klageinstansen" in words(page)


def register_the_result(visits: Visits, officer: Somebody, case: Ruled, on: str) -> None:
    """Register that the appeal body has upheld the decision; the party gets it in a letter."""
    with visits.of(officer) as page:
        _open(page, case)
        follow(page, "Registrer resultatet")
        page.get_by_role("radio", name="Vedtaket er stadfestet").check()
        page.get_by_label("Dato for avgjørelsen").fill(on)
        page.get_by_label("Hva klageinstansen kom til").fill(ABOVE)
        press(page, "Registrer resultatet")
        assert "Stadfestet av klageinstansen" in words(page)
    outbox.work_until_empty(clock.now())


def ended(visits: Visits, officer: Somebody, ends: dict[str, Ruled]) -> None:
    """See each complaint among those that have ended, with its own end."""
    with visits.of(officer) as page:
        page.goto("/klager")
        assert "Ingen klager er under behandling." in words(page)
        for end, case in ends.items():
            assert end in words(row(page, "Avsluttet", case.number))


def read_the_letters(upheld: Ruled, rejected: Ruled, folder: Path) -> None:
    """Read what the parties were written about complaints, each in its form."""
    forwarding = saying(upheld, "forwarding", folder)
    assert lacking(forwarding, upheld.number, upheld.lead.name, UPHELD) == []
    above, ours = (saying(one, "complaint_decision", folder) for one in (upheld, rejected))
    assert lacking(above, upheld.number, ABOVE) == []
    assert lacking(ours, rejected.number, REJECTED) == []


def _open(page: Page, case: Ruled) -> None:
    page.goto("/klager")
    follow(page.get_by_role("table", name="Under behandling"), case.number)


def _conclude(page: Page, ruling: str, reason: str) -> None:
    follow(page, "Konkluder")
    page.get_by_role("radio", name=ruling).check()
    page.get_by_label("Begrunnelse").fill(reason)
    press(page, "Lagre konklusjonen")
