"""Five kommuner that apply together on the last day, who acts for each, and a sixth that is late."""

from typing import NamedTuple

from accounts.models import Role
from accounts.registration import load_register
from foundation import clock
from tests.builders.accounts import an_administrator
from tests.builders.applications import a_ready_draft
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.journeys.people import Somebody, kommune, somebody, the_others

LEAD = "Volda"
"""Has chosen nynorsk: what is said to the application is said in it."""

ON_PHONE, PROPOSES, DECLINES, CHANGES = "Ålesund", "Ørsta", "Hareid", "Ulstein"
INVITED = (ON_PHONE, PROPOSES, DECLINES, CHANGES)
STAYING = (LEAD, ON_PHONE, PROPOSES, CHANGES)
COUNTY = "Møre og Romsdal"


class Five(NamedTuple):
    """Everybody who takes part: three at the lead, one at each partner, one in the office."""

    writer: Somebody
    colleague: Somebody
    signatory: Somebody
    on_phone: Somebody
    proposer: Somebody
    decliner: Somebody
    changer: Somebody
    handler: Somebody

    @property
    def partners(self) -> tuple[Somebody, ...]:
        """Give who signs for each invited kommune, in the order of `INVITED`."""
        return (self.on_phone, self.proposer, self.decliner, self.changer)


class Late(NamedTuple):
    """An application that is whole, and whoever signs for it."""

    application_id: int
    signatory: Somebody


def gather_five() -> Five:
    """Load the register and register everybody with a role."""
    load_register(at=clock.now())
    return Five(
        writer=somebody("Eli Skriver", Role.EDITOR, kommune(LEAD)),
        colleague=somebody("Kari Kollega", Role.EDITOR, kommune(LEAD)),
        signatory=somebody("Signe Leiar", Role.SIGNATORY, kommune(LEAD)),
        on_phone=somebody("Pål Sund", Role.SIGNATORY, kommune(ON_PHONE)),
        proposer=somebody("Olav Nabo", Role.SIGNATORY, kommune(PROPOSES)),
        decliner=somebody("Hanna Strand", Role.SIGNATORY, kommune(DECLINES)),
        changer=somebody("Ulla Vik", Role.SIGNATORY, kommune(CHANGES)),
        handler=somebody("Sigrid Sakse", Role.CASE_OFFICER),
    )


def open_a_call() -> int:
    """Publish the call that closes on 15 April, and give its id."""
    return a_call(an_administrator(), terms(code="innforing-2026"), INTRODUCTION).id


def whole_but_late(call_id: int) -> Late:
    """Make another application ready by the acts, and leave it there."""
    together = the_others(call_id)
    draft = a_ready_draft(together)
    return Late(draft.id, Somebody(together.signatory.name, together.signatory.email))
