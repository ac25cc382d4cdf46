"""The checks that every page in the tests goes through find what they are there to find."""

import pytest
from bs4 import BeautifulSoup

from tests.wellformed import faults

GOOD = """<!doctype html><html lang="nb"><head><title>Søknader – Tilsagn</title></head><body><main>
<h1>Søknader</h1><p id="hint">Kort</p>
<form method="post" action="/a"><input type="hidden" name="csrf_token" value="x">
<label for="q">Navn</label><input id="q" name="q" aria-describedby="hint"><button>Søk</button></form>
<a href="#q">Til feltet</a></main></body></html>"""


def test_a_page_as_it_should_be_has_no_faults() -> None:
    assert faults(BeautifulSoup(GOOD, "html.parser")) == []


@pytest.mark.parametrize(
    ("part", "instead", "fault"),
    [
        ('lang="nb"', 'lang="en"', "the page's language is 'en'"),
        ("<h1>Søknader</h1>", "", "the page has 0 h1: []"),
        ("</h1>", "</h1><h1>To</h1>", "the page has 2 h1: ['Søknader', 'To']"),
        ("<title>Søknader", "<title>Alt", "does not begin with the h1"),
        ("main>", "div>", "the page has no main part"),
        ('id="hint"', 'id="q"', "the id 'q' is used 2 times"),
        ('id="hint"', "", "aria-describedby='hint' points at nothing"),
        ('href="#q"', 'href="#z"', "the link #z leads nowhere"),
        ('<label for="q">Navn</label>', "", "the control 'q' has no label"),
        ("csrf_token", "token", "the form to /a has no csrf_token"),
        ("<button>", '<button type="button">', "the form to /a has no button that sends it"),
        ('id="q"', 'id="q" type="file"', "the form to /a takes a file and cannot send it"),
        ("<p ", '<p style="color:red" ', "<p style=…> is refused by the content policy"),
        ("<p ", '<p onclick="go()" ', "<p onclick=…> is refused by the content policy"),
        ("</body>", "<script>go()</script></body>", "inline style or script is refused"),
        ("Søk</button>", "</button>", "a button says nothing"),
        ("Kort", '<img src="/a.png">', "an image has no alt"),
        ("Kort", "None", "the page shows 'None'"),
        ("Kort", "Frist: %(day)s", "the page shows 'Frist: %(day)s'"),
        ("Kort", "&lt;Step.DRAFT: 1&gt;", "the page shows '<Step.DRAFT: 1>'"),
    ],
)
def test_a_fault_is_found(part: str, instead: str, fault: str) -> None:
    assert part in GOOD
    found = faults(BeautifulSoup(GOOD.replace(part, instead), "html.parser"))
    assert [one for one in found if fault in one], found
