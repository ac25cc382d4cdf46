"""Giving authority for amounts in the browser, and being told before pressing what one's own covers."""

from datetime import timedelta

from accounts.authority import AuthorityKind, limit_of
from accounts.authority.services import NewAuthority, give
from accounts.models import Role
from accounts.queries import person
from foundation import clock
from foundation.money import kroner
from tests.builders.accounts import a_person, an_administrator
from tests.builders.decisions import NOW, a_decision_maker, a_drafted_round
from tests.builders.impartiality import a_leader
from tests.querycount import asked
from tests.web import Page, Web

LIST = "/forvaltning/fullmakter"


def text_of(page: Page) -> str:
    return " ".join(page.get_text().split()).replace("\u00a0", " ")


def test_an_administrator_gives_and_takes_back_and_all_of_it_stays_in_the_history(web: Web) -> None:
    anne, dag = an_administrator(), a_person(Role.DECISION_MAKER, name="Dag Direktør", limit=None)
    here = f"{LIST}/{dag.id}"
    web.log_in(anne)
    assert "Dag Direktør Signere vedtak Ingen" in text_of(web.open(LIST))
    yesterday = (clock.today() - timedelta(1)).isoformat()
    typed = {"kind": "sign", "amount": "2 000 000", "reason": "Instruks 3.2"}
    refused = web.send(f"{here}/gi", press="Gi fullmakten", from_on=yesterday, more=typed)
    assert "Fullmakten kan ikke gjelde fra en dag som har vært." in text_of(refused)
    assert refused.select("input[name=amount]")[0]["value"] == "2 000 000"
    given = web.send(f"{here}/gi", press="Gi fullmakten", more=typed)
    assert "Til og med 2 000 000 kr" in text_of(given)
    assert limit_of(dag.id, AuthorityKind.SIGN, clock.now()) == kroner(2_000_000)
    taken = web.send(f"{here}/trekk/sign", press="Trekk tilbake fullmakten", reason="Sluttet")
    assert "Ingen fullmakt" in text_of(taken)
    assert [head.get_text() for head in taken.select("tbody tr > th")] == ["Signere vedtak"] * 2
    assert limit_of(dag.id, AuthorityKind.SIGN, clock.now()) is None


def test_a_leader_changes_those_they_lead_and_others_only_read(web: Web) -> None:
    dag = a_decision_maker()
    liv, siri = a_leader(dag, name="Liv Leder"), a_decision_maker("Siri Annen")
    web.log_in(liv)
    assert "Gi en fullmakt" in text_of(web.open(f"{LIST}/{dag.id}"))
    web.open(f"{LIST}/{dag.id}/gi")
    for reader, other in ((siri, dag), (liv, siri), (dag, dag)):
        web.log_in(reader)
        assert "Gi en fullmakt" not in text_of(web.open(f"{LIST}/{other.id}"))
        web.open(f"{LIST}/{other.id}/gi", status=404)
        web.open(f"{LIST}/{other.id}/trekk/sign", status=404)
    officer = a_person(Role.CASE_OFFICER, name="Oda Onsrud")
    web.open(f"{LIST}/{officer.id}", status=404)
    web.log_in(officer)
    web.open(LIST, status=403)


def test_the_list_asks_as_much_for_many_as_for_few(web: Web) -> None:
    web.log_in(an_administrator())
    a_decision_maker()
    with asked() as few:
        web.open(LIST)
    for number in range(4):
        a_decision_maker(f"Direktør {number}")
    with asked() as many:
        web.open(LIST)
    assert many.number == few.number


def test_the_page_tells_before_pressing_what_is_covered_and_who_could_sign_the_rest(
    web: Web,
) -> None:
    made = a_drafted_round(points=(5, 4), frame=kroner(2_000_000))
    large, small = sorted(made.decisions(), key=lambda one: -one.amount)
    a_decision_maker("Mona Minister")
    today = clock.in_oslo(NOW).date()
    enough = NewAuthority(AuthorityKind.SIGN, small.amount, today, None, "Instruks")
    give(person(made.maker.id), enough, by=None, at=NOW)
    with clock.frozen(NOW):
        web.log_in(made.maker)
        page = text_of(web.open(f"/vedtak/{made.call.id}/signer"))
        assert "Fullmakten din gjelder vedtak til og med" in page
        assert "Fullmakten din dekker ikke 1 av vedtakene" in page
        assert "Mona Minister, til og med 1 000 000 000 kr" in page
        assert "Signer 1 vedtak" in page
        one = text_of(web.open(f"/vedtak/sak/{large.id}"))
        assert "Du kan ikke signere dette vedtaket" in one
        assert "Disse har fullmakt som dekker beløpet: Mona Minister" in one
