"""Reading persons, organisations and the register of kommuner."""

from accounts.queries.organisations import (
    changes_of,
    inhabitants_of,
    living_organisations,
    municipalities,
    norwegian,
    organisation,
    organisation_by_code,
    organisations,
    version_on,
)
from accounts.queries.persons import (
    PersonPage,
    living_token,
    person,
    person_by_email,
    person_by_session,
    person_page,
    persons_as,
    signatories_of,
    token,
    tokens,
    tokens_of,
)

__all__ = [
    "PersonPage",
    "changes_of",
    "inhabitants_of",
    "living_organisations",
    "living_token",
    "municipalities",
    "norwegian",
    "organisation",
    "organisation_by_code",
    "organisations",
    "person",
    "person_by_email",
    "person_by_session",
    "person_page",
    "persons_as",
    "signatories_of",
    "token",
    "tokens",
    "tokens_of",
    "version_on",
]
