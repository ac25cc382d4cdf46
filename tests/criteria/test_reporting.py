from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.reporting import (
    ActivityFacts,
    ActivityStatus,
    BenefitFacts,
    Lack,
    Missing,
    ReportFacts,
    budgets,
    deviates,
    missing,
)
from foundation.money import NOTHING, Ore, kroner

ACTIVITY = ActivityFacts(
    code="A1",
    status=ActivityStatus.UNDER_WAY,
    percent=60,
    comment="Kursene er holdt.",
    budget=kroner(100),
    spent=kroner(100),
)
BENEFIT = BenefitFacts(
    code="G1",
    indicator="Minutter per vakt",
    unit="minutter",
    owner="Bergen kommune",
    baseline=Decimal(52),
    target=Decimal(35),
    target_on=date(2028, 12, 31),
    measured=None,
    measured_on=None,
)
WHOLE = ReportFacts(
    progress="Arbeidet går som planlagt.",
    results="Felles krav er skrevet.",
    deviations="",
    experience="Begynn med rutinene.",
    activities=(ACTIVITY,),
    benefits=(BENEFIT,),
    granted=kroner(250),
    spent_before=kroner(150),
    audit_required=False,
    audit_enclosed=False,
)


def having(activity: ActivityFacts) -> ReportFacts:
    return replace(WHOLE, activities=(activity,))


def test_a_whole_report_lacks_nothing_and_deviates_in_nothing() -> None:
    assert missing(WHOLE) == ()
    assert not deviates(WHOLE)


@pytest.mark.parametrize(
    ("report", "lack", "subject"),
    [
        (replace(WHOLE, progress=" \n"), Lack.PROGRESS, ""),
        (replace(WHOLE, results=""), Lack.RESULTS, ""),
        (replace(WHOLE, experience=""), Lack.EXPERIENCE, ""),
        (replace(WHOLE, audit_required=True), Lack.AUDIT, ""),
        (replace(WHOLE, unsent=(2026,)), Lack.ANNUAL_REPORT, "2026"),
        (replace(WHOLE, without_baseline=("G1",)), Lack.NO_BASELINE, "G1"),
        (having(replace(ACTIVITY, comment=" ")), Lack.ACTIVITY_COMMENT, "A1"),
        (having(replace(ACTIVITY, percent=100)), Lack.STATUS_AND_PERCENT, "A1"),
        (having(replace(ACTIVITY, status=ActivityStatus.DONE)), Lack.STATUS_AND_PERCENT, "A1"),
        (having(replace(ACTIVITY, status=ActivityStatus.NOT_BEGUN)), Lack.STATUS_AND_PERCENT, "A1"),
        (having(replace(ACTIVITY, spent=None)), Lack.ACCOUNTS, "A1"),
        (having(replace(ACTIVITY, spent=kroner(99))), Lack.DEVIATIONS, ""),
        (having(replace(ACTIVITY, status=ActivityStatus.DROPPED)), Lack.DEVIATIONS, ""),
        (replace(WHOLE, spent_before=Ore(kroner(150) + 1)), Lack.SPENT_OVER_GRANT, ""),
        (replace(WHOLE, benefits=(replace(BENEFIT, owner=""),)), Lack.BENEFIT_PLAN, "G1"),
        (replace(WHOLE, benefits=(replace(BENEFIT, baseline=None),)), Lack.BENEFIT_PLAN, "G1"),
        (
            replace(WHOLE, benefits=(replace(BENEFIT, measured=Decimal(0)),)),
            Lack.BENEFIT_MEASURED_ON,
            "G1",
        ),
    ],
)
def test_what_a_report_lacks_is_named(report: ReportFacts, lack: Lack, subject: str) -> None:
    assert missing(report) == (Missing(lack, subject),)


@pytest.mark.parametrize(
    "report",
    [
        replace(WHOLE, audit_required=True, audit_enclosed=True),
        having(replace(ACTIVITY, status=ActivityStatus.DONE, percent=100)),
        having(replace(ACTIVITY, status=ActivityStatus.NOT_BEGUN, percent=0)),
        having(replace(ACTIVITY, budget=NOTHING, spent=None)),
        replace(having(replace(ACTIVITY, spent=NOTHING)), deviations="Kurset ble utsatt."),
        replace(WHOLE, benefits=()),
        replace(
            having(replace(ACTIVITY, status=ActivityStatus.NOT_BEGUN, percent=0)),
            without_baseline=("G1",),
        ),
        replace(
            WHOLE,
            benefits=(replace(BENEFIT, measured=Decimal(0), measured_on=date(2027, 3, 1)),),
        ),
    ],
)
def test_what_is_told_or_explained_is_enough(report: ReportFacts) -> None:
    assert missing(report) == ()


def test_everything_missing_is_listed_in_the_order_of_the_form() -> None:
    empty = replace(
        having(replace(ACTIVITY, comment="", spent=None)),
        progress="",
        results="",
        experience="",
        benefits=(replace(BENEFIT, unit=""),),
        audit_required=True,
    )
    assert [one.lack for one in missing(empty)] == [
        Lack.PROGRESS, Lack.RESULTS, Lack.EXPERIENCE, Lack.ACTIVITY_COMMENT, Lack.ACCOUNTS,
        Lack.AUDIT, Lack.BENEFIT_PLAN,
    ]  # fmt: skip


amounts = st.integers(1, 5_000_000).map(Ore)


@given(
    st.dictionaries(
        st.integers(2024, 2028),
        st.tuples(amounts, st.dictionaries(st.integers(1, 6), amounts, min_size=1)),
        max_size=5,
    )
)
def test_each_years_grant_is_spread_over_its_activities_to_the_ore(
    years: dict[int, tuple[Ore, dict[int, Ore]]],
) -> None:
    spread = budgets(
        {year: amount for year, (amount, _) in years.items()},
        {year: asked for year, (_, asked) in years.items()},
    )
    assert {year: sum(by.values()) for year, by in spread.items()} == {
        year: amount for year, (amount, _) in years.items()
    }
    assert all(set(spread[year]) <= set(asked) for year, (_, asked) in years.items())


def test_a_year_without_a_grant_has_no_budget() -> None:
    assert budgets({2026: NOTHING}, {2026: {1: kroner(5)}}) == {}
