"""Grants that are paid, asked back and decided, made by the acts themselves."""

from datetime import datetime, timedelta

from accounts.models import Person
from accounts.queries import person
from applications.queries import any_application
from foundation import clock
from foundation.money import Ore, kroner
from payments import services
from payments.reclaims import services as reclaiming
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import debtors_of, reclaim
from payments.reclaims.services import Verdict
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import Grant, an_accepted_grant
from tests.scenes import scene

LATER: datetime = NOW + timedelta(days=30)
COMMENT_BY = (NOW + timedelta(days=21)).date()
PAY_BY = (LATER + timedelta(days=30)).date()


@scene
def a_paid_grant() -> Grant:
    """Pay the first instalment of an accepted award."""
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    services.authorise(grant.first(), by=grant.authoriser, at=NOW)
    return grant


def an_officer_of(grant: Grant) -> Person:
    """Give the officer who handles the case."""
    return person(grant.round.team[0].id)


def a_notice(grant: Grant, amount: Ore = kroner(1_000)) -> Reclaim:
    """Give advance notice that money may be asked back."""
    application = any_application(grant.application.id)
    (debtor,) = debtors_of(application, clock.in_oslo(NOW).date())
    made = reclaiming.give_notice(
        application, debtor, amount, cause="Vilkåret om medfinansiering er brutt.",
        comment_by=COMMENT_BY, by=an_officer_of(grant), at=NOW,
    )  # fmt: skip
    return reclaim(made.id)


def a_claim(grant: Grant, amount: Ore = kroner(1_000)) -> Reclaim:
    """Let what was noticed be decided when the time to comment is over."""
    found = a_notice(grant, amount)
    verdict = Verdict(amount, "Vilkåret er brutt.", PAY_BY, AN_ACCOUNT)
    reclaiming.decide(found, verdict, by=person(grant.round.maker.id), at=LATER)
    return reclaim(found.id)
