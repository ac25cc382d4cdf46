"""Step 5: two officers declare and mark, neither seeing the other's marks before both are done."""

from fractions import Fraction
from typing import NamedTuple

from playwright.sync_api import Page

from tests.journeys import beside
from tests.journeys.browsing import Visits, press, words
from tests.journeys.controlling import declare
from tests.journeys.handing_in import Case
from tests.journeys.people import Cast, Somebody

HIGHEST_MARK = 5
WEIGHTS = {"TK11": 20, "TK12": 10, "TK13": 15, "TK14": 5, "TK15": 15, "TK19": 25, "TK20": 10}
"""What the shipped sheet says, written down again: the sum on the page is held against this."""


class Sheet(NamedTuple):
    """One officer's marks for a case, in the order of the weights, and a reason nobody else writes."""

    marks: tuple[int, ...]
    reason: str


GOOD = (
    Sheet((5, 4, 5, 3, 4, 5, 4), "Behovene er like, og legevakten er med."),
    Sheet((4, 4, 3, 2, 5, 4, 5), "Planen er realistisk og godt forankret."),
)
POOR = (
    Sheet((2, 2, 2, 2, 2, 2, 2), "Gevinstene er ikke tallfestet."),
    Sheet((2, 2, 3, 2, 2, 2, 1), "Planen mangler ansvar og milepæler."),
)


def points(sheets: tuple[Sheet, Sheet]) -> Fraction:
    """Compute the weighted score anew: each weight times the mean mark as a part of the highest."""
    first, second = sheets
    return sum(
        (
            weight * Fraction(one + two, 2 * HIGHEST_MARK)
            for weight, one, two in zip(WEIGHTS.values(), first.marks, second.marks, strict=True)
        ),
        start=Fraction(0),
    )


def written(score: Fraction) -> str:
    """Write a score as pages do, with two decimals and a comma."""
    return f"{float(score):.2f}".replace(".", ",")


def mark_both(visits: Visits, cast: Cast, case: Case, other: Case) -> None:
    """Mark one case by hand, and see what is hidden and shown at each moment; the other by the acts."""
    first, second = cast.assessors
    declare(visits, first, case)
    declare(visits, second, case)

    _mark(visits, first, case, GOOD[0])
    _sees(visits, first, case, own=GOOD[0], not_yet=GOOD[1])
    _sees(visits, second, case, own=None, not_yet=GOOD[0])
    _sees(visits, cast.handler, case, own=None, not_yet=GOOD[0])
    _mark(visits, second, case, GOOD[1])

    for somebody, sheet in zip(cast.assessors, POOR, strict=True):
        beside.mark(other, somebody, dict(zip(WEIGHTS, sheet.marks, strict=True)), sheet.reason)

    for marked, sheets in ((case, GOOD), (other, POOR)):
        with visits.of(first) as page:
            page.goto(f"/saker/{marked.id}")
            said = words(page.locator("#vurdering"))
            assert all(sheet.reason in said for sheet in sheets)
            assert written(points(sheets)) in said.split("Poeng til sammen")[1].split()


def _mark(visits: Visits, somebody: Somebody, case: Case, sheet: Sheet) -> None:
    with visits.of(somebody) as page:
        page.goto(f"/saker/{case.id}/vurdering")
        _fill_in(page, sheet)
        press(page, "Lagre utkast")
        press(page, "Ferdig: lås vurderingen")
        page.goto(f"/saker/{case.id}/vurdering")
        assert page.get_by_role("button", name="Lagre utkast").count() == 0


def _fill_in(page: Page, sheet: Sheet) -> None:
    for code, mark in zip(WEIGHTS, sheet.marks, strict=True):
        criterion = page.locator(".criterion-sheet").filter(has_text=f"{code} ")
        assert f"Vekt {WEIGHTS[code]} prosent." in words(criterion)
        criterion.get_by_role("radio", name=str(mark), exact=True).check()
        criterion.get_by_label("Begrunnelse").fill(sheet.reason)


def _sees(
    visits: Visits, somebody: Somebody, case: Case, *, own: Sheet | None, not_yet: Sheet
) -> None:
    """See one's own sheet at most, wherever marks are shown."""
    with visits.of(somebody) as page:
        for address in (f"/saker/{case.id}", f"/saker/{case.id}/vurdering"):
            answer = page.goto(address)
            assert answer is not None
            assert not_yet.reason not in page.content()
        if own is not None:
            assert own.reason in page.content()
