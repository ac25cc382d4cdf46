import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.auditing import AuditFrom, AuditPer, AuditTerms, reckon
from foundation.money import Ore, kroner

LIMIT = kroner(200_000)
amounts = st.integers(0, 10**11).map(Ore)


@pytest.mark.parametrize(
    ("reached", "granted", "required"),
    [
        (AuditFrom.AT_LEAST, LIMIT - 1, False),
        (AuditFrom.AT_LEAST, LIMIT, True),
        (AuditFrom.ABOVE, LIMIT, False),
        (AuditFrom.ABOVE, LIMIT + 1, True),
    ],
)
def test_one_ore_decides_at_the_threshold(
    reached: AuditFrom, granted: int, *, required: bool
) -> None:
    terms = AuditTerms(LIMIT, AuditPer.DECISION, reached)
    assert reckon(terms, "2026/1", Ore(granted), {}).required is required
    summed = AuditTerms(LIMIT, AuditPer.RECIPIENT, reached)
    parts = {"2026/1": Ore(granted - 1), "2026/2": Ore(1)}
    assert reckon(summed, "2026/1", Ore(granted - 1), parts).required is required


def test_per_decision_the_whole_grant_counts_and_per_recipient_the_years() -> None:
    of_the_year = {"2026/1": kroner(90_000), "2026/2": kroner(80_000), "2026/3": Ore(0)}
    alone = reckon(AuditTerms(LIMIT), "2026/1", LIMIT, of_the_year)
    assert (alone.sum, dict(alone.parts), alone.required) == (LIMIT, {"2026/1": LIMIT}, True)
    summed = reckon(AuditTerms(LIMIT, AuditPer.RECIPIENT), "2026/1", LIMIT, of_the_year)
    assert (summed.sum, summed.required) == (kroner(170_000), False)
    assert set(summed.parts) == {"2026/1", "2026/2"}


@given(granted=amounts, others=st.dictionaries(st.text(), amounts), per=st.sampled_from(AuditPer))
def test_without_a_threshold_nothing_is_audited_and_nothing_granted_never(
    granted: Ore, others: dict[str, Ore], per: AuditPer
) -> None:
    assert not reckon(AuditTerms(None, per), "", granted, others).required
    assert not reckon(AuditTerms(Ore(0), per), "", Ore(0), {}).required


@given(limit=amounts, granted=amounts, others=st.dictionaries(st.text(min_size=1), amounts))
def test_above_is_never_laxer_than_at_least_and_more_money_never_frees(
    limit: Ore, granted: Ore, others: dict[str, Ore]
) -> None:
    for per in AuditPer:
        found = [
            reckon(AuditTerms(limit, per, reached), "", granted, others | {"": granted})
            for reached in (AuditFrom.ABOVE, AuditFrom.AT_LEAST)
        ]
        assert found[0].required <= found[1].required
        assert found[0].sum == found[1].sum >= granted
