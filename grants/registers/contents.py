"""What is typed about the registers, as the forms hand it to the acts."""

from dataclasses import dataclass
from datetime import date

from criteria.conformity import Mode, Standing
from foundation.language import Bilingual
from grants.registers.models import StandardKind, StandardSource


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardWords:
    """What is said of a standard, and why it is said now."""

    title: Bilingual
    kind: StandardKind
    source: StandardSource
    level: str = ""
    link: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    reason: str


@dataclass(frozen=True, slots=True)
class SolutionName:
    """Who makes a solution, and what it is called."""

    supplier: str
    product: str
    product_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTerms:
    """What a supplier declares, and how it is confirmed."""

    standard_id: int | None
    test_description: str = ""
    mode: Mode
    profile: str = ""
    ehds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTerms:
    """What a claim comes to. `happened_on`: the supplier's or the controller's date, in Oslo."""

    standing: Standing
    happened_on: date
    reason: str
    evidence: str = ""
    link: str = ""
    lab: str = ""
    certificate: str = ""
    valid_to: date | None = None
