"""Parts of pages that are drawn once for the values they show."""

import pytest
from flask import Flask
from flask_babel import force_locale
from jinja2 import Template

from foundation.language import NYNORSK
from foundation.outbox import Mail

PART = "{% kept shown %}{{ draw() }} {{ shown }} {{ language() }}{% endkept %}"


@pytest.fixture
def drawn(app: Flask) -> list[int]:
    """Count how often a part is drawn."""
    times: list[int] = []

    def draw() -> str:
        times.append(1)
        return "tegnet"

    app.jinja_env.globals["draw"] = draw
    return times


def show(app: Flask, page: Template, **values: object) -> str:
    with app.test_request_context():
        return page.render(**values)


def test_the_same_values_are_drawn_once_whoever_asks(app: Flask, drawn: list[int]) -> None:
    page = app.jinja_env.from_string(PART)
    assert show(app, page, shown=("sak", 1)) == show(app, page, shown=("sak", 1))
    assert len(drawn) == 1
    assert "(&#39;sak&#39;, 2)" in show(app, page, shown=("sak", 2))
    assert len(drawn) == 2


def test_each_language_has_its_own(app: Flask, drawn: list[int]) -> None:
    page = app.jinja_env.from_string(PART)
    assert show(app, page, shown=1).endswith("nb")
    with app.test_request_context(), force_locale(NYNORSK):
        assert page.render(shown=1).endswith("nn")
    assert len(drawn) == 2


def test_each_place_has_its_own(app: Flask, drawn: list[int]) -> None:
    page = app.jinja_env.from_string(
        "{% kept 1 %}a{{ draw() }}{% endkept %} {% kept 1 %}b{{ draw() }}{% endkept %}"
    )
    for _ in range(2):
        assert show(app, page) == "ategnet btegnet"
    assert len(drawn) == 2


@pytest.mark.parametrize("shown", [[1, 2], Mail(), (1, Mail())])
def test_what_may_change_and_stay_the_same_object_is_no_value(app: Flask, shown: object) -> None:
    page = app.jinja_env.from_string("{% kept shown %}{{ shown }}{% endkept %}")
    with pytest.raises(TypeError):
        show(app, page, shown=shown)


def test_ids_in_a_kept_part_are_nobody_elses(app: Flask) -> None:
    page = app.jinja_env.from_string(
        "{{ element_id('t') }} {% kept shown %}{{ element_id('t') }}{% endkept %} {{ element_id('t') }}"
    )
    with app.app_context():
        first = show(app, page, shown=1).split()
    with app.app_context():
        second = show(app, page, shown=2).split()
    assert (first[0], first[2]) == (second[0], second[2]) == ("t-1", "t-2")
    assert len({first[1], second[1], "t-1", "t-2"}) == 4
    with app.app_context():
        assert show(app, page, shown=1).split() == first


def test_what_is_typed_is_still_escaped_when_it_is_kept(app: Flask) -> None:
    page = app.jinja_env.from_string("{% kept shown %}<b>{{ shown }}</b>{% endkept %}")
    for _ in range(2):
        assert show(app, page, shown="<script>") == "<b>&lt;script&gt;</b>"
