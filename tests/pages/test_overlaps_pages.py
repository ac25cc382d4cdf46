"""Kommuner in several projects: their shares add up to the ledger, and what is promised twice is told."""

from decimal import Decimal
from io import BytesIO

from flask import Flask
from openpyxl import load_workbook

from applications.models import Partner, PartnerRole
from applications.queries import any_application
from figures.overlaps import Chosen, overlapping
from foundation import clock
from foundation.database import db, transaction
from foundation.money import Ore, format_kroner
from payments.queries import case_balance
from tests.builders.batches import Desk, a_desk
from tests.builders.decisions import NOW
from tests.querycount import asked
from tests.web import Page, Web

PAGE = "/okonomi/kommuner"


def plain(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


def words(page: Page) -> str:
    return plain(page.main.get_text(" ")) if page.main else ""


def let_one_join_another(desk: Desk) -> str:
    """Let a participant of the first case take part in the second too, with the same hours; give its name."""
    first, second = (any_application(one.application.id) for one in desk.grants[:2])
    mine, other = (
        next(one for one in case.partners if one.role is PartnerRole.PARTICIPANT)
        for case in (first, second)
    )
    with transaction():
        for number in (mine.id, other.id):
            held = db.session.get_one(Partner, number)
            held.organisation_id, held.effort_hours = mine.organisation_id, 400
    return str(mine.organisation.name)


def test_a_kommune_in_two_projects_is_shown_with_both_and_no_grant_counts_twice(
    app: Flask, web: Web
) -> None:
    del app
    desk = a_desk(2)
    granted = Ore(sum(case_balance(one.application.id).committed for one in desk.grants))
    with clock.frozen(NOW):
        web.log_in(desk.attester)
        with asked() as heard:
            page = web.open(PAGE)
        few = heard.number
        assert "Ingen er med i flere prosjekter i utvalget." in words(page)
        name = let_one_join_another(desk)
        with asked() as heard:
            page = web.open(PAGE)
        assert heard.number == few
        assert name in words(page)
        assert "2 prosjekter" in words(page)
        assert "egne timer i flere saker om samme tiltak" in words(page)
        assert "Andelene stemmer ikke" not in words(page)
        assert words(page).count(plain(format_kroner(granted))) == 2  # the shares, and the ledger

        found = overlapping(Chosen(), clock.today())
        (one,) = found.shown
        assert (found.off, len(one.parts)) == (0, 2)
        assert 0 < one.committed == sum(part.committed for part in one.parts) < granted
        assert len(overlapping(Chosen(alone=True), clock.today()).shown) == 5
        assert overlapping(Chosen(name="finnes ikke"), clock.today()).shown == ()
        assert overlapping(Chosen(year=2024), clock.today()).ledger_committed == 0

        answer = web.download("/eksport", year="", content="workbook")
    sheet = load_workbook(BytesIO(answer.data), data_only=True)["Deltakere"]
    head, *lines = sheet.iter_rows(values_only=True)
    share, projects = head.index("Andel av tilsagnet"), head.index("Prosjekter")
    assert sum(Decimal(str(line[share])) * 100 for line in lines) == granted
    assert sorted(str(line[projects]) for line in lines) == ["1", "1", "1", "1", "2", "2"]
