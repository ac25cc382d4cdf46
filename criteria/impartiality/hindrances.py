"""What keeps a person from a task in a case. Each rule gives the first reason it finds, or None.

`word` is what the person's own declaration and the leader's ruling leave in the way: see `said`.
"""

from enum import StrEnum


class Hindrance(StrEnum):
    """Why a person may not do a task in a case."""

    NOT_DECLARED = "not_declared"
    DECLARED_PARTIAL = "declared_partial"
    IN_DOUBT_UNRULED = "in_doubt_unruled"
    OBJECTION_UNRULED = "objection_unruled"
    RULED_PARTIAL = "ruled_partial"
    PARTICIPANTS_CHANGED = "participants_changed"
    OWN_ORGANISATION = "own_organisation"
    LEADER_PARTIAL = "leader_partial"
    DECIDED_BELOW = "decided_below"
    SCORED_THE_CASE = "scored_the_case"
    DRAFTED_THE_CASE = "drafted_the_case"
    DECIDED_THE_CASE = "decided_the_case"
    SAME_AS_ATTESTER = "same_as_attester"
    NOT_ATTESTED = "not_attested"


ASKED_AT_THE_GATE = frozenset({Hindrance.NOT_DECLARED, Hindrance.PARTICIPANTS_CHANGED})
"""What the person can put right alone, by answering: keeps nobody from being put on a case."""

PARTIALITY = frozenset(
    {Hindrance.DECLARED_PARTIAL, Hindrance.RULED_PARTIAL, Hindrance.OWN_ORGANISATION}
)
"""What makes a person partial (inhabil), so that it also reaches those the person leads."""


def may_handle(
    word: Hindrance | None, own_organisations: frozenset[int], participating: frozenset[int]
) -> Hindrance | None:
    """Tell what keeps a person from preparing or scoring a case, or None.

    Belonging to a participant weighs heavier than any word: fvl. 1967 § 6 (2025: §§ 26–27).
    """
    if own_organisations & participating:
        return Hindrance.OWN_ORGANISATION
    return word


def may_sign(
    person: int, scorers: frozenset[int], drafted_by: int | None, word: Hindrance | None
) -> Hindrance | None:
    """Tell what keeps a person from signing the decision, or None: never a scorer of that case."""
    if person in scorers:
        return Hindrance.SCORED_THE_CASE
    if person == drafted_by:
        return Hindrance.DRAFTED_THE_CASE
    return word


def may_attest(person: int, decided_by: int | None, word: Hindrance | None) -> Hindrance | None:
    """Tell what keeps a person from attesting a payment, or None: never who decided the grant."""
    if person == decided_by:
        return Hindrance.DECIDED_THE_CASE
    return word


def may_authorise(
    person: int, attested_by: int | None, decided_by: int | None, word: Hindrance | None
) -> Hindrance | None:
    """Tell what keeps a person from authorising a payment, or None: it takes a second person."""
    if attested_by is None:
        return Hindrance.NOT_ATTESTED
    if person == attested_by:
        return Hindrance.SAME_AS_ATTESTER
    return may_attest(person, decided_by, word)
