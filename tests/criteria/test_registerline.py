"""What the state's register of grants takes: valid organisation numbers and whole kroner."""

from hypothesis import given
from hypothesis import strategies as st

from criteria.registerline import (
    RegisterLine,
    RegisterProblem,
    is_organisation_number,
    on_one_line,
    problem_of,
)
from criteria.yearend import Assumption, expected
from foundation.money import NOTHING, Ore, kroner

KNOWN = ("983544622", "963376030", "839953062", "974760673")


def a_line(number: str | None, granted: Ore = kroner(10), asked: Ore = kroner(20)) -> RegisterLine:
    return RegisterLine(number, asked, granted)


def test_real_numbers_are_numbers_and_one_wrong_digit_is_found() -> None:
    for number in KNOWN:
        assert problem_of(a_line(number)) is None
        wrong = str((int(number[0]) + 1) % 10) + number[1:]
        assert problem_of(a_line(wrong)) is RegisterProblem.WRONG_ORGANISATION_NUMBER
    assert not is_organisation_number("983 544 622")
    assert problem_of(a_line(None)) is RegisterProblem.NO_ORGANISATION_NUMBER


@given(st.text(alphabet="0123456789", min_size=8, max_size=8))
def test_eight_digits_have_one_check_digit_at_most(begins: str) -> None:
    assert sum(is_organisation_number(f"{begins}{last}") for last in range(10)) <= 1


def test_amounts_are_something_and_whole() -> None:
    assert problem_of(a_line(KNOWN[0], NOTHING)) is RegisterProblem.NOTHING_GRANTED
    assert problem_of(a_line(KNOWN[0], Ore(101))) is RegisterProblem.NOT_WHOLE_KRONER
    assert problem_of(a_line(KNOWN[0], asked=Ore(1))) is RegisterProblem.NOT_WHOLE_KRONER
    assert on_one_line(" Helse\r\n\tdirektoratet ") == "Helse direktoratet"


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_year_is_expected_to_end_with_what_is_planned_until_it_is_over(
    paid: int, unpaid: int
) -> None:
    running = expected(Ore(paid), Ore(unpaid), is_over=False)
    assert running.paid - paid == unpaid
    assert Assumption.NOTHING_NEW in running.assumptions
    over = expected(Ore(paid), Ore(unpaid), is_over=True)
    assert (over.paid, over.assumptions) == (paid, (Assumption.IS_OVER,))
