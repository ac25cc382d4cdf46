"""The page of what it costs to run the scheme, and the sums beside the analysis that founded it."""

from decimal import Decimal

from flask import Flask

from accounts.models import Role
from foundation.money import kroner
from payments.running.kinds import CostKind
from tests.builders.accounts import a_person
from tests.builders.decisions import a_controller
from tests.builders.payments import an_appropriation
from tests.builders.running import a_cost
from tests.pages.test_economics_pages import cells_of
from tests.pages.test_payments_pages import words
from tests.querycount import asked
from tests.web import Web

PAGE = "/okonomi/driftskostnader"
TYPED = {"kind": "guidance", "year": "2025", "happened_on": "2025-12-31"}


def test_a_controller_registers_a_cost_and_takes_it_back(app: Flask, web: Web) -> None:
    del app
    an_appropriation(2026, kroner(1))
    by = a_controller()
    web.log_in(by)
    page = web.send(PAGE, more=TYPED, amount="mye", source="Bilag 7")
    assert "Skriv beløpet i kroner" in words(page)
    assert 'value="Bilag 7"' in str(page.main)
    page = web.send(PAGE, more=TYPED, amount="1 200 000", source="Bilag 7")
    assert "Kostnaden er registrert." in words(page)
    link = next(one for one in page.select("a") if one.text.startswith("Ta tilbake linje"))
    page = web.send(str(link["href"]), reason="Ført to ganger.")
    assert "tatt tilbake med en motpostering" in words(page)
    assert "Ført to ganger." in words(page)
    with asked() as one_line:
        web.open(PAGE)
    for _number in range(3):
        a_cost(CostKind.OPERATION, 2026, kroner(5), by)
    with asked() as more_lines:
        web.open(PAGE)
    assert more_lines.number == one_line.number


def test_an_auditor_reads_and_registers_nothing(app: Flask, web: Web) -> None:
    del app
    an_appropriation(2026, kroner(1))
    a_cost(CostKind.OPERATION, 2026, kroner(5), a_controller())
    web.log_in(a_person(Role.AUDITOR, name="Rita Revisor"))
    page = web.open(PAGE)
    assert "Registrer kostnaden" not in words(page)
    assert "Ta tilbake linje" not in words(page)


def test_what_it_has_cost_stands_beside_what_the_analysis_printed(app: Flask, web: Web) -> None:
    del app
    an_appropriation(2026, kroner(1))
    by = a_controller()
    a_cost(CostKind.SETUP, 2023, kroner(13_000_000), by)
    a_cost(CostKind.GUIDANCE, 2024, kroner(10_000_000), by)
    rows = cells_of(web.open("/samfunnsokonomi"), "Det ordningen har kostet å drive")
    setup, run = (Decimal(13) / Decimal("1.04"), Decimal(10) / Decimal("1.04") ** 2)
    said = [f"{one:.1f}".replace(".", ",") for one in (setup, run)]
    assert rows[-2][1:] == [said[0], "13", "14", "14"]
    assert rows[-1][1:] == [said[1], "69", "96", "117"]
