"""The documents: made once from what was recorded, kept by checksum, opened by their recipients."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, func, select

from accounts.models import LanguageForm, MunicipalityVersion
from accounts.queries import person, signatories_of
from applications.models import Deficiency
from assessments import services as assessing
from criteria.completeness import Section
from decisions import queries, services
from decisions.making import make_letter
from decisions.models import Letter, LetterKind
from decisions.paper import draft_document, previews
from decisions.queries.readiness import failed_in, progress_of
from decisions.refusals import Refusal
from foundation import clock, files, outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import kroner
from foundation.outbox import MOST_TRIES, Job
from grants.models import Condition
from tests.builders.accounts import an_administrator
from tests.builders.assessments import (
    a_chosen_proposal,
    a_staffed_case,
    an_assessed_case,
    officers,
)
from tests.builders.decisions import (
    A_REJECTION,
    NOW,
    Round,
    a_controller,
    a_decision_maker,
    a_drafted_round,
    a_published_round,
    a_signed_round,
    an_ineligible_case,
    book_the_money,
    declare_all,
    draft_all,
    make_documents,
)
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.paper import words_of


def letters(made: Round, place: int = 0) -> list[Letter]:
    return made.decisions()[place].letters


def the_words(letter: Letter) -> str:
    assert letter.sha256 is not None
    return words_of(letter.sha256)


def make_nynorsk(organisation_id: int) -> None:
    with transaction():
        version = db.session.scalars(
            select(MunicipalityVersion).where(
                MunicipalityVersion.organisation_id == organisation_id
            )
        ).one()
        version.language_form = LanguageForm.NYNORSK


def lacks(words: str, *expected: str) -> list[str]:
    return [one for one in expected if one not in words]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_award_letter_says_what_was_recorded(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4))
    services.write_reason(made.first(), reason="Prosjektet er modent.", by=made.drafter, at=NOW)
    made.sign()
    make_documents()
    lead = made.first().application.partners[0].organisation
    assert (
        lacks(
            the_words(letters(made)[0]),
            "Helsedirektoratet",
            "Helseteknologiordningen",
            lead.name,
            "2026/00001",
            "4. mai 2026",
            "Dere får 1 620 000 kr av 1 800 000 kr",
            "Satsen for prosjekter som starter dette året, er 90 prosent",
            "180 000 kr",
            "kap. 701 post 60",
            "Prosjektet er modent.",
            "karakter 5 av 5",
            "Behovene er de samme, og de er beskrevet sammen.",
            "ble nummer 1",
            "Den laveste poengsummen som ga tilskudd, er 80 poeng.",
            "972 000 kr",
            "25. mai 2026",
            "1. april 2027",
            "Tilskuddet går til samarbeidet",
            "Helse- og omsorgsdepartementet",
            "Dag Direktør",
            "Sigrid Saksbehandler",
        )
        == []
    )


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_letter_states_the_share_that_the_call_gives_and_what_it_took(app: Flask) -> None:
    del app
    call = a_call(an_administrator(), terms(frame=kroner(2_000_000)), INTRODUCTION)
    team = officers()
    book_the_money(a_controller())
    cases = [an_assessed_case(team, call, place, 6 - place) for place in (1, 2)]
    a_chosen_proposal(call, team[0])
    made = Round(call, team, a_decision_maker(), [case.application for case in cases])
    draft_all(made)
    declare_all(made, made.maker)
    assert made.sign() == ()
    make_documents()
    first, last = (the_words(letters(made, place)[0]) for place in range(2))
    for said in (first, last):
        assert "gir vi i denne utlysningen høyst 80 prosent av det en søknad ber om" in said
        assert "Utlysningen gir høyst 80 prosent av det det søkes om" in said
        assert "360 000 kr" in said
    assert "Dere får 1 440 000 kr av 1 800 000 kr" in first
    assert lacks(last, "Dere får 560 000 kr", "Rammen for utlysningen rakk ikke", "880 000 kr") == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_each_outcome_has_its_letter_in_the_recipients_own_form(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 1))
    made.applications.append(an_ineligible_case(made))
    services.draft_rejection(made.applications[-1], reason=A_REJECTION, by=made.drafter, at=NOW)
    declare_all(made, made.maker)
    for one in made.decisions():
        make_nynorsk(one.application.partners[1].organisation_id)
    assert made.sign() == ()
    make_documents()
    award, refusal, rejection = (letters(made, place) for place in range(3))
    assert "søknaden er delvis innvilget" in the_words(award[0])
    assert "søknaden er delvis innvilga" in the_words(award[1])
    assert (
        lacks(
            the_words(refusal[0]), "er avslått", "20 poeng. Utlysningen krever minst 50", "nummer 2"
        )
        == []
    )
    assert "Utlysinga krev minst 50" in the_words(refusal[1])
    assert lacks(the_words(rejection[0]), "er avvist", A_REJECTION) == []
    assert "er avvist" in the_words(rejection[1])


def test_those_who_write_the_same_share_one_document(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    make_nynorsk(made.first().application.partners[1].organisation_id)
    made.sign()
    make_documents()
    lead, nynorsk, other = letters(made)
    assert lead.sha256 == other.sha256 != nynorsk.sha256
    assert {one.made_at for one in (lead, nynorsk, other)} == {NOW}
    assert all(files.store().is_whole(one.sha256 or "") for one in (lead, nynorsk, other))


def test_a_document_that_is_made_is_not_made_again(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    make_documents()
    before = [(one.sha256, one.made_at) for one in letters(made)]
    make_letter(JsonValue(decision=made.first().id, language="nb"), NOW + timedelta(hours=1))
    assert [(one.sha256, one.made_at) for one in letters(made)] == before


def test_a_failure_is_kept_and_can_be_tried_again_alone(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    del app
    made = a_signed_round(points=(5, 1))
    kept = take_conditions_away(made)
    make_documents()
    caplog.clear()
    assert [(one.decision.id, one.failure) for one in failed_in(made.call.id)] == [
        (made.first().id, "LetterError: AwardLetter.conditions")
    ]
    progress = progress_of(made.call.id)
    assert (progress.total, progress.made, progress.failed) == (2, 1, 1)
    assert progress.is_finished
    assert made.publish() == 1

    give_conditions_back(kept)
    services.make_again(made.first(), "nb", by=made.maker, at=NOW)
    make_documents()
    assert failed_in(made.call.id) == []
    assert {one.failure for one in letters(made)} == {None}
    with pytest.raises(RuleBrokenError) as refusal:
        services.make_again(made.first(), "nb", by=made.maker, at=NOW)
    assert refusal.value.reason is Refusal.LETTER_NOT_WAITING
    assert made.publish() == 1


def test_a_letter_that_failed_too_often_waits_for_somebody(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    del app
    made = a_signed_round(points=(5,))
    take_conditions_away(made)
    for hour in range(MOST_TRIES + 2):
        make_documents(at=NOW + timedelta(hours=hour))
    caplog.clear()
    job = db.session.scalars(select(Job).where(Job.kind == "make_letter")).one()
    assert (job.tries, job.done_at) == (MOST_TRIES, None)
    assert not outbox.work_once(NOW + timedelta(days=3))


def take_conditions_away(made: Round) -> list[Condition]:
    """Make it impossible to write an award letter: it has no conditions."""
    found = db.session.scalars(select(Condition).where(Condition.call_id == made.call.id)).all()
    with transaction():
        db.session.execute(delete(Condition).where(Condition.call_id == made.call.id))
    db.session.expunge_all()
    return list(found)


def give_conditions_back(kept: list[Condition]) -> None:
    db.session.expunge_all()
    with transaction():
        db.session.add_all(
            Condition(
                call_id=one.call_id, position=one.position, code=one.code, title=one.title,
                text=one.text, source=one.source,
            )
            for one in kept
        )  # fmt: skip
    db.session.expunge_all()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_draft_says_that_it_is_one(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    stored = files.store().keep(
        draft_document(made.first(), "nb", date(2026, 5, 4)), "application/pdf"
    )
    assert "UTKAST" in words_of(stored.sha256)
    assert db.session.scalar(select(func.count(Letter.id)).where(Letter.decision_id > 0)) == 0
    (preview,) = previews(made.first(), date(2026, 5, 4))
    assert preview.lacks is None
    assert len(preview.recipients) == 3
    assert "Dere får" in preview.words


def test_the_receipt_is_made_once_for_the_lead(app: Flask) -> None:
    del app
    case = a_staffed_case()
    make_documents()
    receipt = queries.receipt_of(case.application.id)
    assert receipt is not None
    assert (receipt.kind, receipt.organisation_id) == (
        LetterKind.RECEIPT,
        case.application.partners[0].organisation_id,
    )
    assert (
        lacks(
            the_words(receipt), "Kvittering", "2026/00001", "2. mars 2026", "1 800 000 kr", "Signe"
        )
        == []
    )
    with transaction():
        outbox.put("make_receipt", subject="again", at=NOW, application=case.application.id)
    make_documents()
    assert len(queries.letters_in_case(case.application.id)) == 1


def test_what_is_missing_is_asked_for_by_letter(app: Flask) -> None:
    del app
    case = a_staffed_case()
    assessing.ask_for_more(
        case.application,
        text="Legg ved regnskapet for 2025.",
        due_on=date(2026, 3, 20),
        sections={Section.ATTACHMENTS, Section.ACTIVITIES},
        by=case.handler,
        at=clock.now(),
    )
    make_documents()
    letters = {one.kind: one for one in queries.letters_in_case(case.application.id)}
    assert set(letters) == {LetterKind.RECEIPT, LetterKind.DEFICIENCY}
    asked = letters[LetterKind.DEFICIENCY]
    assert asked.deficiency_id == db.session.scalars(select(Deficiency.id)).one()
    told = the_words(asked)
    assert lacks(told, "Legg ved regnskapet for 2025.", "20. mars 2026") == []
    assert lacks(told, "åpnet disse delene av søknaden", "Aktiviteter", "Vedlegg") == []
    assert lacks(told, "Spørsmål") == ["Spørsmål"]
    lead = case.application.partners[0].organisation_id
    signatory = person(signatories_of(lead)[0].id)
    assert {one.kind for one in queries.letters_of(signatory)} == {
        LetterKind.RECEIPT,
        LetterKind.DEFICIENCY,
    }


def test_the_first_opening_is_kept(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    lead = made.first().application.partners[0].organisation_id
    signatory = person(signatories_of(lead)[0].id)
    letter = queries.letter_to(signatory, letters(made)[0].id)
    services.open_letter(letter, by=signatory, at=NOW)
    services.open_letter(letter, by=signatory, at=NOW + timedelta(hours=1))
    assert (letter.opened_at, letter.opened_by_id) == (NOW, signatory.id)
    assert [one.opened_at for one in letters(made)] == [NOW, None, None]
