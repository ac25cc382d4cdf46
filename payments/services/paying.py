"""Paying instalments by two different persons: one attests, another authorises.

What keeps an instalment out of a batch keeps it from being paid here too: the recipient's numbers, another
account than the one agreed, money that the bank sent back and nobody has looked into.

Whoever does several at once gets back those that could not be done, each with its reason; the others are
done. Instalments are always held in the order of their ids, so that two persons never wait for each other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from accounts import authority
from accounts.authority import AuthorityKind
from accounts.models import Person
from decisions.appeals.queries import disputed_among
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from payments import ledger, payouts
from payments.batches.queries import in_living_batches
from payments.batches.selecting import reasons_of
from payments.limits import over_limit
from payments.models import Entry, Instalment
from payments.notes import CaseNote
from payments.queries.hindrances import hindrances_to_attest, hindrances_to_authorise
from payments.reclaims.stops import stopped_among
from payments.refusals import PaymentRefusal
from payments.states import has_begun


@dataclass(frozen=True, slots=True)
class Refused:
    """An instalment that could not be attested or authorised, and why."""

    instalment: Instalment
    because: RuleBrokenError


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of several at once: how many were done, and those that were left out."""

    done: int
    refused: tuple[Refused, ...]


def attest(instalment: Instalment, *, by: Person, at: datetime) -> None:
    """Attest that an instalment is due and right: the first of two different persons.

    Raises RuleBrokenError: not due, attested already, hindered in the case.
    """
    with transaction():
        for refused in _attest([instalment.id], by, at).refused:
            raise refused.because


def attest_many(instalments: Collection[int], *, by: Person, at: datetime) -> Batch:
    """Attest instalments by their ids. What cannot be is left out, and told with its reason."""
    with transaction():
        batch = _attest(instalments, by, at)
    return batch


def authorise(instalment: Instalment, *, by: Person, at: datetime) -> Entry:
    """Authorise an attested instalment: it is booked as paid, once however often it is pressed.

    Raises RuleBrokenError: authorised already, hindered in the case, more than is promised.
    """
    with transaction():
        for refused in _authorise([instalment.id], by, at).refused:
            raise refused.because
        entry = db.session.get_one(Entry, instalment.entry_id)
    return entry


def authorise_many(instalments: Collection[int], *, by: Person, at: datetime) -> Batch:
    """Authorise instalments by their ids. What cannot be is left out, and told with its reason."""
    with transaction():
        batch = _authorise(instalments, by, at)
    return batch


def _attest(ids: Collection[int], by: Person, at: datetime) -> Batch:
    held = payouts.hold(ids)
    authority.hold(by.id)
    hindrances = hindrances_to_attest(by.id, held)
    large = over_limit(by.id, AuthorityKind.ATTEST, held, at)
    disputed = disputed_among({one.application_id for one in held})
    in_batches = in_living_batches(one.id for one in held)
    stopped = stopped_among({one.application_id for one in held})
    reasons = reasons_of(held, by_file=False)
    refused, attested = [], []
    for one in held:
        if one.due_at is None or not has_begun(one.year, at):
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.NOT_DUE)))
        elif one.attested_at is not None:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.ALREADY_ATTESTED)))
        elif one.id in in_batches:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.IN_A_BATCH)))
        elif one.application_id in disputed:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.DISPUTED)))
        elif one.application_id in stopped:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.STOPPED)))
        elif one.id in hindrances:
            refused.append(Refused(one, RuleBrokenError(hindrances[one.id])))
        elif one.id in large:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.OVER_LIMIT)))
        elif one.id in reasons:
            refused.append(Refused(one, RuleBrokenError(reasons[one.id])))
        else:
            one.attested_at, one.attested_by_id = at, by.id
            attested.append(one)
    payouts.note_all(attested, CaseNote.INSTALMENT_ATTESTED, by, at)
    return Batch(len(held) - len(refused), tuple(refused))


def _authorise(ids: Collection[int], by: Person, at: datetime) -> Batch:
    held = payouts.hold(ids)
    authority.hold(by.id)
    hindrances = hindrances_to_authorise(by.id, held)
    large = over_limit(by.id, AuthorityKind.AUTHORISE, held, at)
    disputed = disputed_among({one.application_id for one in held})
    in_batches = in_living_batches(one.id for one in held)
    stopped = stopped_among({one.application_id for one in held})
    reasons = reasons_of(held, by_file=False)
    refused, payable = [], []
    for one in held:
        if one.authorised_at is not None:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.ALREADY_AUTHORISED)))
        elif one.id in in_batches:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.IN_A_BATCH)))
        elif one.application_id in disputed:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.DISPUTED)))
        elif one.application_id in stopped:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.STOPPED)))
        elif one.id in hindrances:
            refused.append(Refused(one, RuleBrokenError(hindrances[one.id])))
        elif one.id in large:
            refused.append(Refused(one, RuleBrokenError(PaymentRefusal.OVER_LIMIT)))
        elif one.id in reasons:
            refused.append(Refused(one, RuleBrokenError(reasons[one.id])))
        else:
            payable.append(one)
    short = ledger.refusals([payouts.payment_of(one) for one in payable])
    refused += [Refused(payable[place], RuleBrokenError(word)) for place, word in short.items()]
    paid = [one for place, one in enumerate(payable) if place not in short]
    payouts.pay_all(paid, by, at)
    return Batch(len(held) - len(refused), tuple(refused))
