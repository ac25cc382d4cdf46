"""An extra frame on top of a proposal: nobody loses, the sums hold, and anyone can make it again."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from criteria.allocation import Method, Result, Terms, allocate
from criteria.allocation.lines import Reason
from criteria.allocation.recomputing import Verdict, recompute
from criteria.allocation.reserve import Extra, Kind, Order
from criteria.allocation.solving import answer
from criteria.allocation.supplement import (
    Standing,
    supplement_from,
    supplement_hash,
    supplement_inputs,
    supplemented,
)
from criteria.allocation.written import inputs, results
from criteria.ranking import Candidate, rank
from foundation.money import NOTHING, Ore, kroner
from tests.criteria.strategies import ore, spread_candidates, terms
from tests.criteria.test_reserve import FIELD, TERMS

extras = st.builds(Extra, frame=ore, order=st.sampled_from(Order), for_new=st.none() | ore)


def standing(
    field: list[Candidate], terms_: Terms, *, able: frozenset[int] | None = None
) -> Standing:
    ranking = rank(field, terms_.ties)
    before = {one.application: Result(one.amount, one.reason) for one in allocate(ranking, terms_)}
    everybody = frozenset(before)
    return Standing(ranking, terms_, before, everybody if able is None else able, frozenset())


def written(found: Standing, extra: Extra) -> dict[str, object]:
    lines = {one.application: Result(one.amount, one.reason) for one in supplemented(found, extra)}
    content = {
        **supplement_inputs(found, extra),
        "sha256": supplement_hash(found, extra),
        "lines": results(lines),
    }
    copied: dict[str, object] = json.loads(json.dumps(content))
    return copied


@given(spread_candidates(), terms, extras)
def test_nobody_has_less_and_no_more_than_the_extra_is_shared_out(
    field: list[Candidate], terms_: Terms, extra: Extra
) -> None:
    found = standing(field, terms_)
    lines = supplemented(found, extra)
    added = [one.amount - found.before[one.application].amount for one in lines]
    assert all(one >= NOTHING for one in added)
    assert sum(added) <= extra.frame
    for one in lines:
        if one.amount > found.before[one.application].amount:
            assert sum(cut.taken for cut in one.cuts) == one.asked - one.amount


@given(spread_candidates(), terms, extras)
def test_its_file_gives_the_same_lines(field: list[Candidate], terms_: Terms, extra: Extra) -> None:
    found = standing(field, terms_)
    content = written(found, extra)
    assert supplement_from(content) == (found, extra)
    assert recompute(content).verdict is Verdict.SAME
    assert recompute({**content, "sha256": "0" * 64}).verdict is Verdict.OTHER_INPUTS


def test_who_has_left_gets_nothing_more_and_fills_up_no_group() -> None:
    found = standing(list(FIELD), TERMS, able=frozenset({3, 4}))
    lines = {one.application: one for one in supplemented(found, Extra(kroner(700_000)))}
    assert lines[3].amount == kroner(800_000)
    assert lines[3].reason is Reason.FUNDED
    assert lines[4].amount == kroner(100_000)
    assert lines[4].reason is Reason.FUNDED_IN_PART_FRAME
    assert lines[1].amount == found.before[1].amount
    assert [one.kind for one in found.reserves] == [Kind.INCREASE, Kind.NEW]


def test_another_extra_frame_builds_on_the_first() -> None:
    first = standing(list(FIELD), TERMS)
    lines = supplemented(first, Extra(kroner(400_000)))
    again = replace(
        first, before={one.application: Result(one.amount, one.reason) for one in lines}
    )
    once_more = supplemented(again, Extra(kroner(400_000)))
    at_once = supplemented(first, Extra(kroner(800_000)))
    assert [one.amount for one in once_more] == [one.amount for one in at_once]


def test_the_program_finds_the_best_and_tells_whether_others_are_as_good() -> None:
    terms_ = replace(TERMS, method=Method.FULL_OR_NEXT)
    ranking = rank(FIELD)
    found = answer({"allocation": inputs(ranking, terms_)})
    assert found["worth"] == found["bound"]
    asked = {"allocation": inputs(ranking, terms_), "lines": found["lines"]}
    assert answer(asked)["proves"] is True
    worse = [{**one, "amount": 0} for one in found["lines"]]
    assert answer({**asked, "lines": worse})["proves"] is False
    more = [{**one, "amount": one["amount"] + Ore(100_000)} for one in found["lines"]]
    assert answer({**asked, "lines": more})["proves"] is False
