"""Four partners answer: one on a phone, one proposes other figures, one declines, one changes its mind."""

import re

from playwright.sync_api import Locator, Page, expect

from foundation.money import Ore, kroner
from tests.journeys.applying import CHANGE, GRANT, TITLE
from tests.journeys.browsing import (
    RUNS_OFF,
    enter,
    follow,
    plain,
    press,
    row,
    type_in,
    words,
)
from tests.journeys.filling_in import ASKED_OF_EACH, MESSAGE, answers
from tests.journeys.five import CHANGES, DECLINES, ON_PHONE, PROPOSES, STAYING
from tests.journeys.people import Somebody

AUTHORITY = "Delegert myndighet fra kommunestyret, sak 12/2026"
WHY_NOT, WHY_OTHERWISE = "Vi har nettopp byttet journal.", "Vi begynner senere enn dere."
EFFORT = "Egeninnsats"
PROPOSED = kroner(250_000)
ASKED = Ore(ASKED_OF_EACH * len(STAYING) - kroner(300_000) + PROPOSED)
CHANGED = re.compile(rf"{EFFORT} 2027, {CHANGE}[^:]*: fra 50 000 kr til 80 000 kr")
HAS_CONFIRMED = "Dere har bekreftet deres del av søknaden."


def decline(page: Page) -> None:
    """Read the invitation, and say no with a reason."""
    _open_the_part(page)
    assert MESSAGE in words(page)
    follow(page, "Takk nei til å delta")
    page.get_by_label("Hvorfor takker dere nei?").fill(WHY_NOT)
    press(page, "Takk nei")
    assert "Dere har takket nei til å delta." in plain(page.locator(".flash").inner_text())


def is_told_no(page: Page, at: str) -> None:
    """See on the bar, as the lead, who has declined and why."""
    assert answers(page, at)[f"{DECLINES} kommune"] == "Takket nei"
    assert WHY_NOT in words(page.locator("ul.answers"))


def is_out(page: Page, at: str) -> None:
    """See, as who is taken out, nothing of the application any more."""
    answer = page.goto(at)
    assert answer is not None
    assert answer.status == 404


def confirm_on_a_phone(page: Page) -> None:
    """Confirm with a finger; nothing runs off the screen on the way."""
    page.goto("/soknader")
    _fits(page)
    _tap(page.get_by_role("link", name=TITLE))
    _fits(page)
    _tap(page.get_by_role("link", name="Se og bekreft deres del"))
    _fits(page)
    page.get_by_label("Telefon", exact=True).fill("22 33 44 55")
    page.get_by_label("Navn på stedfortreder").fill("Bo Bakvakt")
    page.get_by_label("E-postadresse til stedfortreder").fill("bo@example.org")
    page.get_by_label("Hvilken fullmakt handler du etter?").fill(AUTHORITY)
    _tap(page.get_by_role("button", name="Bekreft deres del"))
    assert HAS_CONFIRMED in plain(page.locator(".flash").inner_text())
    _fits(page)


def propose_other_figures(page: Page) -> None:
    """Propose to ask for less in the second year."""
    _open_the_part(page)
    follow(page, "Foreslå andre tall")
    page.get_by_label("Egeninnsats i hele prosjektet").fill("900")
    page.get_by_label(re.compile(f"^{CHANGE}.* – {GRANT}, 2027$")).fill("250 000")
    page.get_by_label("Hvorfor foreslår dere andre tall?").fill(WHY_OTHERWISE)
    press(page, "Send forslaget")
    assert "Hovedsøkeren har ikke svart ennå." in words(page)


def accept_the_figures(page: Page, at: str) -> None:
    """See what a partner proposes beside what stands, and let it stand instead."""
    assert answers(page, at)[f"{PROPOSES} kommune"] == "Foreslår andre tall"
    follow(page, f"Se tallene de foreslår – {PROPOSES} kommune")
    said = words(page)
    assert WHY_OTHERWISE in said
    assert "Egeninnsatsen: fra 0 timer til 900 timer" in said
    assert "fra 300 000 kr til 250 000 kr" in said
    press(page, "Godta tallene")
    assert f"Tallene til {PROPOSES} kommune står nå i søknaden." in plain(
        page.locator(".flash").inner_text()
    )


