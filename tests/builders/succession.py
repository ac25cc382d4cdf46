"""Kommuner that end, and the cases that are passed on from them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from accounts.models import (
    MunicipalityChange,
    MunicipalityVersion,
    Organisation,
    Person,
    Role,
)
from accounts.queries import person
from accounts.register import ChangeKind
from applications.facts import lead_of
from applications.queries import any_application
from applications.succession.models import Succession
from foundation.database import db, transaction
from payments.succession.services import pass_on
from tests.builders.accounts import a_person
from tests.builders.applications import a_kommune
from tests.builders.decisions import NOW
from tests.builders.payments import Grant
from tests.builders.reclaims import an_officer_of

NUMBERS = ("912345602", "912345610", "912345629")
"""Organisation numbers of the kommuner that take over."""
ENDED_ON: date = NOW.date() - timedelta(days=1)


def lead_of_grant(grant: Grant) -> Organisation:
    """Give who leads the case now."""
    return lead_of(any_application(grant.application.id)).organisation


def end(former: Organisation, *numbers: str, on: date = ENDED_ON) -> list[Organisation]:
    """Let a kommune end, yesterday if not told, taken over by new ones of these numbers."""
    number = db.session.scalars(
        select(MunicipalityVersion.number).where(MunicipalityVersion.organisation_id == former.id)
    ).one()
    new = [a_kommune(f"Nye {one}", number=one) for one in numbers]
    with transaction():
        db.session.execute(
            update(MunicipalityVersion)
            .where(MunicipalityVersion.organisation_id == former.id)
            .values(valid_to=on - timedelta(days=1))
        )
        for one, registered in zip(new, _free_numbers(len(new)), strict=True):
            one.organisation_number = registered
            db.session.execute(
                update(MunicipalityVersion)
                .where(MunicipalityVersion.organisation_id == one.id)
                .values(valid_from=on)
            )
            db.session.add(
                MunicipalityChange(
                    changed_on=on, kind=ChangeKind.SPLIT, old_number=number,
                    old_name=former.name, new_number=one.code.removeprefix("K-"), new_name=one.name,
                )
            )
    return new


def _free_numbers(count: int) -> list[str | None]:
    """Give numbers that nobody has; None where they are used up."""
    taken = set(db.session.scalars(select(Organisation.organisation_number)))
    free = [one for one in NUMBERS if one not in taken]
    return [*free, *[None] * count][:count]


def passed(
    grant: Grant, former: Organisation, percents: Mapping[int, int], *, at: datetime = NOW
) -> Succession:
    """Let the case's officer pass it on; the first named carries it on."""
    return pass_on(
        any_application(grant.application.id), former.id, percents, next(iter(percents)),
        reason="Avtale om deling av 1. mars.", by=an_officer_of(grant), at=at,
    )  # fmt: skip


def two_of(organisation: Organisation) -> tuple[Person, Person]:
    """Register who signs for a kommune, and a colleague."""
    name = organisation.name.split()[-1]
    signs = a_person(Role.SIGNATORY, organisation, f"Signe {name}")
    other = a_person(Role.EDITOR, organisation, f"Kolla {name}")
    return person(signs.id), person(other.id)
