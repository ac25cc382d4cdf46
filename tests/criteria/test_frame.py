import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.frame import (
    Balance,
    EntryKind,
    Posting,
    Refusal,
    Violation,
    ViolationKind,
    balance,
    by_post_and_year,
    may_book,
    may_commit,
    may_pay,
    problems,
)
from criteria.postings import WITHOUT_CASE
from foundation.money import NOTHING, Ore, kroner


def posting(
    kind: EntryKind, amount: int, *, application: int | None = 7, year: int = 2024,
    post: int = 60, reverses: EntryKind | None = None,
) -> Posting:  # fmt: skip
    case = None if (reverses or kind) in WITHOUT_CASE else application
    return Posting(kind, post, year, case, kroner(amount), reverses)


LEDGER = (
    posting(EntryKind.APPROPRIATION, 1000),
    posting(EntryKind.CARRY_OVER, 50),
    posting(EntryKind.COMMITMENT, 600),
    posting(EntryKind.COMMITMENT, 300, application=8),
    posting(EntryKind.COMMITMENT_LAPSE, -100, application=8),
    posting(EntryKind.PAYMENT, 400),
    posting(EntryKind.PAYMENT_RETURN, -20),
    posting(EntryKind.CLAIM, 30),
    posting(EntryKind.REPAYMENT, -10),
    posting(EntryKind.PAYMENT, 5, application=8),
    posting(EntryKind.REVERSAL, -5, application=8, reverses=EntryKind.PAYMENT),
)


ledgers = st.lists(
    st.builds(
        Posting,
        kind=st.sampled_from(sorted(set(EntryKind) - {EntryKind.REVERSAL})),
        post=st.sampled_from([60, 73]),
        year=st.integers(2024, 2026),
        application=st.none() | st.integers(1, 3),
        amount=st.integers(-1_000_00, 1_000_00).map(Ore),
    ),
    max_size=15,
)


def test_postings_add_up_to_what_is_granted_promised_paid_and_claimed() -> None:
    sums = balance(LEDGER)
    assert sums == Balance(kroner(1050), kroner(800), kroner(370), kroner(20))
    assert (sums.available, sums.remaining) == (kroner(250), kroner(430))


def test_an_empty_ledger_adds_up_to_nothing() -> None:
    assert balance(()) == Balance(NOTHING, NOTHING, NOTHING, NOTHING)


def test_a_reversal_undoes_its_entry_in_the_sum_that_it_moved() -> None:
    for kind in set(EntryKind) - {EntryKind.REVERSAL}:
        undone = posting(EntryKind.REVERSAL, -70, reverses=kind)
        assert balance((*LEDGER, posting(kind, 70), undone)) == balance(LEDGER)


def test_posts_and_years_are_kept_apart_and_in_order() -> None:
    other = (
        posting(EntryKind.APPROPRIATION, 15, post=73, year=2024),
        posting(EntryKind.APPROPRIATION, 100, year=2025),
    )
    sums = by_post_and_year((*other, *LEDGER))
    assert list(sums) == [(60, 2024), (60, 2025), (73, 2024)]
    assert sums[60, 2024] == balance(LEDGER)
    assert sums[73, 2024].available == kroner(15)


def test_a_sound_ledger_has_no_problems() -> None:
    assert problems(LEDGER) == ()


@pytest.mark.parametrize(
    ("amount", "refusal"),
    [
        (250, None),
        (251, Refusal.OVER_APPROPRIATION),
        (0, Refusal.NEGATIVE),
        (-1, Refusal.NEGATIVE),
    ],
)
def test_no_more_is_promised_than_parliament_granted(amount: int, refusal: Refusal | None) -> None:
    assert may_commit(balance(LEDGER), kroner(amount)) is refusal


