"""Groups grown from a kommune: everybody in a group fits everybody else in it."""

from collections.abc import Iterable, Mapping, Sequence

from criteria.matching.facts import (
    MONTHS_IN_REACH,
    Common,
    DuplicateProfileError,
    Group,
    Profile,
    Reason,
    Suggestions,
    Terms,
)
from criteria.matching.pairs import best_of, points_between

SMALLEST = 2
"""One alone is no group."""

Ties = Mapping[str, Mapping[str, int]]
"""The points between each two that fit, both ways."""


def suggest_to_all(profiles: Iterable[Profile], terms: Terms) -> Suggestions:
    """Suggest partners to every kommune and groups among them all, the closest groups first.

    Each two are compared once. The order of the kommuner changes nothing. Raises
    DuplicateProfileError.
    """
    able = _able(profiles, terms)
    by_key = {one.key: one for one in able}
    ties = _ties(able, terms)
    grown = {
        group.members: group
        for key in by_key
        if (group := _grown(key, able, ties, terms)) is not None
    }
    return Suggestions(
        partners={one.key: best_of(one, ties[one.key], by_key, terms) for one in able},
        groups=tuple(sorted(grown.values(), key=lambda one: (-one.points, one.members))),
    )


def group_around(key: str, profiles: Iterable[Profile], terms: Terms) -> Group | None:
    """Grow the group around one kommune; None when too few fit. The same as among all of them."""
    able = _able(profiles, terms)
    own = next((one for one in able if one.key == key), None)
    if own is None:
        return None
    near = _ties_of(own, able, terms)
    chosen = {key, *_in_reach(near, terms)}
    return _grown(key, able, _ties([one for one in able if one.key in chosen], terms), terms)


def reasons_in_common(members: Sequence[Profile]) -> tuple[Common, ...]:
    """Tell what all members share."""
    return tuple(
        Common(reason, tuple(sorted(shared))) for reason, shared in _shared(members) if shared
    )


def _able(profiles: Iterable[Profile], terms: Terms) -> list[Profile]:
    able = sorted(
        (one for one in profiles if one.region not in terms.barred_regions),
        key=lambda one: one.key,
    )
    if len({one.key for one in able}) < len(able):
        raise DuplicateProfileError
    return able


def _ties(profiles: Sequence[Profile], terms: Terms) -> Ties:
    ties: dict[str, dict[str, int]] = {one.key: {} for one in profiles}
    for place, one in enumerate(profiles):
        for other in profiles[place + 1 :]:
            points = points_between(one, other, terms.weights)
            if points >= terms.least_points:
                ties[one.key][other.key] = ties[other.key][one.key] = points
    return ties


def _ties_of(own: Profile, profiles: Sequence[Profile], terms: Terms) -> dict[str, int]:
    points = {
        other.key: points_between(own, other, terms.weights)
        for other in profiles
        if other.key != own.key
    }
    return {key: given for key, given in points.items() if given >= terms.least_points}


def _in_reach(near: Mapping[str, int], terms: Terms) -> list[str]:
    return sorted(near, key=lambda key: (-near[key], key))[: terms.in_reach]


def _grown(key: str, profiles: Sequence[Profile], ties: Ties, terms: Terms) -> Group | None:
    """Take in, one by one, whoever fits those already in best; the lower number when equal.

    Once the group is large enough for the call, only those that are close to all of it are taken in.
    """
    people = {one.key: one.population for one in profiles}
    members, total, population = [key], 0, people[key]
    waiting = {other: (ties[key][other], ties[key][other]) for other in _in_reach(ties[key], terms)}
    while len(members) < terms.most_members:
        if _is_large_enough(len(members), population, terms):
            waiting = {
                one: found for one, found in waiting.items() if found[1] >= terms.close_points
            }
        if not waiting:
            break
        best = min(waiting, key=lambda other: (-waiting[other][0], other))
        total += waiting[best][0]
        population += people[best]
        members.append(best)
        fits = ties[best]
        waiting = {
            other: (points + fits[other], min(weakest, fits[other]))
            for other, (points, weakest) in waiting.items()
            if other in fits
        }
    if not _is_large_enough(len(members), population, terms):
        return None
    chosen = [one for one in profiles if one.key in set(members)]
    pairs = len(chosen) * (len(chosen) - 1) // 2
    return Group(
        members=tuple(one.key for one in chosen),
        points=total // pairs,
        population=population,
        reasons=reasons_in_common(chosen),
    )


def _is_large_enough(kommuner: int, population: int, terms: Terms) -> bool:
    ways = (kommuner >= terms.min_kommuner, population >= terms.min_population)
    return kommuner >= SMALLEST and (any(ways) if terms.either else all(ways))


def _shared(members: Sequence[Profile]) -> list[tuple[Reason, frozenset[str]]]:
    county = _alike(one.county for one in members)
    return [
        (Reason.SAME_NEEDS, frozenset.intersection(*(one.needs for one in members))),
        (Reason.SAME_SERVICES, frozenset.intersection(*(one.services for one in members))),
        (Reason.SAME_SYSTEM, _alike(one.system for one in members)),
        (Reason.SAME_TIME, _months(members)),
        (Reason.SAME_HEALTH_TRUST, _alike(one.health_trust for one in members)),
        (Reason.SAME_NETWORK, frozenset.intersection(*(one.networks for one in members))),
        (Reason.SAME_COUNTY, county),
        (Reason.SAME_REGION, frozenset() if county else _alike(one.region for one in members)),
    ]


def _alike(values: Iterable[str | None]) -> frozenset[str]:
    found = set(values)
    only = found.pop() if len(found) == 1 else None
    return frozenset() if only is None else frozenset({only})


def _months(members: Sequence[Profile]) -> frozenset[str]:
    """Give how many months apart the first and the last begin, when all are within reach."""
    starts = [one.starts for one in members if one.starts is not None]
    if len(starts) < len(members):
        return frozenset()
    apart = max(starts) - min(starts)
    return frozenset({str(apart)}) if apart < MONTHS_IN_REACH else frozenset()
