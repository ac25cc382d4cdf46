"""How values are written for people."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import Babel, force_locale
from jinja2 import DictLoader

from foundation import clock
from foundation.language import Bilingual
from foundation.money import Ore
from foundation.showing import (
    init_showing,
    show_date,
    show_kroner,
    show_moment,
    show_nearness,
    show_number,
    show_paragraphs,
    show_percent,
    show_text,
)


def spaced(text: str) -> str:
    """Write no-break spaces as spaces, to be read here."""
    return text.replace("\u00a0", " ")


def test_amounts() -> None:
    assert spaced(show_kroner(Ore(123_456_700))) == "1 234 567 kr"
    assert show_kroner(None) == "–"


def test_dates_and_moments_are_those_of_oslo() -> None:
    assert spaced(show_date(date(2026, 1, 15))) == "15. januar 2026"
    late = datetime(2026, 1, 15, 22, 59, tzinfo=UTC)
    assert spaced(show_moment(late)) == "15. januar 2026 kl. 23:59"
    summer = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert spaced(show_date(summer)) == "1. juli 2026"


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234567, 0, "1 234 567"),
        (Decimal("87.5"), 2, "87,50"),
        (2.5, 0, "3"),
        (Decimal("-0.04"), 1, "0,0"),
        (-1234, 0, "−1 234"),
        (None, 0, "–"),
    ],
)
def test_numbers(value: Decimal | float | None, decimals: int, written: str) -> None:
    assert spaced(show_number(value, decimals)) == written


def test_shares_are_of_one() -> None:
    assert spaced(show_percent(0.25)) == "25 %"
    assert spaced(show_percent(Decimal("0.1714"), 1)) == "17,1 %"


def test_a_text_of_both_forms_follows_the_page() -> None:
    app = Flask(__name__)
    Babel(app, default_locale="nb")
    text = Bilingual(nb="søknad", nn="søknad på nynorsk")
    with app.test_request_context():
        assert show_text(text) == "søknad"
        with force_locale("nn"):
            assert show_text(text) == "søknad på nynorsk"
    assert show_text(None) == ""


@pytest.mark.parametrize(
    ("day", "near"),
    [(14, ""), (15, "i dag"), (16, "i morgen"), (17, "om 2 dager"), (30, "om 15 dager")],
)
def test_how_near_a_day_is_in_oslo(app: Flask, day: int, near: str) -> None:
    """23:30 UTC is the next day in Oslo."""
    with app.test_request_context(), clock.frozen(datetime(2026, 1, 14, 23, 30, tzinfo=UTC)):
        assert show_nearness(date(2026, 1, day)) == near


def test_typed_text_is_shown_as_paragraphs_and_never_as_markup() -> None:
    shown = show_paragraphs("Første <b>linje</b>\r\nandre\n\n\nNytt avsnitt\n")
    assert shown == ("<p>Første &lt;b&gt;linje&lt;/b&gt;<br>\nandre</p>\n<p>Nytt avsnitt</p>")


def test_a_template_that_was_compiled_stays_so() -> None:
    app = Flask(__name__)
    app.jinja_env.loader = DictLoader({str(number): "" for number in range(500)})
    init_showing(app)
    first = app.jinja_env.get_template("0")
    for number in range(500):
        app.jinja_env.get_template(str(number))
    assert app.jinja_env.get_template("0") is first
