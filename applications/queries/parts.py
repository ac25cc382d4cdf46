"""What is loaded beside an application: the parts that every rule needs."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Organisation
from applications.factsheets.models import FactSheet, SheetUse
from applications.models import Application, Confirmation, CounterOffer, Partner
from foundation.database import db
from foundation.kept import Kept
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


def kept_call(call_id: int) -> Call:
    """Give a published call as `read_calls` does, for reading only: nothing in it changes unseen."""
    version = db.session.execute(_VERSION, {"id": call_id}).scalar_one()
    return _KEPT.by((call_id, version), lambda: read_calls([call_id])[0])


def read_again(application: Application) -> None:
    """Read all that hangs on an application anew, inside the act that holds it, and its call."""
    set_committed_value(application, "call", kept_call(application.call_id))
    db.session.refresh(application, attribute_names=_PARTS)
    ids = [partner.id for partner in application.partners]
    organisation = joinedload(Partner.organisation)
    db.session.scalars(
        select(Partner)
        .where(Partner.id.in_(ids))
        .options(
            organisation.selectinload(Organisation.versions),
            organisation.selectinload(Organisation.populations),
        )
    ).all()
    confirmations = db.session.scalars(
        select(Confirmation).where(Confirmation.partner_id.in_(ids)).order_by(Confirmation.id)
    ).all()
    for partner in application.partners:
        own = [one for one in confirmations if one.partner_id == partner.id]
        set_committed_value(partner, "confirmations", own)


_KEPT: Kept[Call] = Kept("calls", room=50)
_VERSION = select(Call.version).where(Call.id == bindparam("id"))
_PARTS = (
    "partners", "chosen_activities", "budget_lines", "answers", "attachments", "deficiencies",
)  # fmt: skip


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
