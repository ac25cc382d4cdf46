"""What the lead of a project is granted by the same scheme in its other cases."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import func, select

from applications.facts import lead_of
from applications.models import Application, Partner, PartnerRole
from decisions.grounds import AWARDS
from decisions.models import Acceptance, Decision, DecisionYear
from decisions.queries.decisions import in_force_among
from foundation.database import db
from foundation.money import Ore
from grants.models import Call


def granted_beside(application: Application) -> Mapping[int, Mapping[str, Ore]]:
    """Give what stands granted to the lead of a whole application, by year and case number.

    Only published decisions in force that were not declined, under the same scheme. One query.
    """
    standing = in_force_among().with_only_columns(Decision.id)
    rows = db.session.execute(
        select(DecisionYear.year, Application.case_number, DecisionYear.amount)
        .select_from(DecisionYear)
        .join(Decision, Decision.id == DecisionYear.decision_id)
        .join(Application, Application.id == Decision.application_id)
        .join(Call, Call.id == Application.call_id)
        .join(Partner, Partner.application_id == Application.id)
        .outerjoin(Acceptance, Acceptance.decision_id == Decision.id)
        .where(
            Partner.role == PartnerRole.LEAD,
            Partner.organisation_id == lead_of(application).organisation_id,
            Call.scheme_id == application.call.scheme_id,
            Application.id != application.id,
            Decision.id.in_(standing),
            Decision.outcome.in_(AWARDS),
            func.coalesce(Acceptance.accepted, True),
            DecisionYear.amount > 0,
        )
        .order_by(DecisionYear.year, Application.case_number)
    )
    found: defaultdict[int, dict[str, Ore]] = defaultdict(dict)
    for year, case, amount in rows:
        found[year][case or ""] = Ore(amount)
    return dict(found)
