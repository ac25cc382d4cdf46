"""Step 4: the case officer puts people on, runs the formal control, asks for more, and accepts."""

from playwright.sync_api import Page

from tests.builders.applications import A_PDF
from tests.journeys import beside
from tests.journeys.applying import TITLE
from tests.journeys.browsing import Visits, at, follow, press, row, words
from tests.journeys.handing_in import Case
from tests.journeys.people import Cast, Somebody

ASKED_FOR = "Send avtalen med underskrift fra alle tre kommunene."
ANSWERED = "Avtalen er underskrevet av alle tre og ligger ved."


def staff(visits: Visits, cast: Cast, case: Case) -> None:
    """Put an officer and two assessors on a case that nobody has declared anything about."""
    with visits.of(cast.handler) as page:
        page.goto("/")
        assert "Saker uten saksbehandler" in words(page)
        page.goto(f"/saker/{case.id}/fordeling")
        put_on(page, "Saksbehandler", cast.handler)
        for assessor in cast.assessors:
            put_on(page, "Vurderer", assessor)


def declare(visits: Visits, somebody: Somebody, case: Case) -> None:
    """Declare impartiality; until then a case shows who takes part in it and nothing more."""
    with visits.of(somebody) as page:
        page.goto(f"/saker/{case.id}")
        assert page.url.endswith(f"/saker/{case.id}/habilitet")
        assert "Saken er lukket for deg ennå" in words(page)
        assert "Kommunene har de samme behovene" not in words(page)
        page.get_by_role("radio", name="Jeg er habil", exact=True).check()
        press(page, "Registrer svaret")
        assert "Kommunene har de samme behovene" in words(page)


def ask_for_more(visits: Visits, cast: Cast, case: Case) -> None:
    """Run the control, see each rule's own reason, and ask for what is missing."""
    with visits.of(cast.handler) as page:
        page.goto(f"/saker/{case.id}/kontroll")
        _run_control(page)
        said = words(page)
        assert "31,32 prosent" in said
        assert "Ikke oppfylt" not in said
        follow(page, "Be søkeren om mer")
        page.get_by_label("Hva søkeren må rette eller sende").fill(ASKED_FOR)
        page.get_by_label("Frist").fill("2026-05-04")
        press(page, "Send til søkeren")
        page.goto(f"/saker/{case.id}")
        assert ASKED_FOR in words(page)


def answer(visits: Visits, cast: Cast, case: Case) -> None:
    """Answer as the lead's editor, with a document."""
    with visits.of(cast.editor) as page:
        page.goto("/soknader")
        follow(page, TITLE)
        assert "Vi trenger flere opplysninger" in words(page)
        assert case.number in words(page)
        follow(page, "Se hva vi ber om, og svar")
        assert ASKED_FOR in words(page)
        page.get_by_label("Svar", exact=True).fill(ANSWERED)
        page.get_by_label("Vedlegg").set_input_files(
            {"name": "underskrevet.pdf", "mimeType": "application/pdf", "buffer": A_PDF}
        )
        press(page, "Send svaret")
        assert "Svaret er sendt." in words(page)


def accept_for_assessment(visits: Visits, cast: Cast, case: Case) -> None:
    """Read the answer, run the control again, and send the case on."""
    with visits.of(cast.handler) as page:
        page.goto(f"/saker/{case.id}/kontroll")
        assert ANSWERED in words(page)
        assert "underskrevet.pdf" in words(page)
        _run_control(page)
        press(page, "Vilkårene er oppfylt: send til vurdering")
        page.goto(f"/saker/{case.id}")
        assert "Oppfyller vilkårene" in words(page.locator(".case-line"))


def control_both(visits: Visits, cast: Cast, case: Case, other: Case) -> None:
    """Take both cases from the office's first look to the assessment: one by hand, the other by the acts."""
    with at("2026-04-20"):
        staff(visits, cast, case)
        declare(visits, cast.handler, case)
        ask_for_more(visits, cast, case)
    with at("2026-04-24"):
        answer(visits, cast, case)
    with at("2026-04-27"):
        accept_for_assessment(visits, cast, case)
        beside.control(cast, other)


def put_on(page: Page, task: str, somebody: Somebody) -> None:
    """Put somebody on the case whose page of staffing is open."""
    page.get_by_role("radio", name=task).check()
    choice = page.get_by_label("Medarbeider").locator("option").filter(has_text=somebody.name)
    page.get_by_label("Medarbeider").select_option(choice.inner_text())
    press(page, "Sett på saken")
    row(page, "Hvem som er på saken", somebody.name)


def _run_control(page: Page) -> None:
    """Run the control; the system may have run it when the application came in."""
    again = "Kjør kontrollen på nytt"
    has_run = page.get_by_role("button", name=again).count()
    press(page, again if has_run else "Kjør kontrollen")
