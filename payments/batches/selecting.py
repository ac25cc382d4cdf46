"""Selecting by rule what a batch pays: all that has fallen due, what is left out and why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from stdnum.no import kontonr, orgnr

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications.models import Application
from criteria.authority import AuthorityKind
from criteria.paying import LeftOut, Payable, why_left_out
from decisions.accountchange.queries import changed_accounts, own_accounts
from decisions.appeals.queries import disputed_among
from decisions.localdecisions.queries import lacking_among
from decisions.models import Acceptance
from foundation import clock
from foundation.database import db
from foundation.money import Ore
from payments.batches.models import PaymentLine
from payments.batches.queries import RETURNED_UNSEEN, in_living_batches
from payments.limits import over_limit
from payments.models import Instalment
from payments.payees import awaiting_successor, payees_of
from payments.queries.hindrances import hindrances_to_attest
from payments.queries.instalments import WITH_CASE
from payments.reclaims.stops import stopped_among


@dataclass(frozen=True, slots=True)
class Rule:
    """What a batch is selected by: all that falls due by a date, of one call or year or of all."""

    due_by: date
    call_id: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets an instalment, and the account that it gave or changed to since.

    `former`: the kommune that it carries on, where it does.
    """

    name: str
    organisation_number: str | None
    accepted: bool
    accepted_account: str | None
    former: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An instalment that the rule selects. `because`: why it is left out all the same, or None.

    `first_time`: nothing has been paid to the account before.
    """

    instalment: Instalment
    recipient: Recipient
    first_time: bool
    because: StrEnum | None


@dataclass(frozen=True, slots=True)
class Selection:
    """All that a rule selects, in the order of the cases."""

    chosen: Sequence[Candidate]
    left_out: Sequence[Candidate]

    @property
    def total(self) -> Ore:
        """What would be paid."""
        return total_of(self.chosen)

    @property
    def withheld(self) -> Ore:
        """What is due and would not be paid."""
        return total_of(self.left_out)


def total_of(candidates: Collection[Candidate]) -> Ore:
    """Add candidates up."""
    return Ore(sum(one.instalment.amount for one in candidates))


def selected_ids(rule: Rule) -> list[int]:
    """Give the ids of the instalments that a rule selects and that nobody has authorised."""
    day = clock.end_of_day(rule.due_by)
    where = [
        Instalment.authorised_at.is_(None),
        Instalment.due_at.is_not(None),
        Instalment.due_at < day,
        Instalment.year <= rule.due_by.year,
    ]
    if rule.call_id is not None:
        where.append(Application.call_id == rule.call_id)
    if rule.year is not None:
        where.append(Instalment.year == rule.year)
    return list(
        db.session.scalars(
            select(Instalment.id).join(Instalment.application).where(*where).order_by(Instalment.id)
        )
    )


def select_for(rule: Rule, person: Person, *, at: datetime) -> Selection:
    """Give what a batch would pay if this person attested it. A fixed number of queries."""
    found = db.session.scalars(
        select(Instalment)
        .where(Instalment.id.in_(selected_ids(rule)))
        .options(*WITH_CASE)
        .order_by(Instalment.application_id, Instalment.id)
    ).all()
    return selection(found, person, at=at)


def selection(found: Sequence[Instalment], person: Person, *, at: datetime) -> Selection:
    """Divide instalments into those that a person may put in a batch and the others."""
    mine: Mapping[int, StrEnum] = {}
    if allows(person, Permission.PAYMENT_ATTEST):
        large = over_limit(person.id, AuthorityKind.ATTEST, found, at)
        mine = {
            **dict.fromkeys(large, LeftOut.OVER_LIMIT),
            **hindrances_to_attest(person.id, found),
        }
    recipients = recipients_of(found)
    reasons: dict[int, StrEnum] = {**mine, **reasons_of(found, recipients)}
    known = _paid_before({one.account_number for one in found})
    candidates = [
        Candidate(
            one,
            recipients[one.id],
            first_time=one.account_number not in known,
            because=reasons.get(one.id),
        )
        for one in found
    ]
    return Selection(
        [one for one in candidates if one.because is None],
        [one for one in candidates if one.because is not None],
    )


def reasons_of(
    found: Sequence[Instalment],
    recipients: Mapping[int, Recipient] | None = None,
    *,
    in_batch: bool = False,
    by_file: bool = True,
) -> dict[int, LeftOut]:
    """Give what keeps instalments from being paid by anybody; `in_batch`: they are in one, and stay.

    `by_file`: the bank is told by a file, which names the recipient by a number. Another way of paying can do
    without one, but not with a wrong one.
    """
    ids = {one.id for one in found}
    if recipients is None:
        recipients = recipients_of(found)
    living = set() if in_batch else in_living_batches(ids)
    disputed = disputed_among({one.application_id for one in found})
    stopped = stopped_among({one.application_id for one in found})
    undecided = lacking_among({one.application_id for one in found})
    returned = _returned(ids)
    orphaned = awaiting_successor(found, clock.today())
    reasons = {}
    for one in found:
        to = recipients[one.id]
        reason = why_left_out(
            Payable(
                in_a_batch=one.id in living,
                accepted=to.accepted,
                disputed=one.application_id in disputed,
                account_agreed=one.account_number == to.accepted_account,
                account_valid=kontonr.is_valid(one.account_number),
                organisation_valid=orgnr.is_valid(to.organisation_number)
                if to.organisation_number
                else not by_file,
                returned=(one.id, one.account_number) in returned,
                stopped=one.application_id in stopped,
                awaits_successor=one.id in orphaned,
                undecided_at_home=one.application_id in undecided,
            )
        )
        if reason is not None:
            reasons[one.id] = reason
    return reasons


def recipients_of(found: Collection[Instalment]) -> dict[int, Recipient]:
    """Give who gets each instalment, by its id. Four queries, or six."""
    by_id = {one.id: one for one in found}
    rows = db.session.execute(
        select(Acceptance.decision_id, Acceptance.account_number).where(
            Acceptance.decision_id.in_({one.decision_id for one in found}),
            Acceptance.accepted.is_(True),
        )
    )
    accepted: dict[int, str | None] = dict(rows.all())
    cases = {one.application_id for one in found}
    own, changed = own_accounts(cases), changed_accounts(cases)
    recipients = {}
    for number, payee in payees_of(found).items():
        one = by_id[number]
        agreed = changed.get(one.application_id, accepted.get(one.decision_id))
        recipients[number] = Recipient(
            payee.name,
            payee.organisation_number,
            one.decision_id in accepted,
            own.get((one.application_id, payee.organisation_id), agreed),
            payee.former,
        )
    return recipients


def _returned(ids: Collection[int]) -> set[tuple[int, str]]:
    """Give the instalments and accounts that the bank sent money back from, and nobody has looked into."""
    rows = db.session.execute(
        select(PaymentLine.instalment_id, PaymentLine.account_number).where(
            PaymentLine.instalment_id.in_(ids), RETURNED_UNSEEN
        )
    )
    return {(instalment, account) for instalment, account in rows}


def _paid_before(accounts: Collection[str]) -> set[str]:
    """Give those accounts that something has been paid to."""
    return set(
        db.session.scalars(
            select(Instalment.account_number)
            .where(Instalment.account_number.in_(accounts), Instalment.authorised_at.is_not(None))
            .distinct()
        )
    )
