"""What a proposal was made from, written down so that anyone can make it again, and its fingerprint.

A rule that a call does not use is not written: a proposal keeps its fingerprint though more rules have
come since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from criteria.allocation.lines import Reason
from criteria.allocation.portfolio import Bound
from criteria.allocation.terms import Aim, Method, Selection, Terms
from criteria.canonical import Fact, digest
from criteria.ranking import USUAL_TIES, Activity, Candidate, Ranked, TieRule, Ties, Trait
from foundation.money import Ore


def inputs(ranking: Iterable[Ranked], terms: Terms) -> dict[str, Fact]:
    """Write down all that the lines build on."""
    facts: dict[str, Fact] = {
        "ranking": [_facts(ranked) for ranked in sorted(ranking, key=lambda one: one.place)],
        "frame": terms.frame,
        "threshold": written(terms.threshold),
        "method": terms.method.value,
        "share_percent": terms.share_percent,
        "min_grant": terms.min_grant,
        "rounding": terms.rounding,
    }
    return facts | _further(terms)


def from_inputs(facts: Mapping[str, Any]) -> tuple[tuple[Ranked, ...], Terms]:
    """Read back what `inputs` wrote down: the same ranking and terms, so the same lines."""
    terms = Terms(
        frame=Ore(facts["frame"]),
        threshold=Decimal(facts["threshold"]),
        method=Method(facts["method"]),
        share_percent=facts["share_percent"],
        min_grant=_amount(facts["min_grant"]),
        rounding=Ore(facts["rounding"]),
        max_grant=_amount(facts.get("max_grant")),
        bounds=tuple(_bound(one) for one in facts.get("bounds", ())),
        ties=_ties(facts["ties"]) if "ties" in facts else USUAL_TIES,
        selection=Selection(facts.get("selection", Selection.DOWN_THE_LIST)),
        aim=Aim(facts.get("aim", Aim.POINTS_FOR_MONEY)),
    )
    return tuple(_ranked(one) for one in facts["ranking"]), terms


@dataclass(frozen=True, slots=True)
class Result:
    """What an application got, and why."""

    amount: Ore
    reason: Reason


def results(found: Mapping[int, Result]) -> list[dict[str, Fact]]:
    """Write down what each application got, by number."""
    return [
        {"application": application, "amount": one.amount, "reason": one.reason.value}
        for application, one in sorted(found.items())
    ]


def results_from(written_down: Iterable[Mapping[str, Any]]) -> dict[int, Result]:
    """Read back what `results` wrote down."""
    return {
        one["application"]: Result(Ore(one["amount"]), Reason(one["reason"]))
        for one in written_down
    }


def inputs_hash(ranking: Iterable[Ranked], terms: Terms) -> str:
    """Give the SHA-256 (hex) of the inputs: equal means unchanged."""
    return digest(inputs(ranking, terms))


def written(number: Decimal) -> str:
    """Write 80, 80.0 and 8E+1 alike: the same score whichever database it comes from."""
    return format(number.normalize(), "f")


def _further(terms: Terms) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    if terms.max_grant is not None:
        found["max_grant"] = terms.max_grant
    if terms.bounds:
        found["bounds"] = [_bound_facts(bound) for bound in terms.bounds]
    if terms.ties != USUAL_TIES:
        found["ties"] = {
            "rules": [rule.value for rule in terms.ties.rules],
            "lot": terms.ties.lot,
        }
    if terms.selection is not Selection.DOWN_THE_LIST:
        found["selection"] = terms.selection.value
        found["aim"] = terms.aim.value
    return found


def _bound_facts(bound: Bound) -> dict[str, Fact]:
    return {
        "trait": bound.trait.value,
        "value": bound.value,
        "least_cases": bound.least_cases,
        "most_cases": bound.most_cases,
        "least_amount": bound.least_amount,
        "most_amount": bound.most_amount,
    }


def _bound(facts: Mapping[str, Any]) -> Bound:
    return Bound(
        trait=Trait(facts["trait"]),
        value=facts["value"],
        least_cases=facts["least_cases"],
        most_cases=facts["most_cases"],
        least_amount=Ore(facts["least_amount"]),
        most_amount=_amount(facts["most_amount"]),
    )


def _ties(facts: Mapping[str, Any]) -> Ties:
    return Ties(tuple(TieRule(rule) for rule in facts["rules"]), facts["lot"])


def _facts(ranked: Ranked) -> dict[str, Fact]:
    candidate = ranked.candidate
    facts: dict[str, Fact] = {
        "place": ranked.place,
        "application": candidate.application,
        "score": written(candidate.score),
        "asked": candidate.asked,
        "granted_cap": candidate.granted_cap,
        "inhabitants": candidate.inhabitants,
        "below_threshold": candidate.below_threshold,
        "submitted_at": candidate.submitted_at.astimezone(UTC).isoformat(),
    }
    if candidate.main_points is not None:
        facts["main_points"] = written(candidate.main_points)
    groups = {trait.value: candidate.group(trait) for trait in Trait}
    facts |= {trait: group for trait, group in groups.items() if group is not None}
    if candidate.activities:
        facts["activities"] = [
            {"code": one.code, "asked": one.asked, "approved": one.approved}
            for one in candidate.activities
        ]
    return facts


def _ranked(facts: Mapping[str, Any]) -> Ranked:
    main_points = facts.get("main_points")
    candidate = Candidate(
        application=facts["application"],
        score=Decimal(facts["score"]),
        asked=Ore(facts["asked"]),
        granted_cap=_amount(facts["granted_cap"]),
        inhabitants=facts["inhabitants"],
        below_threshold=facts["below_threshold"],
        submitted_at=datetime.fromisoformat(facts["submitted_at"]),
        main_points=None if main_points is None else Decimal(main_points),
        lead=facts.get(Trait.LEAD),
        county=facts.get(Trait.COUNTY),
        size_class=facts.get(Trait.SIZE_CLASS),
        measure=facts.get(Trait.MEASURE),
        activities=tuple(
            Activity(one["code"], Ore(one["asked"]), Ore(one["approved"]))
            for one in facts.get("activities", ())
        ),
    )
    return Ranked(facts["place"], candidate)


def _amount(ore: int | None) -> Ore | None:
    return None if ore is None else Ore(ore)
