"""Step 9: the lead reports on the year, an officer approves, and the printed report has a chart."""

from playwright.sync_api import Page

from foundation import clock, outbox
from foundation.money import NOTHING, Ore, format_kroner
from tests.builders.applications import A_PDF
from tests.journeys.applying import BUDGET, GRANT, TITLE
from tests.journeys.browsing import (
    Visits,
    at,
    fetched,
    follow,
    lacking,
    plain,
    press,
    printed,
    words,
)
from tests.journeys.deciding import BY_YEAR
from tests.journeys.handing_in import Case
from tests.journeys.paying import FIRST_INSTALMENT
from tests.journeys.people import Cast

SPENT = Ore(1_119_000_75)
"""What the project says it used of the grant for 2026."""

PROGRESS = "Rutinene i legevakten er endret, og alle tre kommunene bruker dem."


def report(visits: Visits, cast: Cast, case: Case) -> None:
    """Write, send, approve and read the report for 2026, each by the person who does it."""
    with at("2027-03-15"):
        _write(visits, cast)
        _send(visits, cast)
        outbox.work_until_empty(clock.now())
    with at("2027-03-22"):
        _approve(visits, cast, case)
    with at("2027-03-23"):
        _read(visits, cast, case)


def _write(visits: Visits, cast: Cast) -> None:
    """Fill in the report and enclose the auditor's statement, as the lead's editor."""
    with visits.of(cast.editor) as page:
        page.goto("/rapporter")
        press(page, "Begynn – Årsrapport 2026")
        page.get_by_label("Hvordan har arbeidet gått?").fill(PROGRESS)
        page.get_by_label("Hva har dere oppnådd?").fill("Ventetiden er halvert.")
        page.get_by_label("Avvik fra plan og budsjett").fill("Vikarene kostet mindre.")
        page.get_by_label("Hva kan andre lære").fill("Begynn med rutinene, ikke med systemet.")
        _activities(page)
        _benefits(page)
        press(page, "Lagre og gå videre")
        page.get_by_label("Bekreftelse fra revisor").set_input_files(
            {"name": "revisor.pdf", "mimeType": "application/pdf", "buffer": A_PDF}
        )
        press(page, "Legg ved bekreftelsen")
        follow(page, "Gå videre")
        assert "Den som har signaturrett for hovedsøkeren, må sende den inn." in words(page)


def _activities(page: Page) -> None:
    for activity in (
        page.locator("fieldset.row-fields").filter(has=page.get_by_label("Status")).all()
    ):
        activity.get_by_label("Status").select_option("I gang")
        activity.get_by_label("Hvor mye er gjort").fill("45")
        activity.get_by_label("Hva har dere gjort?").fill("Rutinene er skrevet om og tatt i bruk.")
    first, second = page.get_by_label("Brukt: ").all()
    first.fill("1 119 000,75")
    second.fill("0")


def _benefits(page: Page) -> None:
    benefits = page.locator("fieldset.row-fields").filter(has=page.get_by_label("Indikator"))
    for benefit in benefits.all():
        benefit.get_by_label("Indikator").fill("Tid på dokumentasjon per vakt")
        benefit.get_by_label("Enhet").fill("minutter")
        benefit.get_by_label("Ansvarlig").fill("Volda kommune")
        benefit.get_by_label("Nullpunkt").fill("52")
        benefit.get_by_label("Mål", exact=True).fill("35,5")
        benefit.get_by_label("Målet skal nås innen").fill("2027-12-31")


def _send(visits: Visits, cast: Cast) -> None:
    with visits.of(cast.signatory) as page:
        page.goto("/rapporter")
        follow(page, "Fortsett – Årsrapport 2026")
        follow(page, "Les over og send inn")
        assert PROGRESS in words(page)
        page.get_by_role("checkbox", name="Jeg bekrefter at opplysningene").check()
        press(page, "Send inn rapporten")
        assert "Rapporten er sendt inn." in words(page)


def _approve(visits: Visits, cast: Cast, case: Case) -> None:
    """Approve as the officer of the case; the instalment that waited for it becomes due."""
    with visits.of(cast.handler) as page:
        page.goto("/rapporter/til-behandling")
        follow(page, "Årsrapport 2026")
        assert PROGRESS in words(page)
        press(page, "Godkjenn rapporten")
        assert "Rapporten er godkjent." in words(page)
    with visits.of(cast.controllers[0]) as page:
        page.goto("/okonomi/rater")
        page.get_by_role("checkbox", name=f"Velg sak {case.number}, rate 2").check()


def _read(visits: Visits, cast: Cast, case: Case) -> None:
    """Read the printed report: what the chart shows stands as numbers beside it."""
    with visits.of(cast.signatory) as page:
        page.goto("/rapporter")
        follow(page, "Årsrapport 2026")
        document = printed(fetched(page, "Last ned rapporten som PDF"))
    assert lacking(
        document, TITLE, case.number, PROGRESS, "35,5", "Søkt", "Innvilga", "Utbetalt", "Brukt",
        *(
            f"{year} {_kr(asked)} {_kr(granted)} {_kr(paid)} {_kr(spent)}"
            for year, asked, granted, paid, spent in _years()
        ),
        *_labels(),
    ) == []  # fmt: skip


def _years() -> list[tuple[int, Ore, Ore, Ore, Ore]]:
    """Add up, anew, what the chart shows for each year."""
    asked = {
        year: Ore(sum(one.ore for one in BUDGET if (one.source, one.year) == (GRANT, year)))
        for year in BY_YEAR
    }
    return [
        (2026, asked[2026], BY_YEAR[2026], FIRST_INSTALMENT, SPENT),
        (2027, asked[2027], BY_YEAR[2027], NOTHING, NOTHING),
    ]


def _labels() -> list[str]:
    """Give the numbers over the bars: millions of kroner with two decimals."""
    return [
        f"{amount / 1_000_000_00:.2f}".replace(".", ",")
        for _year, *amounts in _years()
        for amount in amounts
        if amount
    ]


def _kr(amount: Ore) -> str:
    return plain(format_kroner(amount))
