"""The rows of ledger, instalments and recipients, as a controller takes them out."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, literal, select
from sqlalchemy.orm import aliased

from accounts.models import Organisation, Person
from accounts.queries import norwegian
from applications.models import Application
from criteria.postings import APPROPRIATED, COMMITTED, INTEREST_OWED, PAID, EntryKind
from figures.queries.parts import leads
from figures.queries.rows import Row, Selection, stream
from foundation import clock
from foundation.database import db
from grants.models import BudgetPost, Call
from payments.models import Entry, Instalment
from payments.queries import Figure
from payments.states import InstalmentState

FIGURE_OF: dict[EntryKind, Figure | EntryKind] = {
    **dict.fromkeys(APPROPRIATED, Figure.APPROPRIATED),
    **dict.fromkeys(COMMITTED, Figure.COMMITTED),
    **dict.fromkeys(PAID, Figure.PAID),
    EntryKind.CLAIM: EntryKind.CLAIM,
    EntryKind.WRITE_OFF: EntryKind.CLAIM,
    **dict.fromkeys(INTEREST_OWED, EntryKind.INTEREST),
}
"""Which sum of the year page each kind is part of; claims are a sum of their own, and so is interest."""
_FIGURES: dict[str, Figure | EntryKind] = {kind.value: one for kind, one in FIGURE_OF.items()}


def ledger(chosen: Selection, *where: ColumnElement[bool]) -> Iterator[Row]:
    """Give the entries as they were booked, in the columns of the catalogue; those that fit."""
    for row in stream(entries_of(chosen).where(*where)):
        yield (*row[:4], _FIGURES.get(str(row[4]), row[4]), *row[5:])


def entries_of(chosen: Selection) -> Select[*tuple[Any, ...]]:
    """Ask for the entries in the columns of the catalogue, with what they are booked as for their sum."""
    poster = aliased(Person)
    return (
        select(
            Entry.id,
            Entry.booked_on,
            Entry.year,
            _post_name(),
            Entry.booked_as,
            Entry.kind,
            Application.case_number,
            Call.code,
            Entry.text,
            Entry.amount,
            Entry.counters_id,
            poster.name,
            Entry.posted_at,
            Organisation.name,
            Entry.happened_on,
            Entry.movement_id,
            Entry.reclaim_id,
        )
        .join(BudgetPost, BudgetPost.id == Entry.budget_post_id)
        .outerjoin(Application, Application.id == Entry.application_id)
        .outerjoin(Call, Call.id == func.coalesce(Entry.call_id, Application.call_id))
        .outerjoin(poster, poster.id == Entry.posted_by_id)
        .outerjoin(Organisation, Organisation.id == Entry.organisation_id)
        .where(*chosen.within(Entry.year))
        .order_by(Entry.id)
    )


def instalments(chosen: Selection) -> Iterator[Row]:
    """Give the instalments, case by case, in the columns of the catalogue."""
    lead, attester, authoriser = leads(), aliased(Person), aliased(Person)
    statement = (
        select(
            Application.case_number,
            Organisation.name,
            Instalment.year,
            Instalment.number,
            Instalment.amount,
            _state(),
            Instalment.trigger,
            Instalment.due_at,
            Instalment.attested_at,
            attester.name,
            Instalment.authorised_at,
            authoriser.name,
            Instalment.account_number,
            Instalment.entry_id,
        )
        .join(Application, Application.id == Instalment.application_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .outerjoin(attester, attester.id == Instalment.attested_by_id)
        .outerjoin(authoriser, authoriser.id == Instalment.authorised_by_id)
        .where(*chosen.within(Instalment.year))
        .order_by(Instalment.application_id, Instalment.decision_id, Instalment.number)
    )
    for row in stream(statement):
        yield (*row[:5], InstalmentState(str(row[5])), *row[6:])


def recipients(chosen: Selection) -> Iterator[Row]:
    """Give the leads with money promised or paid, by name, in the columns of the catalogue."""
    lead = leads()
    committed = func.sum(case((Entry.booked_as.in_(COMMITTED), Entry.amount), else_=0))
    paid = func.sum(case((Entry.booked_as.in_(PAID), Entry.amount), else_=0))
    rows = db.session.execute(
        select(
            Organisation.name,
            Organisation.organisation_number,
            Organisation.kind,
            func.count(Entry.application_id.distinct()),
            committed,
            paid,
        )
        .join(lead, lead.c.organisation_id == Organisation.id)
        .join(Entry, Entry.application_id == lead.c.application_id)
        .where(Entry.booked_as.in_(COMMITTED | PAID), *chosen.within(Entry.year))
        .group_by(
            Organisation.id, Organisation.name, Organisation.organisation_number, Organisation.kind
        )
    )
    for *known, promised, given in sorted(rows, key=lambda row: norwegian(row[0])):
        yield (*known, int(promised), int(given), int(promised) - int(given))


def _state() -> ColumnElement[str]:
    """Read an instalment's state as `payments.states` does."""
    return case(
        (Instalment.authorised_at.is_not(None), InstalmentState.PAID.value),
        (Instalment.attested_at.is_not(None), InstalmentState.ATTESTED.value),
        (
            and_(Instalment.due_at.is_not(None), Instalment.year <= clock.today().year),
            InstalmentState.DUE.value,
        ),
        (Instalment.amount == 0, InstalmentState.LAPSED.value),
        else_=InstalmentState.WAITING.value,
    )


def _post_name() -> ColumnElement[str]:
    """Say chapter and post as sheets do: `kap. 701 post 60`."""
    chapter, post = cast(BudgetPost.chapter, String), cast(BudgetPost.post, String)
    return literal("kap. ") + chapter + literal(" post ") + post
