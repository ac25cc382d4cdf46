"""A hearing in the browser: sent out, spoken in, and read by everybody once it is over."""

from datetime import timedelta

import pytest

from accounts.models import Person
from accounts.queries import person
from criteria.deadlines import closing_moment
from foundation import clock
from grants import queries as grants
from grants.hearings import queries
from grants.hearings.models import Hearing
from tests.builders.accounts import an_administrator
from tests.builders.applications import a_kommune, a_signatory
from tests.builders.grants import a_draft
from tests.builders.hearings import AFTERWARDS, a_hearing, finish, say
from tests.formfilling import filled
from tests.querycount import asked
from tests.web import Page, Web

NOT_A_CALL = "Utkast til høring, ikke en utlysning"
MOST_QUERIES = 12


@pytest.fixture
def anne(web: Web) -> Person:
    del web
    return an_administrator()


@pytest.fixture
def signe(anne: Person) -> Person:
    del anne
    return person(a_signatory(a_kommune("Lillevik", number="4601"), "Signe Lillevik").id)


@pytest.fixture
def hearing(anne: Person) -> Hearing:
    return a_hearing(a_draft(anne), anne)


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def test_an_administrator_sends_a_draft_out_and_a_kommune_speaks(
    web: Web, anne: Person, signe: Person
) -> None:
    call = a_draft(anne)
    web.log_in(anne)
    page = web.send(
        f"/forvaltning/utlysninger/{call.id}/horing", press="Send på høring",
        asked_nb="Er vektene riktige?", asked_nn="Er vektene rette?", closes_on="2026-03-02",
    )  # fmt: skip
    assert "Fristen må være etter i dag." in read(page)
    assert "Er vektene rette?" in read(page)
    page = web.send(
        f"/forvaltning/utlysninger/{call.id}/horing", press="Send på høring",
        asked_nb="Er vektene riktige?", asked_nn="Er vektene rette?", closes_on="2026-03-20",
    )  # fmt: skip
    assert "Høringen er åpnet." in read(page)
    found = queries.hearing_of(call.id)
    assert found is not None

    web.log_in(signe)
    listed = web.open("/soknader/horinger")
    assert NOT_A_CALL in read(listed)
    shown = read(web.open(f"/soknader/horinger/{found.id}"))
    for text in (NOT_A_CALL, "Er vektene riktige?", "20. mars 2026 kl. 23:59:59", "Hele utkastet"):
        assert text in shown
    for criterion in grants.call(call.id).criteria:
        assert criterion.name.nb in shown
    address = f"/soknader/horinger/{found.id}/punkt/1"
    assert "offentleglova § 3" in read(web.open(address))
    assert "Skriv innspillet." in read(web.send(address, press="Gi innspillet"))
    assert "Innspillet er gitt." in read(
        web.send(address, press="Gi innspillet", text="Vekten er for høy.")
    )
    page = web.send(f"/soknader/horinger/{found.id}", press="Trekk innspillet – Lillevik")
    assert "Innspillet er trukket." in read(page)
    assert "Trukket" in read(page)
    web.open(f"/soknader/horinger/{found.id}/punkt/9999", status=404)


def test_nothing_of_a_draft_on_hearing_is_told_to_others(
    web: Web, hearing: Hearing, signe: Person
) -> None:
    say(hearing, signe, "Bare for oss.")
    for address in ("/", "/utlysninger", "/horinger"):
        assert hearing.title.nb not in read(web.open(address))
    for address in (f"/horinger/{hearing.id}", f"/utlysninger/{hearing.call_id}"):
        web.open(address, status=404)
    web.log_in(a_signatory(a_kommune("Storfjord", number="4602"), "Signe Storfjord"))
    shown = read(web.open(f"/soknader/horinger/{hearing.id}"))
    assert NOT_A_CALL in shown
    assert "Bare for oss." not in shown
    web.open(f"/utlysninger/{hearing.call_id}", status=404)


