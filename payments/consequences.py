"""What follows in the ledger when a decision is published and answered, within the same act."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Select, select

from accounts.models import Person
from applications import journal
from applications.facts import lead_of
from applications.models import Application
from criteria.instalments import Trigger
from criteria.postings import EntryKind
from decisions import consequences
from decisions.models import Acceptance, Decision, DecisionYear
from foundation.database import db
from foundation.money import NOTHING, Ore
from payments import ledger
from payments.books.balances import kept_of_cases
from payments.books.models import CaseBalance
from payments.carrying import changed_by_year
from payments.models import Instalment
from payments.notes import CaseNote
from payments.plans.facts import keep_fact, let_fall_due
from payments.plans.following import follow_ledger
from payments.plans.kinds import PlanOrigin
from payments.posting import Posting


def commit_grants(decisions: Sequence[Decision], *, by: Person, at: datetime) -> None:
    """Book the commitments (tilsagn) of published awards, year by year, above what the cases have already.

    A decision that gives no money has no years, and books nothing; one that reverses another books what
    it grants more. What it would take from a year lapses. What has been changed since by an
    act of its own, repaid, cut or moved to another year, stays changed.
    """
    cases = {one.application_id for one in decisions}
    promised, changed = _promised(cases), changed_by_year(cases)
    granted = _granted({one.id for one in decisions})
    booked = []
    for one in decisions:
        before, now = dict(promised.get(one.application_id, {})), granted.get(one.id, {})
        for year, amount in changed.pop(one.application_id, {}).items():
            before[year] = Ore(before.get(year, NOTHING) - amount)
        for year in sorted(before.keys() | now.keys()):
            more = Ore(now.get(year, NOTHING) - before.get(year, NOTHING))
            if more > 0:
                booked.append(_posting(one, EntryKind.COMMITMENT, year, more, "Tilsagn"))
            elif more < 0:
                booked.append(_lapse(one, year, more))
        promised[one.application_id] = now
    ledger.post_all(booked, by=by, at=at)


def release_grant(decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime) -> None:
    """Book that the commitment of an award that was not accepted lapses: the frame has it again.

    What lapses is what the ledger says was promised, so nothing is given back twice.
    """
    del acceptance
    promised = _promised({decision.application_id}).get(decision.application_id, {})
    lapses = [_lapse(decision, year, Ore(-amount)) for year, amount in sorted(promised.items())]
    ledger.post_all(lapses, by=by, at=at)


def plan_instalments(
    decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime
) -> None:
    """Divide an accepted award into instalments by the call's plan.

    What acceptance releases is due at once; a later year's money waits all the same for its year
    (`states.state_of`).
    """
    del acceptance
    follow_ledger(decision.application, PlanOrigin.ACCEPTED, by=by, at=at)


def plan_the_rest(decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime) -> None:
    """Divide what a decision grants more than is planned into further instalments of the same plan.

    What has been released already for a year is released for its further instalments too.
    """
    del acceptance
    follow_ledger(decision.application, PlanOrigin.RAISED, by=by, at=at)


def release_instalments(
    application_id: int, trigger: Trigger, *, at: datetime, year: int | None = None
) -> int:
    """Keep a fact, and make the instalments due that waited for it; give how many. Used inside acts.

    `year`: the year that a report tells of; None: the final report, which tells of them all.
    """
    keep_fact(application_id, trigger, year, at=at)
    released = [Instalment.application_id == application_id, Instalment.trigger == trigger]
    if year is not None:
        released.append(Instalment.report_year == year)
    return let_fall_due(*released, at=at)


def hold_unpaid(application_id: int) -> None:
    """Hold what is not paid in a case while another account is asked for: an authorisation goes before."""
    db.session.scalars(_unpaid(application_id)).all()


def move_unpaid(
    application: Application, account_number: str, *, payee: int, at: datetime
) -> None:
    """Let what is not paid to somebody go to a new account. What was attested to the old is attested anew."""
    lead = lead_of(application).organisation_id
    for one in db.session.scalars(_unpaid(application.id)).all():
        if one.payee(lead) != payee:
            continue
        one.account_number = account_number
        if one.attested_at is not None:
            one.attested_at = one.attested_by_id = None
            journal.note(
                application, CaseNote.ATTESTATION_FELL, by=None, at=at, public=False,
                instalment=one.number, year=one.year,
            )  # fmt: skip


def _unpaid(application_id: int) -> Select[Instalment]:
    return (
        select(Instalment)
        .where(Instalment.application_id == application_id, Instalment.authorised_at.is_(None))
        .order_by(Instalment.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def register() -> None:
    """Let decisions have their consequences in the ledger. Called once, when the app is built."""
    if hold_unpaid not in consequences.before_account_changes:
        consequences.before_account_changes.append(hold_unpaid)
        consequences.on_account_changed.append(move_unpaid)
    if commit_grants not in consequences.on_published:
        consequences.on_published.append(commit_grants)
    for answered, answer in (
        (consequences.on_accepted, plan_instalments),
        (consequences.on_declined, release_grant),
        (consequences.on_raised, plan_the_rest),
    ):
        if answer not in answered:
            answered.append(answer)


def _granted(decisions: Collection[int]) -> dict[int, dict[int, Ore]]:
    """Give what decisions grant, year by year, by their ids."""
    rows = db.session.execute(
        select(DecisionYear.decision_id, DecisionYear.year, DecisionYear.amount)
        .where(DecisionYear.decision_id.in_(decisions))
        .order_by(DecisionYear.decision_id, DecisionYear.year)
    )
    granted: dict[int, dict[int, Ore]] = {}
    for decision, year, amount in rows:
        granted.setdefault(decision, {})[year] = Ore(amount)
    return granted


def _promised(applications: Collection[int]) -> dict[int, dict[int, Ore]]:
    """Give what the ledger has promised in cases and not taken back, year by year, by the cases' ids."""
    promised: dict[int, dict[int, Ore]] = {}
    kept = kept_of_cases(CaseBalance.application_id.in_(applications))
    for (case, _post, year), sums in kept.items():
        if sums.committed:
            promised.setdefault(case, {})[year] = sums.committed
    return promised


def _lapse(decision: Decision, year: int, less: Ore) -> Posting:
    return _posting(decision, EntryKind.COMMITMENT_LAPSE, year, less, "Bortfall av tilsagn")


def _posting(decision: Decision, kind: EntryKind, year: int, amount: Ore, text: str) -> Posting:
    application = decision.application
    return Posting(
        kind=kind,
        budget_post_id=application.call.budget_post_id,
        year=year,
        amount=amount,
        text=f"{text}, sak {application.case_number}",
        call_id=application.call_id,
        application_id=application.id,
        decision_id=decision.id,
    )
