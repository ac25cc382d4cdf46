"""The receipt for a submitted application (kvittering): what came in, when and from whom."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from foundation.law import References
from foundation.letterhead import Letterhead, Official, Stated
from foundation.money import NOTHING, Ore


@dataclass(frozen=True, kw_only=True)
class YearAsked(Stated):
    """What is asked for in one year, and what the collaboration itself puts in."""

    year: int
    asked: Ore
    own_share: Ore = NOTHING


@dataclass(frozen=True, kw_only=True)
class ConfirmedPartner(Stated):
    """A member of the collaboration and the day its own representative confirmed."""

    name: str
    role: str
    confirmed_on: date | None = None
    organisation_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgreedShare(Stated):
    """What a member carries by the key that the members have agreed on, beside what the budget has."""

    name: str
    percent: Decimal
    agreed: Ore
    budgeted: Ore


@dataclass(frozen=True, kw_only=True)
class ReceivedFile(Stated):
    """An attachment as it was received."""

    name: str
    kind: str
    """What it documents, as `Samarbeidsavtale`."""
    size: int
    """In bytes."""
    checksum: str
    """SHA-256, in hexadecimal."""


@dataclass(frozen=True, kw_only=True)
class NotRelevant(Stated):
    """A question that is answered with «ikke relevant», and why."""

    question: str
    because: str


@dataclass(frozen=True, kw_only=True)
class Receipt(Stated):
    """The receipt. Times are aware UTC and shown in Oslo."""

    head: Letterhead
    scheme: str
    call: str
    project: str
    submitted_at: datetime
    submitted_by: Official
    deadline: date
    years: tuple[YearAsked, ...]
    partners: tuple[ConfirmedPartner, ...]
    checksum: str
    """SHA-256 of the application as it was submitted, in hexadecimal."""
    law: References
    files: tuple[ReceivedFile, ...] = ()
    irrelevant: tuple[NotRelevant, ...] = ()
    cost_key: str = ""
    """How the members divide their own share, as `likt på alle`; blank when they have agreed on nothing."""
    shares: tuple[AgreedShare, ...] = ()
    answer_expected_by: date | None = None
    """When the office expects to have decided."""

    @property
    def confirmed(self) -> tuple[ConfirmedPartner, ...]:
        """The members whose own representative has confirmed."""
        return tuple(partner for partner in self.partners if partner.confirmed_on)

    @property
    def asked(self) -> Ore:
        """What is asked for, all years."""
        return Ore(sum(year.asked for year in self.years))

    @property
    def own_share(self) -> Ore:
        """What the collaboration itself puts in, all years."""
        return Ore(sum(year.own_share for year in self.years))
