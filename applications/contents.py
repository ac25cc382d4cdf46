"""What each section of an application holds, as values: what acts take in and what they compare.

A person who saves has seen a section as it was. Its seal tells whether it is still so; when not, the act
refuses with StaleError and the page shows both texts. Two people in different sections never collide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from applications.models import Application, LegalForm, Partner, PartnerRole
from criteria.budget import Source
from criteria.canonical import digest
from criteria.costkey import CostKey
from foundation.errors import StaleError
from foundation.money import Ore


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """The first section: what, how, when and who to ask."""

    title: str
    collaboration_name: str = ""
    legal_form: LegalForm | None = None
    start_on: date | None = None
    end_on: date | None = None
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTerms:
    """What a partner is in the project and brings to it. `systems_before`: journal systems today."""

    role: PartnerRole
    effort_hours: int = 0
    systems_before: int = 0


@dataclass(frozen=True, slots=True)
class BudgetCell:
    """What one source pays for one partner's activity in one year. Øre, ex. VAT; nothing is 0."""

    year: int
    partner_id: int
    activity_id: int
    source: Source
    amount: Ore


@dataclass(frozen=True, slots=True)
class Division:
    """How the members divide what they carry; None: nothing is agreed.

    Percentages are in hundredths, by the partner's id.
    """

    key: CostKey | None
    percents: Mapping[int, int]


def basics_of(application: Application) -> Basics:
    """Give the first section as it stands."""
    return Basics(
        title=application.title,
        collaboration_name=application.collaboration_name,
        legal_form=application.legal_form,
        start_on=application.start_on,
        end_on=application.end_on,
        contact_name=application.contact_name,
        contact_email=application.contact_email,
        contact_phone=application.contact_phone,
    )


def terms_of(partner: Partner) -> PartnerTerms:
    """Give a partner's role and contribution as they stand."""
    return PartnerTerms(
        role=partner.role,
        effort_hours=partner.effort_hours,
        systems_before=partner.systems_before,
    )


def division_of(application: Application) -> Division:
    """Give how the members divide what they carry, as it stands."""
    return Division(
        application.cost_key,
        {
            one.id: one.cost_percent
            for one in application.partners
            if one.cost_percent is not None
        },
    )


def activities_of(application: Application) -> dict[int, str]:
    """Give the chosen activities with their descriptions."""
    return {one.activity_id: one.description for one in application.chosen_activities}


def cells_of(application: Application, partner_id: int | None = None) -> tuple[BudgetCell, ...]:
    """Give the cells of the budget that hold something: a partner's, or all."""
    return tuple(
        BudgetCell(line.year, line.partner_id, line.activity_id, line.source, Ore(line.amount))
        for line in application.budget_lines
        if partner_id in (None, line.partner_id)
    )


def answers_of(application: Application, question_ids: Iterable[int]) -> dict[int, str]:
    """Give the answers to some questions; one that is not answered is empty."""
    found = {answer.question_id: answer.value for answer in application.answers}
    return {number: found.get(number, "") for number in question_ids}


def reasons_of(application: Application, question_ids: Iterable[int]) -> dict[int, str]:
    """Give why some questions are not relevant, for those that are answered so."""
    asked = set(question_ids)
    return {
        answer.question_id: answer.irrelevant_because
        for answer in application.answers
        if answer.irrelevant_because and answer.question_id in asked
    }


def seal_answers(application: Application, question_ids: Iterable[int]) -> str:
    """Give the seal of the answers to some questions, and of why some are not relevant."""
    asked = list(question_ids)
    return seal_of(answers_of(application, asked), reasons_of(application, asked))


def seal_of(answers: Mapping[int, str], reasons: Mapping[int, str]) -> str:
    """Give the seal of answers, and of why some questions are not relevant."""
    return digest(
        {
            **{str(number): text for number, text in answers.items()},
            **{f"{number} irrelevant": reason for number, reason in reasons.items()},
        }
    )


def seal_basics(basics: Basics) -> str:
    """Give the seal of the first section."""
    return digest(
        {
            "title": basics.title,
            "collaboration_name": basics.collaboration_name,
            "legal_form": basics.legal_form.value if basics.legal_form else None,
            "start_on": basics.start_on.isoformat() if basics.start_on else None,
            "end_on": basics.end_on.isoformat() if basics.end_on else None,
            "contact": [basics.contact_name, basics.contact_email, basics.contact_phone],
        }
    )


def seal_terms(terms: PartnerTerms) -> str:
    """Give the seal of a partner's role and contribution."""
    return digest(
        {
            "role": terms.role.value,
            "effort_hours": terms.effort_hours,
            "systems_before": terms.systems_before,
        }
    )


def seal_division(division: Division) -> str:
    """Give the seal of how the members divide what they carry."""
    return digest(
        {
            "key": division.key.value if division.key else None,
            "percents": {str(number): percent for number, percent in division.percents.items()},
        }
    )


def seal_texts(texts: Mapping[int, str]) -> str:
    """Give the seal of activities with their descriptions."""
    return digest({str(number): text for number, text in texts.items()})


def seal_cells(cells: Iterable[BudgetCell]) -> str:
    """Give the seal of a budget; the order of the cells means nothing."""
    return digest(
        {
            "cells": sorted(
                (cell.year, cell.partner_id, cell.activity_id, cell.source.value, cell.amount)
                for cell in cells
                if cell.amount
            )
        }
    )


def refuse_stale(seen: str | None, now: str) -> None:
    """Refuse to write over what the writer has not seen. None: the writer did not look.

    Raises StaleError.
    """
    if seen is not None and seen != now:
        raise StaleError
