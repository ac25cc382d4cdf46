"""The question catalogue in the browser: new wordings, new meanings, and questions that wait for answers."""

from dataclasses import replace

import pytest
from bs4 import Tag

from accounts.models import Person
from criteria.asking import ConditionFault, ShownWhen, Test
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries, services, wordings
from grants.models import Call, Question, QuestionKind
from grants.sizeguidance import SizeGuidance
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_call, a_draft, a_scheme, terms
from tests.querycount import asked
from tests.web import Page, Web

CATALOGUE = "/forvaltning/sporsmalskatalog"
CALLS = "/forvaltning/utlysninger"
WHICH = "Hva slags endring er det?: Velg om det er ny ordlyd eller ny betydning."


@pytest.fixture
def anne(web: Web) -> Person:
    person = an_administrator()
    a_scheme(person)
    web.log_in(person)
    return person


@pytest.fixture
def draft(anne: Person) -> Call:
    return a_draft(anne)


def read(page: Tag) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def errors(page: Page) -> list[str]:
    return [one.get_text() for one in page.select(".error-summary li")]


def find(call: Call, code: str) -> Question:
    return next(one for one in queries.call(call.id).questions if one.code == code)


def address(call: Call, code: str) -> str:
    return f"{CALLS}/{call.id}/rader/sporsmal/{find(call, code).id}"


def test_changed_words_must_be_told_as_a_new_wording_or_a_new_meaning(
    web: Web, draft: Call
) -> None:
    here = address(draft, "NULL-01")
    page = web.send(here, press="Lagre endringene", label_nb="Hva skjer uten tilskudd?")
    assert errors(page) == [WHICH]
    assert page.select_one('input[value="Hva skjer uten tilskudd?"]') is not None

    web.send(here, press="Lagre endringene", label_nb="Hva skjer uten?", change="wording")
    assert find(draft, "NULL-01").code_version == 2
    assert [one.version for one in wordings.wordings_of("NULL-01")] == [1, 2]

    page = web.open(here)
    assert "kan endres uten å bli en ny versjon" in read(page)
    web.send(here, press="Lagre endringene", label_nb="Hva gjør dere uten?")
    assert find(draft, "NULL-01").code_version == 2
    assert [one.label.nb for one in wordings.wordings_of("NULL-01")][1] == "Hva gjør dere uten?"


def test_what_means_something_else_gets_a_code_that_nobody_has_used(
    web: Web, draft: Call
) -> None:
    here = address(draft, "NULL-01")


    def send(new_code: str) -> str:
        return read(web.send(
            here, press="Lagre endringene", label_nb="Hva koster det?", change="meaning",
            new_code=new_code,
        ))  # fmt: skip

    assert "Skriv en ny kode for spørsmålet som betyr noe annet." in send("")
    assert "Koden OPPL-01 finnes allerede i spørsmålskatalogen." in send("OPPL-01")
    send("PRIS-01")

    assert find(draft, "PRIS-01").code_version == 1
    assert wordings.wordings_of("PRIS-01")[0].parted_from == "NULL-01"
    assert len(wordings.wordings_of("NULL-01")) == 1
    assert "fordi det betyr noe annet" in read(web.open(f"{CATALOGUE}/PRIS-01"))


def test_how_a_call_asks_is_no_change_of_words(web: Web, draft: Call) -> None:
    web.send(
        address(draft, "NULL-01"), press="Lagre endringene", required=False, may_be_irrelevant=True
    )
    question = find(draft, "NULL-01")
    assert (question.required, question.may_be_irrelevant, question.code_version) == (False, True, 1)


def test_a_table_and_an_amount_are_made_in_the_browser(web: Web, draft: Call) -> None:
    new = f"{CALLS}/{draft.id}/rader/sporsmal/ny"
    web.send(
        new, press="Legg til", code="SYST-09", label_nb="Hvilke?", label_nn="Kva?", kind="table",
        more={
            "columns-0-label_nb": "System", "columns-0-label_nn": "System",
            "columns-1-label_nb": "Drift", "columns-1-label_nn": "Drift",
            "columns-1-kind": "choice", "columns-1-choices": "Egen | Eigen\nsky: Sky | Sky",
        },
    )  # fmt: skip
    web.send(
        new, press="Legg til", code="KOST-09", label_nb="Hva?", label_nn="Kva?", kind="money",
        lowest="1 000", highest="5 000 000",
    )  # fmt: skip
    table, amount = find(draft, "SYST-09"), find(draft, "KOST-09")
    assert [(one.code, one.kind.value) for one in table.columns] == [
        ("system", "text"), ("drift", "choice"),
    ]  # fmt: skip
    assert [(one.value, one.label.nn) for one in table.columns[1].choices] == [
        ("egen", "Eigen"), ("sky", "Sky"),
    ]  # fmt: skip
    assert (amount.lowest, amount.highest) == (kroner(1_000), kroner(5_000_000))
    page = web.open(address(draft, "KOST-09"))
    assert [one["value"] for one in page.select("#lowest")] == ["1000"]
    assert "Tabell: System (tekst), Drift (ett valg)" in read(
        web.open(f"{CALLS}/{draft.id}/rader/sporsmal")
    )
    assert "Beløp, minst 1 000 kr, høyst 5 000 000 kr" in read(
        web.open(f"{CALLS}/{draft.id}/forhandsvis")
    )


