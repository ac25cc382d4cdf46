"""The controller's own work in the browser: appropriations, batches, the bank, months, claims, years."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from accounts.queries import person
from foundation import clock
from foundation.database import db
from foundation.money import Ore, format_kroner
from foundation.wording import MONTHS
from payments.books import queries as books
from payments.books import services as closing
from tests.builders import bank
from tests.builders.applications import A_PDF
from tests.builders.bank import Booked, Read
from tests.builders.batches import OWN_ACCOUNT, OWN_NUMBER
from tests.journeys.browsing import Visits, cells, fetched, plain, press, row, words
from tests.journeys.people import Somebody

DECEMBER = 12


@dataclass
class Office:
    """The two controllers with their browsers, and the bank that answers them."""

    visits: Visits
    first: Somebody
    second: Somebody
    ids: tuple[int, int]
    messages: int = 0

    @contextmanager
    def sits(self, somebody: Somebody) -> Iterator[Page]:
        """Let one sit down at the browser; what the test had read before is not what it reads afterwards."""
        with self.visits.of(somebody) as page:
            yield page
        db.session.commit()

    def next_message(self) -> str:
        """Give the bank's next message a name of its own."""
        self.messages += 1
        return f"BANK-{self.messages}"


def book(office: Office, year: int) -> None:
    """Book what Stortinget has granted for a year."""
    with office.sits(office.first) as page:
        page.goto("/okonomi")
        press(page, f"Bokfør – kap. 701 post 60, {year}")
        assert "Bevilgningen er bokført." in words(page)


def carry_over(office: Office, year: int, amount: str) -> None:
    """Take unused money of the post along to the next year, with the letter that allows it."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/overfor")
        page.get_by_label("År").select_option(str(year))
        page.get_by_label("Beløp").fill(amount)
        page.get_by_label("Hjemmel").fill(f"Brev fra departementet {year + 1}-02-01")
        page.locator("input[type=file]").set_input_files(
            {"name": "samtykke.pdf", "mimeType": "application/pdf", "buffer": A_PDF}
        )
        press(page, "Bokfør overføringen")
        assert "Overføringen er bokført." in words(page)
        assert "samtykke.pdf" in words(page)


def close_year(office: Office, year: int) -> None:
    """Close what is open of a year: the months one by one, and December by the button."""
    while True:
        month = books.books_so_far().next_month
        assert month is not None
        if (month.year, month.month) >= (year, DECEMBER):
            break
        closing.close_month(month, by=person(office.ids[0]), at=clock.now())
    with office.sits(office.first) as page:
        page.goto("/okonomi/perioder")
        press(page, f"Avslutt {MONTHS[-1]} {year}")
        assert f"{MONTHS[-1].capitalize()} {year} er avsluttet." in words(page)


def open_the_account(office: Office) -> None:
    """Register the account that is drawn on."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/betalingskonto")
        for name, text in (
            ("name", "Helsedirektoratet"), ("organisation_number", OWN_NUMBER),
            ("account_number", OWN_ACCOUNT), ("bic", "DNBANOKK"), ("customer_id", "TILSAGN"),
        ):  # fmt: skip
            page.locator(f"main [name={name}]").fill(text)
        press(page, "Lagre kontoen")


def declare(office: Office) -> None:
    """Let both say that they are impartial in the cases that are to be paid."""
    for one in (office.first, office.second):
        with office.sits(one) as page:
            page.goto("/okonomi/habilitet")
            for box in page.locator("main").get_by_role("checkbox").all():
                box.check()
            press(page, "Jeg er habil i sakene som er valgt")


def pay_what_is_due(office: Office, payments: int) -> Read:
    """Make a batch, authorise it, fetch its file and mark it as sent; give it as the bank reads it."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/bunker/ny")
        assert f"Blir med ({payments})" in words(page)
        press(page, "Lag og attester bunken")
        assert "Bunken er laget og attestert." in words(page)
        address = page.url
    with office.sits(office.second) as page:
        page.goto(address)
        press(page, "Anvis bunken og lag bankfilen")
        order = bank.read_order(fetched(page, "Hent bankfilen").read_bytes())
        page.goto(address)
        press(page, "Merk bunken som sendt")
        assert "Trekk bunken tilbake" not in words(page)
    return order


def take_in(office: Office, content: bytes, name: str) -> None:
    """Take in a file from the bank."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/bank")
        page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "application/xml", "buffer": content}
        )
        press(page, "Ta imot filen")
        assert "Filen fra banken er tatt imot." in words(page)


def status(office: Office, order: Read, refused: dict[str, tuple[str, str]]) -> None:
    """Let the bank say what it does with an order (pain.002)."""
    said = bank.status_report(order, refused, message_id=office.next_message())
    take_in(office, said, "status.xml")


def statement(office: Office, lines: list[Booked]) -> None:
    """Let the bank tell what went over the account (camt.053)."""
    name = office.next_message()
    told = [
        Booked(o.reference, o.amount, f"{name}-{o.number}", o.code, o.text, clock.today())
        for o in lines
    ]
    take_in(office, bank.statement(OWN_ACCOUNT, told, message_id=name), "utskrift.xml")


def look_into(office: Office) -> None:
    """Find out why a payment came back, so that it may be paid again."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/bank")
        page.get_by_role("link", name=re.compile("Undersøk")).first.click()
        page.locator("textarea").fill("Kontoen er åpnet igjen, sier banken.")
        press(page, "Raten kan betales igjen")
        assert "Returen er undersøkt." in words(page)


def reconciled(office: Office, *, missing: int, extra: int) -> None:
    """Read the three lists: what we have and they lack, what they have and we lack, what differs."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/avstemming")
        counted = {name: cells(row(page, "Summene", name))[1] for name in _LISTS}
        assert counted == dict(zip(_LISTS, (str(missing), str(extra), "0"), strict=True))


_LISTS = ("Vi har, banken mangler", "Banken har, vi mangler", "Ulike beløp")


def receive_repayment(office: Office, reclaim: int, amount: str) -> None:
    """Book that a claim is paid."""
    with office.sits(office.first) as page:
        page.goto("/okonomi/krav")
        assert "Krevd" in words(page)
        page.goto(f"/tilbakekreving/{reclaim}/innbetaling")
        page.get_by_label("Innbetalt beløp").fill(amount)
        page.get_by_label("Betalt dato").fill(clock.today().isoformat())
        press(page, "Bokfør innbetalingen")
        assert "Betalt" in words(page)


def the_year_adds_up(page: Page, year: int, committed: Ore, paid: Ore) -> None:
    """Hold each control total of a year's page against what plain SQL says."""
    page.goto(f"/okonomi/aar/{year}")
    assert "Tallene stemmer ikke med hovedboka" not in words(page)
    table = page.get_by_role("table", name=re.compile("Summen av linjene"))
    lines = [cells(one) for one in table.get_by_role("row").all()][1:]
    assert len(lines) > 1
    for _name, promised, out, off in lines:
        assert (promised, out, off) == (kr(committed), kr(paid), kr(Ore(0)))


def kr(amount: Ore) -> str:
    """Write an amount as pages do, with ordinary spaces."""
    return plain(format_kroner(amount))
