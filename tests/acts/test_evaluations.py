"""Evaluations of measures: collected, written, signed, published and followed change by change."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from accounts.queries import person
from criteria.benefitwords import ValueKind
from decisions.refusals import Refusal as Rights
from figures.checks import run
from figures.evaluations import document, queries, services
from figures.evaluations.catalogue import CATALOGUE, Figure
from figures.evaluations.filling import figures_of, for_everybody, paper_of
from figures.evaluations.gathering import numbers_of
from figures.evaluations.models import Evaluation, ProposedChange, Standing
from figures.evaluations.refusals import Refusal
from figures.evaluations.sealing import words_of
from followup.benefits import services as benefits
from followup.services import submit_report
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.tidying import named_files
from grants import queries as grants
from grants.models import Measure
from payments import services as money
from tests.builders.benefits import BEFORE, Followed, a_followed_benefit, given
from tests.builders.damage import planted
from tests.builders.decisions import NOW
from tests.builders.evaluations import (
    ASSESSED,
    CHANGE,
    LEARNT,
    REASON,
    a_published_one,
    a_written_one,
    anew,
    rewrite,
)
from tests.builders.followup import a_filled_draft
from tests.builders.payments import Grant, signatory_of
from tests.databases import ON_BOTH

YEAR = NOW.year


def measure_of(grant: Grant) -> Measure:
    call = grants.call(grant.application.call_id)
    return next(one for one in grants.scheme().measures if one.id == call.measure_id)


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def measured(followed: Followed) -> Grant:
    kommune = followed.grant.application.partners[0].organisation_id
    for kind, value, on in (
        (ValueKind.BASELINE, "52", BEFORE), (ValueKind.MEASURED, "51", NOW.date()),
    ):  # fmt: skip
        benefits.record_value(
            followed.indicator, kommune, given(kind, value, on), by=followed.lead, at=NOW
        )
    return followed.grant


def sql(statement: str, measure: Measure) -> int:
    first, last = clock.of_year(YEAR)
    bound = {"measure": measure.id, "year": YEAR, "first": first, "last": last}
    return int(db.session.execute(text(statement), bound).scalar_one() or 0)


AWARDED = (
    "SELECT count(*) FROM application a JOIN call c ON c.id = a.call_id AND c.measure_id = :measure"
    " JOIN decision d ON d.application_id = a.id AND d.published_at BETWEEN :first AND :last"
    " WHERE d.outcome IN ('award', 'partial_award')"
)
PAID = (
    "SELECT sum(-e.amount) FROM entry e JOIN application a ON a.id = e.application_id"
    " JOIN call c ON c.id = a.call_id AND c.measure_id = :measure"
    " WHERE e.kind = 'payment' AND e.year = :year"
)


def test_the_figures_are_collected_and_equal_to_the_tables_own(app: Flask) -> None:
    del app
    grant = measured(a_followed_benefit())
    money.attest(grant.first(), by=grant.attester, at=NOW)
    money.authorise(grant.first(), by=grant.authoriser, at=NOW)
    report = a_filled_draft(grant)
    submit_report(report, by=signatory_of(grant.application), at=NOW)
    measure = measure_of(grant)
    numbers = numbers_of(measure.id, YEAR)
    assert set(numbers) == set(Figure) == {one.figure for one in CATALOGUE}
    assert numbers[Figure.PROJECTS] == sql(AWARDED, measure) > 0
    granted = AWARDED.replace("count(*)", "sum(d.amount)")
    assert numbers[Figure.GRANTED] == sql(granted, measure) > 0
    assert numbers[Figure.PAID] == abs(sql(PAID, measure)) > 0
    assert (numbers[Figure.REPORTS], numbers[Figure.DEVIATIONS]) == (1, 0)
    assert numbers[Figure.MEASURED] == 1
    assert numbers_of(measure.id, YEAR - 1)[Figure.PROJECTS] == 0
    other = next(one for one in grants.scheme().measures if one.id != measure.id)
    assert set(numbers_of(other.id, YEAR).values()) == {0}


def test_an_evaluation_is_signed_by_another_and_never_written_in_again(app: Flask) -> None:
    del app
    grant = a_followed_benefit().grant
    measure, officer = measure_of(grant), person(grant.round.drafter.id)
    leader = person(grant.round.maker.id)
    assert refused(lambda: services.begin(measure, YEAR, by=leader, at=NOW)) is Rights.NOT_CASE_OFFICER
    assert refused(lambda: services.begin(measure, YEAR + 1, by=officer, at=NOW)) is Refusal.YEAR_TO_COME
    begun = services.begin(measure, YEAR, by=officer, at=NOW)
    assert refused(lambda: services.begin(measure, YEAR, by=officer, at=NOW)) is Refusal.UNDER_WAY
    assert refused(lambda: services.sign(begun, seen="", by=leader, at=NOW)) is Refusal.NOT_WRITTEN
    half = Bilingual("Bare bokmål.", " ")
    assert refused(lambda: rewrite(begun, half, officer)) is Refusal.TEXT_MISSING
    rewrite(begun, ASSESSED, officer)
    change = services.propose(begun, change=CHANGE, reason=REASON, by=officer, at=NOW)
    dropped = services.propose(begun, change=REASON, reason=CHANGE, by=officer, at=NOW)
    services.drop_change(queries.change(dropped.id), by=officer, at=NOW)
    assert refused(lambda: services.publish(begun, by=leader, at=NOW)) is Refusal.NOT_SIGNED
    assert refused(lambda: services.sign(begun, seen="", by=officer, at=NOW)) is Rights.NOT_DECISION_MAKER
    read = words_of(anew(begun.id))
    rewrite(anew(begun.id), REASON, officer)
    with pytest.raises(StaleError):
        services.sign(anew(begun.id), seen=read, by=leader, at=NOW)
    rewrite(anew(begun.id), ASSESSED, officer)
    services.sign(anew(begun.id), seen=read, by=leader, at=NOW)
    signed = anew(begun.id)
    assert signed.seal not in named_files(), "it is the seal of words, and names no file"
    told = {one.defined.figure: one.number for one in figures_of(signed)}
    assert told == numbers_of(measure.id, YEAR)
    assert refused(
        lambda: rewrite(signed, REASON, officer)
    ) is Refusal.SIGNED
    assert refused(
        lambda: services.propose(signed, change=REASON, reason=REASON, by=officer, at=NOW)
    ) is Refusal.SIGNED
    found = queries.change(change.id)
    assert refused(lambda: services.drop_change(found, by=officer, at=NOW)) is Refusal.SIGNED
    newer = services.begin(measure, YEAR, by=officer, at=NOW)
    assert (newer.number, newer.learnt, newer.signed_at) == (2, LEARNT, None)
    assert anew(begun.id).learnt == LEARNT


def test_a_change_is_settled_once_and_taken_in_by_a_call_of_the_measure(app: Flask) -> None:
    del app
    grant = a_followed_benefit().grant
    measure, officer = measure_of(grant), person(grant.round.drafter.id)
    leader = person(grant.round.maker.id)
    written = a_written_one(measure, officer)
    change = queries.change(written.proposals[0].id)

    def settle(why: str = "Enig.") -> None:
        services.settle_change(change, adopt=True, why=why, by=leader, at=NOW)

    def take_in(call_id: int) -> None:
        services.take_in(change, call_id, by=officer, at=NOW)

    call_id = grant.application.call_id
    assert refused(settle) is Refusal.NOT_SIGNED
    services.sign(written, seen=words_of(written), by=leader, at=NOW)
    assert refused(lambda: settle(" ")) is Rights.REASON_MISSING
    assert refused(lambda: take_in(call_id)) is Refusal.NOT_ADOPTED
    settle()
    assert refused(settle) is Refusal.SETTLED
    assert refused(lambda: take_in(0)) is Refusal.OTHER_CALL
    take_in(call_id)
    assert refused(lambda: take_in(call_id)) is Refusal.TAKEN_IN
    again = anew(written.id).proposals[0]
    assert (again.standing, again.call_id) == (Standing.ADOPTED, call_id)
    assert list(run("evaluations")) == [], "what becomes of a change is no part of what was signed"


def test_what_is_signed_is_proven_and_printed_in_both_forms(app: Flask) -> None:
    del app
    grant = a_followed_benefit().grant
    one = a_published_one(
        measure_of(grant), person(grant.round.drafter.id), person(grant.round.maker.id)
    )
    assert list(run("evaluations")) == []
    for damage in (
        "UPDATE evaluation SET learnt = assessment",
        "UPDATE evaluation SET assessment = learnt",
        "UPDATE evaluation SET year = year - 1",
    ):
        with planted(damage):
            assert list(run("evaluations")) == [f"evaluation {one.id} is not what was signed"]
    with planted("UPDATE proposed_change SET reason = change"):
        assert list(run("evaluations"))
    paper = open_paper(anew(one.id), "nn")
    said = document.text(paper)
    assert "Framlegg til endringar" in said
    assert REASON.nn in said
    assert ASSESSED.nb not in said
    names = {line.name for line in paper.figures}
    assert "Funn i kontrollar" not in names
    shown = for_everybody(figures_of(anew(one.id)))
    assert len(shown) == len(names) == len(CATALOGUE) - 3


@ON_BOTH
def test_the_database_lets_nobody_write_in_what_is_signed(app: Flask) -> None:
    del app
    grant = a_followed_benefit().grant
    measure, officer, leader = (
        measure_of(grant), person(grant.round.drafter.id), person(grant.round.maker.id)
    )  # fmt: skip
    signed = a_published_one(measure, officer, leader)
    open_one = services.begin(measure, YEAR, by=officer, at=NOW)
    moved = services.propose(open_one, change=CHANGE, reason=REASON, by=officer, at=NOW)
    ids: dict[str, Evaluation | ProposedChange] = {"signed": signed, "moved": moved}
    for damage in (
        "UPDATE evaluation SET learnt = assessment",
        "UPDATE evaluation SET seal = NULL, signed_at = NULL, signed_by_id = NULL, figures = NULL",
        "DELETE FROM evaluation",
        "UPDATE proposed_change SET reason = change",
        "DELETE FROM proposed_change",
        "UPDATE proposed_change SET evaluation_id = :signed WHERE id = :moved",
        (
            "INSERT INTO proposed_change (evaluation_id, change, reason, standing, settled_why)"
            " SELECT :signed, change, reason, standing, '' FROM proposed_change WHERE id = :moved"
        ),
    ):
        named = {key: one.id for key, one in ids.items() if f":{key}" in damage}
        with pytest.raises(DatabaseError, match="a signed evaluation stands"), transaction():
            db.session.execute(text(damage), named)
    services.drop_change(queries.change(moved.id), by=officer, at=NOW)
    assert list(run("evaluations")) == []


def open_paper(one: Evaluation, language: str) -> document.EvaluationPaper:
    return paper_of(one, language, whole=False, notice=None)