@pytest.mark.parametrize(
    ("amount", "accepted", "refusal"),
    [
        (200, True, None),
        (201, True, Refusal.OVER_COMMITMENT),
        (200, False, Refusal.NOT_ACCEPTED),
        (0, True, Refusal.NEGATIVE),
        (-1, False, Refusal.NEGATIVE),
    ],
)
def test_a_case_is_paid_what_it_was_promised_and_accepted(
    amount: int, *, accepted: bool, refusal: Refusal | None
) -> None:
    case = Balance(NOTHING, committed=kroner(600), paid=kroner(400))
    assert may_pay(case, kroner(amount), accepted=accepted) is refusal


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (posting(EntryKind.APPROPRIATION, -250), None),
        (posting(EntryKind.APPROPRIATION, -251), Refusal.OVER_APPROPRIATION),
        (posting(EntryKind.CARRY_OVER, -251), Refusal.OVER_APPROPRIATION),
        (
            posting(EntryKind.REVERSAL, -251, reverses=EntryKind.APPROPRIATION),
            Refusal.OVER_APPROPRIATION,
        ),
        (posting(EntryKind.APPROPRIATION, 1), None),
        (posting(EntryKind.COMMITMENT, 250), None),
        (posting(EntryKind.COMMITMENT, 251), Refusal.OVER_APPROPRIATION),
        (posting(EntryKind.COMMITMENT_LAPSE, -230), None),
        (posting(EntryKind.COMMITMENT_LAPSE, -231), Refusal.OVER_COMMITMENT),
        (
            posting(EntryKind.REVERSAL, 251, reverses=EntryKind.COMMITMENT_LAPSE),
            Refusal.OVER_APPROPRIATION,
        ),
        (posting(EntryKind.PAYMENT, 230), None),
        (posting(EntryKind.PAYMENT, 231), Refusal.OVER_COMMITMENT),
        (
            posting(EntryKind.REVERSAL, 231, reverses=EntryKind.PAYMENT_RETURN),
            Refusal.OVER_COMMITMENT,
        ),
        (posting(EntryKind.PAYMENT_RETURN, -20), None),
    ],
)
def test_an_entry_is_written_only_where_there_is_money_for_it(
    entry: Posting, refusal: Refusal | None
) -> None:
    of_the_case = [one for one in LEDGER if one.application == entry.application]
    assert may_book(entry, balance(LEDGER), balance(of_the_case), accepted=True) is refusal


def test_nothing_is_paid_in_a_case_before_the_grant_is_accepted() -> None:
    payment = posting(EntryKind.PAYMENT, 1)
    refusal = may_book(payment, balance(LEDGER), balance(LEDGER), accepted=False)
    assert refusal is Refusal.NOT_ACCEPTED


def test_an_appropriation_may_be_changed_downwards() -> None:
    assert problems((*LEDGER, posting(EntryKind.APPROPRIATION, -250))) == ()


@given(ledgers, ledgers)
def test_sums_of_two_parts_are_the_sum_of_the_whole(one: list[Posting], two: list[Posting]) -> None:
    assert balance(one) + balance(two) == balance([*one, *two])


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (posting(EntryKind.COMMITMENT, 0), ViolationKind.NOTHING_BOOKED),
        (posting(EntryKind.COMMITMENT_LAPSE, 0), ViolationKind.NOTHING_BOOKED),
        (posting(EntryKind.COMMITMENT, -1), ViolationKind.WRONG_SIGN),
        (posting(EntryKind.COMMITMENT_LAPSE, 1), ViolationKind.WRONG_SIGN),
        (posting(EntryKind.PAYMENT, -1), ViolationKind.WRONG_SIGN),
        (posting(EntryKind.PAYMENT_RETURN, 1), ViolationKind.WRONG_SIGN),
        (posting(EntryKind.REPAYMENT, 1), ViolationKind.WRONG_SIGN),
        (
            posting(EntryKind.REVERSAL, 1, reverses=EntryKind.PAYMENT),
            ViolationKind.WRONG_SIGN,
        ),
        (posting(EntryKind.REVERSAL, -1), ViolationKind.REVERSAL_OF_NOTHING),
        (
            posting(EntryKind.REVERSAL, -1, reverses=EntryKind.REVERSAL),
            ViolationKind.REVERSAL_OF_NOTHING,
        ),
        (
            posting(EntryKind.PAYMENT, 1, reverses=EntryKind.PAYMENT),
            ViolationKind.REVERSAL_OF_NOTHING,
        ),
        (posting(EntryKind.PAYMENT, 1, application=None), ViolationKind.CASE_MISSING),
    ],
)
def test_a_wrong_entry_is_named(wrong: Posting, kind: ViolationKind) -> None:
    found = problems((*LEDGER, wrong))
    assert found == (Violation(kind, 60, 2024, wrong.application, wrong.amount),)


