"""The pages where letters' texts are changed, tried and compared, and where the forms are counted."""

from datetime import timedelta

from sqlalchemy import select

from decisions import queries
from decisions.letterkinds import TEXT_KINDS, LetterKind
from decisions.lettertexts import queries as texts
from decisions.models import Letter
from foundation import clock
from foundation.database import db, transaction
from tests.builders.accounts import an_administrator
from tests.builders.assessments import a_staffed_case
from tests.builders.decisions import (
    NOW,
    a_decision_maker,
    a_published_round,
    a_signed_round,
    make_documents,
)
from tests.builders.grants import a_scheme
from tests.pages.test_decisions_pages import said, text_of
from tests.paper import words_in
from tests.querycount import asked
from tests.web import Web

HERE = "/forvaltning/brev"
AWARD = f"{HERE}/award"
A_CHANGE = "Spør oss før dere endrer noe."


def test_an_administrator_writes_a_new_version_and_sees_what_changed(web: Web) -> None:
    by = an_administrator()
    a_scheme(by)
    with clock.frozen(NOW):
        web.log_in(by)
        assert all(web.open(f"{HERE}/{kind}") for kind in TEXT_KINDS)
        saved = web.send(AWARD, press="Lagre som ny versjon", changes_nb=A_CHANGE)
        assert said(saved) == ["Den nye versjonen av tekstene er lagret."]
        told = text_of(saved)
        assert "Versjon 2 Gjelder nå" in told
        assert "Lagret av Anne Administrator" in told
        assert A_CHANGE in " ".join(one.get_text() for one in saved.select("table"))
        document = web.get(f"{AWARD}/2/eksempel.pdf?brev=worst&sprak=nb")
        assert A_CHANGE in words_in(document.data)
        before = web.get(f"{AWARD}/1/eksempel.pdf?brev=worst&sprak=nb")
        assert A_CHANGE not in words_in(before.data)


def test_the_letter_is_read_before_it_is_saved(web: Web) -> None:
    by = an_administrator()
    scheme = a_scheme(by)
    with clock.frozen(NOW):
        web.log_in(by)
        read = web.send(AWARD, press="Les brevet med disse tekstene", changes_nb=A_CHANGE)
    told = text_of(read)
    assert "Tekstene er ikke lagret ennå." in told
    assert told.count(A_CHANGE) == 2, "in the field and in the letter"
    assert texts.versions_of(scheme.id, LetterKind.AWARD) == []


def test_a_fault_is_told_beside_its_field_and_what_was_typed_is_kept(web: Web) -> None:
    by = an_administrator()
    scheme = a_scheme(by)
    with clock.frozen(NOW):
        web.log_in(by)
        refused = web.send(
            AWARD,
            press="Lagre som ny versjon",
            heading_nb="Til {søkjar} {",
            control_nn="Vi kontrollerer.",
            decision_nb="",
        )
    beside = {
        str(one["id"]).removesuffix("-error"): " ".join(one.get_text().split())
        for one in refused.select(".errors")
    }
    assert beside == {
        "heading_nb": "Feltet {søkjar} kan ikke brukes her. Feltet {innvilget} må være med. "
        "Feltet {prosjekt} må være med. Tegnet { hører ikke til noe felt.",
        "decision_nb": "Teksten kan ikke være tom.",
        "control_nn": "Teksten må nevne Riksrevisjonen.",
    }
    assert [one["value"] for one in refused.select("#heading_nb")] == ["Til {søkjar} {"]
    assert texts.versions_of(scheme.id, LetterKind.AWARD) == []


def test_texts_that_somebody_changed_meanwhile_are_not_overwritten(web: Web) -> None:
    by = an_administrator()
    a_scheme(by)
    with clock.frozen(NOW):
        web.log_in(by)
        web.send(AWARD, press="Lagre som ny versjon", changes_nb=A_CHANGE)
        late = web.send(
            AWARD, press="Lagre som ny versjon", changes_nb="Noe annet.", version="1", status=409
        )
    assert "endret" in text_of(late)


def test_a_version_is_tried_on_a_published_case_only(web: Web) -> None:
    made = a_published_round(points=(5, 1))
    published = made.first()
    title, number = published.application.title, published.application.case_number
    with clock.frozen(NOW):
        web.log_in(an_administrator("Tora Tekst"))
        listed = web.open(f"{AWARD}/versjoner")
        assert title in text_of(listed)
        for kind in ("award", "receipt", "reclaim"):
            tried = web.get(f"{HERE}/{kind}/0/eksempel.pdf?vedtak={published.id}&sprak=nn")
            assert str(number) in words_in(tried.data)
        web.get(f"{AWARD}/1/eksempel.pdf?vedtak=999", status=404)
        web.get(f"{AWARD}/9/eksempel.pdf", status=404)
        web.get(f"{AWARD}/1/eksempel.pdf?sprak=en", status=404)
        web.open(f"{HERE}/partial_award", status=404)


