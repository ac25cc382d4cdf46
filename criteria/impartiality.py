"""Who may touch a case (habilitet), and which two tasks may never meet in one person.

Sources: forvaltningsloven 1967 §§ 6 and 8 (2025: §§ 26–27 and 29), four eyes on decisions (inv.
175, 358), and the two-person principle of økonomibestemmelsene for payments. The law's question is
asked against all participants in the collaboration, not only its lead.
"""

from enum import StrEnum


class View(StrEnum):
    """What a person has declared about the own impartiality in a case."""

    IMPARTIAL = "impartial"
    DOUBT = "doubt"
    PARTIAL = "partial"


class Hindrance(StrEnum):
    """Why a person may not do a task in a case."""

    NOT_DECLARED = "not_declared"
    DECLARED_PARTIAL = "declared_partial"
    IN_DOUBT_UNRULED = "in_doubt_unruled"
    OWN_ORGANISATION = "own_organisation"
    SCORED_THE_CASE = "scored_the_case"
    DRAFTED_THE_CASE = "drafted_the_case"
    DECIDED_THE_CASE = "decided_the_case"
    SAME_AS_ATTESTER = "same_as_attester"
    NOT_ATTESTED = "not_attested"


def may_handle(
    view: View | None, own_organisations: frozenset[int], participating: frozenset[int]
) -> Hindrance | None:
    """Tell what keeps a person from preparing or scoring a case, or None.

    Belonging to a participant weighs heavier than any declaration: fvl. 1967 § 6 (2025: §§ 26–27).
    """
    if own_organisations & participating:
        return Hindrance.OWN_ORGANISATION
    return _hindrance_of(view)


def may_sign(
    person: int, scorers: frozenset[int], drafted_by: int | None, view: View | None
) -> Hindrance | None:
    """Tell what keeps a person from signing the decision, or None: never a scorer of that case."""
    if person in scorers:
        return Hindrance.SCORED_THE_CASE
    if person == drafted_by:
        return Hindrance.DRAFTED_THE_CASE
    return _hindrance_of(view)


def may_attest(person: int, decided_by: int | None, view: View | None) -> Hindrance | None:
    """Tell what keeps a person from attesting a payment, or None: never who decided the grant."""
    if person == decided_by:
        return Hindrance.DECIDED_THE_CASE
    return _hindrance_of(view)


def may_authorise(
    person: int, attested_by: int | None, decided_by: int | None, view: View | None
) -> Hindrance | None:
    """Tell what keeps a person from authorising a payment, or None: it takes a second person."""
    if attested_by is None:
        return Hindrance.NOT_ATTESTED
    if person == attested_by:
        return Hindrance.SAME_AS_ATTESTER
    return may_attest(person, decided_by, view)


def _hindrance_of(view: View | None) -> Hindrance | None:
    """Judge a declaration. A superior rules on doubt first: fvl. 1967 § 8 (2025: § 29)."""
    match view:
        case None:
            return Hindrance.NOT_DECLARED
        case View.PARTIAL:
            return Hindrance.DECLARED_PARTIAL
        case View.DOUBT:
            return Hindrance.IN_DOUBT_UNRULED
        case View.IMPARTIAL:
            return None
