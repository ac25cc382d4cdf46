"""A scheme's own texts: in versions, never without what a letter must state, and kept with each letter."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from accounts.models import LanguageForm, MunicipalityVersion, Person
from decisions import queries, services
from decisions.dispatch import put_saying
from decisions.letter.said import ChangeAnswer, InterimReply
from decisions.letterkinds import LetterKind
from decisions.lettertexts import Texts, shipped
from decisions.lettertexts import queries as texts
from decisions.lettertexts.adopting import adopted
from decisions.models import Letter, LetterTemplate
from decisions.refusals import Refusal
from foundation import clock, outbox
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError, TilsagnError
from foundation.language import Bilingual
from foundation.outbox import Mail
from grants.models import Scheme
from tests.builders.accounts import an_administrator
from tests.builders.assessments import a_staffed_case
from tests.builders.decisions import NOW, a_decision_maker, a_signed_round, make_documents
from tests.builders.grants import a_scheme
from tests.paper import words_of
from tests.races import at_once

TODAY = clock.in_oslo(NOW).date()
OWN = "Dere har nå fått {innvilget} til «{prosjekt}»"


def own_texts(**changed: str) -> Texts:
    """Give the shipped texts of an award with some of their own, the same in both forms."""
    own = {code: Bilingual(text, text) for code, text in changed.items()}
    return {**shipped(LetterKind.AWARD), **own}


def save(
    scheme: Scheme, by: Person, own: Texts, *, seen: int = 1, on: date = TODAY
) -> LetterTemplate:
    return services.save_texts(
        scheme, LetterKind.AWARD, own, valid_from=on, seen=seen, by=by, at=NOW
    )


def test_a_letter_is_made_from_the_version_in_force_on_its_date(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    scheme = db.session.scalars(select(Scheme)).one()
    by = an_administrator("Tora Tekst")
    save(scheme, by, own_texts(changes="Spør oss før dere endrer noe."))
    save(
        scheme, by, own_texts(changes="Meld fra senere."),
        seen=2, on=TODAY + timedelta(days=1),
    )  # fmt: skip
    make_documents()
    (letter, *_) = made.first().letters
    assert "Spør oss før dere endrer noe." in words_of(letter.sha256 or "")
    template = db.session.get_one(LetterTemplate, letter.template_id)
    assert (template.number, template.kind, template.saved_by_id) == (2, LetterKind.AWARD, by.id)


def test_the_first_version_is_what_was_shipped_when_it_was_needed(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5, 4))
    make_documents()
    scheme = db.session.scalars(select(Scheme)).one()
    (first,) = texts.versions_of(scheme.id, LetterKind.AWARD)
    assert (first.number, first.saved_by_id) == (1, None)
    assert first.bilingual == shipped(LetterKind.AWARD)
    awards = [one for decision in made.decisions() for one in decision.letters]
    assert {one.template_id for one in awards} == {first.id}


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"control": "Vi kontrollerer."}, Refusal.TEXT_FAULTY),
        ({"decision": ""}, Refusal.TEXT_FAULTY),
        ({"heading": "Gratulerer"}, Refusal.TEXT_FAULTY),
        ({"heading": OWN + " {konto}"}, Refusal.TEXT_FAULTY),
        ({}, Refusal.TEXTS_UNCHANGED),
    ],
    ids=["word", "empty", "missing place", "unknown place", "unchanged"],
)
def test_what_a_letter_must_state_cannot_be_taken_out(
    app: Flask, changed: dict[str, str], refusal: Refusal
) -> None:
    del app
    by = an_administrator()
    scheme = a_scheme(by)
    with pytest.raises(RuleBrokenError) as refused:
        save(scheme, by, own_texts(**changed))
    assert refused.value.reason is refusal
    assert texts.versions_of(scheme.id, LetterKind.AWARD) == []


def test_a_part_cannot_be_left_out(app: Flask) -> None:
    del app
    by = an_administrator()
    scheme = a_scheme(by)
    fewer = {code: text for code, text in own_texts(heading=OWN).items() if code != "complaint"}
    with pytest.raises(RuleBrokenError) as refused:
        save(scheme, by, fewer)
    assert refused.value.values == {"part": "complaint"}


def test_texts_cannot_be_changed_for_days_that_have_been(app: Flask) -> None:
    del app
    by = an_administrator()
    with pytest.raises(RuleBrokenError) as refused:
        save(a_scheme(by), by, own_texts(heading=OWN), on=TODAY - timedelta(days=1))
    assert refused.value.reason is Refusal.TEXTS_IN_THE_PAST


def test_only_an_administrator_changes_texts(app: Flask) -> None:
    del app
    scheme = a_scheme(an_administrator())
    maker = a_decision_maker()
    with pytest.raises(RuleBrokenError) as refused:
        save(scheme, maker, own_texts(heading=OWN))
    assert refused.value.reason is Refusal.NOT_ADMINISTRATOR
    with pytest.raises(RuleBrokenError) as refused:
        services.choose_neutral_form(scheme, "nn", by=maker, at=NOW)
    assert refused.value.reason is Refusal.NOT_ADMINISTRATOR


def test_two_who_save_at_once_do_not_overwrite_each_other(app: Flask) -> None:
    by_id = an_administrator().id
    a_scheme(db.session.get_one(Person, by_id))

    def one(word: str) -> LetterTemplate:
        scheme = db.session.scalars(select(Scheme)).one()
        return save(scheme, db.session.get_one(Person, by_id), own_texts(heading=f"{OWN} {word}"))

    outcomes = at_once(app, lambda: one("a"), lambda: one("b"))
    assert {type(outcome) for outcome in outcomes} == {LetterTemplate, StaleError}
    scheme = db.session.scalars(select(Scheme)).one()
    assert [one.number for one in texts.versions_of(scheme.id, LetterKind.AWARD)] == [1, 2]


def test_the_neutral_are_written_to_in_the_form_that_was_chosen(app: Flask) -> None:
    del app
    case = a_staffed_case()
    with transaction():
        db.session.execute(update(MunicipalityVersion).values(language_form=LanguageForm.NEUTRAL))
    scheme = db.session.scalars(select(Scheme)).one()
    services.choose_neutral_form(scheme, "nn", by=an_administrator("Nina Nynorsk"), at=NOW)
    make_documents()
    receipt = queries.receipt_of(case.application.id)
    assert receipt is not None
    assert (receipt.language, receipt.by_choice) == ("nn", True)
    assert "Vi har fått søknaden" in words_of(receipt.sha256 or "")


def test_a_letter_about_no_decision_is_made_once_and_its_recipient_told(app: Flask) -> None:
    del app
    case = a_staffed_case()
    make_documents()
    before = db.session.scalar(select(func.count(Mail.id))) or 0
    with transaction():
        put_saying(
            case.again(),
            InterimReply(expected_on=date(2026, 5, 4)),
            about=f"application:{case.application.id}",
            dated=TODAY,
            at=NOW,
            officer=case.handler,
        )
    make_documents()
    (_, letter) = queries.letters_in_case(case.application.id)
    said = words_of(letter.sha256 or "")
    assert "4. mai 2026" in said
    assert "§ 11 a" in said
    mails = db.session.scalars(select(Mail).order_by(Mail.id)).all()[before:]
    assert mails
    assert all("mai" not in one.body for one in mails)
    with transaction():
        outbox.put("make_saying", subject="again", at=NOW, letter=letter.id)
    make_documents()
    assert db.session.scalar(select(func.count(Mail.id))) == before + len(mails)


def test_what_is_for_all_who_take_part_is_sent_to_each(app: Flask) -> None:
    del app
    case = a_staffed_case()
    answer = ChangeAnswer(
        approved=True, asked_on=TODAY, change="Oppstart i august.", reason="Målene kan nås."
    )
    with transaction():
        letters = put_saying(case.again(), answer, about="change:1", dated=TODAY, at=NOW)
    make_documents()
    partners = case.again().partners
    assert {one.organisation_id for one in letters} == {one.organisation_id for one in partners}
    made = [one for one in queries.letters_in_case(case.application.id) if one.about]
    assert len({one.sha256 for one in made}) == len({one.language for one in made})
    with pytest.raises(IntegrityError), transaction():
        put_saying(case.again(), answer, about="change:1", dated=TODAY, at=NOW)


def failure_of(letter: Letter) -> str | None:
    return letter.failure


def test_a_letter_that_fails_says_why_and_can_be_made_again(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    case = a_staffed_case()
    make_documents()
    with transaction():
        (letter,) = put_saying(
            case.again(), InterimReply(expected_on=TODAY), about="x:1", dated=TODAY, at=NOW
        )
    with monkeypatch.context() as patch:
        patch.setattr("decisions.printing.render", _fails)
        make_documents()
    db.session.refresh(letter)
    assert failure_of(letter) == "TilsagnError: tomt for blekk"
    services.make_letter_again(letter, by=case.handler, at=NOW)
    make_documents()
    db.session.refresh(letter)
    assert (failure_of(letter), letter.made_at) == (None, NOW)
    with pytest.raises(RuleBrokenError) as refused:
        services.make_letter_again(letter, by=case.handler, at=NOW)
    assert refused.value.reason is Refusal.LETTER_NOT_WAITING


def _fails(*_: object) -> bytes:
    raise TilsagnError("tomt for blekk")


def test_two_workers_that_need_the_first_version_at_once_make_one(app: Flask) -> None:
    a_scheme(an_administrator())

    def one() -> int:
        scheme = db.session.scalars(select(Scheme)).one()
        return adopted(scheme.id, LetterKind.REFUSAL, TODAY, NOW).id

    first, second = at_once(app, one, one)
    assert first == second
