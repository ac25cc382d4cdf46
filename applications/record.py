"""What was handed in, as one fingerprint: the receipt shows it, and anyone can make it again."""

from sqlalchemy import select

from applications.models import Answer, Application, Event
from criteria.canonical import Fact, digest
from criteria.steps import Act
from foundation.database import db


def fingerprint_of(application: Application) -> str:
    """Give the SHA-256 (hex) of an application as it was handed in.

    What came later, as documents that answer a deficiency, does not belong to it. A cost-sharing key does
    when there is one: without it the fingerprint is what it was before there were keys.
    """
    return digest(
        {
            "application": application.id,
            "call": application.call_id,
            "title": application.title,
            "collaboration_name": application.collaboration_name,
            "legal_form": application.legal_form.value if application.legal_form else None,
            "start_on": application.start_on.isoformat() if application.start_on else None,
            "end_on": application.end_on.isoformat() if application.end_on else None,
            "contact": [
                application.contact_name, application.contact_email, application.contact_phone,
            ],
            "partners": _partners(application),
            "activities": {
                str(one.activity_id): one.description for one in application.chosen_activities
            },
            "budget": sorted(
                (line.year, line.partner_id, line.activity_id, line.source.value, line.amount)
                for line in application.budget_lines
            ),
            "answers": {str(one.question_id): _answer(one) for one in application.answers},
            "attachments": sorted(
                one.sha256
                for one in application.attachments
                if one.removed_at is None and one.deficiency_id is None
            ),
            **_cost_key(application),
        }
    )  # fmt: skip


def _cost_key(application: Application) -> dict[str, Fact]:
    if application.cost_key is None:
        return {}
    percents = sorted((one.organisation_id, one.cost_percent) for one in application.partners)
    return {"cost_key": application.cost_key.value, "cost_percents": percents}


def _answer(answer: Answer) -> Fact:
    if answer.irrelevant_because is None:
        return answer.value
    return {"value": answer.value, "irrelevant_because": answer.irrelevant_because}


def handed_in_fingerprint(application: Application) -> str:
    """Give the fingerprint that was written down when an application was handed in.

    Sections that the office has opened since may hold something else now.
    """
    event = db.session.scalars(
        select(Event)
        .where(Event.application_id == application.id, Event.act == Act.SUBMIT)
        .order_by(Event.id.desc())
        .limit(1)
    ).first()
    return str(event.detail["fingerprint"]) if event else fingerprint_of(application)


def _partners(application: Application) -> list[Fact]:
    return [
        {
            "organisation": partner.organisation_id,
            "role": partner.role.value,
            "effort_hours": partner.effort_hours,
            "systems_before": partner.systems_before,
            "confirmed": partner.confirmations[-1].fingerprint if partner.confirmations else None,
        }
        for partner in sorted(application.partners, key=lambda one: one.organisation_id)
    ]
