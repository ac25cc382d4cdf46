"""Two plans compared: how alike they are, why, and what nobody knows. All points are whole numbers."""

from collections.abc import Iterable, Iterator, Mapping

from criteria.matching.facts import (
    MONTHS_IN_REACH,
    Found,
    Match,
    Profile,
    Reason,
    Terms,
    Unknown,
)


def points_between(one: Profile, other: Profile, weights: Mapping[Reason, int]) -> int:
    """Give the points between two plans: the same whichever of them asks."""
    return sum(found.points for found in _likenesses(one, other, weights))


def compare(one: Profile, other: Profile, weights: Mapping[Reason, int]) -> Match:
    """Say how another kommune's plan fits one's own, and why."""
    reasons = tuple(_likenesses(one, other, weights))
    return Match(
        key=other.key,
        points=sum(found.points for found in reasons),
        reasons=reasons,
        unknown=tuple(
            what for what in Unknown if what in unknown_in(one) or what in unknown_in(other)
        ),
    )


def partners_for(
    own: Profile, others: Iterable[Profile], terms: Terms
) -> tuple[Match, ...]:
    """Give the plans that fit one's own best, best first; those with equal points by their numbers.

    Nothing below the least points is suggested, nor kommuner that the call keeps out.
    """
    if own.region in terms.barred_regions:
        return ()
    by_key = {
        other.key: other
        for other in others
        if other.key != own.key and other.region not in terms.barred_regions
    }
    points = {
        key: points_between(own, other, terms.weights) for key, other in by_key.items()
    }
    enough = {key: given for key, given in points.items() if given >= terms.least_points}
    return best_of(own, enough, by_key, terms)


def best_of(
    own: Profile, points: Mapping[str, int], others: Mapping[str, Profile], terms: Terms
) -> tuple[Match, ...]:
    """Say why those with the most points fit, as many as are suggested."""
    best = sorted(points, key=lambda key: (-points[key], key))[: terms.most_partners]
    return tuple(compare(own, others[key], terms.weights) for key in best)


def unknown_in(profile: Profile) -> frozenset[Unknown]:
    """Tell what a kommune has not said, or the register does not know of it."""
    said: dict[Unknown, object] = {
        Unknown.NEEDS: profile.needs,
        Unknown.SERVICES: profile.services,
        Unknown.SYSTEM: profile.system,
        Unknown.TIME: profile.starts,
        Unknown.HEALTH_TRUST: profile.health_trust,
        Unknown.NETWORK: profile.networks,
    }
    return frozenset(what for what, value in said.items() if not value)


def _likenesses(
    one: Profile, other: Profile, weights: Mapping[Reason, int]
) -> Iterator[Found]:
    if one.needs and other.needs:
        yield from _overlap(Reason.SAME_NEEDS, one.needs, other.needs, weights)
    if one.services and other.services:
        yield from _overlap(Reason.SAME_SERVICES, one.services, other.services, weights)
    if one.system is not None and one.system == other.system:
        yield Found(Reason.SAME_SYSTEM, weights[Reason.SAME_SYSTEM], (one.system,))
    yield from _time(one, other, weights)
    yield from _place(one, other, weights)


def _overlap(
    reason: Reason, one: frozenset[str], other: frozenset[str], weights: Mapping[Reason, int]
) -> Iterator[Found]:
    """Weigh what is shared against all that either names."""
    shared = one & other
    if shared:
        of_all = len(one) + len(other) - len(shared)
        yield Found(reason, weights[reason] * len(shared) // of_all, tuple(sorted(shared)))


def _time(one: Profile, other: Profile, weights: Mapping[Reason, int]) -> Iterator[Found]:
    if one.starts is None or other.starts is None:
        return
    apart = abs(one.starts - other.starts)
    if apart < MONTHS_IN_REACH:
        left = MONTHS_IN_REACH - apart
        yield Found(
            Reason.SAME_TIME, weights[Reason.SAME_TIME] * left // MONTHS_IN_REACH, (str(apart),)
        )


def _place(one: Profile, other: Profile, weights: Mapping[Reason, int]) -> Iterator[Found]:
    """Weigh what ties places together: the health trust, a network, and the county or else its region."""
    if one.health_trust is not None and one.health_trust == other.health_trust:
        weight = weights[Reason.SAME_HEALTH_TRUST]
        yield Found(Reason.SAME_HEALTH_TRUST, weight, (one.health_trust,))
    networks = one.networks & other.networks
    if networks:
        yield Found(
            Reason.SAME_NETWORK, weights[Reason.SAME_NETWORK], tuple(sorted(networks))
        )
    if one.county is not None and one.county == other.county:
        yield Found(Reason.SAME_COUNTY, weights[Reason.SAME_COUNTY], (one.county,))
    elif one.region is not None and one.region == other.region:
        yield Found(Reason.SAME_REGION, weights[Reason.SAME_REGION], (one.region,))
