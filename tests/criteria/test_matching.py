"""Who is suggested to whom: alike in what is said, with reasons that add up, and in no other order."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.matching import (
    MONTHS_IN_REACH,
    WEIGHTS,
    DuplicateProfileError,
    Profile,
    Reason,
    Terms,
    Unknown,
    compare,
    group_around,
    partners_for,
    points_between,
    suggest_to_all,
    unknown_in,
)

WHOLE = 100
FULL = Profile(
    key="4601",
    population=290_000,
    county="Vestland",
    region="Vest",
    health_trust="Helse Bergen HF",
    networks=frozenset({"digi-vestland"}),
    needs=frozenset({"B3", "B7"}),
    services=frozenset({"home_care"}),
    system="profil",
    starts=2027 * 12 + 1,
)

codes = st.sampled_from


@st.composite
def profiles(draw: st.DrawFn, key: str) -> Profile:
    county, region = draw(codes([("Vestland", "Vest"), ("Rogaland", "Vest"), ("Troms", "Nord")]))
    return Profile(
        key=key,
        population=draw(st.integers(200, 20_000)),
        county=county,
        region=region,
        health_trust=draw(codes([None, "Helse Fonna HF", "UNN HF"])),
        networks=draw(st.frozensets(codes(["digi", "kjop"]))),
        needs=draw(st.frozensets(codes(["B1", "B3", "B6", "B7"]))),
        services=draw(st.frozensets(codes(["home_care", "nursing_home", "clinic"]))),
        system=draw(codes([None, "profil", "gerica"])),
        starts=draw(st.none() | st.integers(24_000, 24_030)),
    )


@st.composite
def fields(draw: st.DrawFn, most: int = 14) -> list[Profile]:
    return [draw(profiles(f"{4600 + number}")) for number in range(draw(st.integers(0, most)))]


terms = st.builds(
    Terms,
    least_points=st.integers(0, 60),
    most_partners=st.integers(1, 5),
    close_points=st.integers(40, 100),
    min_kommuner=st.integers(1, 4),
    min_population=st.integers(0, 20_000),
    either=st.booleans(),
    most_members=st.integers(2, 6),
    in_reach=st.integers(1, 6),
    barred_regions=st.frozensets(codes(["Nord"])),
)


def test_two_that_are_alike_in_all_have_every_point() -> None:
    match = compare(FULL, replace(FULL, key="4602"), WEIGHTS)
    assert match.points == WHOLE
    assert [one.reason for one in match.reasons] == [*Reason][:-1], "the county says the region"
    assert match.unknown == ()


@pytest.mark.parametrize(
    ("other", "lost"),
    [
        (replace(FULL, needs=frozenset({"B1"})), Reason.SAME_NEEDS),
        (replace(FULL, services=frozenset({"clinic"})), Reason.SAME_SERVICES),
        (replace(FULL, system="gerica"), Reason.SAME_SYSTEM),
        (replace(FULL, starts=2027 * 12 + 1 + MONTHS_IN_REACH), Reason.SAME_TIME),
        (replace(FULL, health_trust="Helse Fonna HF"), Reason.SAME_HEALTH_TRUST),
        (replace(FULL, networks=frozenset({"kjop"})), Reason.SAME_NETWORK),
    ],
)
def test_a_difference_takes_its_own_points_and_no_others(other: Profile, lost: Reason) -> None:
    match = compare(FULL, replace(other, key="4602"), WEIGHTS)
    assert match.points == WHOLE - WEIGHTS.of(lost)
    assert lost not in {one.reason for one in match.reasons}


def test_across_a_county_border_the_region_counts() -> None:
    match = compare(FULL, replace(FULL, key="1103", county="Rogaland"), WEIGHTS)
    assert match.points == WHOLE - WEIGHTS.of(Reason.SAME_COUNTY) + WEIGHTS.of(Reason.SAME_REGION)
    assert match.reasons[-1].shared == ("Vest",)


def test_half_of_the_needs_give_half_of_the_points() -> None:
    other = replace(FULL, key="4602", needs=frozenset({"B3", "B7", "B1", "B9"}))
    found = compare(FULL, other, WEIGHTS).reasons[0]
    assert (found.points, found.shared) == (WEIGHTS.of(Reason.SAME_NEEDS) // 2, ("B3", "B7"))


def test_half_a_year_apart_gives_half_of_the_points() -> None:
    assert FULL.starts is not None
    other = replace(FULL, key="4602", starts=FULL.starts - 6)
    found = {one.reason: one for one in compare(FULL, other, WEIGHTS).reasons}[Reason.SAME_TIME]
    assert (found.points, found.shared) == (WEIGHTS.of(Reason.SAME_TIME) // 2, ("6",))


def test_what_is_not_said_is_told_and_gives_nothing() -> None:
    silent = Profile(key="4602", population=900, county="Vestland", region="Vest")
    match = compare(FULL, silent, WEIGHTS)
    assert match.points == WEIGHTS.of(Reason.SAME_COUNTY)
    assert match.unknown == tuple(Unknown)
    assert unknown_in(FULL) == frozenset()


def test_nobody_is_suggested_to_or_from_a_region_that_the_call_keeps_out() -> None:
    away = replace(FULL, key="5001", region="Midt-Norge", county="Trøndelag")
    barred = Terms(barred_regions=frozenset({"Midt-Norge"}))
    assert partners_for(FULL, [away], barred) == partners_for(away, [FULL], barred) == ()
    assert group_around(away.key, [FULL, away], barred) is None
    assert [one.key for one in partners_for(FULL, [away], Terms())] == ["5001"]


def test_of_two_that_fit_equally_the_lower_number_comes_first() -> None:
    others = [replace(FULL, key=key) for key in ("4612", "4603", "4640")]
    assert [one.key for one in partners_for(FULL, others, Terms())] == ["4603", "4612", "4640"]


def test_a_group_says_what_all_of_it_shares() -> None:
    assert FULL.starts is not None
    three = [
        FULL,
        replace(FULL, key="4602", needs=frozenset({"B3", "B7", "B9"}), starts=FULL.starts + 2),
        replace(FULL, key="4603", system=None, starts=FULL.starts + 5),
    ]
    group = group_around("4602", three, Terms(min_kommuner=3, min_population=800_000))
    assert group is not None
    assert group.members == ("4601", "4602", "4603")
    shared = {one.reason: one.shared for one in group.reasons}
    assert shared[Reason.SAME_NEEDS] == ("B3", "B7")
    assert shared[Reason.SAME_TIME] == ("5",)
    assert Reason.SAME_SYSTEM not in shared
    assert Reason.SAME_REGION not in shared


def test_a_group_that_is_too_small_for_the_call_is_not_suggested() -> None:
    two = [FULL, replace(FULL, key="4602")]
    assert group_around("4601", two, Terms(min_kommuner=3)) is None
    assert group_around("4601", two, Terms(min_population=580_001)) is None
    assert group_around("4601", two, Terms(min_population=580_000)) is not None
    assert group_around("9999", two, Terms()) is None
    assert group_around("4601", two, Terms(min_kommuner=3, min_population=580_000)) is None
    enough = Terms(min_kommuner=3, min_population=580_000, either=True)
    assert group_around("4601", two, enough) is not None


def test_a_group_that_is_large_enough_takes_in_only_those_who_are_close() -> None:
    near = replace(FULL, key="4602", system=None)
    far = replace(FULL, key="4603", system=None, needs=frozenset({"B1"}), services=frozenset())
    field = [FULL, near, far]
    assert points_between(FULL, far, WEIGHTS) == 35
    enough = group_around("4601", field, Terms(close_points=36))
    assert enough is not None
    assert enough.members == ("4601", "4602")
    small = group_around("4601", field, Terms(close_points=36, min_kommuner=3))
    assert small is not None
    assert small.members == ("4601", "4602", "4603")


def test_a_kommune_stands_once() -> None:
    with pytest.raises(DuplicateProfileError):
        suggest_to_all([FULL, FULL], Terms())


@given(profiles("4601"), profiles("4602"))
def test_points_are_the_same_both_ways_and_the_sum_of_the_reasons(
    one: Profile, other: Profile
) -> None:
    match = compare(one, other, WEIGHTS)
    assert match.points == points_between(other, one, WEIGHTS)
    assert match.points == sum(found.points for found in match.reasons)
    assert 0 <= match.points <= WHOLE
    assert match.unknown == compare(other, one, WEIGHTS).unknown


@given(profiles("4601"), profiles("4602"), codes(["B1", "B3", "B6", "B7"]))
def test_one_more_shared_need_never_takes_points(one: Profile, other: Profile, need: str) -> None:
    before = points_between(one, other, WEIGHTS)
    both = [replace(each, needs=each.needs | {need}) for each in (one, other)]
    assert points_between(both[0], both[1], WEIGHTS) >= before


@given(fields(), terms, st.randoms(use_true_random=False))
def test_the_order_of_the_kommuner_changes_nothing(
    field: list[Profile], on: Terms, chance: Random
) -> None:
    shuffled = chance.sample(field, len(field))
    assert suggest_to_all(shuffled, on) == suggest_to_all(field, on)


@given(fields(), terms)
def test_what_one_is_suggested_alone_is_what_it_is_suggested_among_all(
    field: list[Profile], on: Terms
) -> None:
    everything = suggest_to_all(field, on)
    for one in field:
        assert partners_for(one, field, on) == everything.partners.get(one.key, ())
        alone = group_around(one.key, field, on)
        assert alone is None or alone in everything.groups


@given(fields(), terms)
def test_all_in_a_group_fit_each_other_and_the_call(field: list[Profile], on: Terms) -> None:
    by_key = {one.key: one for one in field}
    for group in suggest_to_all(field, on).groups:
        members = [by_key[key] for key in group.members]
        assert 2 <= len(members) <= on.most_members
        assert len(set(group.members)) == len(members)
        assert group.population == sum(one.population for one in members)
        ways = (len(members) >= on.min_kommuner, group.population >= on.min_population)
        assert any(ways) if on.either else all(ways)
        assert all(one.region not in on.barred_regions for one in members)
        points = [points_between(one, other, WEIGHTS) for one, other in combinations(members, 2)]
        assert min(points) >= on.least_points
        assert group.points == sum(points) // len(points)


@given(fields(), terms)
def test_partners_come_best_first_and_never_below_the_least(
    field: list[Profile], on: Terms
) -> None:
    for key, matches in suggest_to_all(field, on).partners.items():
        assert len(matches) <= on.most_partners
        assert key not in {one.key for one in matches}
        order = [(-one.points, one.key) for one in matches]
        assert order == sorted(order)
        assert all(one.points >= on.least_points for one in matches)
