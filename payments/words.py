"""What postings, instalments and refusals of this room are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.frame import Refusal
from criteria.moving import MoveRefusal
from criteria.periods import CloseRefusal
from criteria.postings import EntryKind
from foundation import words
from payments.books.models import MovementKind
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
            "Posteringen kan ikke rettes her. Tilsagn, utbetalinger og tilbakebetalinger rettes i saken "
            "de hører til, og det som er flyttet, rettes ved å ta hele flyttingen tilbake."
        ),
        PaymentRefusal.REASON_MISSING: _l("Skriv en begrunnelse."),
        PaymentRefusal.DISPUTED: _l(
            "Det er klaget på vedtaket. Ingenting betales i saken før klagen er avgjort."
        ),
        PaymentRefusal.OVER_LIMIT: _l("Beløpet er større enn fullmakten din dekker."),
        PaymentRefusal.IN_A_BATCH: _l("Raten er i en utbetalingsbunke og behandles der."),
        PaymentRefusal.ACCOUNT_CHANGING: _l(
            "Kontonummeret er i ferd med å bli endret. Ingenting betales i saken før det er avgjort."
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
        EntryKind.TRANSFER: _l("Omdisponering"),
        EntryKind.COMMITMENT: _l("Tilsagn"),
        EntryKind.COMMITMENT_CHANGE: _l("Endring av tilsagn"),
        EntryKind.COMMITMENT_LAPSE: _l("Bortfall av tilsagn"),
        EntryKind.PAYMENT: _l("Utbetaling"),
        EntryKind.PAYMENT_RETURN: _l("Utbetaling i retur"),
        EntryKind.CLAIM: _l("Krav"),
        EntryKind.REPAYMENT: _l("Tilbakebetaling"),
        EntryKind.WRITE_OFF: _l("Avskriving av krav"),
        EntryKind.REVERSAL: _l("Motpostering"),
        Refusal.NEGATIVE: _l("Beløpet må være større enn 0."),
        Refusal.NOT_ACCEPTED: _l("Tilskuddet er ikke akseptert av mottakeren."),
        Refusal.OVER_APPROPRIATION: _l(
            "Beløpet er høyere enn det som er igjen av bevilgningen for året."
        ),
        Refusal.OVER_COMMITMENT: _l(
            "Beløpet er høyere enn det som er igjen av tilsagnet i saken for året."
        ),
        Refusal.OVER_PAID: _l("Beløpet er høyere enn det som er betalt ut og ikke krevd tilbake."),
        Refusal.OVER_CLAIM: _l("Beløpet er høyere enn det som gjenstår av kravet."),
    }
)
words.register(
    {
        MovementKind.TRANSFER: _l("Omdisponering"),
        MovementKind.CARRY_OVER: _l("Overføring til neste år"),
        MovementKind.CASE: _l("Endring av tilsagn"),
        MovementKind.REVERSAL: _l("Tilbakeføring"),
        MoveRefusal.NEGATIVE: _l("Beløpet må være større enn 0."),
        MoveRefusal.SAME_PLACE: _l("Velg en annen post eller et annet år å flytte til."),
        MoveRefusal.NOT_TO_NEXT_YEAR: _l("Ubrukte midler kan bare overføres til året etter."),
        MoveRefusal.OTHER_POST: _l("Ubrukte midler kan bare overføres på samme post."),
        MoveRefusal.AUTHORITY_MISSING: _l("Skriv hvilket vedtak som gir adgang til det."),
        MoveRefusal.DOCUMENT_MISSING: _l("Legg ved dokumentet som gir adgang til overføringen."),
        CloseRefusal.NOTHING_BOOKED: _l("Ingenting er bokført ennå."),
        CloseRefusal.ALREADY_CLOSED: _l("Måneden er allerede avsluttet."),
        CloseRefusal.SKIPS_A_MONTH: _l(
            "Månedene avsluttes i rekkefølge. En måned før denne er åpen."
        ),
        CloseRefusal.NOT_OVER: _l("Måneden er ikke over ennå."),
    }
)

EVENT_WORDS.update(
    {
        CaseNote.INSTALMENT_ATTESTED.value: _l("Rate %(instalment)s ble attestert"),
        CaseNote.ATTESTATION_FELL.value: _l(
            "Rate %(instalment)s må attesteres på nytt, for kontoen er en annen"
        ),
        CaseNote.INSTALMENT_PAID.value: _l("Rate %(instalment)s ble utbetalt"),
        CaseNote.ATTESTATION_WITHDRAWN.value: _l(
            "Attesteringen av rate %(instalment)s ble trukket tilbake"
        ),
        CaseNote.PAYMENT_WITHDRAWN.value: _l(
            "Utbetalingen av rate %(instalment)s ble trukket tilbake før den ble sendt"
        ),
        CaseNote.PAYMENT_RETURNED.value: _l(
            "Banken kunne ikke betale ut rate %(instalment)s. Pengene er tilbake hos oss"
        ),
    }
)