def test_a_question_is_drawn_from_the_catalogue_in_the_version_that_is_chosen(
    web: Web, anne: Person, draft: Call
) -> None:
    first = wordings.sheet_of_wording(wordings.wordings_of("OPPL-01")[0])
    again = replace(first, label=Bilingual("Hvem skal lære hva?", "Kven skal lære kva?"))
    services.word_anew(again, by=anne, at=clock.now())
    page = web.open(f"{CALLS}/{draft.id}/sporsmal/fra-katalogen")
    offered = [one["value"] for one in page.select('input[name="wording"]')]
    assert offered.index("OPPL-01 3") < offered.index("OPPL-01 2")
    assert "NULL-01 1" not in offered
    web.send(
        f"{CALLS}/{draft.id}/sporsmal/fra-katalogen", press="Legg til spørsmålet",
        wording="OPPL-01 2", section="1",
    )  # fmt: skip
    question = find(draft, "OPPL-01")
    assert (question.code_version, question.section.nb) == (2, "Standarder og samhandling")


def test_a_question_waits_for_an_answer_to_one_before_it(
    web: Web, anne: Person, draft: Call
) -> None:
    later = find(draft, "PERS-04")
    root = f"{CALLS}/{draft.id}/sporsmal"
    page = web.open(f"{root}/{later.id}/vises-nar")
    offered = [one["value"] for one in page.select("#on option")]
    assert "PERS-03" in offered
    assert {"PERS-04", "ERKL-01", "STAND-02"}.isdisjoint(offered)

    answers = f"{root}/{later.id}/vises-nar/svar?on=PERS-03"
    assert "Svar: Velg minst ett svar." in errors(web.send(answers, press="Lagre", values=[]))
    page = web.send(answers, press="Lagre", test="none_of", values=["ikke_planlagt"])
    assert find(draft, "PERS-04").shown_when == ShownWhen("PERS-03", Test.NONE_OF, "ikke_planlagt")
    assert "og svaret ikke er «Ikke planlagt»" in read(page)

    call = queries.call(draft.id)
    looked_at = next(one for one in call.questions if one.code == "PERS-03")
    for act in (services.move_down, services.remove_row):
        with pytest.raises(RuleBrokenError) as refusal:
            act(call, looked_at, by=anne, at=clock.now())
        assert refusal.value.reason is ConditionFault.NOT_EARLIER
    assert find(draft, "PERS-03").position < find(draft, "PERS-04").position

    web.send(f"{root}/{later.id}/vises-nar", press="Vis spørsmålet alltid")
    assert find(draft, "PERS-04").shown_when is None


def test_guidance_for_small_kommuner_says_for_whom_and_is_a_new_version(
    web: Web, anne: Person, draft: Call
) -> None:
    del anne
    here = address(draft, "DRIFT-02")
    page = web.send(here, press="Lagre endringene", change="wording", guidance_nb="Nok.", guidance_nn="Nok.")
    assert "Skriv hvor små kommuner veiledningen gjelder." in read(page)
    web.send(
        here, press="Lagre endringene", change="wording", guidance_most="3 000",
        guidance_nb="Omtrent er nok.", guidance_nn="Om lag held.",
    )  # fmt: skip
    found = find(draft, "DRIFT-02")
    assert found.code_version == 2
    assert found.size_guidance == SizeGuidance(3000, Bilingual("Omtrent er nok.", "Om lag held."))


def test_the_catalogue_shows_every_version_and_the_calls_that_use_it(
    web: Web, anne: Person
) -> None:
    first = a_call(anne, terms(code="forste", frame=kroner(1_000_000)))
    second = a_draft(anne, terms(code="andre", frame=kroner(1_000_000)))
    web.send(
        address(second, "NULL-01"), press="Lagre endringene", label_nb="Hva da?", change="wording"
    )
    page = web.open(f"{CATALOGUE}/NULL-01")
    newest, oldest = page.select("#v2")[0], page.select("#v1")[0]
    assert "andre, utkast" in read(newest)
    assert "Først brukt i" not in read(newest)
    assert "forste" in read(oldest)
    assert "Først brukt i" in read(oldest)
    assert first.code in read(oldest)

    with asked() as few:
        page = web.open(CATALOGUE)
    assert "NULL-01 Hva da? Tekst 2 2" in read(page)
    assert few.number <= 8


def test_the_catalogue_itself_is_added_to(web: Web, anne: Person) -> None:
    del anne
    page = web.send(
        f"{CATALOGUE}/ny", press="Legg i katalogen", code="NY-01", label_nb="Hva?", kind="text"
    )
    assert errors(page) == ["Alle tekstene må stå på bokmål og nynorsk før de legges i katalogen."]
    page = web.send(
        f"{CATALOGUE}/ny", press="Legg i katalogen", code="NY-01", label_nb="Hva?",
        label_nn="Kva?", kind="number", unit_nb="kommuner", unit_nn="kommunar", highest="357",
    )  # fmt: skip
    assert "Tall, høyst 357 kommuner" in read(page)

    here = f"{CATALOGUE}/NY-01/ny-ordlyd"
    page = web.send(here, press="Legg i katalogen", change="wording")
    assert errors(page) == ["Ordlyden er den samme som i versjon 1."]
    assert errors(web.send(here, press="Legg i katalogen", label_nb="Hvor?")) == [WHICH]
    web.send(here, press="Legg i katalogen", label_nb="Hvor mange?", change="wording")
    web.send(
        here, press="Legg i katalogen", label_nb="Hvor få?", change="meaning", new_code="NY-02"
    )
    assert [one.version for one in wordings.wordings_of("NY-01")] == [1, 2]
    assert wordings.wordings_of("NY-02")[0].kind is QuestionKind.NUMBER


def test_only_administrators_see_the_catalogue(web: Web) -> None:
    web.get(CATALOGUE, status=302)
