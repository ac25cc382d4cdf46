"""Reading the registers: open to everybody, but for who did what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from criteria.conformity import LIVING, Mode, Standing
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from grants.registers.models import (
    Claim,
    ClaimStep,
    Solution,
    SpotCheckDraw,
    SpotCheckLot,
    Standard,
    StandardVersion,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class SolutionFilter:
    """What somebody looks for. `standing`: where some claim stands; `standard`: the code it is about."""

    text: str = ""
    standing: Standing | None = None
    standard: str = ""


def standards() -> list[Standard]:
    """List the standards with their versions, by code. Two queries."""
    return list(
        db.session.scalars(
            select(Standard).options(selectinload(Standard.versions)).order_by(Standard.code)
        )
    )


def standards_on(day: date) -> list[Standard]:
    """List the standards that are in force on a day in Oslo, with their versions, by code."""
    return [one for one in standards() if one.newest.holds(day)]


def titles() -> Mapping[str, Bilingual]:
    """Give what each code is called now, also one that is no longer in force."""
    rows = db.session.execute(
        select(Standard.code, StandardVersion.title)
        .join(Standard.versions)
        .order_by(Standard.code, StandardVersion.number)
    )
    return {row.code: row.title for row in rows}  # the last of each code holds


def standard(code: str) -> Standard:
    """Find a standard with its versions. Raises NotFoundError."""
    return _one(
        select(Standard).where(Standard.code == code).options(selectinload(Standard.versions))
    )


def solutions(chosen: SolutionFilter) -> list[Solution]:
    """List the solutions that fit, with claims and steps, by supplier and product. Five queries."""
    statement = select(Solution)
    if chosen.text:
        statement = statement.where(
            or_(
                Solution.supplier.icontains(chosen.text, autoescape=True),
                Solution.product.icontains(chosen.text, autoescape=True),
            )
        )
    if chosen.standard:
        statement = statement.where(
            Solution.claims.any(Claim.standard.has(Standard.code == chosen.standard))
        )
    found = db.session.scalars(
        statement.options(*_whole()).order_by(
            Solution.supplier, Solution.product, Solution.product_version, Solution.id
        )
    )
    wanted = chosen.standing
    return [
        one
        for one in found
        if wanted is None or any(claim.last.standing is wanted for claim in one.claims)
    ]


def solution(solution_id: int) -> Solution:
    """Find a solution, whole. Raises NotFoundError."""
    return _one(select(Solution).where(Solution.id == solution_id).options(*_whole()))


def claim(claim_id: int) -> Claim:
    """Find a claim with its solution, steps, who took them, and spot checks. Raises NotFoundError."""
    return _one(
        select(Claim)
        .where(Claim.id == claim_id)
        .options(
            joinedload(Claim.solution),
            joinedload(Claim.standard).selectinload(Standard.versions),
            selectinload(Claim.steps).joinedload(ClaimStep.made_by),
            selectinload(Claim.checks),
        )
    )


def claims_of(standard_id: int) -> list[Claim]:
    """List what is declared of a standard, with solutions and steps."""
    return list(
        db.session.scalars(
            select(Claim)
            .where(Claim.standard_id == standard_id)
            .options(joinedload(Claim.solution), selectinload(Claim.steps))
            .order_by(Claim.id)
        )
    )


def open_claims() -> list[Claim]:
    """List the claims that stand and have no open spot check, in mode b: those that can be drawn."""
    found = db.session.scalars(
        select(Claim)
        .where(Claim.mode == Mode.SAMPLES)
        .options(selectinload(Claim.steps), selectinload(Claim.checks))
        .order_by(Claim.id)
        .execution_options(populate_existing=True)
    )
    return [one for one in found if one.last.standing in LIVING and one.open_check is None]


def draws() -> list[SpotCheckDraw]:
    """List the draws with everybody who could be drawn, the newest first."""
    return list(
        db.session.scalars(
            select(SpotCheckDraw)
            .options(
                selectinload(SpotCheckDraw.lots)
                .joinedload(SpotCheckLot.claim)
                .joinedload(Claim.solution)
            )
            .order_by(SpotCheckDraw.id.desc())
        )
    )


def _whole() -> tuple[LoaderOption, ...]:
    claims = selectinload(Solution.claims)
    return (
        claims.joinedload(Claim.standard).selectinload(Standard.versions),
        claims.selectinload(Claim.steps),
        claims.selectinload(Claim.checks),
    )


def _one(statement: Select[Row]) -> Row:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
