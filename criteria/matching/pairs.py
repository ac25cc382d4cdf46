"""Two plans compared: how alike they are, why, and what nobody knows. All points are whole numbers."""

from collections.abc import Iterable, Mapping

from criteria.matching.facts import (
    MONTHS_IN_REACH,
    Found,
    Match,
    Profile,
    Reason,
    Terms,
    Unknown,
    Weights,
)


def points_between(one: Profile, other: Profile, weights: Weights) -> int:
    """Give the points between two plans: the same whichever of them asks."""
    return sum(_points(one, other, weights))


def compare(one: Profile, other: Profile, weights: Weights) -> Match:
    """Say how another kommune's plan fits one's own, and why. What gives nothing is no reason."""
    points = _points(one, other, weights)
    return Match(
        key=other.key,
        points=sum(points),
        reasons=tuple(
            Found(reason, given, shared)
            for reason, given, shared in zip(Reason, points, _shared(one, other), strict=True)
            if given
        ),
        unknown=tuple(
            what for what in Unknown if what in unknown_in(one) or what in unknown_in(other)
        ),
    )


def partners_for(own: Profile, others: Iterable[Profile], terms: Terms) -> tuple[Match, ...]:
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
    points = {key: points_between(own, other, terms.weights) for key, other in by_key.items()}
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


def _points(one: Profile, other: Profile, weights: Weights) -> tuple[int, ...]:
    """Weigh each likeness, in the order of `Reason`: only numbers, since every two are weighed."""
    same_county = one.county is not None and one.county == other.county
    same_region = one.region is not None and one.region == other.region
    same_trust = one.health_trust is not None and one.health_trust == other.health_trust
    return (
        _part(one.needs, other.needs, weights.same_needs),
        _part(one.services, other.services, weights.same_services),
        weights.same_system if one.system is not None and one.system == other.system else 0,
        _time(one.starts, other.starts, weights.same_time),
        weights.same_health_trust if same_trust else 0,
        weights.same_network if one.networks & other.networks else 0,
        weights.same_county if same_county else 0,
        weights.same_region if same_region and not same_county else 0,
    )


def _part(one: frozenset[str], other: frozenset[str], weight: int) -> int:
    """Weigh what is shared against all that either names."""
    shared = len(one & other)
    return weight * shared // (len(one) + len(other) - shared) if shared else 0


def _time(one: int | None, other: int | None, weight: int) -> int:
    """Give all for the same month, and less for each month between, down to nothing."""
    if one is None or other is None:
        return 0
    return weight * max(MONTHS_IN_REACH - abs(one - other), 0) // MONTHS_IN_REACH


def _shared(one: Profile, other: Profile) -> tuple[tuple[str, ...], ...]:
    """Give what each likeness is, in the order of `Reason`, where there is one."""
    apart = abs((one.starts or 0) - (other.starts or 0))
    return (
        tuple(sorted(one.needs & other.needs)),
        tuple(sorted(one.services & other.services)),
        (one.system or "",),
        (str(apart),),
        (one.health_trust or "",),
        tuple(sorted(one.networks & other.networks)),
        (one.county or "",),
        (one.region or "",),
    )
