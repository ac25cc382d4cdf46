"""What postings, instalments and refusals of this room are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.frame import Refusal
from criteria.postings import EntryKind
from foundation import words
from payments.notes import CaseNote
from payments.queries.entries import Figure
from payments.refusals import PaymentRefusal
from payments.states import InstalmentState

words.register(
    {
        PaymentRefusal.ALREADY_BOOKED: _l("Denne bevilgningen er allerede bokført."),
        PaymentRefusal.NOT_DUE: _l("Raten har ikke forfalt ennå."),
        PaymentRefusal.ALREADY_ATTESTED: _l("Raten er allerede attestert."),
        PaymentRefusal.ALREADY_AUTHORISED: _l("Raten er allerede anvist. Den er betalt én gang."),
        PaymentRefusal.ALREADY_REVERSED: _l("Posteringen er allerede rettet med en motpostering."),
        PaymentRefusal.REVERSED_BY_ITS_OWN_ACT: _l(
            "Bare en bevilgning kan rettes her. Tilsagn og utbetalinger rettes i saken de hører til."
        ),
        PaymentRefusal.REASON_MISSING: _l("Skriv en begrunnelse."),
        PaymentRefusal.DISPUTED: _l(
            "Det er klaget på vedtaket. Ingenting betales i saken før klagen er avgjort."
        ),
        InstalmentState.WAITING: _l("Venter"),
        InstalmentState.DUE: _l("Forfalt"),
        InstalmentState.ATTESTED: _l("Attestert"),
        InstalmentState.PAID: _l("Utbetalt"),
    }
)
words.register(
    {
        Figure.APPROPRIATED: _l("Bevilget"),
        Figure.COMMITTED: _l("Tilsagn"),
        Figure.PAID: _l("Utbetalt"),
        Figure.REMAINING: _l("Ikke utbetalt"),
        Figure.AVAILABLE: _l("Ledig"),
        EntryKind.APPROPRIATION: _l("Bevilgning"),
        EntryKind.CARRY_OVER: _l("Overføring mellom år"),
        EntryKind.COMMITMENT: _l("Tilsagn"),
        EntryKind.COMMITMENT_LAPSE: _l("Bortfall av tilsagn"),
        EntryKind.PAYMENT: _l("Utbetaling"),
        EntryKind.PAYMENT_RETURN: _l("Utbetaling i retur"),
        EntryKind.CLAIM: _l("Krav"),
        EntryKind.REPAYMENT: _l("Tilbakebetaling"),
        EntryKind.REVERSAL: _l("Motpostering"),
        Refusal.NEGATIVE: _l("Beløpet må være større enn 0."),
        Refusal.NOT_ACCEPTED: _l("Tilskuddet er ikke akseptert av mottakeren."),
        Refusal.OVER_APPROPRIATION: _l(
            "Beløpet er høyere enn det som er igjen av bevilgningen for året."
        ),
        Refusal.OVER_COMMITMENT: _l("Beløpet er høyere enn det som er igjen av tilsagnet i saken."),
    }
)

EVENT_WORDS.update(
    {
        CaseNote.INSTALMENT_ATTESTED.value: _l("Rate %(instalment)s ble attestert"),
        CaseNote.INSTALMENT_PAID.value: _l("Rate %(instalment)s ble utbetalt"),
    }
)
