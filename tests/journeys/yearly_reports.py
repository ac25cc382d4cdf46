"""The lead writes and sends a report; an officer sends it back with a question, or approves it."""

from playwright.sync_api import Locator, Page

from foundation.money import format_kroner
from tests.builders.applications import A_PDF
from tests.journeys.browsing import Visits, cells, follow, lacking, plain, press, row, words
from tests.journeys.threeyears import STAYS, Project

QUESTION = "Hvilke av kommunene har tatt rutinene i bruk?"
FIRST_TOLD = "Rutinene er skrevet om."
THEN_TOLD = "Rutinene er skrevet om, og alle tre kommunene bruker dem."


def write_and_send(
    visits: Visits, project: Project, year: int, *, told: str, percent: int = 30
) -> None:
    """Write the annual report of a year, in which all of the year's grant is spent, and send it."""
    with visits.of(project.lead) as page:
        _begin(page, f"Årsrapport {year}")
        _tell(page, told, percent)
        page.get_by_label("Brukt: ").fill(plain(format_kroner(project.granted(year))))
        press(page, "Lagre og gå videre")
        page.get_by_label("Bekreftelse fra revisor").set_input_files(
            {"name": "revisor.pdf", "mimeType": "application/pdf", "buffer": A_PDF}
        )
        press(page, "Legg ved bekreftelsen")
        follow(page, "Gå videre")
        assert told in words(page)
        _send(page)


def write_and_send_the_last(visits: Visits, project: Project, year: int, *, told: str) -> None:
    """Write the final report: its accounts are those of the years, and are not written again."""
    with visits.of(project.lead) as page:
        _begin(page, f"Sluttrapport {year}")
        assert "Regnskapet er summen av årsrapportene" in words(page)
        assert page.get_by_label("Brukt: ").count() == 0
        _tell(page, told, 100)
        press(page, "Lagre og gå videre")
        _send(page)


def ask(visits: Visits, project: Project, report: str) -> None:
    """Send a report back, which takes a question."""
    with visits.of(project.handler) as page:
        _open(page, report)
        press(page, "Send tilbake")
        assert "Rapporten er godkjent." not in words(page)
        page.get_by_label("Melding til prosjektet").fill(QUESTION)
        press(page, "Send tilbake")


def answer(visits: Visits, project: Project, report: str) -> None:
    """Read the question as the lead, write it in the report, and send it again."""
    with visits.of(project.lead) as page:
        page.goto("/rapporter")
        follow(page, report)
        assert QUESTION in words(page)
        press(page, "Rett og send på nytt")
        assert QUESTION in words(page)
        field = page.get_by_label("Hvordan har arbeidet gått?")
        assert field.input_value() == FIRST_TOLD, "what was written is not to be written again"
        field.fill(THEN_TOLD)
        press(page, "Lagre og gå videre")
        follow(page, "Gå videre")
        _send(page)


def approve(visits: Visits, project: Project, report: str, *, told: str, before: str = "") -> None:
    """Approve a report as the officer of the case, who sees what it said before it was returned."""
    with visits.of(project.handler) as page:
        _open(page, report)
        assert lacking(words(page), told, before) == []
        press(page, "Godkjenn rapporten")
        assert "Rapporten er godkjent." in words(page)


def both_versions_are_kept(visits: Visits, project: Project, report: str) -> None:
    """See, as a participant, the newest version approved; the office still has the first as it was."""
    with visits.of(project.stays) as page:
        page.goto("/rapporter")
        assert "Godkjent" in cells(row(page, "Ferdige rapporter", report))
        follow(page, report)
        assert THEN_TOLD in words(page)
    with visits.of(project.handler) as page:
        page.goto("/rapporter/til-behandling?queue=all")
        follow(page, report)
        follow(page.get_by_role("table", name="Tidligere rapporter i saken"), report)
        told = words(page)
        assert QUESTION in told
        assert THEN_TOLD not in told


def _begin(page: Page, report: str) -> None:
    page.goto("/rapporter")
    press(page, f"Begynn – {report}")


def _tell(page: Page, told: str, percent: int) -> None:
    page.get_by_label("Hvordan har arbeidet gått?").fill(told)
    page.get_by_label("Hva har dere oppnådd?").fill("Ventetiden er halvert.")
    page.get_by_label("Hva kan andre lære").fill("Begynn med rutinene, ikke med systemet.")
    for activity in _rows_with(page, "Status"):
        done = percent == 100
        activity.get_by_label("Status").select_option("Fullført" if done else "I gang")
        activity.get_by_label("Hvor mye er gjort").fill(str(percent))
        activity.get_by_label("Hva har dere gjort?").fill("Rutinene er skrevet om.")
    for benefit in _rows_with(page, "Indikator"):
        benefit.get_by_label("Indikator").fill("Tid på dokumentasjon per vakt")
        benefit.get_by_label("Enhet").fill("minutter")
        benefit.get_by_label("Ansvarlig").fill(f"{STAYS} kommune")
        benefit.get_by_label("Nullpunkt").fill("52")
        benefit.get_by_label("Mål", exact=True).fill("32")
        benefit.get_by_label("Målet skal nås innen").fill("2031-12-31")


def _rows_with(page: Page, label: str) -> list[Locator]:
    rows = page.locator("fieldset.row-fields").filter(has=page.get_by_label(label)).all()
    assert rows
    return rows


def _send(page: Page) -> None:
    page.get_by_role("checkbox", name="Jeg bekrefter at opplysningene").check()
    press(page, "Send inn rapporten")
    assert "Rapporten er sendt inn." in words(page)


def _open(page: Page, report: str) -> None:
    page.goto("/rapporter/til-behandling")
    follow(page, report)
