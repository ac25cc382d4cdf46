"""More money comes: the reserve list is shared out, and what it adds is decided, signed and laid out."""

from typing import NamedTuple

from foundation.money import Ore
from tests.journeys import announcing
from tests.journeys.browsing import Visits, cells, fact, press, words
from tests.journeys.parties import Ruled, ruled
from tests.journeys.people import Somebody

BASIS = "Revidert nasjonalbudsjett, kap. 701 post 60"


class Waiting(NamedTuple):
    """A case on the reserve list, as its page shows it."""

    number: str
    kind: str
    has: str


def read_the_list(visits: Visits, officer: Somebody, call: int) -> list[Waiting]:
    """Read who waits, in the order of the list."""
    with visits.of(officer) as page:
        page.goto(f"/innstillinger/utlysning/{call}/reserveliste")
        lines = [
            cells(one)
            for one in page.get_by_role("table", name="Saker på reservelisten")
            .locator("tbody tr")
            .all()
        ]
        places = [int(one[3]) for one in lines]
        assert places == sorted(places)
        return [Waiting(one[1].split()[0], one[5], one[6]) for one in lines]


def share_out(visits: Visits, officer: Somebody, call: int, amount: str) -> None:
    """Share an extra frame out over the reserve list, look at it, choose it, and draft what it adds."""
    with visits.of(officer) as page:
        page.goto(f"/innstillinger/utlysning/{call}/reserveliste")
        page.get_by_role("textbox", name="Tilleggsramme", exact=True).fill(amount)
        page.get_by_label("Hvor pengene kommer fra").fill(BASIS)
        press(page, "Fordel tilleggsrammen")
        assert "Tilleggsrammen er fordelt." in words(page)
        page.get_by_role("link", name="Velg denne innstillingen").click()
        page.get_by_label("Hvorfor denne innstillingen velges").fill("Neste på listen.")
        press(page, "Velg innstillingen")
        assert fact(page, "Hvor pengene kommer fra") == BASIS
        page.goto(f"/vedtak/{call}")
        press(page, "Lag utkast til tilleggstildeling")
        assert "er laget." in words(page)


def sign(visits: Visits, maker: Somebody, call: int, number: int, on: str) -> None:
    """Sign what is added."""
    with visits.of(maker) as page:
        announcing.sign_all(page, call, number, on)


def raised(call: int, before: list[Ruled]) -> list[tuple[Ruled, Ore]]:
    """Find the cases that got more, with how much more they got."""
    earlier = {one.id: one.amount for one in before}
    now = ruled(call)
    return [(one, Ore(one.amount - earlier[one.id])) for one in now if one.amount > earlier[one.id]]
