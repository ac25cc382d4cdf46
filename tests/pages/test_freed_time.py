"""The page that reckons what minutes a day come to: it says what is wrong beside the field."""

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from tests.builders.accounts import a_person
from tests.querycount import asked
from tests.web import Web

PAGE = "/gevinster/regn-ut-tid"


def plain(text: str) -> str:
    return " ".join(text.split())


def test_a_kommune_reckons_before_it_sets_a_target(app: Flask, web: Web) -> None:
    del app
    web.log_in(person(a_person(Role.EDITOR, name="Eli Redigerer").id))
    page = web.open(PAGE)
    assert page.find("table") is None
    assert page.select(".ds-validation-message") == []
    with asked() as heard:
        page = web.open(f"{PAGE}?ansatte=250&timekostnad=500&spart=9")
    rows = {
        plain(row.th.get_text()): [plain(cell.get_text()) for cell in row.find_all("td")]
        for row in page.select("tbody tr")
        if row.th is not None
    }
    assert rows == {
        "Det minste som er ventet": ["13,0", "12 458", "7,2", "6 229 166,67 kr"],
        "Fra 15 til 10 prosent av arbeidsdagen": ["22,5", "21 563", "12,5", "10 781 250 kr"],
        "Det meste som er ventet": ["26,0", "24 917", "14,4", "12 458 333,33 kr"],
        "Deres eget anslag": ["9,0", "8 625", "5,0", "4 312 500 kr"],
    }
    assert heard.number <= 3


def test_what_cannot_be_is_told_beside_its_field_and_stays(app: Flask, web: Web) -> None:
    del app
    web.log_in(person(a_person(Role.EDITOR, name="Eli Redigerer").id))
    page = web.open(f"{PAGE}?ansatte=mange&dager=400&timekostnad=x")
    said = page.get_text()
    assert "Skriv et helt tall, for eksempel 12." in said
    assert "Skriv et tall fra 1 til 366." in said
    assert "Skriv et tall fra 1 til 1 000 000." not in plain(said)  # one thing about each field
    assert "Skriv beløpet i kroner" in said
    typed = {one["name"]: one.get("value") for one in page.select(".filters input")}
    assert (typed["ansatte"], typed["dager"], typed["timekostnad"]) == ("mange", "400", "x")
    assert page.find("table") is None
    said = web.open(f"{PAGE}?dager=200").get_text()
    assert "Skriv hvor mange ansatte det gjelder." in said


def test_without_a_price_no_kroner_are_shown(app: Flask, web: Web) -> None:
    del app
    web.log_in(person(a_person(Role.EDITOR, name="Eli Redigerer").id))
    last = web.open(f"{PAGE}?ansatte=10").select("tbody tr td:last-child")
    assert [plain(one.get_text()) for one in last] == ["–", "–", "–"]
