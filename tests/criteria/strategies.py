"""What the property tests of the rules draw from: real-looking cases, and all of the odd ones."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import strategies as st

from criteria.allocation import Bound, Method, Terms, more_frame_can_worsen
from criteria.budget import Line, Source
from criteria.ranking import Activity, Candidate, TieRule, Ties, Trait
from foundation.money import Ore, kroner

ore = st.integers(min_value=0, max_value=5_000_000_00).map(Ore)
scores = st.decimals(min_value=0, max_value=100, places=2)
# Hypothesis wants bounds without a zone and adds the zone itself.
_first = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_last = datetime(2028, 12, 31, tzinfo=UTC).replace(tzinfo=None)
moments = st.datetimes(min_value=_first, max_value=_last, timezones=st.just(UTC))


@st.composite
def candidates(draw: st.DrawFn, most: int = 12) -> list[Candidate]:
    """Draw applications with different numbers; ties in everything else are likely."""
    count = draw(st.integers(min_value=0, max_value=most))
    return [
        Candidate(
            application=number,
            score=draw(st.sampled_from([Decimal(40), Decimal("62.50"), Decimal("80.01")])),
            asked=draw(ore),
            granted_cap=draw(st.none() | ore),
            inhabitants=draw(st.sampled_from([900, 4_999, 120_000])),
            below_threshold=draw(st.booleans()),
            submitted_at=draw(moments),
        )
        for number in range(1, count + 1)
    ]


@st.composite
def spread_candidates(draw: st.DrawFn, most: int = 8) -> list[Candidate]:
    """Draw applications that belong to groups and have been gone through, activity by activity."""
    return [
        replace(
            one,
            main_points=draw(st.sampled_from([Decimal(10), Decimal("22.50")])),
            lead=draw(st.sampled_from(["1", "2", "3"])),
            county=draw(st.none() | st.sampled_from(["31", "46"])),
            size_class=draw(st.sampled_from(["small", "large"])),
            measure=draw(st.none() | st.just("T1")),
            activities=draw(st.just(()) | _activities),
        )
        for one in draw(candidates(most))
    ]


_activities = st.tuples(
    st.builds(Activity, st.just("T1-A1"), ore, ore), st.builds(Activity, st.just("T1-A2"), ore, ore)
)
ties = st.builds(
    Ties, st.permutations(list(TieRule)).map(lambda rules: tuple(rules[:3])), st.just("lot")
)


@st.composite
def bounds(draw: st.DrawFn, *, floors: bool = True) -> Bound:
    """Draw a bound: for a group or for each, ceilings, and floors that do not contradict them."""
    trait = draw(st.sampled_from(Trait))
    values = {
        Trait.LEAD: "1",
        Trait.COUNTY: "46",
        Trait.SIZE_CLASS: "small",
        Trait.MEASURE: "T1",
    }
    least_cases = draw(st.integers(0, 2)) if floors else 0
    least_amount = draw(st.just(Ore(0)) | ore) if floors else Ore(0)
    most_amount = draw(st.none() | ore)
    return Bound(
        trait,
        draw(st.sampled_from([None, values[trait]])),
        least_cases=least_cases,
        most_cases=draw(st.integers(max(1, least_cases), 3)),
        least_amount=least_amount,
        most_amount=None if most_amount is None else max(most_amount, least_amount),
    )


_numbers = st.builds(
    Terms,
    frame=ore,
    threshold=st.sampled_from([Decimal(0), Decimal(50), Decimal(100)]),
    method=st.sampled_from(Method),
    share_percent=st.integers(min_value=1, max_value=100),
    min_grant=st.none() | st.integers(0, 300).map(lambda thousands: kroner(thousands * 1000)),
    rounding=st.sampled_from([Ore(1), kroner(1), kroner(1000)]),
    max_grant=st.none() | st.integers(300, 3000).map(lambda thousands: kroner(thousands * 1000)),
)


@st.composite
def _bounded(draw: st.DrawFn) -> Terms:
    found = draw(_numbers)
    if found.method is Method.PROPORTIONAL:
        limits: tuple[Bound, ...] = (Bound(Trait.LEAD, most_cases=draw(st.integers(1, 2))),)
    else:
        limits = tuple(draw(st.lists(bounds(), max_size=3)))
    return replace(found, bounds=draw(st.sampled_from([(), limits])), ties=draw(ties))


terms = _bounded()
terms_that_worsen_nobody = terms.filter(lambda one: more_frame_can_worsen(one) is None)

budget_lines = st.lists(
    st.builds(
        Line,
        year=st.integers(2023, 2029),
        partner=st.integers(1, 4),
        activity=st.sampled_from(["T1-A1", "T1-A2", "purchase"]),
        source=st.sampled_from(Source),
        amount=st.integers(-100, 1_000_000_00).map(Ore),
        supported=st.booleans(),
    ),
    max_size=12,
)
