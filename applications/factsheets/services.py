"""The act by which an organisation confirms what is known of it."""

from dataclasses import dataclass
from datetime import datetime

from accounts import audit
from accounts.models import Organisation, Person
from applications.contactpersons import ContactPersons, name_persons
from applications.factsheets.models import FactSheet, SystemInUse
from applications.factsheets.queries import newest_sheet
from applications.factsheets.refusals import SheetRefusal
from applications.queries.one import ACTS_FOR
from criteria.deadlines import years_after
from criteria.reaching import WithoutGrant
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError

MOST_SYSTEMS = 20


@dataclass(frozen=True, slots=True)
class System:
    """A journal system and what it is used for."""

    name: str
    used_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an organisation says of itself. `hours_a_year`: own people's hours for projects, if said."""

    persons: ContactPersons
    post_email: str = ""
    networks: str = ""
    hours_a_year: int | None = None
    without_grant: WithoutGrant | None = None
    systems: tuple[System, ...] = ()


def confirm_facts(
    organisation: Organisation, facts: Facts, *, seen: int | None, by: Person, at: datetime
) -> FactSheet:
    """Confirm what is known of an organisation, as it is now. It holds for a year.

    The sheet before it is kept. `seen` is the sheet that the writer saw, None for none: raises
    StaleError when somebody has confirmed another one since, RuleBrokenError for others than the
    organisation's people, and for a system without a name.
    """
    with transaction():
        if organisation.id not in by.organisations_as(*ACTS_FOR):
            raise RuleBrokenError(SheetRefusal.NOT_OWN_ORGANISATION)
        locked(organisation)
        last = newest_sheet(organisation.id)
        if (last.id if last else None) != seen:
            raise StaleError
        if any(not one.name.strip() for one in facts.systems):
            raise RuleBrokenError(SheetRefusal.SYSTEM_NAMELESS)
        sheet = FactSheet(
            organisation_id=organisation.id,
            confirmed_at=at,
            confirmed_by_id=by.id,
            valid_to=years_after(clock.in_oslo(at).date(), 1),
            post_email=facts.post_email.strip(),
            networks=facts.networks.strip(),
            hours_a_year=facts.hours_a_year,
            without_grant=facts.without_grant,
        )
        name_persons(sheet, facts.persons)
        db.session.add(sheet)
        db.session.flush()  # the systems and the audit name it by its id
        for position, one in enumerate(facts.systems[:MOST_SYSTEMS], start=1):
            db.session.add(
                SystemInUse(
                    fact_sheet_id=sheet.id, position=position, name=one.name.strip(),
                    used_for=one.used_for.strip(),
                )
            )
        audit.record(
            "facts.confirmed", subject=f"organisation:{organisation.id}", by=by, at=at,
            fact_sheet=sheet.id, systems=len(facts.systems),
        )  # fmt: skip
    return sheet
