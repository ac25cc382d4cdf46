"""Dividing a claim among those that took over the kommune that owed it. Used inside acts.

The one that carries the case on keeps the claim with its own share; each other owes its share as a claim of
its own, that is paid, agreed upon, written off and bears interest by itself. What has run of interest is
charged first, and divided too. The ledger moves what is not settled between them: it adds up to 0 in every
year.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from accounts.models import Person
from applications.succession.queries import weights_since
from criteria import reclaiming, succeeding
from criteria.postings import EntryKind
from criteria.reclaiming import ReclaimKind
from foundation import clock
from foundation.database import db
from foundation.money import NOTHING, Ore
from payments.interest.charges import days_of_year
from payments.interest.charging import charge_run
from payments.interest.models import InterestCharge
from payments.reclaims.booking import book
from payments.reclaims.models import Reclaim, ReclaimPart
from payments.reclaims.queries import claimed_by_year, interest_by_year

_ByKey = dict[int, Ore]
_Spread = Mapping[int, _ByKey]
"""What each owes, by organisation, of each year or of each part of an agreement."""


def divide(
    claim: Reclaim, weights: Mapping[int, int], succession: int, *, by: Person, at: datetime
) -> None:
    """Let each have its share of what is outstanding of a claim; who has it now keeps its own.

    Needs the claim held, with its case and its parts. `weights`: by organisation; where one has all of it, or
    nothing is outstanding, nothing is done.
    """
    main = claim.organisation_id
    owed = _outstanding(claimed_by_year(claim.id))
    if claim.decided_at is None or not owed or not set(weights) - {main}:
        return
    charge_run(claim, clock.in_oslo(at).date(), by=by, at=at)
    charged = _outstanding(interest_by_year(claim.id))
    shares = _shares(owed, weights, main)
    others = {one: weights[one] for one in shares if one != main}
    rest = {main: sum(weights.values()) - sum(others.values())}
    of_interest = _shares(charged, others | rest, main)
    made = {
        heir: _share_of(claim, heir, share, succession)
        for heir, share in shares.items()
        if heir != main
    }
    _divide_parts(claim, made, shares, of_interest)
    db.session.add_all(made.values())
    db.session.flush()  # entries name them by id
    _book_claims(claim, made, succeeding.apart(shares, owed, main), by, at)
    _book_interest(claim, made, succeeding.apart(of_interest, charged, main), by, at)


def divide_decided(claim: Reclaim, *, by: Person, at: datetime) -> None:
    """Divide what has just been claimed, where the kommune that was given notice was split meanwhile."""
    if claim.succession_id is not None:
        weights = weights_since(claim.application_id, claim.succession_id)
        divide(claim, weights, claim.succession_id, by=by, at=at)


def _outstanding(by_year: Mapping[int, Ore]) -> _ByKey:
    return {year: amount for year, amount in sorted(by_year.items()) if amount > 0}


def _shares(by_year: _ByKey, weights: Mapping[int, int], main: int) -> _ByKey:
    (shares,) = succeeding.divided([Ore(sum(by_year.values()))], weights, main)
    return shares


def _share_of(claim: Reclaim, heir: int, amount: Ore, succession: int) -> Reclaim:
    return Reclaim(
        application=claim.application, organisation_id=heir, origin_id=claim.id,
        succession_id=succession, kind=ReclaimKind.CLAIM_BACK, amount=amount,
        cause=claim.cause, comment_by=claim.comment_by, noticed_at=claim.noticed_at,
        noticed_by_id=claim.noticed_by_id, decided_amount=amount, reason=claim.reason,
        pay_by=claim.pay_by, pay_to=claim.pay_to, decided_at=claim.decided_at,
        decided_by_id=claim.decided_by_id,
    )  # fmt: skip


def _divide_parts(
    claim: Reclaim, made: Mapping[int, Reclaim], shares: _ByKey, of_interest: _ByKey
) -> None:
    """Divide what is not paid of an agreement; who has the claim keeps what is paid of the parts, too."""
    main = claim.organisation_id
    parts = {one.number: Ore(one.amount - one.interest) for one in claim.parts}
    interest = {one.number: one.interest for one in claim.parts}
    owed, charged = (
        reclaiming.unpaid_parts(agreed, Ore(sum(whole.values())))
        for agreed, whole in ((parts, shares), (interest, of_interest))
    )
    spread = succeeding.apart(shares, owed, main)
    bears = succeeding.apart(of_interest, charged, main)
    for heir, share in made.items():
        share.parts = _parts(claim, spread.get(heir, {}), bears.get(heir, {}))
    kept = {one: Ore(parts[one] - owed[one] + spread[main].get(one, 0)) for one in parts}
    keeps = {one: Ore(interest[one] - charged[one] + bears[main].get(one, 0)) for one in parts}
    claim.parts = _parts(claim, kept, keeps)


def _parts(claim: Reclaim, principal: _ByKey, interest: _ByKey) -> list[ReclaimPart]:
    """Write the parts of an agreement on the days of the claim's, without those of nothing."""
    found = []
    for one in claim.parts:
        of_interest = interest.get(one.number, NOTHING)
        amount = Ore(principal.get(one.number, NOTHING) + of_interest)
        if amount:
            part = ReclaimPart(number=one.number, due_on=one.due_on, amount=amount)
            part.interest = of_interest
            found.append(part)
    return found


def _book_claims(
    claim: Reclaim, made: Mapping[int, Reclaim], years: _Spread, by: Person, at: datetime
) -> None:
    what = EntryKind.CLAIM, "Krav delt mellom kommuner"
    _move(claim, made, years, what, by=by, at=at)


def _book_interest(
    claim: Reclaim, made: Mapping[int, Reclaim], years: _Spread, by: Person, at: datetime
) -> None:
    """Move charged interest; each share of it is for the same days."""
    what = EntryKind.INTEREST, "Renter delt mellom kommuner"
    moved = _move(claim, made, years, what, by=by, at=at)
    for heir, entries in moved.items():
        for year, number in entries.items():
            first, last = days_of_year(claim.id, year)
            db.session.add(
                InterestCharge(
                    entry_id=number, reclaim_id=made[heir].id, first_on=first, last_on=last
                )
            )
            db.session.flush()  # the database wants the days in their order


def _move(
    claim: Reclaim,
    made: Mapping[int, Reclaim],
    years: _Spread,
    what: tuple[EntryKind, str],
    *,
    by: Person,
    at: datetime,
) -> dict[int, dict[int, int]]:
    """Book what leaves a claim and comes to its shares. Gives each one's entries by year."""
    kind, text = what
    book(claim, kind, _given(years, made), text, by=by, at=at)
    moved = {}
    for heir, share in made.items():
        own = years.get(heir, {})
        moved[heir] = dict(zip(own, book(share, kind, own, text, by=by, at=at), strict=True))
    return moved


def _given(years: _Spread, heirs: Collection[int]) -> _ByKey:
    """Add up what leaves a claim, by year, with the sign of what is taken from it."""
    given: _ByKey = {}
    for heir in heirs:
        for year, amount in years.get(heir, {}).items():
            given[year] = Ore(given.get(year, NOTHING) - amount)
    return dict(sorted(given.items()))
