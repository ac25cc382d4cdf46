"""Drawing a sample of cases to control (stikkprøve): by lot, with more lots for more risk.

Every case has one lot, and one more for each risk point. A lot is the SHA-256 of `seed/case number/lot`, with
lots counted from 0, in hexadecimal; a case draws its lowest. The cases with the lowest lots are the sample.
Anybody who knows the seed, the cases and their lots draws the same sample again, with nothing but a checksum
program. Drawing is without replacement, and a case with twice the lots is twice as likely to come first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from foundation.money import Ore

_WHOLE = 100


class RiskSign(StrEnum):
    """What gives a case risk points; what each is worth is the scheme's data."""

    LARGE_GRANT = "large_grant"
    MANY_PARTNERS = "many_partners"
    REPORT_LATE = "report_late"
    REPORT_RETURNED = "report_returned"
    PROJECT_CHANGED = "project_changed"
    ACCOUNT_CHANGED = "account_changed"


class SampleError(ValueError):
    """Nothing can be drawn: no cases, a size beyond them, or a case without a lot."""


@dataclass(frozen=True, slots=True)
class RiskTerm:
    """What a sign is worth. `limit`: where it begins: øre of a grant, or a number of participants."""

    points: int
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What is known of a case."""

    amount: Ore
    partners: int
    late: bool
    returned: bool
    changed: bool
    account_changed: bool


@dataclass(frozen=True, slots=True)
class Lot:
    """A case's lowest lot."""

    case: str
    key: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of something the sample covers."""

    covered: int
    whole: int

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down; nothing of nothing is nothing."""
        return self.covered * _WHOLE // self.whole if self.whole else 0


def signs_of(facts: RiskFacts, terms: Mapping[RiskSign, RiskTerm]) -> tuple[RiskSign, ...]:
    """List the signs of a case that the scheme gives points for, in the order of their kind."""
    shown = {
        RiskSign.LARGE_GRANT: _reaches(facts.amount, terms.get(RiskSign.LARGE_GRANT)),
        RiskSign.MANY_PARTNERS: _reaches(facts.partners, terms.get(RiskSign.MANY_PARTNERS)),
        RiskSign.REPORT_LATE: facts.late,
        RiskSign.REPORT_RETURNED: facts.returned,
        RiskSign.PROJECT_CHANGED: facts.changed,
        RiskSign.ACCOUNT_CHANGED: facts.account_changed,
    }
    return tuple(
        sign for sign in RiskSign if shown[sign] and sign in terms and terms[sign].points > 0
    )


def lots_of(signs: Iterable[RiskSign], terms: Mapping[RiskSign, RiskTerm]) -> int:
    """Count the lots of a case: one, and its points."""
    return 1 + sum(terms[sign].points for sign in signs)


def lowest_lot(seed: str, case: str, lots: int) -> str:
    """Give a case's lowest lot. Raises SampleError for a case without any."""
    if lots < 1:
        raise SampleError(case)
    return min(sha256(f"{seed}/{case}/{number}".encode()).hexdigest() for number in range(lots))


def draw(seed: str, lots: Mapping[str, int], size: int) -> Sequence[Lot]:
    """Put all cases in the order of their lowest lots; the first `size` are the sample.

    Raises SampleError.
    """
    if not seed.strip() or not 1 <= size <= len(lots):
        raise SampleError(seed)
    drawn = [Lot(case, lowest_lot(seed, case, number)) for case, number in lots.items()]
    return sorted(drawn, key=lambda one: (one.key, one.case))


def _reaches(value: int, term: RiskTerm | None) -> bool:
    return term is not None and term.limit is not None and value >= term.limit
