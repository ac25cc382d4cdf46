"""The decision letters as values: all they say, computed, in the addressee's language.

An award and a partial award are the same letter; the partial one says where the money went. What a
tilskuddsbrev must state follows økonomireglementet chapter 6: purpose, amount, payment, conditions,
acceptance, reports, control, reactions, and Riksrevisjonen's access.
"""

from dataclasses import dataclass
from datetime import date

from criteria.auditing import AuditFrom, AuditTerms, reckon
from criteria.rates import rate_for
from decisions.letter.parts import (
    Activity,
    Competition,
    Complaint,
    Condition,
    CriterionReason,
    Fault,
    Instalment,
    Instead,
    Participant,
    Reduction,
    ReportDuty,
    StartRate,
    Subject,
    YearAmount,
)
from foundation.law import References
from foundation.letterhead import LetterError, Letterhead, Stated, require
from foundation.money import Ore


@dataclass(frozen=True, kw_only=True)
class Decided(Stated):
    """What every decision letter says."""

    head: Letterhead
    subject: Subject
    decided_on: date
    complaint: Complaint
    law: References

    def __post_init__(self) -> None:
        """Require the officer's name; the other of the two comes with the signature."""
        super().__post_init__()
        require(self.head, "case_officer")

    @property
    def is_draft(self) -> bool:
        """Tell whether nobody has signed yet."""
        return self.head.responsible is None


@dataclass(frozen=True, kw_only=True)
class AwardLetter(Decided):
    """Tilskuddsbrev: the whole or a part of what was asked for is granted."""

    years: tuple[YearAmount, ...]
    purpose: str
    """What the grant is for, in a sentence or two."""
    activities: tuple[Activity, ...]
    exclusions: tuple[str, ...]
    """What the grant may not be used for (inv. 173): the ends of «kan ikke brukes til»."""
    participants: tuple[Participant, ...]
    criteria: tuple[CriterionReason, ...]
    competition: Competition
    reason: str
    """The decision's main reason, in whole sentences."""
    payment: str
    """How the call pays (utbetalingsordning), in whole sentences."""
    instalments: tuple[Instalment, ...]
    """Adds up to what is granted."""
    conditions: tuple[Condition, ...]
    standard_terms: str
    """The name and version of the standard terms that also apply."""
    accept_by: date
    reports: tuple[ReportDuty, ...]
    reductions: tuple[Reduction, ...] = ()
    """Why less is granted than asked for; adds up to the difference."""
    rates: tuple[StartRate, ...] = ()
    """The call's rate for each start year, when it falls for those who wait."""
    share: int | None = None
    """The most percent of what is asked that the call gives anybody; None when it may give all."""
    account: str | None = None
    """The recipient's bank account number, eleven digits."""
    audit_from: Ore | None = None
    """From this amount an auditor must confirm the accounts; None: never."""
    audit_reached: AuditFrom = AuditFrom.AT_LEAST
    """Whether that amount itself is enough."""
    reasons_left_out: bool = False
    """The letter gives no reasons, and says how to get them (fvl. 1967 § 24; 2025 § 56)."""
    instead: Instead | None = None
    """Why it takes the place of an earlier decision; None for the first in its case."""

    def __post_init__(self) -> None:
        """Require that what is not granted is explained and what is granted is paid, to the øre."""
        super().__post_init__()
        explained = sum(reduction.amount for reduction in self.reductions)
        if self.is_partial and explained != self.asked - self.granted:
            raise LetterError("AwardLetter.reductions")
        if sum(instalment.amount for instalment in self.instalments) != self.granted:
            raise LetterError("AwardLetter.instalments")

    @property
    def asked(self) -> Ore:
        """What was asked for, all years."""
        return Ore(sum(year.asked for year in self.years))

    @property
    def granted(self) -> Ore:
        """What is granted, all years."""
        return Ore(sum(year.granted for year in self.years))

    @property
    def is_partial(self) -> bool:
        """Tell whether less is granted than was asked for."""
        return self.granted < self.asked

    @property
    def rate(self) -> int:
        """The rate of this project, by the year it starts: 100 when nothing is reduced."""
        rates = {rate.year: rate.percent for rate in self.rates}
        return rate_for(self.subject.first_year, rates)

    @property
    def own_share(self) -> Ore:
        """What the collaboration itself puts in."""
        return Ore(sum(participant.own_share for participant in self.participants))

    @property
    def needs_audit(self) -> bool:
        """Tell whether an auditor must confirm the accounts."""
        terms = AuditTerms(self.audit_from, reached=self.audit_reached)
        return reckon(terms, "", self.granted, {}).required


@dataclass(frozen=True, kw_only=True)
class RefusalLetter(Decided):
    """Avslag: the application was assessed and ranked, and gets nothing."""

    asked: Ore
    criteria: tuple[CriterionReason, ...]
    competition: Competition
    reason: str
    """The decision's main reason, in whole sentences."""


@dataclass(frozen=True, kw_only=True)
class RejectionLetter(Decided):
    """Avvisning: the application does not meet the requirements and is not assessed."""

    asked: Ore
    deadline: date
    """The call's last day for applications."""
    faults: tuple[Fault, ...]
    asked_to_mend_on: date | None = None
    """When the applicant was told what was missing (mangelbrev), if it could be mended."""
    mend_by: date | None = None

    def __post_init__(self) -> None:
        """Require the date by which what was pointed out should have been mended."""
        super().__post_init__()
        if self.asked_to_mend_on is not None:
            require(self, "mend_by")


DecisionLetter = AwardLetter | RefusalLetter | RejectionLetter