def test_a_post_that_promised_more_than_it_was_granted_is_named() -> None:
    ledger = (*LEDGER, posting(EntryKind.COMMITMENT, 300, application=9))
    assert problems(ledger) == (
        Violation(ViolationKind.OVER_APPROPRIATION, 60, 2024, None, kroner(50)),
    )


def test_money_of_another_year_or_post_does_not_cover_a_promise() -> None:
    ledger = (
        posting(EntryKind.APPROPRIATION, 100, year=2025),
        posting(EntryKind.APPROPRIATION, 100, post=73),
        posting(EntryKind.COMMITMENT, 40),
    )
    assert problems(ledger) == (
        Violation(ViolationKind.OVER_APPROPRIATION, 60, 2024, None, kroner(40)),
    )


def test_a_carry_over_moves_money_between_years_and_makes_none() -> None:
    moved = (
        posting(EntryKind.APPROPRIATION, 100),
        posting(EntryKind.CARRY_OVER, -30),
        posting(EntryKind.CARRY_OVER, 30, year=2025),
    )
    sums = by_post_and_year(moved)
    assert (sums[60, 2024].available, sums[60, 2025].available) == (kroner(70), kroner(30))
    assert problems(moved) == ()


def test_a_carry_over_of_more_than_there_was_is_named() -> None:
    ledger = (posting(EntryKind.APPROPRIATION, 10), posting(EntryKind.CARRY_OVER, -30))
    assert [violation.kind for violation in problems(ledger)] == [
        ViolationKind.APPROPRIATION_BELOW_ZERO,
        ViolationKind.OVER_APPROPRIATION,
    ]


@pytest.mark.parametrize(
    ("entry", "kind", "amount"),
    [
        (posting(EntryKind.PAYMENT, 241), ViolationKind.OVER_COMMITMENT, 11),
        (posting(EntryKind.PAYMENT_RETURN, -371), ViolationKind.PAYMENT_BELOW_ZERO, 1),
        (posting(EntryKind.CLAIM, 351), ViolationKind.CLAIM_ABOVE_PAYMENT, 1),
        (posting(EntryKind.WRITE_OFF, -21), ViolationKind.CLAIM_BELOW_ZERO, 1),
        (
            posting(EntryKind.COMMITMENT_LAPSE, -201, application=8),
            ViolationKind.COMMITMENT_BELOW_ZERO,
            1,
        ),
    ],
)
def test_a_case_out_of_balance_is_named(entry: Posting, kind: ViolationKind, amount: int) -> None:
    found = {violation.kind: violation for violation in problems((*LEDGER, entry))}
    assert found[kind] == Violation(kind, 60, 2024, entry.application, kroner(amount))


def test_a_commitment_may_lapse_altogether() -> None:
    lapsed = posting(EntryKind.COMMITMENT_LAPSE, -200, application=8)
    assert problems((*LEDGER, lapsed)) == ()


def test_cases_out_of_balance_come_in_order() -> None:
    unpromised = (
        posting(EntryKind.PAYMENT, 1, application=9),
        posting(EntryKind.PAYMENT, 1, application=2),
    )
    assert [violation.application for violation in problems(unpromised)] == [2, 9]


def test_a_case_is_paid_in_a_later_year_only_when_the_promise_is_moved_there() -> None:
    ledger = (
        posting(EntryKind.APPROPRIATION, 100),
        posting(EntryKind.APPROPRIATION, 100, year=2025),
        posting(EntryKind.COMMITMENT, 100),
        posting(EntryKind.PAYMENT, 100, year=2025),
    )
    (found,) = problems(ledger)
    assert (found.kind, found.year) == (ViolationKind.OVER_COMMITMENT, 2025)
    moved = (
        posting(EntryKind.COMMITMENT_CHANGE, -100),
        posting(EntryKind.COMMITMENT_CHANGE, 100, year=2025),
    )
    assert problems((*ledger, *moved)) == ()


