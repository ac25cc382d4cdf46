"""The sender of the letters as a letterhead shows it, as the administrator has it now."""

from foundation.language import Bilingual
from foundation.letterhead import Office
from grants.models import Sender


def office_of(sender: Sender, unit: Bilingual, language: str) -> Office:
    """Give the sender with the unit that handles the scheme."""
    return Office(
        name=sender.name,
        unit=unit.in_(language).removesuffix(f", {sender.name}"),
        organisation_number=sender.organisation_number,
        address=tuple(sender.address.splitlines()),
        email=sender.email,
        phone=sender.phone,
        website=sender.website,
    )
