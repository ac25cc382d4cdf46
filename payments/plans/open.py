"""The parts of a case's plan that can still be changed, and what they must add up to. Used inside acts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from applications import journal
from applications.models import Application
from criteria import succeeding
from criteria.planning import Facts, Part, is_released
from decisions.accountchange.queries import account_of, accounts_of
from decisions.models import Acceptance, Decision
from foundation import clock
from foundation.database import db
from foundation.money import NOTHING, Ore
from payments.batches.queries import in_living_batches
from payments.models import Instalment
from payments.notes import CaseNote
from payments.queries.balances import case_years


def open_parts(application_id: int, *, hold: bool = False) -> list[Instalment]:
    """Give the instalments that are neither paid nor in a batch, in their order; held until the act ends."""
    wanted = (
        select(Instalment)
        .where(
            Instalment.application_id == application_id,
            Instalment.entry_id.is_(None),
            Instalment.amount > 0,
        )
        .order_by(Instalment.id)
    )
    if hold:
        wanted = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = db.session.scalars(wanted).all()
    bound = in_living_batches(one.id for one in found)
    return sorted(
        (one for one in found if one.id not in bound), key=lambda one: (one.decision_id, one.number)
    )


def owed_by_year(application_id: int) -> dict[int, Ore]:
    """Give what is promised, not paid and in no batch, by budget year: what the open parts must be."""
    bound = db.session.scalars(
        select(Instalment).where(
            Instalment.application_id == application_id,
            Instalment.entry_id.is_(None),
            Instalment.amount > 0,
        )
    ).all()
    in_batches = in_living_batches(one.id for one in bound)
    owed = {year: sums.remaining for year, sums in case_years(application_id).items()}
    for one in bound:
        if one.id in in_batches:
            owed[one.year] = Ore(owed.get(one.year, NOTHING) - one.amount)
    return {year: left for year, left in sorted(owed.items()) if left}


def taken_by_payee(
    parts: Sequence[Instalment], amount: Ore
) -> list[tuple[list[Instalment], Ore]]:
    """Divide what is taken from instalments among their payees, in proportion to what each has unpaid.

    Gives each payee's own instalments, in their order, with what to take of them. Raises ValueError when
    they have less together.
    """
    own: dict[int, list[Instalment]] = {}
    for one in parts:
        own.setdefault(one.organisation_id or 0, []).append(one)
    has = {payee: Ore(sum(one.amount for one in theirs)) for payee, theirs in own.items()}
    return [(own[payee], less) for payee, less in succeeding.taken(amount, has).items()]


def unpaid_of(application_id: int) -> Ore:
    """Give what is promised, not paid and in no batch, over all years."""
    return Ore(sum(owed_by_year(application_id).values()))


def part_of(one: Instalment) -> Part:
    """Read an instalment as the rules do."""
    return Part(one.year, one.amount, one.trigger, one.report_year, one.due_on, one.stage_gate_id)


def set_part(
    one: Instalment, part: Part, facts: Facts, application: Application, *, at: datetime
) -> None:
    """Let an instalment be another part. What released it stands; an attestation falls with a change."""
    if part == part_of(one):
        return
    same_fact = part == replace(part_of(one), year=part.year, amount=part.amount)
    unattest(one, application, at)
    one.year, one.amount = part.year, part.amount
    one.trigger, one.report_year, one.due_on = part.trigger, part.report_year, part.due_on
    if one.stage_gate_id != part.point:
        one.stage_gate_id = part.point
        db.session.expire(one, ["stage_gate"])
    if not (same_fact and one.due_at):
        one.due_at = at if is_released(part, facts, clock.in_oslo(at).date()) else None


def drop_part(one: Instalment, application: Application, *, at: datetime) -> None:
    """Let an instalment fall away: it stays with its number and with nothing in it."""
    unattest(one, application, at)
    one.amount, one.due_at = NOTHING, None


def add_parts(
    application: Application,
    parts: Iterable[Part],
    facts: Facts,
    *,
    at: datetime,
    payee: int | None = None,
) -> None:
    """Add instalments to a case that has accepted its grant, numbered after those of its last decision.

    `payee`: the successor of the lead whose share they are; None: the lead's.
    """
    decision = _decision_in_force(application.id)
    numbers = select(Instalment.number).where(Instalment.decision_id == decision)
    last = max(db.session.scalars(numbers), default=0)
    account = account_of(application.id, payee) or accounts_of([application.id])[application.id]
    today = clock.in_oslo(at).date()
    db.session.add_all(
        Instalment(
            application_id=application.id,
            decision_id=decision,
            organisation_id=payee,
            number=number,
            year=part.year,
            amount=part.amount,
            trigger=part.trigger,
            report_year=part.report_year,
            due_on=part.due_on,
            stage_gate_id=part.point,
            account_number=account,
            due_at=at if is_released(part, facts, today) else None,
        )
        for number, part in enumerate(parts, start=last + 1)
    )


def unattest(one: Instalment, application: Application, at: datetime) -> None:
    """Let an attestation fall, since what was attested is another."""
    if one.attested_at is not None:
        one.attested_at = one.attested_by_id = None
        journal.note(
            application, CaseNote.ATTESTATION_FELL_WITH_PLAN, by=None, at=at, public=False,
            instalment=one.number, year=one.year,
        )  # fmt: skip


def _decision_in_force(application_id: int) -> int:
    return db.session.scalars(
        select(Decision.id)
        .join(Acceptance, Acceptance.decision_id == Decision.id)
        .where(Decision.application_id == application_id, Acceptance.accepted.is_(True))
        .order_by(Decision.number.desc())
        .limit(1)
    ).one()
