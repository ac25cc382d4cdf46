"""What everybody can read before anybody signs in."""

from datetime import date, timedelta

import pytest

from accounts.models import Person, Role
from foundation import clock
from foundation.money import kroner
from grants import queries, services
from grants.models import Call
from tests.builders.accounts import a_person, an_administrator
from tests.builders.grants import INTRODUCTION, a_call, a_draft, a_scheme, terms
from tests.querycount import asked
from tests.web import Page, Web


@pytest.fixture
def anne(web: Web) -> Person:
    del web
    return an_administrator()


@pytest.fixture
def call(anne: Person) -> Call:
    return a_call(anne)


def read(page: Page) -> str:
    """Give all that a page says, with plain spaces."""
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def test_the_calls_are_listed_by_where_they_stand(web: Web, anne: Person) -> None:
    a_call(anne, terms(code="apen"))
    a_call(
        anne,
        terms(
            code="senere", opens_on=date(2026, 5, 1), closes_on=date(2026, 6, 1), frame=kroner(1)
        ),
        INTRODUCTION,
    )
    a_draft(anne, terms(code="utkast"))
    page = web.open("/utlysninger")
    assert [heading.get_text() for heading in page.find_all("h2")] == [
        "Åpne for søknader",
        "Åpner senere",
    ]
    titles = [heading.get_text() for heading in page.find_all("h3")]
    assert titles == [
        "Samordning av anskaffelser av journalløsninger 2027",
        "Innføring av ny journalfunksjonalitet 2027",
    ]


def test_a_closed_call_stays_readable(web: Web, call: Call) -> None:
    with clock.frozen(clock.end_of_day(call.closes_on)):
        page = web.open("/utlysninger")
        assert "Ingen utlysninger er åpne nå." in read(page)
        assert "Fristen er ute" in read(web.open(f"/utlysninger/{call.id}"))


def test_a_call_tells_all_that_it_asks_and_promises(web: Web, call: Call) -> None:
    said = read(web.open(f"/utlysninger/{call.id}"))
    call = queries.call(call.id)
    texts = [row.text.nb for row in call.activities] + [row.text.nb for row in call.conditions]
    assert all(" ".join(text.split()) in said for text in texts)
    for question in call.questions:
        assert question.label.nb in said
        assert all(choice.label.nb in said for choice in question.choices)
    for criterion in call.criteria:
        assert criterion.name.nb in said
        assert all(" ".join(anchor.text.nb.split()) in said for anchor in criterion.anchors)
    for attachment in call.required_attachments:
        assert attachment.label.nb in said
    assert "15. april 2026 kl. 23:59:59, norsk tid" in said
    assert "40 000 000 kr" in said
    assert "60 prosent når tilskuddet er akseptert" in said
    assert call.scheme.contact.nb in said
    assert call.appeal_text.nb in said


def test_what_the_administrator_chose_is_marked(web: Web, call: Call) -> None:
    page = web.open(f"/utlysninger/{call.id}")
    call = queries.call(call.id)
    chosen = [rule for rule in call.rules if rule.chosen_by_administrator]
    rates_outside = [rule for rule in chosen if rule.key.value in ("rate_2024", "rate_2025")]
    marks = [tag for tag in page.select(".ds-tag") if tag.get_text() == "Forvalteren har valgt"]
    assert len(marks) == len(chosen) - len(rates_outside) > 0
    assert "Minste antall kommuner 3 kommuner Forvalteren har valgt" in read(page)
    assert "Kommuner i helseregion Midt-Norge Kan ikke delta Kommuner" in read(page)


def test_a_call_is_read_in_nynorsk(web: Web, call: Call) -> None:
    web.send(f"/utlysninger/{call.id}", press="Nynorsk")
    page = web.open(f"/utlysninger/{call.id}")
    call = queries.call(call.id)
    assert page.h1 is not None
    assert page.h1.get_text() == call.title.nn
    assert call.questions[0].label.nn in read(page)


def test_a_draft_is_not_there(web: Web, anne: Person) -> None:
    draft = a_draft(anne)
    web.open(f"/utlysninger/{draft.id}", status=404)
    web.log_in(a_person(Role.CASE_OFFICER, name="Ola Saksbehandler"))
    web.open(f"/utlysninger/{draft.id}", status=404)


def test_strangers_and_applicants_can_start_an_application(web: Web, call: Call) -> None:
    address = f"/utlysninger/{call.id}"
    assert "Start en søknad" in read(web.open(address))
    web.log_in(a_person(Role.EDITOR, name="Sølvi Søker"))
    assert "Start en søknad" in read(web.open(address))


def test_others_are_not_offered_what_they_may_not(web: Web, call: Call) -> None:
    web.log_in(a_person(Role.CASE_OFFICER, name="Ola Saksbehandler"))
    assert "Start en søknad" not in read(web.open(f"/utlysninger/{call.id}"))


def test_a_call_that_has_closed_takes_no_application(web: Web, call: Call) -> None:
    with clock.frozen(clock.end_of_day(call.closes_on) + timedelta(seconds=1)):
        assert "Start en søknad" not in read(web.open(f"/utlysninger/{call.id}"))


def test_the_scheme_shows_its_levels_and_its_money(web: Web, anne: Person) -> None:
    scheme = a_scheme(anne)
    services.choose_ambition_level(scheme, 2, by=anne, at=clock.now())
    page = web.open("/ordningen")
    said = read(page)
    assert "2. Samordning av anskaffelser og kompetanseløft Gjelder nå" in said
    assert "60 000 000 kr 15 000 000 kr 75 000 000 kr 375 000 000 kr 58 prosent" in said
    assert "Sum 500 000 000 kr 75 000 000 kr 575 000 000 kr" in said
    states = [
        row.select(".ds-tag")[0].get_text() for row in page.find_all("table")[0].select("tbody tr")
    ]
    assert states == ["Med nå", "Ikke med nå", "Med nå", "Med nå", "Med nå"]


def test_no_page_asks_more_because_there_is_more_to_show(web: Web, anne: Person) -> None:
    address = f"/utlysninger/{a_call(anne).id}"
    numbers = []
    for code in ("en", "to"):
        with asked() as few:
            web.open("/utlysninger")
        a_call(anne, terms(code=code, frame=kroner(1)))
        with asked() as more:
            web.open("/utlysninger")
        numbers.append((few.number, more.number))
    assert {one for pair in numbers for one in pair} == {1}
    with asked() as whole:
        web.open(address)
    assert whole.number == 16
