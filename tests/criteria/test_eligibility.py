from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.budget import Line, Source
from criteria.deadlines import closing_moment, opening_moment
from criteria.eligibility import (
    WARNINGS,
    Facts,
    Finding,
    MidtNorge,
    PartnerFacts,
    Reason,
    Rule,
    Rules,
    examine,
    hindrances,
)
from foundation.money import kroner
from tests.criteria.strategies import budget_lines, moments

RULES = Rules(
    min_kommuner=3,
    own_share_percent=20,
    min_grant=kroner(200_000),
    max_grant=kroner(5_000_000),
    midt_norge=MidtNorge.EXCLUDED,
    first_year=2024,
    last_year=2028,
    opens_on=date(2023, 11, 15),
    closes_on=date(2024, 1, 15),
    eligible_kinds=frozenset({"municipality"}),
    partner_kinds=frozenset({"municipality", "health_trust"}),
)
SECOND = timedelta(seconds=1)


def partner(
    organisation: int,
    role: str = "participant",
    *,
    kind: str = "municipality",
    region: str | None = "Vest",
    confirmed: bool = True,
) -> PartnerFacts:
    return PartnerFacts(organisation, kind, role, region, confirmed)


def cost(amount: int, source: Source, *, supported: bool = True) -> Line:
    return Line(2024, 1, "T1-A1", source, kroner(amount), supported)


LEAD = partner(1, "lead", confirmed=False)  # handing in is the lead's confirmation
FACTS = Facts(
    partners=(LEAD, partner(2), partner(3), partner(9, kind="health_trust")),
    lines=(cost(800_000, Source.GRANT), cost(200_000, Source.OWN_EFFORT)),
    activities=frozenset({"T1-A1"}),
    start_on=date(2024, 1, 1),
    end_on=date(2028, 12, 31),
    submitted_at=datetime(2024, 1, 15, 12, tzinfo=UTC),
    other_applications_as_lead=0,
)


def found(rule: Rule, facts: Facts = FACTS, rules: Rules = RULES) -> Finding:
    [finding] = [finding for finding in examine(facts, rules) if finding.rule is rule]
    return finding


def test_a_sound_application_meets_every_rule_in_the_stated_order() -> None:
    findings = examine(FACTS, RULES)
    assert [finding.rule for finding in findings] == list(Rule)
    assert {finding.reason for finding in findings} == {Reason.MET, Reason.NO_LIMIT}
    assert {finding.rule for finding in findings if finding.reason is Reason.NO_LIMIT} == {
        Rule.MIN_POPULATION, Rule.MIN_GRANT_PER_PARTNER, Rule.MAX_GRANT_PER_PARTNER, Rule.LENGTH,
    }  # fmt: skip
    assert hindrances(findings) == ()


@pytest.mark.parametrize("other", [partner(3, "observer"), partner(3, kind="county"), partner(2)])
def test_only_different_kommuner_that_carry_the_project_are_counted(
    other: PartnerFacts,
) -> None:
    finding = found(Rule.MIN_KOMMUNER, replace(FACTS, partners=(LEAD, partner(2), other)))
    assert (finding.met, finding.reason) == (False, Reason.TOO_FEW_KOMMUNER)
    assert finding.values == (("required", 3), ("found", 2))


def test_a_collaboration_of_26_kommuner_is_none_too_large() -> None:
    many = (LEAD, *(partner(number) for number in range(2, 27)))
    assert found(Rule.MIN_KOMMUNER, replace(FACTS, partners=many)).values[1] == ("found", 26)


def test_the_lead_must_be_of_a_kind_that_may_apply() -> None:
    lead = partner(1, "lead", kind="health_trust")
    finding = found(Rule.APPLICANT_KIND, replace(FACTS, partners=(lead, partner(2))))
    assert finding.reason is Reason.KIND_NOT_ELIGIBLE
    assert finding.values == (("kind", "health_trust"),)


def test_a_partner_of_another_kind_may_be_barred_but_may_always_look_on() -> None:
    with_firm = replace(FACTS, partners=(*FACTS.partners, partner(5, kind="agency")))
    assert found(Rule.APPLICANT_KIND, with_firm).reason is Reason.PARTNER_KIND_NOT_ELIGIBLE
    several = replace(with_firm, partners=(partner(6, kind="research"), *with_firm.partners))
    assert found(Rule.APPLICANT_KIND, several).values == (("kind", "agency, research"),)
    any_kind = replace(RULES, partner_kinds=None)
    assert found(Rule.APPLICANT_KIND, with_firm, any_kind).met
    looking_on = replace(FACTS, partners=(*FACTS.partners, partner(5, "observer", kind="agency")))
    assert found(Rule.APPLICANT_KIND, looking_on).met


