"""Whom to reach about a partner's part: one person, and another when the first is away.

The partner itself names them. They are no promise: a new telephone number voids no confirmation.
"""

from dataclasses import dataclass

from applications.factsheets.models import FactSheet
from applications.models import Partner


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Somebody to reach."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ContactPersons:
    """Who answers for a partner's part, and who does when the first cannot."""

    first: ContactPerson
    backup: ContactPerson


def persons_of(source: Partner | FactSheet) -> ContactPersons:
    """Give the persons that a partner or a fact sheet names."""
    return ContactPersons(
        ContactPerson(source.contact_name, source.contact_email, source.contact_phone),
        ContactPerson(source.backup_name, source.backup_email, source.backup_phone),
    )


def name_persons(target: Partner | FactSheet, persons: ContactPersons) -> None:
    """Write the persons down, inside an act."""
    first, backup = persons.first, persons.backup
    target.contact_name, target.contact_email = first.name.strip(), first.email.strip()
    target.contact_phone = first.phone.strip()
    target.backup_name, target.backup_email = backup.name.strip(), backup.email.strip()
    target.backup_phone = backup.phone.strip()
