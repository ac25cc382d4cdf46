"""Acts on the register of solutions: registered, declared, and taken step by step."""

from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from criteria.conformity import Mode, Standing, Taken, check_fault, fault_of
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.registers import queries
from grants.registers.contents import ClaimTerms, SolutionName, StepTerms
from grants.registers.models import Claim, ClaimStep, Solution, SpotCheck, Standard
from grants.registers.refusals import RegisterRefusal


def register_solution(name: SolutionName, *, by: Person, at: datetime) -> Solution:
    """Register a supplier's product in one version. Raises RuleBrokenError for one that is there."""
    with transaction():
        audit.hold_chain()  # two who register the same come one by one
        known = select(Solution.id).where(
            Solution.supplier == name.supplier,
            Solution.product == name.product,
            Solution.product_version == name.product_version,
        )
        if db.session.scalar(known) is not None:
            raise RuleBrokenError(RegisterRefusal.SOLUTION_KNOWN)
        made = Solution(
            supplier=name.supplier, product=name.product, product_version=name.product_version,
            registered_at=at, registered_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the audit names it by its id
        audit.record("solution.registered", subject=f"solution:{made.id}", by=by, at=at)
    return made


def declare(
    solution: Solution, terms: ClaimTerms, step: StepTerms, *, by: Person, at: datetime
) -> Claim:
    """Register what a supplier declares of its solution. Raises RuleBrokenError."""
    with transaction():
        held = locked(solution)
        _refuse_half(terms, step)
        made = Claim(
            solution_id=held.id, standard_id=terms.standard_id, mode=terms.mode,
            test_description=terms.test_description, profile=terms.profile, ehds=terms.ehds,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # its steps name it by its id
        _add_step(made, [], step, by, at)
        db.session.expire(held, ["claims"])
    return made


def take_step(claim: Claim, step: StepTerms, *, by: Person, at: datetime) -> None:
    """Tell what a claim has come to: controlled, not fulfilled, withdrawn, or declared anew.

    Raises RuleBrokenError as `criteria.conformity.fault_of` says.
    """
    with transaction():
        held = locked(claim)
        _add_step(held, _steps(held), step, by, at)
        db.session.expire(held, ["steps", "checks"])


def suspect(claim: Claim, *, why: str, by: Person, at: datetime) -> SpotCheck:
    """Open a spot check because something seems to be wrong. Raises RuleBrokenError."""
    with transaction():
        last = _steps(locked(claim))[-1]
        is_open = db.session.scalars(
            select(SpotCheck.id).where(
                SpotCheck.claim_id == claim.id, SpotCheck.after_step == last.number
            )
        ).first()
        fault = check_fault(claim.mode, last.standing, is_open=is_open is not None, why=why)
        if fault is not None:
            raise RuleBrokenError(fault)
        made = SpotCheck(
            claim_id=claim.id, after_step=last.number, why=why.strip(), opened_at=at,
            opened_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        audit.record(
            "spot_check.opened", subject=f"solution_claim:{claim.id}", by=by, at=at, why=why.strip()
        )
        db.session.expire(claim, ["checks"])
    return made


def _steps(claim: Claim) -> list[ClaimStep]:
    return list(
        db.session.scalars(
            select(ClaimStep).where(ClaimStep.claim_id == claim.id).order_by(ClaimStep.number)
        )
    )


def _add_step(
    claim: Claim, steps: list[ClaimStep], step: StepTerms, by: Person, at: datetime
) -> None:
    if step.happened_on > clock.in_oslo(at).date():
        raise RuleBrokenError(RegisterRefusal.IN_THE_FUTURE)
    declared_by = [one.made_by_id for one in steps if one.standing is Standing.DECLARED]
    taken = Taken(
        step.standing, by.id, step.happened_on, reason=step.reason, evidence=step.evidence,
        lab=step.lab, certificate=step.certificate, valid_to=step.valid_to,
    )  # fmt: skip
    fault = fault_of(
        claim.mode,
        steps[-1].standing if steps else None,
        declared_by[-1] if declared_by else None,
        taken,
    )
    if fault is not None:
        raise RuleBrokenError(fault)
    number = len(steps) + 1
    db.session.add(
        ClaimStep(
            claim_id=claim.id, number=number, standing=step.standing, reason=step.reason,
            happened_on=step.happened_on, evidence=step.evidence, link=step.link, lab=step.lab,
            certificate=step.certificate, valid_to=step.valid_to, made_at=at, made_by_id=by.id,
        )
    )  # fmt: skip
    audit.record(
        "solution.stepped", subject=f"solution_claim:{claim.id}", by=by, at=at, number=number,
        standing=step.standing.value, reason=step.reason,
    )  # fmt: skip


def _refuse_half(terms: ClaimTerms, step: StepTerms) -> None:
    if terms.mode is Mode.SAMPLES and not terms.test_description:
        raise RuleBrokenError(RegisterRefusal.TEST_DESCRIPTION_MISSING)
    if terms.standard_id is None:
        if not terms.test_description:
            raise RuleBrokenError(RegisterRefusal.NOTHING_CLAIMED)
        return
    code = db.session.scalar(select(Standard.code).where(Standard.id == terms.standard_id))
    if code is None or not queries.standard(code).newest.holds(step.happened_on):
        raise RuleBrokenError(RegisterRefusal.STANDARD_NOT_IN_FORCE)
