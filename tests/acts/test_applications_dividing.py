"""How the members divide what they carry: what it comes to, what it voids, and what cannot be handed in."""

from collections.abc import Mapping

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from accounts.models import AuditEntry
from applications import contents, facts, queries, services
from applications.contents import Division
from applications.costshares import choices_of_key, cost_shares
from applications.models import Application, PartnerRole
from applications.record import fingerprint_of
from applications.refusals import Refusal
from applications.services import BudgetCell, PartnerTerms
from applications.words.changes import told_changes
from criteria.budget import Source
from criteria.completeness import Lack, missing
from criteria.costkey import CostKey, KeyProblem
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import kroner
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    an_editor,
    confirm_all,
    participants,
)


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def agree(
    together: Collaboration,
    draft: Application,
    key: CostKey | None,
    percents: Mapping[int, int] | None = None,
) -> Application:
    services.set_cost_key(
        draft, Division(key, percents or {}), by=together.signatory, at=clock.now()
    )
    return together.read(draft.id)


def budget(together: Collaboration, draft: Application, *amounts: int) -> Application:
    """Let each partner carry so many kroner: half as money, the rest as effort."""
    activity = next(iter(contents.activities_of(draft)))
    cells = [
        BudgetCell(year, partner.id, activity, source, kroner(part))
        for partner, amount in zip(draft.partners, amounts, strict=True)
        for year, source, part in (
            (2026, Source.OWN_FUNDING, amount // 2),
            (2027, Source.OWN_EFFORT, amount - amount // 2),
            (2026, Source.GRANT, 600_000),
            (2026, Source.OTHER_PUBLIC, 1_000),
        )
    ]
    services.set_budget(draft, cells, by=together.signatory, at=clock.now())
    return together.read(draft.id)


def test_what_each_one_carries_is_of_own_money_and_effort_and_adds_up(
    together: Collaboration,
) -> None:
    draft = budget(together, a_filled_draft(together), 60_000, 30_000, 10_000)
    draft = agree(together, draft, CostKey.EQUAL)
    shares = cost_shares(draft)
    assert shares is not None
    assert [one.agreed for one in shares.rows] == [kroner(33_334), kroner(33_333), kroner(33_333)]
    assert [one.more for one in shares.rows] == [kroner(26_666), kroner(-3_333), kroner(-23_333)]
    assert sum(one.agreed for one in shares.rows) == shares.total == kroner(100_000)
    assert shares.departs


def test_a_key_follows_inhabitants_as_the_register_has_them(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    _people(draft, 9_000, 900, 100)
    draft = agree(together, draft, CostKey.POPULATION)
    shares = cost_shares(draft)
    assert shares is not None
    assert [one.percent for one in shares.rows] == [90, 9, 1]
    assert [one.agreed for one in shares.rows] == [
        kroner(1_620_000), kroner(162_000), kroner(18_000),
    ]  # fmt: skip


def test_a_key_changes_no_amount_and_a_budget_that_follows_it_says_so(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    before = contents.cells_of(draft)
    draft = agree(together, draft, CostKey.EQUAL)
    assert contents.cells_of(draft) == before
    shares = cost_shares(draft)
    assert shares is not None
    assert not shares.departs


def test_before_a_key_is_chosen_each_is_shown_what_it_would_carry(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    _people(draft, 9_000, 900, 100)
    draft = budget(together, together.read(draft.id), 60_000, 30_000, 10_000)
    assert cost_shares(draft) is None
    shown = [(one.by_population, one.equally, one.budgeted) for one in choices_of_key(draft)]
    assert shown == [
        (kroner(90_000), kroner(33_334), kroner(60_000)),
        (kroner(9_000), kroner(33_333), kroner(30_000)),
        (kroner(1_000), kroner(33_333), kroner(10_000)),
    ]


def test_an_empty_budget_is_no_hindrance(together: Collaboration) -> None:
    draft = budget(together, a_filled_draft(together), 0, 0, 0)
    draft = agree(together, draft, CostKey.EQUAL)
    shares = cost_shares(draft)
    assert shares is not None
    assert [one.agreed for one in shares.rows] == [0, 0, 0]
    assert {one.equally for one in choices_of_key(draft)} == {None}


def test_agreed_percentages_must_be_whole_and_everybodys(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    lead, one, other = (partner.id for partner in draft.partners)
    for percents, reason in (
        ({lead: 10_000}, KeyProblem.PERCENT_MISSING),
        ({lead: 5_000, one: 2_500, other: 2_499}, KeyProblem.NOT_WHOLE),
    ):
        with pytest.raises(RuleBrokenError) as error:
            agree(together, draft, CostKey.CUSTOM, percents)
        assert error.value.reason is reason
    assert together.read(draft.id).cost_key is None

    draft = agree(together, draft, CostKey.CUSTOM, {lead: 3_334, one: 6_666, other: 0})
    shares = cost_shares(draft)
    assert shares is not None
    assert [row.agreed for row in shares.rows] == [kroner(600_120), kroner(1_199_880), 0]


def test_another_key_forgets_the_percentages(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    percents = dict.fromkeys((one.id for one in participants(draft)), 5_000)
    percents[facts.lead_of(draft).id] = 0
    draft = agree(together, draft, CostKey.CUSTOM, percents)
    assert contents.division_of(draft).percents == percents
    draft = agree(together, draft, CostKey.EQUAL, percents)
    assert contents.division_of(draft) == Division(CostKey.EQUAL, {})
    draft = agree(together, draft, None)
    assert (draft.cost_key, cost_shares(draft)) == (None, None)


def test_inhabitants_divide_nothing_where_nobody_lives(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    _people(draft, 0, 0, 0)
    with pytest.raises(RuleBrokenError) as error:
        agree(together, together.read(draft.id), CostKey.POPULATION)
    assert error.value.reason is KeyProblem.NOBODY_LIVES_THERE


def test_an_observer_carries_nothing(together: Collaboration) -> None:
    draft = agree(together, a_filled_draft(together), CostKey.EQUAL)
    watching = participants(draft)[0]
    by, at = together.signatory, clock.now()
    services.set_partner_budget(watching, [], by=by, at=at)
    terms = PartnerTerms(role=PartnerRole.OBSERVER, effort_hours=0, systems_before=0)
    services.change_partner(watching, terms, by=by, at=at)
    shares = cost_shares(together.read(draft.id))
    assert shares is not None
    assert watching.id not in {one.partner.id for one in shares.rows}
    assert {one.percent for one in shares.rows} == {50}


def test_a_yes_falls_with_the_key_and_only_with_ones_own_percentage(
    together: Collaboration,
) -> None:
    draft = a_ready_draft(together)
    draft = agree(together, draft, CostKey.EQUAL)
    assert _confirmed(draft) == set()
    one, other = participants(draft)
    changed = facts.changed_since(draft, one, one.confirmations[-1])
    assert told_changes(changed, draft.call.activities) == [
        "Fordelingsnøkkelen: fra ikke satt til likt på alle"
    ]
    draft = agree(together, draft, None)
    assert _confirmed(draft) == {one.id, other.id}

    lead = facts.lead_of(draft).id
    draft = agree(together, draft, CostKey.CUSTOM, {lead: 5_000, one.id: 2_500, other.id: 2_500})
    confirm_all(together, draft)
    draft = together.read(draft.id)
    draft = agree(together, draft, CostKey.CUSTOM, {lead: 4_950, one.id: 2_550, other.id: 2_500})
    assert _confirmed(draft) == {other.id}
    mine = queries.partner_of(draft, one.id)
    changed = facts.changed_since(draft, mine, mine.confirmations[-1])
    assert told_changes(changed, draft.call.activities) == [
        "Andelen i fordelingsnøkkelen: fra 25 prosent til 25,5 prosent"
    ]


def test_a_page_that_saves_itself_voids_no_confirmation(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    with pytest.raises(RuleBrokenError) as error:
        services.set_cost_key(
            draft, Division(CostKey.EQUAL, {}), by=together.signatory, at=clock.now(), auto=True
        )
    assert error.value.reason is Refusal.WOULD_VOID
    assert together.read(draft.id).cost_key is None


def test_a_key_that_somebody_else_has_changed_meanwhile_is_not_lost(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    seen = contents.seal_division(contents.division_of(draft))
    draft = agree(together, draft, CostKey.EQUAL)
    with pytest.raises(StaleError):
        services.set_cost_key(
            draft, Division(CostKey.POPULATION, {}), by=together.signatory, at=clock.now(),
            seen=seen,
        )  # fmt: skip


def test_whoever_comes_later_has_no_percentage_and_nothing_is_handed_in(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    gone = participants(draft)[1]
    percents = {one.id: 5_000 for one in draft.partners if one is not gone} | {gone.id: 0}
    draft = agree(together, draft, CostKey.CUSTOM, percents)
    assert _lack_of(draft) is None
    by, at = together.signatory, clock.now()
    services.remove_partner(gone, by=by, at=at)
    services.add_partner(draft, gone.organisation, PartnerRole.PARTICIPANT, by=by, at=at)
    draft = together.read(draft.id)
    assert _lack_of(draft) == KeyProblem.PERCENT_MISSING
    shares = cost_shares(draft)
    assert shares is not None
    assert (shares.rows, shares.problem) == ((), KeyProblem.PERCENT_MISSING)
    draft = agree(together, draft, CostKey.EQUAL)
    assert _lack_of(draft) is None


def test_percentages_of_those_who_are_gone_are_to_be_divided_anew(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    lead, one, other = draft.partners
    draft = agree(
        together, draft, CostKey.CUSTOM, {lead.id: 5_000, one.id: 2_500, other.id: 2_500}
    )
    services.remove_partner(other, by=together.signatory, at=clock.now())
    assert _lack_of(together.read(draft.id)) == KeyProblem.NOT_WHOLE


def test_a_key_belongs_to_what_is_handed_in(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    without = fingerprint_of(draft)
    draft = agree(together, draft, CostKey.EQUAL)
    confirm_all(together, draft)
    equal = fingerprint_of(together.read(draft.id))
    draft = agree(together, draft, CostKey.POPULATION)
    assert len({without, equal, fingerprint_of(draft)}) == 3
    confirm_all(together, draft)
    services.submit(draft.id, by=together.signatory, at=clock.now())
    with pytest.raises(RuleBrokenError):
        agree(together, together.read(draft.id), CostKey.EQUAL)


def test_only_those_who_write_for_the_lead_agree(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    editor = an_editor(together.others[0], "Egil Storfjord")
    for person in (editor, together.others_signatories[0]):
        with pytest.raises(RuleBrokenError):
            services.set_cost_key(
                draft, Division(CostKey.EQUAL, {}), by=person, at=clock.now()
            )
    assert together.read(draft.id).cost_key is None


def test_the_audit_trail_says_which_key(together: Collaboration) -> None:
    draft = agree(together, a_filled_draft(together), CostKey.EQUAL)
    agree(together, draft, None)
    entries = db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.act == "application.cost_key_saved")
        .order_by(AuditEntry.id)
    ).all()
    assert [one.detail["cost_key"] for one in entries] == ["equal", None]


@pytest.mark.parametrize("percent", [-1, 10_001])
def test_the_database_holds_percentages_within_a_whole(
    together: Collaboration, percent: int
) -> None:
    draft = a_filled_draft(together)
    with pytest.raises(IntegrityError), transaction():
        db.session.execute(
            text("UPDATE partner SET cost_percent = :percent WHERE id = :id"),
            {"percent": percent, "id": draft.partners[0].id},
        )


def _people(draft: Application, *inhabitants: int) -> None:
    with transaction():
        for partner, number in zip(draft.partners, inhabitants, strict=True):
            for one in partner.organisation.populations:
                one.inhabitants = number


def _confirmed(draft: Application) -> set[int]:
    return {one.id for one in participants(draft) if facts.is_confirmed(draft, one)}


def _lack_of(draft: Application) -> str | None:
    lacks = missing(facts.draft_facts(draft))
    return next((one.subject for one in lacks if one.lack is Lack.COST_KEY), None)
