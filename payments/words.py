"""What postings, instalments and refusals of this room are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.frame import Refusal
from criteria.moving import MoveRefusal
from criteria.periods import CloseRefusal
from criteria.postings import EntryKind
from criteria.reclaiming import ReclaimKind, ReclaimRefusal, ReclaimState
from foundation import words
from payments.books.models import MovementKind
from payments.notes import CaseNote
from payments.queries.entries import Figure
from payments.reclaims.dates import ClaimDate
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
        PaymentRefusal.INTEREST_FIRST: _l(
            "Det er beregnet renter på kravet etter denne posteringen. Ta tilbake dem først, eller "
            "innbetalingen de ble beregnet med."
        ),
        PaymentRefusal.REASON_MISSING: _l("Skriv en begrunnelse."),
        PaymentRefusal.STOPPED: _l("Utbetaling i saken er stanset."),
        PaymentRefusal.STOPPED_ALREADY: _l("Utbetaling i saken er allerede stanset."),
        PaymentRefusal.NOT_STOPPED: _l("Utbetaling i saken er ikke stanset."),
        PaymentRefusal.LIFTED_BY_ANOTHER: _l(
            "Du stanset utbetalingen selv. En annen må oppheve stansen."
        ),
        PaymentRefusal.DISPUTED: _l(
            "Det er klaget på vedtaket. Ingenting betales i saken før klagen er avgjort."
        ),
        PaymentRefusal.OVER_LIMIT: _l("Beløpet er større enn fullmakten din dekker."),
        PaymentRefusal.IN_A_BATCH: _l("Raten er i en utbetalingsbunke og behandles der."),
        PaymentRefusal.AWAITS_SUCCESSOR: _l(
            "Kommunen har opphørt. Ingenting betales før den som tok over, har oppgitt egen konto."
        ),
        PaymentRefusal.ACCOUNT_CHANGING: _l(
            "Kontonummeret er i ferd med å bli endret. Ingenting betales dit før det er avgjort."
        ),
        PaymentRefusal.UNLIKE_PROMISED: _l(
            "Ratene i saken er ikke det samme som tilsagnet. Ingenting betales før planen er rettet."
        ),
        InstalmentState.WAITING: _l("Venter"),
        InstalmentState.DUE: _l("Forfalt"),
        InstalmentState.ATTESTED: _l("Attestert"),
        InstalmentState.PAID: _l("Utbetalt"),
        InstalmentState.LAPSED: _l("Falt bort"),
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
        EntryKind.INTEREST: _l("Renter på krav"),
        EntryKind.INTEREST_PAYMENT: _l("Innbetalte renter"),
        EntryKind.INTEREST_WRITE_OFF: _l("Avskriving av renter"),
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
        Refusal.OVER_INTEREST: _l(
            "Beløpet er høyere enn det som gjenstår av rentene. Ta tilbake innbetalingen av dem først."
        ),
    }
)
words.register(
    {
        MovementKind.TRANSFER: _l("Omdisponering"),
        MovementKind.CARRY_OVER: _l("Overføring til neste år"),
        MovementKind.REPAID: _l("Innbetaling på krav"),
        MovementKind.REDUCED: _l("Avkorting av tilskudd i en sak"),
        MovementKind.CARRIED: _l("Ubrukt tilskudd i en sak"),
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

words.register(
    {
        ReclaimState.NOTICED: _l("Varslet"),
        ReclaimState.TO_DECIDE: _l("Til avgjørelse"),
        ReclaimKind.CLAIM_BACK: _l("Tilbakebetaling: penger som er betalt, kreves tilbake"),
        ReclaimKind.REDUCE: _l(
            "Avkorting: tilskuddet settes ned. Det som ikke er betalt, trekkes først. Resten kreves tilbake"
        ),
        ReclaimState.DROPPED: _l("Frafalt"),
        ReclaimState.REDUCED: _l("Avkortet"),
        ReclaimState.CLAIMED: _l("Krevd"),
        ReclaimState.OVERDUE: _l("Forfalt"),
        ReclaimState.SETTLED: _l("Betalt"),
        ReclaimState.WRITTEN_OFF: _l("Avskrevet"),
        ReclaimState.ANNULLED: _l("Trukket tilbake"),
        ClaimDate.COMMENT: _l("Frist for å uttale seg om varselet"),
        ClaimDate.PAY: _l("Frist for å betale tilbake"),
        ReclaimRefusal.OPEN_ALREADY: _l("Det er allerede et varsel i saken som ikke er avgjort."),
        ReclaimRefusal.NOTHING_TO_CLAIM: _l("Beløpet må være større enn 0."),
        ReclaimRefusal.OVER_PAID: _l(
            "Beløpet er høyere enn det som er betalt ut og ikke krevd tilbake."
        ),
        ReclaimRefusal.NO_TIME_TO_COMMENT: _l("Fristen for å uttale seg må være etter i dag."),
        ReclaimRefusal.DECIDED_ALREADY: _l("Saken om tilbakebetaling er allerede avgjort."),
        ReclaimRefusal.STILL_TIME_TO_COMMENT: _l(
            "Mottakeren kan fortsatt uttale seg. Vent til fristen er ute eller svaret er kommet."
        ),
        ReclaimRefusal.SAME_PERSON: _l("Du varslet selv. En annen må avgjøre saken."),
        ReclaimRefusal.OVER_NOTICE: _l("Beløpet kan ikke være høyere enn det som er varslet."),
        ReclaimRefusal.PAY_BY_PASSED: _l("Fristen for å betale må være etter i dag."),
        ReclaimRefusal.NOTHING_OUTSTANDING: _l("Det er ingenting å betale på kravet."),
        ReclaimRefusal.OVER_OUTSTANDING: _l("Beløpet er høyere enn det som gjenstår av kravet."),
        ReclaimRefusal.PAID_IN_FUTURE: _l("Datoen kan ikke være etter i dag."),
        ReclaimRefusal.NOT_A_PARTY: _l("Du kan ikke uttale deg for mottakeren."),
        ReclaimRefusal.COMMENTED_ALREADY: _l("Det er allerede sendt en uttalelse."),
        ReclaimRefusal.WRONG_PARTS: _l("Beløpet kan ikke deles i så mange deler."),
    }
)

EVENT_WORDS.update(
    {
        CaseNote.CASE_PASSED_ON.value: _l("%(main)s tok over saken etter %(former)s"),
        CaseNote.PAYMENT_STOPPED.value: _l("Utbetaling ble stanset"),
        CaseNote.PAYMENT_RESUMED.value: _l("Stansen av utbetaling ble opphevet"),
        CaseNote.REDUCTION_NOTICED.value: _l("Det ble varslet om avkorting av tilskuddet"),
        CaseNote.REDUCTION_DECIDED.value: _l("Tilskuddet ble avkortet"),
        CaseNote.RECLAIM_NOTICED.value: _l("Det ble varslet om tilbakebetaling"),
        CaseNote.RECLAIM_COMMENTED.value: _l("Mottakeren uttalte seg om tilbakebetaling"),
        CaseNote.RECLAIM_DECIDED.value: _l("Tilbakebetaling ble vedtatt"),
        CaseNote.RECLAIM_DROPPED.value: _l("Saken om tilbakebetaling ble avsluttet uten krav"),
        CaseNote.RECLAIM_PAID.value: _l("Det ble betalt på kravet om tilbakebetaling"),
        CaseNote.RECLAIM_AGREED.value: _l("Det ble avtalt nedbetaling av kravet"),
        CaseNote.INTEREST_CHARGED.value: _l("Det ble beregnet renter på kravet"),
        CaseNote.RECLAIM_WRITTEN_OFF.value: _l("Resten av kravet ble avskrevet"),
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
