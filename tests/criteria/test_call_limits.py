"""The call's further limits: how large a collaboration, how much for each partner, how long, who leads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.budget import Line, Source, by_partner
from criteria.eligibility import (
    NEVER_LEADS,
    Enough,
    Facts,
    Finding,
    PartnerFacts,
    Reason,
    Rule,
    Rules,
    examine,
)
from criteria.eligibility.dates import months_begun
from foundation.money import Ore, kroner
from tests.criteria.strategies import budget_lines
from tests.criteria.test_eligibility import FACTS, RULES


def a_kommune(number: int, inhabitants: int, role: str = "participant") -> PartnerFacts:
    return PartnerFacts(
        number, "municipality", role, "Vest", confirmed=True, number=number,
        name=f"Kommune {number}", inhabitants=inhabitants,
    )  # fmt: skip


def asked(partner: int, amount: Ore) -> Line:
    return Line(2024, partner, "T1-A1", Source.GRANT, amount, supported=True)


def found(rule: Rule, facts: Facts = FACTS, rules: Rules = RULES) -> Finding:
    [finding] = [finding for finding in examine(facts, rules) if finding.rule is rule]
    return finding


collaborations = st.lists(st.integers(0, 30_000), min_size=1, max_size=6).map(
    lambda sizes: tuple(
        a_kommune(number, size, "participant" if number else "lead")
        for number, size in enumerate(sizes)
    )
)


@given(collaborations, st.integers(1, 5), st.integers(0, 60_000))
def test_one_of_the_two_is_enough_or_both_are_asked_for(
    partners: tuple[PartnerFacts, ...], kommuner: int, people: int
) -> None:
    facts = replace(FACTS, partners=partners)
    many = len(partners) >= kommuner
    populous = sum(one.inhabitants for one in partners) >= people
    rules = replace(RULES, min_kommuner=kommuner, min_population=people)
    for enough, expected in ((Enough.BOTH, many and populous), (Enough.EITHER, many or populous)):
        asked_for = replace(rules, enough=enough)
        findings = [
            found(rule, facts, asked_for) for rule in (Rule.MIN_KOMMUNER, Rule.MIN_POPULATION)
        ]
        assert all(one.met for one in findings) is expected
        assert all(one.blocking is not one.met for one in findings)


def test_what_excuses_a_rule_is_told() -> None:
    small = replace(FACTS, partners=(a_kommune(1, 900, "lead"), a_kommune(2, 900)))
    rules = replace(RULES, min_kommuner=2, min_population=2_000, enough=Enough.EITHER)
    people = found(Rule.MIN_POPULATION, small, rules)
    assert (people.met, people.reason) == (True, Reason.ENOUGH_KOMMUNER)
    assert people.values == (("required", 2_000), ("found", 1_800))
    kommuner = found(Rule.MIN_KOMMUNER, small, replace(rules, min_kommuner=3, min_population=1_000))
    assert kommuner.reason is Reason.ENOUGH_INHABITANTS


def test_without_a_population_the_number_of_kommuner_stands_alone() -> None:
    alone = replace(FACTS, partners=(a_kommune(1, 700_000, "lead"),))
    finding = found(Rule.MIN_KOMMUNER, alone, replace(RULES, enough=Enough.EITHER))
    assert finding.reason is Reason.TOO_FEW_KOMMUNER


@pytest.mark.parametrize("role", ["observer", "participant"])
def test_a_kommune_is_counted_once_and_an_observer_never(role: str) -> None:
    twice = (a_kommune(1, 900, "lead"), a_kommune(2, 500, role), a_kommune(2, 500, role))
    people = found(
        Rule.MIN_POPULATION, replace(FACTS, partners=twice), replace(RULES, min_population=1)
    )
    assert dict(people.values)["found"] == (900 if role == "observer" else 1_400)


partners_of_lines = tuple(a_kommune(number, 1) for number in range(1, 5))


@given(budget_lines, st.integers(1, 900_000_00).map(Ore))
def test_no_partner_is_asked_for_more_than_the_cap_or_less_than_the_floor(
    lines: list[Line], limit: Ore
) -> None:
    facts = replace(FACTS, lines=tuple(lines), partners=partners_of_lines)
    asked_for = [one.asked for one in by_partner(lines).values() if one.asked > 0]
    cap = found(Rule.MAX_GRANT_PER_PARTNER, facts, replace(RULES, max_grant_per_partner=limit))
    assert cap.met is all(amount <= limit for amount in asked_for)
    floor = found(Rule.MIN_GRANT_PER_PARTNER, facts, replace(RULES, min_grant_per_partner=limit))
    assert floor.met is all(amount >= limit for amount in asked_for)
    for finding in (cap, floor):
        named = str(dict(finding.values).get("partners", ""))
        assert bool(named) is not finding.met


def test_the_partners_that_ask_for_too_much_are_named() -> None:
    facts = replace(
        FACTS,
        partners=(a_kommune(1, 1, "lead"), a_kommune(2, 1), a_kommune(3, 1)),
        lines=(
            asked(1, kroner(100)),
            asked(2, kroner(70)),
            asked(2, kroner(70)),
            asked(3, kroner(140)),
        ),
    )
    finding = found(
        Rule.MAX_GRANT_PER_PARTNER, facts, replace(RULES, max_grant_per_partner=kroner(139))
    )
    assert finding.reason is Reason.PARTNER_ASKS_TOO_MUCH
    assert finding.values == (
        ("allowed", kroner(139)), ("found", kroner(140)), ("partners", "Kommune 2, Kommune 3"),
    )  # fmt: skip


def test_a_partner_that_nothing_is_asked_for_is_under_no_floor() -> None:
    own = replace(asked(1, kroner(10)), source=Source.OWN_EFFORT)
    finding = found(
        Rule.MIN_GRANT_PER_PARTNER,
        replace(FACTS, lines=(own, asked(2, kroner(500)))),
        replace(RULES, min_grant_per_partner=kroner(500)),
    )
    assert finding.reason is Reason.MET


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2027, 1, 1), date(2027, 1, 1), 1),
        (date(2027, 1, 1), date(2027, 1, 31), 1),
        (date(2027, 1, 1), date(2028, 12, 31), 24),
        (date(2027, 1, 15), date(2027, 2, 14), 1),
        (date(2027, 1, 15), date(2027, 2, 15), 2),
        (date(2027, 5, 2), date(2027, 5, 1), 0),
    ],
)
def test_a_begun_month_is_a_whole_one(start: date, end: date, months: int) -> None:
    assert months_begun(start, end) == months


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(days, days, days)
def test_a_longer_project_never_has_fewer_months(one: date, two: date, three: date) -> None:
    start, middle, end = sorted((one, two, three))
    assert 1 <= months_begun(start, middle) <= months_begun(start, end)
    assert months_begun(start, start + timedelta(days=30)) <= 2


def test_a_project_may_not_last_longer_than_the_call_allows() -> None:
    facts = replace(FACTS, start_on=date(2027, 1, 1), end_on=date(2028, 12, 31))
    assert found(Rule.LENGTH, facts, replace(RULES, max_months=24)).met
    finding = found(Rule.LENGTH, facts, replace(RULES, max_months=23))
    assert (finding.reason, finding.values) == (Reason.TOO_LONG, (("allowed", 23), ("found", 24)))
    open_ended = replace(facts, end_on=None)
    assert (
        found(Rule.LENGTH, open_ended, replace(RULES, max_months=23)).reason
        is Reason.PERIOD_MISSING
    )


def test_a_call_for_one_named_organisation_is_led_by_it_alone() -> None:
    ks = PartnerFacts(50, "interest_organisation", "lead", None, confirmed=False)
    named = replace(RULES, only_lead=50)
    led = replace(FACTS, partners=(ks, *FACTS.partners[1:]))
    assert found(Rule.APPLICANT_KIND, led, named).met
    assert found(Rule.APPLICANT_KIND, FACTS, named).reason is Reason.NOT_THE_NAMED
    assert found(Rule.APPLICANT_KIND, led).reason is Reason.KIND_NOT_ELIGIBLE


@pytest.mark.parametrize("kind", sorted(NEVER_LEADS))
@pytest.mark.parametrize("only_lead", [None, 7])
def test_a_helseforetak_never_leads_whatever_the_call_says(
    kind: str, only_lead: int | None
) -> None:
    lead = PartnerFacts(7, kind, "lead", None, confirmed=False)
    facts = replace(FACTS, partners=(lead, *FACTS.partners[1:]))
    rules = replace(RULES, eligible_kinds=frozenset({kind}), only_lead=only_lead)
    assert found(Rule.APPLICANT_KIND, facts, rules).reason is Reason.KIND_NOT_ELIGIBLE
