"""Step 6: the ranking, proposals under a frame, and the choice of one."""

import re

from foundation.money import Ore, format_kroner
from tests.journeys.applying import ASKED, TITLE
from tests.journeys.browsing import Visits, cells, follow, plain, press, row, words
from tests.journeys.calling import FRAME, SHARE_PERCENT, START_RATE_PERCENT
from tests.journeys.handing_in import OTHER_TITLE
from tests.journeys.marking import GOOD, POOR, points, written
from tests.journeys.people import Cast

THOUSAND = 1000_00
GRANTED = Ore(ASKED * min(SHARE_PERCENT, START_RATE_PERCENT) // 100 // THOUSAND * THOUSAND)
"""The lower of the call's share and the start year's rate, rounded down to whole thousand kroner."""


def propose_and_choose(visits: Visits, cast: Cast, call_id: int) -> None:
    """Run a proposal under a smaller frame and one under the call's own, and choose the latter."""
    with visits.of(cast.handler) as page:
        page.goto(f"/innstillinger/utlysning/{call_id}")
        page.get_by_role("textbox", name="Ramme").fill("1 000 000")
        press(page, "Lag innstilling")
        assert cells(row(page, "Rangering", TITLE))[6] == "1 000 000 kr"

        page.goto(f"/innstillinger/utlysning/{call_id}")
        page.get_by_role("textbox", name="Ramme").fill(FRAME)
        press(page, "Lag innstilling")
        best, last = (
            cells(row(page, "Rangering", TITLE)),
            cells(row(page, "Rangering", OTHER_TITLE)),
        )
        assert best[0] == "1"
        assert best[3:7] == [
            written(points(GOOD)), plain(format_kroner(ASKED)), f"{START_RATE_PERCENT} %",
            plain(format_kroner(GRANTED)),
        ]  # fmt: skip
        assert last[0] == "2"
        assert last[3] == written(points(POOR))
        assert last[6] == "0 kr"
        assert last[7].startswith("Ikke innstilt: Poengene er under terskelen.")

        follow(page, "Velg denne innstillingen")
        page.get_by_label("Hvorfor denne innstillingen velges").fill("Følger poengene.")
        press(page, "Velg innstillingen")
        page.goto(f"/innstillinger/utlysning/{call_id}")
        assert len(page.get_by_role("link", name=re.compile(r"^Innstilling \d+$")).all()) == 2
        assert "Valgt" in words(page)
