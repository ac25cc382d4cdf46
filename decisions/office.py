"""The sender of the letters, read strictly from its sheet."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from foundation.language import Bilingual
from foundation.letterhead import Office
from grants.catalogue.reader import Node, read

SHEET = Path(__file__).parent / "reference" / "office.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The state body that sends the letters, and what all its letters refer to."""

    name: str
    organisation_number: str
    address: tuple[str, ...]
    email: str
    phone: str
    website: str
    complaint_body: Bilingual
    standard_terms: Bilingual

    def office(self, unit: Bilingual, language: str) -> Office:
        """Give the sender as a letterhead shows it, with the unit that handles the scheme."""
        return Office(
            name=self.name,
            unit=unit.in_(language).removesuffix(f", {self.name}"),
            organisation_number=self.organisation_number,
            address=self.address,
            email=self.email,
            phone=self.phone,
            website=self.website,
        )


@cache
def sender() -> Sender:
    """Give the sender of this installation's letters. Raises SheetError when its sheet is not whole."""
    return _sender(read(SHEET))


def _sender(sheet: Node) -> Sender:
    sheet.only(
        "name", "organisation_number", "address", "email", "phone", "website",
        "complaint_body", "standard_terms",
    )  # fmt: skip
    return Sender(
        name=sheet.text("name"),
        organisation_number=sheet.text("organisation_number"),
        address=sheet.texts("address"),
        email=sheet.text("email"),
        phone=sheet.text("phone"),
        website=sheet.text("website"),
        complaint_body=sheet.both("complaint_body"),
        standard_terms=sheet.both("standard_terms"),
    )
