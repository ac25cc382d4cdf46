"""What may follow what when a supplier's declaration is registered and controlled (inv. 140-143).

The three modes are those of the study that the scheme's analysis refers to: a. self-declaration where the
documents are controlled, and spot checks are made on suspicion; b. self-declaration with spot checks that are
drawn, and tests by test descriptions; c. a full test at an accredited laboratory.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mode(StrEnum):
    """How a requirement is confirmed: a, b and c."""

    DOCUMENTS = "documents"
    SAMPLES = "samples"
    FULL_TEST = "full_test"


class Standing(StrEnum):
    """Where a solution stands with a requirement."""

    DECLARED = "declared"
    CONTROLLED = "controlled"
    NOT_FULFILLED = "not_fulfilled"
    WITHDRAWN = "withdrawn"


class Fault(StrEnum):
    """Why a step cannot be taken, or a spot check not be opened."""

    NOT_NEXT = "not_next"
    OWN_DECLARATION = "own_declaration"
    REASON_MISSING = "reason_missing"
    EVIDENCE_MISSING = "evidence_missing"
    CERTIFICATE_MISSING = "certificate_missing"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    NO_SPOT_CHECKS = "no_spot_checks"
    NOTHING_TO_CHECK = "nothing_to_check"
    CHECK_OPEN = "check_open"


@dataclass(frozen=True, slots=True)
class Taken:
    """A step: what it came to, by whom, what it rests on, and for how long it holds."""

    standing: Standing
    by: int
    on: date
    reason: str = ""
    evidence: str = ""
    lab: str = ""
    certificate: str = ""
    valid_to: date | None = None


_C, _N, _W = Standing.CONTROLLED, Standing.NOT_FULFILLED, Standing.WITHDRAWN
NEXT: Mapping[Standing | None, frozenset[Standing]] = {
    None: frozenset({Standing.DECLARED}),
    Standing.DECLARED: frozenset({_C, _N, _W}),
    Standing.CONTROLLED: frozenset({_C, _N, _W}),
    Standing.NOT_FULFILLED: frozenset({Standing.DECLARED, _C, _W}),
    Standing.WITHDRAWN: frozenset({Standing.DECLARED}),
}
"""What may follow a standing. What is withdrawn, or was not fulfilled, may be declared anew."""
LIVING = frozenset({Standing.DECLARED, Standing.CONTROLLED})
_JUDGED = frozenset({Standing.CONTROLLED, Standing.NOT_FULFILLED})


def fault_of(
    mode: Mode, last: Standing | None, declared_by: int | None, step: Taken
) -> Fault | None:
    """Tell why a step cannot follow the last one; None when it can.

    `declared_by`: who registered the declaration that stands. The same person does not control it.
    """
    faults = {
        Fault.NOT_NEXT: step.standing not in NEXT[last],
        Fault.OWN_DECLARATION: step.standing in _JUDGED and step.by == declared_by,
        Fault.REASON_MISSING: not step.reason.strip(),
        Fault.EVIDENCE_MISSING: step.standing is not _W and not step.evidence.strip(),
        Fault.CERTIFICATE_MISSING: mode is Mode.FULL_TEST
        and step.standing is _C
        and not (step.lab.strip() and step.certificate.strip() and step.valid_to),
        Fault.ENDS_BEFORE_IT_BEGINS: step.valid_to is not None and step.valid_to < step.on,
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)


def check_fault(mode: Mode, standing: Standing, *, is_open: bool, why: str) -> Fault | None:
    """Tell why a spot check on suspicion cannot be opened; None when it can.

    A solution that a laboratory tests in full is not spot-checked: it is tested anew.
    """
    faults = {
        Fault.NO_SPOT_CHECKS: mode is Mode.FULL_TEST,
        Fault.NOTHING_TO_CHECK: standing not in LIVING,
        Fault.CHECK_OPEN: is_open,
        Fault.REASON_MISSING: not why.strip(),
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)


def holds(standing: Standing, valid_to: date | None, on: date) -> bool:
    """Tell whether what was declared or controlled holds on a day: to the end of its last day."""
    return standing in LIVING and (valid_to is None or on <= valid_to)
