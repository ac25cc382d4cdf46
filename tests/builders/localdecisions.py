"""Grants whose kommuner must decide at home, made by the acts themselves."""

from datetime import date

from sqlalchemy import select, update

from accounts.models import Organisation, Person
from accounts.queries import person
from applications.documents import Upload
from applications.queries import any_application
from decisions.localdecisions import queries, services
from decisions.localdecisions.models import DecidingBody, LocalDecision, OwedDecision
from decisions.localdecisions.owing import owe
from decisions.localdecisions.services import Decided
from foundation.database import db, transaction
from foundation.money import kroner
from grants.models import CallRule, RuleKey
from tests.builders.applications import A_PDF, a_stored_pdf, an_editor
from tests.builders.decisions import NOW, a_published_round
from tests.builders.payments import Grant, an_accepted_grant, forget
from tests.scenes import scene

CONSEQUENCES = "Dekkes av disposisjonsfondet."


@scene
def an_asking_grant() -> Grant:
    """Accept an award of a call that asks each kommune to decide at home."""
    made = a_published_round((5,))
    db.session.execute(
        update(CallRule).where(CallRule.key == RuleKey.LOCAL_DECISIONS).values(value="asked")
    )
    db.session.commit()
    db.session.expire_all()
    return an_accepted_grant(made)


def owed(grant: Grant) -> list[OwedDecision]:
    """Read what the kommuner owe anew."""
    forget(OwedDecision, LocalDecision)
    return list(queries.owed_in(grant.application.id))


def decided(words: str = CONSEQUENCES) -> Decided:
    """Say what a kommune decided."""
    return Decided(DecidingBody.COUNCIL, date(2026, 3, 12), "PS 12/26", kroner(250_000), words)


def who_writes_for(organisation: Organisation) -> Person:
    """Give one who writes for a kommune, registered the first time."""
    name = f"Skriver i {organisation.name}"
    known = db.session.scalars(select(Person.id).where(Person.name == name)).first()
    return person(known) if known else an_editor(organisation, name)


def register(grant: Grant, one: OwedDecision, by: Person | None = None) -> LocalDecision:
    """Register what a kommune decided."""
    content = A_PDF + f"% {one.organisation_id}\n".encode()
    return services.register_local_decision(
        any_application(grant.application.id), one.organisation_id, decided(),
        Upload(a_stored_pdf(content), "vedtak.pdf"),
        by=by or who_writes_for(one.organisation), at=NOW,
    )  # fmt: skip


def decide_at_home(grant: Grant) -> None:
    """Let all of a grant's kommuner owe a decision, and register what they decided."""
    with transaction():
        owe(grant.application.id, [one.organisation_id for one in grant.application.partners], at=NOW)
    for one in owed(grant):
        register(grant, one)