@pytest.mark.parametrize(
    ("leads", "reason"),
    [(0, Reason.NO_LEAD), (1, Reason.MET), (2, Reason.SEVERAL_LEADS)],
)
def test_there_is_exactly_one_lead(leads: int, reason: Reason) -> None:
    partners = (*(partner(number, "lead") for number in range(leads)), partner(8))
    assert found(Rule.ONE_LEAD, replace(FACTS, partners=partners)).reason is reason


def test_without_a_lead_there_is_no_applicant_to_judge() -> None:
    finding = found(Rule.APPLICANT_KIND, replace(FACTS, partners=(partner(2),)))
    assert finding.reason is Reason.NO_LEAD


@pytest.mark.parametrize(
    ("switch", "met", "reason", "blocking"),
    [
        (MidtNorge.ALLOWED, True, Reason.MET, False),
        (MidtNorge.EXCLUDED, False, Reason.MIDT_NORGE_EXCLUDED, True),
        (MidtNorge.UNDECIDED, False, Reason.MIDT_NORGE_UNDECIDED, False),
    ],
)
def test_kommuner_in_midt_norge_take_part_as_the_call_says(
    switch: MidtNorge, *, met: bool, reason: Reason, blocking: bool
) -> None:
    facts = replace(FACTS, partners=(*FACTS.partners, partner(4, region="Midt-Norge")))
    finding = found(Rule.MIDT_NORGE, facts, replace(RULES, midt_norge=switch))
    assert (finding.met, finding.reason, finding.blocking) == (met, reason, blocking)
    assert finding.values == (("found", 1),)


def test_observers_and_health_trusts_in_midt_norge_do_not_matter() -> None:
    others = (
        partner(4, "observer", region="Midt-Norge"),
        partner(5, kind="health_trust", region="Midt-Norge"),
        partner(6, region=None),
    )
    assert found(Rule.MIDT_NORGE, replace(FACTS, partners=(*FACTS.partners, *others))).met


@pytest.mark.parametrize(
    ("own", "share", "reason"),
    [
        (200_000, "20.00", Reason.MET),
        (199_999, "19.99", Reason.OWN_SHARE_TOO_LOW),
        (0, "0.00", Reason.OWN_SHARE_TOO_LOW),
    ],
)
def test_the_own_share_is_reached_or_not_by_a_krone(own: int, share: str, reason: Reason) -> None:
    lines = (cost(1_000_000 - own, Source.GRANT), cost(own, Source.OWN_FUNDING))
    finding = found(Rule.OWN_SHARE, replace(FACTS, lines=lines))
    assert finding.reason is reason
    assert finding.values == (("required", 20), ("found", share))


@pytest.mark.parametrize(
    ("asked", "rule", "reason"),
    [
        (199_999, Rule.MIN_GRANT, Reason.ASKS_TOO_LITTLE),
        (200_000, Rule.MIN_GRANT, Reason.MET),
        (5_000_000, Rule.MAX_GRANT, Reason.MET),
        (5_000_001, Rule.MAX_GRANT, Reason.ASKS_TOO_MUCH),
    ],
)
def test_the_amount_asked_keeps_the_limits_both_included(
    asked: int, rule: Rule, reason: Reason
) -> None:
    finding = found(rule, replace(FACTS, lines=(cost(asked, Source.GRANT),)))
    assert finding.reason is reason
    assert finding.values[1] == ("found", kroner(asked))


def test_a_call_without_limits_says_so() -> None:
    rules = replace(RULES, min_grant=None, max_grant=None)
    assert found(Rule.MIN_GRANT, rules=rules).reason is Reason.NO_LIMIT
    assert found(Rule.MAX_GRANT, rules=rules).reason is Reason.NO_LIMIT


@pytest.mark.parametrize(
    ("start_on", "end_on", "reason"),
    [
        (date(2024, 1, 1), date(2028, 12, 31), Reason.MET),
        (date(2024, 5, 1), date(2024, 5, 1), Reason.MET),
        (date(2023, 12, 31), date(2028, 12, 31), Reason.OUTSIDE_PERIOD),
        (date(2024, 1, 1), date(2029, 1, 1), Reason.OUTSIDE_PERIOD),
        (date(2025, 1, 2), date(2025, 1, 1), Reason.PERIOD_BACKWARDS),
        (None, date(2025, 1, 1), Reason.PERIOD_MISSING),
        (date(2025, 1, 1), None, Reason.PERIOD_MISSING),
    ],
)
def test_the_project_lies_within_the_years_of_the_call(
    start_on: date | None, end_on: date | None, reason: Reason
) -> None:
    facts = replace(FACTS, start_on=start_on, end_on=end_on)
    assert found(Rule.PERIOD, facts).reason is reason