def test_everybody_reads_what_organisations_said_and_later_what_was_done(
    web: Web, hearing: Hearing, anne: Person, signe: Person
) -> None:
    say(hearing, signe, "Vekten er for høy.", hearing.points[0])
    with clock.frozen(AFTERWARDS):
        shown = read(web.open(f"/horinger/{hearing.id}"))
        assert "Lillevik" in shown
        assert "Vekten er for høy." in shown
        assert "Signe" not in shown
        web.log_in(anne)
        publish = f"/forvaltning/utlysninger/{hearing.call_id}/kunngjor"
        assert "1 innspill er ikke besvart" in read(web.open(publish))
        page = web.send(
            f"/forvaltning/horinger/{hearing.id}/svar", press="Lagre svaret",
            comments=[str(queries.comments_on(hearing)[0].id)], outcome="partly",
            reason_nb="Satt ned til 20 prosent.", reason_nn="Sett ned til 20 prosent.",
        )  # fmt: skip
        assert "Delvis tatt inn" in read(page)
        web.send(
            f"/forvaltning/horinger/{hearing.id}/oppsummering", press="Lagre oppsummeringen",
            summary_nb="Mange ville ha lavere vekt.", summary_nn="Mange ville ha lågare vekt.",
        )  # fmt: skip
        assert "Satt ned" not in read(web.open(f"/horinger/{hearing.id}"))
        assert "Utlysningen er kunngjort." in read(web.send(publish, press="Kunngjør utlysningen"))
        shown = read(web.open(f"/horinger/{hearing.id}"))
        for text in ("Satt ned til 20 prosent.", "Mange ville ha lavere vekt.", "Delvis tatt inn"):
            assert text in shown
        assert NOT_A_CALL not in shown, "it has become one"
        assert "høringen om utkastet" in read(web.open(f"/utlysninger/{hearing.call_id}"))


def test_what_comes_too_late_is_refused_and_kept(
    web: Web, hearing: Hearing, signe: Person
) -> None:
    at, closing = f"/soknader/horinger/{hearing.id}/punkt/1", closing_moment(hearing.closes_on)
    with clock.frozen(closing - timedelta(seconds=1)):
        web.log_in(signe)
        form = filled(web.open(at), at, "Gi innspillet", {"text": "Skrevet ferdig ett sekund for sent."})
    with clock.frozen(closing):
        told = read(web.post(form))
        web.open(at, status=409)
    assert "Høringen er avsluttet" in told
    assert "Skrevet ferdig ett sekund for sent." in told
    assert queries.comments_on(hearing) == []


def test_a_comment_that_is_answered_is_named_by_whole_words(
    web: Web, hearing: Hearing, anne: Person, signe: Person
) -> None:
    said = "Kriteriet bør ta hensyn til at små kommuner har få å sette av til samarbeidsprosjekter."
    say(hearing, signe, said)
    with clock.frozen(AFTERWARDS):
        web.log_in(anne)
        shown = read(web.open(f"/forvaltning/horinger/{hearing.id}/svar"))
    assert "har få å sette av til …" in shown


def test_a_draft_that_was_heard_is_not_thrown_away(
    web: Web, hearing: Hearing, anne: Person
) -> None:
    web.log_in(anne)
    page = web.send(f"/forvaltning/utlysninger/{hearing.call_id}/kast", press="Kast utkastet")
    assert "så utkastet kan ikke kastes" in read(page)


def test_a_hearing_with_many_comments_asks_the_database_no_more(
    web: Web, hearing: Hearing, anne: Person, signe: Person
) -> None:
    for point in hearing.points[:5]:
        say(hearing, signe, "Det samme her.", point)
    finish(hearing, anne)
    with clock.frozen(AFTERWARDS + timedelta(hours=1)), asked() as statements:
        web.open(f"/horinger/{hearing.id}")
    assert statements.number <= MOST_QUERIES
