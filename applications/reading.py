"""A whole application as it is read over: by its writers before submission, by the office after."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from accounts.models import Organisation
from accounts.queries import version_on
from applications import facts
from applications.budget_table import BudgetTable, budget_table
from applications.costshares import CostShares, cost_shares
from applications.documents import OTHER
from applications.estimate import estimate_of
from applications.likelihood import comparison
from applications.models import Application, Attachment, Confirmation, Partner
from applications.readanswers import ReadAnswer, read_groups
from criteria.estimates import Estimate
from criteria.yardsticks import Introduction, Procurement
from foundation.showing import show_text
from grants.models import Activity


@dataclass(frozen=True, slots=True)
class ReadPartner:
    """A partner with where it lies and whether its yes still holds."""

    partner: Partner
    place: str
    confirmation: Confirmation | None


@dataclass(frozen=True, slots=True)
class ReadGroup:
    """The questions under one heading."""

    heading: str
    answers: tuple[ReadAnswer, ...]


@dataclass(frozen=True, slots=True)
class ReadActivity:
    """A chosen activity and what is written about it."""

    activity: Activity
    description: str


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and what it is."""

    attachment: Attachment
    kind: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that stands in an application, in the order of its sections."""

    application: Application
    partners: tuple[ReadPartner, ...]
    activities: tuple[ReadActivity, ...]
    budget: BudgetTable
    shares: CostShares | None
    estimate: Estimate | None
    compared: Introduction | Procurement | None
    groups: tuple[ReadGroup, ...]
    documents: tuple[ReadDocument, ...]


def read_over(application: Application) -> Whole:
    """Give everything that stands in an application, as people read it."""
    day = facts.day_of(application)
    return Whole(
        application=application,
        partners=tuple(_partner(application, one, day) for one in application.partners),
        activities=_activities(application),
        budget=(budget := budget_table(application)),
        shares=cost_shares(application),
        estimate=estimate_of(application),
        compared=comparison(application, budget.totals.total),
        groups=tuple(
            ReadGroup(heading, answers) for heading, answers in read_groups(application)
        ),
        documents=tuple(
            ReadDocument(one, kind_of_document(application, one))
            for one in application.attachments
            if one.removed_at is None
        ),
    )


def kind_of_document(application: Application, document: Attachment) -> str:
    """Say what a document is: one that the call asks for, the answer to a question, or any other."""
    if document.question_id is not None:
        asked = (one for one in application.call.questions if one.id == document.question_id)
        label = next((show_text(one.label) for one in asked), "")
        return str(_("Svar på «%(question)s»", question=label))
    if document.kind == OTHER:
        return str(_("Annet vedlegg"))
    wanted = (one for one in application.call.required_attachments if one.code == document.kind)
    return next((show_text(one.label) for one in wanted), document.kind)


def place_of(organisation: Organisation, day: date) -> str:
    """Tell where an organisation lies, so that Herøy and Herøy, Våler and Våler are told apart."""
    version = version_on(organisation, day)
    return f"{version.county_name}, {version.number}" if version else ""


def _partner(application: Application, partner: Partner, day: date) -> ReadPartner:
    confirmed = facts.is_confirmed(application, partner)
    return ReadPartner(
        partner=partner,
        place=place_of(partner.organisation, day),
        confirmation=partner.confirmations[-1] if confirmed else None,
    )


def _activities(application: Application) -> tuple[ReadActivity, ...]:
    offered = {one.id: one for one in application.call.activities}
    chosen = [
        ReadActivity(offered[one.activity_id], one.description)
        for one in application.chosen_activities
    ]
    return tuple(sorted(chosen, key=lambda one: one.activity.position))
