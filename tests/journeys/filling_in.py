"""The lead's people fill in: invite, paste the budget, are saved as they write, and meet in a section."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from foundation.money import Ore, kroner
from tests.chromium import paste
from tests.journeys import applying
from tests.journeys.applying import CHANGE, GRANT
from tests.journeys.browsing import follow, plain, press, row, words
from tests.journeys.five import COUNTY, INVITED, LEAD

MESSAGE = "Bli med, så bytter vi journal sammen."
COPIED = "400 000\t300 000\n200.000 kr\t100000\n50 000\t50 000\n-\t-\n"
"""A part as it stands in a spreadsheet: the grant, own money, own effort and others', in two years."""
ASKED_OF_EACH = Ore(kroner(700_000))
OURS, OTHERS = "Eli skriver om legevakten.", "Kari skriver om hjemmetjenesten."


def begin_and_invite(page: Page, call_id: int) -> str:
    """Begin the application, invite four kommuner at once, and give its address."""
    at = f"/soknader/{applying.begin(page, call_id)}"
    page.goto(f"{at}/deltakere")
    page.get_by_label("Fylke").select_option(COUNTY)
    press(page, "Søk")
    for name in INVITED:
        page.get_by_role("checkbox", name=re.compile(f"^{name} kommune")).check()
    page.get_by_label("Melding til dem dere inviterer").fill(MESSAGE)
    press(page, "Legg til de valgte")
    assert "Deltakerne er lagt til. De kan nå logge inn og bekrefte sin del." in plain(
        page.locator(".flash").inner_text()
    )
    for name in INVITED:
        assert "Har ikke bekreftet" in words(row(page, "Deltakere i søknaden", name))
    return at


def fill_in(page: Page, at: str, desk: Path) -> None:
    """Fill in everything that is not the partners' own to say."""
    _is_saved_while_writing(page, at)
    applying.choose_activities(page, at, CHANGE)
    _paste_the_budget(page, at)
    applying.answer_the_questions(page, at)
    applying.enclose_documents(page, at, desk)
    page.goto(f"{at}/kontroll")
    assert "4 ting mangler" in words(page)


def remind(page: Page, at: str) -> None:
    """See who lacks, and remind all of them."""
    assert answers(page, at) == {f"{name} kommune": "Har ikke bekreftet" for name in INVITED}
    assert "0 av 4 deltakere har bekreftet." in words(page)
    press(page, "Minn dem som mangler")
    reminded = plain(page.locator(".flash").inner_text())
    assert all(name in reminded for name in INVITED)


def answers(page: Page, at: str) -> dict[str, str]:
    """Read off the bar what each partner has answered."""
    page.goto(at)
    return {
        plain(one.locator(".answer-name").inner_text()): plain(one.locator(".ds-tag").inner_text())
        for one in page.locator("ul.answers > li").all()
    }


def write_at_the_same_time(first: Page, second: Page, at: str) -> None:
    """Let two colleagues write in one section: the second sees both texts, and keeps both."""
    for page in (first, second):
        page.goto(f"{at}/sporsmal/1")
    _text(first).fill(OURS)
    expect(first.locator(".saved")).to_have_text("Lagret kl. 22:00")

    _text(second).fill(OTHERS)
    expect(second.locator(".saved")).to_have_text("Noen andre har lagret her mens du skrev.")
    press(second, "Se begge tekstene og velg")
    expect(second.get_by_role("heading", level=1)).to_have_text("Noen andre har lagret samtidig")
    both = words(second)
    assert "Eli Skriver lagret" in both
    assert "Begge har endret dette." in both
    assert OURS in both
    assert OTHERS in both
    second.get_by_role("radio", name="Begge, med det som er lagret først").check()
    press(second, "Lagre det jeg har valgt")
    expect(_text(second)).to_have_value(f"{OURS}\n\n{OTHERS}")
    first.reload()
    expect(_text(first)).to_have_value(f"{OURS}\n\n{OTHERS}")


def take_out(page: Page, at: str, name: str) -> None:
    """Take a partner that has declined out, with its part of the budget."""
    page.goto(f"{at}/deltakere")
    assert "Takket nei" in words(row(page, "Deltakere i søknaden", name))
    follow(page, f"Fjern – {name} kommune")
    assert "1 100 000 kr i budsjettet blir også fjernet." in words(page)
    press(page, "Fjern deltakeren")
    assert f"{name} kommune er tatt ut av søknaden." in plain(page.locator(".flash").inner_text())


def _is_saved_while_writing(page: Page, at: str) -> None:
    """Press no button: what is written is saved, the page says when, and it is there afterwards."""
    page.goto(f"{at}/grunnopplysninger")
    page.get_by_label("Navn på samarbeidet").fill("Søre Sunnmøre og naboer")
    expect(page.locator(".saved")).to_have_text("Lagret kl. 21:00")
    page.reload()
    expect(page.get_by_label("Navn på samarbeidet")).to_have_value("Søre Sunnmøre og naboer")


def _paste_the_budget(page: Page, at: str) -> None:
    """Paste all five parts in one go from the first cell, and see them added up and saved."""
    page.goto(f"{at}/budsjett")
    first = page.get_by_label(re.compile(f"^{LEAD} kommune – {CHANGE}.* – {GRANT}, 2026$"))
    paste(first, COPIED * (1 + len(INVITED)))
    expect(page.locator(".grid-told")).to_contain_text("Limte inn 40 beløp")
    expect(page.locator('[data-sum="grant"]')).to_have_text("3\u00a0500\u00a0000\u00a0kr")
    expect(page.locator(".saved")).to_have_text("Lagret kl. 21:00")
    page.reload()
    assert "5 500 000 kr" in words(page)
    assert "Egenandel i hele søknaden: 36,36 prosent" in words(page)
    assert page.locator('[data-state="broken"]:visible').count() == 0


def _text(page: Page) -> Locator:
    return page.locator("main form textarea:visible").first
