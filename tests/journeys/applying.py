"""Step 2: a kommune's employee writes the application; each partner's representative confirms."""

import re
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, expect

from foundation.money import Ore
from tests.builders.applications import A_PDF
from tests.journeys.browsing import Visits, follow, press, row, words
from tests.journeys.people import LEAD, NEIGHBOUR, WITHOUT_NUMBER, Cast, Somebody

TITLE = "Felles journal på Søre Sunnmøre"
CHANGE = "Endre arbeidsprosesser når journalløsninger byttes"
STANDARDS = "Bruke og tilpasse standarder"
GRANT, FUNDING, EFFORT = "Søkt tilskudd", "Egne midler", "Egeninnsats"


class Amount(NamedTuple):
    """One cell of the budget, in øre and as it is typed."""

    kommune: str
    activity: str
    source: str
    year: int
    ore: int
    typed: str


BUDGET = (
    Amount(LEAD, CHANGE, GRANT, 2026, 800_000_50, "800 000,50"),
    Amount(LEAD, CHANGE, GRANT, 2027, 400_000_00, "400 000"),
    Amount(LEAD, CHANGE, FUNDING, 2026, 300_000_00, "300.000 kr"),
    Amount(LEAD, CHANGE, EFFORT, 2027, 150_000_00, "150000"),
    Amount(WITHOUT_NUMBER, CHANGE, GRANT, 2026, 600_000_00, "600 000"),
    Amount(WITHOUT_NUMBER, CHANGE, GRANT, 2027, 345_678_00, "345 678"),
    Amount(WITHOUT_NUMBER, CHANGE, FUNDING, 2026, 500_000_00, "500 000"),
    Amount(NEIGHBOUR, STANDARDS, GRANT, 2027, 200_000_00, "200 000"),
    Amount(NEIGHBOUR, STANDARDS, FUNDING, 2027, 120_000_25, "120 000,25"),
)
ASKED = Ore(sum(one.ore for one in BUDGET if one.source == GRANT))


def write_the_application(visits: Visits, cast: Cast, call_id: int, desk: Path) -> int:
    """Write everything but the confirmations, as the lead's editor, and give the id."""
    with visits.of(cast.editor) as page:
        application_id = begin(page, call_id)
        at = f"/soknader/{application_id}"
        _add_partners(page, at)
        choose_activities(page, at, CHANGE, STANDARDS)
        _fill_in_the_budget(page, at)
        answer_the_questions(page, at)
        enclose_documents(page, at, desk)
        page.goto(f"{at}/kontroll")
        said = words(page)
        assert "2 ting mangler" in said
        assert f"{WITHOUT_NUMBER} kommune har ikke bekreftet" in said
        assert f"{NEIGHBOUR} kommune har ikke bekreftet" in said
        assert "Bare den som har signaturrett hos hovedsøkeren" in said
    return application_id


def confirm(visits: Visits, partners: tuple[Somebody, ...]) -> None:
    """Let each partner's representative find the invitation, read its part and say yes."""
    for somebody, kommune, amount in zip(
        partners, (WITHOUT_NUMBER, NEIGHBOUR), ("600 000 kr", "120 000,25 kr"), strict=True
    ):
        with visits.of(somebody) as page:
            page.goto("/soknader")
            assert "Bekreft deres del" in words(row(page, "Venter på deg", TITLE))
            follow(page, TITLE)
            follow(page, "Se og bekreft deres del")
            assert f"Delen til {kommune} kommune" in words(page)
            assert amount in words(page)
            page.get_by_label("Telefon", exact=True).fill("22 33 44 55")
            page.get_by_label("Navn på stedfortreder").fill("Bo Bakvakt")
            page.get_by_label("E-postadresse til stedfortreder").fill("bo@example.org")
            page.get_by_label("Hvilken fullmakt handler du etter?").fill(
                "Delegert myndighet fra kommunestyret, sak 12/2026"
            )
            press(page, "Bekreft deres del")
            assert "Dere har bekreftet deres del av søknaden." in words(page)


