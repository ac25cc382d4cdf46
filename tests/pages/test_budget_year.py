"""The page of a budget year: every case once in each part, and every figure opens its cases."""

from bs4 import Tag
from flask import Flask

from accounts.models import Role
from accounts.queries import person
from figures.yearly import Part, YearAmount, YearView, case_page, year_view
from foundation.money import Ore, format_kroner
from payments.queries import instalments_of
from tests.builders.accounts import a_person
from tests.builders.figures import a_year
from tests.figuring import booked_as, ore
from tests.querycount import asked
from tests.web import Page, Web

UNPAID = "SELECT sum(amount) FROM instalment WHERE authorised_at IS NULL AND year = :year"
DUE = f"{UNPAID} AND due_at IS NOT NULL"


def words(page: Page) -> str:
    return " ".join(page.get_text(" ").split())


def sums(view: YearView, part: Part) -> tuple[Ore, Ore]:
    lines = view.part(part).lines
    return Ore(sum(one.committed for one in lines)), Ore(sum(one.paid for one in lines))


def test_every_part_adds_up_to_the_ledger_and_a_joint_grant_is_counted_once(app: Flask) -> None:
    del app
    year = a_year()
    view = year_view(2026)
    ledger = (
        booked_as(2026, "commitment", "commitment_lapse"),
        booked_as(2026, "payment", "repayment"),
    )
    assert ledger[0] > ledger[1] > 0
    for part in Part:
        assert sums(view, part) == ledger
    assert view.off == 0
    assert (view.joint_grants, view.joint_committed) == (1, ledger[0])  # several kommuner, one case
    assert view.total.overdue == ore(DUE, year=2026)
    assert view.total.expected == ledger[1] + ore(UNPAID, year=2026)
    assert view.total.appropriated == booked_as(2026, "appropriation", "carry_over")
    assert len(instalments_of(year.grant.application.id)) > 1


def test_a_figure_opens_its_cases_and_their_sum_is_the_figure(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    page = web.open("/okonomi/aar/2026")
    for found in page.select("main a.figure-link[href*='/saker?']"):
        assert isinstance(found, Tag)
        cases = web.open(str(found["href"]))
        shown = cases.select("tfoot td")[-1].get_text(strip=True)
        assert shown == found.get_text(strip=True), found["href"]
        assert str(year.grant.application.case_number) in words(cases)
    assert "Kontroll mot hovedboka" in words(page)
    web.open("/okonomi/aar/2019", status=404)
    web.open("/okonomi/aar/2026/saker?tall=ukjent", status=404)
    nothing = case_page(2026, YearAmount.PAID, Part.COUNTY, "Ingensteds", after=None)
    assert (nothing.cases, nothing.total) == (0, 0)


def test_the_page_asks_a_fixed_number_of_questions_and_only_those_who_may_see_it(
    app: Flask, web: Web
) -> None:
    del app
    a_year()
    web.log_in(person(a_person(Role.AUDITOR, name="Rita Revisor").id))
    with asked() as heard:
        page = web.open("/okonomi/aar/2026")
    assert heard.number <= 12
    assert format_kroner(year_view(2026).total.paid) in page.get_text(" ")
    web.log_in(person(a_person(Role.CASE_OFFICER, name="Nina Noen").id))
    web.open("/okonomi/aar/2026", status=403)
