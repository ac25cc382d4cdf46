"""The register of benefits: chosen by the lead, measured by each kommune, and never overwritten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from accounts.models import Person
from accounts.queries import person
from applications.queries import public_events
from applications.refusals import Refusal as ApplicantRefusal
from criteria.benefits import ValueProblem
from criteria.benefitwords import Actor, IndicatorKind, Level, Use, ValueKind
from criteria.impartiality import Hindrance
from decisions.refusals import Refusal as OfficeRefusal
from followup.benefits import queries, services
from followup.benefits.models import CataloguedBenefit, Measurement, Ownership
from followup.benefits.notes import BenefitNote
from followup.benefits.refusals import Refusal
from followup.benefits.services import NewRisk, OwnBenefit, Promise
from followup.benefits.sheet import load_catalogue
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.language import Bilingual
from foundation.outbox import Mail
from tests.builders.applications import an_editor
from tests.builders.assessments import an_officer
from tests.builders.benefits import (
    BEFORE,
    LATER,
    MIDDLING,
    a_catalogue,
    a_followed_benefit,
    a_measured_benefit,
    a_plan,
    given,
    record,
)
from tests.builders.decisions import NOW, a_published_round
from tests.races import at_once

TODAY = NOW.date()
OWN = OwnBenefit(name="Kortere ventetid", actors=frozenset({Actor.CITIZENS}), judgement=MIDDLING)


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def test_the_catalogue_is_taken_in_once_and_extended_by_versions(app: Flask) -> None:
    del app
    administrator = a_catalogue()
    found = queries.catalogue()
    assert [one.code for one in found] == ["G1", "G2", "G3", "G4", "G5"]
    assert len(queries.effects()) == 12
    sheet = load_catalogue()
    fill = refused(lambda: services.fill_benefits(sheet, by=administrator, at=NOW))
    assert fill is Refusal.FILLED_ALREADY
    first = sheet.benefits[0]
    new = replace(
        first,
        name=Bilingual("Færre feil", "Færre feil"),
        indicators=(*first.indicators, replace(first.indicators[-1], code="")),
    )
    made = services.publish_benefit(new, by=administrator, at=NOW)
    assert (made.code, made.version) == ("G1", 2)
    assert [one.indicators[-1].code for one in queries.versions_of("G1")] == ["G1-G3", "G1-G2"]
    assert queries.catalogue()[0].name.nb == "Færre feil"
    services.publish_benefit(replace(new, code="G6", rank=6), by=administrator, at=NOW)
    assert [one.code for one in queries.catalogue()][-1] == "G6"
    officer = an_officer("Odd Officer")
    assert refused(lambda: services.publish_benefit(new, by=officer, at=NOW)) is (
        OfficeRefusal.NOT_ADMINISTRATOR
    )


def test_two_who_take_the_catalogue_in_at_once_take_it_in_once(app: Flask) -> None:
    administrator = a_catalogue()
    number, sheet = administrator.id, load_catalogue().benefits[0]

    def publish() -> CataloguedBenefit:
        return services.publish_benefit(sheet, by=person(number), at=NOW)

    assert not [one for one in at_once(app, publish, publish) if isinstance(one, Exception)]
    assert [one.version for one in queries.versions_of("G1")] == [3, 2, 1]


def test_the_lead_chooses_adds_judges_and_drops(app: Flask) -> None:
    del app
    followed = a_followed_benefit()
    grant, lead = followed.grant, followed.lead

    def choose(*codes: str, by: Person = lead) -> None:
        services.choose_benefits(grant.application, codes, by=by, at=NOW)

    assert refused(lambda: choose("G2")) is Refusal.CHOSEN_ALREADY
    assert refused(lambda: choose("G9")) is Refusal.NOT_IN_CATALOGUE
    assert refused(choose) is Refusal.NOTHING_CHOSEN
    partner = followed.partners_signatory
    assert refused(lambda: choose("G1", by=partner)) is ApplicantRefusal.NOT_LEADS_EDITOR
    own = services.add_own_benefit(grant.application, OWN, by=lead, at=NOW)
    nobody = replace(OWN, actors=frozenset())
    assert refused(
        lambda: services.add_own_benefit(grant.application, nobody, by=lead, at=NOW)
    ) is (Refusal.NO_STAKEHOLDER)
    services.judge_benefit(own, replace(MIDDLING, risk=Level.HIGH), by=lead, at=NOW)
    assert own.judgement.points == 15
    services.add_indicator(
        own, kind=IndicatorKind.BENEFIT, name="Ventetid", unit="dager", by=lead, at=NOW
    )
    codes = {one.code: [each.code for each in one.indicators] for one in queries.benefits_of(
        grant.application.id
    )}  # fmt: skip
    assert codes["P1"] == ["P1"]
    assert len(codes["G2"]) == 8
    services.drop_benefit(own, why="Måles ikke lenger.", by=lead, at=NOW)
    assert [one.code for one in queries.benefits_of(grant.application.id)] == ["G2"]
    assert refused(lambda: services.drop_benefit(own, why="Igjen", by=lead, at=NOW)) is (
        Refusal.DROPPED
    )
    again = services.add_own_benefit(grant.application, OWN, by=lead, at=NOW)
    assert again.code == "P2", "a code that is dropped is not used again"
    kinds = [one.kind for one in public_events(grant.application.id)]
    assert kinds.count(BenefitNote.ADDED) == 3
    assert kinds.count(BenefitNote.DROPPED) == 1


def test_a_grant_that_is_not_accepted_has_no_register(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    application = made.applications[0]
    assert application.submitted_by_id is not None
    lead = person(application.submitted_by_id)
    act = refused(lambda: services.choose_benefits(application, ["G1"], by=lead, at=NOW))
    assert act is Refusal.NOT_IN_FORCE


def test_values_come_in_order_and_are_the_kommunes_own(app: Flask) -> None:
    del app
    followed = a_followed_benefit()
    target = given(ValueKind.TARGET, "32", LATER)

    def give(kind: ValueKind, value: str, on: date) -> object:
        return refused(lambda: record(followed, kind, value, on))

    assert give(ValueKind.TARGET, "32", LATER) is ValueProblem.BASELINE_FIRST
    assert give(ValueKind.BASELINE, "52", TODAY + timedelta(days=1)) is ValueProblem.IN_THE_FUTURE
    a_plan(followed)
    assert give(ValueKind.BASELINE, "50", BEFORE) is Refusal.RECORDED_ALREADY
    assert give(ValueKind.MEASURED, "60", TODAY) is ValueProblem.NOT_EXPLAINED
    record(followed, ValueKind.MEASURED, "60", TODAY, explanation="Opplæringen kom sent.")
    assert give(ValueKind.MEASURED, "50", TODAY) is ValueProblem.DAY_TAKEN
    strange = refused(
        lambda: services.record_value(
            followed.indicator, followed.partner.organisation_id, target, by=followed.lead, at=NOW
        )
    )
    assert strange is Refusal.NOT_OWN_KOMMUNE, "the lead writes no figures for others"
    (row,) = queries.measurement_rows()
    assert (row.benefit, row.indicator, row.year) == ("G2", "G2-G1", TODAY.year)
    assert row.realised == Decimal("-0.4")
    assert row.is_behind


def test_nothing_is_overwritten(app: Flask) -> None:
    del app
    followed = a_measured_benefit()
    held = queries.values_in(followed.grant.application.id)
    measured = next(one for one in held if one.kind is ValueKind.MEASURED)
    better = given(ValueKind.MEASURED, "49", TODAY)

    def correct(reason: str) -> Measurement:
        return services.correct_value(measured, better, reason=reason, by=followed.lead, at=NOW)

    assert refused(lambda: correct(" ")) is Refusal.REASON_MISSING
    newer = correct("Feil vakter var med.")
    assert refused(lambda: correct("En gang til.")) is Refusal.CORRECTED_ALREADY
    history = queries.history_of(followed.indicator.id, followed.lead_kommune)
    assert [one.value for one in history] == [49, 51, 32, 52]
    services.withdraw_measurement(newer, reason="Målt feil uke.", by=followed.lead, at=NOW)
    held = queries.values_in(followed.grant.application.id)
    assert [one.kind for one in held] == [ValueKind.BASELINE, ValueKind.TARGET]
    assert (
        refused(
            lambda: services.withdraw_measurement(held[0], reason="Nei", by=followed.lead, at=NOW)
        )
        is Refusal.ONLY_MEASUREMENTS
    )
    record(followed, ValueKind.MEASURED, "50", TODAY)
    assert [one.place for one in queries.values_in(followed.grant.application.id)] == [0, 2, 0]
    for statement in (
        "UPDATE benefit_measurement SET value = 1",
        "DELETE FROM benefit_measurement",
    ):
        with pytest.raises(DatabaseError), db.engine.begin() as connection:
            connection.execute(text(statement))


def test_two_corrections_at_once_become_one(app: Flask) -> None:
    followed = a_measured_benefit()
    lead, case = followed.lead.id, followed.grant.application.id

    def correct() -> Measurement:
        value = next(one for one in queries.values_in(case) if one.kind is ValueKind.MEASURED)
        better = given(ValueKind.MEASURED, "49", TODAY)
        return services.correct_value(value, better, reason="Feil.", by=person(lead), at=NOW)

    outcomes = at_once(app, correct, correct)
    lost = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in lost] in ([Refusal.CORRECTED_ALREADY], [])
    numbers = db.session.scalars(
        select(func.count(Measurement.id)).group_by(
            Measurement.project_indicator_id, Measurement.organisation_id, Measurement.kind,
            Measurement.place, Measurement.revision,
        )
    ).all()  # fmt: skip
    assert set(numbers) == {1}


def test_a_partner_measures_its_own_and_finds_only_that(app: Flask) -> None:
    del app
    followed = a_measured_benefit()
    partner, kommune = followed.partners_signatory, followed.partner.organisation_id
    services.record_value(
        followed.indicator, kommune, given(ValueKind.BASELINE, "70", BEFORE), by=partner, at=NOW
    )
    queries.indicator_of(partner, followed.indicator.id, kommune)
    queries.indicator_of(followed.lead, followed.indicator.id, kommune)
    with pytest.raises(NotFoundError):
        queries.indicator_of(partner, followed.indicator.id, followed.lead_kommune)
    neighbour = an_editor(followed.partner.organisation, "Nina Ny")
    assert queries.benefit_of(neighbour, followed.benefit.id).id == followed.benefit.id
    leads = queries.values_in(followed.grant.application.id, {followed.lead_kommune})
    with pytest.raises(NotFoundError):
        queries.value_of(partner, leads[0].id)


def test_owners_follow_one_another_and_risks_are_closed(app: Flask) -> None:
    del app
    followed = a_measured_benefit()
    lead, benefit = followed.lead, followed.benefit
    new = Promise(owner="Ny sjef", use=Use.LOWER_COSTS, how="Færre vikarer.")
    made = services.name_owner(benefit, followed.lead_kommune, new, by=lead, at=NOW)
    assert made.revision == 2
    assert db.session.scalar(select(func.count(Ownership.id))) == 2
    assert (
        refused(
            lambda: services.name_owner(
                benefit, followed.lead_kommune, new, by=followed.partners_signatory, at=NOW
            )
        )
        is Refusal.NOT_OWN_KOMMUNE
    )
    risk = NewRisk(
        text="Lite brukt", probability=50, share_lost=40, mitigation="Opplæring", owner="Leder"
    )
    entered = services.add_risk(benefit, risk, by=lead, at=NOW)
    assert entered.threat.expected == 20
    services.close_risk(benefit, entered.number, by=lead, at=NOW)
    again = refused(lambda: services.close_risk(benefit, entered.number, by=lead, at=NOW))
    assert again is Refusal.CLOSED_ALREADY


def test_the_office_asks_and_the_kommune_answers(app: Flask) -> None:
    del app
    followed = a_measured_benefit()
    officer, kommune = followed.grant.round.drafter, followed.lead_kommune

    def ask(text: str, by: Person = officer) -> object:
        return services.ask_about(followed.indicator, kommune, text, by=by, at=NOW)

    assert refused(lambda: ask("Hvorfor?", an_officer("Ny Officer"))) is Hindrance.NOT_DECLARED
    assert refused(lambda: ask("Hvorfor?", followed.lead)) is OfficeRefusal.NOT_CASE_OFFICER
    ask("Hvor mange vakter er med?")
    told = [one.subject for one in db.session.scalars(select(Mail))]
    assert any("spørsmål om en gevinst" in one for one in told)
    (question,) = queries.questions_in(followed.grant.application.id)
    found = queries.question_of(followed.lead, question.id)
    assert refused(lambda: services.answer_question(found, "", by=followed.lead, at=NOW)) is (
        Refusal.ANSWER_MISSING
    )
    services.answer_question(found, "Førti.", by=followed.lead, at=NOW)
    assert refused(lambda: services.answer_question(found, "Nei.", by=followed.lead, at=NOW)) is (
        Refusal.ANSWERED_ALREADY
    )