def test_at_least_one_supported_activity_is_chosen() -> None:
    finding = found(Rule.SUPPORTED_ACTIVITY, replace(FACTS, activities=frozenset()))
    assert finding.reason is Reason.NO_SUPPORTED_ACTIVITY


def test_the_grant_never_pays_for_the_purchase_but_the_partners_may() -> None:
    own = replace(FACTS, lines=(*FACTS.lines, cost(900_000, Source.OWN_FUNDING, supported=False)))
    assert found(Rule.PURCHASE_AND_OPERATION, own).met
    granted = replace(FACTS, lines=(*FACTS.lines, cost(1, Source.GRANT, supported=False)))
    finding = found(Rule.PURCHASE_AND_OPERATION, granted)
    assert finding.reason is Reason.UNSUPPORTED_COST_ASKED
    assert finding.values == (("found", kroner(1)),)


@pytest.mark.parametrize(
    ("submitted_at", "reason"),
    [
        (opening_moment(RULES.opens_on) - SECOND, Reason.TOO_EARLY),
        (opening_moment(RULES.opens_on), Reason.MET),
        (closing_moment(RULES.closes_on) - SECOND, Reason.MET),
        (closing_moment(RULES.closes_on), Reason.TOO_LATE),
        (closing_moment(RULES.closes_on) + SECOND, Reason.TOO_LATE),
    ],
)
def test_the_deadline_is_kept_to_the_second(submitted_at: datetime, reason: Reason) -> None:
    finding = found(Rule.WITHIN_DEADLINE, replace(FACTS, submitted_at=submitted_at))
    assert (finding.reason, finding.blocking) == (reason, reason is not Reason.MET)


def test_a_draft_is_told_that_it_is_not_handed_in_and_stopped_by_nothing() -> None:
    finding = found(Rule.WITHIN_DEADLINE, replace(FACTS, submitted_at=None))
    assert (finding.met, finding.reason, finding.blocking) == (
        False, Reason.NOT_SUBMITTED, False,
    )  # fmt: skip


def test_every_participant_confirms_and_no_observer_needs_to() -> None:
    unconfirmed = partner(4, confirmed=False)
    finding = found(
        Rule.PARTNERS_CONFIRMED, replace(FACTS, partners=(*FACTS.partners, unconfirmed))
    )
    assert finding.reason is Reason.PARTNER_NOT_CONFIRMED
    assert finding.values == (("required", 4), ("found", 3))
    observer = partner(4, "observer", confirmed=False)
    assert found(Rule.PARTNERS_CONFIRMED, replace(FACTS, partners=(*FACTS.partners, observer))).met


def test_an_organisation_leads_one_application_in_a_call() -> None:
    finding = found(Rule.ONE_PER_LEAD, replace(FACTS, other_applications_as_lead=1))
    assert finding.reason is Reason.LEADS_ANOTHER


def test_the_order_of_the_partners_changes_no_finding() -> None:
    findings = examine(FACTS, RULES)
    for partners in permutations(FACTS.partners):
        assert examine(replace(FACTS, partners=partners), RULES) == findings


@given(
    lines=budget_lines,
    submitted_at=st.none() | moments,
    switch=st.sampled_from(MidtNorge),
    partners=st.lists(
        st.builds(
            PartnerFacts,
            organisation=st.integers(1, 5),
            kind=st.sampled_from(["municipality", "county", "health_trust"]),
            role=st.sampled_from(["lead", "participant", "observer"]),
            health_region=st.none() | st.sampled_from(["Midt-Norge", "Nord"]),
            confirmed=st.booleans(),
        ),
        max_size=6,
    ),
)
def test_every_application_gets_an_answer_to_every_rule(
    lines: list[Line],
    submitted_at: datetime | None,
    switch: MidtNorge,
    partners: list[PartnerFacts],
) -> None:
    facts = replace(FACTS, lines=tuple(lines), submitted_at=submitted_at, partners=tuple(partners))
    findings = examine(facts, replace(RULES, midt_norge=switch))
    assert [finding.rule for finding in findings] == list(Rule)
    for finding in findings:
        assert finding.met == (finding.reason in {Reason.MET, Reason.NO_LIMIT})
        assert finding.blocking == (not finding.met and finding.reason not in WARNINGS)
