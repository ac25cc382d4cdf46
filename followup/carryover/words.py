"""What applications for unused money, their steps and their refusals are called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.carryover import CarryRefusal
from followup.carryover.dates import CarryDate
from followup.carryover.models import CarryOver
from followup.carryover.notes import CarryNote
from followup.carryover.refusals import Refusal
from foundation import words


class CarryState(StrEnum):
    """Where an application for unused money stands: read from its facts, never stored."""

    ASKED = "carry_asked"
    PROPOSED = "carry_proposed"
    GRANTED = "carry_granted"
    IN_PART = "carry_in_part"
    REFUSED = "carry_refused"
    WITHDRAWN = "carry_withdrawn"


def state_of(one: CarryOver) -> CarryState:
    """Read where an application stands, as the office sees it."""
    if one.withdrawn_at is not None:
        return CarryState.WITHDRAWN
    if one.decided_at is None:
        return CarryState.ASKED if one.proposed_at is None else CarryState.PROPOSED
    if not one.granted:
        return CarryState.REFUSED
    return CarryState.GRANTED if one.granted == one.amount else CarryState.IN_PART


def state_outside(one: CarryOver) -> CarryState:
    """Read where it stands for those who applied: what is proposed is not told before it is signed."""
    state = state_of(one)
    return CarryState.ASKED if state is CarryState.PROPOSED else state


words.register(
    {
        CarryState.ASKED: _l("Til behandling"),
        CarryState.PROPOSED: _l("Til signering"),
        CarryState.GRANTED: _l("Innvilget"),
        CarryState.IN_PART: _l("Delvis innvilget"),
        CarryState.REFUSED: _l("Avslått"),
        CarryState.WITHDRAWN: _l("Trukket"),
        CarryDate.ANSWER: _l("Svar eller foreløpig svar om ubrukte midler"),
        CarryDate.LAST_DAY: _l("Frist for å søke om å bruke ubrukte midler"),
    }
)
words.register(
    {
        CarryRefusal.YEAR_NOT_OVER: _l("Budsjettåret er ikke over ennå."),
        CarryRefusal.NOT_REPORTED: _l(
            "Send årsrapporten først. Den viser hva som er brukt, og dermed hva som er ubrukt."
        ),
        CarryRefusal.NOTHING_UNUSED: _l("Det er ingen ubrukte midler for dette året."),
        CarryRefusal.NEGATIVE: _l("Beløpet må være større enn 0."),
        CarryRefusal.OVER_UNUSED: _l("Beløpet er høyere enn det som er ubrukt for året."),
        CarryRefusal.OVER_ASKED: _l("Beløpet kan ikke være høyere enn det som er søkt om."),
        CarryRefusal.ENDS_TOO_EARLY: _l(
            "Sluttdatoen må være etter året som midlene er ubrukte for."
        ),
        CarryRefusal.ENDS_TOO_LATE: _l(
            "Ubrukte midler kan bare overføres til året etter. Sluttdatoen må være i det året."
        ),
        Refusal.OPEN_ALREADY: _l("Dere har allerede en søknad om dette året som ikke er besvart."),
        Refusal.NOT_OPEN: _l("Søknaden er besvart eller trukket."),
        Refusal.NOT_PROPOSED: _l("Det er ikke foreslått noe svar ennå."),
        Refusal.SAME_PERSON: _l("Du foreslo svaret selv. En annen må signere."),
        Refusal.INSTALMENT_UNDERWAY: _l(
            "En rate for %(year)s er attestert eller har vært hos banken. Trekk attesteringen, eller vent "
            "til raten er betalt, før svaret blir signert."
        ),
        Refusal.FINAL_IS_SENT: _l(
            "Sluttrapporten er sendt inn. Send den tilbake før mer kan brukes neste år."
        ),
        Refusal.NO_ROOM: _l(
            "Posten har ikke nok ledig i %(year)s. Overfør ubrukte midler på posten først."
        ),
    }
)

EVENT_WORDS.update(
    {
        CarryNote.ASKED.value: _l("Det ble søkt om å bruke ubrukte midler fra %(year)s neste år"),
        CarryNote.WITHDRAWN.value: _l("Søknaden om ubrukte midler fra %(year)s ble trukket"),
        CarryNote.PROPOSED.value: _l("Svar om ubrukte midler fra %(year)s ble foreslått"),
        CarryNote.ANSWERED.value: _l("Søknaden om ubrukte midler fra %(year)s ble besvart"),
    }
)
