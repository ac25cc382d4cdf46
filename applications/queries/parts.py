"""What is loaded beside an application: the parts that every rule needs."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Organisation
from applications.factsheets.models import FactSheet, SheetUse
from applications.models import Application, Confirmation, CounterOffer, Partner
from foundation.database import db
from grants.models import Call, Question


def own_parts() -> tuple[LoaderOption, ...]:
    """Load an application with its partners and all that hangs on it. Not the journal."""
    organisation = selectinload(Application.partners).joinedload(Partner.organisation)
    return (
        joinedload(Application.call),
        joinedload(Application.submitted_by),
        organisation.selectinload(Organisation.versions),
        organisation.selectinload(Organisation.populations),
        selectinload(Application.partners)
        .selectinload(Partner.confirmations)
        .joinedload(Confirmation.person),
        selectinload(Application.partners)
        .selectinload(Partner.offers)
        .joinedload(CounterOffer.made_by),
        selectinload(Application.partners)
        .joinedload(Partner.sheet_use)
        .joinedload(SheetUse.fact_sheet)
        .joinedload(FactSheet.confirmed_by),
        selectinload(Application.chosen_activities),
        selectinload(Application.budget_lines),
        selectinload(Application.answers),
        selectinload(Application.attachments),
        selectinload(Application.deficiencies),
    )


def read_calls(ids: Iterable[int]) -> list[Call]:
    """Read what an applicant meets of calls: scheme, rules, kinds, activities, questions, documents.

    A call that is in the session already gets what it lacked.
    """
    return list(db.session.scalars(_CALLS, {"ids": sorted(set(ids))}))


def read_rules(call_id: int) -> Call:
    """Read what acts ask of a call: its rules, kinds, activities, questions and documents."""
    return db.session.scalars(_RULES, {"id": call_id}).one()


# Put together once: with so much beside it, the question itself takes longer to write than to answer.
_CALLS = (
    select(Call)
    .where(Call.id.in_(bindparam("ids", expanding=True)))
    .options(
        joinedload(Call.scheme),
        joinedload(Call.measure),
        joinedload(Call.regulation),
        selectinload(Call.kinds),
        selectinload(Call.rules),
        selectinload(Call.activities),
        selectinload(Call.questions).selectinload(Question.choices),
        selectinload(Call.required_attachments),
    )
    .order_by(Call.id)
)
_RULES = (
    select(Call)
    .where(Call.id == bindparam("id"))
    .options(
        selectinload(Call.kinds),
        selectinload(Call.rules),
        selectinload(Call.activities),
        selectinload(Call.questions),
        selectinload(Call.required_attachments),
    )
)
