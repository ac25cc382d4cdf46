"""Control: drawn by a published seed and risk points, drawn again by anybody, looked into and concluded."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from accounts.models import Person
from accounts.queries import person
from applications.queries import any_application
from commands.recompute import command
from criteria.impartiality import Hindrance
from criteria.sampling import RiskSign
from decisions.refusals import Refusal as OfficeRefusal
from followup.controls import queries, services, sheet
from followup.controls.checklist import list_for
from followup.controls.kinds import CheckItem, Consequence, Severity, Verdict
from followup.controls.refusals import Refusal
from followup.controls.services.controlling import Answer, Found
from followup.controls.standard import STANDARD, Point
from followup.services import review_report
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from grants import queries as grants
from grants import rounds
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.controls import IN_ORDER, SEED, SOURCE, a_sample, the_control
from tests.builders.decisions import NOW, a_controller, a_published_round
from tests.builders.followup import a_sent_report
from tests.builders.payments import Grant, accept, an_accepted_grant
from tests.races import at_once


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def three_grants() -> Grant:
    made = a_published_round((5, 4, 4))
    for place in (1, 2):
        accept(any_application(made.applications[place].id))
    return an_accepted_grant(made)


def test_a_sample_keeps_everybody_and_is_drawn_again_from_its_file(
    app: Flask, tmp_path: Path
) -> None:
    del app
    grant = three_grants()
    report = a_sent_report(grant)
    review_report(report, approved=False, text="Forklar.", by=grant.round.drafter, at=NOW)
    made = a_sample(grant, size=2)
    view = queries.sample(made.id)
    assert [one.position for one in view.sample.cases] == [1, 2, 3]
    signs = {one.application_id: one.signs for one in view.sample.cases}
    assert signs[grant.application.id] == [RiskSign.MANY_PARTNERS, RiskSign.REPORT_RETURNED]
    assert {one.lots for one in view.sample.cases} == {4, 6}
    assert set(view.controls) == {one.application_id for one in view.drawn}
    assert view.money.whole == sum(one.amount for one in view.sample.cases)
    assert view.money.covered == sum(one.amount for one in view.drawn)
    assert 0 < view.kommuner.covered <= view.kommuner.whole

    file = tmp_path / "utvalg.json"
    content = json.loads(sheet.as_json(view))
    file.write_text(json.dumps(content), encoding="utf-8")
    again = CliRunner().invoke(command, [str(file)])
    assert (again.exit_code, again.output.split(":")[0]) == (0, "Same")
    file.write_text(json.dumps(content | {"drawn": content["drawn"][:1]}), encoding="utf-8")
    assert CliRunner().invoke(command, [str(file)]).exit_code == 1
    file.write_text(json.dumps(content | {"size": 9}), encoding="utf-8")
    assert CliRunner().invoke(command, [str(file)]).exit_code == 2


def test_nothing_is_drawn_without_a_seed_beyond_the_cases_or_twice(app: Flask) -> None:
    grant = an_accepted_grant(a_published_round((5, 4)))
    call, by = grant.round.call.id, grant.attester.id

    def drawing(seed: str, size: int, who: int = by) -> Callable[[], None]:
        def act() -> None:
            services.draw_sample(
                rounds.first(call), seed=seed, seed_source=SOURCE, size=size, by=person(who), at=NOW
            )

        return act

    assert refused(drawing(" ", 1)) is Refusal.SEED_MISSING
    assert refused(drawing(SEED, 2)) is Refusal.SIZE_UNFIT
    assert refused(drawing(SEED, 1, grant.round.drafter.id)) is OfficeRefusal.NOT_CONTROLLER
    results = at_once(app, drawing(SEED, 1), drawing(SEED, 1))
    assert [one.reason for one in results if isinstance(one, RuleBrokenError)] == [
        Refusal.DRAWN_ALREADY
    ]
    assert len(queries.samples()) == 1


def test_a_control_is_answered_point_by_point_and_concluded_once(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    sample, by = a_sample(grant), person(grant.attester.id)
    stranger = a_controller("Uerklært Controller")
    assert refused(
        lambda: services.answer_checks(the_control(sample), IN_ORDER, by=stranger, at=NOW)
    ) in set(Hindrance)
    assert refused(
        lambda: services.answer_checks(
            the_control(sample), {CheckItem.OWN_SHARE.value: Answer(Verdict.NOT_IN_ORDER)}, by=by, at=NOW
        )
    ) is Refusal.COMMENT_MISSING
    assert refused(
        lambda: services.conclude(the_control(sample), text="Bra.", by=by, at=NOW)
    ) is Refusal.UNANSWERED
    services.answer_checks(the_control(sample), IN_ORDER, by=by, at=NOW)
    wrong = {CheckItem.OWN_SHARE.value: Answer(Verdict.NOT_IN_ORDER, "Timene er ikke ført.")}
    services.answer_checks(the_control(sample), wrong, by=by, at=NOW)
    assert refused(
        lambda: services.add_finding(
            the_control(sample), Found(Severity.BREACH, Consequence.FOLLOW_UP, "Timer."),
            by=by, at=NOW,
        )
    ) is Refusal.DAY_MISSING  # fmt: skip
    services.add_finding(
        the_control(sample),
        Found(Severity.BREACH, Consequence.FOLLOW_UP, "Timer mangler.", date(2026, 9, 1)),
        by=by,
        at=NOW,
    )
    services.conclude(the_control(sample), text="Ett brudd.", by=by, at=NOW)
    assert refused(
        lambda: services.answer_checks(the_control(sample), IN_ORDER, by=by, at=NOW)
    ) is Refusal.CONCLUDED
    (finding,) = the_control(sample).findings
    services.settle_finding(finding, how="Timelister er sendt.", by=by, at=NOW)
    assert refused(
        lambda: services.settle_finding(finding, how="Igjen.", by=by, at=NOW)
    ) is Refusal.SETTLED_ALREADY
    done = the_control(sample)
    assert (done.conclusion, len(done.checks)) == ("Ett brudd.", len(CheckItem))


def test_an_opened_control_keeps_its_list_whatever_is_written_afterwards(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    first, by = a_sample(grant), person(grant.attester.id)
    administrator = an_administrator("Liv Liste")
    scheme, call = grants.scheme(), rounds.first(first.call_id)
    written = Bilingual("Timelistene er ført", "Timelistene er førte")
    own = Point("timelister", written, Severity.BREACH, "")

    def write(points: list[Point], call: Call | None = None, by: Person = administrator) -> None:
        services.set_checklist(scheme, call, points, by=by, at=NOW)

    assert refused(lambda: write([own], by=by)) is OfficeRefusal.NOT_ADMINISTRATOR
    assert refused(lambda: write([own, own])) is Refusal.CODE_TWICE
    half = replace(own, text=Bilingual("Bare bokmål", ""))
    assert refused(lambda: write([half])) is Refusal.TEXT_NOT_WHOLE
    assert list_for(scheme.id, call.id) == STANDARD
    write([replace(own, code="ordning"), own])
    write([own], call)
    assert [one.code for one in list_for(scheme.id)] == ["ordning", "timelister"]
    assert [one.code for one in list_for(scheme.id, call.id)] == ["timelister"]
    assert [one.code for one in the_control(first).points] == [one.code for one in STANDARD]
    wrong = {"timelister": Answer(Verdict.IN_ORDER)}
    assert refused(
        lambda: services.answer_checks(the_control(first), wrong, by=by, at=NOW)
    ) is Refusal.NOT_IN_LIST
    second = services.draw_sample(
        rounds.first(first.call_id), seed="et annet frø", seed_source="Avisen", size=1,
        by=by, at=NOW,
    )  # fmt: skip
    control = the_control(second)
    assert [(one.code, one.text.nn) for one in control.points] == [
        ("timelister", "Timelistene er førte")
    ]
    write([], call)
    assert [one.code for one in list_for(scheme.id, call.id)] == ["ordning", "timelister"]
