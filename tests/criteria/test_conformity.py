"""Which step may follow which, in every mode, and who may take it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from criteria.conformity import (
    LIVING,
    NEXT,
    Fault,
    Mode,
    Standing,
    Taken,
    check_fault,
    fault_of,
    holds,
)

DAY = date(2026, 3, 2)
MODES, STANDINGS = st.sampled_from(Mode), st.sampled_from(Standing)


@given(
    MODES, st.lists(st.tuples(STANDINGS, st.integers(1, 2), st.booleans()), min_size=1, max_size=8)
)
def test_nobody_controls_what_they_registered_and_a_full_test_has_its_certificate(
    mode: Mode, wishes: list[tuple[Standing, int, bool]]
) -> None:
    last: Standing | None = None
    declared_by: int | None = None
    for standing, by, tested in wishes:
        step = Taken(
            standing, by, DAY, reason="Derfor.", evidence="Rapport 1",
            lab="Lab" if tested else "", certificate="7" if tested else "",
            valid_to=DAY if tested else None,
        )  # fmt: skip
        if fault_of(mode, last, declared_by, step) is not None:
            continue
        assert standing in NEXT[last]
        assert (last is None) <= (standing is Standing.DECLARED)
        if standing in {Standing.CONTROLLED, Standing.NOT_FULFILLED}:
            assert by != declared_by
        if mode is Mode.FULL_TEST and standing is Standing.CONTROLLED:
            assert tested
        last, declared_by = standing, by if standing is Standing.DECLARED else declared_by


def test_a_step_says_why_on_what_basis_and_for_how_long() -> None:
    whole = Taken(Standing.DECLARED, 1, DAY, reason="A", evidence="B")

    def fault(step: Taken) -> Fault | None:
        return fault_of(Mode.DOCUMENTS, None, None, step)

    assert fault(whole) is None
    assert fault(replace(whole, reason=" ")) is Fault.REASON_MISSING
    assert fault(replace(whole, evidence="")) is Fault.EVIDENCE_MISSING
    assert fault(replace(whole, valid_to=date(2026, 3, 1))) is Fault.ENDS_BEFORE_IT_BEGINS
    withdrawn = Taken(Standing.WITHDRAWN, 1, DAY, reason="Solgt")
    assert fault_of(Mode.DOCUMENTS, Standing.CONTROLLED, 1, withdrawn) is None


@given(MODES, STANDINGS, st.sampled_from(["open", "closed"]), st.sampled_from(["", "Feil"]))
def test_a_spot_check_needs_a_reason_and_something_that_stands(
    mode: Mode, standing: Standing, state: str, why: str
) -> None:
    is_open = state == "open"
    fault = check_fault(mode, standing, is_open=is_open, why=why)
    allowed = mode is not Mode.FULL_TEST and standing in LIVING and not is_open and bool(why)
    assert (fault is None) == allowed


def test_it_holds_to_the_end_of_its_last_day() -> None:
    assert holds(Standing.CONTROLLED, DAY, DAY)
    assert not holds(Standing.CONTROLLED, DAY, date(2026, 3, 3))
    assert holds(Standing.DECLARED, None, DAY)
    assert not holds(Standing.WITHDRAWN, None, DAY)
