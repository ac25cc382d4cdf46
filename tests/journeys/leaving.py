"""A kommune wants out: it asks, the lead makes the change whole and sends it, and an officer approves it."""

from tests.journeys.browsing import Visits, follow, lacking, press, words
from tests.journeys.threeyears import LEAVES, STAYS, Project

AUTHORITY = "Vedtak i kommunestyret, sak 14/2027"
WHY = "Vi slår sammen legevakten med en annen kommune."
AND_SO = "Gevinstene i de to andre kommunene er som før."
APPROVED = "Målene kan nås uten kommunen."


def ask_to_leave(visits: Visits, project: Project) -> None:
    """Ask, as who signs for the participant."""
    with visits.of(project.leaves) as page:
        page.goto(f"/soknader/{project.case}/endringer")
        follow(page, "Vi vil ut av prosjektet")
        page.get_by_label("Hvorfor vil dere ut av prosjektet?").fill(WHY)
        page.get_by_label("Hva fullmakten din bygger på").fill(AUTHORITY)
        press(page, "Be om å gå ut")
        assert "Hovedsøkeren har fått beskjed" in words(page)


def finish_the_change(visits: Visits, project: Project) -> None:
    """Make it whole and send it, as the lead."""
    with visits.of(project.lead) as page:
        page.goto(f"/soknader/{project.case}/endringer")
        follow(page, "Endring nr. 1")
        assert lacking(words(page), WHY, LEAVES) == []
        follow(page, "Skriv mer")
        reason = page.get_by_label("Hvorfor vil dere endre prosjektet?")
        reason.fill(f"{reason.input_value()}\n\n{AND_SO}")
        press(page, "Lagre og gå videre")
        press(page, "Send endringssøknaden")
        assert "Endringssøknaden er sendt." in words(page)


def approve_the_change(visits: Visits, project: Project) -> None:
    """Approve it as the officer of the case."""
    with visits.of(project.handler) as page:
        page.goto("/endringer/til-behandling")
        follow(page, f"{project.number}, nr. 1")
        assert lacking(words(page), WHY, AND_SO, LEAVES, AUTHORITY) == []
        page.get_by_label("Begrunnelse").fill(APPROVED)
        press(page, "Godkjenn endringen")
        assert "Endringen er godkjent" in words(page)


def has_left(visits: Visits, project: Project) -> None:
    """Read the answer as the one that left, and see the project without it."""
    with visits.of(project.leaves) as page:
        page.goto(f"/soknader/{project.case}/endringer")
        takes_part = page.locator("dl > div").filter(has_text="Deltakere").inner_text()
        assert STAYS in takes_part
        assert LEAVES not in takes_part
        assert page.get_by_role("link", name="Vi vil ut av prosjektet").count() == 0
        follow(page, "Endring nr. 1")
        assert APPROVED in words(page)
