"""Step 3: the lead submits in the last second; page and PDF tell the same; the case has begun."""

import re
from typing import NamedTuple

from applications.models import Application
from applications.services import submit
from foundation import clock, outbox
from foundation.money import format_kroner
from tests.builders.applications import Collaboration, a_ready_draft
from tests.journeys.applying import ASKED, TITLE
from tests.journeys.browsing import (
    Visits,
    fact,
    fetched,
    follow,
    lacking,
    plain,
    press,
    printed,
    words,
)
from tests.journeys.people import LEAD, NEIGHBOUR, WITHOUT_NUMBER, Cast

OTHER_TITLE = "Felles journal i fjordkommunene"


class Case(NamedTuple):
    """An application that has come in."""

    id: int
    number: str


def hand_in(visits: Visits, cast: Cast, application_id: int) -> Case:
    """Submit as who signs for the lead, and take the receipt."""
    with visits.of(cast.signatory) as page:
        page.goto(f"/soknader/{application_id}/kontroll")
        assert "Alt er fylt ut, og alle deltakerne har bekreftet." in words(page)
        page.get_by_role("checkbox", name=re.compile("riktige")).check()
        press(page, "Send inn søknaden")
        assert "Vi mottok søknaden 15. april 2026 kl. 23:59:59." in words(page)
        number = page.locator("main strong").first.inner_text()
        assert re.fullmatch(r"2026/\d{5}", number)
        assert fact(page, "Søkt tilskudd") == plain(format_kroner(ASKED))
        checksum = fact(page, "Sjekksum")

        outbox.work_until_empty(clock.now())
        receipt = printed(fetched(page, "Last ned kvitteringen (PDF)"))
        assert lacking(
            receipt,
            number, TITLE, "15. april 2026 kl. 23:59:59", plain(format_kroner(ASKED)), cast.signatory.name,
            f"{LEAD} kommune", f"{WITHOUT_NUMBER} kommune", f"{NEIGHBOUR} kommune", "Vi har fått søknaden",
        ) == []  # fmt: skip
        assert checksum.replace(" ", "") in receipt.replace(" ", "")

        follow(page, "Følg saken")
        assert "Søknaden ble sendt inn" in words(page)
    return Case(application_id, number)


def is_too_late(visits: Visits, cast: Cast, application_id: int) -> None:
    """See, in the second after the deadline, that nothing can be handed in any more."""
    with visits.of(cast.signatory) as page:
        page.goto(f"/soknader/{application_id}/kontroll")
        assert "Utlysningen tar ikke imot søknader nå." in words(page)


def hand_in_another(together: Collaboration) -> Case:
    """Hand the second application in by the acts: its way to the office is the first one's."""
    draft: Application = a_ready_draft(together)
    return Case(draft.id, submit(draft.id, by=together.signatory, at=clock.now()))
