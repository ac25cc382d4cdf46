"""Forms: what is typed is tidied, understood, kept, and answered in Norwegian."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import flask_wtf
import pytest
import wtforms
from flask import Flask
from flask_babel import Babel, force_locale
from flask_babel import lazy_gettext as _l
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import FieldList, PasswordField, StringField
from wtforms.validators import DataRequired, Length

from foundation import words
from foundation.errors import RuleBrokenError
from foundation.fields import LARGEST_AMOUNT, MoneyField, OsloDateField, WholeNumberField, tidy
from foundation.forms import Form, choices_of, problems, refuse
from foundation.formwords import MESSAGES
from foundation.money import Ore, format_amount, kroner

FOR_PROGRAMMERS = {"Choices cannot be None.", "Invalid field name '%s'."}


class Reason(StrEnum):
    TOO_MUCH = "too_much"
    TOO_LATE = "too_late"


words.register({Reason.TOO_MUCH: _l("Høyst %(most)s."), Reason.TOO_LATE: _l("For sent.")})


class PlainForm(Form):
    asked = MoneyField("Beløp")
    years = WholeNumberField("År")
    starts_on = OsloDateField("Oppstart")
    title = StringField("Tittel", [Length(max=5)])
    secret = PasswordField("Passord")
    lines = FieldList(StringField("Linje", [DataRequired()]), min_entries=2)


@pytest.fixture(autouse=True)
def _request() -> Iterator[None]:
    app = Flask(__name__)
    app.secret_key = "only for this test"
    Babel(app, default_locale="nb")
    with app.test_request_context(method="POST"):
        yield


def typed(**fields: str) -> PlainForm:
    lines = {"lines-0": "a", "lines-1": "b"}
    form = PlainForm(MultiDict({**lines, **fields}), meta={"csrf": False})
    form.validate()
    return form


def sentences_of(library: Path) -> set[str]:
    """Find what a library asks to have translated."""
    calls = (
        node
        for path in library.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"gettext", "ngettext"}
    )
    return {
        argument.value
        for call in calls
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_every_sentence_of_the_form_libraries_has_our_words() -> None:
    asked_for = sentences_of(Path(wtforms.__file__).parent)
    asked_for |= sentences_of(Path(flask_wtf.__file__).parent)
    assert asked_for - set(MESSAGES) == FOR_PROGRAMMERS


def test_sentences_of_one_and_of_many_are_both_ours() -> None:
    assert typed(title="for lang").title.errors == ["Teksten kan ha høyst 5 tegn."]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 250 000", kroner(1_250_000)),
        ("1250000,50 kr", Ore(125_000_050)),
        ("", None),
        (" ", None),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: Ore | None) -> None:
    form = typed(asked=text)
    assert form.asked.data == amount
    assert form.asked.errors == []


@given(st.integers(min_value=0, max_value=LARGEST_AMOUNT))
def test_an_amount_that_is_shown_is_read_back_the_same(amount: int) -> None:
    assert typed(asked=format_amount(Ore(amount))).asked.data == amount


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("mange", "Skriv beløpet i kroner, for eksempel 1 250 000."),
        ("-5", "Beløpet kan ikke være negativt."),
        ("1000000000001", "Beløpet er for stort."),
    ],
)
def test_what_is_no_amount_stays_with_an_error(text: str, says: str) -> None:
    form = typed(asked=text)
    assert form.asked.data is None
    assert form.asked.errors == [says]
    assert f'value="{text}"' in form.asked()


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("2 500", 2500), ("", None)])
def test_whole_numbers(text: str, number: int | None) -> None:
    assert typed(years=text).years.data == number


@pytest.mark.parametrize("text", ["1,5", "-1", "²", "99999999999", "2147483648"])
def test_what_is_no_whole_number_stays_with_an_error(text: str) -> None:
    form = typed(years=text)
    assert form.years.data is None
    assert len(form.years.errors) == 1
    assert f'value="{text}"' in form.years()


@pytest.mark.parametrize("text", ["2026-01-15", "15.01.2026"])
def test_dates_are_read_both_ways(text: str) -> None:
    form = typed(starts_on=text)
    assert str(form.starts_on.data) == "2026-01-15"
    assert 'value="2026-01-15"' in form.starts_on()


@pytest.mark.parametrize("text", ["i morgen", "31.02.2026", "2026-13-01"])
def test_what_is_no_date_stays_with_an_error(text: str) -> None:
    form = typed(starts_on=text)
    assert form.starts_on.data is None
    assert form.starts_on.shows_no_date
    assert form.starts_on.errors == ["Skriv datoen som dd.mm.åååå, for eksempel 15.01.2026."]
    assert f'value="{text}"' in form.starts_on()


def test_text_is_tidied_before_it_is_counted_and_passwords_are_not() -> None:
    form = typed(title="  a\r\nb\x00  ", secret=" hemmelig ")
    assert form.title.data == "a\nb"
    assert form.title.errors == []
    assert form.secret.data == " hemmelig "


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


def test_problems_come_in_the_order_of_the_page_and_name_their_control() -> None:
    form = typed(**{"years": "x", "asked": "x", "lines-1": ""})
    refuse(form, RuleBrokenError(Reason.TOO_LATE))
    refuse(form, RuleBrokenError(Reason.TOO_MUCH, most="3 kr"), on=form.title)
    found = [(problem.target, problem.text) for problem in problems(form)]
    assert found == [
        (None, "For sent."),
        ("asked", "Skriv beløpet i kroner, for eksempel 1 250 000."),
        ("years", "Skriv et helt tall, for eksempel 12."),
        ("title", "Høyst 3 kr."),
        ("lines-1", "Feltet må fylles ut."),
    ]


def test_choices_are_words_of_the_readers_language() -> None:
    with force_locale("nn"):
        assert choices_of([Reason.TOO_LATE]) == [("too_late", "For sent.")]


def test_the_token_has_no_id_for_a_page_may_hold_several_forms() -> None:
    token = PlainForm().csrf_token()
    assert 'name="csrf_token"' in token
    assert "id=" not in token