def begin(page: Page, call_id: int) -> int:
    """Begin an application of the one open call, fill in the first section, and give the id."""
    page.goto("/soknader/ny")
    follow(page, re.compile("Start søknad"))
    assert page.url.endswith(f"/soknader/ny/{call_id}")
    page.get_by_label("Hva heter prosjektet?").fill(TITLE)
    press(page, "Start søknaden")
    page.get_by_label("Navn på samarbeidet").fill("Søre Sunnmøre")
    page.get_by_label("Prosjektet starter").fill("2026-09-01")
    page.get_by_label("Prosjektet slutter").fill("2027-12-31")
    page.get_by_label("Telefon").fill("22 22 22 22")
    press(page, "Lagre og gå videre")
    return int(page.url.split("/")[-2])


def _add_partners(page: Page, at: str) -> None:
    page.goto(f"{at}/deltakere")
    assert page.get_by_role("group", name="Noe må rettes").count() == 0
    for name in (WITHOUT_NUMBER, NEIGHBOUR):
        page.get_by_label("Navn eller nummer").fill(name)
        press(page, "Søk")
        page.get_by_role("checkbox", name=re.compile(f"^{name} kommune")).check()
        press(page, "Legg til de valgte")
    for name in (LEAD, WITHOUT_NUMBER, NEIGHBOUR):
        follow(page, f"Endre – {name} kommune")
        page.get_by_label("Egeninnsats i hele prosjektet").fill("1 250")
        page.get_by_label("Journalsystemer i dag").fill("2")
        press(page, "Lagre")
        page.goto(f"{at}/deltakere")


def choose_activities(page: Page, at: str, *texts: str) -> None:
    """Choose activities of the call, and describe each."""
    page.goto(f"{at}/aktiviteter")
    for text in texts:
        activity = page.locator(".activity").filter(has_text=text)
        activity.get_by_role("checkbox").check()
        activity.get_by_role("textbox").fill("Vi endrer rutinene i legevakten sammen.")
    press(page, "Lagre")


def _fill_in_the_budget(page: Page, at: str) -> None:
    page.goto(f"{at}/budsjett")
    for name in (LEAD, WITHOUT_NUMBER, NEIGHBOUR):
        follow(page, re.compile(f"^{name} kommune$"))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Budsjettet til {name} kommune")
        for one in BUDGET:
            if one.kommune == name:
                label = re.compile(
                    f"^{name} kommune – {one.activity}.* – {one.source}, {one.year}$"
                )
                page.get_by_label(label).fill(one.typed)
        press(page, "Lagre")
        page.goto(f"{at}/budsjett")
    assert "2 345 678,50 kr" in words(page)
    assert "Egenandel i hele søknaden: 31,32 prosent" in words(page)


def answer_the_questions(page: Page, at: str) -> None:
    """Answer all that the call asks, whatever its kind."""
    for number in range(1, 8):
        page.goto(f"{at}/sporsmal/{number}")
        form = page.locator("main form")
        for choices in form.locator("fieldset:has(> .ds-field > input)").all():
            choices.locator("input").first.check()
        for declared in form.locator(".field > input[type=checkbox]").all():
            declared.check()
        for count in form.locator("input[inputmode=numeric]").all():
            count.fill("4")
        for amount in form.locator("input[inputmode=decimal]:visible:not(tr + tr input)").all():
            amount.fill("1 250 000")
        for text in form.locator("textarea:visible").all():
            text.fill("Kommunene har de samme behovene, og har skrevet dem ned sammen.")
        for day in form.locator("input[type=date]:visible").all():
            day.fill("2027-06-01")
        for cell in form.locator(".table-field tbody tr:first-child input:not([inputmode])").all():
            cell.fill(LEAD)
        for chosen in form.locator(".table-field tbody tr:first-child select:visible").all():
            chosen.select_option(index=1)
        press(page, "Lagre")


def enclose_documents(page: Page, at: str, desk: Path) -> None:
    """Enclose each document that the call asks for."""
    document = desk / "avtale.pdf"
    document.write_bytes(A_PDF)
    page.goto(f"{at}/vedlegg")
    kinds = page.get_by_label("Hva slags vedlegg er det?")
    asked_for = [one.inner_text() for one in kinds.locator("option").all()][:-1]
    assert len(asked_for) == 3
    for kind in asked_for:
        page.get_by_label("Hva slags vedlegg er det?").select_option(kind)
        page.get_by_label("Fil", exact=True).set_input_files(document)
        press(page, "Legg ved filen")
