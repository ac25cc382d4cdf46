"""What bodies, notes and refusals of local decisions are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from decisions.localdecisions.models import DecidingBody, Released
from decisions.localdecisions.notes import LocalNote
from decisions.localdecisions.refusals import Refusal
from foundation import words

words.register(
    {
        DecidingBody.COUNCIL: _l("Kommunestyret"),
        DecidingBody.EXECUTIVE: _l("Formannskapet"),
        DecidingBody.DELEGATED: _l("Kommunedirektøren, på delegert fullmakt"),
    }
)
words.register(
    {
        Released.LEFT: _l("Deltar ikke lenger"),
        Released.SUCCEEDED: _l("Ført over til en annen kommune"),
    }
)
words.register(
    {
        Refusal.NOT_OWED: _l("Kommunen skal ikke registrere noe vedtak i denne saken."),
        Refusal.NOT_OWN_KOMMUNE: _l("Du kan bare registrere vedtak for en kommune du handler for."),
        Refusal.DECIDED_LATER: _l("Vedtaket kan ikke være gjort etter i dag."),
        Refusal.WORDS_MISSING: _l("Fyll ut saksnummeret og hva vedtaket betyr for økonomien."),
        Refusal.NOBODY_LACKS: _l("Alle kommunene har registrert vedtaket sitt."),
        Refusal.REMINDED_TODAY: _l("Dere har minnet dem som mangler, det siste døgnet. Prøv igjen i morgen."),
    }
)
EVENT_WORDS.update(
    {
        LocalNote.REGISTERED.value: _l("En kommune registrerte sitt eget vedtak"),
        LocalNote.REMINDED.value: _l("Kommuner som mangler eget vedtak, ble minnet på det"),
    }
)
