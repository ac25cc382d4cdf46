"""What the property tests of the rules draw from: real-looking cases, and all of the odd ones."""

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import strategies as st

from criteria.allocation import Method, Terms
from criteria.budget import Line, Source
from criteria.ranking import Candidate
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


terms = st.builds(
    Terms,
    frame=ore,
    threshold=st.sampled_from([Decimal(0), Decimal(50), Decimal(100)]),
    method=st.sampled_from(Method),
    share_percent=st.integers(min_value=1, max_value=100),
    min_grant=st.none() | st.integers(0, 300).map(lambda thousands: kroner(thousands * 1000)),
    rounding=st.sampled_from([Ore(1), kroner(1), kroner(1000)]),
)

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
