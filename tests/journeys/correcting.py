"""After the deadline: the office asks for more, the lead corrects, both versions are seen; a question."""

from playwright.sync_api import Locator, Page

from foundation import clock, outbox
from tests.journeys import controlling
from tests.journeys.applying import TITLE
from tests.journeys.browsing import (
    Visits,
    fetched,
    follow,
    lacking,
    plain,
    press,
    printed,
    row,
    words,
)
from tests.journeys.filling_in import OTHERS, OURS
from tests.journeys.five import LEAD, ON_PHONE, Five
from tests.journeys.handing_in import Case

ASKED_FOR = "Skriv hva dere gjør likt i legevakten og i hjemmetjenesten."
CORRECTED = "Alle bruker den samme rutinen, i legevakten og i hjemmetjenesten."
ANSWERED = "Vi har skrevet det tydeligere under spørsmålene."
QUESTION, REPLY = "Kan vi begynne før dere har svart?", "Ja, men på egen risiko."


def take_the_case(visits: Visits, five: Five, case: Case) -> None:
    """Be put on the case and declare oneself impartial."""
    with visits.of(five.handler) as page:
        page.goto(f"/saker/{case.id}/fordeling")
        controlling.put_on(page, "Saksbehandler", five.handler)
    controlling.declare(visits, five.handler, case)


def ask_for_more(visits: Visits, five: Five, case: Case) -> None:
    """Send the letter that asks for more, and open the questions for correction."""
    with visits.of(five.handler) as page:
        page.goto(f"/saker/{case.id}/kontroll")
        follow(page, "Be søkeren om mer")
        page.get_by_label("Hva søkeren må rette eller sende").fill(ASKED_FOR)
        page.get_by_role("checkbox", name="Spørsmål").check()
        page.get_by_label("Frist").fill("2026-05-04")
        press(page, "Send til søkeren")
        assert "Åpnet for retting: «Spørsmål»" in words(page)
    outbox.work_until_empty(clock.now())


def correct_and_answer(visits: Visits, five: Five, case: Case) -> None:
    """Read the letter, correct what is opened, and nothing else, and send the answer."""
    with visits.of(five.writer) as page:
        page.goto("/soknader")
        follow(page, TITLE)
        assert "Vi trenger flere opplysninger" in words(page)
        letter = printed(fetched(page, f"Mangelbrev – {LEAD} kommune (PDF)"))
        opened = "Dette kan de rette i søknaden", "Spørsmål"
        assert lacking(letter, ASKED_FOR, *opened, case.number, "4. mai 2026") == []
        follow(page, "Se hva vi ber om, og svar")
        assert ASKED_FOR in words(page)
        _open_the_first_question(page)
        _text(page).fill(CORRECTED)
        press(page, "Lagre")
        follow(page, "Gå til svaret")
        page.get_by_label("Svar", exact=True).fill(ANSWERED)
        press(page, "Send svaret")
        assert "Svaret er sendt." in plain(page.locator(".flash").inner_text())
        page.goto(f"/soknader/{case.id}/sporsmal/1")
        assert page.url.endswith(f"/soknader/{case.id}")


def see_both_versions(visits: Visits, five: Five, case: Case) -> None:
    """See, as the officer, what was handed in beside what stands now."""
    with visits.of(five.handler) as page:
        page.goto(f"/saker/{case.id}")
        assert ANSWERED in words(page)
        assert OURS in words(page.locator("del"))
        assert OTHERS in words(page.locator("del"))
        assert CORRECTED in words(page.locator("ins"))


def ask(visits: Visits, five: Five, case: Case) -> None:
    """Ask the office something in the case, as one of the partners, on a phone."""
    with visits.of(five.on_phone, phone=True) as page:
        page.goto(f"/soknader/{case.id}/meldinger")
        assert "Ingen meldinger ennå." in words(page)
        page.get_by_label("Melding", exact=True).fill(QUESTION)
        press(page, "Send meldingen")
        assert "Ikke lest ennå" in words(page)


def reply(visits: Visits, five: Five, case: Case) -> None:
    """Find the question among those that nobody has answered, and answer it."""
    with visits.of(five.handler) as page:
        page.goto("/saker/meldinger")
        found = row(page, "Ubesvarte spørsmål, eldste først", case.number)
        assert five.on_phone.name in words(found)
        follow(found, f"{LEAD} kommune")
        assert f"{five.on_phone.name}, {ON_PHONE} kommune" in words(page)
        assert QUESTION in words(page)
        page.get_by_label("Melding", exact=True).fill(REPLY)
        press(page, "Send til søkeren")
        page.goto("/saker/meldinger")
        assert "Alle spørsmål er besvart." in words(page)


def read_the_reply(visits: Visits, five: Five, case: Case) -> None:
    """Read the answer where the question was asked, and see that the question was read."""
    with visits.of(five.on_phone, phone=True) as page:
        page.goto(f"/soknader/{case.id}/meldinger")
        said = words(page)
        assert REPLY in said
        assert f"Lest av {five.handler.name}" in said


def _open_the_first_question(page: Page) -> None:
    parts = page.get_by_role("heading", name="Deler dere kan rette").locator(
        "xpath=following::ul[1]"
    )
    with page.expect_navigation():
        parts.get_by_role("link").first.click()
    assert "Dere retter i en søknad som er sendt inn" in words(page)


def _text(page: Page) -> Locator:
    return page.locator("main form textarea:visible").first