def test_only_an_administrator_comes_to_the_texts(web: Web) -> None:
    a_scheme(an_administrator())
    web.log_in(a_decision_maker())
    web.open(HERE, status=403)
    web.open(AWARD, status=403)


def test_the_form_for_the_neutral_is_chosen(web: Web) -> None:
    by = an_administrator()
    scheme = a_scheme(by)
    with clock.frozen(NOW):
        web.log_in(by)
        chosen = web.send(HERE, press="Lagre målformen", language="nn")
    assert said(chosen) == ["Målformen er lagret. Den gjelder fra neste brev."]
    assert "Valgt av Anne Administrator" in text_of(chosen)
    assert texts.neutral_language(scheme.id) == "nn"


def test_the_forms_are_counted_by_year_and_kind(web: Web) -> None:
    a_staffed_case()
    make_documents()
    with transaction():
        (letter,) = db.session.scalars(select(Letter)).all()
        letter.by_choice = True
    web.log_in(a_decision_maker())
    page = web.open("/brev/malform")
    told = text_of(page)
    assert "2026 1 0 0 % 1 0 %" in told
    assert "Kvittering 1 0 0 % 1 0 %" in told
    assert "Fordelingen er skjev" in told


def test_the_lists_ask_no_more_with_more_to_show(web: Web) -> None:
    by = an_administrator()
    a_scheme(by)
    with clock.frozen(NOW):
        web.log_in(by)
        numbers = []
        for text in ("En.", "To.", "Tre."):
            web.send(AWARD, press="Lagre som ny versjon", changes_nb=text)
            with asked() as heard:
                web.open(HERE)
                web.open(f"{AWARD}/versjoner")
            numbers.append(heard.number)
    assert len(set(numbers)) == 1


def test_many_cases_get_an_interim_reply_with_one_click(web: Web) -> None:
    case = a_staffed_case()
    make_documents()
    late = NOW + timedelta(days=60)
    with clock.frozen(late):
        web.log_in(case.handler)
        page = web.open("/brev/forelopig-svar")
        assert "1 sak venter." in text_of(page)
        alone = web.send(
            "/brev/forelopig-svar", press="Send foreløpig svar",
            expected_on=(late + timedelta(days=30)).date().isoformat(), reason_nb="Mange søknader.",
        )  # fmt: skip
        assert "Skriv begrunnelsen på begge målformer." in text_of(alone)
        sent = web.send(
            "/brev/forelopig-svar", press="Send foreløpig svar",
            expected_on=(late + timedelta(days=30)).date().isoformat(),
            reason_nb="Mange søknader.", reason_nn="Mange søknader.",
        )  # fmt: skip
        assert said(sent) == ["Foreløpig svar er på vei til 1 søker."]
        assert "Ingen saker venter på et foreløpig svar." in text_of(sent)
        make_documents(late)
    (_, letter) = queries.letters_in_case(case.application.id)
    assert (letter.kind, letter.made_at) == (LetterKind.INTERIM_REPLY, late)


def test_a_round_is_set_to_be_published_and_called_off(web: Web) -> None:
    made = a_signed_round(points=(5,))
    make_documents()
    here = f"/vedtak/{made.call.id}"
    with clock.frozen(NOW):
        web.log_in(made.maker)
        refused = web.send(f"{here}/kunngjor/tid", press="Sett tidspunktet", hour="00:01")
        assert "Tidspunktet må være fram i tid." in text_of(refused)
        done = web.send(f"{here}/kunngjor/tid", press="Sett tidspunktet", hour="23:00")
        assert said(done) == ["Vedtakene blir kunngjort 4. mai 2026 kl. 23:00:00."]
        assert "Satt av Dag Direktør." in text_of(done)
        off = web.send(f"{here}/brev", press="Ta bort tidspunktet")
        assert said(off) == ["Vedtakene blir ikke kunngjort av seg selv."]


def test_a_rounds_letters_are_tried_before_they_are_made(web: Web) -> None:
    made = a_signed_round(points=(5,))
    here = f"/vedtak/{made.call.id}/brev/prov"
    with clock.frozen(NOW):
        web.log_in(made.maker)
        assert not web.open(here).select("main button"), "a decision maker only reads it"
        web.log_in(made.drafter)
        begun = web.send(here, press="Prøv brevene")
        assert "0 av 1" in text_of(begun)
        make_documents()
        ended = web.open(here)
    assert "1 av 1" in text_of(ended)
    assert "Ingenting står i veien for brevene." in text_of(ended)