def confirm(page: Page) -> None:
    """Confirm the figures that were one's own."""
    _open_the_part(page)
    assert "900 timer" in words(page)
    page.get_by_label("Telefon", exact=True).fill("22 44 55 66")
    page.get_by_label("Navn på stedfortreder").fill("Rita Reserve")
    page.get_by_label("E-postadresse til stedfortreder").fill("rita@example.org")
    page.get_by_label("Hvilken fullmakt handler du etter?").fill(AUTHORITY)
    press(page, "Bekreft deres del")
    assert HAS_CONFIRMED in plain(page.locator(".flash").inner_text())


def confirm_by_keys(page: Page, somebody: Somebody) -> None:
    """Find the way to one's own part with keys alone, from the front page, and confirm it."""
    enter(page.get_by_role("navigation").get_by_role("link", name="Søknader", exact=True))
    enter(page.get_by_role("link", name=TITLE))
    enter(page.get_by_role("link", name="Se og bekreft deres del"))
    expect(page.get_by_label("Navn", exact=True)).to_have_value(somebody.name)
    type_in(page.get_by_label("Telefon", exact=True), "22 66 77 88")
    type_in(page.get_by_label("Navn på stedfortreder"), "Vera Vikar")
    type_in(page.get_by_label("E-postadresse til stedfortreder"), "vera@example.org")
    _sign_by_keys(page)


def change_a_figure_by_keys(page: Page) -> None:
    """Change what one has confirmed: it is not saved by itself, and then the confirmation falls."""
    enter(page.get_by_role("link", name=re.compile("^Se deres del")))
    enter(page.get_by_role("link", name="Fyll ut deres del av budsjettet"))
    name = re.compile(f"^{CHANGES} kommune – {CHANGE}.* – {EFFORT}, 2027$")
    type_in(page.get_by_label(name), "80 000")
    expect(page.locator(".saved")).to_contain_text(
        f"Endringen gjør at disse må bekrefte på nytt: {CHANGES} kommune."
    )
    enter(page.get_by_role("button", name="Lagre", exact=True))
    expect(page.locator(".flash")).to_have_text("Lagret kl. 22:30.")


def has_fallen(page: Page, at: str) -> None:
    """See on the bar, as the lead, whose confirmation has fallen, and that the others' have not."""
    told = answers(page, at)
    assert told == {
        f"{ON_PHONE} kommune": "Bekreftet",
        f"{PROPOSES} kommune": "Bekreftet",
        f"{CHANGES} kommune": "Må bekrefte på nytt, fordi delen er endret",
    }
    assert "2 av 3 deltakere har bekreftet." in words(page)


def confirm_again_by_keys(page: Page) -> None:
    """Read what has changed since one confirmed, and confirm that."""
    enter(page.get_by_role("navigation").get_by_role("link", name=TITLE))
    enter(page.get_by_role("link", name="Se og bekreft deres del"))
    assert CHANGED.search(words(page))
    _sign_by_keys(page)


def _sign_by_keys(page: Page) -> None:
    type_in(page.get_by_label("Hvilken fullmakt handler du etter?"), AUTHORITY)
    enter(page.get_by_role("button", name="Bekreft deres del"))
    assert HAS_CONFIRMED in plain(page.locator(".flash").inner_text())


def _open_the_part(page: Page) -> None:
    page.goto("/soknader")
    assert "Bekreft deres del" in words(row(page, "Venter på deg", TITLE))
    follow(page, TITLE)
    follow(page, "Se og bekreft deres del")


def _tap(control: Locator) -> None:
    with control.page.expect_navigation():
        control.tap()


def _fits(page: Page) -> None:
    assert not page.evaluate(RUNS_OFF), f"{page.url} runs off the phone"
