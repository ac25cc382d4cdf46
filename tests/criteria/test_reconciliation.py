from hypothesis import given
from hypothesis import strategies as st

from criteria.paying import LeftOut, Payable, why_left_out
from criteria.reconciliation import Differing, Ours, Theirs, reconcile
from foundation.money import Ore

amounts = st.integers(-(10**12), 10**12).map(Ore)
references = st.sampled_from("ABCDEFGH")
ours = st.dictionaries(references, st.integers(0, 10**12).map(Ore)).map(
    lambda found: [Ours(reference, amount) for reference, amount in found.items()]
)
theirs = st.lists(
    st.builds(Theirs, st.none() | references | st.sampled_from("XY"), amounts), max_size=12
)
SOUND = Payable(
    in_a_batch=False, accepted=True, disputed=False, account_agreed=True, account_valid=True,
    organisation_valid=True, returned=False,
)  # fmt: skip


@given(ours, theirs)
def test_the_three_lists_explain_the_whole_difference(sent: list[Ours], told: list[Theirs]) -> None:
    found = reconcile(sent, told)
    assert found.ours == sum(one.amount for one in sent)
    assert found.theirs == sum(one.amount for one in told)
    assert found.explained == found.ours - found.theirs


@given(ours, theirs)
def test_every_payment_is_in_one_list_and_no_list_says_what_agrees(
    sent: list[Ours], told: list[Theirs]
) -> None:
    found = reconcile(sent, told)
    named = [one.reference for one in (*found.agreed, *found.missing)]
    named += [one.reference for one in found.differing]
    assert len(named) == len(set(named))
    unmoved = {one.reference for one in sent} - {one.reference for one in told}
    nothing = {one.reference for one in sent if one.amount == 0}
    assert {one.reference for one in sent} - set(named) == unmoved & nothing
    assert all(one.difference != 0 for one in found.differing)


def test_what_went_out_and_came_back_is_nothing_on_both_sides() -> None:
    out, back = Theirs("A", Ore(100)), Theirs("A", Ore(-100))
    returned = reconcile([Ours("A", Ore(0))], [out, back])
    assert (returned.missing, returned.extra, returned.differing) == ((), (), ())
    unbooked = reconcile([Ours("A", Ore(100))], [out, back])
    assert unbooked.differing == (Differing("A", Ore(100), Ore(0)),)


def test_a_payment_is_left_out_for_the_first_thing_in_its_way() -> None:
    assert why_left_out(SOUND) is None
    everything = Payable(
        in_a_batch=False, accepted=False, disputed=True, account_agreed=False,
        account_valid=False, organisation_valid=False, returned=True,
    )  # fmt: skip
    assert why_left_out(everything) is LeftOut.NOT_ACCEPTED
