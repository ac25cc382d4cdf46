"""What batches, the bank's answers and their refusals are called."""

from flask_babel import lazy_gettext as _l

from criteria.paying import LeftOut
from foundation import words
from payments.bank.kinds import MessageKind
from payments.bank.schema import BankFileRefusal
from payments.batches.kinds import BatchState, Ending
from payments.batches.refusals import BatchRefusal

words.register(
    {
        LeftOut.IN_A_BATCH: _l("Raten er i en annen utbetalingsbunke."),
        LeftOut.NOT_ACCEPTED: _l("Tilskuddet er ikke akseptert."),
        LeftOut.DISPUTED: _l("Det er klaget på vedtaket."),
        LeftOut.STOPPED: _l("Utbetaling i saken er stanset."),
        LeftOut.UNDECIDED_AT_HOME: _l("En kommune har ikke registrert sitt eget vedtak ennå."),
        LeftOut.AWAITS_SUCCESSOR: _l(
            "Kommunen har opphørt. Den som tok over, må først oppgi egen konto."
        ),
        LeftOut.ACCOUNT_UNLIKE: _l("Kontoen er en annen enn den saken skal betales til nå."),
        LeftOut.ACCOUNT_WRONG: _l("Kontonummeret er ikke gyldig."),
        LeftOut.ORGANISATION_WRONG: _l("Organisasjonsnummeret til mottakeren er ikke gyldig."),
        LeftOut.RETURNED: _l(
            "Banken sendte pengene i retur. Finn ut hvorfor før raten betales igjen."
        ),
        LeftOut.OVER_LIMIT: _l("Beløpet er større enn fullmakten din dekker."),
        BatchState.TO_AUTHORISE: _l("Til anvisning"),
        BatchState.TO_SEND: _l("Til banken"),
        BatchState.SENT: _l("Sendt"),
        BatchState.WITHDRAWN: _l("Trukket tilbake"),
        Ending.WITHDRAWN: _l("Trukket tilbake"),
        Ending.RETURNED: _l("I retur fra banken"),
        MessageKind.STATUS: _l("Statusrapport"),
        MessageKind.STATEMENT: _l("Kontoutskrift"),
        MessageKind.NOTICE: _l("Varsel om bevegelser"),
    }
)
words.register(
    {
        BatchRefusal.NO_PAYER: _l("Det er ikke registrert hvilken konto det skal betales fra."),
        BatchRefusal.NOTHING_TO_PAY: _l("Utvalget har ingen rater som du kan attestere."),
        BatchRefusal.NOT_THAT_FAR: _l("Velg en forfallsdato som ikke er senere enn i dag."),
        BatchRefusal.EXECUTED_BEFORE_TODAY: _l("Banken kan ikke betale på en dag som er forbi."),
        BatchRefusal.ALREADY_AUTHORISED: _l(
            "Bunken er allerede anvist. Bankfilen er laget én gang."
        ),
        BatchRefusal.NOT_AUTHORISED: _l("Bunken er ikke anvist."),
        BatchRefusal.ALREADY_WITHDRAWN: _l("Bunken er trukket tilbake."),
        BatchRefusal.ALREADY_SENT: _l("Bunken er sendt til banken."),
        BatchRefusal.NOT_FETCHED: _l("Hent bankfilen før du merker bunken som sendt."),
        BatchRefusal.SAME_PERSON: _l("Den som har attestert bunken, kan ikke anvise den."),
        BatchRefusal.CLOSED_CASE: _l("Bankfilen har en betaling i en sak du ikke har tilgang til."),
        BatchRefusal.OVER_LIMIT_TO_ATTEST: _l(
            "Bunken er på %(total)s. Det er mer enn fullmakten din dekker. Velg færre rater, eller la en "
            "annen attestere."
        ),
        BatchRefusal.OVER_LIMIT_TO_AUTHORISE: _l(
            "Bunken er på %(total)s. Det er mer enn fullmakten din dekker. En annen må anvise den."
        ),
        BatchRefusal.LINES_HINDERED: _l(
            "Bunken kan ikke anvises. Noe er i veien for %(number)s av betalingene. "
            "Grunnen står på hver linje."
        ),
        BatchRefusal.REASON_MISSING: _l("Skriv en begrunnelse."),
        BatchRefusal.ALREADY_RECEIVED: _l("Denne meldingen fra banken er tatt imot før."),
        BatchRefusal.UNKNOWN_ORDER: _l(
            "Statusrapporten svarer på en betalingsfil som ikke er vår."
        ),
        BatchRefusal.ORDER_NOT_SENT: _l(
            "Statusrapporten svarer på en bunke som ikke er merket som sendt."
        ),
        BatchRefusal.UNKNOWN_PAYMENT: _l(
            "Statusrapporten nevner betalinger som ikke er i bunken den svarer på."
        ),
        BatchRefusal.OTHER_ACCOUNT: _l("Filen gjelder en konto som vi ikke betaler fra."),
        BatchRefusal.NOT_RETURNED: _l("Betalingen er ikke kommet i retur."),
        BatchRefusal.ALREADY_LOOKED_INTO: _l("Returen er allerede undersøkt."),
        BankFileRefusal.TOO_LARGE: _l("Filen er for stor. Den kan være på høyst 20 MB."),
        BankFileRefusal.NOT_XML: _l("Filen er ikke XML som kan leses."),
        BankFileRefusal.UNKNOWN_MESSAGE: _l(
            "Filen er ikke en statusrapport (pain.002), en kontoutskrift (camt.053) eller et varsel "
            "(camt.054) som vi kjenner."
        ),
        BankFileRefusal.AGAINST_SCHEMA: _l(
            "Filen følger ikke skjemaet for meldingen den sier at den er."
        ),
        BankFileRefusal.INCOMPLETE: _l("Filen mangler opplysninger som trengs for å lese den."),
        BankFileRefusal.NOT_KRONER: _l("Filen har beløp i en annen valuta enn norske kroner."),
        BankFileRefusal.DOES_NOT_ADD_UP: _l("Beløpene i filen går ikke opp."),
    }
)
