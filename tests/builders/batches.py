"""Batches on their way to the bank, made by the acts themselves."""

from dataclasses import dataclass, field

from accounts.models import Organisation, Person
from applications.models import PartnerRole
from applications.queries import any_application
from assessments.services import declare
from criteria.impartiality import View
from foundation import clock
from foundation.database import db, transaction
from foundation.files import store
from payments.batches import queries, services
from payments.batches.models import PaymentBatch, PaymentLine
from payments.batches.selecting import Rule
from payments.batches.services import NewPayer
from payments.models import Instalment
from tests.builders.bank import Read, read_order
from tests.builders.decisions import NOW, a_published_round
from tests.builders.payments import Grant, accept, an_accepted_grant, forget
from tests.scenes import scene

OWN_ACCOUNT = "76940512057"
OWN_NUMBER = "983544622"
NUMBERS = ("964338531", "940192692", "958935420")
TODAY = clock.in_oslo(NOW).date()
RULE = Rule(due_by=TODAY)


@dataclass
class Desk:
    """Awards that are accepted, two controllers who are impartial in all of them, and an account."""

    attester: Person
    authoriser: Person
    grants: list[Grant] = field(default_factory=list)

    def compose(self) -> PaymentBatch:
        """Let the first controller make and attest a batch of all that is due."""
        return services.attest_batch(RULE, execute_on=TODAY, by=self.attester, at=NOW)

    def authorise(self, batch: PaymentBatch) -> PaymentBatch:
        """Let the second authorise it."""
        services.authorise_batch(queries.batch(batch.id), by=self.authoriser, at=NOW)
        return self.again(batch)

    def send(self, batch: PaymentBatch) -> Read:
        """Let the second fetch the file and give it to the bank; it is as the bank reads it."""
        content = services.fetch_file(queries.batch(batch.id), by=self.authoriser, at=NOW)
        services.mark_sent(queries.batch(batch.id), by=self.authoriser, at=NOW)
        return read_order(content)

    def take_in(self, content: bytes, filename: str = "fra-banken.xml") -> int:
        """Let the first take in a file from the bank."""
        forget(PaymentLine, Instalment)
        message = services.receive(content, filename=filename, by=self.attester, at=NOW)
        forget(PaymentLine, Instalment)
        return message.id

    def again(self, batch: PaymentBatch) -> PaymentBatch:
        """Read a batch anew."""
        forget(PaymentBatch, PaymentLine, Instalment)
        return queries.batch(batch.id)

    def lines(self, batch: PaymentBatch) -> list[PaymentLine]:
        """Read a batch's lines anew."""
        forget(PaymentLine, Instalment)
        return queries.lines_of(batch.id)


@scene
def a_desk(cases: int = 2) -> Desk:
    """Accept the awards of a round; both controllers declare, and there is an account to draw on."""
    made = a_published_round((5, 4, 3)[:cases])
    first = an_accepted_grant(made)
    grants = [first]
    for place in range(1, cases):
        application = any_application(made.applications[place].id)
        decision = accept(application)
        grants.append(Grant(made, application, decision, first.attester, first.authoriser))
        for controller in (first.attester, first.authoriser):
            declare(application, View.IMPARTIAL, by=controller, at=NOW)
    desk = Desk(first.attester, first.authoriser, grants)
    number_the_leads(desk)
    open_the_account(desk)
    return desk


def number_the_leads(desk: Desk) -> None:
    """Give the leads of the awards organisation numbers, which the register of the tests lacks."""
    with transaction():
        for place, one in enumerate(desk.grants):
            lead = next(p for p in one.application.partners if p.role is PartnerRole.LEAD)
            own = db.session.get_one(Organisation, lead.organisation_id)
            own.organisation_number = NUMBERS[place]


def open_the_account(desk: Desk) -> None:
    """Register the account that is drawn on."""
    services.set_payer(
        NewPayer("Helsedirektoratet", OWN_NUMBER, OWN_ACCOUNT, "DNBANOKK", "TILSAGN"),
        by=desk.attester,
        at=NOW,
    )


def kept_file(batch: PaymentBatch) -> bytes:
    """Read a batch's file from the store."""
    assert batch.file_sha256 is not None
    return store().read(batch.file_sha256)
