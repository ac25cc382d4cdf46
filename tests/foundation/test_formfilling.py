"""The forms of page tests send what a browser would."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup

from tests.formfilling import Data, Filled, filled

PAGE = BeautifulSoup(
    """<form method="get" action="/search"><input name="q"><button>Søk</button></form>
    <form method="post" action="/save">
      <input type="hidden" name="csrf_token" value="token">
      <input name="title" value="Før">
      <textarea name="text">\nTo\nlinjer</textarea>
      <select name="year"><option>2025</option><option value="2026" selected>i år</option></select>
      <select name="kind"><option value="a">A</option><option value="b">B</option></select>
      <input type="checkbox" name="sure" value="y">
      <input type="checkbox" name="many" value="1" checked>
      <input type="checkbox" name="many" value="2">
      <input type="radio" name="one" value="x"><input type="radio" name="one" value="z">
      <input name="locked" value="1" disabled>
      <input type="file" name="attachment">
      <button name="do" value="keep">Lagre</button><button name="do" value="send">Send inn</button>
    </form>
    <form method="post"><input name="title"><button>Slett</button></form>""",
    "html.parser",
)
AS_IT_STOOD: Data = {
    "csrf_token": ["token"],
    "title": ["Før"],
    "text": ["To\nlinjer"],
    "year": ["2026"],
    "kind": ["a"],
    "sure": [],
    "many": ["1"],
    "one": [],
    "attachment": [],
}


def test_what_is_not_touched_is_sent_as_it_stood() -> None:
    assert filled(PAGE, "/page", "Lagre", {}) == Filled("/save", {**AS_IT_STOOD, "do": ["keep"]})


def test_what_is_filled_in_is_sent_with_the_button_pressed() -> None:
    paper = (BytesIO(b"%PDF"), "plan.pdf")
    form = filled(
        PAGE,
        "/page",
        "Send inn",
        {"title": "Nå", "sure": True, "many": ["2"], "one": "z", "kind": "b", "attachment": paper},
    )
    assert form.data == {
        **AS_IT_STOOD,
        "title": ["Nå"],
        "sure": ["y"],
        "many": ["2"],
        "one": ["z"],
        "kind": ["b"],
        "attachment": [paper],
        "do": ["send"],
    }


def test_a_form_without_an_address_goes_to_its_own_page() -> None:
    assert filled(PAGE, "/page?a=1", "Slett", {}) == Filled("/page?a=1", {"title": [""]})


def test_only_what_the_page_offers_can_be_chosen() -> None:
    with pytest.raises(AssertionError, match="kind offers"):
        filled(PAGE, "/page", None, {"kind": "c"})
    with pytest.raises(AssertionError, match="0 forms"):
        filled(PAGE, "/page", None, {"no_such_field": "1"})
    with pytest.raises(AssertionError, match="2 forms"):
        filled(PAGE, "/page", None, {"title": "which?"})