def test_what_is_claimed_is_repaid_or_written_off_and_no_more() -> None:
    case = balance(LEDGER)
    for entry, refusal in (
        (posting(EntryKind.CLAIM, 350), None),
        (posting(EntryKind.CLAIM, 351), Refusal.OVER_PAID),
        (posting(EntryKind.REPAYMENT, -20), None),
        (posting(EntryKind.REPAYMENT, -21), Refusal.OVER_CLAIM),
        (posting(EntryKind.WRITE_OFF, -21), Refusal.OVER_CLAIM),
        (posting(EntryKind.PAYMENT_RETURN, -351), Refusal.OVER_PAID),
        (posting(EntryKind.REVERSAL, -21, reverses=EntryKind.CLAIM), Refusal.OVER_CLAIM),
    ):
        assert may_book(entry, case, case, accepted=True) is refusal


def test_a_transfer_takes_what_is_free_and_moves_no_more() -> None:
    sums = balance(LEDGER)
    leaving = [posting(EntryKind.TRANSFER, -amount) for amount in (250, 251)]
    refusals = [
        may_book(one, sums, Balance(NOTHING, NOTHING, NOTHING), accepted=False) for one in leaving
    ]
    assert refusals == [None, Refusal.OVER_APPROPRIATION]


@given(ledgers.flatmap(lambda ledger: st.tuples(st.just(ledger), st.permutations(ledger))))
def test_balances_are_the_same_in_any_order(both: tuple[list[Posting], list[Posting]]) -> None:
    ledger, turned = both
    assert balance(turned) == balance(ledger)
    assert by_post_and_year(turned) == by_post_and_year(ledger)


@given(ledgers)
def test_posts_and_years_add_up_to_the_whole(ledger: list[Posting]) -> None:
    parts = by_post_and_year(ledger).values()
    whole = balance(ledger)
    assert sum(part.available for part in parts) == whole.available
    assert sum(part.remaining for part in parts) == whole.remaining


@given(ledgers, st.integers(-50_00, 2_000_00).map(Ore))
def test_what_may_be_promised_leaves_no_post_overdrawn(ledger: list[Posting], amount: Ore) -> None:
    sums = balance(ledger)
    after = balance((*ledger, Posting(EntryKind.COMMITMENT, 60, 2024, 1, amount)))
    allowed = may_commit(sums, amount) is None
    assert allowed == (amount > 0 and after.available >= 0)


@given(ledgers)
def test_a_ledger_with_each_entry_reversed_is_empty(ledger: list[Posting]) -> None:
    reversals = [
        Posting(EntryKind.REVERSAL, one.post, one.year, one.application, Ore(-one.amount), one.kind)
        for one in ledger
    ]
    assert balance([*ledger, *reversals]) == Balance(NOTHING, NOTHING, NOTHING, NOTHING)


@given(
    ledgers,
    st.sampled_from(sorted(set(EntryKind) - {EntryKind.REVERSAL})),
    st.integers(-500_00, 500_00).map(Ore),
)
def test_what_may_be_booked_breaks_no_limit_that_held(
    ledger: list[Posting], kind: EntryKind, amount: Ore
) -> None:
    case = None if kind in WITHOUT_CASE else 1
    entry = Posting(kind, 60, 2024, case, amount)
    year = balance(one for one in ledger if (one.post, one.year) == (60, 2024))
    own = balance(one for one in ledger if (one.post, one.year, one.application) == (60, 2024, 1))
    if may_book(entry, year, own, accepted=True) is not None:
        return
    for left, before in (
        ((year + balance([entry])).available, year.available),
        ((own + balance([entry])).remaining if case else 0, own.remaining),
        ((own + balance([entry])).claimable if case else 0, own.claimable),
        ((own + balance([entry])).claimed if case else 0, own.claimed),
    ):
        assert left >= min(before, 0)
