"""A whole round is drafted, tried, signed, printed and laid out for its parties at a set time."""

import re
from collections.abc import Sequence

from playwright.sync_api import Page

from foundation import clock, outbox
from foundation.money import Ore, format_kroner
from tests.journeys.browsing import (
    Visits,
    at,
    follow,
    follow_the_work,
    plain,
    press,
    row,
    words,
)
from tests.journeys.parties import Ruled
from tests.journeys.people import Somebody


def draft(visits: Visits, drafter: Somebody, call: int, number: int) -> None:
    """Make a draft of every line of the chosen proposal."""
    with visits.of(drafter) as page:
        page.goto(f"/vedtak/{call}")
        assert f"{number} saker i den valgte innstillingen venter på utkast" in words(page)
        press(page, "Lag utkast fra innstillingen")
        assert f"{number} utkast er laget." in words(page)


def try_the_letters(visits: Visits, drafter: Somebody, call: int) -> None:
    """Let every letter be written without being made, and see that nothing stands in the way."""
    with visits.of(drafter) as page:
        page.goto(f"/vedtak/{call}")
        follow(page, "Prøv brevene før de lages")
        press(page, "Prøv brevene")
        work(page)
        assert "Ingenting står i veien for brevene." in words(page)


def sign(visits: Visits, maker: Somebody, call: int, number: int, on: str) -> None:
    """Declare impartiality in all cases, and sign their decisions in one go."""
    with visits.of(maker) as page:
        page.goto(f"/vedtak/{call}")
        follow(page, "Svar på om du er habil")
        press(page, "Meld deg habil i sakene med kryss")
        sign_all(page, call, number, on)


def sign_all(page: Page, call: int, number: int, on: str) -> None:
    """Sign what can be signed, with a date on the letters."""
    page.goto(f"/vedtak/{call}")
    follow(page, "Les og signer")
    page.get_by_label("Dato på brevene").fill(on)
    page.get_by_role("checkbox", name="Jeg har lest vedtakene").check()
    press(page, f"Signer {number} vedtak")
    assert f"{number} vedtak er signert." in words(page)


def make_the_letters(visits: Visits, maker: Somebody, call: int) -> None:
    """Follow the worker as it makes the letters, until each is made."""
    with visits.of(maker) as page:
        page.goto(f"/vedtak/{call}/brev")
        assert re.search(r"\b0 av \d+", words(page))
        work(page)
        made = re.search(r"\b(\d+) av (\d+)\b", words(page))
        assert made is not None
        assert made[1] == made[2]


def set_the_time(visits: Visits, maker: Somebody, call: int, time: str) -> None:
    """Set when the round is published: the day is the one that the letters bear."""
    with visits.of(maker) as page:
        page.goto(f"/vedtak/{call}/brev")
        follow(page, "Kunngjør alle på et bestemt tidspunkt")
        page.get_by_label("Klokkeslett").fill(time)
        press(page, "Sett tidspunktet")
        assert "Kunngjøringen er satt til et tidspunkt" in words(page)


def sees_nothing(visits: Visits, somebody: Somebody, case: Ruled) -> None:
    """See, as a party, no decision, letter or amount before the time has come."""
    with visits.of(somebody) as page:
        page.goto(f"/soknader/{case.id}")
        assert "edtak" not in words(page)
        assert plain(format_kroner(case.amount)) not in words(page)
        page.goto("/brev")
        assert "Dere har ikke fått noen brev ennå." in words(page)
        answer = page.goto(f"/soknader/{case.id}/vedtak")
        assert answer is not None
        assert answer.status == 404


def publish_at(day: str, time: str) -> None:
    """Let the worker come by when the time has come."""
    with at(day, time):
        outbox.work_until_empty(clock.now())


def publish_now(visits: Visits, maker: Somebody, call: int, number: int) -> None:
    """Make the letters of what is signed, and publish it."""
    with visits.of(maker) as page:
        page.goto(f"/vedtak/{call}/brev")
        work(page)
        press(page, "Kunngjør vedtakene")
        assert f"{number} vedtak er kunngjort, og partene er varslet." in words(page)
    outbox.work_until_empty(clock.now())


def is_published(visits: Visits, maker: Somebody, call: int, cases: Sequence[Ruled]) -> None:
    """See on the round's page that everything is out, and that its money is what is granted."""
    with visits.of(maker) as page:
        page.goto(f"/vedtak/{call}")
        said = row(page, "Vedtak i utlysningen", f"{cases[0].number},")
        assert "Kunngjort" in words(said)
        granted = Ore(sum(one.amount for one in cases))
        assert plain(format_kroner(granted)) in words(page)
        states = page.get_by_role("table", name="Vedtak i utlysningen").locator("tbody tr")
        assert sum("Kunngjort" in one for one in states.all_inner_texts()) == len(cases)


def left(page: Page, call: int) -> str:
    """Read what is left of the frame."""
    page.goto(f"/vedtak/{call}")
    card = page.locator(".key-figure").filter(has_text="Igjen av rammen")
    return words(card.locator(".key-figure-value"))


def work(page: Page) -> None:
    """Let the worker do what waits while the page follows it."""
    follow_the_work(page, lambda: outbox.work_until_empty(clock.now()))
