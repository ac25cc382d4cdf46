"""Signing: by whom, over what, and never more than the frame."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Update, delete, func, select, update

from accounts.models import LanguageForm, MunicipalityVersion, Person, Role
from accounts.queries import person
from accounts.services import give_role
from applications.models import Partner, PartnerRole
from assessments import services as assessing
from assessments.models import Assessment, Mark
from criteria.impartiality import Hindrance, View
from criteria.steps import Step
from decisions import queries, services
from decisions.content import fingerprint
from decisions.models import Decision, DecisionYear, Letter
from decisions.refusals import Refusal
from decisions.services import Refused
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import kroner
from foundation.outbox import Job
from grants import queries as grants
from grants.models import Call
from tests.builders.decisions import (
    A_REJECTION,
    NOW,
    Round,
    a_decision_maker,
    a_drafted_round,
    a_signed_round,
    an_ineligible_case,
    declare_all,
)
from tests.races import at_once


def reasons(refused: Sequence[Refused]) -> list[tuple[int, object]]:
    """Give the places of what was not signed, and why."""
    return [
        (one.decision.proposal_line.place if one.decision.proposal_line else 0, one.because.reason)
        for one in refused
    ]


def refusal_of(made: Round, by: Person) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        services.sign(made.first(), by=by, at=NOW)
    return refusal.value.reason


def test_a_signed_decision_is_bound_to_its_content_and_moves_the_case(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5, 1))
    for one in made.decisions():
        grounds = queries.grounds_of([one.application_id])[one.application_id]
        assert one.content_hash == fingerprint(one, grounds)
        assert (one.signed_at, one.signed_by_id, one.published_at) == (NOW, made.maker.id, None)
        assert one.application.step is Step.DECIDED


@pytest.mark.parametrize(
    "change",
    [
        lambda one: update(Decision).where(Decision.id == one.id).values(reason="Endret."),
        lambda one: (
            update(DecisionYear).where(DecisionYear.decision_id == one.id).values(year=2027)
        ),
        lambda one: update(Decision).where(Decision.id == one.id).values(outcome="award"),
    ],
    ids=["reason", "year", "outcome"],
)
def test_any_change_gives_another_hash(app: Flask, change: Callable[[Decision], Update]) -> None:
    del app
    made = a_signed_round(points=(5,))
    before = made.first()
    with transaction():
        db.session.execute(change(before))
    after = made.first()
    grounds = queries.grounds_of([after.application_id])[after.application_id]
    assert fingerprint(after, grounds) != after.content_hash


def test_nobody_signs_without_having_declared(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    assert refusal_of(made, a_decision_maker("Nina Ny")) is Hindrance.NOT_DECLARED


def test_who_declares_doubt_does_not_sign(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    assessing.declare(
        made.first().application, View.DOUBT, reason="Gammel kollega.", by=made.maker, at=NOW
    )
    assert refusal_of(made, made.maker) is Hindrance.IN_DOUBT_UNRULED


def test_a_scorer_never_signs_whatever_role_is_given(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    scorer = made.team[1]
    office = made.maker.memberships[0].organisation
    give_role(scorer, office, Role.DECISION_MAKER, by=None, at=NOW)
    assert refusal_of(made, person(scorer.id)) is Hindrance.SCORED_THE_CASE


def test_the_drafter_never_signs(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    office = made.maker.memberships[0].organisation
    give_role(made.drafter, office, Role.DECISION_MAKER, by=None, at=NOW)
    assert refusal_of(made, person(made.drafter.id)) is Hindrance.DRAFTED_THE_CASE


def test_only_a_decision_maker_signs(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    assert refusal_of(made, made.team[2]) is Refusal.NOT_DECISION_MAKER


def test_a_criterion_without_a_reason_stops_the_signing(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    with transaction():
        written = select(Assessment.id).where(Assessment.application_id == made.applications[0].id)
        one = next(one for one in grants.call(made.call.id).criteria if one.scored)
        db.session.execute(
            delete(Mark).where(Mark.assessment_id.in_(written), Mark.criterion_id == one.id)
        )
    with pytest.raises(RuleBrokenError) as refusal:
        services.sign(made.first(), by=made.maker, at=NOW)
    assert refusal.value.reason is Refusal.CRITERION_WITHOUT_REASON
    assert refusal.value.values == {"codes": one.code}


def test_a_rejection_without_a_reason_stops_the_signing(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    made.applications.append(an_ineligible_case(made))
    drafted = services.draft_rejection(
        made.applications[-1], reason=A_REJECTION, by=made.drafter, at=NOW
    )
    declare_all(made, made.maker)
    with transaction():
        db.session.get_one(Decision, drafted.id).reason = " "
    assert reasons(made.sign()) == [(0, Refusal.REASON_MISSING)]


def test_the_signed_awards_never_exceed_the_frame(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4, 3))
    with transaction():
        db.session.get_one(Call, made.call.id).frame = kroner(3_000_000)
    assert reasons(made.sign()) == [(2, Refusal.OVER_FRAME)]
    assert queries.signed_sum(made.call.id) == kroner(2_380_000)


def test_a_decision_that_takes_more_than_was_proposed_is_not_signed(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    with transaction():
        year = db.session.scalars(select(DecisionYear)).one()
        year.amount = kroner(1_700_000)
        db.session.get_one(Decision, made.first().id).amount = kroner(1_700_000)
    assert reasons(made.sign()) == [(1, Refusal.SUM_IS_WRONG)]


def test_what_cannot_be_signed_is_left_and_told(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5, 4))
    own = made.decisions()[1].application.partners[0].organisation
    give_role(made.maker, own, Role.EDITOR, by=None, at=NOW)
    assert reasons(made.sign()) == [(2, Hindrance.OWN_ORGANISATION)]
    assert [one.signed_at is not None for one in made.decisions()] == [True, False]


def test_a_second_signature_is_refused(app: Flask) -> None:
    del app
    made = a_signed_round(points=(5,))
    assert reasons(made.sign()) == [(1, Refusal.ALREADY_SIGNED)]


def test_letters_cannot_be_dated_in_the_past(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    yesterday = NOW.date() - timedelta(days=1)
    with pytest.raises(RuleBrokenError) as refusal:
        services.sign(made.first(), by=made.maker, at=NOW, publish_on=yesterday)
    assert refusal.value.reason is Refusal.DATED_IN_THE_PAST


def test_two_who_sign_at_once_are_one_after_the_other(app: Flask) -> None:
    made = a_drafted_round(points=(5, 4, 3))
    other = a_decision_maker("Berit Beslutter")
    declare_all(made, other)
    with transaction():
        db.session.get_one(Call, made.call.id).frame = kroner(3_000_000)

    def signing(who: int) -> Callable[[], int]:
        def sign() -> int:
            decisions = queries.decisions_of_round(made.call.id)
            refused = services.sign_round(made.call, decisions, by=person(who), at=NOW)
            return len(decisions) - len(refused)

        return sign

    signed = at_once(app, signing(made.maker.id), signing(other.id))
    assert sum(one for one in signed if isinstance(one, int)) == 2
    assert queries.signed_sum(made.call.id) == kroner(2_380_000)
    assert db.session.scalar(select(func.count(Letter.id))) == 2 * 3
    assert db.session.scalar(select(func.count(Job.id)).where(Job.kind == "make_letter")) == 2


def writes(organisation_id: int, form: LanguageForm | None) -> None:
    with transaction():
        version = db.session.scalars(
            select(MunicipalityVersion).where(
                MunicipalityVersion.organisation_id == organisation_id
            )
        ).one()
        version.language_form = form


@pytest.mark.parametrize(
    ("forms", "languages"),
    [
        ((LanguageForm.BOKMAL, LanguageForm.NYNORSK, LanguageForm.BOKMAL), ["nb", "nn", "nb"]),
        ((LanguageForm.NYNORSK, LanguageForm.NEUTRAL, LanguageForm.BOKMAL), ["nn", "nn", "nb"]),
        ((LanguageForm.NEUTRAL, LanguageForm.NEUTRAL, None), ["nb", "nb", "nb"]),
    ],
)
def test_each_is_written_to_in_its_own_form_and_a_document_is_made_once(
    app: Flask, forms: Sequence[LanguageForm | None], languages: list[str]
) -> None:
    del app
    made = a_drafted_round(points=(5,))
    partners = made.first().application.partners
    assert partners[0].role is PartnerRole.LEAD
    for partner, form in zip(partners, forms, strict=True):
        writes(partner.organisation_id, form)
    made.sign()
    assert [one.language for one in made.first().letters] == languages
    jobs = db.session.scalars(
        select(Job.detail).where(Job.kind == "make_letter").order_by(Job.id)
    ).all()
    assert [one["language"] for one in jobs] == list(dict.fromkeys(languages))


def test_who_declined_to_take_part_gets_no_letter(app: Flask) -> None:
    del app
    made = a_drafted_round(points=(5,))
    left = made.first().application.partners[2]
    with transaction():
        db.session.get_one(Partner, left.id).declined_at = NOW
    made.sign()
    assert left.organisation_id not in {one.organisation_id for one in made.first().letters}
