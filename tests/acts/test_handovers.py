"""Handing benefits over: both sides sign, the receiver measures on, and what was recorded stays."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import OrganisationKind, Role
from applications.queries import any_application, public_events
from criteria.benefitwords import Use, ValueKind
from criteria.duties import DutyKind
from criteria.handing import HandingProblem
from decisions.refusals import Refusal as OfficeRefusal
from figures.catalogue.research import HANDOVERS
from figures.queries.handovers import handovers as research_rows
from figures.queries.rows import Selection
from followup.benefits import queries, services
from followup.benefits.models import HandoverState
from followup.benefits.notes import BenefitNote
from followup.benefits.refusals import Refusal
from followup.benefits.report import document
from followup.benefits.report.filling import Paper, project_report, scheme_report
from followup.benefits.services import Promise
from followup.benefits.shown import register_of
from followup.deadlines.reminding import remind_of_reports
from followup.models import Duty
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.outbox import Mail
from tests.builders.accounts import a_person, an_organisation
from tests.builders.benefits import given
from tests.builders.decisions import NOW
from tests.builders.handing import PLAN, Handing, a_possible_receiver

TODAY = NOW.date()


@pytest.fixture
def handing(app: Flask) -> Iterator[Handing]:
    """Give a project and a possible receiver, on the day of the acts."""
    del app
    found = a_possible_receiver()
    with clock.frozen(NOW):
        yield found


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def measure(handing: Handing, *, as_receiver: bool, days: int = 1) -> None:
    followed = handing.followed
    services.record_value(
        followed.indicator, followed.lead_kommune,
        given(ValueKind.MEASURED, "48", TODAY - timedelta(days=days), explanation="Sent i gang."),
        by=handing.receivers_signatory if as_receiver else followed.lead, at=NOW,
    )  # fmt: skip


def test_the_receiver_accepts_and_measures_on_and_the_history_stays(handing: Handing) -> None:
    followed = handing.followed
    before = len(queries.history_of(followed.indicator.id, followed.lead_kommune))
    offered = handing.propose()
    assert offered.state is HandoverState.WAITING
    assert refused(lambda: measure(handing, as_receiver=True)) is Refusal.NOT_OWN_KOMMUNE
    services.accept_handover(offered, by=handing.receivers_signatory, at=NOW)
    assert (offered.state, offered.holds_from) == (HandoverState.ACCEPTED, TODAY)
    assert refused(lambda: measure(handing, as_receiver=False)) is Refusal.HANDED_OVER
    measure(handing, as_receiver=True)
    history = queries.history_of(followed.indicator.id, followed.lead_kommune)
    assert len(history) == before + 1
    assert history[0].recorded_by_id == handing.receivers_signatory.id
    promise = Promise(owner="Leder for e-helse", use=Use.BETTER_QUALITY, how="Som før.")
    services.name_owner(
        followed.benefit, followed.lead_kommune, promise, by=handing.receivers_signatory, at=NOW
    )
    told = [one.kind for one in public_events(followed.grant.application.id)]
    assert {BenefitNote.HANDOVER_PROPOSED, BenefitNote.HANDOVER_ACCEPTED} <= set(told)


def test_the_receiver_sees_what_it_took_over_and_nothing_else(handing: Handing) -> None:
    followed, reader = handing.followed, handing.receivers_signatory
    case, kommune = any_application(followed.grant.application.id), followed.lead_kommune
    services.choose_benefits(case, ["G1"], by=followed.lead, at=NOW)
    handing.propose()
    assert not queries.received_project(reader, case.id)
    with pytest.raises(NotFoundError):
        queries.indicator_of(reader, followed.indicator.id, kommune)
    services.accept_handover(queries.handovers_with(reader)[0], by=reader, at=NOW)
    found = register_of(case, reader)
    assert [one.benefit.code for one in found.benefits] == ["G2"]
    assert [one.organisation_id for one in found.kommuner] == [kommune]
    assert found.outside
    queries.indicator_of(reader, followed.indicator.id, kommune)
    value = queries.values_in(case.id, {kommune})[-1]
    assert queries.value_of(reader, value.id).id == value.id
    with pytest.raises(NotFoundError):
        queries.indicator_of(reader, followed.indicator.id, followed.partner.organisation_id)
    own = register_of(case, followed.lead).benefits
    rows = {view.benefit.code: {k.organisation_id: k for k, _held in view.owners} for view in own}
    assert rows["G2"][kommune].answering == handing.receiver.name
    assert rows["G2"][kommune].since == TODAY
    assert (rows["G2"][kommune].own, rows["G1"][kommune].own) == (False, True)


def test_a_handover_from_a_day_to_come_waits_for_it(handing: Handing) -> None:
    offered = handing.propose(replace(handing.offer, takes_over_on=TODAY + timedelta(days=30)))
    services.accept_handover(offered, by=handing.receivers_signatory, at=NOW)
    measure(handing, as_receiver=False)
    assert refused(lambda: measure(handing, as_receiver=True, days=2)) is Refusal.NOT_OWN_KOMMUNE
    assert refused(handing.propose) is HandingProblem.UNDER_WAY


def test_the_receiver_says_no_with_a_reason_and_an_offer_is_taken_back(handing: Handing) -> None:
    lead, receiver = handing.followed.lead, handing.receivers_signatory
    offered = handing.propose()
    assert refused(handing.propose) is HandingProblem.UNDER_WAY
    assert refused(lambda: services.accept_handover(offered, by=lead, at=NOW)) is Refusal.NOT_RECEIVERS
    silent = refused(lambda: services.decline_handover(offered, " ", by=receiver, at=NOW))
    assert silent is Refusal.REASON_MISSING
    services.decline_handover(offered, "Vi har ikke folk til det.", by=receiver, at=NOW)
    assert (offered.state, offered.holds_from) == (HandoverState.DECLINED, None)
    measure(handing, as_receiver=False)
    late = refused(lambda: services.accept_handover(offered, by=receiver, at=NOW))
    assert late is Refusal.HANDOVER_SETTLED
    again = handing.propose()
    assert refused(lambda: services.withdraw_handover(again, by=receiver, at=NOW)) is Refusal.NOT_GIVERS
    services.withdraw_handover(again, by=lead, at=NOW)
    gone = refused(lambda: services.accept_handover(again, by=receiver, at=NOW))
    assert gone is Refusal.HANDOVER_SETTLED
    handing.propose()


def test_only_who_answers_signs_and_only_to_somebody_who_can(handing: Handing) -> None:
    followed = handing.followed
    case, kommune = followed.grant.application, followed.lead_kommune
    stranger = refused(
        lambda: services.propose_handover(
            case, kommune, handing.offer, by=followed.partners_signatory, at=NOW
        )
    )
    assert stranger is Refusal.NOT_GIVERS
    mute = an_organisation("IKO-2", OrganisationKind.INTERMUNICIPAL_COMPANY, "Stille IKS")
    yesterday = TODAY - timedelta(days=1)
    for wrong, why in (
        (replace(handing.offer, receiver=mute.id), Refusal.NOBODY_SIGNS),
        (replace(handing.offer, codes=()), HandingProblem.NOTHING_HANDED),
        (replace(handing.offer, codes=("G5",)), HandingProblem.NOT_ITS_OWN),
        (replace(handing.offer, receiver=kommune), HandingProblem.TO_ITSELF),
        (replace(handing.offer, takes_over_on=yesterday), HandingProblem.DAY_PAST),
        (replace(handing.offer, plan=" "), Refusal.REASON_MISSING),
    ):
        assert refused(partial(handing.propose, wrong)) is why


def test_whoever_took_over_may_pass_it_on_and_back(handing: Handing) -> None:
    handing.accepted()
    followed, receiver = handing.followed, handing.receivers_signatory
    case, kommune = followed.grant.application, followed.lead_kommune
    assert refused(handing.propose) is Refusal.NOT_GIVERS
    back = services.propose_handover(
        case, kommune, replace(handing.offer, receiver=kommune), by=receiver, at=NOW
    )
    services.accept_handover(queries.any_handover(back.id), by=followed.lead, at=NOW)
    measure(handing, as_receiver=False)
    rows = [
        dict(zip([one.code for one in HANDOVERS.columns], row, strict=True))
        for row in research_rows(Selection())
    ]
    assert [(one["benefit"], one["receiver"], one["order"]) for one in rows] == [
        ("G2", handing.receiver.name, 1),
        ("G2", queries.any_handover(back.id).receiver.name, 2),
    ]
    assert {one["holds_from"] for one in rows} == {TODAY}


def test_the_receiver_is_asked_answers_and_is_reminded(handing: Handing) -> None:
    followed = handing.followed
    handing.accepted()
    case = followed.grant.application
    with transaction():
        due_on = TODAY + timedelta(days=10)
        duty = db.session.scalars(
            select(Duty).where(Duty.application_id == case.id, Duty.kind == DutyKind.BENEFITS)
        ).first()
        if duty is None:
            duty = Duty(
                application_id=case.id, kind=DutyKind.BENEFITS, year=TODAY.year, due_on=due_on
            )
            db.session.add(duty)
        duty.due_on = due_on
    officer = followed.grant.round.drafter
    question = services.ask_about(
        followed.indicator, followed.lead_kommune, "Hvor mange vakter?", by=officer, at=NOW
    )
    told = set(db.session.scalars(select(Mail.recipient)))
    assert handing.receivers_signatory.email in told
    reader = handing.receivers_signatory
    held = queries.question_of(reader, question.id)
    services.answer_question(held, "Førti.", by=reader, at=NOW)
    remind_of_reports(NOW)
    reminded = db.session.scalars(select(Mail.recipient).where(Mail.subject.contains("overtatt"))).all()
    assert sorted(reminded) == sorted({reader.email, handing.offer.email})


def test_the_report_tells_who_answers_now(handing: Handing) -> None:
    handing.accepted()
    case = any_application(handing.followed.grant.application.id)
    report = project_report(case, Paper("nb", NOW, None))
    (line,) = report.responsible
    assert (line.benefits, line.receiver, line.since) == ("G2", handing.receiver.name, TODAY)
    assert handing.receiver.name in document.text(report)
    nynorsk = document.text(project_report(case, Paper("nn", NOW, None)))
    assert "Kven som har ansvaret" in nynorsk
    assert not scheme_report(Paper("nb", NOW, None)).responsible, "one kommune's is not told of all"


def test_the_schemes_follow_up_is_handed_over_by_a_decision_maker(handing: Handing) -> None:
    leader = a_person(Role.DECISION_MAKER, name="Lise Leder")
    offer = replace(handing.offer, codes=("G1", "G2"))
    officer = handing.followed.grant.round.drafter
    weak = refused(lambda: services.propose_overall_handover(offer, by=officer, at=NOW))
    assert weak is OfficeRefusal.NOT_DECISION_MAKER
    unknown = replace(offer, codes=("G9",))
    wrong = refused(lambda: services.propose_overall_handover(unknown, by=leader, at=NOW))
    assert wrong is Refusal.NOT_IN_CATALOGUE
    made = queries.any_handover(services.propose_overall_handover(offer, by=leader, at=NOW).id)
    services.accept_handover(made, by=handing.receivers_signatory, at=NOW)
    again = refused(lambda: services.propose_overall_handover(offer, by=leader, at=NOW))
    assert again is HandingProblem.NOT_ITS_OWN
    taken = queries.responsibility(None).taken_over("G1", None, TODAY)
    assert taken is not None
    assert taken.receiver == handing.receiver.id
    (line,) = scheme_report(Paper("nb", NOW, None)).responsible
    assert (line.benefits, line.giver) == ("G1, G2", "Helsedirektoratet")
    measure(handing, as_receiver=False)
    third = services.propose_overall_handover(replace(offer, codes=("G3",)), by=leader, at=NOW)
    services.withdraw_handover(queries.any_handover(third.id), by=leader, at=NOW)
    assert made.plan == PLAN
