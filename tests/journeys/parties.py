"""The decided cases and who takes part in them: whom a letter is for, and in what form of Norwegian."""

from typing import NamedTuple

from sqlalchemy import select

from accounts.models import LanguageForm, Membership, MunicipalityVersion, Person, Role
from accounts.queries import municipalities, person
from decisions import queries
from decisions.models import Decision
from foundation import clock
from foundation.database import db
from foundation.money import Ore
from tests.journeys.people import Somebody

NEUTRAL = "nb"
"""The form that the scheme writes to a lead in that has chosen none."""
_CHOSEN: dict[LanguageForm | None, str] = {LanguageForm.BOKMAL: "nb", LanguageForm.NYNORSK: "nn"}


class Party(NamedTuple):
    """A kommune that takes part, the form it is written to in, and who signs for it."""

    id: int
    name: str
    code: str
    language: str
    signer: int
    signs: Somebody

    @property
    def contact(self) -> str:
        """Give the mailbox that the application named."""
        return f"post.{self.code.lower()}@example.org"

    def person(self) -> Person:
        """Read who signs, with what they may do."""
        return person(self.signer)


class Ruled(NamedTuple):
    """A case with the decision of it: the lead is written to first, the other gets a copy."""

    id: int
    number: str
    title: str
    decision: int
    asked: Ore
    amount: Ore
    lead: Party
    other: Party

    @property
    def is_award(self) -> bool:
        """Tell whether anything is granted."""
        return self.amount > 0


def ruled(call: int) -> list[Ruled]:
    """List the decided cases in the order of their places."""
    db.session.commit()  # ends the reading that saw how it was before
    versions = {one.organisation_id: one for one in municipalities(clock.today())}
    signers = _signers()
    return [_ruled(one, versions, signers) for one in queries.round_now(call)]


def _ruled(
    decision: Decision,
    versions: dict[int, MunicipalityVersion],
    signers: dict[int, tuple[int, Somebody]],
) -> Ruled:
    application = decision.application
    language, parties = NEUTRAL, []
    for partner in application.partners:  # the lead stands first
        version = versions[partner.organisation_id]
        if version.language_form in _CHOSEN:
            language = _CHOSEN[version.language_form]
        parties.append(
            Party(
                partner.organisation_id,
                partner.organisation.name,
                partner.organisation.code,
                language,
                *signers[partner.organisation_id],
            )
        )
    lead, other = parties
    return Ruled(
        id=application.id,
        number=application.case_number or "",
        title=application.title,
        decision=decision.id,
        asked=Ore(application.asked),
        amount=Ore(decision.amount),
        lead=lead,
        other=other,
    )


def _signers() -> dict[int, tuple[int, Somebody]]:
    rows = db.session.execute(
        select(Membership.organisation_id, Person.id, Person.name, Person.email)
        .join(Membership.person)
        .where(Membership.role == Role.SIGNATORY)
    )
    return {organisation: (number, Somebody(*known)) for organisation, number, *known in rows}
