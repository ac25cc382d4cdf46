"""The batch of the world: sent to the bank, which refused its payment and took a fee."""

from assessments.services import declare
from criteria.impartiality import View
from foundation.money import Ore
from tests.builders.bank import Booked, refusal_of_all, statement
from tests.builders.batches import OWN_ACCOUNT, Desk, number_the_leads, open_the_account
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, a_second_controller


def pay_in_a_batch(grant: Grant) -> dict[str, int]:
    """Send what is due in a case to the bank, and give the ids of what came of it."""
    desk = Desk(a_second_controller("Britt Bunke"), a_second_controller("Arne Anviser"), [grant])
    for controller in (desk.attester, desk.authoriser):
        declare(grant.application, View.IMPARTIAL, by=controller, at=NOW)
    number_the_leads(desk)
    open_the_account(desk)
    batch = desk.authorise(desk.compose())
    order = desk.send(batch)
    desk.take_in(refusal_of_all(order, "AC04"))
    fee = Booked(None, Ore(50_00), "GEBYR", text="Gebyr")
    told = desk.take_in(statement(OWN_ACCOUNT, [fee]))
    (line,) = desk.lines(batch)
    return {"batch": batch.id, "bank_message": told, "returned_line": line.id}
